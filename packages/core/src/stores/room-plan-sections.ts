// The sections of a plan as a page shows them: the latest that the backend told, with the changes over them that it has not
// answered yet. A refusal takes back its own change alone.
import type { RoomPlan } from '../schema/index.ts';

/** A section of a plan, with how it stands. */
export type PlanSection = RoomPlan['sections'][number];

/** One change of the sections of a plan. */
export type SectionChange = (sections: readonly PlanSection[]) => readonly PlanSection[];

export interface PendingSections {
  /** The sections with what is pending over them, in order. */
  over: (sections: readonly PlanSection[]) => readonly PlanSection[];
  /** Shows a change while it is sent; it ends with the answer. */
  during: <T>(change: SectionChange, work: () => Promise<T>) => Promise<T>;
  readonly count: number;
}

/** @param show called when a change comes or ends */
export function createPendingSections(show: () => void): PendingSections {
  const pending = new Set<SectionChange>();

  return {
    over(sections) {
      let shown = sections;
      for (const change of pending) shown = change(shown);
      // Who is told no order keys is told the order itself: what has none stays where it is.
      return [...shown].sort((a, b) => compare(a.position ?? '', b.position ?? ''));
    },
    async during(change, work) {
      pending.add(change);
      show();
      try {
        return await work();
      } finally {
        pending.delete(change);
        show();
      }
    },
    get count() {
      return pending.size;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
