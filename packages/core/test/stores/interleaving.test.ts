// The log against a model that knows nothing of logs: what the person sees in a field is the last thing they wrote into it
// that was not refused; whatever is late, lost, reordered or read too early. Once all is answered and read again, the page
// shows what the backend holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BackendError } from '@followthrough/core/backend';
import type { Action, ActionPatch, ActionState, Page as Items } from '@followthrough/core/schema';
import { record } from '../local-backend/workspace.ts';
import { page, type Page } from './page.ts';
import { rest, type WireCall } from './wire.ts';

const IDS = ['a', 'b'] as const;
const WRITES = /^actions\.(update|setState|bulk|remove|restore)$/;

type Step =
  | { type: 'setState'; id: string; state: ActionState }
  | { type: 'edit'; id: string; patch: ActionPatch }
  | { type: 'bulk'; ids: readonly string[]; state: ActionState }
  /** A list begins to be read. */
  | { type: 'read' }
  | { type: 'arrive' | 'deliver' | 'lose' | 'refuse'; which: number }
  | { type: 'time'; milliseconds: number }
  | { type: 'foreign'; id: string; title: string };

// Races need room: a read that began before a change has to end after it.
const LONG = { minLength: 5, maxLength: 40, size: 'max' } as const;

const id = fc.constantFrom(...IDS);
const which = fc.nat({ max: 9 });
const state = fc.constantFrom<ActionState>('todo', 'done');
const word = fc.constantFrom('one', 'two', 'three');
const single: fc.Arbitrary<Step>[] = [
  fc.record({ type: fc.constant('setState' as const), id, state }),
  fc.record({ type: fc.constant('edit' as const), id, patch: word.map((title) => ({ title })) }),
  fc.record({ type: fc.constant('edit' as const), id, patch: word.map((description) => ({ description })) }),
  fc.record({ type: fc.constant('bulk' as const), ids: id.map((one) => [one]), state }),
];
// A bulk answers when all its rows have, so a model that hears of refusals by the answer alone has it on single rows.
const commands = [...single, fc.record({ type: fc.constant('bulk' as const), ids: fc.constant(IDS), state })];
const on = (...types: ('arrive' | 'deliver' | 'lose')[]) => fc.record({ type: fc.constantFrom(...types), which });
const network: fc.Arbitrary<Step>[] = [
  fc.constant({ type: 'read' as const }),
  on('arrive'),
  on('deliver'),
  on('deliver'),
  on('arrive', 'lose'),
  fc.record({ type: fc.constant('time' as const), milliseconds: fc.constantFrom(100, 10_000) }),
];
const refusal = fc.record({ type: fc.constant('refuse' as const), which });
const foreign = fc.record({ type: fc.constant('foreign' as const), id, title: fc.constantFrom('x', 'y') });

/** What the person wrote into one action, oldest first; refused entries are taken out. */
interface Written {
  fields: Partial<Pick<Action, 'state' | 'title' | 'description'>>;
}

class Model {
  readonly written = new Map<string, Written[]>(IDS.map((one) => [one, []]));

  write(one: string, fields: Written['fields'], answer: Promise<unknown>): void {
    const entry = { fields };
    this.written.get(one)?.push(entry);
    answer.catch(() => this.take(one, entry));
  }

  writeBulk(
    ids: readonly string[],
    newState: ActionState,
    answer: Promise<readonly { id: string; outcome: string }[]>,
  ): void {
    const entries = ids.map((one) => [one, { fields: { state: newState } }] as const);
    for (const [one, entry] of entries) this.written.get(one)?.push(entry);
    void answer.then((outcomes) => {
      for (const [one, entry] of entries) {
        if (outcomes.find((outcome) => outcome.id === one)?.outcome === 'refused') this.take(one, entry);
      }
    });
  }

  take(one: string, entry: Written): void {
    this.written.set(one, this.written.get(one)?.filter((other) => other !== entry) ?? []);
  }

  shown(one: string): Written['fields'] {
    const first = { state: 'todo', title: `Title of ${one}`, description: '' } as const;
    return Object.assign({}, first, ...(this.written.get(one) ?? []).map(({ fields }) => fields)) as Written['fields'];
  }
}

