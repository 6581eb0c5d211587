// Serves plain data as a backend: the local backend over a memory repository. Loaded on demand, so that elements fed by
// a server do not carry it.
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { InitialData } from './initial-data.ts';

/**
 * A backend over a page's own data; changes stay in the page.
 * @param now the clock, in milliseconds since 1970-01-01T00:00Z; the page's by default
 */
export function createDataBackend({ viewerId, ...snapshot }: InitialData, now: () => number = Date.now): Backend {
  return createLocalBackend({
    repository: createMemoryRepository(snapshot),
    viewerId,
    now,
    newId: () => crypto.randomUUID(),
  });
}
