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
    ['ada', 'an offset for a zone', create({ timeZone: '+01:00' }), 'validation · /timeZone invalid'],
    ['ada', 'an offset for a zone, later', update({ timeZone: '-0530' }), 'validation · /timeZone invalid'],
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

  it('are renamed, moved, ended and gone on with by manager and report', async () => {
    const { as, wait } = scene();
    wait(1000);
    const at = '2026-05-15T10:00:01.000Z';
    const ended = await as('ben').meetings.update(
      'monday',
      { endedAt: '2026-05-11T10:00:00Z', title: 'Kick-off' },
      { version: 1 },
    );
    assert.deepEqual(
      [ended.endedAt, ended.title, ended.version, ended.updatedAt],
      ['2026-05-11T10:00:00.000Z', 'Kick-off', 2, at],
    );
    assert.deepEqual(await as('cleo').meetings.get('monday'), ended);
    const same = await as('ada').meetings.update('monday', { endedAt: '2026-05-11T10:00:00.000Z' }, { version: 2 });
    assert.deepEqual(same, ended);
    const moved = await as('ada').meetings.update(
      'monday',
      { startsAt: '2026-05-11T09:30:00Z', endedAt: null },
      { version: 2 },
    );
    assert.deepEqual([moved.startsAt, moved.endedAt, moved.version], ['2026-05-11T09:30:00.000Z', null, 3]);
  });

  it('are not moved to after their end', async () => {
    const { as } = scene();
    await as('ada').meetings.update('monday', { endedAt: '2026-05-11T10:00:00Z' }, { version: 1 });
    const move = as('ada').meetings.update('monday', { startsAt: '2026-05-11T10:00:01Z' }, { version: 2 });
    assert.equal(await refusalOf(move), 'validation · /startsAt end-before-start');
  });

  const startsAt = '2026-05-18T09:00:00Z';
  const make =
    (draft: object, id = 'ada-ben') =>
    (backend: Backend) =>
      backend.meetings.create(id, { startsAt, ...draft });
  const change =
    (patch: object, version: number | null = 1) =>
    (backend: Backend) =>
      backend.meetings.update('monday', patch, { version } as { version: number });
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
    ['eve', 'a look unseen', (b) => b.meetings.get('monday'), 'not-found'],
    ['dora', 'a look to an admin who is no party', (b) => b.meetings.get('monday'), 'not-found'],
    ['eve', 'an agenda unseen', (b) => b.meetings.agenda('monday'), 'not-found'],
    ['dora', 'an agenda to an admin who is no party', (b) => b.meetings.agenda('monday'), 'not-found'],
    ['ada', 'an agenda of no meeting', (b) => b.meetings.agenda('never'), 'not-found'],
    ['ada', 'an agenda of what is no id', (b) => b.meetings.agenda('../monday'), 'not-found'],
    ['eve', 'a change unseen', change({ title: 'x' }), 'not-found'],
    ['dora', 'a change to an admin who is no party', change({ title: 'x' }), 'not-found'],
    ['cleo', 'a change to a viewer', change({ title: 'x' }), 'forbidden · manager-or-report'],
    ['fay', 'a change to whoever made the relationship', change({ title: 'x' }), 'forbidden · manager-or-report'],
    [
      'ada',
      'an end before the start',
      change({ endedAt: '2026-05-11T08:59:59Z' }),
      'validation · /endedAt end-before-start',
    ],
    ['ada', 'an end that is a day', change({ endedAt: '2026-05-11' }), 'validation · /endedAt invalid'],
    ['ada', 'a start that is none', change({ startsAt: null }), 'validation · /startsAt type'],
    ['ada', 'a title of white space', change({ title: ' ' }), 'validation · /title invalid'],
    [
      'ada',
      'another relationship',
      change({ relationshipId: 'ada-gus' }),
      'read-only-field · /relationshipId read-only-field',
    ],
    ['ada', 'a field that is none', change({ ended: true }), 'unknown-field · /ended unknown-field'],
    ['ada', 'a stale version', change({ title: 'x' }, 2), 'version-conflict'],
    ['ada', 'a change on no version', change({ title: 'x' }, null), 'precondition-required'],
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

