// The actions that a page knows: the latest server state with the pending operations replayed over it, never a snapshot
// restored. So rapid toggles neither flicker nor revert, and a refusal undoes only its own change. Shared by every
// element of a workspace: what is completed in the widget is completed in the list.
import type { ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { Action, ActionDraft, ActionPatch, ActionState, Assignee, BulkOutcome, CivilDate, Id } from '../schema/index.ts';
import type { Day } from '../domain/index.ts';

export type ActionCommand =
  | { type: 'create'; draft: ActionDraft }
  | { type: 'update'; id: Id; patch: ActionPatch }
  | { type: 'setState'; id: Id; state: ActionState }
  | { type: 'delete'; id: Id }
  | { type: 'restore'; id: Id }
  | { type: 'bulk'; operation: 'setState' | 'assign' | 'reschedule' | 'delete'; ids: readonly Id[] };

/** A change that the backend refused or could not take. Its text is kept until it is tried again or let go. */
export interface Failure {
  readonly key: string;
  readonly command: ActionCommand;
  readonly error: BackendError;
  /** Does the same again (same intent, so that it takes effect once). */
  retry(): void;
  /** Lets it go. */
  dismiss(): void;
}

/** Something that can be undone: what was done, and the step back. */
export interface UndoStep {
  readonly key: string;
  readonly command: ActionCommand;
  readonly actions: readonly Action[];
}

export interface ActionsStore {
  /** Every known action as the page shows it: server state with the pending operations over it, status derived today. */
  readonly $actions: ReadableAtom<ReadonlyMap<Id, Action>>;
  /** Ids with a change on its way. */
  readonly $pending: ReadableAtom<ReadonlySet<Id>>;
  /** Refused or failed changes, oldest first. */
  readonly $failures: ReadableAtom<readonly Failure[]>;
  /** The newest step that can be undone. */
  readonly $undo: ReadableAtom<UndoStep | null>;
  get(id: Id): Action | undefined;
  /** Today on the clock of the action's container. */
  todayOf(action: Action): Day;

  /** Resolves with the action once the backend agreed; rejects with the BackendError (also listed in $failures). */
  create(draft: Omit<ActionDraft, 'id'>): { id: Id; done: Promise<Action> };
  edit(id: Id, patch: ActionPatch): Promise<Action>;
  setState(id: Id, state: ActionState): Promise<Action>;
  remove(id: Id): Promise<void>;
  restore(id: Id): Promise<Action>;
  setStates(ids: readonly Id[], state: ActionState): Promise<readonly BulkOutcome[]>;
  assign(ids: readonly Id[], assignee: Assignee | null): Promise<readonly BulkOutcome[]>;
  reschedule(ids: readonly Id[], due: CivilDate | null): Promise<readonly BulkOutcome[]>;
  removeMany(ids: readonly Id[]): Promise<readonly BulkOutcome[]>;
  /** Takes the newest undoable step back; resolves with what was undone, or null. */
  undo(): Promise<UndoStep | null>;

  /** Told by a list that loaded: these are the server's latest. */
  receive(actions: readonly Action[]): void;
  /** Told by a list that walked a whole query: those known actions that match it but were not in it are gone. */
  forget(ids: readonly Id[]): void;
  /** Called back after each change the backend agreed to. */
  onSettled(listener: (settled: { command: ActionCommand; action: Action | null; previous: Action | null }) => void): () => void;
}
