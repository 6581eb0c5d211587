// A data folder has one holder: a second opener is refused by name, and what a dead process left is taken over.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { FolderInUse, lockFolder } from '../../src/database/folder-lock.ts';
import { startScript } from '../support/processes.ts';

const SCRIPT = new URL('../support/lock-process.ts', import.meta.url);

let root: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'followthrough-lock-'));
});
after(() => rm(root, { recursive: true, force: true }));

it('a folder that is held is refused, naming folder and process, and free again once let go', async () => {
  const folder = join(root, 'held');
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), (error: Error) => {
    assert.ok(error instanceof FolderInUse);
    assert.match(error.message, new RegExp(`${folder} is in use by this process \\(${process.pid}\\)`));
    assert.match(error.message, /DATABASE_URL/);
    return true;
  });
  await lock.release();
  await (await lockFolder(folder)).release();
});

it('a folder that another living process holds is refused', async () => {
  const folder = join(root, 'other');
  const holder = startScript(SCRIPT, [folder]);
  await holder.line('held');
  await assert.rejects(lockFolder(folder), new RegExp(`in use by process ${holder.child.pid}\\.`));
  await holder.end('SIGKILL');
  const lock = await lockFolder(folder);
  assert.equal((JSON.parse(await readFile(join(folder, 'lock'), 'utf8')) as { pid: number }).pid, process.pid);
  await lock.release();
});

it('of many who find a dead process’s lock, one takes it', async () => {
  const folder = join(root, 'many');
  const dead = startScript(SCRIPT, [folder]);
  await dead.line('held');
  await dead.end('SIGKILL');
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
  const taken = tries.filter((attempt) => attempt.status === 'fulfilled');
  assert.equal(taken.length, 1);
  for (const attempt of tries) if (attempt.status === 'rejected') assert.ok(attempt.reason instanceof FolderInUse);
  for (const { value } of taken) await value.release();
});

it('a number that another process now has is not mistaken for the holder', async () => {
  const folder = join(root, 'reused');
  const lock = await lockFolder(folder);
  await lock.release();
  // Process 1 lives, and did not start then.
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 1, started: 'long ago' }));
  const reopened = await lockFolder(folder);
  await reopened.release();
});

it('a lock whose holder died before it wrote its name is taken over', async () => {
  const folder = join(root, 'nameless');
  await (await lockFolder(folder)).release();
  await writeFile(join(folder, 'lock'), '');
  await (await lockFolder(folder)).release();
});
