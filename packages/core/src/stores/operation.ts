// What the operation log holds. An operation is one change of one action that the backend has not answered yet. A
// submission is what is sent at once: one operation, or the many of a bulk. It carries the person's intent, which stays
// the same however often it is sent, so that it takes effect once.
import type { Backend, BackendError } from '../backend.ts';
import type { Moment } from '../domain/index.ts';
import type { Action, BulkRequest, Id } from '../schema/index.ts';
import type { ActionCommand } from './action-command.ts';
import type { Change } from './change.ts';

export interface Operation {
  readonly id: Id;
  /** Replaced where a later change of state takes its place before it was sent. */
  change: Change;
  moment: Moment;
  /** The action as its editor saw it; undefined for one being made. */
  readonly base: Action | undefined;
  /** The version it must meet, fixed when it is first sent: what is sent again under one intent must be the same. */
  version?: number;
}

/** A bulk without its ids. */
export type BulkChange = BulkRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'ids'>
    : never
  : never;

/** What a bulk that takes an earlier one back asks the backend first. */
export interface StepBack {
  /**
   * How the actions stand, null where there is none any more: asked once, for what is sent again must be the same.
   * Rejects where the backend cannot be asked now.
   */
  current: (backend: Backend) => Promise<ReadonlyMap<Id, Action | null>>;
  /** The answer to what is not to be sent; null for what is. */
  answerTo: (operation: Operation, current: Action | null) => Answer | null;
}

/** What is asked of the log. */
export interface Submission {
  readonly intent: Id;
  command: ActionCommand;
  readonly operations: readonly Operation[];
  readonly bulk?: BulkChange | undefined;
  /** The undo step it belongs to. */
  readonly step?: Id | undefined;
  /** It takes a bulk back: sent only for those actions that nobody has written over since. */
  readonly stepBack?: StepBack | undefined;
  /** It is one of many that only go one by one: sent at a pace, and where the backend asks to wait it does, unlisted. */
  readonly paced?: boolean | undefined;
  /** Does the same again, under the same intent, after a refusal. */
  again: (command: ActionCommand) => void;
}

/** What became of one operation. */
export type Answer =
  | { type: 'agreed'; action: Action }
  /** Agreed, and only the version was told. */
  | { type: 'agreedTo'; version: number | undefined }
  /** There was nothing to do. */
  | { type: 'skipped'; reason: string | undefined; version: number | undefined }
  | { type: 'refused'; error: BackendError };

/** An operation that was answered. */
export interface Settled {
  readonly submission: Submission;
  readonly operation: Operation;
  readonly answer: Answer;
}
