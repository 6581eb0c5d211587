// Rooms on the local backend: who sees and changes them, whom they are shared with, and their plan in one answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, completed, type Everyone, on, roomDraft, roomScene } from './room-scene.ts';
import { everything, failureOf, refusalOf, scene } from './workspace.ts';

type Call = (backend: Everyone) => Promise<unknown>;

describe('A room', () => {
  it('is made by anybody of our team, who becomes a member, and by no guest', async () => {
    const { as } = scene();
    const made = await as('eve').rooms.create({ id: 'r', name: 'New', companyId: 'globex', memberIds: ['ben'] });
    assert.deepEqual([made.memberIds, made.guests, made.primaryContactId, made.version], [['eve', 'ben'], [], null, 1]);
    const draft = { name: 'Mine', companyId: 'globex' };
    assert.equal(await refusalOf(as('gus').rooms.create(draft)), 'forbidden · room-maker');
  });

  for (const [who, seen] of [
    ['ada', true],
    ['ben', true],
    ['dora', true],
    ['gus', true],
    ['hal', true],
    ['eve', false],
    ['ivy', false],
  ] as const) {
    it(`is ${seen ? '' : 'not '}there for ${who}, alone, in the list and as a plan`, async () => {
      const { as } = await roomScene();
      const { rooms } = as(who);
      assert.deepEqual(
        (await rooms.list()).items.map(({ id }) => id),
        seen ? ['globex'] : [],
      );
      for (const call of [rooms.get('globex'), rooms.plan('globex')])
        assert.equal(seen ? (await call) && 'seen' : await refusalOf(call), seen ? 'seen' : 'not-found');
    });
  }

  const changes: [string, Call][] = [
    ['renamed', (b) => b.rooms.update('globex', { name: 'Other' }, { version: 3 })],
    ['shared', (b) => b.rooms.share('globex', 'ivy')],
    ['unshared', (b) => b.rooms.unshare('globex', 'hal', { version: 3 })],
    ['given another contact', (b) => b.rooms.setPrimaryContact('globex', 'hal')],
    ['given a section', (b) => b.sections.create('globex', { name: 'More' })],
    ['given an action', (b) => b.actions.create(roomDraft('more'))],
    ['looked at as a guest', (b) => b.rooms.plan('globex', { as: 'gus' })],
  ];
  for (const [what, call] of changes) {
    it(`is ${what} by members and admins, not by guests, and is not there for others`, async () => {
      for (const [who, answer] of [
        ['ben', null],
        ['dora', null],
        ['gus', 'forbidden · room-member'],
        ['eve', 'not-found'],
        ['ivy', 'not-found'],
      ] as const) {
        const { as, repository } = await roomScene();
        const before = await everything(repository);
        if (answer === null) await call(as(who));
        else {
          assert.equal(await refusalOf(call(as(who))), answer, who);
          assert.deepEqual(await everything(repository), before);
        }
      }
    });
  }

  it('is deleted by its maker or an admin, is then there for nobody, and is restored by its deleter', async () => {
    const { as } = await roomScene();
    assert.equal(await refusalOf(as('ben').rooms.remove('globex', { version: 3 })), 'forbidden · room-deleter');
    assert.equal(await refusalOf(as('ada').rooms.remove('globex', { version: 1 })), 'version-conflict');
    await as('ada').rooms.remove('globex', { version: 3 });
    for (const who of ['ada', 'dora', 'gus']) {
      assert.equal(await refusalOf(as(who).rooms.get('globex')), 'not-found');
      assert.equal(await refusalOf(as(who).actions.get('kickoff')), 'not-found');
      assert.equal(await refusalOf(as(who).sections.get('start')), 'not-found');
    }
    assert.equal(await refusalOf(as('dora').rooms.restore('globex')), 'forbidden · deleter-only');
    assert.equal(await refusalOf(as('eve').rooms.restore('globex')), 'not-found');
    assert.equal((await as('ada').rooms.restore('globex')).version, 5);
    assert.equal((await as('gus').actions.get('kickoff')).id, 'kickoff');
  });

  for (const [what, call, refusal] of [
    [
      'an unknown company',
      (b) => b.rooms.create({ name: 'R', companyId: 'x' }),
      'validation · /companyId unknown-company',
    ],
    [
      'a guest as member',
      (b) => b.rooms.update('globex', { memberIds: ['gus'] }, { version: 3 }),
      'validation · /memberIds/0 internal-only',
    ],
    ['our own as guest', (b) => b.rooms.share('globex', 'eve'), 'validation · /personId external-only'],
    ['nobody as guest', (b) => b.rooms.share('globex', 'nobody'), 'validation · /personId unknown-person'],
    [
      'a contact who is no guest',
      (b) => b.rooms.setPrimaryContact('globex', 'ivy'),
      'validation · /personId not-a-guest',
    ],
    ['a guest who is none', (b) => b.rooms.unshare('globex', 'ivy', { version: 3 }), 'not-found'],
    ['an id in use', (b) => b.rooms.create({ id: 'globex', name: 'R', companyId: 'globex' }), 'id-conflict'],
    [
      'a date there is not',
      (b) => b.rooms.update('globex', { targetDate: '2026-02-30' }, { version: 3 }),
      'validation · /targetDate invalid',
    ],
    [
      'its guests written',
      (b) => b.rooms.update('globex', { guests: [] } as never, { version: 3 }),
      'read-only-field · /guests read-only-field',
    ],
    ['no version', (b) => b.rooms.update('globex', { name: 'R' }, {} as never), 'precondition-required'],
    ['an old version', (b) => b.rooms.update('globex', { name: 'R' }, { version: 1 }), 'version-conflict'],
  ] satisfies [string, Call, string][]) {
    it(`with ${what} is refused: ${refusal}`, async () => {
      const { as, repository } = await roomScene();
      const before = await everything(repository);
      assert.equal(await refusalOf(call(as('ada'))), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }

  it('holds at most 200 people', async () => {
    const people = Array.from({ length: 200 }, (_, at) => `p${at}`);
    const { as } = scene();
    const draft = { name: 'R', companyId: 'globex', memberIds: [...people, 'ben'] };
    assert.equal(await refusalOf(as('ada').rooms.create(draft)), 'validation · /memberIds too-big');
  });
});

describe('The primary contact of a room', () => {
  it('is the first it is shared with, and holds what is bound to the contact at once', async () => {
    const { as } = await roomScene();
    assert.equal((await as('ada').rooms.get('globex')).primaryContactId, 'gus');
    assert.equal((await as('gus').actions.get('pilot')).may.setState, true);
    assert.equal((await as('hal').actions.get('pilot')).may.setState, 'room-own-action');
    await as('ada').rooms.setPrimaryContact('globex', 'hal');
    assert.equal((await as('hal').actions.get('pilot')).may.setState, true);
    assert.equal((await as('gus').actions.get('pilot')).may.setState, 'room-own-action');
  });
  it('is nobody once removed, and the next it is shared with', async () => {
    const { as } = await roomScene();
    const left = await as('ada').rooms.unshare('globex', 'gus', { version: 3 });
    assert.deepEqual([left.primaryContactId, left.guests.map(({ personId }) => personId)], [null, ['hal']]);
    assert.equal(await refusalOf(as('gus').rooms.get('globex')), 'not-found');
    assert.equal((await as('ada').rooms.share('globex', 'ivy')).primaryContactId, 'ivy');
  });
  it('stays named on what they closed, whoever is it later', async () => {
    const { as } = await roomScene();
    const done = await as('gus').actions.setState('pilot', 'done');
    assert.deepEqual([done.closed?.by, done.closed?.contactId], ['gus', 'gus']);
    await as('ada').rooms.setPrimaryContact('globex', 'hal');
    assert.equal((await as('ada').actions.get('pilot')).closed?.contactId, 'gus');
  });
});

describe('The plan of a room', () => {
  it('is one answer: sections and actions in order, progress, finish, the critical path and whose turn it is', async () => {
    const { as } = await roomScene();
    const plan = await as('ben').rooms.plan('globex');
    assert.deepEqual(
      plan.sections.map(({ id }) => id),
      ['start', 'hidden', 'finish'],
    );
    assert.deepEqual(
      plan.actions.map(({ id, due }) => [id, due?.date, due?.basis, due?.waitingOn]),
      [
        ['kickoff', '2026-05-20', 'fixed', []],
        ['pilot', '2026-05-23', 'projected', ['kickoff']],
        ['secret', '2026-05-25', 'projected', ['pilot']],
        ['launch', '2026-05-26', 'projected', ['secret']],
      ],
    );
    assert.deepEqual(plan.progress, { done: 0, total: 4 });
    assert.deepEqual(plan.finish, { date: '2026-05-26', state: 'none', target: null, held: plan.finish.held });
    assert.deepEqual(plan.criticalPath, ['kickoff', 'pilot', 'secret', 'launch']);
    assert.deepEqual(plan.sides, { us: 1, them: 2 });
    assert.deepEqual(plan.sections[0]?.completion, { basis: 'projected', date: '2026-05-23' });
  });

  it('tells how the finish stands to the target date', async () => {
    const { as } = await roomScene();
    await as('ada').rooms.update('globex', { targetDate: '2026-05-25' }, { version: 3 });
    assert.equal((await as('ada').rooms.plan('globex')).finish.state, 'late');
    await as('ada').rooms.update('globex', { targetDate: '2026-05-26' }, { version: 4 });
    assert.equal((await as('ada').rooms.plan('globex')).finish.state, 'onTrack');
  });

  it('tells a guest nothing of what is internal-only, but the dates that rest on it', async () => {
    const { as } = await roomScene();
    const plan = await as('gus').rooms.plan('globex');
    assert.deepEqual(
      plan.sections.map(({ id, position }) => [id, position]),
      [
        ['start', null],
        ['finish', null],
      ],
    );
    assert.deepEqual(
      plan.actions.map(({ id }) => id),
      ['kickoff', 'pilot', 'launch'],
    );
    assert.deepEqual(plan.actions[2]?.due, {
      rule: { type: 'relative', amount: 0, unit: 'day', anchor: { type: 'internalStep' } },
      pinned: null,
      date: '2026-05-26',
      basis: 'projected',
      waitingOn: [],
    });
    assert.deepEqual(
      [plan.progress, plan.sides],
      [
        { done: 0, total: 3 },
        { us: 1, them: 2 },
      ],
    );
    assert.doesNotMatch(JSON.stringify(plan), /secret|hidden|Behind|Margin/);
  });

  it('looked at as a guest is what that guest sees, and as the company what any of its guests does', async () => {
    const { as } = await roomScene();
    const { rooms } = as('ada');
    assert.deepEqual(await rooms.plan('globex', { as: 'gus' }), await as('gus').rooms.plan('globex'));
    assert.deepEqual(await rooms.plan('globex', { as: 'hal' }), await as('hal').rooms.plan('globex'));
    const company = await rooms.plan('globex', { as: 'company' });
    assert.deepEqual(
      company.actions.map(({ id, may }) => [id, may.setState]),
      [
        ['kickoff', 'room-own-action'],
        ['pilot', 'room-own-action'],
        ['launch', true],
      ],
    );
    assert.equal(await refusalOf(rooms.plan('globex', { as: 'ivy' })), 'not-found');
  });
});

describe('A preview', () => {
  it('tells what moves, from what to what and why, and changes nothing', async () => {
    const { as, repository } = await roomScene();
    const before = await everything(repository);
    const preview = await as('ada').rooms.preview('globex', {
      changes: [{ type: 'update', actionId: 'kickoff', patch: { due: on('2026-05-22') } }],
    });
    assert.deepEqual(
      preview.moved.map(({ actionId, from, to, why }) => [actionId, from, to, why]),
      [
        ['kickoff', '2026-05-20', '2026-05-22', { type: 'changed' }],
        ['pilot', '2026-05-23', '2026-05-25', { type: 'restsOn', id: 'kickoff' }],
        ['secret', '2026-05-25', '2026-05-27', { type: 'restsOn', id: 'pilot' }],
        ['launch', '2026-05-26', '2026-05-28', { type: 'restsOn', id: 'secret' }],
      ],
    );
    assert.deepEqual(await everything(repository), before);
  });

  it('tells what becomes overdue', async () => {
    const { as } = await roomScene();
    const changes = [{ type: 'update' as const, actionId: 'kickoff', patch: { due: on('2026-05-14') } }];
    assert.deepEqual((await as('ada').rooms.preview('globex', { changes })).overdue, ['kickoff']);
  });

  it('tells a guest what their own change moves, of what they see', async () => {
    const { as } = await roomScene();
    const { moved } = await as('gus').rooms.preview('globex', {
      changes: [{ type: 'setState', actionId: 'pilot', state: 'done' }],
    });
    assert.deepEqual(
      moved.map(({ actionId, why }) => [actionId, why.type]),
      [
        ['pilot', 'changed'],
        ['launch', 'internalStep'],
      ],
    );
  });

  for (const [what, who, change, refused] of [
    [
      'a loop',
      'ada',
      { type: 'update', actionId: 'kickoff', patch: { due: after(1, completed('launch')) } },
      { code: 'dependency-cycle', change: 0, path: ['kickoff', 'launch', 'secret', 'pilot'] },
    ],
    [
      'what others rest on deleted',
      'ada',
      { type: 'remove', actionId: 'secret' },
      { code: 'has-dependents', change: 0, dependents: [{ actionId: 'launch', field: 'due' }] },
    ],
    [
      'an edit by a guest',
      'gus',
      { type: 'update', actionId: 'pilot', patch: { title: 'Mine' } },
      { code: 'forbidden', change: 0, rule: 'room-member' },
    ],
    [
      'an internal-only action, by a guest',
      'gus',
      { type: 'setState', actionId: 'secret', state: 'done' },
      { code: 'not-found', change: 0 },
    ],
  ] as const) {
    it(`of ${what} tells why it would be refused`, async () => {
      const { as } = await roomScene();
      const preview = await as(who).rooms.preview('globex', { changes: [change] });
      const { moved, overdue } = preview;
      assert.deepEqual([moved, overdue], [[], []]);
      const { code, change: at, path, dependents, rule } = preview.refused ?? { code: '', change: -1 };
      const told = { code, change: at, path, dependents, rule };
      assert.deepEqual(JSON.parse(JSON.stringify(told)), refused);
    });
  }
});

describe('A failure', () => {
  it('of a loop carries its path, and of dependents their names', async () => {
    const { as } = await roomScene();
    const loop = await failureOf(
      as('ada').actions.update('kickoff', { due: after(0, completed('pilot')) }, { version: 1 }),
    );
    assert.deepEqual([loop.code, loop.path], ['dependency-cycle', ['kickoff', 'pilot']]);
    const held = await failureOf(as('ada').actions.remove('kickoff', { version: 1 }));
    assert.deepEqual([held.code, held.dependents], ['has-dependents', [{ actionId: 'pilot', field: 'due' }]]);
  });
});
