// Actions, one at a time (api.md §5): make, read, edit, change of state, delete, restore, and why a date is what it is.
import type { Backend } from '../backend.ts';
import {
  canSee,
  canSeeRelationship,
  engagementReaderOf,
  explanationOf,
  faultsOfDraft,
  isRestorable,
  mayCreateIn,
  mergePatch,
  newAction,
  restoredAction,
  sawGo,
  stateChange,
} from '../domain/index.ts';
import {
  type Action,
  type ActionDraft,
  actionDraftSchema,
  actionPatchSchema,
  type ActionRecord,
  actionSchema,
  actionStateSchema,
  dependentsSchema,
  plannedDateDraftSchema,
  plannedDateSchema,
  readOnlyFields,
} from '../schema/index.ts';
import { assertEditable, assertMay, edited, inState, removed, save, viewOf, visibleAction } from './action-course.ts';
import { actionList } from './action-list.ts';
import { bulkOf } from './bulk.ts';
import { type Call, type Calls, lookUp, todayFor } from './call.ts';
import { checked, forbidden, notFound, validation, versionConflict } from './failures.ts';
import {
  engagementActionView,
  explainInEngagement,
  removeInEngagement,
  restoreInEngagement,
  setStateInEngagement,
  updateInEngagement,
} from './engagement-actions.ts';
import { accessAt } from './room-access.ts';
import {
  createInRoom,
  explainInRoom,
  readInRoom,
  removeInRoom,
  restoreInRoom,
  setStateInRoom,
  updateInRoom,
} from './room-actions.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_OF_DATES = ['/start', '/due'].flatMap((at) =>
  readOnlyFields(plannedDateSchema, plannedDateDraftSchema, at),
);
const READ_ONLY_ON_CREATE = new Set([...readOnlyFields(actionSchema, actionDraftSchema), ...READ_ONLY_OF_DATES]);
const READ_ONLY_OF_CONTEXTS = ['type', 'roomId', 'relationshipId', 'meetingId', 'engagementId', 'itemId'];
const READ_ONLY_ON_EDIT = new Set([
  ...readOnlyFields(actionSchema, actionPatchSchema),
  ...READ_ONLY_OF_CONTEXTS.map((name) => `/context/${name}`),
  ...READ_ONLY_OF_DATES,
]);

