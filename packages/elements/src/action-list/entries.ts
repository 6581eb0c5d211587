// What a list shows as one flat run for its window: the rows alone, or each group's header followed by its rows while
// the group is open. Ungrouped rows are the store's own array: nothing is copied for 10,000 of them.
import type { Action } from '@followthrough/core/schema';
import type { ActionGroup, ActionListView } from '@followthrough/core/stores';

/** The key that stands for the row of column headers. */
export const HEADER = ':header';

/** The header of a group of rows. */
export interface GroupHeader {
  readonly group: ActionGroup;
  readonly open: boolean;
}

/** A row or a group's header. */
export type ListEntry = Action | GroupHeader;

export function isGroupHeader(entry: ListEntry): entry is GroupHeader {
  return 'group' in entry;
}

/** What tells an entry from all others: the action's id, or the group's key behind a colon, which no id has. */
export function entryKey(entry: ListEntry): string {
  return isGroupHeader(entry) ? `:${entry.group.key}` : entry.id;
}

/**
 * The entries of a view.
 * @param collapsed keys of the groups whose rows are not shown
 */
export function entriesOf(
  view: ActionListView,
  grouped: boolean,
  collapsed: ReadonlySet<string>,
): readonly ListEntry[] {
  if (!grouped) return view.rows;
  return view.groups.flatMap((group): ListEntry[] => {
    const open = !collapsed.has(group.key);
    return open ? [{ group, open }, ...group.rows] : [{ group, open }];
  });
}
