// The backend alone, as a process: it says what it lacks, serves once it has it, and ends when it is asked to.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PortUnavailable, startServer } from '../src/serve.ts';
import { BadSettings, settingsOf } from '../src/settings.ts';
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

const RIGHT = {
  FOLLOWTHROUGH_ISSUER: ISSUER,
  FOLLOWTHROUGH_JWKS: 'keys.json',
  FOLLOWTHROUGH_DATA: 'data',
  DATABASE_URL: '',
  PORT: '0',
  LOG_LEVEL: 'silent',
};

/** What cannot be started with, and what is said of it: one line, and no trace of the program. */
const WRONG: readonly [what: string, environment: NodeJS.ProcessEnv, said: RegExp][] = [
  [
    'a database that is not there',
    { DATABASE_URL: 'postgres://127.0.0.1:1/x' },
    /^The database of DATABASE_URL .*ECONNREFUSED/,
  ],
  [
    'keys that are not there',
    { FOLLOWTHROUGH_JWKS: 'missing.json' },
    /^FOLLOWTHROUGH_JWKS: missing\.json cannot be read/,
  ],
  ['keys that are no JSON', { FOLLOWTHROUGH_JWKS: 'text.txt' }, /^FOLLOWTHROUGH_JWKS: text\.txt holds no set of keys/],
  [
    'keys that are none',
    { FOLLOWTHROUGH_JWKS: 'object.json' },
    /^FOLLOWTHROUGH_JWKS: object\.json holds no set of keys/,
  ],
  [
    'an address of keys that is none',
    { FOLLOWTHROUGH_JWKS: 'https://' },
    /^FOLLOWTHROUGH_JWKS must be an address or a file/,
  ],
  [
    'a folder that is a file',
    { FOLLOWTHROUGH_DATA: 'text.txt' },
    /^text\.txt is no folder that can be written \((?:EEXIST|ENOTDIR)\): choose another by FOLLOWTHROUGH_DATA/,
  ],
];
describe('says in a line that it cannot start with', { concurrency: 3 }, () => {
  for (const [what, environment, said] of WRONG) {
    it(what, async () => {
      const room = await mkdtemp(join(folder, 'wrong-'));
      await writeFile(join(room, 'keys.json'), JSON.stringify(hostKeys.jwks));
      await writeFile(join(room, 'text.txt'), 'no JSON');
      await writeFile(join(room, 'object.json'), '{"keys":7}');
      const server = startScript(SCRIPT, [], { ...RIGHT, ...environment }, room);
      assert.equal(await server.ended(), 1);
      const lines = server
        .said()
        .split('\n')
        .filter((line) => !line.startsWith('Data: '));
      assert.match(lines[0] ?? '', said);
      assert.equal(lines.length, 1, server.said());
    });
  }
});

/** What no server is begun with: the settings are read first. */
const NONE: readonly [environment: NodeJS.ProcessEnv, said: RegExp][] = [
  [{ DATABASE_URL: 'nonsense' }, /^DATABASE_URL must be an address such as postgres:\/\//],
  [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must be an address such as postgres:\/\//],
  [{ PORT: 'many' }, /^PORT must be a number/],
  [{ FOLLOWTHROUGH_DATA: '' }, /^FOLLOWTHROUGH_DATA is empty: name a folder, or leave it out\.$/],
];
for (const [environment, said] of NONE) {
  it(`says of ${JSON.stringify(environment)} that it cannot be`, () => {
    assert.throws(
      () => settingsOf(environment, 'data'),
      (error: Error) => {
        assert.ok(error instanceof BadSettings);
        assert.match(error.message, said);
        return true;
      },
    );
  });
}

it('says in a line that the address it was to listen on is another machine’s', async () => {
  const listening = startServer({ fetch: () => new Response(), port: 0, host: '192.0.2.1' });
  await assert.rejects(listening, (error: Error) => {
    assert.ok(error instanceof PortUnavailable);
    assert.match(error.message, /^HOST 192\.0\.2\.1 is no address of this machine/);
    return true;
  });
});
