// A workspace that a host page writes by hand: what is left out is filled in, what cannot be used is told with its place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import {
  createLocalBackend,
  createMemoryRepository,
  type PlainData,
  readPlainData,
} from '@followthrough/core/local-backend';

/** Wednesday 13 May 2026, nine o'clock in UTC. */
const NOW = Date.UTC(2026, 4, 13, 9);

const read = (data: unknown, viewerId = 'ana') =>
  readPlainData(data as PlainData, { viewerId, now: NOW, timeZone: 'Europe/Berlin' });

function backendOf(data: PlainData, viewerId = 'ana') {
  let made = 0;
  const repository = createMemoryRepository(read(data, viewerId));
  return createLocalBackend({ repository, viewerId, now: () => NOW, newId: () => `new-${++made}` });
}

/** Why data cannot be used: each fault as it is told, and its pointer. */
function faults(data: unknown, viewerId?: string): [message: string, pointer: string][] {
  try {
    read(data, viewerId);
  } catch (error) {
    assert(error instanceof BackendError);
    assert.equal(error.code, 'validation');
    return error.errors.map(({ message, pointer }) => [message, pointer]);
  }
  return [];
}

const PEOPLE = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
];

describe('plain data', () => {
  it('makes a workspace of what must be said', async () => {
    const backend = backendOf({
      people: PEOPLE,
      relationships: [{ id: 'r', managerId: 'ana', reportId: 'ben' }],
      actions: [
        { title: 'Send the deck', due: '2026-05-12' },
        { title: 'Read it', context: { type: 'relationship', relationshipId: 'r' }, assignee: 'ben', createdBy: 'ana' },
        { title: 'Book a room', state: 'done', due: '2026-05-10', updatedAt: '2026-05-11T09:00:00Z' },
      ],
    });
    const { items } = await backend.actions.list({ sort: 'title' });
    assert.deepEqual(
      items.map(({ id, title, status, assignee, due, context }) => ({
        id,
        title,
        status,
        due: due?.date ?? null,
        whose: assignee?.type === 'person' ? assignee.personId : null,
        place: context.type,
      })),
      [
        {
          id: 'action-3',
          title: 'Book a room',
          status: 'doneLate',
          due: '2026-05-10',
          whose: 'ana',
          place: 'personal',
        },
        { id: 'action-2', title: 'Read it', status: 'todo', due: null, whose: 'ben', place: 'relationship' },
        {
          id: 'action-1',
          title: 'Send the deck',
          status: 'overdue',
          due: '2026-05-12',
          whose: 'ana',
          place: 'personal',
        },
      ],
    );
    const me = await backend.me();
    assert.deepEqual([me.person.role, me.workspace.timeZone], ['member', 'Europe/Berlin']);
  });

  for (const timeZone of ['+01:00', 'Etc/Nowhere', '']) {
    it(`is in UTC where the page's own zone is ${JSON.stringify(timeZone)}, which nobody can write`, () => {
      const { workspace } = readPlainData({ people: PEOPLE }, { viewerId: 'ana', now: NOW, timeZone });
      assert.equal(workspace.timeZone, 'UTC');
    });
  }

  it('is worked with as any workspace', async () => {
    const backend = backendOf({ people: PEOPLE, actions: [{ id: 'a', title: 'Send the deck' }] });
    await backend.actions.setState('a', 'done');
    const made = await backend.actions.create({ title: 'Another', context: { type: 'personal' } });
    const { items } = await backend.actions.list({ sort: 'title' });
    assert.deepEqual(
      items.map(({ id, state }) => [id, state]),
      [
        [made.id, 'todo'],
        ['a', 'done'],
      ],
    );
  });

  it('makes a plan of rooms and sections in the order they are written', async () => {
    const backend = backendOf({
      people: [...PEOPLE, { id: 'cleo', name: 'Cleo', side: 'external', companyId: 'acme' }],
      companies: [{ id: 'acme', name: 'Acme' }],
      rooms: [{ id: 'room', name: 'Rollout', companyId: 'acme' }],
      sections: [
        { id: 's1', roomId: 'room', name: 'First' },
        { id: 's2', roomId: 'room', name: 'Second' },
      ],
      actions: [
        {
          id: 'b',
          title: 'B',
          context: { type: 'room', roomId: 'room', sectionId: 's1', internalOnly: false },
          due: '2026-06-01',
        },
        { id: 'a', title: 'A', context: { type: 'room', roomId: 'room', sectionId: 's1', internalOnly: false } },
      ],
    });
    const plan = await backend.rooms.plan('room');
    assert.deepEqual(
      plan.sections.map(({ name }) => name),
      ['First', 'Second'],
    );
    assert.deepEqual(
      plan.actions.map(({ title, due }) => [title, due?.date ?? null]),
      [
        ['B', '2026-06-01'],
        ['A', null],
      ],
    );
  });

  it('keeps what is written', () => {
    const whole = read({
      workspace: { name: 'Acme', timeZone: 'Asia/Tokyo' },
      people: [{ id: 'ana', name: 'Ana', role: 'admin', email: 'ana@acme.example', version: 4 }],
      actions: [{ id: 'a', title: 'A', createdAt: '2026-01-02T03:04:05Z', version: 7, description: 'Long' }],
    });
    assert.deepEqual(
      [whole.workspace.name, whole.workspace.timeZone, whole.workspace.locale],
      ['Acme', 'Asia/Tokyo', 'en-GB'],
    );
    const [person] = whole.people;
    assert.deepEqual([person?.role, person?.email, person?.version], ['admin', 'ana@acme.example', 4]);
    const [action] = whole.actions ?? [];
    assert.deepEqual(
      [action?.version, action?.createdAt, action?.updatedAt, action?.updatedBy, action?.description],
      [7, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'ana', 'Long'],
    );
  });

  it('takes what is undefined as left out', () => {
    const [action] =
      read({ people: PEOPLE, actions: [{ title: 'A', due: undefined, assignee: undefined, state: undefined }] })
        .actions ?? [];
    assert.deepEqual(
      [action?.due, action?.state, action?.assignee],
      [null, 'todo', { type: 'person', personId: 'ana' }],
    );
  });

  const CASES: readonly [what: string, data: unknown, told: [message: string, pointer: string][]][] = [
    ['nothing', null, [['It must be an object with people and actions', '']]],
    ['text', 'data', [['It must be an object with people and actions', '']]],
    ['no people', {}, [['people is required: at least whoever looks', '/people']]],
    ['people that are no list', { people: {} }, [['people must be a list', '/people']]],
    [
      'a person that is none',
      { people: [...PEOPLE, null] },
      [
        ['people[2].id is required', '/people/2/id'],
        ['people[2].name is required', '/people/2/name'],
      ],
    ],
    [
      'an unknown list',
      { people: PEOPLE, tasks: [] },
      [[/^tasks is not known: it has workspace, people, /.source, '/tasks']],
    ],
    [
      'an offset for a zone',
      { people: PEOPLE, workspace: { timeZone: '+01:00' } },
      [['workspace.timeZone must be an IANA time zone such as Europe/Berlin', '/workspace/timeZone']],
    ],
    [
      'a zone that is none',
      { people: PEOPLE, workspace: { timeZone: 'Berlin' } },
      [['workspace.timeZone must be an IANA time zone such as Europe/Berlin', '/workspace/timeZone']],
    ],
    [
      'a day that does not exist',
      { people: PEOPLE, actions: [{ title: 'A' }, { title: 'B', due: '2026-02-30' }] },
      [['actions[1].due is not a day of the calendar', '/actions/1/due']],
    ],
    [
      'an empty title',
      { people: PEOPLE, actions: [{ title: ' ' }] },
      [['actions[0].title must not be empty', '/actions/0/title']],
    ],
    ['no title', { people: PEOPLE, actions: [{ id: 'a' }] }, [['actions[0].title is required', '/actions/0/title']]],
    [
      'a field that nobody knows',
      { people: PEOPLE, actions: [{ title: 'A', dueDate: '2026-05-22' }] },
      [['actions[0].dueDate is not a known field: leave it out, or mend its name', '/actions/0/dueDate']],
    ],
    [
      'a state that is none',
      { people: PEOPLE, actions: [{ title: 'A', state: 'finished' }] },
      [['actions[0].state must be one of todo, inProgress, done, notDone, cancelled', '/actions/0/state']],
    ],
    [
      'an id twice',
      {
        people: PEOPLE,
        actions: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
      },
      [['actions[1].id is used twice: a', '/actions/1/id']],
    ],
    [
      'a viewer who is not there',
      { people: [PEOPLE[1]] },
      [['viewerId must be the id of one of people; it is ana', '/viewerId']],
    ],
    [
      'somebody who is not there',
      { people: PEOPLE, actions: [{ title: 'A', assignee: 'zoe' }] },
      [['actions[0].assignee names somebody that is not there: zoe', '/actions/0/assignee']],
    ],
    [
      'a relationship that is not there',
      { people: PEOPLE, actions: [{ title: 'A', context: { type: 'relationship', relationshipId: 'x' } }] },
      [
        [
          'actions[0].context.relationshipId names a relationship that is not there: x',
          '/actions/0/context/relationshipId',
        ],
      ],
    ],
    [
      'a meeting of another relationship',
      {
        people: PEOPLE,
        relationships: [
          { id: 'r', managerId: 'ana', reportId: 'ben' },
          { id: 'q', managerId: 'ben', reportId: 'ana' },
        ],
        meetings: [{ id: 'm', relationshipId: 'q', startsAt: '2026-05-13T09:00:00Z' }],
        actions: [{ title: 'A', context: { type: 'relationship', relationshipId: 'r', meetingId: 'm' } }],
      },
      [
        [
          'actions[0].context.meetingId names a meeting of the relationship that is not there: m',
          '/actions/0/context/meetingId',
        ],
      ],
    ],
  ];
  for (const [what, data, told] of CASES) {
    it(`tells of ${what}`, () => {
      const found = faults(data);
      assert.deepEqual(
        found.map(([, pointer]) => pointer),
        told.map(([, pointer]) => pointer),
      );
      found.forEach(([message], index) => {
        const [expected = ''] = told[index] ?? [];
        if (expected.startsWith('^')) assert.match(message, new RegExp(expected));
        else assert.equal(message, expected);
      });
    });
  }

  it('tells every fault, and in one sentence the first five', () => {
    const data = { people: PEOPLE, actions: Array.from({ length: 8 }, () => ({ title: '' })) };
    assert.throws(
      () => read(data),
      (error: BackendError) => {
        assert.equal(error.errors.length, 8);
        assert.match(error.message, /actions\[0\]\.title must not be empty; .*actions\[4\]\.title .*; and 3 more\.$/);
        return true;
      },
    );
  });
});
