// What can be undone in a plan: steps on its actions and steps on its sections, the newest first, whoever made them first.
import type { Id } from '../schema/index.ts';
import type { ActionsStore } from './actions.ts';
import type { UndoStep } from './undo.ts';

interface Step {
  readonly key: Id;
  /** Undefined: a step of the actions, which they take back themselves. */
  readonly takeBack?: () => Promise<unknown>;
}

/** How many steps are kept. */
const LIMIT = 50;

export interface RoomPlanSteps {
  /** Adds a step that is taken back so. */
  push: (key: Id, takeBack: () => Promise<unknown>) => void;
  drop: (key: Id) => void;
  /** Takes back the newest step, or the one named; gives whether there was one. */
  take: (key?: Id) => Promise<boolean>;
  dispose: () => void;
}

export function createRoomPlanSteps(actions: ActionsStore): RoomPlanSteps {
  let steps: Step[] = [];

  function add(step: Step): void {
    steps = [...steps.filter(({ key }) => key !== step.key), step].slice(-LIMIT);
  }

  const stop = actions.$undo.listen((step: UndoStep | null) => {
    // Where the newest was taken back, the one before it comes to light: it has its place already.
    if (step && !steps.some(({ key }) => key === step.key)) add({ key: step.key });
  });

  return {
    push: (key, takeBack) => add({ key, takeBack }),
    drop(key) {
      steps = steps.filter((step) => step.key !== key);
    },
    async take(key) {
      for (;;) {
        const step = key === undefined ? steps.at(-1) : steps.find((one) => one.key === key);
        if (!step) return false;
        steps = steps.filter((one) => one !== step);
        if (step.takeBack) {
          await step.takeBack();
          return true;
        }
        if ((await actions.undo(step.key)) !== null) return true;
      }
    },
    dispose: stop,
  };
}
