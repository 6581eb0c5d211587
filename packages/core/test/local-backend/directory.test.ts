// A host writes its own directory (api.md §5): who may, what is refused, when nothing changes, and what becomes of the rights of
// those who move.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { GroupDraft, PersonDraft, WorkspacePatch } from '@followthrough/core/schema';
import { actionsIn, engagementScene } from './engagement-scene.ts';
import { roomDraft, roomScene } from './room-scene.ts';
import { scene } from './workspace.ts';

const GUEST = { name: 'Kim', side: 'external', companyId: 'globex' } as const;

/** What a refusal says, in short. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof BackendError, 'it was done');
  return [error.code, error.rule, ...error.errors.map(({ pointer, code }) => `${pointer} ${code}`)]
    .filter((part) => part !== undefined)
    .join(' ');
}

const named = async (backend: Backend, query?: string) =>
  (await backend.people.list(query === undefined ? {} : { query })).items.map(({ name }) => name);

describe('The directory', () => {
  const writes: [string, (backend: Backend) => Promise<unknown>][] = [
    ['a person', (backend) => backend.people.put('kim', { name: 'Kim' })],
    ['a person who is there', (backend) => backend.people.put('ben', { name: 'Ben' })],
    ['themselves', (backend) => backend.people.put('ada', { name: 'Ada', role: 'admin' })],
    ['a company', (backend) => backend.companies.put('initrode', { name: 'Initrode' })],
    ['a group', (backend) => backend.groups.put('second', { name: 'Second' })],
    ['the workspace', (backend) => backend.workspace.update({ name: 'Mine' }, { version: 1 })],
    ['the workspace, by an old version', (backend) => backend.workspace.update({ name: 'Mine' }, { version: 9 })],
    ['what cannot be', (backend) => backend.people.put('kim', { name: 'Kim', companyId: 'nowhere' })],
  ];
  for (const [what, write] of writes)
    for (const who of ['ada', 'gus'])
      it(`is admins’: ${who} does not write ${what}`, async () => {
        assert.equal(await refusal(write(scene().as(who))), 'forbidden directory-admin');
      });

  it('takes people, companies and groups in, and lists them by their names', async () => {
    const { as } = scene();
    const dora = as('dora');
    assert.equal((await dora.companies.put('acorn', { name: 'Acorn' })).version, 1);
    const kim = await dora.people.put('kim', { ...GUEST, companyId: 'acorn', email: 'kim@acorn.example' });
    assert.deepEqual(kim, {
      id: 'kim',
      name: 'Kim',
      email: 'kim@acorn.example',
      avatarUrl: null,
      side: 'external',
      role: 'guest',
      companyId: 'acorn',
      timeZone: null,
      version: 1,
    });
    await dora.groups.put('guests', { name: 'All guests', memberIds: ['kim', 'gus'] });
    assert.equal((await dora.companies.list()).items[0]?.name, 'Acorn');
    assert.equal((await dora.groups.list()).items[0]?.id, 'guests');
    assert.equal((await as('kim').me()).person.name, 'Kim');
  });

  it('keeps the version where nothing new is said', async () => {
    const dora = scene().as('dora');
    for (const version of [1, 1]) assert.equal((await dora.people.put('kim', { name: 'Kim' })).version, version);
    assert.equal((await dora.people.put('kim', { name: 'Kim B.' })).version, 2);
    assert.equal((await dora.companies.put('globex', { name: 'Globex' })).version, 1);
    assert.equal((await dora.groups.put('first', { name: 'First cohort', memberIds: ['gus', 'ben'] })).version, 1);
    assert.equal((await dora.workspace.update({ locale: 'en-GB' }, { version: 1 })).version, 1);
  });

  it('finds and orders whoever is renamed by the new name', async () => {
    const dora = scene().as('dora');
    await dora.people.put('hal', { ...GUEST, name: 'Ålaric' });
    assert.deepEqual((await named(dora)).slice(0, 3), ['ada', 'Ålaric', 'ben']);
    assert.deepEqual(await named(dora, 'ÅLA'), ['Ålaric']);
    assert.deepEqual(await named(dora, 'hal'), []);
  });

  it('is written once for one intent', async () => {
    const dora = scene().as('dora');
    const intent = 'intent-of-a-sync-1';
    const first = await dora.people.put('kim', { name: 'Kim' }, { intent });
    await dora.people.put('kim', { name: 'Kim B.' });
    assert.deepEqual(await dora.people.put('kim', { name: 'Kim' }, { intent }), first);
    assert.equal(await refusal(dora.people.put('kim', { name: 'Another' }, { intent })), 'idempotency-key-reuse');
    assert.deepEqual(await named(dora, 'kim'), ['Kim B.']);
  });

  it('lets groups of those who came be coached', async () => {
    const dora = scene().as('dora');
    await dora.people.put('kim', { name: 'Kim' });
    await dora.groups.put('second', { name: 'Second', memberIds: ['kim', 'ben'] });
    const { results } = await dora.engagements.create({ groupId: 'second', coachId: 'ada' });
    assert.deepEqual(
      results.map(({ outcome, coacheeIds }) => [outcome, coacheeIds]),
      [
        ['done', ['kim']],
        ['done', ['ben']],
      ],
    );
  });
});

describe('A person', () => {
  const rows: [string, object, string][] = [
    ['with no name', { name: ' ' }, 'validation /name invalid'],
    ['with nothing', {}, 'validation /name required'],
    ['with a field nobody knows', { name: 'Kim', phone: '1' }, 'unknown-field /phone unknown-field'],
    ['with a version', { name: 'Kim', version: 3 }, 'read-only-field /version read-only-field'],
    ['with an id in what is written', { name: 'Kim', id: 'kim' }, 'read-only-field /id read-only-field'],
    ['with an address that is none', { name: 'Kim', email: 'kim' }, 'validation /email invalid'],
    ['with an address of two lines', { name: 'Kim', email: 'kim@x\nbcc: y@z' }, 'validation /email invalid'],
    ['with half a character in the address', { name: 'Kim', email: 'kim@\ud800' }, 'validation /email invalid'],
    [
      'with a picture that is no https address',
      { name: 'Kim', avatarUrl: 'http://x/y' },
      'validation /avatarUrl invalid',
    ],
    [
      'with a picture that ends in nothing',
      { name: 'Kim', avatarUrl: 'https://x/\u0000' },
      'validation /avatarUrl invalid',
    ],
    ['on a side that is none', { name: 'Kim', side: 'both' }, 'validation /side choice'],
    ['with a role that is none', { name: 'Kim', role: 'owner' }, 'validation /role choice'],
    ['in a zone that is none', { name: 'Kim', timeZone: 'Mars/Base' }, 'validation /timeZone invalid'],
    ['of a company that is a person', { ...GUEST, companyId: 'gus' }, 'validation /companyId unknown-company'],
    ['of no company', { name: 'Kim', side: 'external' }, 'validation /companyId required'],
    ['of our team and a company', { name: 'Kim', companyId: 'globex' }, 'validation /companyId external-only'],
    ['who is a customer’s admin', { ...GUEST, role: 'admin' }, 'validation /role externals-are-guests'],
  ];
  for (const [what, draft, told] of rows) {
    it(`${what} is refused as ${told}`, async () => {
      const dora = scene().as('dora');
      assert.equal(await refusal(dora.people.put('kim', draft as PersonDraft)), told);
      assert.deepEqual(await named(dora, 'kim'), []);
    });
  }

  it('by what is no id is not found', async () => {
    assert.equal(await refusal(scene().as('dora').people.put('no id', { name: 'Kim' })), 'not-found');
  });

  it('who is the last admin stays one, whatever else becomes of them', async () => {
    const { as } = scene();
    const dora = as('dora');
    for (const draft of [{ name: 'Dora' }, { ...GUEST, name: 'Dora' }])
      assert.equal(await refusal(dora.people.put('dora', draft)), 'forbidden last-admin');
    assert.equal((await dora.people.put('dora', { name: 'Dora D.', role: 'admin' })).name, 'Dora D.');
    await dora.people.put('ada', { name: 'Ada', role: 'admin' });
    assert.equal((await dora.people.put('dora', { name: 'Dora' })).role, 'member');
    assert.equal(await refusal(dora.people.put('ben', { name: 'Ben' })), 'forbidden directory-admin');
    assert.equal(await refusal(as('ada').people.put('ada', { name: 'Ada' })), 'forbidden last-admin');
  });
});

describe('Groups and the workspace', () => {
  const groups: [string, object, string][] = [
    ['of somebody unknown', { name: 'G', memberIds: ['ben', 'x'] }, 'validation /memberIds/1 unknown-person'],
    ['of a company', { name: 'G', memberIds: ['globex'] }, 'validation /memberIds/0 unknown-person'],
    ['of what is no id', { name: 'G', memberIds: ['no id'] }, 'validation /memberIds/0 invalid'],
    ['of no list', { name: 'G', memberIds: 'ben' }, 'validation /memberIds type'],
  ];
  for (const [what, draft, told] of groups) {
    it(`a group ${what} is refused as ${told}`, async () => {
      assert.equal(
        await refusal(
          scene()
            .as('dora')
            .groups.put('g', draft as GroupDraft),
        ),
        told,
      );
    });
  }

  const patches: [string, object, string][] = [
    ['a zone that is none', { timeZone: 'Mars/Base' }, 'validation /timeZone invalid'],
    ['a locale that is none', { locale: 'english, please' }, 'validation /locale invalid'],
    ['a week without work', { calendar: { workingWeekdays: [] } }, 'validation /calendar/workingWeekdays too-small'],
    ['an eighth day', { calendar: { workingWeekdays: [8] } }, 'validation /calendar/workingWeekdays/0 too-big'],
    ['a holiday that is no day', { calendar: { holidays: ['2026-02-30'] } }, 'validation /calendar/holidays/0 invalid'],
    [
      'a field of the calendar nobody knows',
      { calendar: { weekend: [6, 7] } },
      'unknown-field /calendar/weekend unknown-field',
    ],
    ['another id', { id: 'other' }, 'read-only-field /id read-only-field'],
  ];
  for (const [what, patch, told] of patches) {
    it(`a workspace with ${what} is refused as ${told}`, async () => {
      const dora = scene().as('dora');
      assert.equal(await refusal(dora.workspace.update(patch as WorkspacePatch, { version: 1 })), told);
      assert.equal((await dora.me()).workspace.version, 1);
    });
  }

  it('a workspace is changed by the version it was decided on', async () => {
    const dora = scene().as('dora');
    const next = await dora.workspace.update(
      { name: 'Acme AG', calendar: { holidays: ['2026-12-25'] } },
      { version: 1 },
    );
    assert.deepEqual([next.name, next.calendar.holidays, next.version], ['Acme AG', ['2026-12-25'], 2]);
    assert.deepEqual((await dora.me()).workspace, next);
    await assert.rejects(
      dora.workspace.update({ name: 'Acme' }, { version: 1 }),
      (error: BackendError) => error.code === 'version-conflict' && error.currentVersion === 2,
    );
    const without = dora.workspace.update({ name: 'Acme' }, {} as { version: number });
    assert.equal(await refusal(without), 'precondition-required');
  });
});

describe('Whoever moves', () => {
  it('to a customer has no part in the rooms they were a member of, nor what is internal in them', async () => {
    const { as } = await roomScene();
    const [dora, ben] = [as('dora'), as('ben')];
    assert.ok((await ben.actions.list({ context: 'room' })).items.some(({ id }) => id === 'secret'));
    await dora.people.put('ben', { ...GUEST, name: 'Ben' });
    assert.equal(await refusal(ben.rooms.get('globex')), 'not-found');
    assert.deepEqual((await ben.rooms.list()).items, []);
    assert.deepEqual((await ben.actions.list({ context: 'room' })).items, []);
    const room = await dora.rooms.get('globex');
    assert.deepEqual([room.memberIds, room.updatedBy], [['ada'], 'dora']);
    // Shared with them they see what any guest sees, as whom it was shared with.
    await as('ada').rooms.share('globex', 'ben');
    const seen = (await ben.actions.list({ context: 'room' })).items.map(({ id }) => id);
    assert.deepEqual(seen.sort(), ['kickoff', 'launch', 'pilot']);
  });

  it('to our team or another company is a guest no longer, and the contact no longer', async () => {
    for (const draft of [{ name: 'Gus' }, { ...GUEST, name: 'Gus', companyId: 'initech' }]) {
      const { as } = await roomScene();
      await as('dora').people.put('gus', draft);
      assert.equal(await refusal(as('gus').rooms.get('globex')), 'not-found');
      const { guests, primaryContactId } = await as('ada').rooms.get('globex');
      assert.deepEqual([guests.map(({ personId }) => personId), primaryContactId], [['hal'], null]);
    }
  });

  it('is not taken out of a room that is renamed with them in it, and a new name is no move', async () => {
    const { as } = await roomScene();
    const { version } = await as('ada').rooms.get('globex');
    await as('dora').people.put('gus', { ...GUEST, name: 'Gustav' });
    assert.equal((await as('ada').rooms.get('globex')).version, version);
    await as('gus').actions.setState('pilot', 'done');
  });

  it('to a customer manages nobody any more, and reads nothing of those they managed', async () => {
    const { as } = scene();
    const ada = as('ada');
    await as('ben').actions.create({ context: { type: 'personal' }, title: 'Ben’s own' });
    assert.equal((await ada.actions.list()).items.length, 1);
    await as('dora').people.put('ada', { ...GUEST, name: 'Ada' });
    assert.deepEqual((await ada.actions.list()).items, []);
    assert.deepEqual((await ada.relationships.list()).items, []);
    assert.equal(await refusal(ada.relationships.get('ada-ben')), 'not-found');
    assert.equal(await refusal(ada.meetings.get('monday')), 'not-found');
    assert.equal(await refusal(ada.rooms.create({ name: 'Mine', companyId: 'globex' })), 'forbidden room-maker');
  });

  it('out of a deleted room is out of it once it is restored', async () => {
    const { as } = await roomScene();
    const ada = as('ada');
    await ada.rooms.remove('globex', { version: (await ada.rooms.get('globex')).version });
    await as('dora').people.put('gus', { name: 'Gus' });
    const { guests } = await ada.rooms.restore('globex');
    assert.deepEqual(
      guests.map(({ personId }) => personId),
      ['hal'],
    );
  });
});

describe('Another zone or calendar of the workspace', () => {
  const business = (amount: number, actionId: string) =>
    ({
      rule: { type: 'relative', amount, unit: 'businessDay', anchor: { type: 'actionDue', actionId } },
    }) as const;
  const dueOf = async (backend: Backend, id: string) => {
    const listed = (await backend.actions.list({ context: 'room:globex' })).items.find((one) => one.id === id);
    return [listed?.due?.date, listed?.version, listed?.updatedBy];
  };

  it('moves the dates of rooms that rest on it, at their next version and by whoever changed it', async () => {
    const { as } = await roomScene();
    const [ada, dora] = [as('ada'), as('dora')];
    // Kick-off is due on Wednesday the 20th.
    await ada.actions.create(roomDraft('review', { due: business(2, 'kickoff') }));
    assert.deepEqual(await dueOf(ada, 'review'), ['2026-05-22', 1, 'ada']);
    await dora.workspace.update({ calendar: { holidays: ['2026-05-21', '2026-05-22'] } }, { version: 1 });
    assert.deepEqual(await dueOf(ada, 'review'), ['2026-05-26', 2, 'dora']);
    assert.deepEqual(await dueOf(ada, 'pilot'), ['2026-05-23', 1, 'ada']);
    await dora.workspace.update({ name: 'Acme AG', locale: 'de-DE' }, { version: 2 });
    assert.deepEqual(await dueOf(ada, 'review'), ['2026-05-26', 2, 'dora']);
  });

  it('moves the actions of engagements too', async () => {
    const start = { type: 'engagementStart' } as const;
    const { as, made } = await engagementScene(
      'shared',
      {},
      {
        kind: 'engagement',
        items: [
          {
            key: 'todo',
            title: 'Ask three people',
            content: { kind: 'action' },
            release: { type: 'immediately' },
            due: { type: 'relative', amount: 3, unit: 'businessDay', anchor: start },
          },
        ],
      },
    );
    const dora = as('dora');
    const due = async () =>
      (await actionsIn(as('ben'), made.id)).map(({ due: date, version }) => [date?.date, version]);
    assert.deepEqual(await due(), [['2026-05-20', 1]]);
    await dora.workspace.update({ calendar: { holidays: ['2026-05-18'] } }, { version: 1 });
    assert.deepEqual(await due(), [['2026-05-21', 2]]);
  });

  it('sets today where nothing has a zone of its own', async () => {
    const { as } = scene();
    const [ada, dora] = [as('ada'), as('dora')];
    const { id } = await ada.actions.create({
      context: { type: 'personal' },
      title: 'Today',
      due: { rule: { type: 'fixed', date: '2026-05-15' } },
    });
    assert.equal((await ada.actions.get(id)).overdue, false);
    await dora.workspace.update({ timeZone: 'Pacific/Kiritimati' }, { version: 1 });
    assert.equal((await ada.actions.get(id)).overdue, true);
    await dora.people.put('ada', { name: 'Ada', timeZone: 'Europe/Berlin' });
    assert.equal((await ada.actions.get(id)).overdue, false);
  });
});
