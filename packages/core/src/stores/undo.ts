// Everything that can be reversed has a way back. A step remembers the actions as they were; a row that the backend
// refused is no part of it any more, for it did not happen. Taking a step back makes no new step.
import type { WritableAtom } from 'nanostores';
import type { Action, Id } from '../schema/index.ts';
import type { ActionCommand } from './action-command.ts';

/** Something that can be undone: what was done, and the step back. */
export interface UndoStep {
  readonly key: string;
  readonly command: ActionCommand;
  readonly actions: readonly Action[];
}

/** How many steps are kept. */
const LIMIT = 50;

export interface Undo {
  /**
   * Adds a step.
   * @param actions as they were before (for one being made: as it is)
   * @param takeBack given those of them that are still part of it
   */
  push: (key: Id, command: ActionCommand, actions: readonly Action[], takeBack: TakeBack) => void;
  /** Lets go of one action of a step: its change was refused. */
  drop: (key: Id, id: Id) => void;
  /** Takes back the newest step, or the one named; null where there is none. */
  take: (key?: string) => Promise<UndoStep | null>;
}

type TakeBack = (actions: readonly Action[]) => Promise<unknown>;

/** @param $undo is told the newest step */
export function createUndo($undo: WritableAtom<UndoStep | null>): Undo {
  let steps: readonly (UndoStep & { takeBack: TakeBack })[] = [];

  function keep(next: typeof steps): void {
    steps = next;
    $undo.set(steps.at(-1) ?? null);
  }

  return {
    push: (key, command, actions, takeBack) => keep([...steps, { key, command, actions, takeBack }].slice(-LIMIT)),
    drop(key, id) {
      keep(
        steps.flatMap((step) => {
          if (step.key !== key) return [step];
          const actions = step.actions.filter((action) => action.id !== id);
          return actions.length > 0 ? [{ ...step, actions }] : [];
        }),
      );
    },
    async take(key) {
      const step = key === undefined ? steps.at(-1) : steps.find((one) => one.key === key);
      if (!step) return null;
      keep(steps.filter((one) => one !== step));
      await step.takeBack(step.actions);
      return step;
    },
  };
}
