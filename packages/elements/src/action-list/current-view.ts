// Which of the saved views a list shows. The one that asks for just what is shown, however that came about (chosen, set
// one by one, or by the page's address); else the one chosen last, as changed.
import type { ActionSort } from '@followthrough/core/schema';
import { formatFilter, type Grouping, parseFilter } from '@followthrough/core/stores';
import type { ListView } from '../view-events.ts';

/** What a list is asked for: its filter as text, its order and its groups. */
export interface Asked {
  readonly filter: string;
  readonly sort: ActionSort;
  readonly groupBy: Grouping;
}

/** What a view asks for. */
export function asks({ filter = {}, sort = 'due', groupBy = 'none' }: ListView): Asked {
  return { filter: formatFilter(typeof filter === 'string' ? parseFilter(filter).filter : filter), sort, groupBy };
}

/**
 * The view shown; null where none was chosen and none asks for this.
 * @param last the id of the view chosen last, and the name of one that was just made: of several that ask for the same
 *   the one just made is meant, else the one chosen
 */
export function currentView(
  views: readonly ListView[],
  shown: Asked,
  last: { chosen: string | null; made: string | null },
): { view: ListView; changed: boolean } | null {
  const same = views.filter((view) => isSame(asks(view), shown));
  const view = same.find(({ name }) => name === last.made) ?? same.find(({ id }) => id === last.chosen) ?? same[0];
  if (view) return { view, changed: false };
  const chosen = views.find(({ id }) => id === last.chosen);
  return chosen ? { view: chosen, changed: true } : null;
}

function isSame(one: Asked, other: Asked): boolean {
  return one.filter === other.filter && one.sort === other.sort && one.groupBy === other.groupBy;
}
