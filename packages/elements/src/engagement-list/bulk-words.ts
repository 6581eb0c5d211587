// The six operations in words: what they are called, what they will do, what they did, and why one was left as it was.
import type { EngagementBulkOperation, NotificationChannel } from '@followthrough/core/schema';
import type { TemplateResult } from 'lit';
import { sendIcon } from '../icons/engagement-icons.ts';
import { activateIcon, unshareIcon } from '../icons/engagement-list-icons.ts';
import { eyeIcon, plusIcon, trashIcon } from '../icons/icons.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import type { Messages } from '../localize/messages.ts';
import { problemWords, ruleWords } from '../localize/late-acts.ts';
import { refusalText } from '../problem-text.ts';

/** In the order in which they are offered. */
export const OPERATIONS: readonly EngagementBulkOperation[] = [
  'activate',
  'activateAndShare',
  'share',
  'unshare',
  'addItem',
  'delete',
];

const NAMES = {
  activate: 'Activate',
  activateAndShare: 'ActivateAndShare',
  share: 'Share',
  unshare: 'Unshare',
  delete: 'Delete',
  addItem: 'AddItem',
} as const satisfies Record<EngagementBulkOperation, string>;

/** What an operation says of itself. */
export interface OperationWords {
  readonly name: string;
  /** What it will do to so many. */
  readonly will: (count: number) => string;
  /** What one should know before. */
  readonly note: string;
  /** On the button that does it. */
  readonly go: (count: number) => string;
  /** What it did to so many. */
  readonly did: (count: number) => string;
}

/**
 * Whom an operation's backend tells of it; null where nobody is told.
 * @param notifies how the backend tells people
 */
export function toldText(
  operation: EngagementBulkOperation,
  notifies: readonly NotificationChannel[],
  messages: Messages,
): string | null {
  if (notifies.length === 0) return null;
  const words = engagementBulkWords(messages);
  const byEmail = notifies.includes('email');
  if (operation === 'activate') return words.coachTold(byEmail);
  return operation === 'share' || operation === 'activateAndShare' ? words.everyoneTold(byEmail) : null;
}

export function operationWords(operation: EngagementBulkOperation, messages: Messages): OperationWords {
  const words = engagementBulkWords(messages);
  const name = NAMES[operation];
  return {
    name: words[operation],
    will: words[`will${name}`],
    note: words[`note${name}`],
    go: words[`go${name}`],
    did: words[`did${name}`],
  };
}

const ICONS: Readonly<Record<EngagementBulkOperation, () => TemplateResult>> = {
  activate: activateIcon,
  activateAndShare: sendIcon,
  share: eyeIcon,
  unshare: unshareIcon,
  delete: trashIcon,
  addItem: plusIcon,
};

export function operationIcon(operation: EngagementBulkOperation): TemplateResult {
  return ICONS[operation]();
}

/**
 * Why one was skipped or refused, in words: what it is already, else the rule's sentence, else the kind of failure.
 * @param operation what `unchanged` is said of
 */
export function reasonText(reason: string | undefined, operation: EngagementBulkOperation, messages: Messages): string {
  const words = engagementBulkWords(messages);
  const problem = problemWords(messages);
  const unchanged: Readonly<Record<EngagementBulkOperation, string>> = {
    activate: words.alreadyActive,
    activateAndShare: words.alreadyShared,
    share: words.alreadyShared,
    unshare: words.notShared,
    delete: words.gone,
    addItem: words.unchanged,
  };
  const known: Readonly<Record<string, string>> = {
    ...ruleWords(messages),
    unchanged: unchanged[operation],
    'already-active': words.alreadyActive,
    'already-shared': words.alreadyShared,
    'not-shared': words.notShared,
    'engagement-draft': words.stillDraft,
    duplicate: words.duplicate,
    'not-found': words.gone,
    forbidden: problem.forbidden,
    network: problem.noAnswer,
    unavailable: problem.noAnswer,
    unreadable: problem.noAnswer,
    'version-conflict': problem.conflict,
    validation: problem.validation,
    internal: problem.other,
  };
  return reason === undefined ? problem.other : (known[reason] ?? refusalText(reason, null, messages));
}
