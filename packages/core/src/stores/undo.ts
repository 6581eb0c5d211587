// Everything that can be reversed has a way back. A step remembers the actions as they were; a row that the backend
// refused, or had so already, is no part of it any more, for it did not happen. Taking a step back makes no new step.
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

/** A step with what it stands or falls with, and the way back. */
interface Step extends UndoStep {
  /** The submission, or bulk, that made it; of changes of state that were sent as one, several steps have one. */
  readonly of: Id;
  /**
   * @param actions as they were, those of them that are still part of it
   * @returns the ids of those that could not be taken back, where some could
   */
  readonly takeBack: (actions: readonly Action[]) => Promise<ReadonlySet<Id> | null>;
}

export interface Undo {
  /** Adds a step. Its actions are as they were before (for one being made: as it is). */
  push: (step: Step) => void;
  /** Lets go of actions of the steps that a submission made: their change was refused. */
  drop: (of: Id, ids: ReadonlySet<Id>) => void;
  /** Takes back the newest step, or the one named, and gives it with what was taken back; null where there is none. */
  take: (key?: string) => Promise<UndoStep | null>;
}

/** @param $undo is told the newest step */
export function createUndo($undo: WritableAtom<UndoStep | null>): Undo {
  let steps: readonly Step[] = [];

  function keep(next: typeof steps): void {
    steps = next;
    $undo.set(steps.at(-1) ?? null);
  }

  return {
    push: (step) => keep([...steps, step].slice(-LIMIT)),
    drop(of, ids) {
      if (!steps.some((step) => step.of === of)) return;
      keep(
        steps.flatMap((step) => {
          if (step.of !== of) return [step];
          const actions = step.actions.filter(({ id }) => !ids.has(id));
          return actions.length > 0 ? [{ ...step, actions }] : [];
        }),
      );
    },
    async take(key) {
      const step = key === undefined ? steps.at(-1) : steps.find((one) => one.key === key);
      if (!step) return null;
      keep(steps.filter((one) => one !== step));
      const left = await step.takeBack(step.actions);
      return left ? { ...step, actions: step.actions.filter(({ id }) => !left.has(id)) } : step;
    },
  };
}
