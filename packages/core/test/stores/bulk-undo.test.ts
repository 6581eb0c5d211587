// Taking back what was done with many actions at once: in few requests, at the backend's pace, and never over what another
// wrote since.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BackendError } from '@followthrough/core/backend';
import { assignedTo, fixedDate } from '@followthrough/core/domain';
import type { Action, ActionPatch, ActionRecord, ActionState } from '@followthrough/core/schema';
import { fillRoom } from '../local-backend/room-scene.ts';
import { dueOn, promise, record, TODAY, TOMORROW, YESTERDAY } from '../local-backend/workspace.ts';
import { page, type Page } from './page.ts';
import { rest } from './wire.ts';

const closedAs = (state: ActionState) =>
  state === 'todo' ? null : { at: '2026-05-15T08:00:00.000Z', by: 'ada', due: YESTERDAY, on: TODAY };
const inState = (id: string, state: ActionState): ActionRecord =>
  record(id, { due: dueOn(YESTERDAY), state, closed: closedAs(state) });

/** Everything that the viewer's backend holds, by id. */
async function held({ scene }: Page): Promise<Map<string, Action>> {
  const all = new Map<string, Action>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, next } = await scene.as('ada').actions.list({ limit: 200, ...(cursor && { cursor }) });
    for (const item of items) all.set(item.id, item);
    cursor = next;
  }
  return all;
}

/** A page that knows all of many actions. */
async function many(records: readonly ActionRecord[]): Promise<Page & { ids: string[] }> {
  const opened = await page(records);
  opened.store.actions.receive([...(await held(opened)).values()]);
  return { ...opened, ids: records.map(({ id }) => id) };
}

type Field = 'state' | 'assignee' | 'due' | 'title';
const written = (action: Action | undefined, field: Field) => {
  if (action === undefined) return undefined;
  if (field === 'assignee') return action.assignee?.type === 'person' ? action.assignee.personId : action.assignee;
  return field === 'due' ? (action.due?.date ?? null) : action[field];
};

const bulks: {
  name: string;
  field: Field;
  records: (id: string) => ActionRecord;
  command: (page: Page, ids: string[]) => Promise<unknown>;
  /** What another makes of the same field since. */
  another: (page: Page, id: string) => Promise<unknown>;
}[] = [
  {
    name: 'new dates',
    field: 'due',
    records: (id) => promise(id),
    command: ({ store }, ids) => store.actions.reschedule(ids, '2026-05-22'),
    another: ({ scene }, id) => edited({ scene }, id, { due: fixedDate('2026-06-30') }),
  },
  {
    name: 'a completion',
    field: 'state',
    records: (id) => inState(id, 'todo'),
    command: ({ store }, ids) => store.actions.setStates(ids, 'done'),
    another: async ({ scene }, id) => {
      await scene.as('ada').actions.setState(id, 'todo');
      await scene.as('ada').actions.setState(id, 'notDone');
    },
  },
  {
    name: 'a completion of what was not done, by way of to do',
    field: 'state',
    records: (id) => inState(id, 'notDone'),
    command: ({ store }, ids) => store.actions.setStates(ids, 'done'),
    another: ({ scene }, id) => scene.as('ada').actions.setState(id, 'todo'),
  },
];

async function edited({ scene }: Pick<Page, 'scene'>, id: string, patch: ActionPatch) {
  const { actions } = scene.as('ada');
  await actions.update(id, patch, { version: (await actions.get(id)).version });
}

