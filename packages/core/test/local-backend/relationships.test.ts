import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import {
  everything,
  failureOf,
  guest,
  person,
  promise,
  refusalOf,
  relationship,
  scene,
  snapshot,
} from './workspace.ts';

describe('Relationships', () => {
  const seen: [who: string, ids: string[]][] = [
    ['ada', ['ada-ben', 'ada-gus']],
    ['ben', ['ada-ben']],
    ['cleo', ['ada-ben']],
    ['fay', ['ada-ben']],
    ['dora', ['ada-ben', 'ada-gus']],
    ['eve', []],
    ['gus', ['ada-gus']],
    ['hal', []],
  ];
  for (const [who, ids] of seen) {
    it(`are seen by ${who}: ${ids.join(', ') || 'none'}`, async () => {
      const { relationships } = scene().as(who);
      const { items, count } = await relationships.list({ count: true });
      assert.deepEqual([items.map(({ id }) => id), count], [ids, ids.length]);
      for (const id of ['ada-ben', 'ada-gus']) {
        if (ids.includes(id)) assert.equal((await relationships.get(id)).id, id);
        else assert.equal(await refusalOf(relationships.get(id)), 'not-found');
      }
    });
  }

  it('say what their reader may do', async () => {
    const { as } = scene();
    const no = 'manager-or-report';
    const told = async (who: string) => Object.values((await as(who).relationships.get('ada-ben')).may);
    assert.deepEqual(await told('ada'), [true, true, true, true]);
    assert.deepEqual(await told('ben'), [true, true, true, 'relationship-settings']);
    assert.deepEqual(await told('cleo'), [true, no, no, 'relationship-settings']);
    assert.deepEqual(await told('dora'), ['relationship-party', no, no, true]);
  });

  it('come page by page', async () => {
    const { as } = scene();
    const first = await as('ada').relationships.list({ limit: 1 });
    const second = await as('ada').relationships.list({ limit: 1, cursor: first.next ?? '' });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      ['ada-ben', 'ada-gus'],
    );
    assert.equal(second.next, null);
  });

  it('are made by their manager-to-be or an admin, for any report', async () => {
    const { as } = scene();
    const made = await as('eve').relationships.create({ managerId: 'eve', reportId: 'ivy', viewerIds: ['fay', 'fay'] });
    assert.deepEqual([made.createdBy, made.viewerIds, made.timeZone, made.version], ['eve', ['fay'], null, 1]);
    assert.equal((await as('dora').relationships.create({ managerId: 'eve', reportId: 'ben' })).createdBy, 'dora');
    assert.equal((await as('ivy').relationships.list()).items.length, 1);
  });

  const create = (draft: object) => (backend: Backend) =>
    backend.relationships.create({ managerId: 'ada', reportId: 'eve', ...draft });
  const update =
    (patch: object, version = 1) =>
    (backend: Backend) =>
      backend.relationships.update('ada-ben', patch, { version });
  const refused: [who: string, what: string, call: (backend: Backend) => Promise<unknown>, refusal: string][] = [
    ['ben', 'making one for another manager', create({}), 'forbidden · relationship-maker'],
    ['gus', 'making one as a guest', create({ managerId: 'gus', reportId: 'ada' }), 'forbidden · relationship-maker'],
    ['dora', 'a guest as manager', create({ managerId: 'gus' }), 'validation · /managerId internal-only'],
    ['dora', 'a manager who is not there', create({ managerId: 'nobody' }), 'validation · /managerId unknown-person'],
    ['ada', 'a report who is not there', create({ reportId: 'nobody' }), 'validation · /reportId unknown-person'],
    ['ada', 'oneself as report', create({ reportId: 'ada' }), 'validation · /reportId same-person'],
    [
      'ada',
      'a viewer who is not there',
      create({ viewerIds: ['ben', 'nobody'] }),
      'validation · /viewerIds/1 unknown-person',
    ],
    ['ada', 'an id in use', create({ id: 'ada-ben' }), 'id-conflict'],
    ['ada', 'a zone there is not', create({ timeZone: 'Mars/Olympus' }), 'validation · /timeZone invalid'],
    ['ada', 'a creator', create({ createdBy: 'eve' }), 'read-only-field · /createdBy read-only-field'],
    ['eve', 'settings unseen', update({ viewerIds: [] }), 'not-found'],
    ['ben', 'settings as the report', update({ viewerIds: [] }), 'forbidden · relationship-settings'],
    ['cleo', 'settings as a viewer', update({ viewerIds: [] }), 'forbidden · relationship-settings'],
    ['ada', 'another report', update({ reportId: 'eve' }), 'read-only-field · /reportId read-only-field'],
    ['ada', 'an unknown viewer', update({ viewerIds: ['nobody'] }), 'validation · /viewerIds/0 unknown-person'],
    ['ada', 'a stale version', update({ viewerIds: [] }, 3), 'version-conflict'],
  ];
  for (const [who, what, call, refusal] of refused) {
    it(`refuse ${what} (${who}): ${refusal}`, async () => {
      const { as, repository } = scene();
      const before = await everything(repository);
      assert.equal(await refusalOf(call(as(who))), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }

  it('give and take sight of their actions with the viewers', async () => {
    const { as } = scene([promise('deck')]);
    for (const who of ['ada', 'fay', 'dora']) {
      const { version, viewerIds } = await as(who).relationships.get('ada-ben');
      const next = await as(who).relationships.update(
        'ada-ben',
        { viewerIds: viewerIds.length ? [] : ['cleo'] },
        { version },
      );
      assert.equal(next.version, version + 1);
      const seesIt = next.viewerIds.includes('cleo');
      assert.equal(await refusalOrTitle(as('cleo').actions.get('deck')), seesIt ? 'Title of deck' : 'not-found');
    }
  });

  it('keep their version where nothing changes', async () => {
    const { as } = scene();
    const patch = { viewerIds: ['cleo', 'cleo'], timeZone: null };
    assert.equal((await as('ada').relationships.update('ada-ben', patch, { version: 1 })).version, 1);
  });

  it('tell the current one on a stale version', async () => {
    const { as } = scene();
    const current = await as('ada').relationships.update('ada-ben', { timeZone: 'Asia/Tokyo' }, { version: 1 });
    const conflict = await failureOf(as('ada').relationships.update('ada-ben', { timeZone: null }, { version: 1 }));
    assert.deepEqual([conflict.current, conflict.currentVersion], [current, 2]);
  });
});

describe('Meetings', () => {
  it('are listed latest first, and made by manager and report', async () => {
    const { as } = scene();
    await as('ben').meetings.create('ada-ben', { startsAt: '2026-05-18T09:00:00Z', title: 'Next' });
    await as('ada').meetings.create('ada-ben', { startsAt: '2026-05-15T09:00:00.5Z' });
    const first = await as('cleo').meetings.list('ada-ben', { limit: 2, count: true });
    const rest = await as('cleo').meetings.list('ada-ben', { limit: 2, cursor: first.next ?? '' });
    const starts = [...first.items, ...rest.items].map(({ startsAt }) => startsAt);
    assert.deepEqual(starts, ['2026-05-18T09:00:00.000Z', '2026-05-15T09:00:00.500Z', '2026-05-11T09:00:00Z']);
    assert.deepEqual([first.count, rest.next], [3, null]);
  });

  const startsAt = '2026-05-18T09:00:00Z';
  const make =
    (draft: object, id = 'ada-ben') =>
    (backend: Backend) =>
      backend.meetings.create(id, { startsAt, ...draft });
  const rows: [who: string, what: string, call: (backend: Backend) => Promise<unknown>, refusal: string][] = [
    ['eve', 'a list unseen', (b) => b.meetings.list('ada-ben'), 'not-found'],
    ['dora', 'a list to an admin who is no party', (b) => b.meetings.list('ada-ben'), 'forbidden · relationship-party'],
    ['eve', 'making one unseen', make({}), 'not-found'],
    ['cleo', 'making one as a viewer', make({}), 'forbidden · manager-or-report'],
    ['dora', 'making one as an admin', make({}), 'forbidden · manager-or-report'],
    ['ada', 'an id in use elsewhere', make({ id: 'with-gus' }), 'id-conflict'],
    ['ada', 'no start', make({ startsAt: undefined }), 'validation · /startsAt required'],
    ['ada', 'a start that is a day', make({ startsAt: '2026-05-18' }), 'validation · /startsAt invalid'],
    ['ada', 'a start before 1970', make({ startsAt: '1969-12-31T23:59:59Z' }), 'validation · /startsAt invalid'],
    ['ada', 'a start in the year 0', make({ startsAt: '0000-01-01T00:00:00Z' }), 'validation · /startsAt invalid'],
    ['ada', 'a start after 2199', make({ startsAt: '2200-01-01T00:00:00Z' }), 'validation · /startsAt invalid'],
    ['ada', 'an end', make({ endedAt: null }), 'read-only-field · /endedAt read-only-field'],
  ];
  for (const [who, what, call, refusal] of rows) {
    it(`refuse ${what} (${who}): ${refusal}`, async () => {
      const { as, repository } = scene();
      const before = await everything(repository);
      assert.equal(await refusalOf(call(as(who))), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }
});

describe('The directory', () => {
  const everybody = ['ada', 'ben', 'cleo', 'dora', 'eve', 'fay', 'gus', 'hal', 'ivy'];
  const rows: [who: string, people: string[], companies: string[], groups: string[]][] = [
    ['eve', everybody, ['globex', 'initech'], ['first']],
    ['dora', everybody, ['globex', 'initech'], ['first']],
    ['gus', ['ada', 'gus', 'hal'], ['globex'], []],
    ['hal', ['gus', 'hal'], ['globex'], []],
    ['ivy', ['ivy'], ['initech'], []],
  ];
  for (const [who, people, companies, groups] of rows) {
    it(`shows ${who} ${people.join(', ')}`, async () => {
      const backend = scene().as(who);
      const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
      assert.deepEqual(ids(await backend.people.list()), people);
      assert.deepEqual(ids(await backend.companies.list()), companies);
      assert.deepEqual(ids(await backend.groups.list()), groups);
    });
  }

  it('finds by name and side, by name in order, page by page', async () => {
    const people = [
      person('p1', { name: 'Zoë' }),
      person('p2', { name: 'anna' }),
      guest('p3', 'globex'),
      person('ada', { name: 'Ánna' }),
    ];
    const { as } = scene([], { people, relationships: [], groups: [] });
    const named = async (query: object) => (await as('ada').people.list(query)).items.map(({ name }) => name);
    assert.deepEqual(await named({}), ['Ánna', 'anna', 'p3', 'Zoë']);
    assert.deepEqual(await named({ query: 'NNA' }), ['Ánna', 'anna']);
    assert.deepEqual(await named({ side: 'external' }), ['p3']);
    const first = await as('ada').people.list({ limit: 3, count: true });
    assert.equal(first.count, 4);
    assert.deepEqual(await named({ limit: 3, cursor: first.next ?? '' }), ['Zoë']);
  });

  it('tells who is asking, in which workspace', async () => {
    const { person: who, workspace, unreadCount } = await scene().as('gus').me();
    assert.deepEqual([who.id, who.side, workspace, unreadCount], ['gus', 'external', snapshot().workspace, 0]);
  });

  it('knows nobody who is not of the workspace', async () => {
    assert.equal(await refusalOf(scene().as('nobody').me()), 'token-invalid');
    assert.equal(await refusalOf(scene().as('nobody').actions.list()), 'token-invalid');
  });

  it('names to a guest every person of the actions they see', async () => {
    const { as } = scene([promise('deck', { context: { type: 'relationship', relationshipId: 'ada-gus' } })], {
      relationships: [relationship('ada-gus', { reportId: 'gus', createdBy: 'fay', viewerIds: ['cleo'] })],
    });
    await as('ada').actions.setState('deck', 'done');
    const known = new Set((await as('gus').people.list()).items.map(({ id }) => id));
    const { createdBy, closed } = await as('gus').actions.get('deck');
    assert.ok(createdBy !== null && known.has(createdBy));
    assert.ok(known.has(closed?.by ?? ''));
  });
});

async function refusalOrTitle(call: Promise<{ title: string }>): Promise<string> {
  return call.then(
    ({ title }) => title,
    () => refusalOf(call),
  );
}
