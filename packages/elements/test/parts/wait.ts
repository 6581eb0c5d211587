// Waits until something holds, with the patience of a machine that has much to do: it ends at once where it holds, and what it
// gives up on is told by its name.
import { waitUntil as waitFor } from '@open-wc/testing';

const PATIENCE_MS = 15_000;

/**
 * Resolves once the predicate holds; rejects with the message where it never does.
 * @param patience milliseconds
 */
export function waitUntil(predicate: () => unknown, message?: string, patience = PATIENCE_MS): Promise<void> {
  return waitFor(predicate, message, { timeout: patience, interval: 20 });
}
