// PGlite does not refuse a second opener of its folder, and rows are lost when two processes write it. So the folder is
// locked by a file that names its holder: a second opener is refused with a clear word, and what a dead process left
// behind is taken over.
import { type FileHandle, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process has the folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** The folder cannot be made or written. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

/** A folder held by this process. */
export interface FolderLock {
  release(): Promise<void>;
}

/** A process: its number, and when it started where the system tells, so that a reused number is not mistaken. */
interface Holder {
  pid: number;
  started: string | null;
}

/** A file in its place, no rights, no room. */
const UNUSABLE: ReadonlySet<string> = new Set([
  'EEXIST',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'ENAMETOOLONG',
]);

const TAKEOVER_PATIENCE_MS = 10_000;

/**
 * Takes the folder for this process, making it where it is not there.
 * @throws FolderUnusable where the folder cannot be made or written
 * @throws FolderInUse where a living process holds it (this one included), naming folder and process
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock');
  const handle = await made(folder, path).catch((cause: NodeJS.ErrnoException) => {
    if (!UNUSABLE.has(cause.code ?? '')) throw cause;
    throw new FolderUnusable(
      `${folder} is no folder that can be written (${cause.code}): choose another by FOLLOWTHROUGH_DATA.`,
      { cause },
    );
  });
  await handle.writeFile(JSON.stringify(await holderOf(process.pid)));
  await handle.sync();
  return {
    async release() {
      await handle.close();
      await rm(path, { force: true });
    },
  };
}

async function made(folder: string, path: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true });
  return (await create(path)) ?? takeOver(folder, path);
}

/** Opens a file that must not be there yet, or gives null where it is. */
async function create(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return null;
    throw error;
  }
}

/** Takes a lock whose holder is dead. A second file makes the look and the taking one step. */
async function takeOver(folder: string, path: string): Promise<FileHandle> {
  const claimPath = `${path}.claim`;
  const claim = (await create(claimPath)) ?? (await renewClaim(claimPath));
  if (!claim) throw inUse(folder, null);
  try {
    const holder = await readHolder(path);
    if (holder && (await isAlive(holder))) throw inUse(folder, holder.pid);
    await rm(path, { force: true });
    const handle = await create(path);
    if (!handle) throw inUse(folder, null);
    return handle;
  } finally {
    await claim.close();
    await rm(claimPath, { force: true });
  }
}

/** A claim lasts a moment; one that has stood for long was left by a process that died within it. */
async function renewClaim(path: string): Promise<FileHandle | null> {
  const age =
    Date.now() -
    (await stat(path).then(
      (entry) => entry.mtimeMs,
      () => 0,
    ));
  if (age < TAKEOVER_PATIENCE_MS) return null;
  await rm(path, { force: true });
  return create(path);
}

async function readHolder(path: string): Promise<Holder | null> {
  // Its holder may be between making the file and writing its name: look again before calling it empty.
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Holder;
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      if (!(error instanceof SyntaxError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return null;
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
    // Not ours to signal, but there.
    if (!isCode(error, 'EPERM')) throw error;
  }
  const now = await holderOf(holder.pid);
  return holder.started === null || now.started === null || holder.started === now.started;
}

async function holderOf(pid: number): Promise<Holder> {
  // Where there is a /proc, field 22 of stat is the start time; the name before it may hold spaces and brackets.
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const started = text === null ? null : (text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null);
  return { pid, started };
}

function inUse(folder: string, pid: number | null): FolderInUse {
  const by = pid === null ? 'another process' : pid === process.pid ? `this process (${pid})` : `process ${pid}`;
  return new FolderInUse(
    `The data folder ${folder} is in use by ${by}. Stop that process, choose another folder by FOLLOWTHROUGH_DATA, ` +
      'or use PostgreSQL by DATABASE_URL, which many processes may share.',
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
