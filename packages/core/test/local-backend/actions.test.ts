import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend, BackendError } from '@followthrough/core/backend';
import type { Action } from '@followthrough/core/schema';
import {
  dueOn,
  everything,
  failureOf,
  promise,
  promiseDraft,
  record,
  refusalOf,
  scene,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './workspace.ts';

const DAY = 86_400_000;
const by = (personId: string) => ({ type: 'person', personId }) as const;
const on = (date: string) => ({ rule: { type: 'fixed', date } }) as const;

describe('Making an action', () => {
  it('gives a personal action to its creator, to do, in version 1', async () => {
    const made = await scene()
      .as('ada')
      .actions.create({ context: { type: 'personal' }, title: 'Call the printer' });
    const { id, version, state, status, createdBy, assignee, createdAt } = made;
    assert.deepEqual(
      { id, version, state, status, createdBy, assignee, createdAt },
      {
        id: 'new-1',
        version: 1,
        state: 'todo',
        status: 'todo',
        createdBy: 'ada',
        assignee: by('ada'),
        createdAt: '2026-05-15T10:00:00.000Z',
      },
    );
    assert.deepEqual(made.may, { edit: true, setState: true, delete: true });
  });

  it('takes the id that its client chose', async () => {
    const { as } = scene();
    const made = await as('ben').actions.create(promiseDraft({ id: 'mine' }));
    assert.deepEqual(await as('ada').actions.get('mine'), {
      ...made,
      may: { ...made.may, edit: 'action-or-relationship-creator', delete: 'action-or-relationship-creator-deletes' },
    });
  });

  it('keeps that it began as to do, with time and doer', async () => {
    const { as, repository } = scene();
    await as('ada').actions.create(promiseDraft({ id: 'mine' }));
    const { stateChanges } = await everything(repository);
    assert.deepEqual(
      stateChanges.map(({ actionId, from, to, by }) => ({ actionId, from, to, by })),
      [{ actionId: 'mine', from: null, to: 'todo', by: 'ada' }],
    );
  });

  it('may name a meeting of the relationship', async () => {
    const context = { type: 'relationship', relationshipId: 'ada-ben', meetingId: 'monday' } as const;
    const made = await scene().as('ada').actions.create(promiseDraft({ context }));
    assert.deepEqual(made.context, context);
  });

  const inRelationship = (relationshipId: string, meetingId?: string) =>
    promiseDraft({ context: { type: 'relationship', relationshipId, ...(meetingId ? { meetingId } : {}) } });
  const rows: [who: string, what: string, draft: ReturnType<typeof promiseDraft>, refusal: string][] = [
    ['ada', 'in a relationship that is not there', inRelationship('nowhere'), 'not-found'],
    ['eve', 'in a relationship unseen', inRelationship('ada-ben'), 'not-found'],
    ['cleo', 'as a viewer', inRelationship('ada-ben'), 'forbidden · manager-or-report'],
    ['fay', 'as the relationship’s creator', inRelationship('ada-ben'), 'forbidden · manager-or-report'],
    ['dora', 'as an admin who is no party', inRelationship('ada-ben'), 'forbidden · manager-or-report'],
    [
      'ada',
      'in a meeting that is not there',
      inRelationship('ada-ben', 'never'),
      'validation · /context/meetingId unknown-meeting',
    ],
    [
      'ada',
      'in another relationship’s meeting',
      inRelationship('ada-ben', 'with-gus'),
      'validation · /context/meetingId unknown-meeting',
    ],
    ['ada', 'for a stranger', promiseDraft({ assignee: by('eve') }), 'validation · /assignee not-in-relationship'],
    [
      'ada',
      'for nobody and without a date',
      promiseDraft({ assignee: null, due: null }),
      'validation · /assignee required · /due required',
    ],
    [
      'ada',
      'for the primary contact',
      promiseDraft({ assignee: { type: 'primaryContact' } }),
      'validation · /assignee not-in-relationship',
    ],
    [
      'ada',
      'of one’s own for another',
      { context: { type: 'personal' }, title: 'x', assignee: by('ben') },
      'validation · /assignee owner-only',
    ],
    [
      'ada',
      'in a room',
      { context: { type: 'room', roomId: 'r', sectionId: 's', internalOnly: false }, title: 'x' },
      'not-found',
    ],
    [
      'ada',
      'in an engagement',
      { context: { type: 'engagement', engagementId: 'e', itemId: 'i' }, title: 'x' },
      'validation · /context/type not-offered',
    ],
    [
      'ada',
      'with a relative date',
      promiseDraft({ due: { rule: { type: 'relative', amount: 2, unit: 'day', anchor: { type: 'roomCreated' } } } }),
      'validation · /due/rule fixed-only',
    ],
    ['ada', 'with the id of an action one sees', promiseDraft({ id: 'seen' }), 'id-conflict'],
    ['ada', 'with the id of an action one does not see', promiseDraft({ id: 'unseen' }), 'id-conflict'],
    ['ada', 'with the id of a deleted action', promiseDraft({ id: 'gone' }), 'id-conflict'],
  ];
  for (const [who, what, draft, refusal] of rows) {
    it(`${what} is refused (${who}): ${refusal}`, async () => {
      const deleted = { at: '2026-05-01T00:00:00.000Z', by: 'ada' };
      const { as, repository } = scene([
        promise('seen'),
        record('unseen', { createdBy: 'eve' }),
        promise('gone', { deleted }),
      ]);
      const before = await everything(repository);
      assert.equal(await refusalOf(as(who).actions.create(draft)), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }
});

describe('Seeing an action', () => {
  const actions = [
    promise('shared'),
    record('of-ada'),
    record('of-eve', { createdBy: 'eve' }),
    record('of-gus', { createdBy: 'gus' }),
  ];
  const rows: [who: string, sees: string[]][] = [
    ['ada', ['shared', 'of-ada', 'of-gus']],
    ['ben', ['shared', 'of-ada']],
    ['cleo', ['shared', 'of-ada']],
    ['fay', ['shared', 'of-ada']],
    ['dora', []],
    ['eve', ['of-eve']],
    ['gus', ['of-ada', 'of-gus']],
    ['hal', []],
  ];
  for (const [who, sees] of rows) {
    it(`${who} sees ${sees.join(', ') || 'none'}; the others are not found, listed or counted`, async () => {
      const { as } = scene(actions);
      const { items, count } = await as(who).actions.list({ count: true });
      assert.deepEqual(items.map(({ id }) => id).sort(), [...sees].sort());
      assert.equal(count, sees.length);
      for (const { id } of actions) {
        if (sees.includes(id)) assert.equal((await as(who).actions.get(id)).id, id);
        else assert.equal(await refusalOf(as(who).actions.get(id)), 'not-found');
      }
    });
  }

  it('answers a hidden, a deleted and a never-existing action alike, whatever is asked', async () => {
    const deleted = { at: '2026-05-01T00:00:00.000Z', by: 'fay' };
    const { as } = scene([record('hidden', { createdBy: 'eve' }), promise('deleted', { deleted })]);
    const { actions } = as('ada');
    const asks: ((id: string) => Promise<unknown>)[] = [
      (id) => actions.get(id),
      (id) => actions.explain(id),
      (id) => actions.update(id, { title: 'x' }, { version: 1 }),
      (id) => actions.setState(id, 'done'),
      (id) => actions.remove(id, { version: 1 }),
    ];
    for (const ask of asks) {
      const [hidden, gone, never, odd] = await Promise.all(
        ['hidden', 'deleted', 'never', 'no id at all\0'].map((id) => failureOf(ask(id))),
      );
      assert.equal(hidden?.code, 'not-found');
      const told = (error: BackendError | undefined) => ({ ...error, stack: undefined });
      for (const other of [gone, never, odd]) assert.deepEqual(told(other), told(hidden));
    }
  });

  it('is judged by the clock of its place', async () => {
    // At 10:00 UTC it is the 15th in Berlin and already the 16th on Kiritimati.
    const { as } = scene([promise('due-today', { due: dueOn(TODAY) }), record('own', { due: dueOn(TODAY) })], {
      relationships: [{ ...(await relationshipOf('ada-ben')), timeZone: 'Pacific/Kiritimati' }],
    });
    assert.equal((await as('ben').actions.get('due-today')).status, 'overdue');
    assert.equal((await as('ada').actions.get('own')).status, 'todo');
    const { items } = await as('ada').actions.list({ status: ['overdue'] });
    assert.deepEqual(
      items.map(({ id }) => id),
      ['due-today'],
    );
  });
});

describe('Editing an action', () => {
  it('writes the named fields only, in the next version', async () => {
    const { as, wait } = scene([promise('deck')]);
    wait(DAY);
    const before = await as('ada').actions.get('deck');
    const after = await as('ada').actions.update('deck', { title: 'Send the new deck' }, { version: 1 });
    assert.deepEqual(after, {
      ...before,
      title: 'Send the new deck',
      version: 2,
      updatedAt: '2026-05-16T10:00:00.000Z',
    });
  });

  it('that changes nothing keeps the version', async () => {
    const { as } = scene([promise('deck')]);
    const before = await as('ada').actions.get('deck');
    const patch = { title: before.title, assignee: before.assignee, due: on(TOMORROW) };
    assert.deepEqual(await as('ada').actions.update('deck', patch, { version: 1 }), before);
  });

  const edit =
    (patch: Parameters<Backend['actions']['update']>[1], version = 1) =>
    (backend: Backend) =>
      backend.actions.update('deck', patch, { version });
  const rows: [who: string, what: string, act: (backend: Backend) => Promise<unknown>, refusal: string][] = [
    ['ben', 'as the report', edit({ title: 'x' }), 'forbidden · action-or-relationship-creator'],
    ['cleo', 'as a viewer', edit({ title: 'x' }), 'forbidden · action-or-relationship-creator'],
    ['ben', 'as the report, on a stale version', edit({ title: 'x' }, 7), 'forbidden · action-or-relationship-creator'],
    ['ada', 'to an assignee outside', edit({ assignee: by('cleo') }), 'validation · /assignee not-in-relationship'],
    ['ada', 'to no due date', edit({ due: null }), 'validation · /due required'],
    ['ada', 'on a stale version', edit({ title: 'x' }, 7), 'version-conflict'],
    ['ada', 'with no version', (b) => b.actions.update('deck', {}, {} as { version: number }), 'precondition-required'],
    ['ada', 'with no right value and a stale version', edit({ due: null }, 7), 'validation · /due required'],
  ];
  for (const [who, what, act, refusal] of rows) {
    it(`${what} is refused (${who}): ${refusal}`, async () => {
      const { as, repository } = scene([promise('deck')]);
      const before = await everything(repository);
      assert.equal(await refusalOf(act(as(who))), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }

  it('is open to the action’s creator and the relationship’s', async () => {
    const { as } = scene([promise('deck', { createdBy: 'ben' })]);
    assert.equal((await as('ben').actions.update('deck', { title: 'A' }, { version: 1 })).version, 2);
    assert.equal((await as('fay').actions.update('deck', { title: 'B' }, { version: 2 })).version, 3);
  });

  it('of a stale version tells the action as it stands for its reader', async () => {
    const { as } = scene([promise('deck')]);
    await as('fay').actions.update('deck', { title: 'B' }, { version: 1 });
    const conflict = await failureOf(as('ada').actions.update('deck', { title: 'A' }, { version: 1 }));
    assert.equal(conflict.code, 'version-conflict');
    assert.equal(conflict.currentVersion, 2);
    assert.deepEqual(conflict.current, await as('ada').actions.get('deck'));
  });

  it('of a stale version is merged where its editor saw other fields unchanged', async () => {
    const { as } = scene([promise('deck')]);
    const base = await as('ada').actions.get('deck');
    await as('fay').actions.update('deck', { title: 'B' }, { version: 1 });
    const merged = await as('ada').actions.update('deck', { description: 'By mail' }, { version: 1, base });
    assert.deepEqual([merged.title, merged.description, merged.version], ['B', 'By mail', 3]);
  });

  it('of a stale version is a conflict where both changed the same field', async () => {
    const { as } = scene([promise('deck')]);
    const base = await as('ada').actions.get('deck');
    await as('fay').actions.update('deck', { title: 'B' }, { version: 1 });
    assert.equal(
      await refusalOf(as('ada').actions.update('deck', { title: 'A' }, { version: 1, base })),
      'version-conflict',
    );
  });
});

describe('Changing a state', () => {
  it('closes with time, doer and the due date in force, and reopening clears it', async () => {
    const { as } = scene([promise('deck', { due: dueOn(YESTERDAY) })]);
    const done = await as('ben').actions.setState('deck', 'done');
    assert.deepEqual([done.status, done.late, done.version], ['doneLate', true, 2]);
    assert.deepEqual(done.closed, { at: '2026-05-15T10:00:00.000Z', by: 'ben', due: YESTERDAY, on: TODAY });
    const reopened = await as('ada').actions.setState('deck', 'todo');
    assert.deepEqual([reopened.status, reopened.closed, reopened.version], ['overdue', null, 3]);
  });

  it('to the one it has answers the action unchanged', async () => {
    const { as, repository } = scene([promise('deck')]);
    const done = await as('ben').actions.setState('deck', 'done');
    const before = await everything(repository);
    assert.deepEqual(await as('ben').actions.setState('deck', 'done'), done);
    assert.deepEqual(await everything(repository), before);
  });

  it('is kept each time, with from, to, time and doer', async () => {
    const { as, repository } = scene([promise('deck', { due: dueOn(YESTERDAY) })]);
    for (const state of ['notDone', 'done', 'todo'] as const) await as('ben').actions.setState('deck', state);
    const { stateChanges } = await everything(repository);
    assert.deepEqual(
      stateChanges.map(({ from, to, by }) => [from, to, by]),
      [
        ['todo', 'notDone', 'ben'],
        ['notDone', 'done', 'ben'],
        ['done', 'todo', 'ben'],
      ],
    );
  });

  const rows: [
    who: string,
    id: string,
    to: 'todo' | 'done' | 'notDone' | 'cancelled',
    refusal: string,
    allowed?: string[],
  ][] = [
    ['cleo', 'open', 'done', 'forbidden · manager-or-report'],
    ['fay', 'open', 'done', 'forbidden · manager-or-report'],
    ['ben', 'of-ada', 'done', 'forbidden · personal-owner'],
    ['ada', 'open', 'notDone', 'invalid-transition · not-done-only-when-overdue', ['done']],
    ['ada', 'due-today', 'notDone', 'invalid-transition · not-done-only-when-overdue', ['done']],
    ['ada', 'done', 'notDone', 'invalid-transition · reopen-first', ['todo']],
    ['ada', 'open', 'cancelled', 'invalid-transition · state-of-another-context', ['done']],
    ['cleo', 'open', 'cancelled', 'forbidden · manager-or-report'],
  ];
  for (const [who, id, to, refusal, allowed] of rows) {
    it(`of ${id} to ${to} is refused (${who}): ${refusal}`, async () => {
      const closed = { at: '2026-05-10T10:00:00.000Z', by: 'ben', due: TOMORROW, on: '2026-05-10' };
      const { as } = scene([
        promise('open'),
        promise('due-today', { due: dueOn(TODAY) }),
        promise('done', { state: 'done', closed }),
        record('of-ada'),
      ]);
      const before = await as(who).actions.get(id);
      assert.equal(await refusalOf(as(who).actions.setState(id, to)), refusal);
      assert.deepEqual(await as(who).actions.get(id), before);
      if (!allowed) return;
      const failure = await failureOf(as(who).actions.setState(id, to));
      assert.deepEqual([failure.from, failure.allowed], [before.state, allowed]);
    });
  }
});

describe('Deleting and restoring', () => {
  it('takes it out of sight for all, and its deleter brings it back in a later version', async () => {
    const { as } = scene([promise('deck')]);
    const before = await as('ada').actions.get('deck');
    await as('ada').actions.remove('deck', { version: 1 });
    for (const who of ['ada', 'ben', 'fay']) {
      assert.equal(await refusalOf(as(who).actions.get('deck')), 'not-found');
      assert.deepEqual((await as(who).actions.list()).items, []);
    }
    assert.deepEqual(await as('ada').actions.restore('deck'), {
      ...before,
      version: 3,
      updatedAt: '2026-05-15T10:00:00.000Z',
      updatedBy: 'ada',
    });
    assert.equal((await as('ben').actions.list()).items.length, 1);
  });

  it('is refused to whoever may not delete, and on a stale version', async () => {
    const { as } = scene([promise('deck')]);
    assert.equal(
      await refusalOf(as('ben').actions.remove('deck', { version: 1 })),
      'forbidden · action-or-relationship-creator-deletes',
    );
    const conflict = await failureOf(as('ada').actions.remove('deck', { version: 2 }));
    assert.deepEqual([conflict.code, conflict.currentVersion], ['version-conflict', 1]);
    assert.equal((await as('ada').actions.get('deck')).version, 1);
  });

  it('restores up to 30 days later and not a moment more', async () => {
    const { as, wait } = scene([promise('deck'), promise('report')]);
    await as('ada').actions.remove('deck', { version: 1 });
    await as('ada').actions.remove('report', { version: 1 });
    wait(30 * DAY);
    assert.equal((await as('ada').actions.restore('deck')).version, 3);
    wait(1);
    assert.equal(await refusalOf(as('ada').actions.restore('report')), 'not-found');
  });

  it('tells another who could see it that only its deleter restores it, and a stranger nothing', async () => {
    const { as } = scene([promise('deck')]);
    await as('ada').actions.remove('deck', { version: 1 });
    assert.equal(await refusalOf(as('fay').actions.restore('deck')), 'forbidden · deleter-only');
    assert.equal(await refusalOf(as('ben').actions.restore('deck')), 'forbidden · deleter-only');
    assert.equal(await refusalOf(as('eve').actions.restore('deck')), 'not-found');
    assert.equal(await refusalOf(as('dora').actions.restore('deck')), 'not-found');
    assert.equal(await refusalOf(as('ada').actions.restore('never')), 'not-found');
  });

  it('needs the right to delete still to be held', async () => {
    const deleted = { at: '2026-05-14T10:00:00.000Z', by: 'cleo' };
    const { as } = scene([promise('deck', { deleted })]);
    assert.equal(
      await refusalOf(as('cleo').actions.restore('deck')),
      'forbidden · action-or-relationship-creator-deletes',
    );
  });

  it('answers what is not deleted as it is', async () => {
    const { as } = scene([promise('deck')]);
    assert.deepEqual(await as('ben').actions.restore('deck'), await as('ben').actions.get('deck'));
  });
});

describe('Who changed an action last', () => {
  it('is told with every version: made, edited, done, dealt with in bulk, deleted and brought back', async () => {
    const { as, repository } = scene();
    const told: unknown[] = [];
    const tell = ({ version, updatedBy }: { version: number; updatedBy?: string | null | undefined }) =>
      told.push([version, updatedBy]);
    tell(await as('ada').actions.create(promiseDraft({ id: 'deck' })));
    tell(await as('fay').actions.update('deck', { title: 'Send the slides' }, { version: 1 }));
    tell(await as('ben').actions.setState('deck', 'done'));
    await as('ada').actions.bulk({ operation: 'setState', ids: ['deck'], state: 'todo' });
    tell(await as('cleo').actions.get('deck'));
    await as('fay').actions.remove('deck', { version: 4 });
    tell((await everything(repository)).actions[0] ?? { version: 0 });
    tell(await as('fay').actions.restore('deck'));
    assert.deepEqual(told, [
      [1, 'ada'],
      [2, 'fay'],
      [3, 'ben'],
      [4, 'ada'],
      [5, 'fay'],
      [6, 'fay'],
    ]);
  });

  it('stays who it was where a change changes nothing', async () => {
    const { as } = scene([promise('deck')]);
    await as('fay').actions.update('deck', { title: 'Title of deck' }, { version: 1 });
    await as('ben').actions.setState('deck', 'todo');
    await as('ben').actions.restore('deck');
    const { version, updatedBy } = await as('ben').actions.get('deck');
    assert.deepEqual([version, updatedBy], [1, 'ada']);
  });

  it('is named with a conflict, so that its words can be put to somebody', async () => {
    const { as } = scene([promise('deck')]);
    await as('fay').actions.update('deck', { title: 'Send the slides' }, { version: 1 });
    const { current } = await failureOf(as('ada').actions.update('deck', { title: 'Send it' }, { version: 1 }));
    assert.equal((current as Action).updatedBy, 'fay');
  });

  it('is its creator where an earlier version kept it', async () => {
    const { updatedBy: _updatedBy, ...earlier } = promise('deck', { createdBy: 'ben', version: 4 });
    const { as } = scene([earlier]);
    assert.equal((await as('ada').actions.get('deck')).updatedBy, 'ben');
    assert.equal((await as('ada').actions.list()).items[0]?.updatedBy, 'ben');
    assert.equal((await as('ada').actions.setState('deck', 'done')).updatedBy, 'ada');
  });
});

describe('Why a date', () => {
  it('names the date, who set it and when', async () => {
    const { as } = scene([promise('deck')]);
    await as('fay').actions.update('deck', { due: on('2026-06-01') }, { version: 1 });
    assert.deepEqual(await as('ben').actions.explain('deck'), {
      actionId: 'deck',
      start: null,
      due: {
        date: '2026-06-01',
        basis: 'fixed',
        steps: [
          {
            type: 'rule',
            rule: { type: 'fixed', date: '2026-06-01' },
            date: '2026-06-01',
            setBy: 'fay',
            setAt: '2026-05-15T10:00:00.000Z',
          },
        ],
      },
    });
  });
});

async function relationshipOf(id: string) {
  const found = (await everything(scene().repository)).relationships.find((relationship) => relationship.id === id);
  assert.ok(found);
  return found;
}
