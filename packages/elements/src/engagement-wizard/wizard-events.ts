// What making engagements tells the page around it: which step is about to be shown, what is about to be made, each that was,
// and how it ended.
import type { Engagement, EngagementDraft, Id } from '@followthrough/core/schema';
import type { SetupStep } from '@followthrough/core/stores';
import { BeforeEvent } from '../events.ts';

/** What is chosen from the start. */
export interface WizardPresets {
  readonly coacheeIds?: readonly Id[] | undefined;
  readonly groupId?: Id | undefined;
  readonly coachId?: Id | undefined;
  readonly templateId?: Id | undefined;
}

/** `step-before-change`: another step is about to be shown. Cancelled, or a promise given to `waitUntil` rejected: it is not. */
export class StepBeforeChange extends BeforeEvent {
  readonly from: SetupStep;
  readonly to: SetupStep;
  constructor(from: SetupStep, to: SetupStep) {
    super('step-before-change', {});
    this.from = from;
    this.to = to;
  }
}

/** `step-changed`: another step is shown. */
export class StepChanged extends Event {
  readonly step: SetupStep;
  constructor(step: SetupStep) {
    super('step-changed');
    this.step = step;
  }
}

/** `engagement-before-create`: engagements are about to be made. Cancelled: they are not. */
export class EngagementBeforeCreate extends BeforeEvent {
  /** What is sent, for all coachees at once. */
  readonly draft: EngagementDraft;
  constructor(draft: EngagementDraft) {
    super('engagement-before-create');
    this.draft = draft;
  }
}

/** `engagement-created`: one was made; fired for each. */
export class EngagementCreated extends Event {
  readonly engagement: Engagement;
  constructor(engagement: Engagement) {
    super('engagement-created', { bubbles: true, composed: true });
    this.engagement = engagement;
  }
}

/** `wizard-finished`: whoever made them is done with what became of each. */
export class WizardFinished extends Event {
  readonly engagements: readonly Engagement[];
  constructor(engagements: readonly Engagement[]) {
    super('wizard-finished');
    this.engagements = engagements;
  }
}

/** `wizard-cancelled`: it was left, with nothing made. */
export class WizardCancelled extends Event {
  constructor() {
    super('wizard-cancelled');
  }
}

declare global {
  interface HTMLElementEventMap {
    'step-before-change': StepBeforeChange;
    'step-changed': StepChanged;
    'engagement-before-create': EngagementBeforeCreate;
    'engagement-created': EngagementCreated;
    'wizard-finished': WizardFinished;
    'wizard-cancelled': WizardCancelled;
  }
}
