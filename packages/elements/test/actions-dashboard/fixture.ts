// Two rooms on the real local backend, its clock stopped on Friday 15 May 2026: Ana and Ben of our team, Gus (the contact of
// Globex) and Hal of Globex, Ina of Initech. And the dashboard that shows them, as a host page would put it there.
import { aTimeout, fixture } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionDraft, Person, PlannedDateDraft } from '@followthrough/core/schema';
import { html } from 'lit';
import '../../src/actions-dashboard/define.ts';
import type { ActionsDashboard } from '../../src/actions-dashboard/class.ts';
import { waitUntil } from '../parts/wait.ts';

const NOW = Date.UTC(2026, 4, 15, 9);
const now = () => NOW;

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  email: null,
  avatarUrl: null,
  side: 'internal',
  role: 'member',
  companyId: null,
  timeZone: null,
  version: 1,
  ...more,
});
const guest = (id: string, name: string, companyId: string) =>
  person(id, name, { side: 'external', role: 'guest', companyId });

/** A workspace with a backend for each person, all over the same data. */
export interface World {
  readonly as: (viewerId: string) => Backend;
}

/** The people and companies, and no room yet but for what is given. */
export function emptyWorld(more: Partial<WorkspaceSnapshot> = {}): World {
  const repository = createMemoryRepository({
    workspace: {
      id: 'w',
      name: 'Larkspur',
      timeZone: 'UTC',
      locale: 'en-GB',
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
      version: 1,
    },
    companies: [
      { id: 'globex', name: 'Globex', version: 1 },
      { id: 'initech', name: 'Initech', version: 1 },
    ],
    people: [
      person('ana', 'Ana Petrović'),
      person('ben', 'Ben Okafor'),
      person('eve', 'Eve Stone'),
      guest('gus', 'Gus Lind', 'globex'),
      guest('hal', 'Hal Moran', 'globex'),
      guest('ina', 'Ina Vogel', 'initech'),
    ],
    relationships: [],
    actions: [],
    ...more,
  });
  let made = 0;
  return {
    as: (viewerId) => createLocalBackend({ repository, viewerId, now, newId: () => `made-${++made}` }),
  };
}

export const on = (date: string): PlannedDateDraft => ({ rule: { type: 'fixed', date } });
const after = (amount: number, actionId: string): PlannedDateDraft => ({
  rule: { type: 'relative', amount, unit: 'day', anchor: { type: 'actionCompleted', actionId } },
});

/** What is written to make an action of a room. */
export function draft(
  id: string,
  title: string,
  {
    room = 'globex',
    internalOnly = false,
    ...more
  }: Partial<ActionDraft> & { room?: string; internalOnly?: boolean } = {},
): ActionDraft {
  return {
    id,
    context: { type: 'room', roomId: `${room}-room`, sectionId: `${room}-start`, internalOnly },
    title,
    ...more,
  };
}

const BEN = { type: 'person', personId: 'ben' } as const;

/**
 * The rooms "Globex evaluation" and "Initech rollout". Of Globex: Kick-off (Ben, due Wednesday 20), Security review (the
 * contact, 3 days after it), Margin call (internal, nobody), Send the contract (Ben, due Monday 11: overdue), Sign (the
 * company, due Friday 15), and one that is done. Of Initech: Plan the rollout (Ana, in progress, due 12: overdue).
 */
export async function world(): Promise<World> {
  const made = emptyWorld();
  const ana = made.as('ana');
  for (const [id, name, people] of [
    ['globex', 'Globex evaluation', ['gus', 'hal']],
    ['initech', 'Initech rollout', ['ina']],
  ] as const) {
    await ana.rooms.create({ id: `${id}-room`, name, companyId: id, memberIds: ['ben'] });
    for (const personId of people) await ana.rooms.share(`${id}-room`, personId);
    await ana.sections.create(`${id}-room`, { id: `${id}-start`, name: 'Start' });
  }
  const all = [
    draft('kickoff', 'Kick-off', { due: on('2026-05-20'), assignee: BEN }),
    draft('review', 'Security review', { due: after(3, 'kickoff'), assignee: { type: 'primaryContact' } }),
    draft('margin', 'Margin call', { internalOnly: true }),
    draft('contract', 'Send the contract', { due: on('2026-05-11'), assignee: BEN }),
    draft('sign', 'Sign', { due: on('2026-05-15'), assignee: { type: 'company' } }),
    draft('intro', 'Introduce everybody', { due: on('2026-05-08'), assignee: BEN }),
    draft('rollout', 'Plan the rollout', {
      room: 'initech',
      due: on('2026-05-12'),
      assignee: { type: 'person', personId: 'ana' },
    }),
  ];
  for (const one of all) await ana.actions.create(one);
  await ana.actions.setState('intro', 'done');
  await ana.actions.setState('rollout', 'inProgress');
  return made;
}

