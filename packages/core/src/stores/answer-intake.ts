// What an answer says of the server's state. A single change is answered with the action; of a row of a bulk only the
// version is told, so the rest is worked out as the backend will have; a refusal may tell how things stand.
import type { Action, Id } from '../schema/index.ts';
import { changed } from './change.ts';
import type { Answer, Operation } from './operation.ts';
import type { ServerState } from './server-state.ts';

/**
 * Takes the answer to an operation into the server's state.
 * @returns whether others changed the action too, so that the backend has to be asked how it stands
 */
export function takeIn(server: ServerState, { id, change, moment, base }: Operation, answer: Answer): boolean {
  const known = server.get(id);
  switch (answer.type) {
    case 'agreed':
      server.accept(answer.action);
      return false;
    case 'agreedTo':
    case 'skipped': {
      // The version told is that of the deletion; the last one that was to be seen came before it.
      if (change.type === 'delete') {
        server.gone(id, Math.max(known?.version ?? 0, (answer.version ?? 1) - 1), true);
        return false;
      }
      const made = changed(known, change, moment);
      if (!made || !known) return true;
      const next = answer.type === 'agreedTo' ? known.version + 1 : known.version;
      const { version = next } = answer;
      server.accept({ ...made, version }, true);
      return version > next;
    }
    case 'refused': {
      const { code, current } = answer.error;
      if (code === 'not-found' && change.type !== 'create') server.gone(id, known?.version ?? base?.version);
      if (code === 'version-conflict' && isActionOf(id, current)) server.accept(current);
      return false;
    }
  }
}

function isActionOf(id: Id, value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'version' in value;
}
