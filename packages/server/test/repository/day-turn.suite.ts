// Dates in SQL are the engine's, after random histories and days that turned; and two that bring a room to its day at the
// same moment do not stand in each other's way.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createLocalBackend } from '@followthrough/core/local-backend';
import { assertDatesAreKept, beginning } from '../../../core/test/local-backend/day-turn-suite.ts';
import { after, completed, fillRoom, on, roomDraft } from '../../../core/test/local-backend/room-scene.ts';
import { NOW } from '../../../core/test/local-backend/workspace.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import type { Engine, Suite } from '../support/engine.ts';

export const dayTurnSuite: Suite = { title: 'The dates that are kept', tests };

function tests(engine: Engine): void {
  async function open() {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, beginning());
    return createSqlRepository(engine.database, 'acme', { holding: true });
  }

  it('are the engine’s, whatever is done and however many days go by', () =>
    assertDatesAreKept(open, engine.full ? 200 : 10));

  it('turn with the day while several look and change at the same moment', async () => {
    const writing = await open();
    const reading = createSqlRepository(engine.database, 'acme');
    let now = NOW;
    let made = 0;
    const as = (viewerId: string, repository = reading) =>
      createLocalBackend({ repository, viewerId, now: () => now, newId: () => `made-${++made}` });
    const ada = as('ada', writing);
    await fillRoom(ada);
    await ada.actions.create(roomDraft('late', { due: on('2026-05-10') }));
    await ada.actions.create(roomDraft('next', { due: after(2, completed('late')) }));
    for (let day = 1; day <= 5; day++) {
      now += 86_400_000;
      await Promise.all([
        as('ada').actions.list({ context: 'room' }),
        as('gus').actions.list(),
        as('dora').actions.list({ sort: '-due' }),
        ada.actions.update('late', { due: on(`2026-05-1${day}`) }, { version: day }),
        as('ben').actions.list({ overdue: true }),
      ]);
      const worked = (await ada.rooms.plan('globex')).actions.map(({ id, due, version }) => [id, due?.date, version]);
      const listed = (await as('ada').actions.list({ context: 'room' })).items;
      const dates = new Map(listed.map(({ id, due, version }) => [id, [id, due?.date, version]]));
      for (const each of worked) assert.deepEqual(dates.get(String(each[0])), each);
    }
  });
}