async function run(
  steps: readonly Step[],
  check: (page: Page, model: Model) => void,
): Promise<{ page: Page; model: Model }> {
  const opened = await page(IDS.map((one) => record(one)));
  const { store, wire, clock, scene } = opened;
  const model = new Model();
  wire.held = true;
  const pick = (index: number, of: (call: WireCall) => boolean): WireCall | undefined => {
    const calls = wire.calls().filter(of);
    return calls[index % Math.max(1, calls.length)];
  };
  for (const step of steps) {
    switch (step.type) {
      case 'setState':
        model.write(step.id, { state: step.state }, store.actions.setState(step.id, step.state));
        break;
      case 'edit':
        model.write(step.id, step.patch as Written['fields'], store.actions.edit(step.id, step.patch));
        break;
      case 'bulk':
        model.writeBulk(step.ids, step.state, store.actions.setStates(step.ids, step.state));
        break;
      case 'read':
        void wire.backend.actions.list().then(
          ({ items }: Items<Action>) => store.actions.receive(items),
          () => undefined,
        );
        break;
      case 'arrive':
        await pick(step.which, ({ state: at }) => at === 'leaving')?.arrive();
        break;
      case 'deliver':
      case 'lose':
        await pick(step.which, () => true)?.[step.type]();
        break;
      case 'refuse':
        // Only what has not reached the backend can be refused before it; the row's own refusals come from the backend.
        await pick(step.which, (call) => call.state === 'leaving' && WRITES.test(call.name) && !tried(call))?.refuse(
          new BackendError('forbidden'),
        );
        break;
      case 'time':
        clock.tick(step.milliseconds);
        break;
      case 'foreign': {
        const elsewhere = scene.as('ada').actions;
        const { version } = await elsewhere.get(step.id);
        await elsewhere.update(step.id, { title: step.title }, { version });
      }
    }
    // What can be shown in the same tick is.
    if (step.type === 'setState' || step.type === 'edit' || step.type === 'bulk') check(opened, model);
    await rest();
    check(opened, model);
  }
  return { page: opened, model };

  // A call whose answer was lost may have taken effect: a refusal of its second try would not say so.
  function tried(call: WireCall): boolean {
    const { intent } = call.args.at(-1) as { intent: string };
    return wire.lost.some(
      (lost) => WRITES.test(lost.name) && (lost.args.at(-1) as { intent: string }).intent === intent,
    );
  }
}

async function settle({ store, wire, clock, scene }: Page): Promise<void> {
  wire.held = false;
  await wire.drain();
  for (let round = 0; round < 20 && store.actions.$pending.get().size > 0; round++) {
    clock.tick(600_000);
    await rest();
    await wire.drain();
  }
  assert.equal(store.actions.$pending.get().size, 0);
  store.actions.receive((await scene.as('ada').actions.list()).items);
}

function shownAsWritten({ store }: Page, model: Model): void {
  for (const one of IDS) {
    const { state: at, title, description } = store.actions.get(one) ?? {};
    assert.deepEqual({ state: at, title, description }, model.shown(one));
  }
}

const plain = ({ state: at, title, description }: Action) => ({ state: at, title, description });

test('nothing flickers or reverts, whatever is late, lost, reordered or read too early', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...commands, ...network), LONG), async (steps) => {
      const { page: opened, model } = await run(steps, shownAsWritten);
      await settle(opened);
      shownAsWritten(opened, model);
      const { items } = await opened.scene.as('ada').actions.list();
      for (const item of items) assert.deepEqual(plain(item), model.shown(item.id));
      assert.deepEqual(opened.store.actions.$failures.get(), []);
    }),
    { numRuns: 300 },
  );
});

test('a refusal takes back its own change and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...single, ...network, refusal), LONG), async (steps) => {
      const { page: opened, model } = await run(steps, shownAsWritten);
      await settle(opened);
      shownAsWritten(opened, model);
      const { items } = await opened.scene.as('ada').actions.list();
      for (const item of items) assert.deepEqual(plain(item), model.shown(item.id));
    }),
    { numRuns: 300 },
  );
});

test('with others changing the same actions, the page ends with what the backend holds and no words of the person lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...commands, ...network, refusal, foreign), LONG), async (steps) => {
      const { page: opened, model } = await run(steps, () => undefined);
      await settle(opened);
      const { items } = await opened.scene.as('ada').actions.list();
      for (const item of items) {
        const { version, ...shown } = opened.store.actions.get(item.id) as Action;
        assert.deepEqual({ ...plain(shown as Action), version }, { ...plain(item), version: item.version });
        // Nobody else changes states.
        assert.equal(item.state, model.shown(item.id).state);
      }
      const listed = opened.store.actions.$failures.get().filter(({ command }) => command.type === 'update').length;
      const refusedEdits = steps.filter(({ type }) => type === 'edit').length - edits(model);
      assert.equal(listed, refusedEdits);
    }),
    { numRuns: 300 },
  );
});

function edits(model: Model): number {
  return [...model.written.values()].flat().filter(({ fields }) => !('state' in fields)).length;
}
