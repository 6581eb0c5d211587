// Actions in rooms on the local backend: made, edited, moved, closed, deleted and restored, with every date that moves.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPlanResolver, formatDay, parseDay, roomPlanOf } from '@followthrough/core/domain';
import type { ActionRecord, ActionState, BulkRequest } from '@followthrough/core/schema';
import { after, completed, dueOf, type Everyone, finished, on, roomDraft, roomScene } from './room-scene.ts';
import { everything, failureOf, refusalOf, type Scene, TODAY } from './workspace.ts';

type Call = (backend: Everyone) => Promise<unknown>;

async function dates(world: Scene): Promise<Record<string, string>> {
  const { actions } = await everything(world.repository);
  return Object.fromEntries(
    actions
      .filter(({ deleted }) => deleted === null)
      .map(({ id, due }) => [id, due ? `${due.date} ${due.basis}` : 'none']),
  );
}

const BEGUN = {
  kickoff: '2026-05-20 fixed',
  pilot: '2026-05-23 projected',
  secret: '2026-05-25 projected',
  launch: '2026-05-26 projected',
};

describe('The dates that are kept', () => {
  it('are those of the plan', async () => {
    assert.deepEqual(await dates(await roomScene()), BEGUN);
  });

  it('turn from estimate to settled when what they rest on is completed, and back when it is reopened', async () => {
    const world = await roomScene();
    const done = await world.as('ada').actions.setState('kickoff', 'done');
    assert.deepEqual(
      done.moved?.map(({ actionId, to, basis }) => [actionId, to, basis.to]),
      [
        ['pilot', '2026-05-18', 'settled'],
        ['secret', '2026-05-20', 'settled'],
        ['launch', '2026-05-21', 'settled'],
      ],
    );
    assert.deepEqual(await dates(world), {
      kickoff: '2026-05-20 settled',
      pilot: '2026-05-18 settled',
      secret: '2026-05-20 settled',
      launch: '2026-05-21 settled',
    });
    await world.as('ada').actions.setState('kickoff', 'todo');
    assert.deepEqual(await dates(world), BEGUN);
  });

  it('stay where they are pinned, and what rests on a pin follows it', async () => {
    const world = await roomScene();
    const { version } = await world.as('ada').actions.get('pilot');
    await world.as('ada').actions.update('pilot', { due: after(3, completed('kickoff'), '2026-06-10') }, { version });
    assert.deepEqual(await dates(world), {
      ...BEGUN,
      pilot: '2026-06-10 fixed',
      secret: '2026-06-12 settled',
      launch: '2026-06-13 settled',
    });
  });

  it('are broken where what they rest on is cancelled', async () => {
    const world = await roomScene();
    await world.as('ada').actions.setState('kickoff', 'cancelled');
    assert.equal((await dates(world))['pilot'], 'null broken');
  });

  it('move with an answer that names those the caller sees, and no others', async () => {
    const world = await roomScene();
    const done = await world.as('gus').actions.setState('pilot', 'done');
    assert.deepEqual(
      done.moved?.map(({ actionId, why }) => [actionId, why]),
      [['launch', { type: 'internalStep' }]],
    );
    const { version } = await world.as('ada').actions.get('kickoff');
    const moved = await world.as('ada').actions.update('kickoff', { due: on('2026-05-27') }, { version });
    assert.deepEqual(moved.moved, []);
  });

  it('of what is closed are those in force then, whatever is written of its rule later', async () => {
    const world = await roomScene();
    const { actions } = world.as('ada');
    const done = await actions.setState('pilot', 'done');
    assert.deepEqual([done.due?.date, done.due?.basis, done.closed?.due], ['2026-05-23', 'settled', null]);
    const edited = await actions.update('pilot', { due: on('2026-08-01') }, { version: done.version });
    assert.equal(edited.due?.date, '2026-05-23');
    const reopened = await actions.setState('pilot', 'todo');
    assert.deepEqual([reopened.due?.date, reopened.due?.basis], ['2026-08-01', 'fixed']);
  });

  it('follow the day once it turns, at the next change and in every answer', async () => {
    const world = await roomScene();
    world.wait(8 * 86_400_000);
    const plan = await world.as('ada').rooms.plan('globex');
    assert.equal(plan.actions.find(({ id }) => id === 'pilot')?.due?.date, '2026-05-26');
    assert.equal((await world.as('gus').actions.get('pilot')).due?.date, '2026-05-26');
    await world.as('ada').actions.create(roomDraft('more'));
    assert.equal((await dates(world))['pilot'], '2026-05-26 projected');
  });
});

