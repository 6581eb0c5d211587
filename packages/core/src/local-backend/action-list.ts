// The list of the actions that the viewer may see, page by page (api.md R-L-1, R-L-2): what lies in the places they see,
// each judged by its own clock. Guests of a room get its actions as they see them, in the order in which they see them.
import type { ActionQuery, Backend } from '../backend.ts';
import {
  type EveryEngagement,
  guestSight,
  inSight,
  NO_DUE_KEY,
  placeAmong,
  type RoomSight,
  type VisibleContainer,
  visibleContainers,
  WHOLE,
} from '../domain/index.ts';
import {
  type Action,
  actionQuerySchema,
  type ActionFilter,
  type ActionRecord,
  type ActionSort,
  type EngagementRecord,
  type Id,
  type Page,
  type RoomRecord,
} from '../schema/index.ts';
import { viewOf } from './action-course.ts';
import { placeOf, shelfReaderOf, shelvedAction } from './action-shelf.ts';
import { type Call, type Calls, clocksOf, lookUp } from './call.ts';
import { turnDays } from './day-turn.ts';
import { checked } from './failures.ts';
import { isNumberKey, isTextKey, pageOf } from './page.ts';
import { engagementsSeen, everyEngagementTurned, turnEngagements } from './engagement-access.ts';
import { engagementActionView } from './engagement-actions.ts';
import { callInEngagements, callInRooms, roomsSeen } from './room-access.ts';

/** `actions.list` of the port. */
export function actionList(inCall: Calls): Backend['actions']['list'] {
  return async (query = {}, options) => {
    const asked = checked(actionQuerySchema, query);
    return inCall(async (outer) => {
      const inRooms = callInRooms(outer, await roomsAsked(outer, asked.context));
      await turnDays(inRooms, inRooms.access.rooms.values());
      if (outer.viewer.role === 'admin' && (asked.context ?? 'engagement') === 'engagement')
        return pageOfActions(asked, inRooms, await everyEngagementTurned(inRooms));
      const call = callInEngagements(inRooms, await engagementsAsked(outer, asked.context));
      await turnEngagements(call, call.access.engagements.values());
      return pageOfActions(asked, call);
    }, options);
  };
}

/** @param every all engagements, for admins; else those count that the call's access is told of */
async function pageOfActions(query: ActionQuery, call: Call, every?: EveryEngagement): Promise<Page<Action>> {
  const { limit, cursor, count, sort = 'due', ...asked } = query;
  const { tx, access, viewer, workspace, now } = call;
  const filter: ActionFilter = { ...asked, ...(asked.assignee === 'me' ? { assignee: viewer.id } : {}) };

  const { people } = await clocksOf(call, access.personalOwners);
  const visible = visibleContainers({ access, people, workspace, now });
  const containers = visible.filter((container) => isWithin(container, filter.context));
  const places = new Map(containers.map((container) => [`${container.type}:${container.id}`, container]));
  const page = await pageOf(
    { limit, cursor, count },
    {
      scope: [viewer.id, 'actions', filter, sort],
      isKey: (key) => isKeyOf(sort, key),
      placed: (record: ActionRecord) => shelvedAction(record, sort, shelfReaderOf(places.get(placeOf(record)))),
      find: (asked) => tx.listActions({ containers, everyEngagement: every, filter, sort, ...asked }),
    },
  );

  const sights = await sightsOf(page.items, places, call);
  const { access: known } = every ? callInEngagements(call, await engagementsIn(page.items, call)) : call;
  const items = page.items.flatMap((record): Action[] => {
    const place = places.get(placeOf(record));
    if (record.context.type === 'engagement') {
      const engagement = known.engagements.get(record.context.engagementId);
      if (!engagement) return [];
      const { today } = place ?? (every ? placeAmong(every, engagement) : { today: 0 });
      return [engagementActionView(record, engagement, { ...call, access: known }, today)];
    }
    const action = viewOf(record, place?.today ?? 0, call);
    return [inSight(action, sights.get(placeOf(record)) ?? WHOLE, record.shown)];
  });
  return { ...page, items };
}

/** The rooms that can matter to a list of this context: those that the viewer sees, or the one that is asked for. */
async function roomsAsked(call: Call, context: string | undefined): Promise<RoomRecord[]> {
  if (context === undefined || context === 'room') return roomsSeen(call);
  const [type, id] = context.split(':', 2) as [string, Id | undefined];
  const room = type === 'room' && id !== undefined ? await lookUp(call, 'room', id) : null;
  return room ? [room] : [];
}

/** The same for engagements. */
async function engagementsAsked(call: Call, context: string | undefined): Promise<EngagementRecord[]> {
  if (context === undefined || context === 'engagement') return engagementsSeen(call);
  const [type, id] = context.split(':', 2) as [string, Id | undefined];
  const engagement = type === 'engagement' && id !== undefined ? await lookUp(call, 'engagement', id) : null;
  return engagement ? [engagement] : [];
}

/** The engagements that these actions are in. */
function engagementsIn(records: readonly ActionRecord[], { tx }: Call): Promise<EngagementRecord[]> {
  const ids = records.flatMap(({ context }) => (context.type === 'engagement' ? context.engagementId : []));
  return ids.length > 0 ? tx.find('engagement', { id: [...new Set(ids)] }) : Promise.resolve([]);
}

/** How the viewer sees the rooms, by place, that these actions are in and that they do not see whole. */
async function sightsOf(
  records: readonly ActionRecord[],
  places: ReadonlyMap<string, VisibleContainer>,
  { tx, access, viewer }: Call,
): Promise<Map<string, RoomSight>> {
  const sights = new Map<string, RoomSight>();
  for (const [place, inside] of Map.groupBy(records, placeOf)) {
    const at = places.get(place);
    const room = at?.room?.whole === false ? access.rooms.get(at.id) : undefined;
    if (!room) continue;
    // What they see of the plan matters to dates that rest on something in it.
    const rests = inside.some(({ start, due }) => [start, due].some((date) => date?.rule.type === 'relative'));
    sights.set(place, guestSight(room, rests ? await tx.actionsOfRoom(room.id) : [], viewer.id));
  }
  return sights;
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
