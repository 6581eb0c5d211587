// What every write has in common: a new thing's id must be free, and a change must say which version it was decided on.
import { BackendError, type VersionedWriteOptions } from '../backend.ts';
import { versionSchema } from '../schema/index.ts';
import { idConflict } from './failures.ts';
import { IdTaken, type Kind, type Kinds, type Transaction } from './repository.ts';

/** Adds new things; rejects with `id-conflict` where an id is in use, seen or unseen. */
export async function insertNew<K extends Kind>(tx: Transaction, kind: K, ...entities: Kinds[K][]): Promise<void> {
  try {
    await tx.insertAll(kind, entities);
  } catch (error) {
    throw error instanceof IdTaken ? idConflict(error) : error;
  }
}

/**
 * The version that a change was decided on.
 * @throws BackendError `precondition-required` where it is missing
 */
export function versionOf(options: VersionedWriteOptions | undefined): number {
  const version = versionSchema.safeParse(options?.version);
  if (version.success) return version.data;
  throw new BackendError('precondition-required', { detail: 'Say which version the change was decided on.' });
}
