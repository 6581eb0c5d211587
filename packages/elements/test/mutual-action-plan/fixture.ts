// A room with a plan on the real local backend, its clock stopped on Friday 15 May 2026: Ada made it, Ben is a member, Gus
// (the contact) and Hal of Globex are its guests, Mia of Globex is not. And the element that shows it, as a host page would
// put it there.
import { fixture } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import { keyAfter } from '@followthrough/core/domain';
import type {
  ActionDraft,
  ActionRecord,
  DateRule,
  Id,
  Person,
  PlannedDateDraft,
  RoomRecord,
  SectionRecord,
} from '@followthrough/core/schema';
import { html } from 'lit';
import '../../src/mutual-action-plan/define.ts';
import type { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import { textOf } from '../parts/roles.ts';
import { waitUntil } from '../parts/wait.ts';

const NOW = Date.UTC(2026, 4, 15, 9);
export const now = () => NOW;

type Anchor = Extract<DateRule, { type: 'relative' }>['anchor'];

const on = (date: string): PlannedDateDraft => ({ rule: { type: 'fixed', date } });
const after = (amount: number, anchor: Anchor, unit: 'day' | 'week' = 'day'): PlannedDateDraft => ({
  rule: { type: 'relative', amount, unit, anchor },
});
const done = (actionId: Id): Anchor => ({ type: 'actionCompleted', actionId });

function person(id: Id, name: string, companyId: Id | null = null): Person {
  const side = companyId === null ? 'internal' : 'external';
  const role = side === 'internal' ? 'member' : 'guest';
  return { id, name, email: null, avatarUrl: null, side, role, companyId, timeZone: null, version: 1 };
}

/**
 * The backends of everybody, over one workspace.
 * @param actions how many actions Ada's room has already, in one section
 */
export function workspace(actions = 0): (viewerId: Id) => Backend {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
  const repository = createMemoryRepository({
    workspace: { id: 'w', name: 'Fernhill', timeZone: 'UTC', locale: 'en-GB', calendar, version: 1 },
    companies: [{ id: 'globex', name: 'Globex', version: 1 }],
    people: [
      person('ada', 'Ada Lind'),
      person('ben', 'Ben Okafor'),
      { ...person('dora', 'Dora Admin'), role: 'admin' },
      person('gus', 'Gus Meyer', 'globex'),
      person('hal', 'Hal Brandt', 'globex'),
      person('mia', 'Mia Chen', 'globex'),
    ],
    ...(actions > 0 && largeRoom(actions)),
  });
  let made = 0;
  const newId = () => `made-${++made}`;
  return (viewerId) => createLocalBackend({ repository, viewerId, now, newId });
}

/** A room with so many actions, as it is kept. */
function largeRoom(count: number) {
  const at = '2026-05-01T09:00:00.000Z';
  const [by] = ['ada'];
  const made = { createdBy: by, createdAt: at, updatedAt: at, updatedBy: by, version: 1, deleted: null };
  const room: RoomRecord = {
    ...{ id: 'room', name: 'Large', companyId: 'globex', targetDate: null, timeZone: null, memberIds: [by] },
    ...{ guests: [], primaryContactId: null },
    ...made,
  };
  let position = '';
  const actions = Array.from({ length: count }, (_, index): ActionRecord => {
    position = keyAfter(position || null);
    return {
      ...{ id: `a${index}`, title: `Step ${index}`, description: '', assignee: null, start: null, due: null, position },
      context: { type: 'room', roomId: 'room', sectionId: 'all', internalOnly: false },
      ...{ state: 'todo', closed: null },
      ...made,
    };
  });
  const sections: SectionRecord[] = [{ id: 'all', roomId: 'room', name: 'All', position: 'V01', ...made }];
  return { rooms: [room], sections, actions };
}

/** What is written to make an action of the room. */
function drafted(
  id: Id,
  sectionId: Id,
  title: string,
  { internalOnly = false, ...more }: Partial<ActionDraft> & { internalOnly?: boolean } = {},
): ActionDraft {
  return { id, title, context: { type: 'room', roomId: 'room', sectionId, internalOnly }, ...more };
}

/**
 * The room: kick-off due on the 20th with Ben; the NDA with the contact; goals 3 days after kick-off is done, with the
 * company; an internal margin check a day after the goals are due; the pilot a week after the first section is completed.
 */
async function roomOf(as: (viewerId: Id) => Backend, guests: readonly Id[] = ['gus', 'hal']): Promise<void> {
  const ada = as('ada');
  await ada.rooms.create({
    id: 'room',
    name: 'Globex evaluation',
    companyId: 'globex',
    memberIds: ['ben'],
    targetDate: '2026-06-20',
  });
  await ada.sections.create('room', { id: 'start', name: 'Getting started' });
  await ada.sections.create('room', { id: 'pilot', name: 'Pilot' });
  const drafts = [
    drafted('kick', 'start', 'Kick-off', { due: on('2026-05-20'), assignee: { type: 'person', personId: 'ben' } }),
    drafted('nda', 'start', 'Sign the NDA', { due: on('2026-05-18'), assignee: { type: 'primaryContact' } }),
    drafted('goals', 'start', 'Agree the goals', { due: after(3, done('kick')), assignee: { type: 'company' } }),
    drafted('margin', 'start', 'Check the margin', {
      internalOnly: true,
      due: after(1, { type: 'actionDue', actionId: 'goals' }),
      assignee: { type: 'person', personId: 'ada' },
    }),
    drafted('run', 'pilot', 'Run the pilot', {
      due: after(1, { type: 'sectionCompleted', sectionId: 'start' }, 'week'),
    }),
    drafted('review', 'pilot', 'Review it', { assignee: { type: 'primaryContact' } }),
  ];
  for (const draft of drafts) await ada.actions.create(draft);
  for (const guest of guests) await ada.rooms.share('room', guest);
}

const warnings: string[] = [];
const warn = console.warn.bind(console);
console.warn = (...args: unknown[]) => {
  const text = args.map(String).join(' ');
  if (/lit\.dev/.test(text) && !/dev-mode/.test(text)) warnings.push(text);
  warn(...args);
};

/** What Lit has warned of so far. */
export const litWarnings = () => warnings;

/** The plan on the page, loaded. */
export async function planOn({
  backend,
  attributes = {},
  width = 1100,
}: {
  backend: Backend;
  attributes?: Record<string, string>;
  width?: number;
}): Promise<MutualActionPlan> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = `${width}px`;
  const plan = document.createElement('mutual-action-plan');
  for (const [name, value] of Object.entries({ room: 'room', ...attributes })) plan.setAttribute(name, value);
  plan.backend = backend;
  plan.now = now;
  place.append(plan);
  await waitUntil(() => plan.planStore?.$plan.get() != null, 'the plan does not come');
  await plan.updateComplete;
  return plan;
}

