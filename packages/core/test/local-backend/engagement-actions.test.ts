// The actions of engagements (rulebook §2, §5, §6.1): they come to be with their item's release, say what it says, and are seen by
// whoever sees the engagement.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionOf, actionsIn, engagementScene, onDay, open } from './engagement-scene.ts';
import { failureOf, refusalOf } from './workspace.ts';

const DAY = 86_400_000;
const TODO = 'Ask three people';
const BOTH = { coacheeIds: ['ben', 'gus'], mode: 'shared' as const, spectatorIds: ['eve'] };

describe('A released item of kind action', () => {
  it('becomes an action of each coachee, made by whoever scheduled it, with the item’s words and due date', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const actions = await actionsIn(as('ada'), made.id);
    assert.deepEqual(
      actions.map(({ title, description, assignee, due, createdBy, context, state }) => ({
        title,
        description,
        assignee,
        due: due?.date,
        createdBy,
        context,
        state,
      })),
      ['ben', 'gus'].map((personId) => ({
        title: TODO,
        description: 'What do they see?',
        assignee: { type: 'person', personId },
        due: '2026-05-29',
        createdBy: 'dora',
        context: { type: 'engagement', engagementId: made.id, itemId: made.items['todo'] },
        state: 'todo',
      })),
    );
  });

  it('does so with the day where it is released on one, for whoever lists or looks first', async () => {
    for (const who of ['ben', 'ada', 'eve', 'dora']) {
      const world = await engagementScene('shared', { spectatorIds: ['eve'] });
      world.wait(6 * DAY);
      assert.equal((await actionsIn(world.as(who), world.made.id)).length, 1);
      const item = await open(world.as('dora'), world.made.items['later'] ?? '');
      world.wait(DAY);
      assert.equal((await actionsIn(world.as(who), world.made.id)).length, 2);
      const after = await open(world.as('dora'), world.made.items['later'] ?? '');
      assert.deepEqual([after.version, after.actionIds.length], [item.version, 1], 'the day makes no version');
      assert.deepEqual(
        (await actionsIn(world.as('ben'), world.made.id)).map(({ title }) => title),
        ['Ask them again', TODO],
      );
    }
  });

  it('does not in a draft', async () => {
    const world = await engagementScene('draft');
    world.wait(30 * DAY);
    assert.deepEqual(await actionsIn(world.as('dora'), world.made.id), []);
  });

  it('takes its actions back where it is released later, or no more', async () => {
    const { as, made } = await engagementScene();
    const id = made.items['todo'] ?? '';
    await as('ada').items.schedule(id, { release: { type: 'on', rule: onDay('2026-05-20') } });
    assert.deepEqual(await actionsIn(as('ben'), made.id), []);
    await as('ada').items.schedule(id, { release: { type: 'immediately' } });
    const action = await actionOf(as('ben'), made.id);
    assert.equal(action.createdBy, 'ada');
  });
});

