// What may stand in the way of a server or a command before it begins, told by its message alone: settings that cannot be, a database that
// cannot be opened or is another's, a file that cannot be used.
import { WorkspaceRefused } from './create-workspace.ts';
import { CannotOpen } from './database/database.ts';
import { FolderInUse, FolderUnusable } from './database/folder-lock.ts';
import { DatabaseTooNew, NoTenantRole } from './database/migrate.ts';
import { BadSettings } from './settings.ts';

const EXPECTED = [
  BadSettings,
  CannotOpen,
  DatabaseTooNew,
  FolderInUse,
  FolderUnusable,
  NoTenantRole,
  WorkspaceRefused,
] as const;

/** Whether the message says all that there is to say. */
export function isExpectedFailure(error: unknown): error is Error {
  return EXPECTED.some((one) => error instanceof one);
}
