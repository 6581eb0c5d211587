// Why a date is what it is, in words (rulebook §3): the steps that a backend tells as data, a sentence each. Of what the
// reader may not see it is said that it is an internal step; a kind of step that is not known here is told as a rule, never
// left out.
import { parseDay } from '@followthrough/core/domain';
import type { Explanation, Id, ShownRule, TimeZone } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { planDateWords } from '../localize/late-plan-dates.ts';
import { planWhyWords } from '../localize/late-plan-why.ts';
import { type NameOf, ruleInWords } from './rule-words.ts';

type Step = NonNullable<Explanation['due']>['steps'][number];
type RelativeRule = Extract<ShownRule, { type: 'relative' }>;

/** Who and what is named how, and on whose clock times are told. */
export interface ExplanationPlace {
  actionId: Id;
  field: 'start' | 'due';
  nameOfPerson: (id: Id | null) => string;
  /** The names of the plan's sections and actions. */
  nameOf: NameOf;
  timeZone: TimeZone | undefined;
}

/** The steps in words, in order. */
export function explanationInWords(steps: readonly Step[], place: ExplanationPlace, words: DateWords): string[] {
  return steps.map((step) => sentence(step, place, words)).filter((text) => text !== null);
}

function sentence(step: Step, place: ExplanationPlace, words: DateWords): string | null {
  const why = planWhyWords(words.messages);
  const date = dayOf(step['date'], words);
  switch (step.type) {
    case 'rule': {
      const rule = step['rule'] as ShownRule | undefined;
      if (rule?.type === 'relative' && rule.anchor.type === 'internalStep') return why.internalStep;
      if (rule?.type === 'fixed') return byWhom(why.fixed(dayOf(rule.date, words) ?? ''), step, place, words);
      if (rule === undefined) return byWhom(why.someRule, step, place, words);
      const said = ruleInWords(rule, place.nameOf, words);
      const at = textOf(step['setAt']);
      if (at === null) return why.plain(why.rule(said));
      const when = instantText(at, place.timeZone, words.dates);
      return why.ruleBy(said, place.nameOfPerson(textOf(step['setBy'])), when);
    }
    case 'fixed':
      return byWhom(date === null ? why.someRule : why.fixed(date), step, place, words);
    case 'pin':
    case 'pinned':
      return byWhom(date === null ? why.someRule : why.pinned(date), step, place, words);
    case 'closed': {
      const on = dayOf(step['on'], words) ?? dayOf(textOf(step['at'])?.slice(0, 10), words) ?? '';
      return why.closed(on, place.nameOfPerson(textOf(step['by'])));
    }
    case 'waiting':
      return waiting(step, place, words);
    case 'section':
      return lastOf(step, place, words);
    case 'counted':
      return counted(step, place, words);
    default:
      return byWhom(why.someRule, step, place, words);
  }
}

/** What was done, with by whom and when where that is told. */
function byWhom(what: string, step: Step, { nameOfPerson, timeZone }: ExplanationPlace, words: DateWords): string {
  const why = planWhyWords(words.messages);
  const at = textOf(step['setAt']);
  if (at === null) return why.plain(what);
  return why.by(what, nameOfPerson(textOf(step['setBy'])), instantText(at, timeZone, words.dates));
}

/** What it waits for; where the anchor is told of below, that says more. */
function waiting(step: Step, { nameOf }: ExplanationPlace, words: DateWords): string {
  const why = planWhyWords(words.messages);
  const on = Array.isArray(step['on']) ? (step['on'] as Id[]) : [];
  const names = on.map(nameOf).filter((name) => name !== undefined);
  if (names.length === 0) return why.waits;
  return why.waitsFor(new Intl.ListFormat(words.dates.locale).format(names.map(why.quoted)));
}

function lastOf(step: Step, { nameOf }: ExplanationPlace, words: DateWords): string | null {
  const section = nameOf(textOf(step['sectionId']) ?? '');
  const title = nameOf(textOf(step['actionId']) ?? '');
  return section === undefined || title === undefined ? null : planWhyWords(words.messages).lastOf(section, title);
}

/** What the anchor came to, and the date counted from it; of another date on the way what its rule is too. */
function counted(step: Step, place: ExplanationPlace, words: DateWords): string {
  const why = planWhyWords(words.messages);
  const rule = step['rule'] as RelativeRule;
  const id = textOf(step['actionId']) ?? '';
  const isOwn = id === place.actionId && step['field'] === place.field;
  const title = place.nameOf(id);
  const saying = step['field'] === 'start' ? why.startOf : why.dueOf;
  const ofOther = isOwn || title === undefined ? null : saying(title, ruleInWords(rule, place.nameOf, words));
  const sentences = [ofOther, factInWords(step, rule, place, words), comesTo(step, rule, words)];
  // Its own rule has said already that it follows an internal step.
  if (isOwn && rule.anchor.type === 'internalStep' && sentences[2] != null) return sentences[2];
  return sentences.filter((text) => text !== null).join(' ');
}

function factInWords(step: Step, { anchor }: RelativeRule, { nameOf }: ExplanationPlace, words: DateWords): string {
  const why = planWhyWords(words.messages);
  const fact = step['fact'] as { type?: string; on?: string | null; why?: string; basis?: string } | undefined;
  if (anchor.type === 'internalStep' || fact === undefined) return why.internalStep;
  const id = 'actionId' in anchor ? anchor.actionId : 'sectionId' in anchor ? anchor.sectionId : '';
  const name = nameOf(id);
  const on = dayOf(fact.on, words);
  const isSection = anchor.type === 'sectionCompleted';
  if (fact.type === 'created') {
    if (on === null) return why.noStart;
    return anchor.type === 'engagementStart' ? why.engagementStart(on) : why.roomCreated(on);
  }
  if (name === undefined || fact.why === 'gone') return why.gone;
  if (on === null) return nothingOf(fact.why, name, words);
  switch (fact.type) {
    case 'completed':
      return isSection ? why.completed(name, on) : why.done(name, on);
    case 'expected':
      return isSection ? why.sectionExpected(name, on) : why.expected(name, on);
    default:
      return fact.basis === 'projected' ? why.dueEstimate(name, on) : why.isDue(name, on);
  }
}

/** Why an anchor came to nothing. */
function nothingOf(reason: string | undefined, name: string, words: DateWords): string {
  const why = planWhyWords(words.messages);
  switch (reason) {
    case 'cancelled':
      return why.cancelled(name);
    case 'loop':
      return why.loop;
    case 'on':
      return why.on(name);
    default:
      return why.undated(name);
  }
}

function comesTo(step: Step, { amount, unit, anchor, roll = 'none' }: RelativeRule, words: DateWords): string | null {
  const why = planWhyWords(words.messages);
  const date = dayOf(step['date'], words);
  if (date === null) return null;
  if (anchor.type === 'internalStep' || step['fact'] === undefined) return why.comesTo(date);
  const span = planDateWords(words.messages).span(Math.abs(amount), unit);
  const counts = amount === 0 ? why.sameDay(date) : amount > 0 ? why.after(span, date) : why.before(span, date);
  return roll === 'none' ? counts : why.rolled(counts);
}

function dayOf(date: unknown, { dates }: DateWords): string | null {
  return typeof date === 'string' ? dates.full(parseDay(date)) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
