// The port over HTTP is the port: whatever is asked of the real client on the real server is answered as the local backend
// answers it in memory – every value, every refusal with its rule, its faults and what stands instead.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionSort, ActionState } from '@followthrough/core/schema';
import fc from 'fast-check';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService } from '../support/service.ts';
import { acme, action, closed, dueOn, inDays, NOW, shared } from '../support/world.ts';

export const portSuite: Suite = { title: 'The port over HTTP', tests };

type Deed = (backend: Backend) => Promise<unknown>;

const PEOPLE = ['mia', 'rob', 'vic', 'nia', 'sam', 'ada', 'gus'];

function world(): WorkspaceSnapshot {
  return acme({
    actions: [
      action('a1', { due: dueOn(inDays(2)) }),
      action('a2', { due: dueOn(inDays(-2)), createdBy: 'rob' }),
      closed(action('a3', { due: dueOn(inDays(-2)), createdBy: 'nia' }), 'done', inDays(-1)),
      shared('a4'),
      shared('a5', { due: dueOn(inDays(-1)), createdBy: 'rob' }),
      closed(shared('a6', { due: dueOn(inDays(-9)) }), 'notDone', inDays(-5)),
      shared('a7', { deleted: { at: '2026-05-14T00:00:00.000Z', by: 'mia' } }),
    ],
  });
}

const actionId = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'new1', 'new2', 'never');
const relationshipId = fc.constantFrom('mia-rob', 'mia-nia', 'r-new', 'never');
const meetingId = fc.constantFrom('monday', 'm-mia-rob', 'm-mia-nia', 'never');
const meetingTime = fc.constantFrom(
  '2026-05-15T09:00:00.000Z',
  '2026-05-14T10:00:00Z',
  '2026-06-01T09:00:00.000Z',
  'noon',
);
const date = fc.constantFrom(inDays(-1), inDays(0), inDays(5), '2026-02-30', '2200-01-01');
const fixed = date.map((day) => ({ rule: { type: 'fixed' as const, date: day } }));
const title = fc.constantFrom('Call', 'Zürich <b>', '', 'x'.repeat(501), 'a\0b');
const assignee = fc
  .constantFrom('mia', 'rob', 'sam', null)
  .map((personId) => personId && { type: 'person' as const, personId });
const version = fc.integer({ min: 1, max: 3 });
const state = fc.constantFrom<ActionState[]>('todo', 'done', 'notDone', 'inProgress');
const sort = fc.constantFrom<ActionSort[]>('due', '-due', 'title', '-updated', 'created');
const context = fc.oneof(
  fc.constant({ type: 'personal' as const }),
  relationshipId.map((id) => ({ type: 'relationship' as const, relationshipId: id })),
  fc.constantFrom('monday', 'm-mia-rob').map((id) => ({
    type: 'relationship' as const,
    relationshipId: 'mia-rob',
    meetingId: id,
  })),
);
const present = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const bulk = fc.oneof(
  fc.record({ operation: fc.constant('setState' as const), state }),
  fc.record({ operation: fc.constant('assign' as const), assignee }),
  fc.record({ operation: fc.constant('reschedule' as const), due: fc.option(fixed) }),
  fc.record({ operation: fc.constant('delete' as const) }),
);

