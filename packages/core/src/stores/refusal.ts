// What a refusal leaves: an answer for each operation, and the command as it is listed, so that no words are lost.
import type { BackendError } from '../backend.ts';
import type { Id } from '../schema/index.ts';
import type { ActionCommand } from './action-command.ts';
import type { Answer, Operation, Submission } from './operation.ts';

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
 * The command as it was refused: a bulk names the refused rows alone; a creation has the edits that were made to it
 * meanwhile.
 * @param orphans operations on what was never made
 */
export function refusedCommand(
  command: ActionCommand,
  refused: readonly Id[],
  orphans: readonly Operation[],
): ActionCommand {
  if (command.type === 'bulk') return { ...command, ids: refused };
  if (command.type !== 'create') return command;
  let { draft } = command;
  for (const { change } of orphans) {
    if (change.type === 'update') draft = { ...draft, ...change.patch, title: change.patch.title ?? draft.title };
  }
  return { ...command, draft };
}
