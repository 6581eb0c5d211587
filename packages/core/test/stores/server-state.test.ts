// What the page takes for the latest state of an action, whatever order answers come in: what is gone comes back when it is
// there again, and never by an answer to what was asked before it went.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Action } from '@followthrough/core/schema';
import { createActionList } from '@followthrough/core/stores';
import { createServerState } from '../../src/stores/server-state.ts';
import { promise, relationship } from '../local-backend/workspace.ts';
import { page } from './page.ts';
import { rest } from './wire.ts';

const PARTIES = { createdBy: 'fay' };
const withCleo = [relationship('ada-ben', { ...PARTIES, viewerIds: ['cleo'] })];

test('what a viewer may see again is shown again, by a list as by a look at it alone', async () => {
  for (const again of ['list', 'look'] as const) {
    const { store, scene } = await page([promise('a'), promise('b')], { viewer: 'cleo', relationships: withCleo });
    const list = createActionList({ workspace: store });
    await rest();
    const fay = scene.as('fay').relationships;
    const share = async (viewerIds: string[]) =>
      fay.update('ada-ben', { viewerIds }, { version: (await fay.get('ada-ben')).version });
    const rows = () => list.$view.get().rows.map(({ id }) => id);

    await share([]);
    await store.actions.refresh('a');
    await list.refresh();
    assert.deepEqual(rows(), []);

    await share(['cleo']);
    if (again === 'list') await list.refresh();
    else await store.actions.refresh('a');
    assert.deepEqual(rows(), again === 'list' ? ['a', 'b'] : ['a']);
  }
});

test('what a list was asked for before the sight of it was lost does not show it', async () => {
  const { store, wire, scene } = await page([promise('a')], { viewer: 'cleo', relationships: withCleo });
  const fay = scene.as('fay').relationships;
  wire.held = true;
  const list = createActionList({ workspace: store });
  const [read] = wire.calls('actions.list');
  await read?.arrive();
  await fay.update('ada-ben', { viewerIds: [] }, { version: 1 });
  const looked = store.actions.refresh('a');
  await wire.calls('actions.get')[0]?.deliver();
  await looked;
  await read?.deliver();
  assert.deepEqual(list.$view.get().rows, []);
});

interface Step {
  type: 'hide' | 'see' | 'edit' | 'remove' | 'restore' | 'list' | 'look' | 'deliver';
  which: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom(
    ...([
      'hide',
      'see',
      'see',
      'edit',
      'remove',
      'restore',
      'list',
      'list',
      'look',
      'look',
      'deliver',
      'deliver',
    ] as const),
  ),
  which: fc.nat({ max: 9 }),
});

test('in whatever order answers come, what is read last is what is there, and nothing old brings back what is gone', () => {
  let cameBack = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 3, maxLength: 40, size: 'max' }), (steps) => {
      const server = createServerState();
      const backend = { version: 1, visible: true, deleted: false };
      const told = (): Action | null =>
        backend.visible && !backend.deleted ? ({ id: 'a', version: backend.version, may: {} } as Action) : null;
      /** What was asked, and the answer that it will have. */
      const underWay: { of: 'list' | 'look' | 'remove'; since: number; at: number; answer: Action | null }[] = [];
      server.accept(told() as Action);
      let now = 0;
      // What the page was told last that it is gone, by when it had been asked.
      let buried = { at: -1, version: 0 };

      const take = ({ of, since, at, answer }: (typeof underWay)[number]) => {
        const before = server.get('a');
        if (of === 'remove') {
          server.gone('a', backend.version - 1, true);
          buried = { at: now, version: Math.max(buried.version, backend.version - 1) };
        } else if (answer) {
          server.accept(answer, false, since);
          const after = server.get('a');
          if (!before && after && buried.at >= 0) {
            assert.ok(after.version > buried.version || at > buried.at, 'an old answer brought back what is gone');
            if (after.version === buried.version) cameBack++;
          }
        } else if (of === 'look') {
          server.gone('a');
          buried = { at: now, version: Math.max(buried.version, before?.version ?? 0) };
        }
      };

      for (const step of steps) {
        now++;
        if (step.type === 'hide') backend.visible = false;
        else if (step.type === 'see') backend.visible = true;
        else if (step.type === 'edit') backend.version++;
        else if (step.type === 'list' || step.type === 'look')
          underWay.push({ of: step.type, since: server.moment(), at: now, answer: told() });
        else if (step.type === 'remove') {
          if (!told()) continue;
          backend.version++;
          backend.deleted = true;
          take({ of: 'remove', since: server.moment(), at: now, answer: null });
        } else if (step.type === 'restore') {
          if (backend.deleted) backend.version++;
          backend.deleted = false;
        } else {
          const [answer] = underWay.splice(step.which % Math.max(1, underWay.length), 1);
          if (answer) take(answer);
        }
      }
      const last = told();
      now++;
      take({ of: 'look', since: server.moment(), at: now, answer: last });
      assert.equal(server.get('a')?.version, last?.version);
    }),
    { numRuns: 2000 },
  );
  assert.ok(cameBack > 20, 'what was out of sight came back at its version');
});
