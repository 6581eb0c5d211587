// The frame of twin worlds: two histories side by side, equal in all that somebody may see (api.md §9). What both see is done at
// the same moments in both; beside it each does what is its own, behind the scenes.
import type { Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, type Repository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import type fc from 'fast-check';
import { NOW } from '../../../core/test/local-backend/workspace.ts';
import type { Question } from './twin-answers.ts';

/** Which of the two. */
export type World = 'a' | 'b';

/** Something that is done in a world, by whom. */
export interface Deed {
  by: Id;
  run: (backend: Backend) => Promise<unknown>;
  /** Whether new things that it makes are seen by nobody who asks, though it is done where both see something. */
  passes?: boolean;
}

/** A moment of the history: what both worlds see done, after what each has done behind the scenes. */
export interface Moment {
  hidden: Record<World, Deed[]>;
  seen: (world: World) => Deed[];
}

/** Two worlds, and who asks the same of both. */
export interface Twins {
  moments: Moment[];
  asks: Id;
}

/** What twins are of. */
export interface TwinSubject {
  twins: fc.Arbitrary<Twins>;
  /** What a world begins with. */
  begin: (drawn: Twins, world: World) => WorkspaceSnapshot;
  /** What is done before, alike in both. */
  fill: (as: (viewerId: Id) => Backend) => Promise<void>;
  /** All that is asked in the end, in order. */
  questions: (asks: Id) => readonly Question[];
}

/** When it is asked: an hour after the histories began. */
export const ASKED_AT = NOW + 3_600_000;

/** Lets the history of one world happen; how each came out that both see. */
export async function live(
  subject: TwinSubject,
  { moments }: Twins,
  world: World,
  repository: Repository,
): Promise<string[]> {
  let now = NOW;
  const acting = (prefix: string) => {
    // New things that are seen have the same ids in both, whatever was made unseen.
    let made = 0;
    return (viewerId: Id) =>
      createLocalBackend({ repository, viewerId, now: () => now, newId: () => `${prefix}-${++made}` });
  };
  const [seenAs, hiddenAs] = [acting('made'), acting('hid')];
  await subject.fill(acting('first'));

  const told: string[] = [];
  for (const [at, { hidden, seen }] of moments.entries()) {
    for (const [nth, deed] of hidden[world].entries()) {
      now = NOW + at * 1000 + nth;
      await attempt(deed, hiddenAs);
    }
    now = NOW + at * 1000 + 500;
    let last = 'done';
    // What is done together is left where one step of it is refused.
    for (const deed of seen(world))
      if (last === 'done') last = await attempt(deed, deed.passes === true ? hiddenAs : seenAs);
    told.push(last);
  }
  return told;
}

async function attempt({ by, run }: Deed, as: (viewerId: Id) => Backend): Promise<string> {
  try {
    await run(as(by));
    return 'done';
  } catch (error) {
    return (error as BackendError).code;
  }
}
