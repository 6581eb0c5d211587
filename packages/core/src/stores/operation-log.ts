// The heart of the stores: operations that the backend has not answered, in order. The page shows the server's latest
// with these replayed over it. On one action they are sent one after another, on different ones side by side. An answer
// replaces the server's state and ends its operation; a refusal ends only its own; what could not be sent stays shown,
// is listed as failed, and is sent again under the same intent.
import { batch, type WritableAtom } from 'nanostores';
import type { Backend, BackendError } from '../backend.ts';
import { type Moment, refusedTransition } from '../domain/index.ts';
import type { Action, ActionState, Id } from '../schema/index.ts';
import { changed } from './change.ts';
import { asBackendError, type Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import type { Failures } from './failures.ts';
import type { Answer, Settled, Submission } from './operation.ts';
import { errorIn, failureOf, refusals } from './refusal.ts';
import { retryDelay } from './retry-delay.ts';
import { OperationQueues } from './operation-queues.ts';
import { createPace } from './pace.ts';
import type { ServerState } from './server-state.ts';
import type { ShownActions } from './shown-actions.ts';
import { submit } from './submission.ts';
import { takeIn } from './answer-intake.ts';

export interface OperationLog {
  /** Whether operations on an action wait or are on their way. */
  isPending: (id: Id) => boolean;
  /** What a change of this action would wait for: the same for two, where that is answered for both at once; else undefined. */
  behind: (id: Id) => unknown;
  /** The latest server state of an action with those over it. */
  replayed: (id: Id) => Action | undefined;
  /** Shows the submission's changes and sends it in its turn. Never rejects: refused operations answer so. */
  append: (submission: Submission) => Promise<readonly Answer[]>;
  /**
   * Puts a change of state in the place of one that was not sent yet, where the one follows directly on the state
   * before. Returns that one's submission with its answers, or null where there is none such.
   */
  collapse(id: Id, state: ActionState, moment: Moment): { intent: Id; answers: Promise<readonly Answer[]> } | null;
  /** Asks the backend how the action stands. Never rejects. */
  lookUp: (id: Id) => Promise<void>;
  /** Sends again what failed, but for what the backend asked to wait with. */
  retry: () => void;
  /** Calls back with all that was answered at once. */
  onSettled: (listener: (settled: readonly Settled[]) => void) => () => void;
  /** Ends the timers. What is on its way or in its turn is still sent: no change is lost with the element. */
  dispose: () => void;
}

interface Entry {
  submission: Submission;
  state: 'queued' | 'paced' | 'sending' | 'waiting' | 'over';
  attempts: number;
  error: BackendError | null;
  abort: AbortController | null;
  cancelRetry: (() => void) | null;
  answers: Promise<readonly Answer[]>;
  resolve: (answers: readonly Answer[]) => void;
}

export function createOperationLog(parts: {
  backend: Backend;
  connection: Connection;
  environment: Pick<Environment, 'now' | 'after' | 'random'>;
  server: ServerState;
  failures: Failures;
  /** Told the ids of actions with an operation that waits or is on its way. */
  $pending: WritableAtom<ReadonlySet<Id>>;
  /** Given lazily, for it reads the log. */
  shown: () => ShownActions;
}): OperationLog {
  const { backend, connection, environment, server, failures, $pending, shown } = parts;
  const queues = new OperationQueues<Entry>();
  const waiting = new Set<Entry>();
  const listeners = new Set<(settled: readonly Settled[]) => void>();
  const pace = createPace(environment);
  let disposed = false;

  function replayed(id: Id): Action | undefined {
    let action = server.get(id);
    for (const { operation } of queues.of(id)) action = changed(action, operation.change, operation.moment);
    return action;
  }

  // ── in ──────────────────────────────────────────────────────────────────────────────────────

  function append(submission: Submission): Promise<readonly Answer[]> {
    const { promise, resolve } = withResolvers<readonly Answer[]>();
    const entry: Entry = {
      submission,
      state: 'queued',
      attempts: 0,
      error: null,
      abort: null,
      cancelRetry: null,
      answers: promise,
      resolve,
    };
    for (const operation of submission.operations) queues.add(operation, entry);
    show(submission.operations.map(({ id }) => id));
    sendInTurn(entry);
    return promise;
  }

  function collapse(id: Id, state: ActionState, moment: Moment) {
    const queue = queues.of(id);
    const last = queue.at(-1);
    if (!last || last.entry.state !== 'queued' || last.entry.submission.bulk) return null;
    if (last.operation.change.type !== 'setState') return null;
    let before = server.get(id);
    for (const { operation } of queue.slice(0, -1)) before = changed(before, operation.change, operation.moment);
    if (!before || refusedTransition(before, state, moment.today) !== null) return null;
    last.operation.change = { type: 'setState', state };
    last.operation.moment = moment;
    last.entry.submission.command = { type: 'setState', id, state };
    show([id]);
    return { intent: last.entry.submission.intent, answers: last.entry.answers };
  }

  // ── out ─────────────────────────────────────────────────────────────────────────────────────

  function sendInTurn(entry: Entry | undefined): void {
    if (entry?.state === 'queued' && queues.areFirst(entry.submission.operations)) dispatch(entry);
  }

  function dispatch(entry: Entry): void {
    entry.cancelRetry?.();
    waiting.delete(entry);
    if (!entry.submission.paced) return void send(entry);
    entry.state = 'paced';
    pace.add(() => (entry.state === 'paced' ? send(entry) : Promise.resolve(null)));
  }

  /** Resolves with how long to wait where it goes again at its pace. */
  async function send(entry: Entry): Promise<number | null> {
    const { submission } = entry;
    const first = submission.operations[0];
    if (!first) return null;
    entry.state = 'sending';
    entry.attempts++;
    const abort = new AbortController();
    entry.abort = abort;
    const latest = server.get(first.id);
    const answers = await connection
      .call(() => submit(backend, submission, latest, abort.signal, server.accept))
      .catch((thrown: unknown) => asBackendError(thrown));
    // Let go while it was on its way.
    if (entry.state !== 'sending') return null;
    if (Array.isArray(answers)) settle(entry, answers);
    else if (submission.paced && answers.code === 'rate-limited') {
      entry.state = 'paced';
      failures.remove(submission.intent);
      return retryDelay(1, answers.retryAfter, environment.random());
    } else if (answers.transient) wait(entry, answers);
    else {
      settle(entry, refusals(submission, answers));
      // An earlier try may have taken effect, its answer lost on the way.
      if (entry.attempts > 1) for (const { id } of submission.operations) void lookUp(id);
    }
    return null;
  }

  function wait(entry: Entry, error: BackendError): void {
    entry.state = 'waiting';
    entry.error = error;
    waiting.add(entry);
    const delay = retryDelay(entry.attempts, error.retryAfter, environment.random());
    if (!disposed) entry.cancelRetry = environment.after(delay, () => dispatch(entry));
    failures.put({
      key: entry.submission.intent,
      command: entry.submission.command,
      error,
      retry: () => {
        if (entry.state === 'waiting') dispatch(entry);
      },
      dismiss: () => letGo(entry, error),
    });
  }

  // It may have taken effect, its answer lost on the way: the backend is asked how things stand.
  function letGo(entry: Entry, error: BackendError): void {
    if (entry.state !== 'waiting' && entry.state !== 'sending') return;
    entry.cancelRetry?.();
    waiting.delete(entry);
    settle(entry, refusals(entry.submission, error), false);
    entry.abort?.abort();
    for (const { id } of entry.submission.operations) void lookUp(id);
  }

  async function lookUp(id: Id): Promise<void> {
    const since = server.moment();
    try {
      server.accept(await connection.call(() => backend.actions.get(id)), false, since);
    } catch (thrown) {
      // Nothing was learnt but where it is gone; the next load of a list tells the rest.
      if (asBackendError(thrown).code === 'not-found') server.gone(id);
    }
    show([id]);
  }

  // ── answered ────────────────────────────────────────────────────────────────────────────────

  function settle(entry: Entry, answers: readonly Answer[], list = true): void {
    const { submission } = entry;
    entry.state = 'over';
    const settled: Settled[] = [];
    const orphans: Entry[] = [];
    submission.operations.forEach((operation, index) => {
      const answer = answers[index];
      if (!answer) return;
      if (takeIn(server, operation, answer)) void lookUp(operation.id);
      settled.push({ submission, operation, answer });
      // What rests on an action that was never made goes with it.
      const neverMade = answer.type === 'refused' && operation.change.type === 'create';
      const waited = queues.take(operation, neverMade);
      if (neverMade) orphans.push(...waited);
    });
    const ids = submission.operations.map(({ id }) => id);
    for (const id of ids) sendInTurn(queues.of(id)[0]?.entry);
    entry.resolve(answers);
    const own = [...settled];
    const orphaned = orphans.flatMap((orphan) => orphan.submission.operations);
    for (const orphan of orphans) {
      const refused = refusals(orphan.submission, errorIn(answers));
      orphan.state = 'over';
      orphan.resolve(refused);
      orphan.submission.operations.forEach((operation, index) => {
        const answer = refused[index];
        if (answer) settled.push({ submission: orphan.submission, operation, answer });
      });
    }
    batch(() => {
      failures.remove(submission.intent);
      const failure = list && failureOf(own, orphaned, () => failures.remove(submission.intent));
      if (failure) failures.put(failure);
      show(ids);
      for (const listener of listeners) listener(settled);
    });
  }

  function show(ids: readonly Id[]): void {
    batch(() => {
      shown().refresh(ids);
      const before = $pending.get();
      if (ids.some((id) => before.has(id) !== queues.has(id))) $pending.set(new Set(queues.ids()));
    });
  }

  return {
    isPending: (id) => queues.has(id),
    behind: (id) => queues.of(id).at(-1)?.entry,
    replayed,
    append,
    collapse,
    lookUp,
    retry() {
      for (const entry of [...waiting]) if (entry.error?.retryAfter === undefined) dispatch(entry);
    },
    onSettled(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      for (const entry of waiting) entry.cancelRetry?.();
    },
  };
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
