// Rows that linger stand in the list as they were listed; what is shown there, and counted, is what they have become.
import type { CollectionView } from '../domain/index.ts';
import type { Action, Id } from '../schema/index.ts';

/**
 * The view with what lingers shown as it is now; the very same view where nothing lingers.
 * @param lingering what lingers, as it is listed
 * @param nowOf what an action has become
 * @param isCounted whether it is counted under its status
 */
export function lingeringView(
  view: CollectionView<Action>,
  lingering: ReadonlyMap<Id, Action>,
  nowOf: (id: Id) => Action | undefined,
  isCounted: (action: Action) => boolean,
): CollectionView<Action> {
  if (lingering.size === 0) return view;
  const counts = { ...view.counts };
  const become = new Map<Action, Action>();
  for (const [id, listed] of lingering) {
    const now = nowOf(id);
    counts[listed.status]--;
    if (!now) continue;
    become.set(listed, now);
    if (isCounted(now)) counts[now.status]++;
  }
  const groups = view.groups.map((group) => {
    if (!group.rows.some((row) => become.has(row))) return group;
    return { key: group.key, rows: group.rows.map((row) => become.get(row) ?? row) };
  });
  const [first] = groups;
  return { rows: first && groups.length === 1 ? first.rows : groups.flatMap(({ rows }) => rows), groups, counts };
}
