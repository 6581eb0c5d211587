// The list of the actions that the viewer may see, page by page (api.md R-L-1, R-L-2): what lies in the places they see,
// each judged by its own clock.
import type { ActionQuery, Backend } from '../backend.ts';
import { NO_DUE_KEY, sortKey, type VisibleContainer, visibleContainers } from '../domain/index.ts';
import {
  type Action,
  actionQuerySchema,
  type ActionFilter,
  type ActionSort,
  PAGE_LIMITS,
  type Page,
} from '../schema/index.ts';
import { viewOf } from './action-course.ts';
import { placeOf } from './action-shelf.ts';
import { type Call, type Calls, clocksOf } from './call.ts';
import { cursorAfter, positionOf } from './cursor.ts';
import { checked, cursorInvalid } from './failures.ts';

/** `actions.list` of the port. */
export function actionList(inCall: Calls): Backend['actions']['list'] {
  return async (query = {}, options) => {
    const asked = checked(actionQuerySchema, query);
    return inCall((call) => pageOfActions(asked, call), options);
  };
}

async function pageOfActions(query: ActionQuery, call: Call): Promise<Page<Action>> {
  const { limit = PAGE_LIMITS.default, cursor, count = false, sort = 'due', ...asked } = query;
  const { tx, access, viewer, workspace, now } = call;
  const filter: ActionFilter = { ...asked, ...(asked.assignee === 'me' ? { assignee: viewer.id } : {}) };
  const scope = [viewer.id, 'actions', filter, sort];
  const after = positionOf(cursor, scope);
  if (after && !isKeyOf(sort, after.key)) throw cursorInvalid();

  const { people } = await clocksOf(call, access.personalOwners);
  const visible = visibleContainers({ access, people, workspace, now });
  const containers = visible.filter((container) => isWithin(container, filter.context));
  const found = await tx.listActions({ containers, filter, sort, after, limit, count });

  const days = new Map(containers.map(({ type, id, today }) => [`${type}:${id}`, today]));
  const last = found.records.at(-1);
  return {
    items: found.records.map((record) => viewOf(record, days.get(placeOf(record)) as number, call)),
    next: found.more && last ? cursorAfter({ key: sortKey(last, sort), id: last.id }, scope) : null,
    ...(found.count === null ? {} : { count: found.count }),
  };
}

/** Whether actions of the container can be in a list of this context; a place that is not seen gives an empty list. */
function isWithin({ type, id }: VisibleContainer, context: string | undefined): boolean {
  return context === undefined || context === type || context === `${type}:${id}`;
}

/** Whether the key is one that this order can give, so that a forged cursor asks nothing odd of a repository. */
function isKeyOf(sort: ActionSort, key: number | string): boolean {
  if (typeof key === 'string') return sort.endsWith('title') && key.isWellFormed() && !key.includes('\0');
  const most = sort.endsWith('due') ? NO_DUE_KEY : Number.MAX_SAFE_INTEGER;
  return !sort.endsWith('title') && Number.isInteger(key) && Math.abs(key) <= most;
}
