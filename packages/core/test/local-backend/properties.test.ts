import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionQuery, Backend } from '@followthrough/core/backend';
import { BackendError } from '@followthrough/core/backend';
import { accessOf, canSee, comparatorOf, dayAt, matches, sortKey } from '@followthrough/core/domain';
import type { ActionRecord, ActionSort, Person } from '@followthrough/core/schema';
import fc from 'fast-check';
import {
  everything,
  NOW,
  promiseDraft,
  record,
  type Scene,
  scene,
  snapshot,
  TODAY,
  TOMORROW,
  YESTERDAY,
} from './workspace.ts';

// ── random operations by random people ──────────────────────────────────────────────────────────

const people = snapshot().people.map(({ id }) => id);
const anyone = fc.constantFrom(...people);
const anyId = fc.constantFrom('a0', 'a1', 'a2', 'a3', 'a4', 'a5');
const anyState = fc.constantFrom('todo', 'done', 'notDone', 'cancelled');
const anyDate = fc.constantFrom(YESTERDAY, TODAY, TOMORROW);
const anyDue = fc.option(anyDate.map((date) => ({ rule: { type: 'fixed', date } }) as const));
const anyAssignee = fc.option(anyone.map((personId) => ({ type: 'person', personId }) as const));
const anyContext = fc.constantFrom(
  { type: 'personal' } as const,
  { type: 'relationship', relationshipId: 'ada-ben' } as const,
  { type: 'relationship', relationshipId: 'ada-gus' } as const,
);
const anyVersion = fc.integer({ min: 1, max: 4 });
const anyTitle = fc.constantFrom('Send the deck', 'send the Deck', 'Élan', '');

type Step = (backend: Backend) => Promise<unknown>;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id: anyId, context: anyContext, title: anyTitle, due: anyDue, assignee: anyAssignee }).map(
    (draft): Step =>
      (b) =>
        b.actions.create(draft),
  ),
  fc.tuple(anyId, anyDue, anyVersion).map(
    ([id, due, version]): Step =>
      (b) =>
        b.actions.update(id, { due }, { version }),
  ),
  fc.tuple(anyId, anyTitle, anyVersion).map(
    ([id, title, version]): Step =>
      (b) =>
        b.actions.update(id, { title }, { version }),
  ),
  fc.tuple(anyId, anyState).map(
    ([id, state]): Step =>
      (b) =>
        b.actions.setState(id, state),
  ),
  fc.tuple(anyId, anyVersion).map(
    ([id, version]): Step =>
      (b) =>
        b.actions.remove(id, { version }),
  ),
  anyId.map(
    (id): Step =>
      (b) =>
        b.actions.restore(id),
  ),
  fc.tuple(fc.array(anyId, { minLength: 1, maxLength: 6 }), anyState).map(
    ([ids, state]): Step =>
      (b) =>
        b.actions.bulk({ operation: 'setState', ids, state: state as 'todo' }),
  ),
  fc.tuple(fc.array(anyId, { minLength: 1, maxLength: 6 }), fc.boolean()).map(
    ([ids, dryRun]): Step =>
      (b) =>
        b.actions.bulk({ operation: 'delete', ids, dryRun }),
  ),
  fc.tuple(fc.array(anyone, { maxLength: 3 }), anyVersion).map(
    ([viewerIds, version]): Step =>
      (b) =>
        b.relationships.update('ada-ben', { viewerIds }, { version }),
  ),
);
const someSteps = fc.array(fc.tuple(anyone, anyStep), { minLength: 1, maxLength: 12 });

/** Mostly what can be done, so that sequences get somewhere. */
const start = (): Scene => {
  const own = (id: string, createdBy: string) => record(id, { createdBy });
  const shared = (id: string, relationshipId: string): ActionRecord =>
    record(id, { context: { type: 'relationship', relationshipId }, createdBy: 'ada' });
  return scene([own('a0', 'ada'), own('a1', 'gus'), shared('a2', 'ada-ben'), shared('a3', 'ada-gus')]);
};

async function refused(step: Promise<unknown>): Promise<boolean> {
  try {
    await step;
    return false;
  } catch (error) {
    if (error instanceof BackendError && error.code !== 'internal') return true;
    throw error;
  }
}

// ── the independent list ────────────────────────────────────────────────────────────────────────

