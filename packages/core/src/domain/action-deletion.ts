// Deleting is soft: for 30 days whoever deleted an action can bring it back, as long as they may still delete it
// (api.md R-V-5, rulebook §6.1). To everybody else it is gone, as if it had never been.
import type { ActionRecord, Instant } from '../schema/index.ts';
import type { Doing } from './action-change.ts';
import { parseInstant } from './instant.ts';

/** How long a deleted action can be restored, in milliseconds: 30 days. */
export const RESTORABLE_FOR = 30 * 86_400_000;

/** The record of an action that was deleted: its next version. */
export function deletedAction(record: ActionRecord, { by, at }: Doing): ActionRecord {
  return { ...record, deleted: { at, by }, updatedAt: at, updatedBy: by, version: record.version + 1 };
}

/** The record of an action that was brought back: its next version, or the very same record where it was not deleted. */
export function restoredAction(record: ActionRecord, { by, at }: Doing): ActionRecord {
  if (record.deleted === null) return record;
  return { ...record, deleted: null, updatedAt: at, updatedBy: by, version: record.version + 1 };
}

/**
 * Whether what was deleted can still be restored.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function isRestorable({ deleted }: { deleted: { at: Instant } | null }, now: number): boolean {
  return deleted !== null && now - parseInstant(deleted.at) <= RESTORABLE_FOR;
}
