// Serves plain data as a backend: the local backend over a memory repository. Loaded on demand, so that elements fed by
// a server do not carry it. Data that cannot be used is reported to the page, and every call is refused for that reason:
// elements say so as of any backend that fails.
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, readPlainData } from '@followthrough/core/local-backend';
import type { InitialData } from './initial-data.ts';

/** What a page gives: as it is, or as it is written in a script; where that is not JSON, an error that says so. */
export function dataOf(given: InitialData | Element): InitialData | TypeError {
  if (!(given instanceof Element)) return given;
  try {
    return JSON.parse(given.textContent) as InitialData;
  } catch (cause) {
    const owner = given.parentElement?.localName ?? '';
    return new TypeError(`The <script type="application/json"> in <${owner}> is not JSON: mend its text.`, { cause });
  }
}

/**
 * A backend over a page's own data; changes stay in the page.
 * @param data what the page gives, or why it could not be read
 * @param now the clock, in milliseconds since 1970-01-01T00:00Z; the page's by default
 */
export function createDataBackend(data: InitialData | TypeError, now: () => number = Date.now): Backend {
  const { repository, viewerId } = heldBy(data, now);
  return createLocalBackend({ repository, viewerId, now, newId: () => crypto.randomUUID() });
}

function heldBy(data: InitialData | TypeError, now: () => number) {
  try {
    if (data instanceof TypeError) throw unusable(data.message, data);
    const { viewerId, ...workspace } = data;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const snapshot = readPlainData(workspace, { viewerId, now: now(), timeZone });
    return { repository: createMemoryRepository(snapshot), viewerId };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    reportError(error);
    return { repository: { transaction: () => Promise.reject(error) }, viewerId: '' };
  }
}

function unusable(detail: string, cause: unknown): BackendError {
  return new BackendError('validation', { errors: [{ pointer: '', code: 'type', message: detail }], detail, cause });
}
