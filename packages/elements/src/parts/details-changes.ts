// What a person has changed of an action and not saved yet, beside what the action has become meanwhile. Fields left
// alone follow the action; a field that both changed is the person's to decide, with both values shown.
import {
  bindingDue,
  changedFields,
  type Day,
  isSameDate,
  mergePatch,
  parseDay,
  plannedDate,
  readableDate,
} from '@followthrough/core/domain';
import type { Action, ActionPatch, PlannedDate, PlannedDateDraft } from '@followthrough/core/schema';
import { isTooLong } from './text-limits.ts';

/** The fields that the details change. */
export type DetailsField = 'title' | 'description' | 'assignee' | 'start' | 'due' | 'context';
const FIELDS: readonly DetailsField[] = ['title', 'description', 'assignee', 'start', 'due', 'context'];

/** Unsaved changes of one action. */
export interface DetailsChanges {
  /** The action as it was when the person saw it last. */
  readonly base: Action;
  readonly patch: ActionPatch;
}

/** No changes yet. */
export function unchanged(action: Action): DetailsChanges {
  return { base: action, patch: {} };
}

/** With a field written; a first change begins from the action as it stands. */
export function written(changes: DetailsChanges, current: Action, patch: ActionPatch): DetailsChanges {
  const base = isClean(changes, current) ? current : changes.base;
  return { base, patch: { ...changes.patch, ...patch } };
}

/** The changes that would be saved: fields whose value differs from what stands. */
export function toSave({ patch }: DetailsChanges, current: Action): ActionPatch {
  const changed = new Set<string>(changedFields(current, patch));
  return FIELDS.reduce<ActionPatch>(
    (kept, field) => (changed.has(field) ? { ...kept, [field]: patch[field] } : kept),
    {},
  );
}

/** Whether nothing would be saved. */
export function isClean(changes: DetailsChanges, current: Action): boolean {
  return Object.keys(toSave(changes, current)).length === 0;
}

/** The fields that somebody else changed too, to another value. */
export function conflictsOf({ base, patch }: DetailsChanges, current: Action): DetailsField[] {
  const merge = mergePatch(base, current, patch);
  return 'conflicts' in merge ? FIELDS.filter((field) => merge.conflicts.includes(field)) : [];
}

/** The person's own value stands: the other one counts as seen. */
export function keepMine({ base, patch }: DetailsChanges, current: Action, field: DetailsField): DetailsChanges {
  return { base: { ...base, [field]: current[field] }, patch };
}

/** The other value stands: the person's own is let go. */
export function takeTheirs({ base, patch }: DetailsChanges, current: Action, field: DetailsField): DetailsChanges {
  const { [field]: _dropped, ...rest } = patch;
  return { base: { ...base, [field]: current[field] }, patch: rest };
}

/** The action as it would read with the changes saved; what only a backend knows is left as it is. */
export function withChanges({ patch }: DetailsChanges, current: Action, today: Day): Action {
  const { title = current.title, description = current.description } = patch;
  const assignee = patch.assignee === undefined ? current.assignee : patch.assignee;
  const start = dateWith(patch.start, current.start, current);
  const due = dateWith(patch.due, current.due, current);
  const context =
    current.context.type === 'room'
      ? { ...current.context, internalOnly: patch.context?.internalOnly ?? current.context.internalOnly }
      : current.context;
  const binding = bindingDue({ due });
  const overdue =
    due === current.due ? current.overdue : binding !== null && current.closed === null && parseDay(binding) < today;
  return { ...current, title, description, assignee, context, start, due, overdue };
}

/** The date as it was written; what a rule gives only its plan knows, so it waits until it is saved. */
function dateWith(
  draft: PlannedDateDraft | null | undefined,
  date: PlannedDate | null,
  { updatedAt }: Action,
): PlannedDate | null {
  if (draft === undefined || isSameDate(draft, date)) return date;
  return draft && readableDate(plannedDate(draft, '', updatedAt));
}

/** Why the fields cannot be saved, or null: `empty` a title of nothing, else too long. */
export function faultOf({
  title,
  description,
}: ActionPatch): { about: 'title' | 'description'; empty: boolean } | null {
  if (title?.trim() === '') return { about: 'title', empty: true };
  if (isTooLong('title', title ?? '')) return { about: 'title', empty: false };
  return isTooLong('description', description ?? '') ? { about: 'description', empty: false } : null;
}
