// Templates on the local backend: who makes, sees and changes them, what is refused, rooms made from one, and a room's plan
// saved as one and made again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import type { Id, TemplateRecord } from '@followthrough/core/schema';
import { after, completed, fillRoom, on, roomDraft, roomScene } from './room-scene.ts';
import { EVALUATION, REFUSED } from './template-scene.ts';
import { everything, failureOf, refusalOf, scene, type Scene } from './workspace.ts';

async function templateScene(): Promise<Scene> {
  const world = scene();
  await world.as('dora').templates.create({ id: 'evaluation', name: 'Evaluation', content: EVALUATION });
  return world;
}

/** A template as an import may have left it. */
function imported(content: TemplateRecord['content'], id: Id = 'imported'): TemplateRecord {
  const at = '2026-01-05T08:00:00.000Z';
  const made = { createdBy: 'ada', createdAt: at, updatedAt: at, updatedBy: 'ada', version: 1, deleted: null };
  return { id, name: id, content, ...made };
}

/** A plan in short: each action with its dates and their bases. */
async function planIn(backend: Backend, roomId: Id): Promise<string[]> {
  const { sections, actions } = await backend.rooms.plan(roomId);
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  return actions.map(({ title, context, start, due, assignee }) =>
    [
      context.type === 'room' ? names.get(context.sectionId) : '',
      title,
      assignee?.type ?? 'nobody',
      ...[start, due].map((date) => date && `${date.date} ${date.basis}`),
    ].join(' | '),
  );
}

