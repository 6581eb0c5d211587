// Items of engagements on the local backend (rulebook §5, §6.1): added, edited, scheduled, done, deleted, by those who may.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engagementScene, fromStart, link, onDay, open } from './engagement-scene.ts';
import { failureOf, refusalOf } from './workspace.ts';

const TIME = '2026-05-20T09:00:00Z';

describe('A draft', () => {
  const schedules: [string, object][] = [
    ['a release', { release: { type: 'immediately' } }],
    ['a due date', { due: { rule: onDay('2026-06-01') } }],
    ['a start time', { startsAt: TIME }],
    ['no release', { release: null }],
  ];
  for (const [what, schedule] of schedules) {
    it(`takes no schedule: ${what}`, async () => {
      const { as, made } = await engagementScene('draft');
      const id = made.items[what === 'a start time' ? 'kick' : 'site'] ?? '';
      assert.equal((await failureOf(as('dora').items.schedule(id, schedule))).code, 'engagement-draft');
    });
  }

  it('takes an item, its title, its content, and how long a session takes', async () => {
    const { as, made } = await engagementScene('draft');
    const dora = as('dora');
    const added = await dora.items.create(made.id, link());
    assert.ok(!added.locked);
    assert.equal(added.state, 'unscheduled');
    const scheduled = dora.items.create(made.id, link({ release: { type: 'immediately' } }));
    assert.equal((await failureOf(scheduled)).code, 'engagement-draft');
    const session = await dora.items.schedule(made.items['kick'] ?? '', { duration: 30, selfScheduling: false });
    assert.deepEqual(!session.locked && session.session?.duration, 30);
  });
});

describe('Scheduling', () => {
  it('by the coach makes an item scheduled, and released on its day on the engagement’s clock', async () => {
    const world = await engagementScene();
    const { as, made } = world;
    const id = made.items['site'] ?? '';
    assert.equal(await refusalOf(as('ben').items.get(id)), 'forbidden · item-locked');
    await as('ada').items.schedule(id, {
      release: { type: 'on', rule: onDay('2026-05-16') },
      due: { rule: fromStart(9) },
    });
    const before = await open(as('ben'), id);
    assert.deepEqual(
      [before.state, before.released, before.content, before.due?.date],
      ['scheduled', false, null, '2026-05-24'],
    );
    // Midnight in Berlin is 22:00 UTC.
    world.wait(12 * 3_600_000 - 1);
    assert.equal((await open(as('ben'), id)).content, null);
    world.wait(1);
    assert.deepEqual((await open(as('ben'), id)).content, { kind: 'link', url: 'https://x.example/site' });
    await as('ada').items.schedule(id, { release: null });
    assert.equal(await refusalOf(as('ben').items.get(id)), 'forbidden · item-locked');
  });

  const refusals: [string, string, object, string][] = [
    [
      'due before release',
      'site',
      { release: { type: 'on', rule: onDay('2026-06-02') }, due: { rule: onDay('2026-06-01') } },
      'validation · /due due-before-release',
    ],
    [
      'due before it is released at once',
      'site',
      { release: { type: 'immediately' }, due: { rule: onDay('2026-05-14') } },
      'validation · /due due-before-release',
    ],
    [
      'a release of a session',
      'kick',
      { release: { type: 'immediately' } },
      'validation · /release session-has-no-release',
    ],
    ['a start time of a link', 'site', { startsAt: TIME }, 'validation · /startsAt sessions-only'],
    ['481 minutes', 'kick', { duration: 481 }, 'validation · /duration too-big'],
    ['half a minute', 'kick', { duration: 0.5 }, 'validation · /duration type'],
    [
      'a date that rests on a room’s making',
      'site',
      { due: { rule: { ...fromStart(1), anchor: { type: 'roomCreated' } } } },
      'validation · /due/rule/anchor engagement-anchor-only',
    ],
    [
      'a date beyond the years',
      'site',
      { due: { rule: { ...fromStart(9999), unit: 'month' } } },
      'validation · /due/rule out-of-range',
    ],
    ['a field nobody knows', 'site', { relase: null }, 'unknown-field · /relase unknown-field'],
  ];
  for (const [what, key, schedule, wanted] of refusals) {
    it(`refuses ${what}`, async () => {
      const { as, made } = await engagementScene();
      const id = made.items[key] ?? '';
      const before = await as('dora').items.get(id);
      assert.equal(await refusalOf(as('ada').items.schedule(id, schedule)), wanted);
      assert.deepEqual(await as('dora').items.get(id), before);
    });
  }

  it('keeps a pin beside the rule', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['site'] ?? '';
    await as('ada').items.schedule(id, { due: { rule: fromStart(9), pinned: '2026-06-06' } });
    const { due } = await open(as('ada'), id);
    assert.deepEqual([due?.rule, due?.date, due?.basis], [fromStart(9), '2026-06-06', 'fixed']);
  });
});

