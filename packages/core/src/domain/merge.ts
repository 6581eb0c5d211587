// Two people edit one action at once (api.md R-V-2): edits of different fields are merged and sent again; the same field
// edited in two ways is the person's to decide, with both values shown.
import type { Action, ActionPatch } from '../schema/index.ts';
import { isSameAssignee } from './assignee.ts';
import { isSameDate } from './planned-date.ts';

/** A field that an edit can write. */
export type EditableField = Exclude<keyof ActionPatch, 'context'>;

/** The patch to send on the current version, or the fields that both sides changed in different ways. */
export type Merge = { patch: ActionPatch } | { conflicts: EditableField[] };

type Editable = Pick<Action, EditableField & keyof Action>;

/** The fields that an edit can write. */
export const EDITABLE_FIELDS: readonly EditableField[] = [
  'title',
  'description',
  'assignee',
  'start',
  'due',
  'position',
];

/**
 * Merges an edit into what others changed meanwhile.
 * @param base the action as the editor saw it
 * @param current the action as it stands
 * @returns the conflicts are those fields that differ from the base now, and from what the patch would write
 */
export function mergePatch(base: Editable, current: Editable, patch: ActionPatch): Merge {
  const conflicts = EDITABLE_FIELDS.filter(
    (field) => patch[field] !== undefined && !agrees(field, current, base) && !agrees(field, current, patch),
  );
  return conflicts.length > 0 ? { conflicts } : { patch };
}

/** Whether the action has already what the patch writes, or what another action has, in this field. */
export function agrees(field: EditableField, action: Editable, other: Editable | ActionPatch): boolean {
  switch (field) {
    case 'start':
    case 'due':
      return isSameDate(action[field], other[field] ?? null);
    case 'assignee':
      return isSameAssignee(action.assignee, other.assignee ?? null);
    case 'title':
    case 'description':
      return action[field] === other[field];
    case 'position':
      return action.position === (other.position ?? null);
  }
}