for (const { name, field, records, command, another } of bulks) {
  test(`undo of ${name} leaves what another wrote since, and takes back the rest`, async () => {
    const opened = await page(['a', 'b', 'c'].map(records));
    const { store } = opened;
    const before = written(store.actions.get('a'), field);
    await command(opened, ['a', 'b', 'c']);
    const done = written(store.actions.get('a'), field);
    await another(opened, 'b');
    await edited(opened, 'c', { title: 'Theirs' });
    const theirs = written((await held(opened)).get('b'), field);
    assert.ok(theirs !== before && theirs !== done);

    const step = await store.actions.undo();
    assert.deepEqual(
      step?.actions.map(({ id }) => id),
      ['a', 'c'],
    );
    await rest();
    const now = await held(opened);
    for (const shown of [store.actions.$actions.get(), now]) {
      assert.deepEqual(
        ['a', 'b', 'c'].map((id) => written(shown.get(id), field)),
        [before, theirs, before],
      );
      assert.equal(shown.get('c')?.title, 'Theirs');
    }
    const [failure, ...others] = store.actions.$failures.get();
    assert.deepEqual([failure?.error.code, others.length], ['version-conflict', 0]);
    assert.deepEqual(failure?.command.type === 'bulk' && failure.command.ids, ['b']);
    assert.equal(written(failure?.error.current as Action, field), theirs);
  });

  test(`undo of ${name} that another has written over everywhere is refused`, async () => {
    const opened = await page(['a', 'b'].map(records));
    await command(opened, ['a', 'b']);
    await another(opened, 'a');
    await another(opened, 'b');
    const theirs = await held(opened);
    await assert.rejects(opened.store.actions.undo(), { code: 'version-conflict' });
    const now = await held(opened);
    for (const id of ['a', 'b']) assert.equal(written(now.get(id), field), written(theirs.get(id), field));
  });
}

test('in a room each action gets back its holder, its state, and its rule beside or without a pin', async () => {
  const opened = await page();
  const { store, scene } = opened;
  const ada = scene.as('ada');
  await fillRoom(ada);
  await store.load();
  const known = async () => {
    const { items } = await ada.actions.list({ context: 'room:globex' });
    store.actions.receive(items);
    return new Map(items.map(({ id, assignee, state, due }) => [id, { assignee, state, due }]));
  };
  const before = await known();
  const ids = ['kickoff', 'pilot', 'launch'];
  for (const [command, another, look] of [
    [
      () => store.actions.assign(ids, assignedTo('ada')),
      () => edited(opened, 'pilot', { assignee: assignedTo('ben') }),
      ({ assignee }: { assignee: unknown }) => assignee,
    ],
    [
      () => store.actions.setStates(ids, 'inProgress'),
      () => ada.actions.setState('pilot', 'cancelled'),
      ({ state }: { state: unknown }) => state,
    ],
    [
      () => store.actions.reschedule(ids, '2026-06-10'),
      () => edited(opened, 'pilot', { due: fixedDate('2026-06-30') }),
      ({ due }: { due: Action['due'] }) => due && { rule: due.rule, pinned: due.pinned },
    ],
  ] as const) {
    await command();
    await another();
    const theirs = (await known()).get('pilot');
    await store.actions.undo();
    await rest();
    const now = await known();
    for (const id of ids) {
      const row = now.get(id);
      const wanted = id === 'pilot' ? theirs : before.get(id);
      assert.ok(row && wanted);
      assert.deepEqual(look(row), look(wanted), id);
      assert.deepEqual(look(store.actions.get(id) as Action), look(wanted), id);
    }
  }
  assert.deepEqual(
    store.actions.$failures.get().map(({ error, command }) => [error.code, command.type === 'bulk' && command.ids]),
    Array(3).fill(['version-conflict', ['pilot']]),
  );
});

test('trying again what another wrote over writes it over: both values were seen', async () => {
  const opened = await page([promise('a'), promise('b')]);
  const { store } = opened;
  await store.actions.reschedule(['a', 'b'], '2026-05-22');
  await edited(opened, 'b', { due: fixedDate('2026-06-30') });
  await store.actions.undo();
  store.actions.$failures.get()[0]?.retry();
  await rest();
  assert.equal((await held(opened)).get('b')?.due?.date, TOMORROW);
  assert.deepEqual(store.actions.$failures.get(), []);
});

