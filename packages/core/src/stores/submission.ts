// How a submission is put to the backend, and its answer read. An edit meets the latest version only where its editor
// saw what that version says in the fields they wrote; else it meets the version they saw, so that the backend merges or
// refuses and nobody's words are written over unseen (api.md R-V-2).
import { type Backend, BackendError } from '../backend.ts';
import { RULES } from '../domain/index.ts';
import type { Action, BulkOutcome, BulkResponse, Id, ProblemCode } from '../schema/index.ts';
import { agreeOn } from './change.ts';
import type { Answer, Operation, StepBack, Submission } from './operation.ts';

const NO_RESULTS: BulkResponse = { results: [] };

/**
 * Sends. Rejects where the whole was refused or failed.
 * @param latest the latest server state of the action of a single operation
 * @param learn is told how actions stand that had to be asked about
 * @returns what became of each operation, in their order
 */
export async function submit(
  backend: Backend,
  submission: Submission,
  latest: Action | undefined,
  signal: AbortSignal,
  learn: (action: Action) => void,
): Promise<Answer[]> {
  const { operations, bulk, intent, stepBack } = submission;
  if (bulk) {
    const answered = stepBack ? await answeredBefore(backend, operations, stepBack, learn) : new Map<Id, Answer>();
    const ids = operations.map(({ id }) => id).filter((id) => !answered.has(id));
    const { results } = ids.length > 0 ? await backend.actions.bulk({ ...bulk, ids }, { intent, signal }) : NO_RESULTS;
    const outcomes = new Map(results.map((outcome) => [outcome.id, outcome]));
    return operations.map(({ id }) => answered.get(id) ?? answerOf(outcomes.get(id)));
  }
  const answers: Answer[] = [];
  for (const operation of operations) answers.push(await submitOne(backend, operation, latest, { intent, signal }));
  return answers;
}

/** The answers to what a step back does not send, for it would write over what another wrote. */
async function answeredBefore(
  backend: Backend,
  operations: readonly Operation[],
  stepBack: StepBack,
  learn: (action: Action) => void,
): Promise<Map<Id, Answer>> {
  const current = await stepBack.current(backend);
  const answered = new Map<Id, Answer>();
  for (const operation of operations) {
    const stands = current.get(operation.id) ?? null;
    const answer = stepBack.answerTo(operation, stands);
    if (answer) answered.set(operation.id, answer);
    else if (stands) learn(stands);
  }
  return answered;
}

async function submitOne(
  backend: Backend,
  operation: Operation,
  latest: Action | undefined,
  options: { intent: string; signal: AbortSignal },
): Promise<Answer> {
  const { id, change, base } = operation;
  switch (change.type) {
    case 'create':
      return { type: 'agreed', action: await backend.actions.create(change.draft, options) };
    case 'setState':
      return { type: 'agreed', action: await backend.actions.setState(id, change.state, options) };
    case 'restore':
      return { type: 'agreed', action: await backend.actions.restore(id, options) };
    case 'update': {
      const version = (operation.version ??= versionToMeet(operation, latest));
      // What the backend has not seen yet is no base to merge on.
      const seen = base && base.version > 0 ? { base } : {};
      return {
        type: 'agreed',
        action: await backend.actions.update(id, change.patch, { ...options, version, ...seen }),
      };
    }
    case 'delete': {
      const version = (operation.version ??= versionToMeet(operation, latest));
      await backend.actions.remove(id, { ...options, version, dependents: change.dependents });
      return { type: 'agreedTo', version };
    }
  }
}

function versionToMeet({ change, base }: Operation, latest: Action | undefined): number {
  const seen = base && base.version > 0 ? base.version : 1;
  if (!latest) return seen;
  if (change.type !== 'update' || !base || base.version === 0) return latest.version;
  return agreeOn(change.patch, base, latest) ? latest.version : seen;
}

function answerOf(outcome: BulkOutcome | undefined): Answer {
  if (!outcome) return { type: 'refused', error: new BackendError('unreadable', { detail: 'No outcome was told.' }) };
  const { version, reason } = outcome;
  if (outcome.outcome === 'done') return { type: 'agreedTo', version };
  if (outcome.outcome === 'skipped') return { type: 'skipped', reason, version };
  return { type: 'refused', error: errorOf(reason) };
}

const TRANSITION_RULES: ReadonlySet<string> = new Set<keyof typeof RULES>([
  'not-done-only-when-overdue',
  'reopen-first',
  'state-of-another-context',
]);

const ROW_CODES = [
  'not-found',
  'forbidden',
  'invalid-transition',
  'version-conflict',
  'has-dependents',
  'dependency-cycle',
  'validation',
  'engagement-draft',
] as const satisfies readonly ProblemCode[];

function isCode(reason: string): reason is (typeof ROW_CODES)[number] {
  return (ROW_CODES as readonly string[]).includes(reason);
}

// A refused row tells a rule's name, a fault's or a problem's code (api.md R-V-4).
function errorOf(reason: string | undefined): BackendError {
  if (reason === undefined) return new BackendError('forbidden');
  if (TRANSITION_RULES.has(reason)) return new BackendError('invalid-transition', { rule: reason });
  if (reason in RULES) return new BackendError('forbidden', { rule: reason });
  if (isCode(reason)) return new BackendError(reason);
  return new BackendError('validation', { errors: [{ pointer: '', code: reason, message: reason }] });
}
