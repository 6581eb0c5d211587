// What an element asks of the page around it: to open something, or to sign somebody in again. Apart from the events of
// changes, for these can come before anything was changed.
import type { Action, Id } from '@followthrough/core/schema';

/** The backend no longer knows who is asking; a new token is needed. */
export class SessionExpired extends Event {
  constructor() {
    super('session-expired', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Somebody wants to see something. Cancelled: the element does not follow `href`. */
export class OpenEvent extends Event {
  /** Where it leads; null where the host gave no address. */
  readonly href: string | null;
  constructor(type: string, href: string | null) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.href = href;
  }
}

/** `action-open` */
export class ActionOpen extends OpenEvent {
  readonly action: Action;
  constructor(action: Action, href: string | null = null) {
    super('action-open', href);
    this.action = action;
  }
}

/** `relationship-open` */
export class RelationshipOpen extends OpenEvent {
  readonly id: Id;
  constructor(id: Id, href: string | null = null) {
    super('relationship-open', href);
    this.id = id;
  }
}

/** `room-open` */
export class RoomOpen extends OpenEvent {
  readonly id: Id;
  constructor(id: Id, href: string | null = null) {
    super('room-open', href);
    this.id = id;
  }
}

/** `view-all`: from the widget to the whole list. */
export class ViewAll extends OpenEvent {
  constructor(href: string | null = null) {
    super('view-all', href);
  }
}
