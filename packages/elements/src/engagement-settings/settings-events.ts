// What an engagement's settings tell the page around them: before and after saving and deleting, whether something is
// unsaved, and that an invoicing method is wanted.
import type { BackendError } from '@followthrough/core/backend';
import type { Engagement, EngagementPatch, Id } from '@followthrough/core/schema';
import { BeforeEvent } from '../events.ts';

/** `settings-before-save`: changes are about to be saved. Cancelled: they are not, and stay unsaved. */
export class SettingsBeforeSave extends BeforeEvent {
  readonly engagement: Engagement;
  readonly changes: EngagementPatch;
  constructor(engagement: Engagement, changes: EngagementPatch) {
    super('settings-before-save');
    this.engagement = engagement;
    this.changes = changes;
  }
}

/** `settings-saved`: the backend agreed. */
export class SettingsSaved extends Event {
  readonly engagement: Engagement;
  constructor(engagement: Engagement) {
    super('settings-saved', { bubbles: true, composed: true });
    this.engagement = engagement;
  }
}

/** `settings-error`: saving, deleting or bringing back failed. Cancelled: the element shows nothing of its own. */
export class SettingsError extends Event {
  readonly error: BackendError;
  /** Does the same again, so that it takes effect once. */
  readonly retry: () => void;
  constructor(error: BackendError, retry: () => void) {
    super('settings-error', { bubbles: true, composed: true, cancelable: true });
    this.error = error;
    this.retry = retry;
  }
}

/** `dirty-change`: there is something unsaved, or no more. A page that is about to be left asks first. */
export class DirtyChange extends Event {
  readonly dirty: boolean;
  constructor(dirty: boolean) {
    super('dirty-change');
    this.dirty = dirty;
  }
}

/** `engagement-before-delete`: it is about to be deleted. Cancelled: it is not. */
export class EngagementBeforeDelete extends BeforeEvent {
  readonly engagement: Engagement;
  constructor(engagement: Engagement) {
    super('engagement-before-delete');
    this.engagement = engagement;
  }
}

/** `engagement-deleted`, or `engagement-restored` once that was undone: the backend agreed. */
export class EngagementDeletion extends Event {
  readonly engagement: Engagement;
  constructor(what: 'deleted' | 'restored', engagement: Engagement) {
    super(`engagement-${what}`, { bubbles: true, composed: true });
    this.engagement = engagement;
  }
}

/** Whom a method bills: the coach the firm, or the firm the coachee. */
export type InvoicingSide = 'coach' | 'coachee';

/**
 * `invoicing-method-create-request`: a method is to be made. Cancelled: the host page makes it, and calls `choose` with its
 * id; else the element asks for it itself.
 */
export class InvoicingMethodCreateRequest extends Event {
  readonly engagement: Engagement;
  readonly side: InvoicingSide;
  /** Takes up the methods again and chooses this one. */
  readonly choose: (methodId: Id) => Promise<void>;
  constructor(engagement: Engagement, side: InvoicingSide, choose: (methodId: Id) => Promise<void>) {
    super('invoicing-method-create-request', { bubbles: true, composed: true, cancelable: true });
    this.engagement = engagement;
    this.side = side;
    this.choose = choose;
  }
}

declare global {
  interface HTMLElementEventMap {
    'settings-before-save': SettingsBeforeSave;
    'settings-saved': SettingsSaved;
    'settings-error': SettingsError;
    'dirty-change': DirtyChange;
    'engagement-before-delete': EngagementBeforeDelete;
    'invoicing-method-create-request': InvoicingMethodCreateRequest;
  }
}
