// The changes of one engagement that the backend has not answered yet. What a page shows is the latest that the backend told
// with these replayed over it, never a snapshot restored: so a refusal takes back its own change alone. Changes of one thing
// are sent one after the other; what finds no connection waits, stays shown, and is sent again under the same intent.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError, WriteOptions } from '../backend.ts';
import type { EngagementDetail, Id, Item } from '../schema/index.ts';
import { changedEngagement, type EngagementChange, type EngagementMoment } from './engagement-change.ts';
import { asBackendError } from './connection.ts';
import { retryDelay } from './retry-delay.ts';
import type { WorkspaceStore } from './workspace.ts';

/** What the backend answers a change with; nothing where something is gone. */
export type EngagementAnswer = EngagementDetail | Item | undefined;

export interface EngagementOperation {
  /** What it changes: an item's id, or the engagement's. */
  readonly target: Id;
  change: EngagementChange;
  readonly moment: EngagementMoment;
  /** Reads its change when it is sent: while it waits, a later save may take its place. */
  readonly send: (options: Required<Pick<WriteOptions, 'intent'>>) => Promise<EngagementAnswer>;
}

interface Entry {
  readonly operation: EngagementOperation;
  readonly intent: Id;
  state: 'queued' | 'sending' | 'waiting';
  attempts: number;
  cancelRetry: (() => void) | null;
  readonly resolve: (answer: EngagementAnswer) => void;
  readonly reject: (error: BackendError) => void;
  readonly answer: Promise<EngagementAnswer>;
}

/** A change that is not sent yet. */
interface UnsentChange {
  readonly change: EngagementChange;
  readonly answer: Promise<EngagementAnswer>;
  /** Puts another change in its place, and shows that. */
  readonly replace: (change: EngagementChange) => void;
}

export interface EngagementLog {
  /** What has a change on its way: the ids of items, and the engagement's own. */
  readonly $pending: ReadableAtom<ReadonlySet<Id>>;
  /** How many changes wait because the backend could not be reached. */
  readonly $waiting: ReadableAtom<number>;
  over: (detail: EngagementDetail) => EngagementDetail;
  /** Shows the change and sends it in its turn; rejects with the BackendError where it was refused. */
  append: (operation: EngagementOperation) => Promise<EngagementAnswer>;
  /** The last change of this thing where it is not sent yet: another may take its place. */
  unsent: (target: Id) => UnsentChange | null;
  /** Sends what waits at once. */
  retry: () => void;
  dispose: () => void;
}

export interface EngagementLogParts {
  readonly workspace: Pick<WorkspaceStore, 'call' | 'environment' | '$online'>;
  /** Called when a change comes, goes or is answered; with its answer then. */
  readonly changed: (answered?: { operation: EngagementOperation; answer: EngagementAnswer }) => void;
}

export function createEngagementLog({ workspace, changed }: EngagementLogParts): EngagementLog {
  const { environment } = workspace;
  const $pending = atom<ReadonlySet<Id>>(new Set());
  const $waiting = atom(0);
  let entries: Entry[] = [];
  let disposed = false;

  function tell(): void {
    $pending.set(new Set(entries.map(({ operation }) => operation.target)));
    $waiting.set(entries.filter(({ state }) => state === 'waiting').length);
  }

  function first(target: Id): Entry | undefined {
    return entries.find(({ operation }) => operation.target === target);
  }

  function append(operation: EngagementOperation): Promise<EngagementAnswer> {
    let resolve: Entry['resolve'] = () => undefined;
    let reject: Entry['reject'] = () => undefined;
    const answer = new Promise<EngagementAnswer>((agreed, refused) => {
      resolve = agreed;
      reject = refused;
    });
    // A refusal that nobody listens to is no unhandled one.
    answer.catch(() => undefined);
    const intent = environment.newId();
    const entry: Entry = {
      operation,
      intent,
      state: 'queued',
      attempts: 0,
      cancelRetry: null,
      resolve,
      reject,
      answer,
    };
    entries = [...entries, entry];
    tell();
    changed();
    if (first(operation.target) === entry) void send(entry);
    return answer;
  }

  async function send(entry: Entry): Promise<void> {
    const { operation, intent } = entry;
    entry.cancelRetry?.();
    entry.state = 'sending';
    entry.attempts++;
    tell();
    try {
      const answer = await workspace.call(() => operation.send({ intent }));
      settle(entry);
      changed({ operation, answer });
      entry.resolve(answer);
    } catch (thrown) {
      const error = asBackendError(thrown);
      if (error.transient && !disposed) return wait(entry, error);
      settle(entry);
      changed();
      entry.reject(error);
    }
    const next = first(operation.target);
    if (next?.state === 'queued') void send(next);
  }

  function wait(entry: Entry, error: BackendError): void {
    entry.state = 'waiting';
    const delay = retryDelay(entry.attempts, error.retryAfter, environment.random());
    entry.cancelRetry = environment.after(delay, () => void send(entry));
    tell();
  }

  function settle(entry: Entry): void {
    entries = entries.filter((one) => one !== entry);
    tell();
  }

  function retry(): void {
    for (const entry of entries) if (entry.state === 'waiting') void send(entry);
  }

  const stop = workspace.$online.listen((online) => {
    if (online) retry();
  });

  return {
    $pending,
    $waiting,
    over: (detail) =>
      entries.reduce((shown, { operation }) => changedEngagement(shown, operation.change, operation.moment), detail),
    append,
    unsent(target) {
      const last = entries.filter(({ operation }) => operation.target === target).at(-1);
      if (!last || last.state === 'sending' || last.attempts > 0) return null;
      const { operation, answer } = last;
      const replace = (change: EngagementChange) => {
        operation.change = change;
        changed();
      };
      return { change: operation.change, answer, replace };
    },
    retry,
    dispose() {
      disposed = true;
      stop();
      for (const { cancelRetry } of entries) cancelRetry?.();
    },
  };
}
