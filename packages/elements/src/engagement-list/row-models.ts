// What each row shows, gathered from an engagement and what the page knows of names, groups and days. The very same model
// fields mean the very same row, which is then not drawn again.
import { type Day, dayAt, parseDay, yearMonthDayOf } from '@followthrough/core/domain';
import type { CivilDate, Engagement, Id, Person } from '@followthrough/core/schema';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { hostLink } from '../parts/linked-text.ts';
import type { Column } from './columns.ts';
import type { EngagementListLinks } from './list-options.ts';
import type { RowModel, ShownDates } from './row.ts';

/** What all rows share. */
export interface RowScene {
  readonly localize: DateWords;
  readonly columns: readonly Column[];
  readonly people: ReadonlyMap<Id, Person>;
  readonly groups: ReadonlyMap<Id, { readonly name: string }>;
  readonly links: EngagementListLinks;
  /** Today and the zone of the one who looks. */
  readonly today: Day;
  readonly zone: string;
  readonly selectable: boolean;
  readonly selected: (id: Id) => boolean;
  readonly pending: ReadonlySet<Id>;
  readonly slotted: ReadonlyMap<Id, 'start' | 'end' | 'both'>;
  readonly stopKey: string | null;
  readonly stopColumn: Column;
}

export function rowModel(engagement: Engagement, index: number, scene: RowScene): RowModel {
  const { localize, people, today, zone } = scene;
  const words = engagementListWords(localize.messages);
  const dates = shownDates(engagement, today, localize);
  const updated = dayAt(Date.parse(engagement.updatedAt), zone);
  const { id, sharedAt } = engagement;
  return {
    engagement,
    index,
    columns: scene.columns,
    words,
    ...coacheesOf(engagement, scene),
    coach: people.get(engagement.coachId) ?? null,
    datesText: dates.text,
    datesName: dates.name,
    sharedName: sharedAt === null ? '' : words.sharedOn(localize.dates.full(dayAt(Date.parse(sharedAt), zone))),
    updated: dayText(updated, today, localize),
    updatedName: localize.dates.full(updated),
    href: hostLink(scene.links.engagement?.(id)),
    stop: scene.stopKey === id ? scene.stopColumn : null,
    selected: scene.selectable && scene.selected(id),
    selectable: scene.selectable,
    pending: scene.pending.has(id),
    slotted: scene.slotted.get(id) ?? null,
  };
}

/** Who it is for, in a line: one by name, several by the first of them, a whole group by its name. */
export function coacheesOf(
  { coacheeIds, groupId }: Pick<Engagement, 'coacheeIds' | 'groupId'>,
  { people, groups, localize }: Pick<RowScene, 'people' | 'groups' | 'localize'>,
): Pick<RowModel, 'coachee' | 'coachees' | 'coacheeNames'> {
  const words = engagementListWords(localize.messages);
  const nameOf = (id: Id) => people.get(id)?.name ?? words.someone;
  const [first = ''] = coacheeIds;
  const group = groupId === null ? undefined : groups.get(groupId)?.name;
  const names = coacheeIds.map(nameOf);
  const tooltip = [...(group === undefined ? [] : [words.group(group)]), ...names].join('\n');
  if (coacheeIds.length > 1 && group !== undefined) {
    return { coachee: null, coachees: `${group} (${coacheeIds.length})`, coacheeNames: tooltip };
  }
  return {
    coachee: people.get(first) ?? null,
    coachees: coacheeIds.length > 1 ? words.andOthers(nameOf(first), coacheeIds.length - 1) : nameOf(first),
    coacheeNames: tooltip,
  };
}

/** The span of an engagement: day and month, with the year where it is another than this one. */
function shownDates(
  { startDate, endDate }: Pick<Engagement, 'startDate' | 'endDate'>,
  today: Day,
  { messages, dates }: DateWords,
): ShownDates {
  const words = engagementListWords(messages);
  const thisYear = yearMonthDayOf(today).year;
  const short = (date: CivilDate) => {
    const day = parseDay(date);
    return yearMonthDayOf(day).year === thisYear ? dates.dayMonth(day) : dates.dayMonthYear(day);
  };
  const full = (date: CivilDate) => dates.full(parseDay(date));
  if (startDate !== null && endDate !== null) {
    return {
      text: words.span(short(startDate), short(endDate)),
      name: words.span(full(startDate), full(endDate)),
    };
  }
  if (startDate !== null) return { text: words.from(short(startDate)), name: words.from(full(startDate)) };
  if (endDate !== null) return { text: words.until(short(endDate)), name: words.until(full(endDate)) };
  return { text: '', name: '' };
}