describe('A coachee', () => {
  it('picks the time of a session that allows it, once, and nothing else of it', async () => {
    const { as, made } = await engagementScene();
    const ben = as('ben');
    const id = made.items['kick'] ?? '';
    assert.equal(
      await refusalOf(ben.items.schedule(id, { startsAt: TIME, duration: 30 })),
      'forbidden · coachee-sets-time-only',
    );
    const picked = await ben.items.schedule(id, { startsAt: TIME });
    assert.ok(!picked.locked);
    assert.deepEqual(
      [picked.state, picked.session?.startsAt, picked.content],
      ['scheduled', TIME, { kind: 'session', place: 'Room 1' }],
    );
    assert.equal(
      await refusalOf(ben.items.schedule(id, { startsAt: '2026-05-21T09:00:00Z' })),
      'forbidden · coachee-time-once',
    );
    assert.equal(await refusalOf(ben.items.schedule(id, { startsAt: null })), 'forbidden · coachee-time-once');
  });

  const times: [string, string, string][] = [
    ['in the past', '2026-05-15T09:59:59Z', 'validation · /startsAt in-past'],
    ['after the end', '2026-08-31T22:00:00Z', 'validation · /startsAt outside-engagement'],
    ['that is none', 'tomorrow', 'validation · /startsAt invalid · /startsAt invalid'],
  ];
  for (const [what, startsAt, wanted] of times) {
    it(`picks no time ${what}`, async () => {
      const { as, made } = await engagementScene();
      assert.equal(await refusalOf(as('ben').items.schedule(made.items['kick'] ?? '', { startsAt })), wanted);
    });
  }

  it('who picks a time at the same moment as another is told that it is set', async () => {
    const { as, made } = await engagementScene('shared', { coacheeIds: ['ben', 'gus'], mode: 'shared' });
    const id = made.items['kick'] ?? '';
    const pick = async (who: string, day: number) => {
      try {
        await as(who).items.schedule(id, { startsAt: `2026-05-2${day}T09:00:00Z` });
        return 'done';
      } catch (error) {
        return (error as { rule?: string }).rule;
      }
    };
    const answers = await Promise.all([pick('ben', 0), pick('gus', 1)]);
    assert.deepEqual(answers.sort(), ['coachee-time-once', 'done']);
  });

  it('who says which version they decided on is shown that another came first', async () => {
    const { as, made } = await engagementScene('shared', { coacheeIds: ['ben', 'gus'], mode: 'shared' });
    const id = made.items['kick'] ?? '';
    const { version } = await open(as('gus'), id);
    await as('ben').items.schedule(id, { startsAt: TIME });
    const failure = await failureOf(as('gus').items.schedule(id, { startsAt: '2026-05-21T09:00:00Z' }, { version }));
    assert.equal(failure.code, 'version-conflict');
    assert.equal((failure.current as { session: { startsAt: string } }).session.startsAt, TIME);
  });

  const forged: [
    string,
    string,
    (b: Awaited<ReturnType<typeof engagementScene>>, id: string) => Promise<unknown>,
    string,
  ][] = [
    [
      'complete a locked item',
      'site',
      ({ as }, id) => as('ben').items.complete(id, { completed: true }),
      'item-locked',
    ],
    [
      'complete what is not released',
      'deck',
      ({ as }, id) => as('ben').items.complete(id, { completed: true }),
      'item-not-released',
    ],
    [
      'complete a session',
      'kick',
      ({ as }, id) => as('ben').items.complete(id, { completed: true }),
      'session-completed-by-coach',
    ],
    [
      'schedule a locked item',
      'site',
      ({ as }, id) => as('ben').items.schedule(id, { release: { type: 'immediately' } }),
      'engagement-coach',
    ],
    [
      'edit a locked item',
      'site',
      ({ as }, id) => as('ben').items.update(id, { title: 'x' }, { version: 1 }),
      'engagement-coach',
    ],
    ['delete a locked item', 'site', ({ as }, id) => as('ben').items.remove(id, { version: 1 }), 'engagement-coach'],
    ['add an item', 'site', ({ as, made }) => as('ben').items.create(made.id, link()), 'engagement-coach'],
    ['share', 'site', ({ as, made }) => as('ben').engagements.share(made.id), 'engagement-admin'],
  ];
  for (const [what, key, forge, rule] of forged) {
    it(`cannot ${what}, however it is asked for`, async () => {
      const world = await engagementScene();
      assert.equal(await refusalOf(forge(world, world.made.items[key] ?? '')), `forbidden · ${rule}`);
    });
  }
});

