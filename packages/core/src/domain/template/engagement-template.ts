// An engagement programme as a template (rulebook §5): its items in order, released and due by fixed dates or by dates that rest on
// the engagement's start. What is in it takes effect in each engagement that is made, once that is active. It is checked before
// use, with the dates that an engagement started on a sample day would have.
import type {
  DateRule,
  EngagementRecord,
  EngagementTemplateContent,
  Id,
  ItemRecord,
  ItemRule,
  TemplateCheck,
  TemplateFault,
  TemplateItem,
  TemplateWarning,
} from '../../schema/index.ts';
import type { Doing } from '../action-change.ts';
import { isWorkingDay } from '../calendar.ts';
import { type Day, formatDay, isWritable, parseDay } from '../civil-date.ts';
import { dayOfRule } from '../engagement/engagement-date.ts';
import { newItem, scheduledItem } from '../engagement/item-change.ts';
import { faultsOfSchedule } from '../engagement/item-faults.ts';
import { keyAfter } from '../order-key.ts';
import type { TemplateSample } from './template-sample.ts';

/** Whether a due date lies before its release does not hang on the day, where both rest on the start alike. */
const ANY_SAMPLE: TemplateSample = {
  start: '2026-01-05',
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
};

/** The faults of an engagement's template, in its order; none where it can be used. */
export function engagementTemplateFaults({ items }: EngagementTemplateContent): TemplateFault[] {
  const seen = new Set<string>();
  return items.flatMap((item, at) => {
    const pointer = `/content/items/${at}`;
    const faults: TemplateFault[] = [];
    if (seen.has(item.key))
      faults.push({
        pointer: `${pointer}/key`,
        code: 'duplicate-key',
        message: 'must be a key that no other item has',
      });
    seen.add(item.key);
    for (const fault of faultsOfSchedule(scheduleOf(item), item.content.kind === 'session'))
      faults.push({ ...fault, pointer: pointer + inTemplate(fault.pointer) });
    const rules = [releaseRule(item), item.due ?? null];
    const areAlike = rules[0] !== null && rules[0]?.type === rules[1]?.type;
    if (areAlike && isDueBeforeRelease(item, ANY_SAMPLE)) faults.push(dueBeforeRelease(pointer));
    return faults;
  });
}

/** The faults and warnings of an engagement's template, and the days on which its items would be released and due. */
export function checkEngagementTemplate(content: EngagementTemplateContent, sample: TemplateSample): TemplateCheck {
  const faults = engagementTemplateFaults(content);
  const warnings = content.items.flatMap((item, at) => warningsOf(item, `/content/items/${at}`, sample));
  const items = content.items.map((item) => {
    const told = (rule: ItemRule | null) => {
      if (rule === null) return null;
      const day = dayOfRule(rule, sample.start, sample.calendar);
      const basis = day === null ? 'waiting' : rule.type === 'fixed' ? 'fixed' : 'settled';
      return { date: day === null ? null : formatDay(day), basis } as const;
    };
    return { key: item.key, release: told(releaseRule(item)), due: told(item.due ?? null) };
  });
  return { start: sample.start, faults, warnings, actions: [], items };
}

/** The items of a new engagement: a draft, in which nothing is scheduled yet. */
export function itemsFromTemplate(
  { items }: EngagementTemplateContent,
  engagementId: Id,
  newId: () => Id,
  doing: Doing,
): ItemRecord[] {
  let position: string | null = null;
  return items.map((item) => {
    position = keyAfter(position);
    const { title, content, duration, selfScheduling } = item;
    const draft = { title, content, position, duration, selfScheduling };
    const made = newItem(draft, newId(), engagementId, doing, false);
    const { release, due } = scheduleOf(item);
    return scheduledItem(made, { release, due }, doing, false);
  });
}

