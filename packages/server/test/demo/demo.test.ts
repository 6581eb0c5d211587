// The demo as a process: it says when it is ready, tells who there is to be, mints their tokens, serves its pages, and
// keeps what was done between runs; it stops with grace and says in a word why it cannot start.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import { type StartedProcess, startScript } from '../support/processes.ts';

const SCRIPT = new URL('../support/demo-process.ts', import.meta.url);

const READY = 'Followthrough is ready: http://localhost:';

describe('The demo', () => {
  let root: string;
  let data: string;
  let pages: string;
  let demo: StartedProcess;
  let url: string;

  async function start(...args: string[]): Promise<void> {
    demo = startScript(SCRIPT, [pages, ...args], {
      PORT: '0',
      FOLLOWTHROUGH_DATA: data,
      DATABASE_URL: '',
    });
    url = (await demo.line(READY)).slice('Followthrough is ready: '.length);
  }
  const json = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const mint = (personId: unknown) =>
    json('/demo/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
  const clientOf = (personId: string) =>
    createClient({
      baseUrl: `${url}/api/v1`,
      getToken: async () => (await mint(personId)).body as { token: string; expiresAt: string },
    });
  const titles = async () => (await clientOf('mia').actions.list()).items.map(({ title }) => title).sort();

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'followthrough-demo-'));
    data = join(root, 'data');
    pages = join(root, 'pages');
    await mkdir(join(pages, 'deep'), { recursive: true });
    await writeFile(join(root, 'secret.txt'), 'secret');
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>Portal</title>');
    await writeFile(join(pages, 'page.js'), 'export {};');
    await writeFile(join(pages, '.hidden'), 'hidden');
    await writeFile(join(pages, 'deep', 'index.html'), '<!doctype html><title>Deep</title>');
    await symlink(join(root, 'secret.txt'), join(pages, 'link.txt'));
    await start();
  });
  after(async () => {
    await demo.end('SIGTERM');
    await rm(root, { recursive: true, force: true });
  });

  it('says where its data is and what that is good for, then that it is ready', () => {
    assert.match(
      demo.said(),
      new RegExp(`^Data: PGlite in ${data}, for trying and tests; set DATABASE_URL .*\\n${READY}\\d+$`),
    );
  });

  it('tells who there is to be, with their roles', async () => {
    const { items } = (await json('/demo/people')).body as { items: { id: string; name: string; roles: string[] }[] };
    assert.deepEqual(
      items.find(({ id }) => id === 'mia'),
      { id: 'mia', name: 'Mia', roles: ['member', 'manager'] },
    );
    assert.deepEqual(items.find(({ id }) => id === 'vic')?.roles, ['member', 'viewer']);
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Ada', 'Gus', 'Mia', 'Nia', 'Rob', 'Sam', 'Vic'],
    );
  });

  it('mints a token of ten minutes, and none for nobody', async () => {
    const { status, body } = await mint('rob');
    assert.equal(status, 200);
    const lasts = Date.parse(String(body['expiresAt'])) - Date.now();
    assert.ok(lasts > 500_000 && lasts <= 600_000);
    const me = await json('/api/v1/me', { headers: { authorization: `Bearer ${String(body['token'])}` } });
    assert.equal((me.body['person'] as { id: string }).id, 'rob');
    assert.deepEqual([(await mint('nobody')).status, (await mint(7)).status], [404, 422]);
  });

  it('keeps its key to itself', async () => {
    assert.equal((await stat(join(data, 'demo-key.json'))).mode & 0o777, 0o600);
  });

  it('serves its pages, and nothing beside them', async () => {
    const get = async (path: string) => {
      const response = await fetch(url + path);
      return [response.status, response.headers.get('content-type'), (await response.text()).slice(0, 36)];
    };
    assert.deepEqual(await get('/'), [200, 'text/html; charset=utf-8', '<!doctype html><title>Portal</title>']);
    assert.deepEqual((await get('/deep/'))[2], '<!doctype html><title>Deep</title>');
    assert.deepEqual(await get('/cdn/page.js'), [200, 'text/javascript; charset=utf-8', 'export {};']);
    for (const path of [
      '/link.txt',
      '/.hidden',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/deep/..%5c..%5csecret.txt',
      '/none',
      '/%00',
      '/%ff',
    ]) {
      assert.equal((await get(path))[0], 404, path);
    }
  });

  it('is refused its folder by the one that has it', async () => {
    const second = startScript(SCRIPT, [pages], { PORT: '0', FOLLOWTHROUGH_DATA: data, DATABASE_URL: '' });
    await second.line(`The data folder ${data} is in use by process ${demo.child.pid}.`);
    assert.equal(await second.ended(), 1);
    assert.doesNotMatch(second.said(), /at .*\.ts:/);
  });

  it('says so where its port is taken, and leaves its folder free', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const other = join(root, 'other');
    const environment = { PORT: String(port), FOLLOWTHROUGH_DATA: other, DATABASE_URL: '' };
    const late = startScript(SCRIPT, [pages], environment);
    await late.line(`Port ${port} is in use. Choose another by PORT`);
    await new Promise((resolve) => holder.close(resolve));
    assert.equal(await late.ended(), 1);
    await assert.rejects(stat(join(other, 'lock')));
  });

  it('refuses a port that is none', async () => {
    const wrong = startScript(SCRIPT, [pages], { PORT: 'http', FOLLOWTHROUGH_DATA: join(root, 'x') });
    await wrong.line('PORT must be a number from 0 to 65535, not http.');
  });

  it('finishes what is under way when it is stopped, takes nothing new, and keeps what was done', async () => {
    const made = clientOf('mia').actions.create({ context: { type: 'personal' }, title: 'Done in the demo' });
    await made;
    // A request whose body is still on its way when the demo is asked to stop.
    const { port } = new URL(url);
    const { token } = (await mint('mia')).body as { token: string };
    const body = JSON.stringify({ context: { type: 'personal' }, title: 'Under way' });
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/v1/actions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
        `Idempotency-Key: ${crypto.randomUUID()}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = demo.end('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await assert.rejects(fetch(`${url}/api/v1/health`), 'a new connection is refused');
    const answer = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    socket.write(body.slice(10));
    assert.match(await answer, /^HTTP\/1\.1 201 /);
    assert.equal(await stopped, 0);
    await start();
    assert.deepEqual(await titles(), ['Action seeded', 'Done in the demo', 'Under way']);
  });

  it('begins anew when it is told to', async () => {
    assert.equal(await demo.end('SIGTERM'), 0);
    await start('--reset');
    assert.deepEqual(await titles(), ['Action seeded']);
  });
});
