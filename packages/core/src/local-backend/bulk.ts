// One operation on up to 500 actions (api.md R-V-4): every one answers for itself – done, skipped with the reason, or
// refused with the rule's name, the fault's or the problem's code – and one refusal stops no other. A dry run says the
// same and changes nothing.
import { type Backend, BackendError } from '../backend.ts';
import { containerOf, type Day, todayOf } from '../domain/index.ts';
import { type ActionRecord, type BulkOutcome, type BulkRequest, bulkRequestSchema } from '../schema/index.ts';
import { edited, inState, removed, save, seen } from './action-course.ts';
import { type Call, type Calls, clocksOf } from './call.ts';
import { checked } from './failures.ts';

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
      const results: BulkOutcome[] = [];
      const answered = new Set<string>();
      for (const id of asked.ids) {
        if (answered.has(id)) results.push({ id, outcome: 'skipped', reason: 'duplicate' });
        else
          results.push(
            await outcomeOf(id, records.get(id), asked, call, (record) => todayOf(record, clocks, call.now)),
          );
        answered.add(id);
      }
      return { results };
    }, options);
  };
}

async function outcomeOf(
  id: string,
  record: ActionRecord | undefined,
  request: BulkRequest,
  call: Call,
  todayOn: (record: ActionRecord) => Day,
): Promise<BulkOutcome> {
  let before: ActionRecord;
  let after: ActionRecord;
  try {
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
