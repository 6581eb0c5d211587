// An engagement's items in time: what has a day by month, with a mark where today is; then what has none, in the order of the
// programme. A draft has no days yet: its programme is one list.
import { type Day, dayAt, parseDay, parseInstant, yearMonthDayOf } from '@followthrough/core/domain';
import type { Item, OpenItem, TimeZone } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';

export type TimelineGrouping = 'month' | 'none';
/** How the items are shown; anything else is as a list. */
export type EngagementView = 'list' | 'calendar-strip';

/** Items that stand together. */
export interface ItemGroup {
  readonly key: string;
  /** `today`: nothing but the mark, before all else. */
  readonly type: 'month' | 'undated' | 'whole' | 'today';
  /** Some day of the month, of a month. */
  readonly month: Day | null;
  readonly items: readonly Item[];
  /** Before which item the mark of today stands: the number of items means after the last; null: not in this group. */
  readonly todayAt: number | null;
}

/** The day on which an item stands in time; null where it has none. */
export function dayOfItem({ session, release, completed, state }: OpenItem, zone: TimeZone): Day | null {
  if (session?.startsAt != null) return dayAt(parseInstant(session.startsAt), zone);
  if (state !== 'unscheduled') {
    if (release?.type === 'on' && release.date !== null) return parseDay(release.date);
    if (release?.type === 'immediately' && release.at !== null) return dayAt(parseInstant(release.at), zone);
  }
  return completed === null ? null : dayAt(parseInstant(completed.at), zone);
}

/** An item with the day on which it stands. */
export interface DatedItem {
  readonly item: Item;
  readonly day: Day;
}

/** What has a day, in time; and what has none, in the order of the programme. In a draft nothing has one yet. */
export function itemsByDay({ items, zone, status }: ShownEngagement): {
  readonly dated: readonly DatedItem[];
  readonly undated: readonly Item[];
} {
  if (status === 'draft') return { dated: [], undated: items };
  const dated: DatedItem[] = [];
  const undated: Item[] = [];
  for (const item of items) {
    const day = item.locked || item.state === 'unscheduled' ? null : dayOfItem(item, zone);
    if (day === null) undated.push(item);
    else dated.push({ item, day });
  }
  // A stable order: of one day, by the programme.
  dated.sort((a, b) => a.day - b.day || timeOf(a.item) - timeOf(b.item));
  return { dated, undated };
}

/** What has no day, as a group. */
export function undatedGroup(items: readonly Item[]): ItemGroup {
  return { key: 'undated', type: 'undated', month: null, items, todayAt: null };
}

/** The items in the groups that they are shown in. */
export function itemGroups(shown: ShownEngagement, groupBy: TimelineGrouping): readonly ItemGroup[] {
  const { items, today } = shown;
  if (items.length === 0) return [];
  if (shown.status === 'draft') return [{ key: 'whole', type: 'whole', month: null, items, todayAt: null }];
  const { dated, undated } = itemsByDay(shown);
  return [...inMonths(dated, today, groupBy), ...(undated.length === 0 ? [] : [undatedGroup(undated)])];
}

function timeOf(item: Item): number {
  const startsAt = item.locked ? null : item.session?.startsAt;
  return startsAt == null ? 0 : parseInstant(startsAt);
}

function inMonths(dated: readonly DatedItem[], today: Day, groupBy: TimelineGrouping): ItemGroup[] {
  const months: { key: string; month: Day; entries: { item: Item; day: Day }[] }[] = [];
  for (const entry of dated) {
    const key = groupBy === 'none' ? 'all' : monthKey(entry.day);
    const last = months.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else months.push({ key, month: entry.day, entries: [entry] });
  }
  // After the last one that has come; where none has, at the head of its own month, or before all months.
  const past = months.findLastIndex(({ entries }) => (entries[0]?.day ?? Infinity) <= today);
  const own = months[0]?.key === (groupBy === 'none' ? 'all' : monthKey(today)) ? 0 : -1;
  const at = past >= 0 ? past : own;
  const groups = months.map(({ key, month, entries }, index): ItemGroup => {
    const come = entries.filter(({ day }) => day <= today).length;
    return {
      key,
      type: groupBy === 'none' ? 'whole' : 'month',
      month,
      items: entries.map(({ item }) => item),
      todayAt: index === at ? come : null,
    };
  });
  if (groups.length === 0 || at >= 0) return groups;
  return [{ key: 'today', type: 'today', month: null, items: [], todayAt: 0 }, ...groups];
}

function monthKey(day: Day): string {
  const { year, month } = yearMonthDayOf(day);
  return `${year}-${month}`;
}