/** An engagement's programme saved as a template: relative rules stay, a fixed date rests on the start where there is one. */
export function templateOfEngagement(
  engagement: Pick<EngagementRecord, 'selfScheduling' | 'welcome' | 'startDate'>,
  items: readonly ItemRecord[],
): EngagementTemplateContent {
  const { selfScheduling, welcome, startDate } = engagement;
  const saved = (rule: DateRule): ItemRule | null => savedRule(rule, startDate);
  return {
    kind: 'engagement',
    selfScheduling,
    welcome,
    items: items.map(({ title, content, session, release, due }, at) => {
      const on = release?.type === 'on' ? saved(release.rule) : null;
      return {
        key: `item-${at + 1}`,
        title,
        content,
        ...(session === null
          ? {
              release:
                release?.type === 'immediately'
                  ? { type: 'immediately' as const }
                  : on && { type: 'on' as const, rule: on },
            }
          : { duration: session.duration, selfScheduling: session.selfScheduling }),
        due: due && saved(due.rule),
      };
    }),
  };
}

/** The largest number that a rule counts. */
const LARGEST_AMOUNT = 10_000;

function savedRule(rule: DateRule, startDate: string | null): ItemRule | null {
  if (rule.type === 'fixed') {
    const amount = startDate === null ? null : parseDay(rule.date) - parseDay(startDate);
    if (amount === null || Math.abs(amount) > LARGEST_AMOUNT) return rule;
    return { type: 'relative', amount, unit: 'day', anchor: { type: 'engagementStart' } };
  }
  const { anchor } = rule;
  return anchor.type === 'engagementStart' ? { ...rule, anchor } : null;
}

function warningsOf(item: TemplateItem, pointer: string, { start, calendar }: TemplateSample): TemplateWarning[] {
  const warnings: TemplateWarning[] = [];
  const look = (rule: ItemRule | null, at: string) => {
    if (rule === null) return;
    const day = dayOfRule(rule, start, calendar);
    const warn = (code: string, message: string, date: Day | null) =>
      warnings.push({
        pointer: `${pointer}/${at}`,
        code,
        message,
        action: item.key,
        ...(at === 'due' ? { field: 'due' as const } : {}),
        date: date === null || !isWritable(date) ? null : formatDay(date),
      });
    if (day === null) warn('no-date', 'what it rests on will have no date', null);
    else if (!isWritable(day)) warn('out-of-range', 'lies outside 1970-01-01 to 2199-12-31', day);
    else if (day < parseDay(start)) warn('in-past', 'has passed already when the engagement starts', day);
    else if (calendar.holidays.includes(formatDay(day))) warn('holiday', 'is a holiday', day);
    else if (!isWorkingDay(day, calendar)) warn('day-off', 'is not a working day', day);
  };
  look(releaseRule(item), 'release');
  look(item.due ?? null, 'due');
  if (isDueBeforeRelease(item, { start, calendar }))
    warnings.push({ ...dueBeforeRelease(pointer), action: item.key, field: 'due' });
  return warnings;
}

function isDueBeforeRelease(item: TemplateItem, { start, calendar }: TemplateSample): boolean {
  const release = releaseRule(item);
  const released = release && dayOfRule(release, start, calendar);
  const due = item.due ? dayOfRule(item.due, start, calendar) : null;
  return released !== null && due !== null && due < released;
}

function dueBeforeRelease(pointer: string): TemplateFault {
  return { pointer: `${pointer}/due`, code: 'due-before-release', message: 'must not lie before its release' };
}

function releaseRule({ release }: TemplateItem): ItemRule | null {
  return release?.type === 'on' ? release.rule : null;
}

/** What the item's dates are, as they are written in an engagement. */
function scheduleOf({ release, due, duration, selfScheduling }: TemplateItem) {
  return { release: release ?? null, due: due ? { rule: due } : null, duration, selfScheduling };
}

/** A due date's rule stands for it in a template. */
function inTemplate(pointer: string): string {
  return pointer.replace(/^\/due\/rule/, '/due');
}
