// A room's plan in one answer, and what a set of changes would move in it (rulebook §3, §4, api.md §5). Whoever looks is
// told what they may see; a member or an admin can look as one of the guests does, or as the company.
import { BackendError, type RoomBackend } from '../backend.ts';
import {
  accessOf,
  actionView,
  finishOverview,
  inOrder,
  inPlanOrder,
  inRooms,
  inSight,
  mayInRoom,
  mayViewAs,
  movesInSight,
  planOverview,
  type Access,
  type RoomSight,
  type SectionOverview,
  sightOf,
} from '../domain/index.ts';
import {
  type Id,
  type PlanEdit,
  planQuerySchema,
  type Preview,
  previewRequestSchema,
  type RoomPlan,
  type RoomRecord,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { checked, forbidden, notFound } from './failures.ts';
import { movesOf } from './plan-keeping.ts';
import {
  addAction,
  editAction,
  moveState,
  openPlan,
  type PlanWork,
  removeAction,
  removeSection,
  standingActions,
} from './plan-work.ts';
import { roomView, visibleRoom } from './room-access.ts';
import { sectionView } from './section-view.ts';

/** Looking as the company does: like its guests, and like no one of them. */
const COMPANY = 'company';

/** `rooms.plan` of the port. */
export function planOf(inCall: Calls): RoomBackend['rooms']['plan'] {
  return async (id, query = {}, options) => {
    const { as } = checked(planQuerySchema, query);
    return inCall(async (call) => {
      const room = await visibleRoom(call, id);
      const access = as === undefined ? inRooms(call.access, [room]) : await accessAs(call, room, as);
      return planView(await openPlan(call, room), access);
    }, options);
  };
}

/** `rooms.preview` of the port. */
export function previewOf(inCall: Calls): RoomBackend['rooms']['preview'] {
  return async (id, request, options) => {
    const { changes } = checked(previewRequestSchema, request);
    return inCall(async (call) => {
      const work = await openPlan(call, await visibleRoom(call, id));
      const sightBefore = sightOf(work.room, work.actions.values(), call.access.viewer);
      for (const [change, edit] of changes.entries()) {
        try {
          tryOut(work, edit, sightBefore);
        } catch (error) {
          if (!(error instanceof BackendError)) throw error;
          return { moved: [], overdue: [], refused: refusalOf(error, change) };
        }
      }
      const { moved, overdue } = movesOf(work);
      const sight = sightOf(work.room, work.actions.values(), call.access.viewer);
      return {
        moved: movesInSight(moved, sight),
        overdue: overdue.filter((actionId) => sight.whole || sight.seen.has(actionId)),
      };
    }, options);
  };
}

function tryOut(work: PlanWork, edit: PlanEdit, sight: RoomSight): void {
  if ('actionId' in edit && !sight.whole && !sight.seen.has(edit.actionId)) throw notFound();
  switch (edit.type) {
    case 'create': {
      assertInside(work);
      addAction(work, edit.draft, edit.draft.id ?? work.call.newId());
      return;
    }
    case 'update':
      editAction(work, edit.actionId, edit.patch);
      return;
    case 'setState':
      moveState(work, edit.actionId, edit.state);
      return;
    case 'remove':
      removeAction(work, edit.actionId, edit.dependents);
      return;
    case 'removeSection':
      if (!sight.whole && !sight.seen.has(edit.sectionId)) throw notFound();
      assertInside(work);
      removeSection(work, edit.sectionId, edit.dependents);
  }
}

function assertInside({ room, call }: PlanWork): void {
  const allowed = mayInRoom(room, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
}

function refusalOf({ code, rule, errors, path, dependents }: BackendError, change: number): Preview['refused'] {
  return {
    code,
    change,
    ...(rule === undefined ? {} : { rule }),
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
    ...(path === undefined ? {} : { path: [...path] }),
    ...(dependents === undefined ? {} : { dependents: dependents as NonNullable<Preview['refused']>['dependents'] }),
  };
}

/** What a guest of the room has access to there, for a member or an admin who looks as they do. */
async function accessAs(call: Call, room: RoomRecord, as: Id): Promise<Access> {
  const allowed = mayViewAs(room, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  if (as === COMPANY) {
    const guests = [...room.guests, { personId: COMPANY, sharedAt: room.createdAt }];
    const viewer = { personId: COMPANY, role: 'guest', companyId: room.companyId } as const;
    return accessOf(viewer, [], [{ ...room, guests }]);
  }
  const guest = room.guests.some(({ personId }) => personId === as) ? await call.tx.get('person', as) : null;
  if (!guest) throw notFound();
  return accessOf({ personId: guest.id, role: 'guest', companyId: guest.companyId }, [], [room]);
}

async function planView(work: PlanWork, access: Access): Promise<RoomPlan> {
  const { room, today, setting, call, resolver } = work;
  const everything = standingActions(work);
  const sight = sightOf(room, everything, access.viewer);
  const sections = inOrder([...work.sections.values()].filter(({ id }) => sight.whole || sight.seen.has(id)));
  const actions = inPlanOrder(
    everything.filter(({ id }) => sight.whole || sight.seen.has(id)),
    sections,
  );
  const named = actions.flatMap(({ assignee }) => (assignee?.type === 'person' ? [assignee.personId] : []));
  const found = named.length > 0 ? await call.tx.find('person', { id: [...new Set(named)] }) : [];
  const people = new Map(found.map((person) => [person.id, person]));
  const sectionIds = sections.map(({ id }) => id);
  const overview = planOverview({ sectionIds, actions, resolver: sight.whole ? resolver : null, today, people });
  const { finish, criticalPath } = finishOverview({ actions, resolver, setting, target: room.targetDate, people });
  return {
    room: roomView(room, access, sight),
    sections: sections.map((section) => ({
      ...sectionView(section, room, access, sight),
      ...(overview.sections.get(section.id) as SectionOverview),
    })),
    actions: actions.map((record) => inSight(actionView(record, access, today), sight, record.shown)),
    progress: overview.progress,
    finish,
    criticalPath: [...criticalPath],
    sides: overview.sides,
  };
}