describe('An action of a room', () => {
  it('takes every state of a room, and says who and when', async () => {
    const { as } = await roomScene();
    for (const state of ['inProgress', 'done', 'cancelled', 'todo', 'done', 'inProgress'] as const) {
      const told = await as('ben').actions.setState('kickoff', state);
      assert.deepEqual([told.state, told.status], [state, state]);
    }
    assert.equal(
      await refusalOf(as('ben').actions.setState('kickoff', 'notDone')),
      'invalid-transition · state-of-another-context',
    );
  });

  it('comes last in its section, moves to another one, and back to a place of its own', async () => {
    const { as } = await roomScene();
    const { actions, rooms } = as('ada');
    const order = async () => (await rooms.plan('globex')).actions.map(({ id }) => id);
    await actions.create(roomDraft('more'));
    assert.deepEqual(await order(), ['kickoff', 'pilot', 'more', 'secret', 'launch']);
    await actions.update('more', { context: { sectionId: 'finish' } }, { version: 1 });
    assert.deepEqual(await order(), ['kickoff', 'pilot', 'secret', 'launch', 'more']);
    await actions.update('more', { context: { sectionId: 'start' }, position: '0' }, { version: 2 });
    assert.deepEqual(await order(), ['more', 'kickoff', 'pilot', 'secret', 'launch']);
  });

  it('that becomes internal-only is gone for guests, and what rests on it rests on an internal step', async () => {
    const { as } = await roomScene();
    const shown = (await as('gus').actions.get('pilot')).version;
    await as('ada').actions.update('kickoff', { context: { internalOnly: true } }, { version: 1 });
    assert.equal(await refusalOf(as('gus').actions.get('kickoff')), 'not-found');
    const pilot = await as('gus').actions.get('pilot');
    assert.deepEqual(pilot.due?.rule, { type: 'relative', amount: 0, unit: 'day', anchor: { type: 'internalStep' } });
    assert.equal(pilot.version, shown + 1);
  });

  const refusals: [string, string, Call, string][] = [
    [
      'an anchor that is not there',
      'ada',
      (b) => b.actions.create(roomDraft('x', { due: after(1, dueOf('gone')) })),
      'validation · /due/rule/anchor unknown-anchor',
    ],
    [
      'a negative offset after a completion',
      'ada',
      (b) => b.actions.create(roomDraft('x', { due: after(-1, completed('pilot')) })),
      'validation · /due/rule/amount negative-after-event',
    ],
    [
      'a date out of range',
      'ada',
      (b) =>
        b.actions.create(
          roomDraft('x', { due: { rule: { type: 'relative', amount: 9999, unit: 'month', anchor: dueOf('pilot') } } }),
        ),
      'validation · /due/rule out-of-range',
    ],
    [
      'an assignee outside the room',
      'ada',
      (b) => b.actions.create(roomDraft('x', { assignee: { type: 'person', personId: 'eve' } })),
      'validation · /assignee not-in-room',
    ],
    [
      'an internal-only one for a guest',
      'ada',
      (b) => b.actions.create(roomDraft('x', { internalOnly: true, assignee: { type: 'company' } })),
      'validation · /assignee internal-only',
    ],
    [
      'a section that is not there',
      'ada',
      (b) => b.actions.create(roomDraft('x', { in: 'gone' })),
      'validation · /context/sectionId unknown-section',
    ],
    ['a room that is not there', 'eve', (b) => b.actions.create(roomDraft('x')), 'not-found'],
    [
      'a rule on its own section',
      'ada',
      (b) => b.actions.create(roomDraft('x', { due: after(1, finished('start')) })),
      'dependency-cycle',
    ],
    [
      'a move into the section it rests on',
      'ada',
      async (b) => {
        await b.actions.create(roomDraft('x', { in: 'finish', due: after(1, finished('start')) }));
        await b.actions.update('x', { context: { sectionId: 'start' } }, { version: 1 });
      },
      'dependency-cycle',
    ],
    [
      'a loop through a completion',
      'ada',
      (b) => b.actions.update('kickoff', { due: after(1, completed('launch')) }, { version: 1 }),
      'dependency-cycle',
    ],
    [
      'an edit by a guest',
      'gus',
      (b) => b.actions.update('pilot', { title: 'Mine' }, { version: 1 }),
      'forbidden · room-member',
    ],
    ['a delete by a guest', 'gus', (b) => b.actions.remove('pilot', { version: 1 }), 'forbidden · room-member'],
    [
      'the state of another’s, by a guest',
      'gus',
      (b) => b.actions.setState('kickoff', 'done'),
      'forbidden · room-own-action',
    ],
    [
      'the state of the contact’s, by a colleague',
      'hal',
      (b) => b.actions.setState('pilot', 'done'),
      'forbidden · room-own-action',
    ],
    ['an internal-only one, by a guest', 'gus', (b) => b.actions.setState('secret', 'done'), 'not-found'],
    ['why, of an internal-only one, by a guest', 'gus', (b) => b.actions.explain('secret'), 'not-found'],
    ['anything, by somebody outside', 'eve', (b) => b.actions.get('kickoff'), 'not-found'],
    ['an old version', 'ada', (b) => b.actions.update('kickoff', { title: 'New' }, { version: 9 }), 'version-conflict'],
  ];
  for (const [what, who, call, refusal] of refusals) {
    it(`with ${what} is refused: ${refusal}`, async () => {
      const { as } = await roomScene();
      assert.equal(await refusalOf(call(as(who))), refusal);
    });
  }

  it('that is refused changes nothing', async () => {
    for (const [, who, call] of refusals.filter(([what]) => what !== 'a move into the section it rests on')) {
      const { as, repository } = await roomScene();
      const before = await everything(repository);
      await failureOf(call(as(who)));
      assert.deepEqual(await everything(repository), before);
    }
  });

  it('is merged with what others changed, where it changes other fields', async () => {
    const { as } = await roomScene();
    const base = await as('ada').actions.get('kickoff');
    await as('ben').actions.update('kickoff', { description: 'Theirs' }, { version: base.version });
    const merged = await as('ada').actions.update('kickoff', { title: 'Mine' }, { version: base.version, base });
    assert.deepEqual([merged.title, merged.description], ['Mine', 'Theirs']);
  });

  it('keeps its version where an edit changes nothing', async () => {
    const { as, repository } = await roomScene();
    const before = await everything(repository);
    const same = await as('ada').actions.update('kickoff', { due: on('2026-05-20') }, { version: 1 });
    assert.equal(same.version, 1);
    assert.deepEqual(await everything(repository), before);
  });
});

