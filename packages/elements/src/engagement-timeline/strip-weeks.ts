// An engagement's items on a strip of weeks: from the week in which the engagement, or the first of its items, begins to that in
// which it, or the last of them, ends, today's week always among them. Weeks that follow one another with nothing in them are one gap.
import { type Day, parseDay, startOfWeek } from '@followthrough/core/domain';
import type { Item } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { itemsByDay } from './entries.ts';

/** A day of a week that has something to show. */
export interface StripDay {
  readonly day: Day;
  readonly items: readonly Item[];
}

export interface StripWeek {
  readonly type: 'week';
  readonly first: Day;
  /** Those with items in them, and today. */
  readonly days: readonly StripDay[];
}

/** Weeks with nothing in them. */
export interface StripGap {
  readonly type: 'gap';
  readonly first: Day;
  readonly weeks: number;
}

export interface Strip {
  readonly columns: readonly (StripWeek | StripGap)[];
  /** What has no day, in the order of the programme. */
  readonly undated: readonly Item[];
}

/** So many weeks with nothing in them, one after the other, are drawn as they are. */
const DRAWN = 1;

/**
 * The strip of an engagement.
 * @param weekStart the ISO weekday that weeks begin on
 */
export function stripOf(shown: ShownEngagement, weekStart: number): Strip {
  const { today, startDate, endDate } = shown;
  const { dated, undated } = itemsByDay(shown);
  const weekOf = (day: Day): Day => startOfWeek(day, weekStart);
  const ends = [startDate, endDate].flatMap((date) => (date === null ? [] : parseDay(date)));
  const named = [today, ...ends, ...dated.map(({ day }) => day)].map(weekOf);
  const byWeek = new Map<Day, StripDay[]>([...new Set(named)].sort((a, b) => a - b).map((first) => [first, []]));
  for (const { item, day } of dated) addTo(byWeek.get(weekOf(day)), day, item);
  const now = byWeek.get(weekOf(today));
  if (now && !now.some(({ day }) => day === today)) {
    now.push({ day: today, items: [] });
    now.sort((a, b) => a.day - b.day);
  }
  return { columns: withGaps(byWeek), undated };
}

/** Items come in order of their days. */
function addTo(days: StripDay[] | undefined, day: Day, item: Item): void {
  const last = days?.at(-1);
  if (last?.day === day) days?.splice(-1, 1, { day, items: [...last.items, item] });
  else days?.push({ day, items: [item] });
}

/** The weeks, with those between them that have nothing. */
function withGaps(byWeek: ReadonlyMap<Day, readonly StripDay[]>): (StripWeek | StripGap)[] {
  const columns: (StripWeek | StripGap)[] = [];
  let next: Day | undefined;
  for (const [first, days] of byWeek) {
    const between = next ?? first;
    const weeks = (first - between) / 7;
    if (weeks > DRAWN) columns.push({ type: 'gap', first: between, weeks });
    else if (weeks > 0) columns.push({ type: 'week', first: between, days: [] });
    columns.push({ type: 'week', first, days });
    next = first + 7;
  }
  return columns;
}
