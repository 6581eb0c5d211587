// The backend alone, as a process: it says what it lacks, serves once it has it, and ends when it is asked to.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { startScript } from './support/processes.ts';
import { hostKeys, ISSUER } from './support/service.ts';

const SCRIPT = new URL('../src/main.ts', import.meta.url);
const READY = 'Followthrough is ready: ';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-main-'));
});
after(() => rm(folder, { recursive: true, force: true }));

it('says which setting it lacks', async () => {
  const server = startScript(SCRIPT, [], { FOLLOWTHROUGH_ISSUER: '', FOLLOWTHROUGH_DATA: folder, DATABASE_URL: '' });
  await server.line('FOLLOWTHROUGH_ISSUER is not set');
  assert.equal(await server.ended(), 1);
});

it('serves with an issuer’s keys from a file, and takes no token of nobody it knows', async () => {
  const file = join(folder, 'keys.json');
  await writeFile(file, JSON.stringify(hostKeys.jwks));
  const server = startScript(SCRIPT, [], {
    FOLLOWTHROUGH_ISSUER: ISSUER,
    FOLLOWTHROUGH_JWKS: file,
    FOLLOWTHROUGH_DATA: join(folder, 'data'),
    DATABASE_URL: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const url = (await server.line(READY)).slice(READY.length);
  assert.equal((await fetch(`${url}/api/v1/ready`)).status, 200);
  assert.equal((await fetch(`${url}/api/v1/me`)).status, 401);
  assert.equal((await fetch(`${url}/demo/people`)).status, 404, 'nobody is given a token here');
  assert.equal(await server.end('SIGTERM'), 0);
});