describe('A template', () => {
  it('is made by an admin, and of nothing by no one else', async () => {
    const { as } = scene();
    const made = await as('dora').templates.create({ id: 't', name: 'T', content: EVALUATION });
    assert.deepEqual([made.version, made.createdBy, made.may], [1, 'dora', { edit: true, delete: true }]);
    for (const who of ['ada', 'gus'])
      assert.equal(
        await refusalOf(as(who).templates.create({ name: 'T', content: EVALUATION })),
        'forbidden · template-maker',
      );
  });

  it('is seen by all of our team, by name and without what is in it, and by no guest', async () => {
    const { as } = await templateScene();
    await as('dora').templates.create({ id: 'empty', name: 'an empty one', content: { kind: 'room', sections: [] } });
    for (const who of ['dora', 'eve']) {
      const { items, count } = await as(who).templates.list({ count: true });
      assert.deepEqual(
        items.map(({ name, sectionCount, actionCount, kind }) => [name, sectionCount, actionCount, kind]),
        [
          ['an empty one', 0, 0, 'room'],
          ['Evaluation', 2, 4, 'room'],
        ],
      );
      assert.deepEqual([count, 'content' in (items[0] ?? {})], [2, false]);
      assert.deepEqual(
        (await as(who).templates.list({ query: 'EVAL' })).items.map(({ id }) => id),
        ['evaluation'],
      );
      assert.deepEqual((await as(who).templates.get('evaluation')).content, EVALUATION);
    }
    assert.deepEqual(await as('gus').templates.list({ count: true }), { items: [], next: null, count: 0 });
    for (const call of [
      as('gus').templates.get('evaluation'),
      as('gus').templates.check('evaluation'),
      as('gus').templates.update('evaluation', { name: 'Mine' }, { version: 1 }),
      as('gus').templates.remove('evaluation', { version: 1 }),
      as('gus').templates.restore('evaluation'),
      as('dora').templates.get('nowhere'),
    ])
      assert.equal(await refusalOf(call), 'not-found');
  });

  it('is changed and deleted by its maker and admins, and by nobody else of our team', async () => {
    const { as } = await roomScene();
    await as('ben').templates.create({ id: 'plan', name: 'Plan', roomId: 'globex' });
    for (const who of ['ada', 'eve'])
      for (const call of [
        as(who).templates.update('plan', { name: 'X' }, { version: 1 }),
        as(who).templates.remove('plan', { version: 1 }),
      ])
        assert.equal(await refusalOf(call), 'forbidden · template-changer');
    assert.equal((await as('eve').templates.get('plan')).may.edit, 'template-changer');
    assert.equal(
      await refusalOf(as('ben').templates.update('plan', { name: 'X' }, { version: 2 })),
      'version-conflict',
    );
    const renamed = await as('ben').templates.update('plan', { name: 'Renamed' }, { version: 1 });
    assert.deepEqual([renamed.name, renamed.version], ['Renamed', 2]);
    const same = await as('dora').templates.update('plan', { content: renamed.content }, { version: 2 });
    assert.deepEqual([same.version, same.updatedBy], [2, 'ben'], 'what changes nothing keeps the version');
    const changed = await as('dora').templates.update('plan', { content: EVALUATION }, { version: 2 });
    assert.deepEqual([changed.version, changed.updatedBy, changed.createdBy], [3, 'dora', 'ben']);

    await as('ben').templates.remove('plan', { version: 3 });
    assert.deepEqual((await as('ben').templates.list()).items, []);
    assert.equal(await refusalOf(as('ben').templates.get('plan')), 'not-found');
    assert.equal(await refusalOf(as('dora').templates.restore('plan')), 'forbidden · deleter-only');
    assert.equal((await as('ben').templates.restore('plan')).version, 5);
    assert.equal((await as('ben').templates.restore('plan')).version, 5);
  });

  it('can be restored for 30 days', async () => {
    const { as, wait } = await templateScene();
    await as('dora').templates.remove('evaluation', { version: 1 });
    wait(31 * 86_400_000);
    assert.equal(await refusalOf(as('dora').templates.restore('evaluation')), 'not-found');
  });

  for (const [what, content, refusal] of REFUSED) {
    it(`with ${what} is refused when it is made, changed and used, with the place named`, async () => {
      const { as, repository } = scene([], { templates: [imported(content)] });
      const before = await everything(repository);
      assert.equal(await refusalOf(as('dora').templates.create({ name: 'T', content })), refusal);
      assert.equal(await refusalOf(as('ada').templates.update('imported', { content }, { version: 1 })), refusal);
      const draft = { name: 'R', companyId: 'globex', templateId: 'imported' };
      const [code = '', , fault = ''] = refusal.split(/ · | (?=[a-z-]+$)/);
      assert.equal(await refusalOf(as('ada').rooms.create(draft)), `${code} · /templateId ${fault}`);
      assert.match((await failureOf(as('ada').rooms.create(draft))).errors[0]?.message ?? '', /^\/content\/sections/);
      assert.deepEqual(await everything(repository), before);
      const { faults } = await as('eve').templates.check('imported');
      assert.equal(`${faults[0]?.pointer} ${faults[0]?.code}`, refusal.split(' · ')[1]);
    });
  }

  it('with a loop names it in order', async () => {
    const { as } = scene();
    const [, content] = REFUSED.find(([what]) => what.startsWith('a loop')) ?? [];
    assert.ok(content);
    const { path } = await failureOf(as('dora').templates.create({ name: 'T', content }));
    assert.deepEqual(path, ['a', 't', 'c']);
  });

  it('is made of content or of a room, not of both and not of neither', async () => {
    const { as } = await roomScene();
    const { templates } = as('dora');
    assert.equal(await refusalOf(templates.create({ name: 'T' })), 'validation ·  invalid');
    assert.equal(
      await refusalOf(templates.create({ name: 'T', roomId: 'globex', content: EVALUATION })),
      'validation ·  invalid',
    );
  });

  it('is checked on a sample day, and by a calendar of one’s own', async () => {
    const { as } = await templateScene();
    const { start, faults, warnings, actions } = await as('eve').templates.check('evaluation');
    assert.deepEqual([start, faults], ['2026-05-15', []]);
    assert.deepEqual(
      warnings.map(({ code, action, date }) => [code, action, date]),
      [
        ['unassigned', 'margin', undefined],
        ['day-off', 'margin', '2026-05-24'],
      ],
    );
    assert.deepEqual(actions[0], { key: 'kickoff', start: null, due: { date: '2026-05-19', basis: 'settled' } });
    const everyDay = { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: ['2027-01-03'] };
    const sampled = await as('eve').templates.check('evaluation', { start: '2027-01-01', calendar: everyDay });
    assert.deepEqual(sampled.actions[0]?.due, { date: '2027-01-04', basis: 'settled' });
    const never = { workingWeekdays: [], holidays: [] };
    assert.equal(
      await refusalOf(as('eve').templates.check('evaluation', { calendar: never })),
      'validation · /calendar/workingWeekdays too-small',
    );
  });
});