/** The actions' part of the port. */
export function actionsOf(inCall: Calls): Backend['actions'] {
  return {
    list: actionList(inCall),
    bulk: bulkOf(inCall, READ_ONLY_OF_DATES),

    get: (id, options) =>
      inCall(async (outer) => {
        const { call, record } = await visibleAction(outer, id);
        return read(call, record);
      }, options),

    async create(draft, options) {
      const written = checked(actionDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const { tx, viewer, at, newId } = call;
        if (written.context.type === 'room') return createInRoom(call, written);
        await assertCreatable(call, written);
        const record = newAction(written, written.id ?? newId(), { by: viewer.id, at });
        await insertNew(tx, 'action', record);
        await tx.insert('stateChange', stateChange(null, record, { id: newId(), at, by: viewer.id }));
        return read(call, record);
      }, options);
    },

    async update(id, patch, options) {
      const written = checked(actionPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (outer) => {
        const { call, record } = await visibleAction(outer, id);
        if (record.context.type === 'room') return updateInRoom(call, record, written, options, version);
        if (record.context.type === 'engagement') return updateInEngagement(call, record, written, options, version);
        assertEditable(record, written, call.access);
        if (version !== record.version) {
          // Edits of different fields do not contradict one another.
          const current = await read(call, record);
          if (!options.base || 'conflicts' in mergePatch(options.base, current, written))
            throw versionConflict(current);
        }
        const next = edited(record, written, call);
        await save(call, record, next);
        return read(call, next);
      }, options);
    },

    async setState(id, state, options) {
      const to = checked(actionStateSchema, state);
      return inCall(async (outer) => {
        const { call, record } = await visibleAction(outer, id);
        if (record.context.type === 'room') return setStateInRoom(call, record, to);
        if (record.context.type === 'engagement') return setStateInEngagement(call, record, to);
        const today = await todayFor(call, record);
        const next = inState(record, to, today, call);
        await save(call, record, next);
        return viewOf(next, today, call);
      }, options);
    },

    async remove(id, options) {
      const version = versionOf(options);
      const dependents = options.dependents === undefined ? undefined : checked(dependentsSchema, options.dependents);
      return inCall(async (outer) => {
        const { call, record } = await visibleAction(outer, id);
        if (record.context.type === 'room') return removeInRoom(call, record, dependents, version);
        if (record.context.type === 'engagement') return removeInEngagement(call, record, version);
        const next = removed(record, call);
        if (version !== record.version) throw versionConflict(await read(call, record));
        await save(call, record, next);
      }, options);
    },

    restore: (id, options) =>
      inCall(async (outer) => {
        const record = await lookUp(outer, 'action', id);
        const call = record ? { ...outer, access: await accessAt(outer, record.context) } : outer;
        // Whoever could not see it were it there learns nothing; nor does anybody once it is gone for good.
        if (!record || !canSee(record, call.access)) throw notFound();
        if (record.deleted !== null) {
          if (!isRestorable(record, call.now) || !sawGoOf(call, record, record.deleted)) throw notFound();
          if (record.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
          assertMay('delete', record, call.access);
          if (record.context.type === 'room') return restoreInRoom(call, record);
          if (record.context.type === 'engagement') return restoreInEngagement(call, record);
        }
        const next = restoredAction(record, { by: call.viewer.id, at: call.at });
        await save(call, record, next);
        return read(call, next);
      }, options),

    explain: (id, options) =>
      inCall(async (outer) => {
        const { call, record } = await visibleAction(outer, id);
        if (record.context.type === 'room') return explainInRoom(call, record);
        if (record.context.type !== 'engagement') return explanationOf(record);
        const { engagement, reader } = engagementOf(call, record);
        return explainInEngagement(record, engagement, reader);
      }, options),
  };
}

async function read(call: Call, record: ActionRecord): Promise<Action> {
  if (record.context.type === 'room') return readInRoom(call, record);
  if (record.context.type === 'engagement')
    return engagementActionView(record, engagementOf(call, record).engagement, call, await todayFor(call, record));
  return viewOf(record, await todayFor(call, record), call);
}

/** The engagement that an action is in, and the viewer as its reader. */
function engagementOf({ access }: Call, { context }: ActionRecord) {
  const engagement = context.type === 'engagement' ? access.engagements.get(context.engagementId) : undefined;
  const reader = engagement && engagementReaderOf(engagement, access.viewer);
  if (!engagement || !reader) throw notFound();
  return { engagement, reader };
}

/** Whether the viewer saw the action go, so far as its place tells; see `sawGo` in core/domain. */
function sawGoOf(call: Call, record: ActionRecord, deleted: NonNullable<ActionRecord['deleted']>): boolean {
  if (record.context.type !== 'engagement') return true;
  const { engagement, reader } = engagementOf(call, record);
  return sawGo(engagement, reader, deleted);
}

/** Refuses a new action in a place that is unseen or not the viewer's to add to, or one that cannot be written. */
async function assertCreatable({ tx, access, viewer }: Call, draft: ActionDraft): Promise<void> {
  const { context } = draft;
  if (context.type !== 'relationship') {
    const faults = faultsOfDraft(draft, { owner: viewer.id });
    if (faults.length > 0) throw validation(faults);
    return;
  }
  const relationship = await tx.get('relationship', context.relationshipId);
  if (!relationship || !canSeeRelationship(relationship, access.viewer)) throw notFound();
  const allowed = mayCreateIn(relationship, access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  const meeting = context.meetingId === undefined ? null : await tx.get('meeting', context.meetingId);
  const faults = faultsOfDraft(draft, { owner: viewer.id, relationship, meeting });
  if (faults.length > 0) throw validation(faults);
}
