// Two people edit one action at once (api.md R-V-2): edits of different fields are merged and sent again; the same field
// edited in two ways is the person's to decide, with both values shown.
import type { Action, ActionContext, ActionPatch } from '../schema/index.ts';
import { isSameAssignee } from './assignee.ts';
import { isSameDate } from './planned-date.ts';

/** A field that an edit can write. */
export type EditableField = keyof ActionPatch;

/** The patch to send on the current version, or the fields that both sides changed in different ways. */
export type Merge = { patch: ActionPatch } | { conflicts: EditableField[] };

type Editable = Pick<Action, EditableField>;

/** The fields that an edit can write. */
export const EDITABLE_FIELDS: readonly EditableField[] = [
  'title',
  'description',
  'assignee',
  'start',
  'due',
  'position',
  'context',
];

/**
 * Merges an edit into what others changed meanwhile.
 * @param base the action as the editor saw it
 * @param current the action as it stands
 * @returns the conflicts are those fields that differ from the base now, and from what the patch would write
 */
export function mergePatch(base: Editable, current: Editable, patch: ActionPatch): Merge {
  const conflicts = EDITABLE_FIELDS.filter(
    (field) =>
      patch[field] !== undefined &&
      (field === 'context'
        ? isMovedApart(base.context, current.context, patch.context)
        : !agrees(field, current, base) && !agrees(field, current, patch)),
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
    case 'context':
      return isSamePlace(action.context, other.context);
  }
}

/** Whether a room's action lies where the other place says; nothing else is ever moved. */
function isSamePlace(context: ActionContext, other: ActionContext | ActionPatch['context']): boolean {
  if (context.type !== 'room' || other === undefined || ('type' in other && other.type !== 'room')) return true;
  const { sectionId = context.sectionId, internalOnly = context.internalOnly } = other;
  return sectionId === context.sectionId && internalOnly === context.internalOnly;
}

/** Whether both sides moved it to different sections, or one shows it to guests and the other does not. */
function isMovedApart(base: ActionContext, current: ActionContext, move: ActionPatch['context'] = {}): boolean {
  if (base.type !== 'room' || current.type !== 'room') return false;
  return (['sectionId', 'internalOnly'] as const).some(
    (part) => move[part] !== undefined && base[part] !== current[part] && current[part] !== move[part],
  );
}