describe('A spectator', () => {
  it('changes nothing', async () => {
    const { as, made } = await engagementScene('shared', { spectatorIds: ['eve'] });
    const eve = as('eve');
    const id = made.items['kick'] ?? '';
    for (const attempt of [
      eve.items.schedule(id, { startsAt: TIME }),
      eve.items.complete(id, { completed: true }),
      eve.items.update(id, { title: 'x' }, { version: 1 }),
      eve.items.remove(id, { version: 1 }),
      eve.items.create(made.id, link()),
    ])
      assert.equal(await refusalOf(attempt), 'forbidden · spectator-reads');
    for (const attempt of [
      eve.engagements.update(made.id, { title: 'x' }, { version: 1 }),
      eve.engagements.activate(made.id),
      eve.engagements.share(made.id),
      eve.engagements.unshare(made.id),
      eve.engagements.remove(made.id, { version: 1 }),
    ])
      assert.equal(await refusalOf(attempt), 'forbidden · engagement-admin');
  });
});

describe('The coach', () => {
  it('adds items and edits, moves and deletes those of kind action alone', async () => {
    const { as, made } = await engagementScene();
    const ada = as('ada');
    const added = await ada.items.create(made.id, link());
    assert.equal(
      await refusalOf(ada.items.update(added.id, { title: 'x' }, { version: 1 })),
      'forbidden · coach-edits-actions',
    );
    assert.equal(await refusalOf(ada.items.remove(added.id, { version: 1 })), 'forbidden · coach-edits-actions');
    const action = await ada.items.create(made.id, { title: 'Do', content: { kind: 'action' } });
    const edited = await ada.items.update(action.id, { title: 'Do it' }, { version: 1 });
    await ada.items.remove(edited.id, { version: 2 });
    assert.equal(await refusalOf(ada.items.get(action.id)), 'not-found');
    await ada.items.restore(action.id);
    assert.equal((await open(ada, action.id)).title, 'Do it');
  });

  it('completes a session and takes it back', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['kick'] ?? '';
    const done = await as('ada').items.complete(id, { completed: true });
    assert.ok(!done.locked);
    assert.deepEqual([done.state, done.completed?.by], ['completed', 'ada']);
    assert.deepEqual(await as('ada').items.complete(id, { completed: true }), done);
    const back = await as('ada').items.complete(id, { completed: false });
    assert.equal(!back.locked && back.state, 'unscheduled');
  });

  it('moves nothing that is scheduled', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['quiz'] ?? '';
    const { version } = await open(as('dora'), id);
    assert.equal(
      await refusalOf(as('dora').items.update(id, { position: 'V99' }, { version })),
      'forbidden · item-scheduled',
    );
  });
});

describe('What was deleted', () => {
  it('before the engagement was shown to them is to nobody else a thing that was there', async () => {
    const { as, made, wait } = await engagementScene('draft', { spectatorIds: ['eve'] });
    const [dora, ada, ben, eve] = [as('dora'), as('ada'), as('ben'), as('eve')];
    const gone = async () => {
      const { id } = await dora.items.create(made.id, link());
      await dora.items.remove(id, { version: 1 });
      wait(1000);
      return id;
    };
    const inDraft = await gone();
    await dora.engagements.activate(made.id);
    wait(1000);
    const unshared = await gone();
    await dora.engagements.share(made.id);
    wait(1000);
    const shared = await gone();
    const answers = async (id: string) => Promise.all([ada, ben, eve].map(({ items }) => refusalOf(items.restore(id))));
    const saw = 'forbidden · deleter-only';
    assert.deepEqual(await answers(inDraft), ['not-found', 'not-found', 'not-found']);
    assert.deepEqual(await answers(unshared), [saw, 'not-found', saw]);
    assert.deepEqual(await answers(shared), [saw, saw, saw]);
    assert.equal(await refusalOf(as('fay').items.restore(shared)), 'not-found');
    assert.equal((await open(dora, (await dora.items.restore(inDraft)).id)).title, 'One more');
  });

  it('of its actions too', async () => {
    const { as, made, wait } = await engagementScene('active');
    wait(1000);
    const { items } = await as('dora').actions.list({ context: `engagement:${made.id}` });
    const [action] = items;
    assert.ok(action);
    await as('dora').actions.remove(action.id, { version: action.version });
    wait(1000);
    await as('dora').engagements.share(made.id);
    assert.equal(await refusalOf(as('ben').actions.restore(action.id)), 'not-found');
    assert.equal(await refusalOf(as('ada').actions.restore(action.id)), 'forbidden · deleter-only');
  });
});

