// One operation on up to 500 actions (api.md R-V-4): every one answers for itself – done, skipped with the reason, or
// refused with the rule's name, the fault's or the problem's code – and one refusal stops no other. A dry run says the
// same and changes nothing.
import { type Backend, BackendError } from '../backend.ts';
import { canSee, canSeeRoom, containerOf, type Day, isInsider, pinnedByHand, todayOf } from '../domain/index.ts';
import { type ActionRecord, type BulkOutcome, type BulkRequest, bulkRequestSchema, type Id } from '../schema/index.ts';
import { edited, inState, removed, save, seen } from './action-course.ts';
import { type Call, type Calls, clocksOf } from './call.ts';
import { checked, notFound } from './failures.ts';
import { openEngagements } from './engagement-access.ts';
import {
  editEngagementAction,
  moveEngagementAction,
  removeEngagementAction,
  viewInWork,
} from './engagement-actions.ts';
import { keepEngagements } from './engagement-keeping.ts';
import type { EngagementWork } from './engagement-work.ts';
import { keepPlan } from './plan-keeping.ts';
import { callInEngagements } from './room-access.ts';
import { editAction, moveState, openPlan, type PlanWork, removeAction, standing } from './plan-work.ts';

/** `actions.bulk` of the port. */
export function bulkOf(inCall: Calls, readOnly: Iterable<string>): Backend['actions']['bulk'] {
  const readOnlyFields = new Set(readOnly);
  return async (request, options) => {
    const asked = checked(bulkRequestSchema, request, readOnlyFields);
    return inCall(async (call) => {
      const records = new Map((await call.tx.find('action', { id: asked.ids })).map((record) => [record.id, record]));
      const owners = new Set(
        [...records.values()].map(containerOf).flatMap(({ type, id }) => (type === 'personal' ? [id] : [])),
      );
      const clocks = await clocksOf(call, owners);
      const plans = await plansOf(call, records.values());
      const engagements = await engagementsOf(call, records.values());
      const results: BulkOutcome[] = [];
      const answered = new Set<string>();
      for (const id of asked.ids) {
        if (answered.has(id)) results.push({ id, outcome: 'skipped', reason: 'duplicate' });
        else
          results.push(
            await outcomeOf(id, records.get(id), asked, call, { plans, engagements }, (record) =>
              todayOf(record, clocks, call.now),
            ),
          );
        answered.add(id);
      }
      if (asked.dryRun !== true) for (const work of plans.values()) if (work.changes.length > 0) await keepPlan(work);
      if (asked.dryRun !== true && engagements.size > 0) await keepEngagements(call, engagements.values());
      return { results };
    }, options);
  };
}

async function outcomeOf(
  id: string,
  record: ActionRecord | undefined,
  request: BulkRequest,
  call: Call,
  { plans, engagements }: Works,
  todayOn: (record: ActionRecord) => Day,
): Promise<BulkOutcome> {
  let before: ActionRecord;
  let after: ActionRecord;
  try {
    if (record?.context.type === 'room') return changedInPlan(record, plans.get(record.context.roomId), request);
    if (record?.context.type === 'engagement')
      return changedInEngagement(record, engagements.get(record.context.engagementId), request);
    before = seen(record, call.access);
    after = changed(before, request, call, todayOn);
  } catch (error) {
    if (error instanceof BackendError) return { id, outcome: 'refused', reason: reasonOf(error) };
    throw error;
  }
  if (after === before) return { id, outcome: 'skipped', reason: 'unchanged', version: before.version };
  if (request.dryRun !== true) await save(call, before, after);
  return { id, outcome: 'done', version: after.version };
}

/** What holds actions that are changed with all that hangs on them. */
interface Works {
  readonly plans: ReadonlyMap<Id, PlanWork>;
  readonly engagements: ReadonlyMap<Id, EngagementWork>;
}

/** The engagements that these are in and the viewer sees, each taken up once for all of them. */
async function engagementsOf(call: Call, records: Iterable<ActionRecord>): Promise<Map<Id, EngagementWork>> {
  const ids = Array.from(records).flatMap(({ context }) =>
    context.type === 'engagement' ? [context.engagementId] : [],
  );
  if (ids.length === 0) return new Map();
  const seen = await call.tx.find('engagement', { id: [...new Set(ids)] });
  return openEngagements(
    callInEngagements(call, seen),
    seen.map(({ id }) => id),
  );
}

/** The plans of the rooms that these are in and the viewer sees, each taken up once for all of them. */
async function plansOf(call: Call, records: Iterable<ActionRecord>): Promise<Map<Id, PlanWork>> {
  const ids = new Set(Array.from(records).flatMap(({ context }) => (context.type === 'room' ? [context.roomId] : [])));
  const plans = new Map<Id, PlanWork>();
  for (const id of [...ids].sort()) {
    const room = await call.tx.get('room', id);
    if (room && canSeeRoom(room, call.access.viewer)) plans.set(id, await openPlan(call, room));
  }
  return plans;
}

/** The same for an action of a room: changed in its plan, which is kept once all are done. */
function changedInPlan({ id }: ActionRecord, work: PlanWork | undefined, request: BulkRequest): BulkOutcome {
  const kept = work?.actions.get(id);
  if (!work || !kept || !canSee(kept, work.call.access)) throw notFound();
  const { version } = kept;
  switch (request.operation) {
    case 'setState':
      moveState(work, id, request.state);
      break;
    case 'assign':
      editAction(work, id, { assignee: request.assignee });
      break;
    case 'reschedule':
      editAction(work, id, { due: pinnedByHand(kept.due, request.due) });
      break;
    case 'delete':
      return { id, outcome: 'done', version: removeAction(work, id).version };
  }
  const after = standing(work, id).version;
  // A guest is told the version that guests see.
  const told = isInsider(work.room, work.call.access.viewer) ? version : (kept.shown?.version ?? version);
  return after === version
    ? { id, outcome: 'skipped', reason: 'unchanged', version: told }
    : { id, outcome: 'done', version: told + after - version };
}

/** The same for an action of an engagement: changed with its item, all of which is kept once all are done. */
function changedInEngagement(
  { id }: ActionRecord,
  work: EngagementWork | undefined,
  request: BulkRequest,
): BulkOutcome {
  if (!work) throw notFound();
  const before = viewInWork(work, id);
  const record = work.actions.get(id);
  switch (request.operation) {
    case 'setState':
      moveEngagementAction(work, id, request.state);
      break;
    case 'assign':
      editEngagementAction(work, id, { assignee: request.assignee });
      break;
    case 'reschedule':
      editEngagementAction(work, id, { due: pinnedByHand(before.due, request.due) });
      break;
    case 'delete':
      removeEngagementAction(work, id);
      return { id, outcome: 'done', version: before.version + 1 };
  }
  return work.actions.get(id) === record
    ? { id, outcome: 'skipped', reason: 'unchanged', version: before.version }
    : { id, outcome: 'done', version: before.version + 1 };
}

function changed(
  record: ActionRecord,
  request: BulkRequest,
  call: Call,
  todayOn: (record: ActionRecord) => Day,
): ActionRecord {
  switch (request.operation) {
    case 'setState':
      return inState(record, request.state, todayOn(record), call);
    case 'assign':
      return edited(record, { assignee: request.assignee }, call);
    case 'reschedule':
      return edited(record, { due: request.due }, call);
    case 'delete':
      return removed(record, call);
  }
}

function reasonOf(error: BackendError): string {
  return error.rule ?? error.errors[0]?.code ?? error.code;
}