/** Twenty rooms of five hundred open actions each. */
export function tenThousand(): Partial<WorkspaceSnapshot> {
  const at = '2026-05-01T09:00:00.000Z';
  const made = { createdBy: 'ana', createdAt: at, updatedAt: at, updatedBy: 'ana', version: 1, deleted: null };
  const plans = Array.from({ length: 20 }, (_, plan) => `r${plan}`);
  return {
    rooms: plans.map((id) => ({
      id,
      name: `Room ${id}`,
      companyId: 'globex',
      targetDate: null,
      timeZone: null,
      memberIds: ['ana'],
      guests: [],
      primaryContactId: null,
      ...made,
    })),
    sections: plans.map((id) => ({ id: `${id}-start`, roomId: id, name: 'Start', position: 'a0', ...made })),
    actions: Array.from({ length: 10_000 }, (_, step) => {
      const roomId = plans[step % plans.length] ?? '';
      return {
        id: `step-${step}`,
        context: { type: 'room' as const, roomId, sectionId: `${roomId}-start`, internalOnly: false },
        title: `Step ${step}`,
        description: '',
        assignee: null,
        start: null,
        due: null,
        position: `a${String(step).padStart(6, '0')}`,
        state: 'todo' as const,
        closed: null,
        ...made,
      };
    }),
  };
}

/** What a dashboard is put on the page with. */
export interface Setting {
  backend?: Backend;
  attributes?: Record<string, string>;
  width?: number;
  direction?: string;
  prepare?: (dashboard: ActionsDashboard) => void;
}

/** The dashboard on the page, loaded. */
export async function dashboardOn({
  backend,
  attributes = {},
  width = 1100,
  direction = 'ltr',
  prepare,
}: Setting = {}): Promise<ActionsDashboard> {
  const frame = await fixture<HTMLElement>(html`<div dir=${direction} style="inline-size: ${width}px"></div>`);
  const dashboard = document.createElement('actions-dashboard');
  for (const [name, value] of Object.entries(attributes)) dashboard.setAttribute(name, value);
  dashboard.backend = backend ?? (await world()).as('ana');
  dashboard.now = now;
  prepare?.(dashboard);
  frame.append(dashboard);
  await waitUntil(() => !dashboard.matches(':state(loading)'), 'the dashboard did not load');
  // What one does something with comes after the rows.
  await import('../../src/action-list/tools.ts');
  const tool = () => dashboard.renderRoot.querySelector('.filter-bar') !== null;
  for (let turn = 0; turn < 25 && !tool(); turn++) await aTimeout(20);
  await settled(dashboard);
  return dashboard;
}

/** Waits until what was begun is shown. */
export async function settled(dashboard: ActionsDashboard): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await aTimeout(20);
    await dashboard.updateComplete;
  }
}

/** The rows in the page, from top to bottom, headers of groups among them. */
function lines(dashboard: ActionsDashboard): HTMLElement[] {
  return [...dashboard.renderRoot.querySelectorAll<HTMLElement>('.rows [role="row"]')]
    .filter((row) => row.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** What the list shows, top to bottom: titles, and headers of groups as "Name (count)". */
export function shown(dashboard: ActionsDashboard): string[] {
  return lines(dashboard).map((line) => {
    const title = line.querySelector('[part="item-title"]');
    if (title) return title.textContent ?? '';
    const part = (name: string) => line.querySelector(`[part="${name}"]`)?.textContent ?? '';
    return `${part('group')} (${part('group-count')})`;
  });
}

/** The titles shown. */
export const titles = (dashboard: ActionsDashboard): string[] => shown(dashboard).filter((line) => !line.endsWith(')'));

/** The control or cell of a row in a column. */
export function inRow(dashboard: ActionsDashboard, title: string, column: string): HTMLElement {
  const row = lines(dashboard).find((one) => one.querySelector('[part="item-title"]')?.textContent === title);
  const found = row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!found) throw new Error(`no ${column} of “${title}” among ${shown(dashboard).join(' | ')}`);
  return found;
}

/** The counts, by their names. */
export function counts(dashboard: ActionsDashboard): Record<string, string> {
  const tiles = [...dashboard.renderRoot.querySelectorAll('.tile')];
  const part = (tile: Element, name: string) => tile.querySelector(`.${name}`)?.textContent?.trim() ?? '';
  return Object.fromEntries(tiles.map((tile) => [part(tile, 'tile-name'), part(tile, 'tile-count')]));
}

/** The names of the counts that are pressed. */
export function pressed(dashboard: ActionsDashboard): string[] {
  const on = [...dashboard.renderRoot.querySelectorAll('.tile[aria-pressed="true"] .tile-name')];
  return on.map((name) => name.textContent?.trim() ?? '');
}
