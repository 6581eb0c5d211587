// Changed fields on their way to the backend, for whoever typed them: where they are refused they come back with the
// reason, and where they only wait, what they wait for can be asked.
import type { Action, ActionPatch, Id } from '@followthrough/core/schema';
import type { Failure, WorkspaceStore } from '@followthrough/core/stores';
import type { ActionCommands } from '../action-commands.ts';

/**
 * Saves changed fields. Rejects with the backend's reason where it refused them; null where the host's page cancelled
 * it. While the backend cannot be reached it stays open: the change is shown, and sent until it is answered.
 */
export async function saveFields(
  workspace: WorkspaceStore,
  commands: ActionCommands,
  action: Action,
  patch: ActionPatch,
): Promise<Action | null> {
  const { $failures } = workspace.actions;
  const known = new Set($failures.get().map(({ key }) => key));
  const saved = await commands.edit(action, patch);
  if (saved !== null) return saved;
  const refused = updatesOf(workspace, action.id).find(({ key, error }) => !error.transient && !known.has(key));
  if (!refused) return null;
  // The words are back with whoever typed them: nothing else has to keep them.
  refused.dismiss();
  throw refused.error;
}

/** What changed fields of an action wait for; null where none do. */
export function waitingUpdate(workspace: WorkspaceStore, id: Id): Failure | null {
  return updatesOf(workspace, id).find(({ error }) => error.transient) ?? null;
}

/** The failures of changed fields of an action, newest first. */
function updatesOf(workspace: WorkspaceStore, id: Id): readonly Failure[] {
  const failures = workspace.actions.$failures.get();
  return failures.filter(({ command }) => command.type === 'update' && command.id === id).toReversed();
}
