// An edit that meets a newer version (api.md R-V-2): where others changed other fields it is sent again on the current
// version; where they changed the same field the person decides, with both values shown.
import { BackendError, type UpdateOptions } from '@followthrough/core/backend';
import { mergePatch } from '@followthrough/core/domain';
import type { Action, ActionPatch, Id } from '@followthrough/core/schema';
import type { LoadAnswers } from './answers-loader.ts';
import type { Call } from './call.ts';

/** How often an edit is merged before its person is asked after all. */
const MERGES = 3;

export async function mergedUpdate(
  call: Call,
  answers: LoadAnswers,
  id: Id,
  patch: ActionPatch,
  options: UpdateOptions,
): Promise<Action> {
  const { base, signal } = options;
  let { version, intent } = options;
  for (let merges = 0; ; merges++) {
    try {
      return await call('actions.update', { params: { id }, body: patch }, { version, intent, signal });
    } catch (error) {
      if (!base || merges === MERGES || !(error instanceof BackendError) || error.code !== 'version-conflict')
        throw error;
      if (error.current === undefined) throw error;
      const { readAction } = await answers(signal);
      const current = readAction(error.current);
      if ('conflicts' in mergePatch(base, current, patch)) throw error;
      version = current.version;
      // Another `If-Match` is another request, which the key of the first must not name (R-I-1).
      intent = undefined;
    }
  }
}
