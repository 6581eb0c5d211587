// The dates that are kept are those that the engine gives, whatever is done and however many days go by between (rulebook
// §3): a list goes by what is kept. That a day has turned makes no version.
import assert from 'node:assert/strict';
import type { Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, type Repository } from '@followthrough/core/local-backend';
import type { Action, PlannedDateDraft } from '@followthrough/core/schema';
import fc from 'fast-check';
import { after, completed, dueOf, finished, on, roomDraft } from './room-scene.ts';
import { NOW, snapshot } from './workspace.ts';

const DAY = 86_400_000;
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const id = fc.constantFrom(...IDS);
const section = fc.constantFrom('start', 'finish');
const due: fc.Arbitrary<PlannedDateDraft | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('2026-05-14', '2026-05-15', '2026-05-16', '2026-05-18').map(on),
  fc.tuple(fc.nat({ max: 3 }), id).map(([days, of]) => after(days, completed(of))),
  fc.tuple(fc.integer({ min: -2, max: 3 }), id).map(([days, of]) => after(days, dueOf(of))),
  fc.tuple(fc.nat({ max: 3 }), section).map(([days, of]) => after(days, finished(of))),
  fc.tuple(fc.nat({ max: 3 }), id).map(([amount, of]): PlannedDateDraft => {
    const anchor = { type: 'actionDue' as const, actionId: of };
    return { rule: { type: 'relative', amount, unit: 'businessDay', anchor } };
  }),
);
const state = fc.constantFrom('todo' as const, 'inProgress' as const, 'done' as const, 'cancelled' as const);
const version = async (backend: Backend, of: string) => (await backend.actions.get(of)).version;

type Step = { days: number; run: (ada: Backend, admin: Backend) => Promise<unknown> };
const run: fc.Arbitrary<Step['run']> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ id, in: section, due, start: due }).map(
      ({ id: of, ...rest }) =>
        (b: Backend) =>
          b.actions.create(roomDraft(of, rest)),
    ),
  },
  fc.tuple(id, due).map(
    ([of, date]) =>
      async (b: Backend) =>
        b.actions.update(of, { due: date }, { version: await version(b, of) }),
  ),
  fc.tuple(id, section).map(
    ([of, sectionId]) =>
      async (b: Backend) =>
        b.actions.update(of, { context: { sectionId } }, { version: await version(b, of) }),
  ),
  fc.tuple(id, state).map(
    ([of, to]) =>
      (b: Backend) =>
        b.actions.setState(of, to),
  ),
  fc.tuple(id, fc.constantFrom('freeze' as const, 'clear' as const)).map(
    ([of, dependents]) =>
      async (b: Backend) =>
        b.actions.remove(of, { version: await version(b, of), dependents }),
  ),
  id.map((of) => (b: Backend) => b.actions.restore(of)),
  fc
    .constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', null)
    .map(
      (timeZone) => async (b: Backend) =>
        b.rooms.update('globex', { timeZone }, { version: (await b.rooms.get('globex')).version }),
    ),
  fc
    .record(
      {
        timeZone: fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'),
        calendar: fc.record(
          {
            workingWeekdays: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
            holidays: fc.subarray(['2026-05-18', '2026-05-19', '2026-05-20']),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    )
    .map((patch) => async (_: Backend, admin: Backend) => {
      const { workspace } = await admin.me();
      return admin.workspace.update(patch, { version: workspace.version });
    }),
  fc.constant(() => Promise.resolve()),
);
const steps = fc.array(fc.record({ days: fc.constantFrom(0, 0, 1, 2, 9), run }), {
  minLength: 8,
  maxLength: 16,
  size: 'max',
});

const dates = (actions: readonly Action[]) =>
  actions
    .map(({ id: of, start, due: date, version: at, updatedAt }) => ({ of, start, due: date, at, updatedAt }))
    .sort((one, other) => (one.of < other.of ? -1 : 1));

/** Fails where a date that is kept is ever another than the engine's. `open` gives an empty workspace's repository. */
export async function assertDatesAreKept(open: () => Promise<Repository>, runs: number): Promise<void> {
  let turned = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const repository = await open();
      let now = NOW;
      let made = 0;
      const as = (viewerId: string) =>
        createLocalBackend({ repository, viewerId, now: () => now, newId: () => `made-${++made}` });
      const [ada, admin] = [as('ada'), as('dora')];
      await ada.rooms.create({ id: 'globex', name: 'Globex', companyId: 'globex' });
      for (const part of ['start', 'finish']) await ada.sections.create('globex', { id: part, name: part });
      // One is overdue, and another rests on it.
      await ada.actions.create(roomDraft('a', { due: on('2026-05-14') }));
      await ada.actions.create(roomDraft('b', { due: after(1, completed('a')), start: after(0, completed('a')) }));
      for (const { days, run: deed } of history) {
        now += days * DAY + 60_000;
        await deed(ada, admin).catch((error: BackendError) => assert.notEqual(error.code, 'internal', error.message));
        const before = dates((await repository.transaction((tx) => tx.actionsOfRoom('globex'))) as unknown as Action[]);
        const worked = dates((await ada.rooms.plan('globex')).actions);
        const listed = dates((await ada.actions.list({ context: 'room:globex' })).items);
        assert.deepEqual(listed, worked);
        const kept = dates((await repository.transaction((tx) => tx.actionsOfRoom('globex'))) as unknown as Action[]);
        const stripped = (all: typeof kept) =>
          all.map(({ of, start, due: date, at }) => [of, start?.date, start?.basis, date?.date, date?.basis, at]);
        assert.deepEqual(stripped(kept), stripped(worked));
        if (JSON.stringify(before) !== JSON.stringify(kept)) turned++;
      }
    }),
    { numRuns: runs },
  );
  assert.ok(turned > runs / 2, `a list brought dates to their day ${turned} times in ${runs} histories`);
}

/** The workspace that the histories begin with. */
export const beginning = snapshot;