describe('What a coachee hands in', () => {
  const RIGHT = [
    { key: 'why', text: 'To lead' },
    { key: 'how', text: '4' },
    { key: 'which', text: 'That' },
  ];
  const wrong: [string, object, string][] = [
    [
      'without an answer',
      { completed: true },
      '/answers/why required · /answers/how required · /answers/which required',
    ],
    [
      'with an empty answer',
      { completed: true, answers: [{ key: 'why', text: ' ' }, ...RIGHT.slice(1)] },
      '/answers/why required',
    ],
    [
      'off the scale',
      { completed: true, answers: RIGHT.map((one) => (one.key === 'how' ? { key: 'how', text: '6' } : one)) },
      '/answers/how choice',
    ],
    [
      'with none of the options',
      { completed: true, answers: RIGHT.map((one) => (one.key === 'which' ? { key: 'which', text: 'Both' } : one)) },
      '/answers/which choice',
    ],
    [
      'to a question there is not',
      { completed: false, answers: [{ key: 'nay', text: 'x' }] },
      '/answers/nay unknown-question',
    ],
    ['twice to one question', { completed: false, answers: [RIGHT[0], RIGHT[0]] }, '/answers/why duplicate'],
    ['with a text', { completed: true, text: 'x' }, '/text feedback-only'],
  ];
  for (const [what, completion, wanted] of wrong) {
    it(`is refused ${what}`, async () => {
      const { as, made } = await engagementScene();
      assert.equal(
        await refusalOf(as('ben').items.complete(made.items['quiz'] ?? '', completion as never)),
        `validation · ${wanted}`,
      );
    });
  }

  it('is saved for later, handed in, and taken back', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['quiz'] ?? '';
    const ben = as('ben');
    const saved = await ben.items.complete(id, { completed: false, answers: RIGHT.slice(0, 2) });
    assert.equal(!saved.locked && saved.state, 'scheduled');
    assert.equal(
      (await refusalOf(ben.items.complete(id, { completed: true }))).endsWith('/answers/which required'),
      true,
    );
    const done = await ben.items.complete(id, { completed: true, answers: RIGHT });
    assert.ok(!done.locked);
    assert.deepEqual([done.state, done.responses[0]?.answers], ['completed', RIGHT]);
    assert.equal((await open(as('ada'), id)).state, 'completed');
    const back = await ben.items.complete(id, { completed: false });
    assert.ok(!back.locked);
    assert.deepEqual([back.state, back.responses[0]?.answers], ['scheduled', RIGHT]);
  });

  it('of feedback is a text', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['voice'] ?? '';
    assert.equal(await refusalOf(as('ben').items.complete(id, { completed: true })), 'validation · /text required');
    await as('ben').items.complete(id, { completed: true, text: 'Well' });
    assert.equal((await open(as('ada'), id)).responses[0]?.text, 'Well');
  });

  it('in a shared engagement is each one’s own: all of it makes the item completed', async () => {
    const { as, made } = await engagementScene('shared', {
      coacheeIds: ['ben', 'gus'],
      mode: 'shared',
      spectatorIds: ['eve'],
    });
    const id = made.items['voice'] ?? '';
    const gus = await as('gus').items.get(id);
    await as('ben').items.complete(id, { completed: true, text: 'Bens own words' });
    const states = async () =>
      Promise.all(['ada', 'ben', 'gus', 'eve'].map(async (who) => (await open(as(who), id)).state));
    assert.deepEqual(await states(), ['scheduled', 'completed', 'scheduled', 'scheduled']);
    assert.deepEqual(await as('gus').items.get(id), gus, 'nothing of it is told to the other, its version neither');
    await as('gus').items.complete(id, { completed: true, text: 'And his' });
    assert.deepEqual(await states(), ['completed', 'completed', 'completed', 'completed']);
    assert.doesNotMatch(JSON.stringify(await as('gus').engagements.get(made.id)), /Bens own words/);
    await as('gus').items.complete(id, { completed: false });
    assert.deepEqual(await states(), ['scheduled', 'completed', 'scheduled', 'scheduled']);
  });

  it('is not handed in for them by the coach, who completes the item outright', async () => {
    const { as, made } = await engagementScene('shared', { coacheeIds: ['ben', 'gus'], mode: 'shared' });
    const id = made.items['voice'] ?? '';
    assert.equal(
      await refusalOf(as('ada').items.complete(id, { completed: true, text: 'x' })),
      'validation · /text coachee-only',
    );
    await as('ben').items.complete(id, { completed: true, text: 'Well' });
    await as('ada').items.complete(id, { completed: true });
    await as('ben').items.complete(id, { completed: false });
    assert.equal((await open(as('gus'), id)).state, 'completed');
  });
});
