// A room with a plan for tests: Ada made it, Ben is a member, Gus of Globex (the contact) and Hal of Globex are guests, Dora
// is an admin and Eve and Ivy are outside. Kick-off, then what rests on it, some of it internal-only.
import type { Backend } from '@followthrough/core/backend';
import type { ActionDraft, DateRule, PlannedDateDraft } from '@followthrough/core/schema';
import { scene, type Scene } from './workspace.ts';

export type Everyone = Backend;

type Anchor = Extract<DateRule, { type: 'relative' }>['anchor'];

export function on(date: string): PlannedDateDraft {
  return { rule: { type: 'fixed', date } };
}

export function after(amount: number, anchor: Anchor, pinned?: string): PlannedDateDraft {
  const rule: DateRule = { type: 'relative', amount, unit: 'day', anchor };
  return pinned === undefined ? { rule } : { rule, pinned };
}

export const completed = (actionId: string): Anchor => ({ type: 'actionCompleted', actionId });
export const dueOf = (actionId: string): Anchor => ({ type: 'actionDue', actionId });
export const finished = (sectionId: string): Anchor => ({ type: 'sectionCompleted', sectionId });

/** What is written to make an action of the room. */
export function roomDraft(
  id: string,
  more: Partial<ActionDraft> & { in?: string; internalOnly?: boolean } = {},
): ActionDraft {
  const { in: sectionId = 'start', internalOnly = false, ...rest } = more;
  return { id, context: { type: 'room', roomId: 'globex', sectionId, internalOnly }, title: `Title of ${id}`, ...rest };
}

/**
 * The room with sections `start` and `finish`: kick-off due on the 20th; the pilot 3 days after it is completed; the secret
 * internal step 2 days after the pilot is due; the launch 1 day after that secret's due date, in `finish`.
 */
export async function roomScene(): Promise<Scene> {
  const world = scene();
  await fillRoom(world.as('ada'));
  return world;
}

/** Makes that room on any backend, as Ada. */
export async function fillRoom(ada: Everyone): Promise<void> {
  await ada.rooms.create({ id: 'globex', name: 'Globex evaluation', companyId: 'globex', memberIds: ['ben'] });
  await ada.rooms.share('globex', 'gus');
  await ada.rooms.share('globex', 'hal');
  await ada.sections.create('globex', { id: 'start', name: 'Start' });
  await ada.sections.create('globex', { id: 'hidden', name: 'Behind the scenes' });
  await ada.sections.create('globex', { id: 'finish', name: 'Finish' });
  await ada.actions.create(
    roomDraft('kickoff', { due: on('2026-05-20'), assignee: { type: 'person', personId: 'ben' } }),
  );
  await ada.actions.create(
    roomDraft('pilot', { due: after(3, completed('kickoff')), assignee: { type: 'primaryContact' } }),
  );
  await ada.actions.create(
    roomDraft('secret', { in: 'hidden', internalOnly: true, due: after(2, dueOf('pilot')), title: 'Margin call' }),
  );
  await ada.actions.create(
    roomDraft('launch', { in: 'finish', due: after(1, dueOf('secret')), assignee: { type: 'company' } }),
  );
}