/** The plan of that room as somebody looks at it. */
export async function roomOn(
  viewerId: Id = 'ada',
  more: { attributes?: Record<string, string>; width?: number; guests?: readonly Id[] } = {},
): Promise<{ plan: MutualActionPlan; as: (viewerId: Id) => Backend }> {
  const as = workspace();
  await roomOf(as, more.guests);
  return { plan: await planOn({ backend: as(viewerId), ...more }), as };
}

/** The rows of the grid, in order. */
function rows(plan: MutualActionPlan): HTMLElement[] {
  return [...plan.renderRoot.querySelectorAll<HTMLElement>('.rows > [role="row"]')];
}

/** What the rows are called: a section in capitals, an action by its title. */
export function outline(plan: MutualActionPlan): string[] {
  return rows(plan).flatMap((row) => {
    const section = row.querySelector('.section-name');
    if (section) return [textOf(section).toUpperCase()];
    const title = row.querySelector('.text');
    return title ? [textOf(title)] : [];
  });
}

export function rowOf(plan: MutualActionPlan, title: string): HTMLElement {
  const found = rows(plan).find((row) =>
    [row.querySelector('.text'), row.querySelector('.section-name')].some((name) => name && textOf(name) === title),
  );
  if (!found) throw new Error(`there is no row “${title}” among ${outline(plan).join(', ')}`);
  return found;
}

/** The cell of a row's column. */
export function cellOf(plan: MutualActionPlan, title: string, column: string): HTMLElement {
  const cell = rowOf(plan, title).querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!cell) throw new Error(`“${title}” has no ${column}`);
  return cell;
}

/** What a cell says, to whoever hears it. */
export function said(plan: MutualActionPlan, title: string, column: string): string {
  const cell = cellOf(plan, title, column);
  return cell.getAttribute('aria-label') ?? textOf(cell);
}

/** Waits until a cell says something that fits. */
export async function saysSoon(plan: MutualActionPlan, title: string, column: string, wanted: RegExp): Promise<void> {
  await waitUntil(() => wanted.test(said(plan, title, column)), `“${title}” never says ${wanted} in ${column}`);
}
