// `npm start`'s own program, as a process of its own for a test.
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { ROOT } from './site.ts';

export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo on that port, or any that is free; resolves when it says that it is ready. An empty folder is begun with
 * the data that was seeded before all tests, where they were run together, and else by the demo itself.
 */
export async function startDemo(folder: string, port = '0'): Promise<Demo> {
  const { SEEDED } = process.env;
  const kept = await readdir(folder).catch(() => []);
  if (SEEDED !== undefined && kept.length === 0) await cp(SEEDED, folder, { recursive: true });
  const child: ChildProcess = spawn(process.execPath, ['--conditions=@followthrough/source', `${ROOT}demo/start.ts`], {
    env: { ...process.env, PORT: port, FOLLOWTHROUGH_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const ready = /^Followthrough is ready: (\S+)$/m.exec(told);
      if (ready?.[1]) resolve(ready[1]);
    });
    void exited.then(() => reject(new Error(`the demo ended before it was ready: ${told}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Waits until something holds, half a minute at most. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it never came: ${what}`);
}