// 1,100 are three requests of at most five hundred.
const IDS = Array.from({ length: 1_100 }, (_, at) => `a${String(at).padStart(4, '0')}`);
for (const { name, records, command, requests } of [
  {
    name: 'a reopening',
    records: IDS.map((id) => inState(id, 'done')),
    command: ({ store }: Page) => store.actions.setStates(IDS, 'todo'),
    requests: 3,
  },
  {
    name: 'a completion of what was not done, by way of to do',
    records: IDS.map((id) => inState(id, 'notDone')),
    command: ({ store }: Page) => store.actions.setStates(IDS, 'done'),
    requests: 6,
  },
  {
    name: 'a new date of what had two',
    records: IDS.map((id, at) => promise(id, { due: dueOn(at % 2 ? TODAY : TOMORROW) })),
    command: ({ store }: Page) => store.actions.reschedule(IDS, '2026-05-22'),
    requests: 4,
  },
]) {
  test(`undo of ${name} of 1,100 actions is ${requests} requests, with few reads`, async () => {
    const opened = await many(records);
    const { wire, store } = opened;
    const before = await held(opened);
    await command(opened);
    const asked = () =>
      ['actions.list', 'actions.get', 'actions.setState', 'actions.bulk'].map((call) => wire.count(call));
    const [lists = 0, gets = 0, states = 0, sent = 0] = asked();
    const step = await store.actions.undo();
    assert.equal(step?.actions.length, 1_100);
    const [listed = 0, got = 0, stated = 0, bulk = 0] = asked();
    assert.deepEqual([stated - states, bulk - sent, got - gets], [0, requests, 0]);
    assert.ok(listed - lists <= 30, `${listed - lists} lists`);
    const now = await held(opened);
    for (const [id, { state, assignee, due }] of before) {
      const { state: stands, assignee: whose, due: when } = now.get(id) ?? {};
      assert.deepEqual([stands, whose, when], [state, assignee, due]);
      assert.equal(store.actions.get(id)?.state, state);
    }
    assert.deepEqual(store.actions.$failures.get(), []);
  });
}

test('undo before a bulk was answered waits for it, and is one request', async () => {
  const { store, wire, scene } = await page(['a', 'b', 'c'].map((id) => record(id)));
  wire.held = true;
  void store.actions.setStates(['a', 'b', 'c'], 'done');
  const undone = store.actions.undo();
  assert.equal(store.actions.get('a')?.state, 'todo');
  await wire.drain();
  await undone;
  assert.equal(wire.count('actions.bulk'), 2);
  assert.ok((await scene.as('ada').actions.list()).items.every(({ state }) => state === 'todo'));
});

test('what a step back sent, and got no answer to, is asked for again alike, whatever was changed meanwhile', async () => {
  const opened = await page([promise('a'), promise('b')]);
  const { store, wire, clock } = opened;
  await store.actions.reschedule(['a', 'b'], '2026-05-22');
  wire.held = true;
  const undone = store.actions.undo();
  while (wire.calls('actions.bulk').length === 0) await wire.calls()[0]?.deliver();
  const [first] = wire.calls('actions.bulk');
  await first?.arrive();
  await first?.lose();
  await edited(opened, 'b', { due: fixedDate('2026-06-30') });
  clock.tick(600_000);
  await rest();
  const [second] = wire.calls('actions.bulk');
  assert.deepEqual(second?.args, [first?.args[0], second?.args[1]]);
  await wire.drain();
  await undone;
  assert.deepEqual(
    [(await held(opened)).get('a')?.due?.date, (await held(opened)).get('b')?.due?.date],
    [TOMORROW, '2026-06-30'],
  );
});

// ── deletions ─────────────────────────────────────────────────────────────────────────────────

/** Lets all that waits be sent for so long, each answered at once; gives how many were sent by then. */
async function go(opened: Page, seconds: number): Promise<number> {
  for (let second = 0; second < seconds; second++) {
    opened.clock.tick(1_000);
    await rest();
    await opened.wire.drain();
  }
  return opened.wire.count('actions.restore');
}

test('what was deleted together is back at once, and sent a few at a time, a hundred a minute', async () => {
  const opened = await many(Array.from({ length: 250 }, (_, at) => record(`a${at}`)));
  const { store, wire, ids } = opened;
  await store.actions.removeMany(ids);
  wire.held = true;
  let undone = false;
  void store.actions.undo().then(() => (undone = true));
  assert.ok(ids.every((id) => store.actions.get(id) !== undefined));
  await rest();
  assert.equal(wire.calls('actions.restore').length, 6);
  await wire.drain();
  assert.equal(await go(opened, 30), 100);
  assert.equal(await go(opened, 31), 200);
  assert.equal(undone, false);
  assert.equal(await go(opened, 60), 250);
  assert.equal(undone, true);
  assert.equal((await held(opened)).size, 250);
  assert.deepEqual([store.actions.$failures.get(), store.actions.$pending.get().size], [[], 0]);
});

