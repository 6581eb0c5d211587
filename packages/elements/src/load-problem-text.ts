// Why something could not be loaded or is withheld, in human words: what a page says before anybody has done anything. What a
// change can be refused for besides comes with what makes changes (problem-text.ts). No code and no unknown name of a rule is shown.
import type { BackendError } from '@followthrough/core/backend';
import type { Permission } from '@followthrough/core/schema';
import { problemWords, ruleWords } from './localize/late-acts.ts';
import type { Messages } from './localize/messages.ts';

/** The sentence for a refusing rule; of a rule we do not know, that one may not. */
export function ruleText(rule: string, messages: Messages): string {
  return knownRule(rule, messages) ?? problemWords(messages).forbidden;
}

/** The sentence for why something is withheld; null where it is not. */
export function reasonOf(permission: Permission, messages: Messages): string | null {
  return permission === true ? null : ruleText(permission, messages);
}

/** Why something could not be loaded: where nothing was changed, no change is kept. */
export function loadProblemText(error: BackendError, messages: Messages): string {
  const { code, rule, errors, detail } = error;
  const problem = problemWords(messages);
  if (code === 'network') return problem.noAnswer;
  // A rule that came later says in its detail what ours say in their sentence.
  if (rule !== undefined) return knownRule(rule, messages) ?? detail ?? problem.forbidden;
  if (isFault(code)) return errors[0]?.message ?? detail ?? problem.validation;
  return kindText(code, messages) ?? problem.other;
}

/** The sentence for a rule of ours; undefined for a name that is none. */
export function knownRule(rule: string, messages: Messages): string | undefined {
  const rules: Readonly<Record<string, string>> = ruleWords(messages);
  return Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

/** Whether it is told by its faults. */
export function isFault(code: string): boolean {
  return code === 'validation' || code === 'unknown-field' || code === 'read-only-field';
}

/** The sentence for a kind of failure that loading can meet too. */
export function kindText(code: string, messages: Messages): string | undefined {
  const problem = problemWords(messages);
  switch (code) {
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
    case 'rate-limited':
      return problem.busy;
    default:
      return undefined;
  }
}
