// The demo's rooms on any day it is begun: each in the stage that it is there to show, its people in their roles, and every
// date that is kept the one that the plan gives.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOpen } from '@followthrough/core/domain';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { ActionRecord, RoomPlan } from '@followthrough/core/schema';
import { ROOMS } from '../demo/seed/rooms.ts';
import { demoSnapshot } from '../demo/seed/snapshot.ts';
import { TEMPLATES } from '../demo/seed/templates.ts';

const DAY = 86_400_000;
/** A Monday; what follows takes in weekends and Christmas. */
const MONDAY = Date.UTC(2026, 11, 14, 9, 30);
const DAYS = Array.from({ length: 15 }, (_, at) => MONDAY + at * DAY);

const openOf = ({ actions }: RoomPlan) => actions.filter(({ state }) => isOpen(state));
const share = ({ progress: { done, total } }: RoomPlan) => done / total;

/** What each room shows, whatever the day. */
const STAGES: Readonly<Record<string, (plan: RoomPlan) => boolean>> = {
  'globex-evaluation': (plan) => share(plan) > 0.4 && share(plan) < 0.7 && plan.finish.state === 'onTrack',
  'globex-security': (plan) =>
    plan.actions.some(({ overdue }) => overdue) &&
    openOf(plan).every(({ due, assignee }) => due?.basis === 'projected' || assignee?.type === 'company'),
  'meridian-evaluation': (plan) => plan.progress.done === 0 && plan.room.guests.length === 0,
  'meridian-onboarding': (plan) => plan.finish.state === 'late' && openOf(plan).length > 0,
  'oakhurst-evaluation': (plan) => share(plan) > 0 && share(plan) < 0.3 && plan.room.primaryContactId === 'carl-jensen',
  'brightwater-renewal': (plan) => plan.finish.state === 'atRisk' && plan.actions.some(({ overdue }) => overdue),
  'brightwater-evaluation': (plan) =>
    plan.finish.target === null && plan.actions.some(({ state }) => state === 'cancelled'),
  'kestrel-security': (plan) => openOf(plan).length === 1,
  'kestrel-onboarding': (plan) => openOf(plan).length === 0 && plan.progress.total > 15,
  'ponte-evaluation': (plan) => plan.room.primaryContactId === null && plan.room.guests.length === 1,
  'indus-renewal': (plan) => plan.actions.some(({ due, state }) => due?.pinned != null && isOpen(state)),
  'indus-roadmap': (plan) => plan.sections.length === 0 && plan.room.guests.length === 1,
};

describe('the seed', () => {
  it('has four templates that nothing stands in the way of, and twelve rooms', async () => {
    const backend = backendOver(await demoSnapshot(MONDAY), MONDAY);
    const { items } = await backend.templates.list();
    assert.deepEqual(items.map(({ id }) => id).sort(), TEMPLATES.map(({ id }) => id).sort());
    for (const { id, sectionCount, actionCount } of items) {
      const { faults, warnings } = await backend.templates.check(id, { start: '2026-12-14' });
      assert.deepEqual(faults, [], id);
      assert.deepEqual(
        warnings.filter(({ code }) => code === 'no-date' || code === 'out-of-range' || code === 'in-past'),
        [],
        id,
      );
      assert.ok(sectionCount >= 3 && sectionCount <= 5 && actionCount >= 12 && actionCount <= 25, id);
    }
    assert.equal(ROOMS.length, 12);
  });

  it('is the same for one moment', async () => {
    assert.deepEqual(await demoSnapshot(MONDAY), await demoSnapshot(MONDAY));
  });

  for (const now of DAYS) {
    it(`tells every stage on ${new Date(now).toISOString().slice(0, 10)}`, async () => {
      const snapshot = await demoSnapshot(now);
      const backend = backendOver(snapshot, now);
      const people = new Map(snapshot.people.map((person) => [person.id, person]));
      for (const { id } of snapshot.rooms ?? []) {
        const plan = await backend.rooms.plan(id);
        assert.ok(STAGES[id]?.(plan), `${id}: ${JSON.stringify({ ...plan.progress, ...plan.finish })}`);
        for (const action of plan.actions) {
          const kept = snapshot.actions?.find((record) => record.id === action.id);
          assert.deepEqual(datesOf(kept as ActionRecord), datesOf(action as unknown as ActionRecord), action.title);
          const closer = people.get(action.closed?.by ?? '');
          if (closer?.side === 'external')
            assert.notEqual(action.assignee, null, `${closer.name} did what is nobody’s`);
        }
      }
      const written = (snapshot.actions ?? []).flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]);
      assert.ok(
        written.every((at) => Date.parse(at) <= now),
        'nothing was written in the future',
      );
    });
  }
});

function backendOver(snapshot: Awaited<ReturnType<typeof demoSnapshot>>, now: number) {
  return createLocalBackend({
    repository: createMemoryRepository(snapshot),
    viewerId: 'noor-haddad',
    now: () => now,
    newId: () => crypto.randomUUID(),
  });
}

function datesOf({ start, due }: Pick<ActionRecord, 'start' | 'due'>) {
  return [start, due].map((one) => one && { date: one.date, basis: one.basis, waitingOn: one.waitingOn });
}
