// What a refusal leaves: an answer for each operation, and a failure that lists the command, so that no words are lost.
import { movedContext } from '../domain/index.ts';
import type { BackendError } from '../backend.ts';
import type { Id } from '../schema/index.ts';
import type { ActionCommand } from './action-command.ts';
import type { Failure } from './failures.ts';
import type { Answer, Operation, Settled, Submission } from './operation.ts';

/** All of a submission refused for one reason. */
export function refusals({ operations }: Submission, error: BackendError): Answer[] {
  return operations.map(() => ({ type: 'refused', error }));
}

/** The first refusal's reason; at least one of the answers is a refusal. */
export function errorIn(answers: readonly Answer[]): BackendError {
  for (const answer of answers) if (answer.type === 'refused') return answer.error;
  throw new TypeError('None of the answers is a refusal.');
}

/**
 * What of a submission was refused, as a failure with a way to ask for it again; null where nothing was.
 * @param settled the submission's operations
 * @param orphans operations on what was never made
 */
export function failureOf(
  settled: readonly Settled[],
  orphans: readonly Operation[],
  dismiss: () => void,
): Failure | null {
  const refused = settled.filter(({ answer }) => answer.type === 'refused');
  const [first] = refused;
  if (!first) return null;
  const { submission } = first;
  const ids = refused.map(({ operation }) => operation.id);
  const command = refusedCommand(submission.command, ids, orphans);
  const retry = () => {
    dismiss();
    submission.again(command);
  };
  return { key: submission.intent, command, error: errorIn(refused.map(({ answer }) => answer)), retry, dismiss };
}

// A bulk names the refused rows alone; a creation has the edits that were made to it meanwhile.
function refusedCommand(command: ActionCommand, refused: readonly Id[], orphans: readonly Operation[]): ActionCommand {
  if (command.type === 'bulk') return { ...command, ids: refused };
  if (command.type !== 'create') return command;
  let { draft } = command;
  for (const { change } of orphans) {
    if (change.type !== 'update') continue;
    const { context: move, ...fields } = change.patch;
    draft = { ...draft, ...fields, title: fields.title ?? draft.title, context: movedContext(draft.context, move) };
  }
  return { ...command, draft };
}