describe('Deleting', () => {
  it('an action that others rest on keeps their dates or clears them, as it is said', async () => {
    for (const [dependents, launch] of [
      ['freeze', '2026-05-26 fixed'],
      ['clear', 'none'],
    ] as const) {
      const world = await roomScene();
      const { version } = await world.as('ada').actions.get('secret');
      await world.as('ada').actions.remove('secret', { version, dependents });
      assert.equal((await dates(world))['launch'], launch);
      assert.equal(await refusalOf(world.as('ada').actions.get('secret')), 'not-found');
    }
  });

  it('an action nobody rests on asks nothing, and it comes back as it was', async () => {
    const world = await roomScene();
    const { version } = await world.as('ada').actions.get('launch');
    await world.as('ada').actions.remove('launch', { version });
    assert.equal(await refusalOf(world.as('ben').actions.restore('launch')), 'forbidden · deleter-only');
    await world.as('ada').actions.restore('launch');
    assert.deepEqual(await dates(world), BEGUN);
  });

  it('a section deletes its actions, asks about those that rest on them, and brings all back', async () => {
    const world = await roomScene();
    const ada = world.as('ada');
    assert.equal(await refusalOf(ada.sections.remove('start', { version: 1 })), 'has-dependents');
    await ada.sections.remove('start', { version: 1, dependents: 'freeze' });
    assert.deepEqual(await dates(world), { secret: '2026-05-25 fixed', launch: '2026-05-26 settled' });
    assert.equal(await refusalOf(ada.actions.restore('kickoff')), 'forbidden · restore-section-first');
    await ada.sections.restore('start');
    assert.deepEqual(await dates(world), { ...BEGUN, secret: '2026-05-25 fixed', launch: '2026-05-26 settled' });
    assert.equal((await ada.sections.get('start')).version, 3);
  });

  it('the last open action of a section completes it on the latest completion there was', async () => {
    const world = await roomScene();
    const { actions } = world.as('ada');
    await actions.create(roomDraft('next', { in: 'finish', due: after(1, finished('start')) }));
    await actions.setState('kickoff', 'done');
    const { version } = await actions.get('pilot');
    await actions.remove('pilot', { version, dependents: 'freeze' });
    assert.equal((await dates(world))['next'], '2026-05-16 settled');
  });
});

