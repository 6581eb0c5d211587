// The engagements that a page names in rows, and by whose clocks their actions' days are told. Nobody waits for them: most pages show
// no action of one, and there may be thousands.
import { atom, type ReadableAtom } from 'nanostores';
import type { Backend, PageQuery } from '../backend.ts';
import type { Engagement, Id, Page } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import type { Connection } from './connection.ts';
import { isNotOffered } from './offered.ts';

export interface EngagementNames {
  /** Those that are known; none where the backend offers none. */
  readonly $engagements: ReadableAtom<ReadonlyMap<Id, Engagement>>;
  /** Reads them all: the first of thousands are told as they come, the rest together. Gives whether all are known then. */
  load(): Promise<boolean>;
}

/** The engagements of one page, none yet. */
export function createEngagementNames(of: {
  backend: Backend;
  connection: Pick<Connection, 'call'>;
  signal: AbortSignal;
}): EngagementNames {
  const { backend, connection, signal } = of;
  const $engagements = atom<ReadonlyMap<Id, Engagement>>(new Map());

  function tell(engagements: ReadonlyMap<Id, Engagement>): void {
    if (!signal.aborted) $engagements.set(engagements);
  }

  async function load(): Promise<boolean> {
    const found = new Map<Id, Engagement>();
    const beside = () => new Map([...$engagements.get(), ...found]);
    try {
      let cursor: string | null | undefined;
      do {
        const query: PageQuery = { limit: LARGEST_PAGE, cursor: cursor ?? undefined };
        const page: Page<Engagement> = await connection.call(() => backend.engagements.list(query, { signal }));
        for (const engagement of page.items) found.set(engagement.id, engagement);
        const isFirst = cursor === undefined;
        cursor = page.next;
        if (isFirst && cursor !== null) tell(beside());
      } while (cursor !== null);
    } catch (thrown) {
      // Those that were read are named.
      if (!isNotOffered(thrown)) {
        tell(beside());
        return false;
      }
    }
    tell(found);
    return true;
  }

  return { $engagements, load };
}
