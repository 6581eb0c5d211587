// What can be undone in an engagement, the newest first.
import { atom, type ReadableAtom } from 'nanostores';
import type { Id } from '../schema/index.ts';

/** How many steps are kept. */
const LIMIT = 50;

export interface EngagementSteps {
  /** The newest step that can be taken back; null where there is none. */
  readonly $newest: ReadableAtom<Id | null>;
  push: (key: Id, takeBack: () => Promise<unknown>) => void;
  /** Takes back the newest step, or the one named; gives whether there was one. Rejects where it was refused. */
  take: (key?: Id) => Promise<boolean>;
}

export function createEngagementSteps(): EngagementSteps {
  let steps: readonly { readonly key: Id; readonly takeBack: () => Promise<unknown> }[] = [];
  const $newest = atom<Id | null>(null);

  function keep(next: typeof steps): void {
    steps = next.slice(-LIMIT);
    $newest.set(steps.at(-1)?.key ?? null);
  }

  return {
    $newest,
    push: (key, takeBack) => keep([...steps, { key, takeBack }]),
    async take(key) {
      const step = key === undefined ? steps.at(-1) : steps.find((one) => one.key === key);
      if (!step) return false;
      keep(steps.filter((one) => one !== step));
      await step.takeBack();
      return true;
    },
  };
}
