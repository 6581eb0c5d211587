// A host's first workspace, as a process: made of a file in an empty database, with no issuer and no keys; refused in plain words
// where it cannot be; and then served, to tokens of the host's own.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Me, Page, Person } from '@followthrough/core/schema';
import { sql } from 'kysely';
import { createWorkspace, WorkspaceRefused } from '../src/create-workspace.ts';
import { openDatabase } from '../src/database/database.ts';
import { startScript } from './support/processes.ts';
import { type Service, startService } from './support/service.ts';

const SCRIPT = new URL('../src/main.ts', import.meta.url);

const ACME = {
  workspace: { id: 'acme', name: 'Acme', timeZone: 'Europe/Berlin', locale: 'de-DE' },
  people: [
    { id: 'ada', name: 'Ada', role: 'admin' },
    { id: 'mia', name: 'Mia' },
    { id: 'gus', name: 'Gus', side: 'external', companyId: 'globex' },
  ],
  companies: [{ id: 'globex', name: 'Globex' }],
  groups: [{ id: 'leads', name: 'Leads', memberIds: ['mia'] }],
};

describe('Making a workspace', () => {
  let root: string;
  let data: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'followthrough-create-'));
    data = join(root, 'data');
  });
  after(() => rm(root, { recursive: true, force: true }));

  async function written(content: unknown): Promise<string> {
    await writeFile(join(root, 'acme.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return 'acme.json';
  }
  const environment = () => ({ DATABASE_URL: '', FOLLOWTHROUGH_DATA: data, INIT_CWD: root });
  /** Runs the command as a process; gives its exit code and what it said. */
  async function run(...args: string[]): Promise<[number | null, string]> {
    const command = startScript(SCRIPT, args, { ...environment(), FOLLOWTHROUGH_ISSUER: '', FOLLOWTHROUGH_JWKS: '' });
    const code = await command.ended();
    return [code, command.said()];
  }
  /** Why it is refused. */
  async function refusal(...args: string[]): Promise<string> {
    const error = await createWorkspace(args, environment(), root).then(
      (made) => new Error(`It was made: ${made}`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof WorkspaceRefused, String(error));
    return error.message;
  }

  const refused: [string, unknown, string[]][] = [
    ['that is no JSON', '{ "people": [', ['acme.json is not JSON: ']],
    ['that holds a list', [], ['cannot be used:', 'workspace.id is required: the tid of your tokens']],
    ['that holds nothing', 'null', ['It must be an object']],
    [
      'without people',
      { workspace: ACME.workspace },
      ['people is required', 'people must have somebody with "role": "admin"'],
    ],
    [
      'without a workspace',
      { people: ACME.people, companies: ACME.companies },
      ['workspace.id is required', 'workspace.name is required'],
    ],
    [
      'whose admin is none',
      { ...ACME, people: ACME.people.map(({ role: _, ...one }) => one) },
      ['people must have somebody with "role": "admin", who syncs the others'],
    ],
    [
      'with several faults',
      {
        ...ACME,
        workspace: { ...ACME.workspace, timeZone: 'Mars/Base', locale: 'no tag' },
        people: [...ACME.people, { id: 'mia', name: '' }],
      },
      [
        'workspace.timeZone must be an IANA',
        'workspace.locale must be a language tag',
        'people[3].name',
        'people[3].id is used twice',
      ],
    ],
    [
      'with a fault of a person',
      { ...ACME, people: [...ACME.people, { id: 'x', name: 'X', side: 'external' }] },
      ['people[3].companyId is required of a customer’s person'],
    ],
    [
      'that names who is not there',
      { ...ACME, groups: [{ id: 'g', name: 'G', memberIds: ['nobody'] }] },
      ['groups[0].memberIds[0] names somebody'],
    ],
  ];
  for (const [what, content, expected] of refused) {
    it(`is refused of a file ${what}`, async () => {
      const said = await refusal(await written(content));
      for (const part of expected) assert.ok(said.includes(part), said);
    });
  }

  it('says what it needs, and which file is not there', async () => {
    const file = await written(ACME);
    assert.match(await refusal('nowhere.json'), /nowhere\.json cannot be read: there is no such file\./);
    assert.match(await refusal(file, '--origin', 'https://portal.example/'), /--origin must be exact/);
    for (const args of [[], [file, 'another.json'], [file, '--orgin', 'x']])
      assert.match(await refusal(...args), /^Say which file the workspace is in/);
  });

  it('ends with what is wrong and no more where it is refused', async () => {
    const [code, said] = await run('create-workspace', await written({ ...ACME, people: [] }));
    assert.equal(code, 1);
    assert.equal(
      said,
      'acme.json cannot be used:\n  people must have somebody with "role": "admin", who syncs the others',
    );
    const [other, why] = await run('make-workspace');
    assert.deepEqual([other, why], [1, 'There is no command make-workspace: there is create-workspace.']);
  });

  it('makes it once, says what it made, and its people are served', async () => {
    const file = await written(ACME);
    const [code, said] = await run('create-workspace', file, '--origin', 'https://portal.example');
    assert.equal(code, 0, said);
    assert.match(said, /Made the workspace acme \(Acme\), Europe\/Berlin, de-DE\./);
    assert.match(said, /people: 3, of whom admins: ada, companies: 1, groups: 1\./);
    assert.match(said, /Pages of https:\/\/portal\.example may call for it\./);
    assert.match(await refusal(file), /There is a workspace acme already; nothing was changed\./);
    const other = await written({ ...ACME, workspace: { id: 'other', name: 'Other' } });
    assert.match(await refusal(other), /An id is in use/);

    const database = await openDatabase({ folder: data });
    let service: Service | undefined;
    try {
      service = await startService(database);
      const me = (await service.call('GET', '/me', { as: 'ada' })).body as Me;
      assert.deepEqual([me.workspace.name, me.workspace.timeZone, me.person.role], ['Acme', 'Europe/Berlin', 'admin']);
      const authorization = `Bearer ${await service.token('ada', { scope: 'admin' })}`;
      await service.call('PUT', '/people/kim', { authorization, body: { name: 'Kim' } });
      const { items } = (await service.call('GET', '/people', { as: 'kim' })).body as Page<Person>;
      assert.deepEqual(
        items.map(({ name }) => name),
        ['Ada', 'Gus', 'Kim', 'Mia'],
      );
      const { rows } = await sql<{ origins: string[] }>`select origins from tenant where id = 'acme'`.execute(
        database.query,
      );
      assert.deepEqual(rows[0]?.origins, ['https://portal.example']);
    } finally {
      await service?.stop();
      await database.close();
    }
  });
});
