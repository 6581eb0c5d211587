// How an action comes to be and how it changes. A change that changes nothing keeps the version; any other makes the
// next one (api.md R-V-1, R-V-3). Whether it may be made is asked before: `may`, `faultsOfPatch`, `refusedTransition`.
import type {
  ActionContext,
  ActionDraft,
  ActionPatch,
  ActionRecord,
  ActionState,
  Id,
  Instant,
  PlannedDateDraft,
  PlannedDateRecord,
} from '../schema/index.ts';
import { assignedTo } from './assignee.ts';
import { closingOf, type Moment } from './closing.ts';
import { agrees, EDITABLE_FIELDS, type EditableField } from './merge.ts';
import { plannedDate } from './planned-date.ts';

/** Who does it and when. */
export interface Doing {
  by: Id;
  at: Instant;
}

/** The record of a new action. A personal one is assigned to its creator. */
export function newAction(draft: ActionDraft, id: Id, { by, at }: Doing): ActionRecord {
  const { context, title, description = '', assignee = null, start = null, due = null, position = null } = draft;
  return {
    id,
    context,
    title,
    description,
    assignee: context.type === 'personal' ? assignedTo(by) : assignee,
    start: start && plannedDate(start, by, at),
    due: due && plannedDate(due, by, at),
    position,
    state: 'todo',
    closed: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
    version: 1,
    deleted: null,
  };
}

/** The fields that the patch would change. */
export function changedFields(action: Parameters<typeof agrees>[1], patch: ActionPatch): EditableField[] {
  return EDITABLE_FIELDS.filter((field) => patch[field] !== undefined && !agrees(field, action, patch));
}

/** The record after an edit: its next version, or the very same record where the edit changes nothing. */
export function applyPatch(record: ActionRecord, patch: ActionPatch, doing: Doing): ActionRecord {
  const changed = new Set(changedFields(record, patch));
  const context = movedContext(record.context, patch.context);
  if (changed.size === 0 && context === record.context) return record;
  const { title = record.title, description = record.description, position = record.position } = patch;
  return {
    ...record,
    context,
    title,
    description,
    position,
    assignee: patch.assignee === undefined ? record.assignee : patch.assignee,
    start: changed.has('start') ? written(patch.start, doing) : record.start,
    due: changed.has('due') ? written(patch.due, doing) : record.due,
    updatedAt: doing.at,
    updatedBy: doing.by,
    version: record.version + 1,
  };
}

/** Where an action is after a move within its room; the very same where it stays, or is of no room. */
export function movedContext(context: ActionContext, move: ActionPatch['context']): ActionContext {
  if (context.type !== 'room' || move === undefined) return context;
  const { sectionId = context.sectionId, internalOnly = context.internalOnly } = move;
  if (sectionId === context.sectionId && internalOnly === context.internalOnly) return context;
  return { ...context, sectionId, internalOnly };
}

/** The record in another state, with its closing: its next version, or the very same record where it is there already. */
export function changeState(record: ActionRecord, to: ActionState, moment: Moment): ActionRecord {
  if (record.state === to) return record;
  const closed = closingOf(record, to, moment);
  return { ...record, state: to, closed, updatedAt: moment.at, updatedBy: moment.by, version: record.version + 1 };
}

function written(draft: PlannedDateDraft | null | undefined, { by, at }: Doing): PlannedDateRecord | null {
  return draft ? plannedDate(draft, by, at) : null;
}