describe('Sections', () => {
  it('are renamed and ordered, and seen by a guest only where they hold something the guest sees', async () => {
    const { as } = await roomScene();
    await as('ada').sections.update('finish', { position: '0', name: 'First' }, { version: 1 });
    assert.deepEqual(
      (await as('ada').rooms.plan('globex')).sections.map(({ name }) => name),
      ['First', 'Start', 'Behind the scenes'],
    );
    assert.equal((await as('gus').sections.get('start')).position, null);
    assert.equal(await refusalOf(as('gus').sections.get('hidden')), 'not-found');
    assert.equal(await refusalOf(as('gus').sections.update('hidden', { name: 'X' }, { version: 1 })), 'not-found');
    assert.equal(
      await refusalOf(as('gus').sections.update('start', { name: 'X' }, { version: 1 })),
      'forbidden · room-member',
    );
    assert.equal(
      await refusalOf(as('ada').sections.update('start', { name: 'X' }, { version: 9 })),
      'version-conflict',
    );
  });
});

describe('Why a date', () => {
  it('is told down to the fact it rests on', async () => {
    const { as } = await roomScene();
    const { due } = await as('ada').actions.explain('launch');
    assert.deepEqual(
      due?.steps.filter(({ type }) => type === 'counted').map(({ actionId }) => actionId),
      ['launch', 'secret', 'pilot'],
    );
  });
  it('is told to a guest down to the internal step', async () => {
    const { as } = await roomScene();
    const explanation = await as('gus').actions.explain('launch');
    assert.doesNotMatch(JSON.stringify(explanation), /secret|hidden|2026-05-25/);
    assert.deepEqual([explanation.due?.date, explanation.due?.basis], ['2026-05-26', 'projected']);
  });
});

describe('In bulk', () => {
  it('every action answers for itself, and all dates that move are kept', async () => {
    const world = await roomScene();
    const answer = await world
      .as('ada')
      .actions.bulk({ operation: 'reschedule', ids: ['kickoff', 'launch', 'gone'], due: on('2026-05-30') });
    assert.deepEqual(
      answer.results.map(({ id, outcome, reason }) => [id, outcome, reason]),
      [
        ['kickoff', 'done', undefined],
        ['launch', 'done', undefined],
        ['gone', 'refused', 'not-found'],
      ],
    );
    const plan = await dates(world);
    assert.deepEqual(
      [plan['kickoff'], plan['pilot'], plan['launch']],
      ['2026-05-30 fixed', '2026-06-02 projected', '2026-05-30 fixed'],
    );
    const { due } = await world.as('ada').actions.get('launch');
    assert.deepEqual([due?.rule.type, due?.pinned], ['relative', '2026-05-30'], 'its rule is lost');
  });

  it('a dry run changes nothing and says the same', async () => {
    const { as, repository } = await roomScene();
    const before = await everything(repository);
    const request: BulkRequest = { operation: 'setState', ids: ['kickoff', 'pilot', 'secret'], state: 'done' };
    const dry = await as('gus').actions.bulk({ ...request, dryRun: true });
    assert.deepEqual(await everything(repository), before);
    assert.deepEqual(dry, await as('gus').actions.bulk(request));
    assert.deepEqual(
      dry.results.map(({ outcome, reason }) => reason ?? outcome),
      ['room-own-action', 'done', 'not-found'],
    );
  });
});

