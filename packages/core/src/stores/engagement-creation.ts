// Making engagements for many: in parts, so that progress can be told, each part under an intent of its own that a second
// try keeps, so that nothing is made twice. What failed can be tried again, by itself.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { Engagement, EngagementDraft, Id } from '../schema/index.ts';
import { asBackendError } from './connection.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Coachees asked for at once: few enough that progress is seen, many enough that 500 take no minute. */
const PART = 25;

/** What became of some coachees. */
export interface CreationResult {
  readonly coacheeIds: readonly Id[];
  /** `failed`: no answer came; tried again, it may go through. */
  readonly outcome: 'done' | 'skipped' | 'refused' | 'failed';
  /** A rule's name or a fault's code; absent where done. */
  readonly reason?: string | undefined;
  readonly engagement?: Engagement | undefined;
  /** With `failed`. */
  readonly error?: BackendError | undefined;
}

/** Refusals that would only be said again. */
const LASTING: readonly (string | undefined)[] = ['coach-is-coachee', 'spectator-takes-part'];

/** Whether another try may come to something else. */
export function mayRetryCreation({ outcome, reason }: CreationResult): boolean {
  return outcome === 'failed' || (outcome === 'refused' && !LASTING.includes(reason));
}

/** How making them stands. */
export interface CreationProgress {
  readonly state: 'working' | 'done';
  /** Coachees in all, and those answered for. */
  readonly total: number;
  readonly answered: number;
  readonly results: readonly CreationResult[];
}

export interface EngagementCreationRun {
  /** Null: nothing was asked for yet. */
  readonly $progress: ReadableAtom<CreationProgress | null>;
  /**
   * Makes them; gives what became of each. While it works, a second call joins the first.
   * @param coachees those of the group, where the draft names one
   */
  make(draft: EngagementDraft, coachees: readonly Id[], onMade: (engagement: Engagement) => void): Promise<void>;
  /** Tries again what was refused or got no answer. */
  retry(onMade: (engagement: Engagement) => void): Promise<void>;
  /** Forgets what became of them. */
  reset(): void;
  dispose(): void;
}

interface Part {
  readonly draft: EngagementDraft;
  readonly coachees: readonly Id[];
}

/** @param workspace its backend makes them */
export function createEngagementCreation({
  backend,
  call,
  environment,
}: Pick<WorkspaceStore, 'backend' | 'call' | 'environment'>): EngagementCreationRun {
  const $progress = atom<CreationProgress | null>(null);
  const writes = new AbortController();
  /** One intent for what is written alike, until it is answered: a second try makes no second engagement. */
  const intents = new Map<string, Id>();
  let parts: readonly Part[] = [];
  let running: Promise<void> | null = null;

  async function ask({ draft, coachees }: Part): Promise<readonly CreationResult[]> {
    const key = JSON.stringify(draft);
    const intent = intents.get(key) ?? environment.newId();
    intents.set(key, intent);
    try {
      const { results } = await call(() => backend.engagements.create(draft, { intent, signal: writes.signal }));
      intents.delete(key);
      return results;
    } catch (thrown) {
      const error = asBackendError(thrown);
      // Whatever was answered with a refusal is answered: the next try is another one.
      if (!error.transient) intents.delete(key);
      return [{ coacheeIds: coachees, outcome: 'failed', error }];
    }
  }

  async function run(asked: readonly Part[], kept: readonly CreationResult[], onMade: (one: Engagement) => void) {
    const total = countOf(asked.map(({ coachees }) => coachees)) + countOf(kept.map(({ coacheeIds }) => coacheeIds));
    let results = kept;
    parts = asked;
    const tell = (state: CreationProgress['state']) => {
      const answered = countOf(results.map(({ coacheeIds }) => coacheeIds));
      $progress.set({ state, total, answered, results });
    };
    tell('working');
    for (const part of asked) {
      const made = await ask(part);
      if (writes.signal.aborted) return;
      results = [...results, ...made];
      tell('working');
      for (const { engagement } of made) if (engagement) onMade(engagement);
    }
    tell('done');
  }

  function start(asked: readonly Part[], kept: readonly CreationResult[], onMade: (one: Engagement) => void) {
    running ??= run(asked, kept, onMade).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    $progress,
    make: (draft, coachees, onMade) => start(partsOf(draft, coachees), [], onMade),
    retry(onMade) {
      const results = $progress.get()?.results ?? [];
      const again = results.filter(mayRetryCreation);
      const draft = parts[0]?.draft;
      if (!draft || again.length === 0) return Promise.resolve();
      const kept = results.filter((result) => !again.includes(result));
      return start(partsAgain(parts, again), kept, onMade);
    },
    reset: () => $progress.set(null),
    dispose: () => writes.abort(),
  };
}

function countOf(lists: readonly (readonly Id[])[]): number {
  return lists.reduce((count, list) => count + list.length, 0);
}

/** A group, or one engagement for all, is asked for whole. */
function partsOf(draft: EngagementDraft, coachees: readonly Id[]): Part[] {
  if (draft.coacheeIds === undefined || draft.mode === 'shared') return [{ draft, coachees }];
  return slices(coachees).map((some) => ({ draft: { ...draft, coacheeIds: [...some] }, coachees: some }));
}

/** What failed as a whole is asked for as it was; of what was answered in part, those who got none. */
function partsAgain(parts: readonly Part[], again: readonly CreationResult[]): Part[] {
  const failed = again.filter(({ outcome }) => outcome === 'failed');
  const whole = parts.filter(({ coachees }) => failed.some(({ coacheeIds }) => coacheeIds === coachees));
  const first = parts[0];
  const refused = again.filter(({ outcome }) => outcome === 'refused').flatMap(({ coacheeIds }) => coacheeIds);
  if (!first || refused.length === 0) return whole;
  const { groupId: _group, ...draft } = first.draft;
  return [...whole, ...partsOf({ ...draft, coacheeIds: refused }, refused)];
}

function slices(ids: readonly Id[]): (readonly Id[])[] {
  return Array.from({ length: Math.ceil(ids.length / PART) }, (_, index) =>
    ids.slice(index * PART, (index + 1) * PART),
  );
}