describe('A room made from a template', () => {
  it('has its sections and actions with their dates, kept and told', async () => {
    const { as, repository } = await templateScene();
    const room = await as('eve').rooms.create({ id: 'r', name: 'R', companyId: 'globex', templateId: 'evaluation' });
    assert.deepEqual([room.version, room.memberIds, room.guests], [1, ['eve'], []]);
    assert.deepEqual(await planIn(as('eve'), 'r'), [
      'Section start | Kick-off | primaryContact |  | 2026-05-19 settled',
      'Section start | Pilot | company |  | 2026-05-26 projected',
      'Section start | Margin call | nobody |  | 2026-05-24 projected',
      'Section finish | Rollout | primaryContact | 2026-05-28 projected | 2026-05-29 projected',
    ]);
    const { actions, stateChanges } = await everything(repository);
    assert.deepEqual(
      actions.map(({ title, due }) => `${title} ${due?.date}`),
      ['Kick-off 2026-05-19', 'Pilot 2026-05-26', 'Margin call 2026-05-24', 'Rollout 2026-05-29'],
    );
    assert.deepEqual(
      stateChanges.map(({ from, to }) => [from, to]),
      actions.map(() => [null, 'todo']),
    );
    await as('eve').rooms.share('r', 'gus');
    assert.deepEqual(
      (await as('gus').rooms.plan('r')).actions.map(({ title }) => title),
      ['Kick-off', 'Pilot', 'Rollout'],
    );
  });

  it('moves as any other: the copies rest on one another', async () => {
    const { as } = await templateScene();
    await as('ada').rooms.create({ id: 'r', name: 'R', companyId: 'globex', templateId: 'evaluation' });
    await as('ada').rooms.create({ id: 'other', name: 'R', companyId: 'globex', templateId: 'evaluation' });
    const [kickoff, pilot] = (await as('ada').rooms.plan('r')).actions;
    assert.ok(kickoff && pilot);
    const done = await as('ada').actions.setState(kickoff.id, 'done');
    assert.deepEqual(
      done.moved?.map(({ from, to, basis }) => [from, to, basis.to]),
      [
        ['2026-05-26', '2026-05-22', 'settled'],
        ['2026-05-24', '2026-05-20', 'settled'],
        ['2026-05-29', '2026-05-25', 'projected'],
        ['2026-05-28', '2026-05-24', 'projected'],
      ],
    );
    assert.match((await planIn(as('ada'), 'other'))[1] ?? '', /2026-05-26 projected/);
  });

  it('stays as it is when the template changes or goes', async () => {
    const { as } = await templateScene();
    await as('ada').rooms.create({ id: 'r', name: 'R', companyId: 'globex', templateId: 'evaluation' });
    const before = await as('ada').rooms.plan('r');
    await as('dora').templates.update('evaluation', { content: { kind: 'room', sections: [] } }, { version: 1 });
    await as('dora').templates.remove('evaluation', { version: 2 });
    assert.deepEqual(await as('ada').rooms.plan('r'), before);
  });

  it('is refused where there is no such template, where it was deleted, and to guests', async () => {
    const { as } = await templateScene();
    const draft = { name: 'R', companyId: 'globex', templateId: 'evaluation' };
    assert.equal(await refusalOf(as('gus').rooms.create(draft)), 'forbidden · room-maker');
    const unknown = 'validation · /templateId unknown-template';
    assert.equal(await refusalOf(as('ada').rooms.create({ ...draft, templateId: 'nowhere' })), unknown);
    await as('dora').templates.remove('evaluation', { version: 1 });
    assert.equal(await refusalOf(as('ada').rooms.create(draft)), unknown);
  });

  it('is refused where a date would lie beyond the years that can be written, and nothing is made', async () => {
    const rule = { type: 'relative', amount: 10_000, unit: 'month', anchor: { type: 'roomCreated' } } as const;
    const far = { key: 'a', title: 'Far', assignee: 'company', due: rule } as const;
    const content: TemplateRecord['content'] = { kind: 'room', sections: [{ key: 's', name: 'S', actions: [far] }] };
    const { as, repository } = scene([], { templates: [imported(content)] });
    const before = await everything(repository);
    const draft = { name: 'R', companyId: 'globex', templateId: 'imported' };
    assert.equal(await refusalOf(as('ada').rooms.create(draft)), 'validation · /templateId out-of-range');
    assert.deepEqual(await everything(repository), before);
  });

  it('is made once under one intent', async () => {
    const { as, repository } = await templateScene();
    const draft = { name: 'R', companyId: 'globex', templateId: 'evaluation' };
    const intent = 'made-from-a-template';
    const [one, again] = [
      await as('ada').rooms.create(draft, { intent }),
      await as('ada').rooms.create(draft, { intent }),
    ];
    assert.equal(one.id, again.id);
    const { rooms, actions } = await everything(repository);
    assert.deepEqual([rooms.length, actions.length], [1, 4]);
  });

  it('holds 2,000 actions', async () => {
    const actions = Array.from({ length: 2000 }, (_, at) => {
      const anchor =
        at === 0 ? ({ type: 'roomCreated' } as const) : ({ type: 'actionDue', action: `a${at - 1}` } as const);
      const due = { type: 'relative', amount: at % 7 === 0 ? 1 : 0, unit: 'day', anchor } as const;
      return { key: `a${at}`, title: `A ${at}`, assignee: 'company' as const, due };
    });
    // The last comes first, so that each rests on what comes after it.
    const content: TemplateRecord['content'] = {
      kind: 'room',
      sections: [{ key: 's', name: 'S', actions: actions.toReversed() }],
    };
    const { as } = scene([], { templates: [imported(content)] });
    await as('ada').rooms.create({ id: 'r', name: 'R', companyId: 'globex', templateId: 'imported' });
    const plan = await as('ada').rooms.plan('r');
    assert.deepEqual(
      [plan.actions.length, plan.actions[0]?.title, plan.actions[0]?.due?.date, plan.finish.date],
      [2000, 'A 1999', '2027-02-25', '2027-02-25'],
    );
  });
});

