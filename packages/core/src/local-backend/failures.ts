// What the local backend rejects with, by name (api.md §8).
import { BackendError } from '../backend.ts';
import { type Dependent, RULES, type RuleName } from '../domain/index.ts';
import { type ActionState, checkInput, type Id, type ProblemError } from '../schema/index.ts';

/** It is deleted, hidden or was never there: one and the same answer. */
export function notFound(): BackendError {
  return new BackendError('not-found', { detail: 'There is no such thing, or you may not see it.' });
}

/** It may be seen, and this may not be done with it: by the rules, or with these credentials. */
export function forbidden(rule: RuleName): BackendError {
  if (rule === 'insufficient-scope') return new BackendError(rule, { detail: RULES[rule] });
  return new BackendError('forbidden', { rule, detail: RULES[rule] });
}

/** The state cannot follow the one it has. */
export function invalidTransition(rule: RuleName, from: ActionState, allowed: readonly ActionState[]): BackendError {
  return new BackendError('invalid-transition', { rule, from, allowed, detail: RULES[rule] });
}

/** It may not be done: forbidden, or not in a draft. */
export function refused(rule: RuleName): BackendError {
  return rule === 'engagement-draft' ? new BackendError(rule, { rule, detail: RULES[rule] }) : forbidden(rule);
}

/** It was changed since the caller read it. */
export function versionConflict(current: { version: number }): BackendError {
  return new BackendError('version-conflict', {
    current,
    currentVersion: current.version,
    detail: 'It was changed since you read it.',
  });
}

/** The id is taken; it does not tell by what. */
export function idConflict(cause?: unknown): BackendError {
  return new BackendError('id-conflict', { detail: 'The id is in use: choose another.', cause });
}

/** Faults in what was written. */
export function validation(errors: readonly ProblemError[]): BackendError {
  return new BackendError('validation', { errors, detail: 'What was sent cannot be taken as it is.' });
}

/** The dates would rest on one another: the loop, each resting on the next. */
export function dependencyCycle(path: readonly Id[]): BackendError {
  return new BackendError('dependency-cycle', { path, detail: 'The dates would rest on one another.' });
}

/** The dates of a template would rest on one another: the keys of the loop, and where each loop lies. */
export function templateCycle(path: readonly string[], errors: readonly ProblemError[]): BackendError {
  return new BackendError('dependency-cycle', { path, errors, detail: 'The dates would rest on one another.' });
}

/** Dates rest on what should go: say what becomes of them. */
export function hasDependents(dependents: readonly Dependent[]): BackendError {
  return new BackendError('has-dependents', {
    dependents,
    detail: 'Dates of others rest on it: say whether to freeze them as they are, or to clear them.',
  });
}

/** The cursor was given for another list, filter or caller, or by nobody. */
export function cursorInvalid(): BackendError {
  return new BackendError('cursor-invalid', {
    detail: 'The cursor does not belong to this list: start from its first page.',
  });
}

/**
 * The input as its schema reads it.
 * @param readOnly pointers of fields that exist and cannot be written
 * @throws BackendError `validation`, `unknown-field` or `read-only-field`
 */
export function checked<T>(
  schema: Parameters<typeof checkInput<T>>[0],
  input: unknown,
  readOnly?: ReadonlySet<string>,
): T {
  const result = checkInput(schema, input, readOnly);
  if ('value' in result) return result.value;
  throw new BackendError(result.code, { errors: result.errors, detail: 'What was sent cannot be taken as it is.' });
}