test('where the backend asks to wait, all of them wait as long, and none is a failure', async () => {
  const opened = await many(Array.from({ length: 20 }, (_, at) => record(`a${at}`)));
  const { store, wire, clock, ids } = opened;
  await store.actions.removeMany(ids);
  const told: number[] = [];
  store.actions.$failures.listen((failures) => told.push(failures.length));
  wire.held = true;
  const undone = store.actions.undo();
  await rest();
  for (const call of [...wire.calls('actions.restore')]) {
    await call.refuse(new BackendError('rate-limited', { retryAfter: 40_000 }));
  }
  assert.equal(wire.calls('actions.restore').length, 0);
  clock.tick(39_000);
  store.wake();
  await rest();
  assert.equal(wire.calls('actions.restore').length, 0);
  clock.tick(2_000);
  await rest();
  // One alone asks whether it may again.
  assert.equal(wire.calls('actions.restore').length, 1);
  await wire.drain();
  assert.equal((await undone)?.actions.length, 20);
  assert.equal((await held(opened)).size, 20);
  assert.deepEqual(told, []);
});

test('restores that were lost for want of a network are listed, and go at the same pace once it is back', async () => {
  const opened = await many(Array.from({ length: 130 }, (_, at) => record(`a${at}`)));
  const { store, wire, clock, ids } = opened;
  await store.actions.removeMany(ids);
  wire.cut = true;
  clock.connect(false);
  const undone = store.actions.undo();
  await rest();
  assert.ok(store.actions.$failures.get().every(({ error }) => error.code === 'network'));
  assert.ok(ids.every((id) => store.actions.get(id) !== undefined));
  wire.cut = false;
  clock.connect(true);
  for (let minute = 0; minute < 10; minute++) {
    clock.tick(60_000);
    await rest();
  }
  await undone;
  assert.equal((await held(opened)).size, 130);
  assert.deepEqual(store.actions.$failures.get(), []);
});

test('a deletion of which some cannot come back brings back the others', async () => {
  const opened = await page([record('a'), record('b')]);
  const { store, scene } = opened;
  await store.actions.removeMany(['a', 'b']);
  await scene.as('ada').actions.restore('b');
  const { version } = await scene.as('ada').actions.get('b');
  await edited(opened, 'b', { title: 'Theirs' });
  assert.equal(version, 3);
  assert.equal((await store.actions.undo())?.actions.length, 2);
  assert.deepEqual([...(await held(opened)).keys()].sort(), ['a', 'b']);
  assert.equal(store.actions.get('b')?.title, 'Theirs');
});

// ── whatever was done since ───────────────────────────────────────────────────────────────────

const ROWS = ['a', 'b', 'c', 'd'];
const anyValue = fc.constantFrom('2026-05-20', '2026-05-21', '2026-05-22');

test('each action ends as it was, or as another left it since', async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyValue, { minLength: 4, maxLength: 4 }),
      anyValue,
      fc.dictionary(fc.constantFrom(...ROWS), anyValue),
      fc.subarray(ROWS),
      async (first, set, since, titled) => {
        const opened = await page(ROWS.map((id, at) => promise(id, { due: dueOn(first[at] ?? TODAY) })));
        const { store } = opened;
        await store.actions.reschedule(ROWS, set);
        for (const [id, date] of Object.entries(since)) await edited(opened, id, { due: fixedDate(date) });
        for (const id of titled) await edited(opened, id, { title: 'Theirs' });
        await store.actions.undo().catch(() => undefined);
        await rest();
        const now = await held(opened);
        store.actions.receive([...now.values()]);
        ROWS.forEach((id, at) => {
          const was = first[at];
          // What the bulk made, another may have made once more: it is nobody's other word.
          const theirs = since[id] !== undefined && since[id] !== set ? since[id] : undefined;
          const isMine = was !== set;
          const wanted = theirs ?? (isMine ? was : set);
          if (theirs !== undefined && isMine && theirs !== was) conflicts++;
          assert.equal(now.get(id)?.due?.date, wanted);
          assert.equal(store.actions.get(id)?.due?.date, wanted);
          assert.equal(now.get(id)?.title, titled.includes(id) ? 'Theirs' : `Title of ${id}`);
        });
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(conflicts > 20, 'some were written over');
});
