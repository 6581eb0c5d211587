// A failure in human words: the refusing rule's sentence where a rule refused, else what kind of failure it was. What names
// it for programs (a code, the name of a rule nobody knows yet) is shown to nobody.
import type { BackendError } from '@followthrough/core/backend';
import type { Id, ProblemError } from '@followthrough/core/schema';
import { isFault, kindText, knownRule } from './load-problem-text.ts';
import { problemWords } from './localize/late-acts.ts';
import { refusalWords } from './localize/late-refusal.ts';
import type { Messages } from './localize/messages.ts';

/**
 * One or two sentences that say what went wrong.
 * @param titleOf names actions, where what went wrong speaks of others
 */
export function problemText(error: BackendError, messages: Messages, titleOf?: (id: Id) => string | undefined): string {
  const { code, rule, errors, detail, dependents } = error;
  // A rule that came later says in its detail what ours say in their sentence.
  if (rule !== undefined) return knownRule(rule, messages) ?? detail ?? problemWords(messages).forbidden;
  if (dependents) {
    const titles = new Set(dependents.map(({ actionId }) => titleOf?.(actionId)));
    return dependentsText(
      [...titles].filter((title) => title !== undefined),
      messages,
    );
  }
  const [fault] = errors;
  if (fault) return faultText(fault, messages);
  if (isFault(code)) return detail ?? problemWords(messages).validation;
  return codeText(code, messages);
}

/** Of what, with others, only a reason is told: a rule's name, a fault's or a problem's code (api.md R-V-4). */
export function refusalText(reason: string | undefined, field: 'assignee' | 'due' | null, messages: Messages): string {
  if (reason === undefined) return problemWords(messages).other;
  return (
    knownRule(reason, messages) ??
    knownFault(reason, field, messages) ??
    (isFault(reason) ? problemWords(messages).validation : codeText(reason, messages))
  );
}

/** That dates rest on what should go, and whose, where that is known. */
export function dependentsText(titles: readonly string[], messages: Messages): string {
  const words = refusalWords(messages);
  if (titles.length === 0) return words.dependents;
  const named = titles.slice(0, NAMED).map(words.quoted).join(', ');
  return words.dependentsNamed(named, Math.max(0, titles.length - NAMED));
}

/** How many of them are named. */
const NAMED = 3;

/** In words of ours; what only a form of its own can ask for is in the backend's. */
function faultText({ pointer, code, message }: ProblemError, messages: Messages): string {
  const field = pointer === '/assignee' ? 'assignee' : pointer.startsWith('/due') ? 'due' : null;
  const limit = /^must have at most (\d+) characters?$/u.exec(message)?.[1];
  if (limit !== undefined) return refusalWords(messages).tooLong(Number(limit));
  const known = field === null && message !== code ? undefined : knownFault(code, field, messages);
  return known ?? (message === code ? problemWords(messages).validation : message);
}

/** The sentence for a fault of an action's assignee or date, as changes of many tell it. */
function knownFault(code: string, field: 'assignee' | 'due' | null, messages: Messages): string | undefined {
  const words = refusalWords(messages);
  switch (code) {
    case 'required':
      return field === 'due' ? words.dueMissing : field === 'assignee' ? words.notParty : undefined;
    case 'owner-only':
      return words.ownerOnly;
    case 'not-in-relationship':
      return words.notParty;
    case 'not-in-room':
      return field === 'due' ? undefined : words.notInRoom;
    case 'internal-only':
      return words.internalOnly;
    case 'not-in-engagement':
      return words.notInEngagement;
    case 'unknown-person':
      return words.unknownPerson;
    case 'out-of-range':
      return words.outOfRange;
    case 'due-before-release':
      return words.beforeRelease;
    case 'fixed-only':
      return words.fixedOnly;
    default:
      return undefined;
  }
}

/** The sentence for a kind of failure. */
function codeText(code: string, messages: Messages): string {
  const words = refusalWords(messages);
  switch (code) {
    case 'invalid-transition':
      return words.transition;
    case 'has-dependents':
      return words.dependents;
    case 'dependency-cycle':
      return words.cycle;
    case 'engagement-draft':
      return words.draft;
    case 'too-large':
      return words.tooLarge;
    default:
      return kindText(code, messages) ?? problemWords(messages).other;
  }
}
