// What the menu of a row offers: everything that its presses and keys do, by name.
import type { Action, Id } from '@followthrough/core/schema';
import { lockIcon } from '../icons/shown-icons.ts';
import type { planWords } from '../localize/late-plan.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { RowActions } from './plan-list.ts';
import type { ActionRow, SectionRow } from './plan-rows.ts';

export interface RowMenuSetting {
  readonly on: RowActions;
  readonly words: ReturnType<typeof planWords>;
  /** Whether the reader sees all of the room, and so may place and date its actions. */
  readonly whole: boolean;
  /** Why an operation cannot be done; null where it can. */
  readonly refusal: (operation: keyof Action['may']) => string | null;
  readonly openWhy: () => void;
  readonly setInternal: (internalOnly: boolean) => void;
  readonly pickSection: () => void;
}

/** The menu of an action. */
export function actionItems(row: ActionRow, anchor: HTMLElement, set: RowMenuSetting): MenuItem[] {
  const { on, words, whole, refusal } = set;
  const { action } = row;
  const isInternal = action.context.type === 'room' && action.context.internalOnly;
  const edits = whole && refusal('edit') === null;
  const dated = action.start !== null || action.due !== null;
  return [
    { label: words.open, onPick: () => on.openDetails(row, anchor) },
    ...only(edits, [
      { label: words.editTitle, hint: 'F2', onPick: () => on.editTitle(row) },
      { label: words.dueDate, hint: 'D', separated: true, onPick: () => on.openDate(row, 'due', anchor) },
      { label: words.startDate, hint: 'Shift+D', onPick: () => on.openDate(row, 'start', anchor) },
    ]),
    ...only(dated, [{ label: words.why, onPick: set.openWhy }]),
    {
      label: words.status,
      hint: 'S',
      refused: refusal('setState') ?? undefined,
      onPick: () => on.openStatus(row, anchor),
    },
    ...only(edits, [
      { label: words.assignee, hint: 'A', onPick: () => on.openAssignee(row, anchor) },
      {
        label: isInternal ? words.makeShared : words.makeInternal,
        icon: isInternal ? undefined : lockIcon(),
        onPick: () => set.setInternal(!isInternal),
      },
      { label: words.moveUp, hint: 'Alt+↑', separated: true, onPick: () => on.move(row, -1) },
      { label: words.moveDown, hint: 'Alt+↓', onPick: () => on.move(row, 1) },
      { label: words.moveTo, onPick: set.pickSection },
    ]),
    {
      label: words.delete,
      danger: true,
      separated: true,
      refused: refusal('delete') ?? undefined,
      onPick: () => on.remove(row),
    },
  ];
}

/** The menu of a section. */
export function sectionItems(row: SectionRow, on: RowActions, words: RowMenuSetting['words']): MenuItem[] {
  const sectionId: Id = row.section.id;
  return [
    { label: words.addAction, hint: 'N', onPick: () => on.add(sectionId) },
    { label: words.rename, hint: 'F2', onPick: () => on.rename(row) },
    { label: words.moveUp, separated: true, hint: 'Alt+↑', onPick: () => on.move(row, -1) },
    { label: words.moveDown, hint: 'Alt+↓', onPick: () => on.move(row, 1) },
    { label: words.delete, danger: true, separated: true, onPick: () => on.remove(row) },
  ];
}

function only(holds: boolean, items: readonly MenuItem[]): readonly MenuItem[] {
  return holds ? items : [];
}
