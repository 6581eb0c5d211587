// What elements tell the page around them: Event subclasses with typed fields (no `detail`). `<noun>-before-<verb>` comes
// first and can be cancelled; `<noun>-<done>` after the backend agreed; `action-error` where it did not. These bubble and
// are composed; what only concerns an element's own view (selection, filter) does not bubble.
import type { BackendError } from '@followthrough/core/backend';
import type {
  Action,
  ActionDraft,
  ActionFilter,
  ActionPatch,
  ActionSort,
  ActionState,
  BulkOutcome,
  Id,
} from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import type { ActionOpen, RelationshipOpen, RoomOpen, SessionExpired, ViewAll } from './page-events.ts';

import type { LoadError, OfflineChange, PendingChange } from './standing-events.ts';

export * from './page-events.ts';
export { LoadError, OfflineChange, PendingChange } from './standing-events.ts';
export * from './view-events.ts';

// ── before ──────────────────────────────────────────────────────────────────────────────────────

/** An event that can be cancelled, at once or after asking: `waitUntil(promise)`; a rejection cancels too. */
export class BeforeEvent extends Event {
  readonly #waits: Promise<unknown>[] = [];

  /** @param init what concerns an element's own view alone does not bubble */
  constructor(type: string, init: Pick<EventInit, 'bubbles' | 'composed'> = { bubbles: true, composed: true }) {
    super(type, { ...init, cancelable: true });
  }

