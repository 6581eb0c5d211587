// A failure in human words: the refusing rule's sentence where a rule refused, else what kind of failure it was.
import type { BackendError } from '@followthrough/core/backend';
import type { Permission } from '@followthrough/core/schema';
import { problemWords, ruleWords } from './localize/late-acts.ts';
import type { Messages } from './localize/messages.ts';

/** The sentence for a refusing rule; a rule we do not know is told by its name. */
export function ruleText(rule: string, messages: Messages): string {
  return (ruleWords(messages) as Record<string, string | undefined>)[rule] ?? rule;
}

/** The sentence for why something is withheld; null where it is not. An unknown rule is shown by its name. */
export function reasonOf(permission: Permission, messages: Messages): string | null {
  return permission === true ? null : ruleText(permission, messages);
}

/** One or two sentences that say what went wrong. */
export function problemText(error: BackendError, messages: Messages): string {
  const problem = problemWords(messages);
  if (error.rule !== undefined) return ruleText(error.rule, messages);
  switch (error.code) {
    case 'network':
      return problem.network;
    case 'forbidden':
    case 'insufficient-scope':
    case 'origin-not-allowed':
      return problem.forbidden;
    case 'not-found':
      return problem.notFound;
    case 'version-conflict':
    case 'idempotency-in-progress':
      return problem.conflict;
    case 'token-missing':
    case 'token-invalid':
    case 'token-expired':
      return problem.session;
    case 'validation':
    case 'unknown-field':
    case 'read-only-field':
      return error.errors[0]?.message ?? error.detail ?? problem.validation;
    default:
      return problem.other;
  }
}

/** Why something could not be loaded: where nothing was changed, no change is kept. */
export function loadProblemText(error: BackendError, messages: Messages): string {
  return error.code === 'network' ? problemWords(messages).noAnswer : problemText(error, messages);
}