describe('A plan', () => {
  it('holds 2,000 actions and refuses one more', async () => {
    const world = await roomScene();
    const { actions: kept } = await everything(world.repository);
    const [sample] = kept;
    await world.repository.transaction(async (tx) => {
      for (let at = 0; at < 1996; at++)
        await tx.insert('action', { ...(sample as ActionRecord), id: `many-${at}`, due: null });
    });
    assert.equal(
      await refusalOf(world.as('ada').actions.create(roomDraft('more'))),
      'validation · /context/roomId plan-full',
    );
    assert.equal((await world.as('ada').rooms.plan('globex')).actions.length, 2000);
  });
});

describe('After any history', () => {
  it('the dates that are kept are those that the engine gives of what is kept', async () => {
    const ids = ['kickoff', 'pilot', 'secret', 'launch', 'n0', 'n1', 'n2'];
    const id = fc.constantFrom(...ids);
    const anchor = fc.oneof(
      id.map(dueOf),
      id.map(completed),
      fc.constantFrom('start', 'finish', 'hidden').map(finished),
    );
    const due = fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 60 }).map((days) => on(formatDay(parseDay(TODAY) + days - 10))),
      fc.tuple(fc.integer({ min: 0, max: 9 }), anchor).map(([amount, at]) => after(amount, at)),
    );
    const step = fc.oneof(
      fc.record({ type: fc.constant('create' as const), id, section: fc.constantFrom('start', 'finish'), due }),
      fc.record({ type: fc.constant('date' as const), id, due }),
      fc.record({
        type: fc.constant('state' as const),
        id,
        state: fc.constantFrom<ActionState>('todo', 'inProgress', 'done', 'cancelled'),
      }),
      fc.record({ type: fc.constant('move' as const), id, section: fc.constantFrom('start', 'finish', 'hidden') }),
      fc.record({
        type: fc.constant('remove' as const),
        id,
        dependents: fc.constantFrom('freeze' as const, 'clear' as const),
      }),
      fc.record({ type: fc.constant('restore' as const), id }),
      fc.record({ type: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }),
    );
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const world = await roomScene();
        const ada = world.as('ada');
        let day = parseDay(TODAY);
        for (const one of steps) {
          try {
            const { version } =
              one.type === 'wait' || one.type === 'create' || one.type === 'restore'
                ? { version: 0 }
                : await ada.actions.get(one.id);
            if (one.type === 'create') await ada.actions.create(roomDraft(one.id, { in: one.section, due: one.due }));
            else if (one.type === 'date')
              await ada.actions.update(one.id, { due: one.due, title: `T${done}` }, { version });
            else if (one.type === 'state') await ada.actions.setState(one.id, one.state);
            else if (one.type === 'move')
              await ada.actions.update(one.id, { context: { sectionId: one.section } }, { version });
            else if (one.type === 'remove') await ada.actions.remove(one.id, { version, dependents: one.dependents });
            else if (one.type === 'restore') await ada.actions.restore(one.id);
            else {
              world.wait(one.days * 86_400_000);
              day += one.days;
              continue;
            }
            done++;
          } catch (error) {
            if (
              !(error instanceof Error) ||
              error.name !== 'BackendError' ||
              'code' in error === false ||
              error.code === 'internal'
            )
              throw error;
          }
        }
        await ada.actions.create(roomDraft(`last-${done}`));
        const { actions, sections } = await everything(world.repository);
        const inPlan = actions.filter(({ deleted }) => deleted === null);
        const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
        const setting = { roomCreated: TODAY, engagementStart: null, calendar, today: day };
        const resolver = createPlanResolver(
          roomPlanOf(
            sections.filter((s) => s.deleted === null).map((s) => s.id),
            inPlan,
          ),
          setting,
        );
        for (const record of inPlan) {
          const given = resolver.date(record.id, 'due');
          assert.equal(record.due?.date ?? null, given?.day == null ? null : formatDay(given.day), record.id);
          assert.equal(record.due?.basis ?? null, given?.basis ?? null, record.id);
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(done > 300, `${done} changes were made`);
  });
});
