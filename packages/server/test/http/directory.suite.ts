// A host syncs its own directory over HTTP (api.md §5): who may with which token, once for each intent, nothing where nothing is
// new, and nothing lost or left without an admin however many write at once.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  Company,
  Engagement,
  Group,
  Me,
  Page,
  Person,
  RoomPlan,
  Action,
  Workspace,
} from '@followthrough/core/schema';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { newKey, type Service, startService, type TestReply, type TestRequest } from '../support/service.ts';
import { acme, person, workspace } from '../support/world.ts';

export const directorySuite: Suite = { title: 'The directory', tests };

const GUEST = { name: 'Kim', side: 'external', companyId: 'globex' };

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
    await afresh();
  });
  after(() => service.stop());

  /** The workspace as it begins; and another one, whose admin is Zed. */
  async function afresh(): Promise<void> {
    for (const id of ['acme', 'other']) await removeWorkspace(engine.database, id);
    await seedWorkspace(engine.database, acme());
    const zed = person('zed', { role: 'admin' });
    await seedWorkspace(engine.database, { workspace: workspace({ id: 'other' }), people: [zed] });
  }

  /** A request with a token of the scope `admin`, or of another. */
  async function sync(
    method: string,
    path: string,
    {
      as = 'ada',
      scope = 'admin',
      tenant = 'acme',
      claims = {},
      ...request
    }: TestRequest & { scope?: string; claims?: object } = {},
  ): Promise<TestReply> {
    const authorization = `Bearer ${await service.token(as ?? '', { scope, ...claims }, tenant)}`;
    return service.call(method, path, { ...request, authorization });
  }
  const read = async <T>(path: string, as = 'ada', tenant = 'acme') =>
    (await service.call('GET', path, { as, tenant })).body as T;
  const people = async (query = '') => (await read<Page<Person>>(`/people?query=${query}&limit=200`)).items;
  const told = ({ status, problem, body }: TestReply) => {
    const { rule, errors = [] } = (body ?? {}) as { rule?: string; errors?: { pointer: string; code: string }[] };
    const parts = [problem ?? 'done', rule, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    return `${status < 300 ? '2xx' : status} ${parts.filter((part) => part !== undefined).join(' ')}`;
  };

  describe('is for', () => {
    before(afresh);
    const routes: [string, string, string, TestRequest][] = [
      ['a person', 'PUT', '/people/sam', { body: { name: 'Sam' } }],
      ['a new person', 'PUT', '/people/new', { body: { name: 'New' } }],
      ['a company', 'PUT', '/companies/globex', { body: { name: 'Globex' } }],
      ['a group', 'PUT', '/groups/leads', { body: { name: 'Leads', memberIds: ['mia', 'nia'] } }],
      ['the workspace', 'PATCH', '/workspace', { body: { name: 'Acme' }, version: 1 }],
    ];
    const others = 'actions:write rooms:write engagements:write export';
    const callers: [string, string, string, string, string][] = [
      ['an admin whose token says so', 'ada', 'acme', 'admin', '2xx done'],
      ['no admin whose token does not', 'ada', 'acme', others, '403 insufficient-scope'],
      ['no member', 'mia', 'acme', 'admin', '403 forbidden directory-admin'],
      ['no guest', 'gus', 'acme', 'admin', '403 forbidden directory-admin'],
      ['no member whose token does not', 'mia', 'acme', others, '403 insufficient-scope'],
      ['nobody of another workspace', 'zed', 'acme', 'admin', '401 token-invalid'],
    ];
    for (const [what, method, path, request] of routes)
      for (const [who, as, tenant, scope, expected] of callers)
        it(`${who}: ${what}`, async () => {
          assert.equal(told(await sync(method, path, { ...request, as, tenant, scope })), expected);
        });
  });

  it('is not for a token that is narrowed to some places, whatever is said', async () => {
    await afresh();
    const claims = { authorization_details: [{ type: 'relationship', id: 'mia-rob', actions: ['read', 'write'] }] };
    const same = { name: 'Sam', email: 'sam@acme.example' };
    for (const scope of ['admin', 'admin actions:write rooms:write engagements:write']) {
      for (const [method, path, request] of [
        ['PUT', '/people/new', { body: { name: 'New' } }],
        ['PUT', '/people/sam', { body: same }],
        ['PUT', '/companies/globex', { body: { name: 'Globex' } }],
        ['PUT', '/groups/leads', { body: { name: 'Others' } }],
        ['PATCH', '/workspace', { body: { name: 'Mine' }, version: 1 }],
      ] as const)
        assert.equal(told(await sync(method, path, { ...request, scope, claims })), '403 insufficient-scope', path);
    }
  });

  it('answers 201 and where it is of what it makes, 200 of what was there', async () => {
    await afresh();
    const made: [string, object, object][] = [
      ['/companies/initech', { name: 'Initech' }, { name: 'Initech AG' }],
      ['/people/kim', { ...GUEST, companyId: 'initech' }, { ...GUEST, companyId: 'globex' }],
      ['/groups/second', { name: 'Second' }, { name: 'Second', memberIds: ['kim'] }],
    ];
    for (const [path, first, next] of made) {
      const key = newKey();
      for (const replayed of [null, 'true']) {
        const { status, headers } = await sync('PUT', path, { body: first, key });
        assert.deepEqual(
          [status, headers.get('location'), headers.get('etag'), headers.get('idempotency-replayed')],
          [201, `/api/v1${path}`, '"1"', replayed],
        );
      }
      for (const [body, etag] of [
        [first, '"1"'],
        [next, '"2"'],
      ] as const) {
        const { status, headers } = await sync('PUT', path, { body });
        assert.deepEqual([status, headers.get('location'), headers.get('etag')], [200, null, etag]);
      }
    }
  });

  it('of another workspace is another one: an id in use is a conflict, and nothing of it is told or changed', async () => {
    const reply = await sync('PUT', '/people/mia', { as: 'zed', tenant: 'other', body: { name: 'Taken over' } });
    assert.equal(told(reply), '409 id-conflict');
    const unknown = await sync('PUT', '/people/kim', {
      ...{ as: 'zed', tenant: 'other' },
      body: { ...GUEST, companyId: 'globex' },
    });
    assert.equal(told(unknown), '422 validation /companyId unknown-company');
    assert.deepEqual(
      (await people('mia')).map(({ name }) => name),
      ['Mia'],
    );
    assert.equal((await read<Page<Person>>('/people', 'zed', 'other')).items.length, 1);
  });

  it('takes in who comes, who signs in at once, is listed and coached', async () => {
    await afresh();
    const made = await sync('PUT', '/companies/initech', { body: { name: 'Initech' } });
    assert.deepEqual(made.body, { id: 'initech', name: 'Initech', version: 1 } satisfies Company);
    const kim = await sync('PUT', '/people/kim', { body: { ...GUEST, companyId: 'initech', timeZone: 'Asia/Tokyo' } });
    assert.equal(kim.headers.get('etag'), '"1"');
    const me = await read<Me>('/me', 'kim');
    assert.deepEqual([me.person, me.person.role], [kim.body, 'guest']);
    assert.deepEqual((await read<Page<Company>>('/companies', 'kim')).items, [made.body]);
    const group = await sync('PUT', '/groups/second', { body: { name: 'Second', memberIds: ['kim', 'rob'] } });
    assert.deepEqual((group.body as Group).memberIds, ['kim', 'rob']);
    const { body } = await service.call('POST', '/engagements', {
      as: 'ada',
      body: { groupId: 'second', coachId: 'mia', mode: 'shared' },
    });
    const { results } = body as { results: { outcome: string; engagement?: Engagement }[] };
    assert.deepEqual(
      results.map(({ outcome, engagement }) => [outcome, engagement?.coacheeIds]),
      [['done', ['kim', 'rob']]],
    );
  });

  it('lists whoever is renamed by the new name, and finds them by it', async () => {
    await afresh();
    await sync('PUT', '/people/sam', { body: { name: 'Ábel' } });
    assert.deepEqual((await people()).map(({ name }) => name).slice(0, 2), ['Ábel', 'Ada']);
    assert.deepEqual(
      (await people('ÁBEL')).map(({ id }) => id),
      ['sam'],
    );
    assert.deepEqual(await people('sam'), []);
    await sync('PUT', '/companies/globex', { body: { name: 'Zeta' } });
    await sync('PUT', '/groups/leads', { body: { name: 'Coaches', memberIds: ['mia'] } });
    assert.deepEqual((await read<Page<Company>>('/companies?query=zeta')).items.length, 1);
    assert.deepEqual((await read<Page<Group>>('/groups?query=coaches')).items[0]?.memberIds, ['mia']);
  });

  it('says nothing new twice, and stays at its version; an intent counts once', async () => {
    await afresh();
    const key = newKey();
    const body = { name: 'Kim', email: 'kim@acme.example' };
    const first = await sync('PUT', '/people/kim', { key, body });
    const again = await sync('PUT', '/people/kim', { key, body });
    assert.deepEqual([again.headers.get('idempotency-replayed'), again.status], ['true', first.status]);
    assert.deepEqual(again.body, first.body);
    const same = await sync('PUT', '/people/kim', { body });
    assert.deepEqual([same.status, same.body, same.headers.get('etag')], [200, first.body, '"1"']);
    assert.equal((await sync('PUT', '/people/kim', { body: { name: 'Kim B.' } })).headers.get('etag'), '"2"');
    // A replay tells them as they are now.
    const replayed = await sync('PUT', '/people/kim', { key, body });
    assert.deepEqual([(replayed.body as Person).name, (replayed.body as Person).version], ['Kim B.', 2]);
    assert.equal(told(await sync('PUT', '/people/kim', { key, body: { name: 'Kim' } })), '422 idempotency-key-reuse');
    const name = { body: { name: 'Acme AG' }, version: 1, key: newKey() };
    const patched = await sync('PATCH', '/workspace', name);
    const repeated = await sync('PATCH', '/workspace', name);
    assert.deepEqual([repeated.body, repeated.headers.get('etag')], [patched.body, '"2"']);
    const unchanged = await sync('PATCH', '/workspace', { body: { name: 'Acme AG' }, version: 2 });
    assert.equal(unchanged.headers.get('etag'), '"2"');
    assert.deepEqual((await read<Me>('/me')).workspace, unchanged.body);
  });

  describe('refuses', () => {
    before(afresh);
    const rows: [string, string, string, TestRequest, string][] = [
      ['no body', 'PUT', '/people/kim', {}, '422 validation  required'],
      ['a person with no name', 'PUT', '/people/kim', { body: {} }, '422 validation /name required'],
      ['a name with NUL', 'PUT', '/people/kim', { raw: '{"name":"K\\u0000"}' }, '422 validation /name invalid'],
      ['half a character', 'PUT', '/people/kim', { raw: '{"name":"K\\ud800"}' }, '422 validation /name invalid'],
      [
        ...(['NUL in an address', 'PUT', '/people/kim'] as const),
        { raw: '{"name":"K","email":"k@x\\u0000"}' },
        '422 validation /email invalid',
      ],
      [
        'a field nobody knows',
        'PUT',
        '/people/kim',
        { body: { name: 'K', x: 1 } },
        '422 unknown-field /x unknown-field',
      ],
      [
        ...(['an id in the body', 'PUT', '/people/kim'] as const),
        { body: { name: 'K', id: 'kim' } },
        '422 read-only-field /id read-only-field',
      ],
      [
        'a company that is not there',
        'PUT',
        '/people/kim',
        { body: { ...GUEST, companyId: 'x' } },
        '422 validation /companyId unknown-company',
      ],
      [
        'a person as a company',
        'PUT',
        '/people/kim',
        { body: { ...GUEST, companyId: 'gus' } },
        '422 validation /companyId unknown-company',
      ],
      ['what is no id', 'PUT', '/people/no%20id', { body: { name: 'K' } }, '404 not-found'],
      [
        'a write without a key',
        'PUT',
        '/people/kim',
        { body: { name: 'K' }, key: null },
        '400 idempotency-key-required',
      ],
      ['the last admin as a member', 'PUT', '/people/ada', { body: { name: 'Ada' } }, '403 forbidden last-admin'],
      [
        'the last admin as a guest',
        'PUT',
        '/people/ada',
        { body: { ...GUEST, name: 'Ada' } },
        '403 forbidden last-admin',
      ],
      [
        'a member unknown',
        'PUT',
        '/groups/g',
        { body: { name: 'G', memberIds: ['mia', 'x'] } },
        '422 validation /memberIds/1 unknown-person',
      ],
      [
        'a member of another workspace',
        'PUT',
        '/groups/g',
        { body: { name: 'G', memberIds: ['zed'] } },
        '422 validation /memberIds/0 unknown-person',
      ],
      ['a company of two names', 'PUT', '/companies/c', { body: { name: ['A', 'B'] } }, '422 validation /name type'],
      ['a workspace of no version', 'PATCH', '/workspace', { body: { name: 'A' } }, '428 precondition-required'],
      [
        'a workspace of another version',
        'PATCH',
        '/workspace',
        { body: { name: 'A' }, version: 7 },
        '412 version-conflict',
      ],
      [
        'a locale that is none',
        'PATCH',
        '/workspace',
        { body: { locale: 'x y' }, version: 1 },
        '422 validation /locale invalid',
      ],
      [
        'a zone that is none',
        'PATCH',
        '/workspace',
        { body: { timeZone: 'X/Y' }, version: 1 },
        '422 validation /timeZone invalid',
      ],
      [
        ...(['a field of the calendar nobody knows', 'PATCH', '/workspace'] as const),
        { body: { calendar: { weekend: [] } }, version: 1 },
        '422 unknown-field /calendar/weekend unknown-field',
      ],
    ];
    for (const [what, method, path, request, expected] of rows) {
      it(`${what}: ${expected}`, async () => assert.equal(told(await sync(method, path, request)), expected));
    }
    it('and is as it was then', async () => {
      assert.equal((await people()).length, 7);
      assert.equal((await read<Me>('/me')).workspace.version, 1);
    });
  });

  it('shows by which version a workspace is changed where another came first', async () => {
    await afresh();
    await sync('PATCH', '/workspace', { body: { calendar: { holidays: ['2026-12-25'] } }, version: 1 });
    const { body } = await sync('PATCH', '/workspace', { body: { name: 'Late' }, version: 1 });
    const { current, currentVersion } = body as { current: Workspace; currentVersion: number };
    assert.deepEqual(
      [current.calendar.holidays, current.calendar.workingWeekdays, currentVersion],
      [['2026-12-25'], [1, 2, 3, 4, 5], 2],
    );
  });

  it('keeps one admin at least, where two end each other’s being one at once', async () => {
    await afresh();
    const [ada, sam] = [{ name: 'Ada' }, { name: 'Sam' }];
    let admin = 'ada';
    for (let round = 1; round <= 3; round++) {
      for (const [id, body] of [
        ['ada', ada],
        ['sam', sam],
      ] as const)
        await sync('PUT', `/people/${id}`, { as: admin, body: { ...body, role: 'admin' } });
      const replies = await Promise.all([
        sync('PUT', '/people/sam', { as: 'ada', body: sam }),
        sync('PUT', '/people/ada', { as: 'sam', body: ada }),
      ]);
      const left = (await people()).filter(({ role }) => role === 'admin').map(({ id }) => id);
      assert.equal(left.length, 1, JSON.stringify(replies.map(told)));
      for (const reply of replies) assert.match(told(reply), /^(2xx|403 forbidden (last-admin|directory-admin))/);
      [admin = ''] = left;
    }
  });

  it('is made once, by whichever of those who make it at once', async () => {
    await afresh();
    const replies = await Promise.all(
      ['Kim', 'Kim A.', 'Kim B.', 'Kim C.'].map((name) => sync('PUT', '/people/kim', { body: { name } })),
    );
    assert.deepEqual([...new Set(replies.map(told))], ['2xx done']);
    assert.deepEqual(replies.map(({ body }) => (body as Person).version).sort(), [1, 2, 3, 4]);
    assert.deepEqual(
      (await people('kim')).map(({ version }) => version),
      [4],
    );
  });

  it('leaves no date as it was by an older calendar, whatever is written meanwhile', async () => {
    await afresh();
    const make = (path: string, body: object) => service.call('POST', path, { body });
    await make('/rooms', { id: 'room', name: 'Globex', companyId: 'globex' });
    await make('/rooms/room/sections', { id: 'start', name: 'Start' });
    const context = { type: 'room', roomId: 'room', sectionId: 'start', internalOnly: false };
    const fixed = { rule: { type: 'fixed', date: '2026-05-20' } };
    await make('/actions', { id: 'kick', title: 'Kick-off', context, due: fixed });
    const anchor = { type: 'actionDue', actionId: 'kick' };
    const due = { rule: { type: 'relative', amount: 2, unit: 'businessDay', anchor } };
    for (let round = 1; round <= 6; round++) {
      const holidays = round % 2 === 1 ? ['2026-05-21', '2026-05-22'] : [];
      const [patched] = await Promise.all([
        sync('PATCH', '/workspace', { body: { calendar: { holidays } }, version: round }),
        ...[1, 2, 3].map((n) => make('/actions', { id: `a${round}-${n}`, title: 'Review', context, due })),
        service.call('GET', '/actions?context=room', { as: 'ada' }),
      ]);
      assert.equal(told(patched), '2xx done');
      const plan = await read<RoomPlan>('/rooms/room/plan');
      const listed = await read<Page<Action>>('/actions?context=room:room&limit=200', 'mia');
      const dates = (actions: readonly Action[]) => actions.map(({ id, due: date }) => [id, date?.date]).sort();
      assert.deepEqual(dates(listed.items), dates(plan.actions));
      assert.equal(plan.actions.at(-1)?.due?.date, round % 2 === 1 ? '2026-05-26' : '2026-05-22');
    }
  });
}