describe('A room’s plan saved as a template', () => {
  it('is made by its members and admins, by no guest, and to others the room is not there', async () => {
    const { as } = await roomScene();
    const draft = { name: 'Plan', roomId: 'globex' };
    for (const who of ['ada', 'ben', 'dora']) assert.equal((await as(who).templates.create(draft)).createdBy, who);
    assert.equal(await refusalOf(as('gus').templates.create(draft)), 'forbidden · template-maker');
    assert.equal(await refusalOf(as('ivy').templates.create(draft)), 'forbidden · template-maker');
    assert.equal(await refusalOf(as('eve').templates.create(draft)), 'not-found');
    assert.equal(await refusalOf(as('dora').templates.create({ name: 'Plan', roomId: 'nowhere' })), 'not-found');
  });

  it('makes a room with the same plan, from its own making on', async () => {
    const { as, wait } = await roomScene();
    await as('ada').actions.setState('kickoff', 'done');
    await as('ada').templates.create({ id: 'plan', name: 'Plan', roomId: 'globex' });
    wait(7 * 86_400_000);
    await as('eve').rooms.create({ id: 'again', name: 'Again', companyId: 'initech', templateId: 'plan' });
    // The kick-off was due 5 days after the making, on the 20th; now that is the 27th, and it is still to be done.
    assert.deepEqual(await planIn(as('eve'), 'again'), [
      'Start | Title of kickoff | nobody |  | 2026-05-27 settled',
      'Start | Title of pilot | primaryContact |  | 2026-05-30 projected',
      'Behind the scenes | Margin call | nobody |  | 2026-06-01 projected',
      'Finish | Title of launch | company |  | 2026-06-02 projected',
    ]);
    await as('eve').rooms.share('again', 'ivy');
    assert.deepEqual(
      (await as('ivy').rooms.plan('again')).actions.map(({ title }) => title),
      ['Title of kickoff', 'Title of pilot', 'Title of launch'],
    );
  });

  it('leaves out what was deleted, and rules that rested on it', async () => {
    const { as } = await roomScene();
    await as('ada').actions.create(
      roomDraft('extra', { due: after(1, completed('kickoff')), start: on('2026-05-18') }),
    );
    const { version } = await as('ada').actions.get('extra');
    await as('ada').actions.remove('extra', { version });
    const { content } = await as('ada').templates.create({ name: 'Plan', roomId: 'globex' });
    assert.ok(content.kind === 'room');
    assert.deepEqual(
      content.sections.flatMap(({ actions }) => actions.map(({ key }) => key)),
      ['title-of-kickoff', 'title-of-pilot', 'margin-call', 'title-of-launch'],
    );
  });

  it('of an empty room is an empty template', async () => {
    const { as } = scene();
    await fillRoom(as('ada'));
    await as('ada').rooms.create({ id: 'empty', name: 'Empty', companyId: 'globex' });
    const { content } = await as('ada').templates.create({ name: 'Empty', roomId: 'empty' });
    assert.deepEqual(content, { kind: 'room', sections: [] });
  });
});
