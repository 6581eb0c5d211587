// A repository whose transactions all belong to one that is already open, for a caller that has more to write with the
// same effect: a server keeps the record of an intent in the transaction of what was done.
import type { Repository, Transaction } from './repository.ts';

/**
 * A repository bound to an open transaction. What rejects inside it must make its owner reject the whole: nothing is
 * rolled back here.
 * @example repository.transaction((tx) => createLocalBackend({ repository: joined(tx), viewerId, now, newId }).actions.create(draft))
 */
export function joined(tx: Transaction): Repository {
  return { transaction: (work) => work(tx) };
}