  /** Puts the change off until the promise is settled; where it rejects, or gives `false`, the change is not made. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Whether the change may go ahead: known at once, unless somebody asked to wait. */
  get allowed(): boolean | Promise<boolean> {
    if (this.defaultPrevented) return false;
    if (this.#waits.length === 0) return true;
    return Promise.all(this.#waits).then(
      (answers) => !this.defaultPrevented && !answers.includes(false),
      () => false,
    );
  }
}

/** An action is about to be made. */
export class ActionBeforeCreate extends BeforeEvent {
  readonly draft: Omit<ActionDraft, 'id'>;
  constructor(draft: Omit<ActionDraft, 'id'>) {
    super('action-before-create');
    this.draft = draft;
  }
}

/** Fields of an action are about to change (title, description, assignee, dates). */
export class ActionBeforeUpdate extends BeforeEvent {
  readonly action: Action;
  readonly changes: ActionPatch;
  constructor(action: Action, changes: ActionPatch) {
    super('action-before-update');
    this.action = action;
    this.changes = changes;
  }
}

const VERBS = {
  done: ['complete', 'completed'],
  todo: ['reopen', 'reopened'],
  notDone: ['dismiss', 'dismissed'],
  inProgress: ['start', 'started'],
  cancelled: ['cancel', 'cancelled'],
} as const satisfies Record<ActionState, readonly [string, string]>;

/** An action is about to get another state: `action-before-complete`, `-reopen`, `-dismiss` (not done), `-start`, `-cancel`. */
export class ActionBeforeSetState extends BeforeEvent {
  readonly action: Action;
  readonly state: ActionState;
  constructor(action: Action, state: ActionState) {
    super(`action-before-${VERBS[state][0]}`);
    this.action = action;
    this.state = state;
  }
}

/** An action is about to be deleted. */
export class ActionBeforeDelete extends BeforeEvent {
  readonly action: Action;
  constructor(action: Action) {
    super('action-before-delete');
    this.action = action;
  }
}

/** One operation on several actions is about to be done. */
export class BulkBeforeApply extends BeforeEvent {
  readonly operation: BulkOperation;
  readonly ids: readonly Id[];
  constructor(operation: BulkOperation, ids: readonly Id[]) {
    super('bulk-before-apply');
    this.operation = operation;
    this.ids = ids;
  }
}
export type BulkOperation = 'setState' | 'assign' | 'reschedule' | 'delete';

// ── done ────────────────────────────────────────────────────────────────────────────────────────

/** Something happened to an action, and the backend agreed. */
export class ActionEvent extends Event {
  readonly action: Action;
  /** The action as it was before; null for a new one. */
  readonly previous: Action | null;
  constructor(type: string, action: Action, previous: Action | null = null) {
    super(type, { bubbles: true, composed: true });
    this.action = action;
    this.previous = previous;
  }
}

/** `action-created` */
export class ActionCreated extends ActionEvent {
  constructor(action: Action) {
    super('action-created', action);
  }
}

/** `action-updated` */
export class ActionUpdated extends ActionEvent {
  readonly changes: ActionPatch;
  constructor(action: Action, previous: Action | null, changes: ActionPatch) {
    super('action-updated', action, previous);
    this.changes = changes;
  }
}

/** An action got another state: `action-completed`, `-reopened`, `-dismissed` (not done), `-started`, `-cancelled`. */
export class ActionStateChanged extends ActionEvent {
  constructor(action: Action, previous: Action | null) {
    super(`action-${VERBS[action.state][1]}`, action, previous);
  }
}

/** `action-deleted` */
export class ActionDeleted extends ActionEvent {
  constructor(action: Action) {
    super('action-deleted', action, action);
  }
}

/** `action-restored` */
export class ActionRestored extends ActionEvent {
  constructor(action: Action) {
    super('action-restored', action);
  }
}

/** One operation on several actions was done; every one answers for itself. */
export class BulkApplied extends Event {
  readonly operation: BulkOperation;
  readonly results: readonly BulkOutcome[];
  constructor(operation: BulkOperation, results: readonly BulkOutcome[]) {
    super('bulk-applied', { bubbles: true, composed: true });
    this.operation = operation;
    this.results = results;
  }
}

/** A change was refused or failed. Cancelled: the element shows nothing of its own. */
export class ActionError extends Event {
  readonly operation: 'create' | 'update' | 'setState' | 'delete' | 'restore' | BulkOperation;
  readonly problem: BackendError;
  /** Does the same again: the same intent, so that it takes effect once. */
  readonly retry: () => void;
  constructor(operation: ActionError['operation'], problem: BackendError, retry: () => void) {
    super('action-error', { bubbles: true, composed: true, cancelable: true });
    this.operation = operation;
    this.problem = problem;
    this.retry = retry;
  }
}

// ── an element's own view ───────────────────────────────────────────────────────────────────────

/** `selection-change` */
export class SelectionChange extends Event {
  readonly ids: ReadonlySet<Id>;
  constructor(ids: ReadonlySet<Id>) {
    super('selection-change');
    this.ids = ids;
  }
}

/** `filter-change` */
export class FilterChange extends Event {
  readonly filter: ActionFilter;
  constructor(filter: ActionFilter) {
    super('filter-change');
    this.filter = filter;
  }
}

/** `sort-change` */
export class SortChange extends Event {
  readonly sort: ActionSort;
  constructor(sort: ActionSort) {
    super('sort-change');
    this.sort = sort;
  }
}

/** `group-change` */
export class GroupChange extends Event {
  readonly groupBy: Grouping;
  constructor(groupBy: Grouping) {
    super('group-change');
    this.groupBy = groupBy;
  }
}

declare global {
  interface HTMLElementEventMap {
    'action-before-create': ActionBeforeCreate;
    'action-before-update': ActionBeforeUpdate;
    'action-before-complete': ActionBeforeSetState;
    'action-before-reopen': ActionBeforeSetState;
    'action-before-dismiss': ActionBeforeSetState;
    'action-before-start': ActionBeforeSetState;
    'action-before-cancel': ActionBeforeSetState;
    'action-before-delete': ActionBeforeDelete;
    'bulk-before-apply': BulkBeforeApply;
    'action-created': ActionCreated;
    'action-updated': ActionUpdated;
    'action-completed': ActionStateChanged;
    'action-reopened': ActionStateChanged;
    'action-dismissed': ActionStateChanged;
    'action-started': ActionStateChanged;
    'action-cancelled': ActionStateChanged;
    'action-deleted': ActionDeleted;
    'action-restored': ActionRestored;
    'bulk-applied': BulkApplied;
    'action-error': ActionError;
    'session-expired': SessionExpired;
    'action-open': ActionOpen;
    'relationship-open': RelationshipOpen;
    'room-open': RoomOpen;
    'view-all': ViewAll;
    'selection-change': SelectionChange;
    'filter-change': FilterChange;
    'sort-change': SortChange;
    'group-change': GroupChange;
    'load-error': LoadError;
    'offline-change': OfflineChange;
    'pending-change': PendingChange;
  }
}