const deed: fc.Arbitrary<{ name: string; run: Deed }> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('new1', 'new2', 'a1', 'otto'),
      context,
      title,
      assignee: some(assignee),
      due: some(fixed),
    })
    .map((draft) => ({
      name: `create ${JSON.stringify(draft)}`,
      run: (backend: Backend) => backend.actions.create(present(draft)),
    })),
  fc
    .record({
      id: actionId,
      patch: fc.record({ title: some(title), assignee: some(assignee), due: some(fc.option(fixed)) }),
      version,
    })
    .map((of) => ({
      name: `update ${JSON.stringify(of)}`,
      run: (backend: Backend) => backend.actions.update(of.id, present(of.patch), { version: of.version }),
    })),
  fc.record({ id: actionId, state }).map((of) => ({
    name: `set ${JSON.stringify(of)}`,
    run: (backend: Backend) => backend.actions.setState(of.id, of.state),
  })),
  fc.record({ id: actionId, version }).map((of) => ({
    name: `remove ${JSON.stringify(of)}`,
    run: (backend: Backend) => backend.actions.remove(of.id, { version: of.version }),
  })),
  actionId.map((id) => ({ name: `restore ${id}`, run: (backend: Backend) => backend.actions.restore(id) })),
  actionId.map((id) => ({ name: `get ${id}`, run: (backend: Backend) => backend.actions.get(id) })),
  actionId.map((id) => ({ name: `explain ${id}`, run: (backend: Backend) => backend.actions.explain(id) })),
  fc
    .record({ operation: bulk, ids: fc.array(actionId, { minLength: 1, maxLength: 5 }), dryRun: fc.boolean() })
    .map((of) => ({
      name: `bulk ${JSON.stringify(of)}`,
      run: (backend: Backend) => backend.actions.bulk({ ...of.operation, ids: of.ids, dryRun: of.dryRun }),
    })),
  fc
    .record({
      sort,
      limit: fc.integer({ min: 1, max: 5 }),
      query: some(fc.constantFrom('action', 'zür')),
      recent: some(fc.constant(3)),
    })
    .map((of) => ({
      name: `list ${JSON.stringify(of)}`,
      run: async (backend: Backend) => {
        const first = await backend.actions.list({ ...present(of), count: true });
        const second = first.next === null ? null : await backend.actions.list({ ...present(of), cursor: first.next });
        return [first, second];
      },
    })),
  fc
    .record({ managerId: fc.constantFrom('mia', 'sam', 'gus'), reportId: fc.constantFrom('rob', 'nia', 'sam') })
    .map((draft) => ({
      name: `relate ${JSON.stringify(draft)}`,
      run: (backend: Backend) => backend.relationships.create({ id: 'r-new', ...draft }),
    })),
  fc.record({ id: relationshipId, viewerIds: fc.subarray(['sam', 'vic', 'gus', 'otto']), version }).map((of) => ({
    name: `share ${JSON.stringify(of)}`,
    run: (backend: Backend) =>
      backend.relationships.update(of.id, { viewerIds: of.viewerIds }, { version: of.version }),
  })),
  relationshipId.map((id) => ({
    name: `relationship ${id}`,
    run: (backend: Backend) => backend.relationships.get(id),
  })),
  fc.constant({ name: 'relationships', run: (backend: Backend) => backend.relationships.list({ count: true }) }),
  relationshipId.map((id) => ({
    name: `meet ${id}`,
    run: (backend: Backend) => backend.meetings.create(id, { id: `m-${id}`, startsAt: '2026-05-20T10:00:00.000Z' }),
  })),
  relationshipId.map((id) => ({ name: `meetings ${id}`, run: (backend: Backend) => backend.meetings.list(id) })),
  meetingId.map((id) => ({ name: `meeting ${id}`, run: (backend: Backend) => backend.meetings.get(id) })),
  meetingId.map((id) => ({ name: `agenda ${id}`, run: (backend: Backend) => backend.meetings.agenda(id) })),
  fc
    .record({
      id: meetingId,
      patch: fc.record({
        title: some(fc.constantFrom('Weekly', null, '')),
        startsAt: some(meetingTime),
        endedAt: some(fc.option(meetingTime)),
      }),
      version,
    })
    .map((of) => ({
      name: `change meeting ${JSON.stringify(of)}`,
      run: (backend: Backend) => backend.meetings.update(of.id, present(of.patch), { version: of.version }),
    })),
  fc.constantFrom('internal', 'external').map((side) => ({
    name: `people ${side}`,
    run: (backend: Backend) => backend.people.list({ side: side as 'internal', query: 'i' }),
  })),
  fc.constant({ name: 'companies', run: (backend: Backend) => backend.companies.list() }),
  fc.constant({ name: 'groups', run: (backend: Backend) => backend.groups.list() }),
  fc.constant({ name: 'me', run: (backend: Backend) => backend.me() }),
);

/** What became of a deed, as far as both ways must agree. */
async function outcomeOf(run: Deed, backend: Backend): Promise<unknown> {
  try {
    return { value: await run(backend) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const { code, rule, errors, from, allowed, current, currentVersion } = error;
    return { code, rule, errors, from, allowed, current, currentVersion };
  }
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
  });
  after(() => service.stop());

  function clientOf(person: string): Backend {
    return createClient({
      baseUrl: service.url,
      getToken: () => service.token(person),
      timing: { now: () => NOW },
      retry: { limit: 0 },
    });
  }

  it('answers whatever is asked as the local backend does in memory', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.constantFrom(...PEOPLE, 'mia', 'mia', 'rob'), deed }), {
          minLength: 25,
          maxLength: 25,
        }),
        async (deeds) => {
          await removeWorkspace(engine.database, 'acme');
          await seedWorkspace(engine.database, world());
          const repository = createMemoryRepository(world());
          let made = 0;
          for (const {
            person,
            deed: { name, run },
          } of deeds) {
            const local = createLocalBackend({
              repository,
              viewerId: person,
              now: () => NOW,
              newId: () => `made-${++made}`,
            });
            const [here, there] = [await outcomeOf(run, local), await outcomeOf(run, clientOf(person))];
            assert.deepEqual(there, here, `${person}: ${name}`);
            const code = (here as { code?: string }).code ?? 'done';
            met.set(code, (met.get(code) ?? 0) + 1);
          }
        },
      ),
      { numRuns: engine.full ? 200 : 12 },
    );
    // The rarer ones are met for certain only where there are many runs; each has a test of its own besides.
    const rare = engine.full ? ['validation', 'version-conflict'] : [];
    for (const code of ['done', 'not-found', 'forbidden', ...rare]) {
      assert.ok(met.has(code), `${code} was never met: ${JSON.stringify([...met])}`);
    }
  });

  it('merges an edit with one of another field, and shows both sides where it was the same', async () => {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, world());
    const mia = clientOf('mia');
    const base = await mia.actions.get('a1');
    await mia.actions.update('a1', { description: 'meanwhile' }, { version: 1 });
    const merged = await mia.actions.update('a1', { title: 'Mine' }, { version: 1, base });
    assert.deepEqual([merged.title, merged.description, merged.version], ['Mine', 'meanwhile', 3]);
    const clash = mia.actions.update('a1', { title: 'Also mine' }, { version: 1, base });
    await assert.rejects(
      clash,
      (error: BackendError) => error.code === 'version-conflict' && error.currentVersion === 3,
    );
  });

  it('takes an intent once, however often it is sent', async () => {
    const mia = clientOf('mia');
    const intent = crypto.randomUUID();
    const draft = { context: { type: 'personal' as const }, title: 'Once only' };
    const first = await mia.actions.create(draft, { intent });
    assert.deepEqual(await mia.actions.create(draft, { intent }), first);
    const { count } = await mia.actions.list({ query: 'once only', count: true });
    assert.equal(count, 1);
  });
}