describe('An engagement’s action', () => {
  it('is seen by admins, coach, spectators and, while shared, coachees; by spectators without its description', async () => {
    const { as, made } = await engagementScene('active', BOTH);
    const seen = async () => {
      const counts = [];
      for (const who of ['dora', 'ada', 'eve', 'ben', 'gus', 'fay', 'ivy'])
        counts.push((await as(who).actions.list({ context: 'engagement' })).items.length);
      return counts.join('');
    };
    assert.equal(await seen(), '2220000');
    await as('dora').engagements.share(made.id);
    assert.equal(await seen(), '2222200');
    const { id } = await actionOf(as('ben'), made.id);
    await as('dora').engagements.unshare(made.id);
    assert.equal(await seen(), '2220000');
    assert.equal(await refusalOf(as('ben').actions.get(id)), 'not-found');
    const told = await as('eve').actions.get(id);
    assert.deepEqual([told.description, told.createdBy, told.updatedBy], ['', null, null]);
    const found = async (who: string) => (await as(who).actions.list({ query: 'what do they see' })).items.length;
    assert.deepEqual([await found('ada'), await found('eve')], [2, 0]);
  });

  it('may be changed as the rules say', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const may = async (who: string) => Object.values((await actionOf(as(who), made.id)).may);
    assert.deepEqual(await may('dora'), [true, true, true]);
    assert.deepEqual(await may('ada'), [true, true, true]);
    assert.deepEqual(await may('ben'), ['engagement-coach', true, 'engagement-coach']);
    assert.deepEqual(await may('eve'), ['spectator-reads', 'spectator-reads', 'spectator-reads']);
    const { id, version } = await actionOf(as('ben'), made.id);
    assert.equal(
      await refusalOf(as('ben').actions.update(id, { title: 'x' }, { version })),
      'forbidden · engagement-coach',
    );
    assert.equal(await refusalOf(as('eve').actions.setState(id, 'done')), 'forbidden · spectator-reads');
    assert.equal(await refusalOf(as('ben').actions.remove(id, { version })), 'forbidden · engagement-coach');
  });

  it('is not made by itself', async () => {
    const { as, made } = await engagementScene();
    const context = { type: 'engagement', engagementId: made.id, itemId: made.items['todo'] ?? '' } as const;
    assert.equal(
      await refusalOf(as('ada').actions.create({ context, title: 'x' })),
      'validation · /context/type not-offered',
    );
  });

  it('says what its item says, whichever is edited, and so do the others of the item', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const item = made.items['todo'] ?? '';
    const { id, version } = await actionOf(as('ada'), made.id);
    const due = { rule: onDay('2026-06-02') };
    await as('ada').actions.update(id, { title: 'Ask five', description: 'Anew', due }, { version });
    const told = await open(as('ada'), item);
    assert.deepEqual(
      [told.title, told.content, told.due?.date],
      ['Ask five', { kind: 'action', description: 'Anew' }, '2026-06-02'],
    );
    await as('ada').items.update(item, { title: 'Ask six' }, { version: told.version });
    const actions = await actionsIn(as('ben'), made.id);
    assert.deepEqual(
      actions.map(({ title, description, due: date, version: at }) => [title, description, date?.date, at]),
      [1, 2].map(() => ['Ask six', 'Anew', '2026-06-02', 3]),
    );
  });

  it('is somebody’s of the engagement', async () => {
    const { as, made } = await engagementScene();
    const { id, version } = await actionOf(as('ada'), made.id);
    const assign = (personId: string) =>
      as('ada').actions.update(id, { assignee: { type: 'person', personId } }, { version });
    assert.equal(await refusalOf(assign('fay')), 'validation · /assignee not-in-engagement');
    assert.equal((await assign('ada')).version, version + 1);
  });

  const faults: [string, object, string][] = [
    ['a start', { start: { rule: onDay('2026-06-01') } }, '/start not-offered'],
    ['a place', { position: 'V' }, '/position not-offered'],
    ['a section', { context: { sectionId: 's' } }, '/context rooms-only'],
    ['a due date before its release', { due: { rule: onDay('2026-05-14') } }, '/due due-before-release'],
    [
      'a date that rests on another action',
      { due: { rule: { type: 'relative', amount: 1, unit: 'day', anchor: { type: 'actionDue', actionId: 'x' } } } },
      '/due/rule/anchor engagement-anchor-only',
    ],
  ];
  for (const [what, patch, wanted] of faults) {
    it(`is not given ${what}`, async () => {
      const { as, made } = await engagementScene();
      const { id, version } = await actionOf(as('ada'), made.id);
      assert.equal(await refusalOf(as('ada').actions.update(id, patch, { version })), `validation · ${wanted}`);
    });
  }

  it('completes its item once all of them are done, and opens it again', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const item = made.items['todo'] ?? '';
    const [first, second] = await actionsIn(as('ben'), made.id);
    assert.ok(first && second);
    const state = async (who: string) => (await open(as(who), item)).state;
    await as('ben').actions.setState(first.id, 'done');
    assert.deepEqual(
      [await state('ada'), await state('ben'), await state('gus')],
      ['scheduled', 'completed', 'scheduled'],
    );
    await as('gus').items.complete(item, { completed: true });
    assert.equal((await as('gus').actions.get(second.id)).state, 'done');
    assert.deepEqual([await state('ada'), await state('eve')], ['completed', 'completed']);
    await as('ben').actions.setState(first.id, 'todo');
    assert.deepEqual(
      [await state('ada'), await state('ben'), await state('gus')],
      ['scheduled', 'scheduled', 'completed'],
    );
  });

  it('is completed, and opened again, with its item by the coach', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const item = made.items['todo'] ?? '';
    const states = async () => (await actionsIn(as('ada'), made.id)).map(({ state }) => state);
    await as('ada').items.complete(item, { completed: true });
    assert.deepEqual(await states(), ['done', 'done']);
    await as('ada').items.complete(item, { completed: false });
    assert.deepEqual(await states(), ['todo', 'todo']);
  });

  it('is deleted with its item and the others, and comes back with them', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const item = made.items['todo'] ?? '';
    const { id, version } = await actionOf(as('ada'), made.id);
    assert.equal((await failureOf(as('ada').actions.remove(id, { version: version + 1 }))).code, 'version-conflict');
    await as('ada').actions.remove(id, { version });
    assert.deepEqual(await actionsIn(as('ben'), made.id), []);
    assert.equal(await refusalOf(as('ada').items.get(item)), 'not-found');
    assert.equal(await refusalOf(as('dora').actions.restore(id)), 'forbidden · deleter-only');
    assert.equal((await as('ada').actions.restore(id)).state, 'todo');
    assert.equal((await actionsIn(as('ben'), made.id)).length, 2);
    assert.equal((await open(as('ada'), item)).actionIds.length, 2);
  });

  it('that is done keeps the date in force when it was, whatever becomes of the start', async () => {
    const { as, made } = await engagementScene();
    const { id } = await actionOf(as('ben'), made.id);
    await as('ben').actions.setState(id, 'done');
    const { version } = await as('dora').engagements.get(made.id);
    await as('dora').engagements.update(made.id, { startDate: '2026-05-25' }, { version });
    assert.equal((await as('ben').actions.get(id)).due?.date, '2026-05-29');
    assert.equal((await as('ben').actions.setState(id, 'todo')).due?.date, '2026-06-08');
  });

  it('is overdue on the engagement’s own clock', async () => {
    const world = await engagementScene('shared', { timeZone: 'Pacific/Kiritimati' });
    world.wait(14 * DAY + 3_600_000);
    const action = await actionOf(world.as('ben'), world.made.id);
    assert.deepEqual([action.due?.date, action.status], ['2026-05-29', 'overdue']);
    const [listed] = (await world.as('ben').actions.list({ status: ['overdue'] })).items;
    assert.equal(listed?.id, action.id);
  });

  it('tells why its date is what it is, to a spectator without who said so', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const { id } = await actionOf(as('ada'), made.id);
    const steps = async (who: string) =>
      (await as(who).actions.explain(id)).due?.steps.map(({ type, setBy }) => [type, setBy]);
    assert.deepEqual(await steps('ada'), [['rule', 'dora']]);
    assert.deepEqual(await steps('gus'), [['rule', null]]);
    assert.deepEqual(await steps('eve'), [['rule', null]]);
  });

  it('is changed with many others, each answering for itself', async () => {
    const { as, made } = await engagementScene('shared', BOTH);
    const [first, second] = await actionsIn(as('ada'), made.id);
    assert.ok(first && second);
    const ids = [first.id, second.id, 'nowhere'];
    const dry = await as('ben').actions.bulk({ operation: 'setState', ids, state: 'done', dryRun: true });
    assert.equal((await as('ben').actions.get(first.id)).state, 'todo');
    const done = await as('ben').actions.bulk({ operation: 'setState', ids, state: 'done' });
    assert.deepEqual(done, dry);
    assert.deepEqual(
      done.results.map(({ outcome, reason }) => reason ?? outcome),
      ['done', 'done', 'not-found'],
    );
    assert.equal((await open(as('ada'), made.items['todo'] ?? '')).state, 'completed');
    const moved = await as('ben').actions.bulk({ operation: 'reschedule', ids, due: { rule: onDay('2026-06-05') } });
    assert.deepEqual(
      moved.results.map(({ outcome, reason }) => reason ?? outcome),
      ['engagement-coach', 'engagement-coach', 'not-found'],
    );
    const { results } = await as('ada').actions.bulk({ operation: 'delete', ids: [first.id, second.id] });
    assert.deepEqual(
      results.map(({ outcome, reason }) => reason ?? outcome),
      ['done', 'not-found'],
    );
  });
});
