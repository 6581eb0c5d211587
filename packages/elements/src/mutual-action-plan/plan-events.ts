// What a plan tells the page around it, beside what it tells of actions.
import type { BackendError } from '@followthrough/core/backend';
import type { Id, Room } from '@followthrough/core/schema';

/** `section-created`, `section-updated`, `section-moved`, `section-deleted`: the backend agreed. */
export class SectionChanged extends Event {
  readonly id: Id;
  constructor(what: 'created' | 'updated' | 'moved' | 'deleted', id: Id) {
    super(`section-${what}`, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** `room-shared`: the room is shared with other people, or its primary contact is another. */
export class RoomShared extends Event {
  readonly room: Room;
  constructor(room: Room) {
    super('room-shared', { bubbles: true, composed: true });
    this.room = room;
  }
}

/** `room-created`: a room was made; the element shows it from now on. */
export class RoomCreated extends Event {
  readonly room: Room;
  constructor(room: Room) {
    super('room-created', { bubbles: true, composed: true });
    this.room = room;
  }
}

/** `room-updated`: name, clock or members of the room are others now. */
export class RoomUpdated extends Event {
  readonly room: Room;
  constructor(room: Room) {
    super('room-updated', { bubbles: true, composed: true });
    this.room = room;
  }
}

/** `room-deleted`: the room was deleted; `room-restored`: that was undone. */
export class RoomRemoved extends Event {
  readonly id: Id;
  constructor(what: 'deleted' | 'restored', id: Id) {
    super(`room-${what}`, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** `plan-error`: a change of sections or of the room was refused or failed. Cancelled: nothing is shown. */
export class PlanError extends Event {
  readonly error: BackendError;
  constructor(error: BackendError) {
    super('plan-error', { bubbles: true, composed: true, cancelable: true });
    this.error = error;
  }
}

/** `view-change`: somebody chose the list or the timeline. */
export class PlanViewChange extends Event {
  readonly view: 'list' | 'timeline';
  constructor(view: 'list' | 'timeline') {
    super('view-change');
    this.view = view;
  }
}