describe('An agenda', () => {
  const lists = async (backend: Backend, id: string) => {
    const { carried, added, completed, ...place } = await backend.meetings.agenda(id);
    const short = ({ id: of, status }: { id: string; status: string }) => `${of} ${status}`;
    return {
      carried: carried.map(
        (action) => `${short(action)} ${action.carried.times}x since ${action.carried.since?.meetingId}`,
      ),
      added: added.map(short),
      completed: completed.map(short),
      ...place,
    };
  };

  it('of three meetings: what carries, what does not, and the past one as it was', async () => {
    const { as, wait } = scene([], { meetings: [] });
    const [ada, ben] = [as('ada'), as('ben')];
    const day = 86_400_000;
    const meet = (id: string, startsAt: string) => ada.meetings.create('ada-ben', { id, startsAt });
    const add = (id: string, meetingId: string, due: string) =>
      ada.actions.create({
        id,
        context: { type: 'relationship', relationshipId: 'ada-ben', meetingId },
        title: id,
        assignee: { type: 'person', personId: 'ben' },
        due: { rule: { type: 'fixed', date: due } },
      });
    await meet('first', '2026-05-15T10:00:00Z');
    await meet('second', '2026-05-22T10:00:00Z');
    await meet('third', '2026-05-29T10:00:00Z');
    await add('stays', 'first', '2026-05-18');
    await add('done', 'first', '2026-05-20');
    await add('dropped', 'first', '2026-05-16');
    await add('reopened', 'first', '2026-06-30');
    await ben.actions.setState('reopened', 'done');
    wait(day * 4);
    await ben.actions.setState('done', 'done');
    await ada.actions.setState('dropped', 'notDone');
    assert.deepEqual((await lists(ben, 'second')).carried, ['stays overdue 1x since first']);
    wait(day * 4);
    await ada.actions.setState('reopened', 'todo');
    await add('new', 'second', '2026-06-01');
    const { carried, added, completed, meeting, previous, next, past, asOf } = await lists(as('cleo'), 'third');
    assert.deepEqual(
      { carried, added, completed },
      {
        carried: ['stays overdue 2x since first', 'new todo 1x since second', 'reopened todo 1x since second'],
        added: [],
        completed: [],
      },
    );
    assert.deepEqual([meeting.id, previous?.id, next], ['third', 'second', null]);
    assert.deepEqual([past, asOf], [false, '2026-05-23T10:00:00.000Z']);

    const second = await lists(ben, 'second');
    assert.deepEqual(second.completed, ['done done', 'reopened todo']);
    await ada.meetings.update('second', { endedAt: '2026-05-22T11:00:00Z' }, { version: 1 });
    const asItWas = await lists(ben, 'second');
    assert.deepEqual(asItWas.completed, ['done done', 'reopened done']);
    assert.deepEqual([asItWas.past, asItWas.asOf], [true, '2026-05-22T11:00:00.000Z']);

    const first = await lists(ben, 'first');
    assert.deepEqual(first.added, ['done todo', 'dropped todo', 'reopened done', 'stays todo']);
    assert.deepEqual([first.past, first.asOf], [true, '2026-05-15T21:59:59.999Z']);
  });

  it('leaves out what is deleted, and has it again once it is restored', async () => {
    const { as } = scene([promise('deck')]);
    const ids = async () => (await as('cleo').meetings.agenda('monday')).carried.map(({ id }) => id);
    assert.deepEqual(await ids(), ['deck']);
    await as('ada').actions.remove('deck', { version: 1 });
    assert.deepEqual(await ids(), []);
    await as('ada').actions.restore('deck');
    assert.deepEqual(await ids(), ['deck']);
  });

  it('tells each reader what they may do with its actions', async () => {
    const { as } = scene([promise('deck')]);
    const may = async (who: string) => (await as(who).meetings.agenda('monday')).carried[0]?.may.setState;
    assert.deepEqual([await may('ben'), await may('cleo')], [true, 'manager-or-report']);
  });
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
