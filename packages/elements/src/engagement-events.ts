// What elements tell of engagements and their items. `…-before-…` comes first and can be cancelled, also after asking
// (`waitUntil`); what was done is told after the backend agreed. All bubble and are composed.
import type { BackendError } from '@followthrough/core/backend';
import type {
  Engagement,
  Id,
  Item,
  ItemCompletion,
  ItemDraft,
  ItemSchedule,
  OpenItem,
} from '@followthrough/core/schema';
import { BeforeEvent } from './events.ts';

/** What is done with an engagement: the verb, and what is told of it then. */
const ENGAGEMENT_VERBS = {
  activate: 'activated',
  share: 'shared',
  unshare: 'unshared',
} as const;
export type EngagementVerb = keyof typeof ENGAGEMENT_VERBS;

/** `engagement-before-activate`, `-share`, `-unshare` */
export class EngagementBefore extends BeforeEvent {
  readonly engagement: Engagement;
  constructor(verb: EngagementVerb, engagement: Engagement) {
    super(`engagement-before-${verb}`);
    this.engagement = engagement;
  }
}

/** `engagement-activated`, `-shared`, `-unshared`: the backend agreed. */
export class EngagementChanged extends Event {
  readonly engagement: Engagement;
  constructor(verb: EngagementVerb, engagement: Engagement) {
    super(`engagement-${ENGAGEMENT_VERBS[verb]}`, { bubbles: true, composed: true });
    this.engagement = engagement;
  }
}

/** What is done with an item: the verb, and what is told of it then. */
const ITEM_VERBS = {
  schedule: 'scheduled',
  unschedule: 'unscheduled',
  release: 'released',
  complete: 'completed',
  reopen: 'reopened',
  move: 'moved',
  add: 'added',
  update: 'updated',
  remove: 'removed',
} as const;
export type ItemVerb = keyof typeof ITEM_VERBS;

/** `engagement-item-before-schedule`, `-unschedule`, `-release`, `-complete`, `-reopen`, `-move`, `-update`, `-remove` */
export class EngagementItemBefore extends BeforeEvent {
  readonly item: OpenItem;
  /** What is about to be written, where something is. */
  readonly changes: ItemSchedule | ItemCompletion | null;
  constructor(verb: Exclude<ItemVerb, 'add'>, item: OpenItem, changes: ItemSchedule | ItemCompletion | null = null) {
    super(`engagement-item-before-${verb}`);
    this.item = item;
    this.changes = changes;
  }
}

/** `engagement-item-before-add` */
export class EngagementItemBeforeAdd extends BeforeEvent {
  readonly engagementId: Id;
  readonly draft: Omit<ItemDraft, 'id' | 'position'>;
  constructor(engagementId: Id, draft: Omit<ItemDraft, 'id' | 'position'>) {
    super('engagement-item-before-add');
    this.engagementId = engagementId;
    this.draft = draft;
  }
}

/** `engagement-item-scheduled`, `-released`, `-completed` and so on: the backend agreed. */
export class EngagementItemChanged extends Event {
  /** As it is now; of a removed one, as it was. */
  readonly item: Item;
  constructor(verb: ItemVerb, item: Item) {
    super(`engagement-item-${ITEM_VERBS[verb]}`, { bubbles: true, composed: true });
    this.item = item;
  }
}

/** `session-schedule-request`: a time is to be picked. Cancelled: the host opens its own calendar, and calls `schedule`. */
export class SessionScheduleRequest extends Event {
  readonly engagement: Engagement;
  readonly item: OpenItem;
  /** Sets the time, an instant such as `2026-05-15T12:30:00Z`; rejects with the BackendError where it was refused. */
  readonly schedule: (startsAt: string) => Promise<void>;
  constructor(engagement: Engagement, item: OpenItem, schedule: SessionScheduleRequest['schedule']) {
    super('session-schedule-request', { bubbles: true, composed: true, cancelable: true });
    this.engagement = engagement;
    this.item = item;
    this.schedule = schedule;
  }
}

/** `engagement-item-open`: an item’s details are asked for. Cancelled: the built-in dialog stays closed. */
export class EngagementItemOpen extends Event {
  readonly item: OpenItem;
  constructor(item: OpenItem) {
    super('engagement-item-open', { bubbles: true, composed: true, cancelable: true });
    this.item = item;
  }
}

/** `view-change`: somebody chose the list or the strip of an engagement. */
export class EngagementViewChange extends Event {
  readonly view: 'list' | 'calendar-strip';
  constructor(view: 'list' | 'calendar-strip') {
    super('view-change');
    this.view = view;
  }
}

/** `engagement-error`: a change was refused or failed. Cancelled: the element shows nothing of its own. */
export class EngagementError extends Event {
  readonly error: BackendError;
  constructor(error: BackendError) {
    super('engagement-error', { bubbles: true, composed: true, cancelable: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-schedule-request': SessionScheduleRequest;
    'engagement-item-open': EngagementItemOpen;
    'engagement-error': EngagementError;
  }
}
