// What <meeting-actions> tells its page besides what every element does: that somebody goes to another meeting, and that
// how actions are carried forward was explained and understood, so that a host need not have it explained again.
import type { Meeting } from '@followthrough/core/schema';
import { OpenEvent } from '../page-events.ts';

/** `meeting-open`: somebody goes to another meeting. Cancelled: the element does not show it, nor follow its address. */
export class MeetingOpen extends OpenEvent {
  readonly meeting: Meeting;
  constructor(meeting: Meeting, href: string | null = null) {
    super('meeting-open', href);
    this.meeting = meeting;
  }
}

/** `carry-forward-explained`: the explanation was read and put away. Set `explained` to have it stay away. */
export class CarryForwardExplained extends Event {
  constructor() {
    super('carry-forward-explained', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'meeting-open': MeetingOpen;
    'carry-forward-explained': CarryForwardExplained;
  }
}
