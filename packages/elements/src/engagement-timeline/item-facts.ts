// What is told of an item beside its title: when it is out, held and due, how long and where, who has done their part.
import { html, nothing, type TemplateResult } from 'lit';
import { type Day, dayAt, formatDay, parseDay, parseInstant } from '@followthrough/core/domain';
import type { Id, Instant, OpenItem, Person } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { type DateWords, dayText, saidDay } from '../dates/date-label.ts';
import { clockIcon, placeIcon } from '../icons/engagement-icons.ts';
import { alertIcon } from '../icons/icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { hrefOf } from '../parts/linked-text.ts';
import { ruleInWords } from '../parts/rule-words.ts';
import { dayOfItem } from './entries.ts';

export interface FactSetting {
  readonly shown: ShownEngagement;
  readonly people: ReadonlyMap<Id, Person>;
  /** Who looks. */
  readonly viewerId: Id;
  readonly localize: DateWords;
}

/** The facts of an item, in the order in which they matter. */
export function itemFacts(item: OpenItem, setting: FactSetting): readonly TemplateResult[] {
  return [
    ...(item.state === 'completed' ? completedFact(item, setting) : []),
    ...(item.session === null ? releaseFacts(item, setting) : sessionFacts(item, setting)),
    ...dueFact(item, setting),
    ...partsFact(item, setting),
  ];
}

function fact(content: TemplateResult | string, kind = ''): TemplateResult {
  // With a space, so that what is read out or copied is not one word.
  return html` <span class="fact-of ${kind}">${content}</span>`;
}

/** A day as a `<time>`, with words around it. */
function dated(day: Day, say: (date: string) => string, { shown, localize }: FactSetting, icon?: TemplateResult) {
  return html`${icon ?? nothing}<time datetime=${formatDay(day)} title=${localize.dates.full(day)}
      >${say(saidDay(day, shown.today, localize))}</time
    >`;
}

function completedFact({ completed }: OpenItem, setting: FactSetting): TemplateResult[] {
  if (completed === null) return [];
  const words = engagementWords(setting.localize.messages);
  const day = dayAt(parseInstant(completed.at), setting.shown.zone);
  const by = completed.by === null || completed.by === setting.viewerId ? null : setting.people.get(completed.by);
  const say = (date: string) => (by ? words.completedBy(date, by.name) : words.completedOn(date));
  return [fact(dated(day, say, setting), 'long')];
}

function sessionFacts(item: OpenItem, setting: FactSetting): TemplateResult[] {
  const { session, content } = item;
  if (session === null) return [];
  const { localize, shown } = setting;
  const words = engagementWords(localize.messages);
  const facts: TemplateResult[] = [];
  if (session.startsAt !== null)
    facts.push(
      fact(html`${clockIcon()}<time datetime=${session.startsAt}>${sessionTime(session.startsAt, setting)}</time>`),
    );
  if (session.duration !== null) facts.push(fact(words.minutes(session.duration)));
  if (content?.kind === 'session' && content.place) facts.push(...place(content.place, item, setting));
  if (session.startsAt === null && session.mayPickTime && item.completed === null) {
    const isMine = shown.coacheeIds.includes(setting.viewerId);
    facts.push(fact(isMine ? words.youPickTime : words.pickTime(coacheeNames(setting))));
  }
  return facts;
}

/** An address to join at as a link until it was held, else where it is held. */
function place(text: string, { title, state }: OpenItem, { localize }: FactSetting): TemplateResult[] {
  const words = engagementWords(localize.messages);
  const href = hrefOf(text);
  if (href !== null && state === 'completed') return [];
  return [
    fact(
      html`${placeIcon()}${
        href === null
          ? html`<span dir="auto">${text}</span>`
          : html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-label=${words.ofItem(words.join, title)}
              >${words.join}</a
            >`
      }`,
    ),
  ];
}

/**
 * When a session begins, by the engagement's clock; the zone is said where the reader's own clock says otherwise.
 * @example sessionTime('2026-05-20T12:30:00Z', setting) // 'Wed, 14:30'
 */
function sessionTime(startsAt: Instant, { shown, localize }: Pick<FactSetting, 'shown' | 'localize'>): string {
  const { zone, today } = shown;
  const at = parseInstant(startsAt);
  const day = dayText(dayAt(at, zone), today, localize);
  const { locale, isolated } = localize.dates;
  const time = (timeZone: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
  const reader = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isSame = time(zone) === time(reader) && dayAt(at, zone) === dayAt(at, reader);
  return isolated(`${day}, ${time(zone)}${isSame ? '' : ` ${zoneName(zone, at, locale)}`}`);
}

/** A zone's short name at an instant. */
export function zoneName(timeZone: string, at: number, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function releaseFacts(item: OpenItem, setting: FactSetting): TemplateResult[] {
  const { release, state } = item;
  if (release === null || state === 'completed') return [];
  const words = engagementWords(setting.localize.messages);
  const day = state === 'unscheduled' ? null : dayOfItem(item, setting.shown.zone);
  if (day !== null) return [fact(dated(day, item.released ? words.releasedOn : words.releases, setting))];
  if (release.type === 'immediately') return [fact(words.releasesOnceActive)];
  return [fact(words.releaseRule(ruleWords(release.rule, setting)))];
}

function dueFact({ due, state }: OpenItem, setting: FactSetting): TemplateResult[] {
  if (due === null || state === 'completed') return [];
  const words = engagementWords(setting.localize.messages);
  if (due.date === null) return [fact(words.dueRule(ruleWords(due.rule, setting)))];
  const day = parseDay(due.date);
  if (day < setting.shown.today) return [fact(dated(day, words.pastDue, setting, alertIcon()), 'past')];
  return [fact(dated(day, words.due, setting), day === setting.shown.today ? 'soon' : '')];
}

function ruleWords(rule: Parameters<typeof ruleInWords>[0], { localize }: FactSetting): string {
  return ruleInWords(rule, () => undefined, localize);
}

/** How many coachees have done their part, where there are several; whether one has begun. */
function partsFact({ responses, state }: OpenItem, { shown, localize, viewerId }: FactSetting): TemplateResult[] {
  if (state === 'completed' || responses.length === 0) return [];
  const words = engagementWords(localize.messages);
  const done = responses.filter(({ completedAt }) => completedAt !== null).length;
  const mine = responses.find(({ personId }) => personId === viewerId);
  if (mine) return mine.completedAt === null ? [fact(words.saved)] : [];
  const of = shown.coacheeIds.length;
  return of > 1 && done > 0 ? [fact(words.handedIn(done, of))] : [];
}

/** The coachees by name, in a sentence. */
function coacheeNames({ shown, people, localize }: Pick<FactSetting, 'shown' | 'people' | 'localize'>): string {
  return listed(shown.coacheeIds, { people, localize });
}

/** How many people are named before the rest is counted. */
const NAMED = 3;

/** People by name, in a sentence; of many the first ones and how many more. */
export function listed(ids: readonly Id[], { people, localize }: Pick<FactSetting, 'people' | 'localize'>): string {
  const { messages, dates } = localize;
  const names = ids.slice(0, NAMED).map((id) => people.get(id)?.name ?? messages.context.unknownPerson);
  const rest = ids.length - names.length;
  const all = rest > 0 ? [...names, engagementWords(messages).morePeople(rest)] : names;
  return dates.isolated(new Intl.ListFormat(dates.locale, { type: 'conjunction' }).format(all));
}
