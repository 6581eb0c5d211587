// An action as its reader gets it: the record with what is derived from it, from the clock and from who looks – status,
// overdue, late (rulebook §2.1) and what they may do (api.md R-D-3). Nothing of this is stored.
import type {
  Action,
  ActionPatch,
  ActionRecord,
  ActionState,
  PlannedDate,
  PlannedDateRecord,
} from '../schema/index.ts';
import type { Access } from './access.ts';
import { applyPatch, changeState } from './action-change.ts';
import type { Day } from './civil-date.ts';
import type { Moment } from './closing.ts';
import { permissionsOf } from './permission.ts';
import { readableDate, writtenRule } from './planned-date.ts';
import { isLate, isOverdue, restand, statusOf } from './status.ts';

/**
 * The read model of an action that the viewer sees.
 * @param today today on the clock of the action's container
 */
export function actionView(record: ActionRecord, access: Access, today: Day): Action {
  return {
    id: record.id,
    context: record.context,
    title: record.title,
    description: record.description,
    assignee: record.assignee,
    start: readableDate(record.start),
    due: readableDate(record.due),
    position: record.position,
    state: record.state,
    status: statusOf(record, today),
    overdue: isOverdue(record, today),
    late: isLate(record),
    closed: record.closed,
    createdBy: record.createdBy,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy,
    version: record.version,
    may: permissionsOf(record, access),
  };
}

/**
 * The action as it will read once an edit is saved: what a page shows meanwhile. It keeps the version it was read with;
 * the very same object where the edit changes nothing.
 */
export function afterPatch(action: Action, patch: ActionPatch, moment: Moment): Action {
  return reread(action, (record) => applyPatch(record, patch, moment), moment);
}

/** The action as it will read once its change of state is saved; see {@link afterPatch}. */
export function afterState(action: Action, to: ActionState, moment: Moment): Action {
  return reread(action, (record) => changeState(record, to, moment), moment);
}

/** Runs a change of the record on the read model: who set its dates is neither known nor shown there. */
function reread(action: Action, change: (record: ActionRecord) => ActionRecord, { by, at, today }: Moment): Action {
  const set = { setBy: by, setAt: at };
  // A rule that its reader is not told counts by its date; it is shown as it was read.
  const told = (date: PlannedDate | null): PlannedDateRecord | null =>
    date && { ...date, rule: writtenRule(date.rule) ?? { type: 'fixed', date: date.date ?? '' }, ...set };
  const record: ActionRecord = {
    ...action,
    createdBy: action.createdBy ?? by,
    updatedBy: action.updatedBy ?? by,
    start: told(action.start),
    due: told(action.due),
    deleted: null,
  };
  const next = change(record);
  if (next === record) return action;
  const { context, title, description, assignee, position, state, closed, updatedAt, updatedBy } = next;
  const dates = {
    start: next.start === record.start ? action.start : readableDate(next.start),
    due: next.due === record.due ? action.due : readableDate(next.due),
  };
  const written = { context, title, description, assignee, position, state, closed, updatedAt, updatedBy, ...dates };
  return restand({ ...action, ...written }, today);
}
