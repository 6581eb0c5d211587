// What was deleted is kept for 30 days and then forgotten, with all that was in it; nothing else goes with it.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { ActionContext, RoomRecord, SectionRecord, StateChange } from '@followthrough/core/schema';
import { sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { forgetDeleted } from '../../src/repository/forget-deleted.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { acme, action, dueOn, NOW } from '../support/world.ts';
import { engagementOf, itemsOf } from '../support/engagement-world.ts';

export const forgetDeletedSuite: Suite = { title: 'What was deleted', tests };

const DAY = 86_400_000;
const at = (days: number) => new Date(NOW - days * DAY).toISOString();
const MADE = { createdBy: 'mia', createdAt: at(90), updatedAt: at(90), updatedBy: 'mia', version: 1 };
/** Deleted so many days ago; `null`: not at all. */
const gone = (days: number | null) => (days === null ? null : { at: at(days), by: 'mia' });

const room = (id: string, days: number | null): RoomRecord => ({
  id,
  name: id,
  companyId: 'globex',
  targetDate: null,
  timeZone: null,
  memberIds: ['mia'],
  guests: [{ personId: 'gus', sharedAt: at(80) }],
  primaryContactId: null,
  ...MADE,
  deleted: gone(days),
});
const section = (id: string, roomId: string, days: number | null): SectionRecord => {
  const deletion = gone(days);
  return { id, roomId, name: id, position: 'V01', ...MADE, deleted: deletion && { ...deletion, actionIds: [] } };
};
const inRoom = (roomId: string, sectionId: string): ActionContext => ({
  type: 'room',
  roomId,
  sectionId,
  internalOnly: false,
});
const engaged = { coachId: 'mia', coacheeIds: ['rob'], spectatorIds: [], createdBy: 'mia', updatedBy: 'mia' };

function tests(engine: Engine): void {
  before(async () => {
    const actions = [
      action('open'),
      action('lately', { deleted: gone(29) }),
      action('long-ago', { deleted: gone(31), due: dueOn('2026-05-01') }),
      action('kept-in-plan', { context: inRoom('kept', 'kept-section'), position: 'V01' }),
      action('of-section', { context: inRoom('kept', 'gone-section'), position: 'V01', deleted: gone(31) }),
      action('of-room', { context: inRoom('gone', 'in-gone'), position: 'V01' }),
      action('of-item', {
        context: { type: 'engagement', engagementId: 'gone-programme', itemId: 'gone-programme-action' },
      }),
    ];
    const stateChanges = actions.map(({ id }): StateChange => ({
      id: `change-${id}`,
      actionId: id,
      from: null,
      to: 'todo',
      at: at(90),
      by: 'mia',
    }));
    await seedWorkspace(
      engine.database,
      acme({
        actions,
        stateChanges,
        rooms: [room('kept', null), room('lately-gone', 29), room('gone', 31)],
        sections: [
          section('kept-section', 'kept', null),
          section('gone-section', 'kept', 31),
          section('in-gone', 'gone', null),
        ],
        engagements: [
          engagementOf('active', 'programme', engaged),
          engagementOf('active', 'gone-programme', { ...engaged, deleted: gone(31) }),
        ],
        items: [
          ...itemsOf('programme').map((one, index) => ({
            ...one,
            createdBy: 'mia',
            updatedBy: 'mia',
            deleted: gone(index === 0 ? 31 : null),
          })),
          ...itemsOf('gone-programme').map((one) => ({ ...one, createdBy: 'mia', updatedBy: 'mia' })),
        ],
        templates: [
          { id: 'template', name: 'T', content: { kind: 'room', sections: [] }, ...MADE, deleted: null },
          { id: 'gone-template', name: 'G', content: { kind: 'room', sections: [] }, ...MADE, deleted: gone(31) },
        ],
        notifications: ['programme', 'gone-programme'].map((engagementId) => ({
          id: `told-${engagementId}`,
          kind: 'engagement.shared',
          personId: 'rob',
          cause: engagementId,
          engagementId,
          by: 'mia',
          at: at(60),
          channels: ['platform'],
          readAt: null,
          version: 1,
        })),
      }),
    );
  });

  const ids = (table: string, column = 'id') =>
    inWorkspace(engine.database, 'acme', async (query) => {
      const { rows } = await sql<{
        id: string;
      }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`.execute(query);
      return rows.map(({ id }) => id).sort();
    });

  it('is forgotten after 30 days, with all that was in it, and nothing else is', async () => {
    const items = (await ids('item')).filter((id) => id.startsWith('programme-'));
    await forgetDeleted(engine.database, NOW);
    assert.deepEqual(await ids('action'), ['kept-in-plan', 'lately', 'open']);
    assert.deepEqual(await ids('state_change', 'action_id'), ['kept-in-plan', 'lately', 'open']);
    assert.deepEqual(await ids('room'), ['kept', 'lately-gone']);
    assert.deepEqual(await ids('room_person', 'room_id'), ['kept', 'lately-gone']);
    assert.deepEqual(await ids('section'), ['kept-section']);
    assert.deepEqual(await ids('engagement'), ['programme']);
    assert.deepEqual(
      await ids('item'),
      items.filter((id) => id !== itemsOf('programme')[0]?.id),
    );
    assert.deepEqual(await ids('template'), ['template']);
    assert.deepEqual(await ids('notification', 'engagement_id'), ['programme']);
  });

  it('goes a day later where it was deleted a day later', async () => {
    await forgetDeleted(engine.database, NOW + 2 * DAY);
    assert.deepEqual(await ids('action'), ['kept-in-plan', 'open']);
    assert.deepEqual(await ids('room'), ['kept']);
  });
}