const anyQuery: fc.Arbitrary<ActionQuery & { sort: ActionSort }> = fc.record(
  {
    sort: fc.constantFrom<ActionSort[]>('due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'),
    status: fc.subarray(['todo', 'overdue', 'done', 'doneLate', 'notDone'] as const),
    assignee: fc.constantFrom('me', 'ada', 'ben'),
    context: fc.constantFrom('personal', 'relationship', 'relationship:ada-ben', 'relationship:ada-gus', 'room'),
    overdue: fc.boolean(),
    dueFrom: anyDate,
    dueTo: anyDate,
    recent: fc.constantFrom(1, 30),
    query: fc.constantFrom('deck', 'É', ''),
  },
  { requiredKeys: ['sort'] },
);

/** What the list must hold, found by looking at everything: all that the viewer may see and the filter takes, in order. */
async function looked(at: Scene, viewerId: string, query: ActionQuery & { sort: ActionSort }): Promise<string[]> {
  const { actions, relationships } = await everything(at.repository);
  const viewer = snapshot().people.find(({ id }) => id === viewerId) as Person;
  const access = accessOf({ personId: viewerId, role: viewer.role }, relationships);
  const today = dayAt(NOW, 'Europe/Berlin');
  const { sort, ...filter } = query;
  return actions
    .filter((action) => action.deleted === null && canSee(action, access) && matches(action, filter, today, viewerId))
    .map(({ id, ...action }) => ({ id, key: sortKey(action, sort) }))
    .sort(comparatorOf(sort))
    .map(({ id }) => id);
}

async function walked(backend: Backend, query: ActionQuery, limit: number, between?: () => Promise<void>) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await backend.actions.list({ ...query, limit, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
    if (cursor !== undefined) await between?.();
  } while (cursor !== undefined);
  return ids;
}

// ── the properties ──────────────────────────────────────────────────────────────────────────────

describe('Whatever is done by whomever,', () => {
  it('a refused call writes nothing, and a change makes exactly the next version, kept with its change of state', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        const at = start();
        for (const [who, step] of steps) {
          const before = await everything(at.repository);
          if (await refused(step(at.as(who)))) {
            assert.deepEqual(await everything(at.repository), before);
            continue;
          }
          const after = await everything(at.repository);
          const earlier = new Map(before.actions.map((action) => [action.id, action]));
          let stateChanges = before.stateChanges.length;
          for (const action of after.actions) {
            const was = earlier.get(action.id);
            if (was === undefined) assert.equal(action.version, 1);
            else if (action !== was) {
              assert.equal(action.version, was.version + 1);
              assert.notDeepEqual({ ...action, version: 0, updatedAt: '' }, { ...was, version: 0, updatedAt: '' });
            }
            if (was?.state !== action.state) stateChanges++;
          }
          assert.equal(after.stateChanges.length, stateChanges);
          assert.ok(after.actions.length >= before.actions.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('each action is closed exactly when its state is, and no state is one its context lacks', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        const at = start();
        for (const [who, step] of steps) await refused(step(at.as(who)));
        for (const { state, closed } of (await everything(at.repository)).actions) {
          assert.ok(['todo', 'done', 'notDone'].includes(state));
          assert.equal(closed !== null, state !== 'todo');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a list holds what its viewer may see and its filter takes, in order, page by page, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        someSteps,
        anyone,
        anyQuery,
        fc.integer({ min: 1, max: 4 }),
        async (steps, viewer, query, limit) => {
          const at = start();
          for (const [who, step] of steps) await refused(step(at.as(who)));
          const expected = await looked(at, viewer, query);
          assert.deepEqual(await walked(at.as(viewer), query, limit), expected);
          assert.equal((await at.as(viewer).actions.list({ ...query, count: true })).count, expected.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a walk over the pages gives every unchanged action exactly once, though others change meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, anyQuery, fc.integer({ min: 1, max: 3 }), async (steps, query, limit) => {
        const at = start();
        for (const id of ['a4', 'a5']) await at.as('ada').actions.create(promiseDraft({ id }));
        const before = await everything(at.repository);
        const visibleBefore = await looked(at, 'ada', query);
        const rest = [...steps];
        const ids = await walked(at.as('ada'), query, limit, async () => {
          const next = rest.shift();
          if (next) await refused(next[1](at.as(next[0])));
        });
        const after = new Map((await everything(at.repository)).actions.map((action) => [action.id, action]));
        for (const id of visibleBefore) {
          const unchanged = after.get(id) === before.actions.find((action) => action.id === id);
          if (unchanged) assert.equal(ids.filter((other) => other === id).length, 1, `${id} in ${ids.join()}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
