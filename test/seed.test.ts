// The demo's rooms and engagements on any day it is begun: each in the stage that it is there to show, its people in their
// roles, and every date that is kept the one that the plan gives.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOpen } from '@followthrough/core/domain';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { ActionRecord, RoomPlan } from '@followthrough/core/schema';
import { ENGAGEMENTS } from '../demo/seed/engagements.ts';
import { PROGRAMMES } from '../demo/seed/programmes/programmes.ts';
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
  it('has nine templates that nothing stands in the way of, twelve rooms and sixty engagements', async () => {
    const backend = backendOver(await demoSnapshot(MONDAY), MONDAY);
    const { items } = await backend.templates.list();
    const written = [...TEMPLATES, ...PROGRAMMES].map(({ id }) => id);
    assert.deepEqual(items.map(({ id }) => id).sort(), written.sort());
    for (const { id, kind, sectionCount, actionCount, itemCount } of items) {
      const { faults, warnings } = await backend.templates.check(id, { start: '2026-12-14' });
      assert.deepEqual(faults, [], id);
      assert.deepEqual(
        warnings.filter(({ code }) => code === 'no-date' || code === 'out-of-range' || code === 'in-past'),
        [],
        id,
      );
      if (kind === 'engagement') assert.ok(itemCount >= 5 && itemCount <= 13, id);
      else assert.ok(sectionCount >= 3 && sectionCount <= 5 && actionCount >= 12 && actionCount <= 25, id);
    }
    assert.equal(PROGRAMMES.length, 5);
    assert.equal(ROOMS.length, 12);
    assert.equal(ENGAGEMENTS.length, 60);
    const { items: groups } = await backend.groups.list();
    assert.equal(groups.length, 8);
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
      await assertStages(backend, snapshot, now);
      const written = [...(snapshot.actions ?? []), ...(snapshot.engagements ?? []), ...(snapshot.items ?? [])].flatMap(
        ({ createdAt, updatedAt }) => [createdAt, updatedAt],
      );
      assert.ok(
        written.every((at) => Date.parse(at) <= now),
        'nothing was written in the future',
      );
    });
  }
});

/** Every engagement is where its story says, with what that shows. */
async function assertStages(
  backend: ReturnType<typeof backendOver>,
  { engagements = [] }: Awaited<ReturnType<typeof demoSnapshot>>,
  now: number,
): Promise<void> {
  const states = new Set<string>();
  for (const { id, shareCount } of engagements) {
    const story = ENGAGEMENTS.find((one) => id.startsWith(`${one.id}-`));
    const told = await backend.engagements.get(id);
    const { done, total } = told.progress;
    switch (story?.stage) {
      case 'draft':
        assert.ok(told.status === 'draft' && done === 0, id);
        break;
      case 'active':
        assert.ok(told.status === 'active' && told.sharedAt === null && shareCount === 0, id);
        break;
      case 'shared':
        assert.ok(told.status === 'active' && told.sharedAt !== null && done < total, id);
        break;
      case 'unshared':
        assert.ok(told.status === 'active' && told.sharedAt === null && shareCount === 1, id);
        break;
      case 'over':
        assert.ok(told.sharedAt !== null && done === total && Date.parse(told.endDate ?? '') < now, id);
        break;
      default:
        assert.fail(`${id} is of no story`);
    }
    for (const item of told.items) if (!item.locked) states.add(`${item.kind} ${item.state}`);
  }
  // Of each of the six kinds something is done; something is ahead, and something not scheduled yet.
  for (const kind of ['session', 'assessment', 'file', 'link', 'action', 'feedback'])
    for (const state of ['completed', 'unscheduled']) assert.ok(states.has(`${kind} ${state}`), `${kind} ${state}`);
  for (const kind of ['session', 'assessment', 'file', 'action'])
    assert.ok(states.has(`${kind} scheduled`), `${kind} scheduled`);
}

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
