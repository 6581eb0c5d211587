// A host's first workspace: made of a file of plain data, once, before anybody can have a token that is taken. All that follows is
// synced over HTTP by an admin of it (api.md §5).
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackendError } from '@followthrough/core/backend';
import { faultsOfPerson } from '@followthrough/core/domain';
import { type PlainData, readPlainData, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { hasWorkspace, seedWorkspace } from './repository/seed-workspace.ts';
import { databaseNote, settingsOf } from './settings.ts';

/** No workspace was made; the message says why, and how to mend it. */
export class WorkspaceRefused extends Error {
  override readonly name = 'WorkspaceRefused';
}

const USAGE = 'Say which file the workspace is in: create-workspace FILE.json [--origin https://portal.example …]';

/**
 * Makes the workspace of a file in the database that the environment names.
 * @param args the file, and the origins whose pages may call for it
 * @param defaultFolder where the data is kept where FOLLOWTHROUGH_DATA does not say
 * @returns what was made and how to go on, in words
 * @throws WorkspaceRefused where the file cannot be used, or the workspace is there already
 */
export async function createWorkspace(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  defaultFolder: string,
): Promise<string> {
  const { file, origins } = askedFor(args);
  const settings = settingsOf(environment, defaultFolder);
  // npm runs its scripts elsewhere, and says where it was called.
  const snapshot = workspaceIn(await readJson(resolve(environment['INIT_CWD'] ?? '', file)), file);
  const database = await openDatabase(settings.database);
  try {
    await migrate(database);
    if (await hasWorkspace(database, snapshot.workspace.id)) throw thereAlready(snapshot);
    await seedWorkspace(database, snapshot, { origins }).catch((error: unknown) => {
      throw refusalOf(error, snapshot) ?? error;
    });
  } finally {
    await database.close();
  }
  return [databaseNote(settings), ...told(snapshot, origins)].join('\n');
}

function askedFor(args: readonly string[]): { file: string; origins: string[] } {
  const { positionals, values } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WorkspaceRefused(USAGE);
  const origins = values.origin ?? [];
  for (const origin of origins) {
    const isExact = URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isExact) throw new WorkspaceRefused(`--origin must be exact, such as https://portal.example, not ${origin}.`);
  }
  return { file, origins };
}

function parsed(args: readonly string[]) {
  try {
    const options = { origin: { type: 'string', multiple: true } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WorkspaceRefused(USAGE, { cause: error });
  }
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WorkspaceRefused(`${path} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}.`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WorkspaceRefused(`${path} is not JSON: ${(error as SyntaxError).message}`, { cause: error });
  }
}

// ── what is in the file ───────────────────────────────────────────────────────────────────────────

function workspaceIn(data: unknown, file: string): WorkspaceSnapshot {
  const admin = peopleIn(data).find(({ role }) => role === 'admin');
  const faults = needsOf(data, admin);
  try {
    // What names no maker was made by an admin, and what names no zone is told in UTC.
    const defaults = { viewerId: (admin ?? peopleIn(data)[0])?.id ?? '', now: Date.now(), timeZone: 'UTC' };
    const snapshot = readPlainData(data as PlainData, defaults);
    snapshot.people.forEach((person, at) => {
      const { pointer, message } = faultsOfPerson(person, true)[0] ?? {};
      if (pointer !== undefined) faults.push(`people[${at}].${pointer.slice(1)} ${message}`);
    });
    if (faults.length === 0) return snapshot;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    // Who looks is nobody's field here: without people there is none.
    faults.push(...error.errors.filter(({ pointer }) => pointer !== '/viewerId').map(({ message }) => message));
  }
  throw new WorkspaceRefused([`${file} cannot be used:`, ...faults.map((fault) => `  ${fault}`)].join('\n'));
}

function peopleIn(data: unknown): readonly { id?: string; role?: unknown }[] {
  const people: unknown = (data as { people?: unknown } | null)?.people;
  if (!Array.isArray(people)) return [];
  return people.filter((person): person is { id?: string } => typeof person === 'object' && person !== null);
}

/** What goes without saying on a page, and not of a tenant. */
function needsOf(data: unknown, admin: object | undefined): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const { workspace } = data as { workspace?: { id?: unknown; name?: unknown } };
  return [
    ...(workspace?.id === undefined ? ['workspace.id is required: the tid of your tokens'] : []),
    ...(workspace?.name === undefined ? ['workspace.name is required'] : []),
    ...(admin ? [] : ['people must have somebody with "role": "admin", who syncs the others']),
  ];
}

// ── what is said ──────────────────────────────────────────────────────────────────────────────────

function thereAlready({ workspace: { id } }: WorkspaceSnapshot): WorkspaceRefused {
  return new WorkspaceRefused(
    `There is a workspace ${id} already; nothing was changed. Change it over HTTP, with an admin's token of the scope admin.`,
  );
}

/** Why the database does not take it, where the file is at fault; null where it is something else. */
function refusalOf(error: unknown, snapshot: WorkspaceSnapshot): WorkspaceRefused | null {
  const { code, table, detail, message } = error as Partial<Record<'code' | 'table' | 'detail' | 'message', string>>;
  if (code === '23505' && table === 'workspace') return thereAlready(snapshot);
  const why = [message, detail].filter((part) => part !== undefined).join(': ');
  if (code === '23505')
    return new WorkspaceRefused(`An id is in use: ids are one's own in the whole database, of every workspace. ${why}`);
  return code?.startsWith('23') ? new WorkspaceRefused(`The file has what cannot be kept. ${why}`) : null;
}

function told(snapshot: WorkspaceSnapshot, origins: readonly string[]): string[] {
  const { workspace, people } = snapshot;
  const admins = people.filter(({ role }) => role === 'admin').map(({ id }) => id);
  const others = Object.entries(snapshot)
    .filter(([name, list]) => name !== 'people' && Array.isArray(list) && list.length > 0)
    .map(([name, list]) => `, ${name}: ${(list as readonly unknown[]).length}`);
  return [
    `Made the workspace ${workspace.id} (${workspace.name}), ${workspace.timeZone}, ${workspace.locale}.`,
    `In it: people: ${people.length}, of whom admins: ${admins.join(', ')}${others.join('')}.`,
    origins.length > 0
      ? `Pages of ${origins.join(', ')} may call for it.`
      : "Only pages of the server's own origin may call for it: name others by --origin when it is made.",
    `Now start the server, and mint tokens with tid ${workspace.id} and a person's id as sub.`,
    `With ${admins[0]} as sub and the scope admin, sync your directory: PUT /people/{id}, /companies/{id}, /groups/{id}.`,
  ];
}
