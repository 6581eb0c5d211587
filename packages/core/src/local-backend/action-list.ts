// The list of the actions that the viewer may see, page by page (api.md R-L-1, R-L-2): what lies in the places they see,
// each judged by its own clock.
import type { ActionQuery, Backend } from '../backend.ts';
import { NO_DUE_KEY, type VisibleContainer, visibleContainers } from '../domain/index.ts';
import {
  type Action,
  actionQuerySchema,
  type ActionFilter,
  type ActionRecord,
  type ActionSort,
  type Page,
} from '../schema/index.ts';
import { viewOf } from './action-course.ts';
import { placeOf, shelvedAction } from './action-shelf.ts';
import { type Call, type Calls, clocksOf } from './call.ts';
import { checked } from './failures.ts';
import { isNumberKey, isTextKey, pageOf } from './page.ts';

/** `actions.list` of the port. */
export function actionList(inCall: Calls): Backend['actions']['list'] {
  return async (query = {}, options) => {
    const asked = checked(actionQuerySchema, query);
    return inCall((call) => pageOfActions(asked, call), options);
  };
}

async function pageOfActions(query: ActionQuery, call: Call): Promise<Page<Action>> {
  const { limit, cursor, count, sort = 'due', ...asked } = query;
  const { tx, access, viewer, workspace, now } = call;
  const filter: ActionFilter = { ...asked, ...(asked.assignee === 'me' ? { assignee: viewer.id } : {}) };

  const { people } = await clocksOf(call, access.personalOwners);
  const visible = visibleContainers({ access, people, workspace, now });
  const containers = visible.filter((container) => isWithin(container, filter.context));
  const page = await pageOf(
    { limit, cursor, count },
    {
      scope: [viewer.id, 'actions', filter, sort],
      isKey: (key) => isKeyOf(sort, key),
      placed: (record: ActionRecord) => shelvedAction(record, sort),
      find: (asked) => tx.listActions({ containers, filter, sort, ...asked }),
    },
  );

  const days = new Map(containers.map(({ type, id, today }) => [`${type}:${id}`, today]));
  const items = page.items.map((record) => viewOf(record, days.get(placeOf(record)) as number, call));
  return { ...page, items };
}

/** Whether actions of the container can be in a list of this context; a place that is not seen gives an empty list. */
function isWithin({ type, id }: VisibleContainer, context: string | undefined): boolean {
  return context === undefined || context === type || context === `${type}:${id}`;
}

/** Whether the key is one that this order can give. */
function isKeyOf(sort: ActionSort, key: number | string): boolean {
  if (sort.endsWith('title')) return isTextKey(key);
  return isNumberKey(key, sort.endsWith('due') ? NO_DUE_KEY : undefined);
}
