// Before all tests of pages: the demo is begun once, as a new user begins it, and each test gets a copy of its data.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from './demo-process.ts';

let folder: string;

/** Begins a demo and ends it; `SEEDED` says where its data is, to the tests' own processes. */
export async function globalSetup(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-seeded-'));
  const demo = await startDemo(join(folder, 'data'));
  await demo.stop();
  process.env['SEEDED'] = join(folder, 'data');
}

export async function globalTeardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
