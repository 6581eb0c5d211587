// A small workspace on the real local backend, its clock stopped on Friday 15 May 2026: Ana leads Ben and Cleo, Vera
// looks on. And the list that shows it, as a host page would put it there.
import { aTimeout, fixture } from '@open-wc/testing';
import { type Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionRecord, Person, RelationshipRecord } from '@followthrough/core/schema';
import { html } from 'lit';
import '../../src/action-list/define.ts';
import type { ActionList } from '../../src/action-list/class.ts';
import { waitUntil } from '../parts/wait.ts';

const NOW = Date.UTC(2026, 4, 15, 9);
export const now = () => NOW;
const AT = '2026-05-01T09:00:00Z';

const person = (id: string, name: string, role: Person['role'] = 'member'): Person => ({
  id,
  name,
  email: null,
  avatarUrl: null,
  side: 'internal',
  role,
  companyId: null,
  timeZone: null,
  version: 1,
});

const relationship = (
  id: string,
  managerId: string,
  reportId: string,
  viewerIds: string[] = [],
): RelationshipRecord => ({
  id,
  managerId,
  reportId,
  createdBy: managerId,
  viewerIds,
  timeZone: null,
  createdAt: AT,
  updatedAt: AT,
  version: 1,
});

/** An action of Ana's and Ben's, Ana's to do, unless it says otherwise. */
export function record(
  id: string,
  title: string,
  due: string | null,
  fields: Partial<ActionRecord> = {},
): ActionRecord {
  return {
    id,
    context: { type: 'relationship', relationshipId: 'ana-ben' },
    title,
    description: '',
    assignee: { type: 'person', personId: 'ana' },
    start: null,
    due:
      due === null
        ? null
        : {
            rule: { type: 'fixed', date: due },
            pinned: null,
            date: due,
            basis: 'fixed',
            waitingOn: [],
            setBy: 'ana',
            setAt: AT,
          },
    position: null,
    state: 'todo',
    closed: null,
    createdBy: 'ana',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'ana',
    version: 1,
    deleted: null,
    ...fields,
  };
}

export const PERSONAL = { context: { type: 'personal' as const } };

/** Six open ones of Ana's, two of them overdue; one of Ben's; one done. */
export const ACTIONS: readonly ActionRecord[] = [
  record('a1', 'Send the deck', '2026-05-11'),
  record('a2', 'Call the client', '2026-05-13', { createdBy: 'ben' }),
  record('a3', 'Book a room', '2026-05-15'),
  record('a4', 'Write the summary', '2026-05-18', { context: { type: 'relationship', relationshipId: 'ana-cleo' } }),
  record('a5', 'Read the handbook', '2026-05-20', PERSONAL),
  record('a6', 'Order a monitor', null, PERSONAL),
  record('b1', 'Practise the pitch', '2026-05-19', { assignee: { type: 'person', personId: 'ben' } }),
  record('d1', 'Agree the goals', '2026-05-08', {
    state: 'done',
    closed: { at: '2026-05-07T10:00:00Z', by: 'ana', due: '2026-05-08', on: '2026-05-07' },
  }),
];

/** The workspace with these actions. */
export function snapshot(actions: readonly ActionRecord[] = ACTIONS): WorkspaceSnapshot {
  return {
    workspace: {
      id: 'w',
      name: 'Fernhill',
      timeZone: 'UTC',
      locale: 'en-GB',
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
      version: 1,
    },
    people: [
      person('ana', 'Ana Petrović'),
      person('ben', 'Ben Okafor'),
      person('cleo', 'Cleo Martin'),
      person('vera', 'Vera Novák'),
    ],
    relationships: [relationship('ana-ben', 'ana', 'ben', ['vera']), relationship('ana-cleo', 'ana', 'cleo')],
    actions,
  };
}

let made = 0;

/** A backend over its own copy of a workspace, as one person sees it. */
export function backendFor(viewerId = 'ana', data: WorkspaceSnapshot = snapshot()): Backend {
  return createLocalBackend({ repository: createMemoryRepository(data), viewerId, now, newId: () => `made-${++made}` });
}

/** What a list is put on the page with. */
export interface Setting {
  backend?: Backend;
  attributes?: Record<string, string>;
  width?: number;
  direction?: string;
}

/** The list on the page, loaded. */
export async function listOn({
  backend = backendFor(),
  attributes = {},
  width = 1000,
  direction = 'ltr',
}: Setting = {}): Promise<ActionList> {
  const frame = await fixture<HTMLElement>(html`<div dir=${direction} style="inline-size: ${width}px"></div>`);
  const list = document.createElement('action-list');
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.backend = backend;
  list.now = now;
  frame.append(list);
  await waitUntil(() => !list.matches(':state(loading)'), 'the list did not load');
  // What one does something with comes after the rows; some lists have none of it to show.
  await import('../../src/action-list/tools.ts');
  const tool = () => list.renderRoot.querySelector('.filter-bar, .quick-add') !== null;
  for (let turn = 0; turn < 25 && !tool(); turn++) await aTimeout(20);
  await settled(list);
  return list;
}

/** Waits until what was begun is shown. */
export async function settled(list: ActionList): Promise<void> {
  await aTimeout(0);
  await list.updateComplete;
  await aTimeout(20);
  await list.updateComplete;
}

/** The titles shown, from top to bottom. */
export function titles(list: ActionList): string[] {
  return rows(list).map((row) => row.querySelector('[part="item-title"]')?.textContent ?? '');
}

/** The rows in the page, from top to bottom. */
export function rows(list: ActionList): HTMLElement[] {
  const found = [...list.renderRoot.querySelectorAll<HTMLElement>('[role="row"][part~="row"]')].filter((row) =>
    row.checkVisibility(),
  );
  return found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** The row of the action with this title. */
export function rowOf(list: ActionList, title: string): HTMLElement {
  const row = rows(list).find((one) => one.querySelector('[part="item-title"]')?.textContent === title);
  if (!row) throw new Error(`no row “${title}” among ${titles(list).join(' | ')}`);
  return row;
}

/** The control or cell of a row in a column. */
export function inRow(list: ActionList, title: string, column: string): HTMLElement {
  const found = rowOf(list, title).querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!found) throw new Error(`no ${column} in the row “${title}”`);
  return found;
}

/** What holds the focus inside the list. */
export function focusedIn(list: ActionList): HTMLElement | null {
  return (list.shadowRoot?.activeElement ?? null) as HTMLElement | null;
}

/** The title of the row that holds the focus. */
export function focusedTitle(list: ActionList): string | undefined {
  return focusedIn(list)?.closest('[role="row"]')?.querySelector('[part="item-title"]')?.textContent ?? undefined;
}

/** The words of the toast. */
export function toastOf(list: ActionList): string {
  return list.renderRoot.querySelector('[part="toast"] .toast-text')?.textContent ?? '';
}

/** What of Lit's own warnings came up. */
export function litWarnings(): string[] {
  const issued = (globalThis as { litIssuedWarnings?: Set<string | undefined> }).litIssuedWarnings ?? new Set();
  return [...issued].filter(
    (warning): warning is string => warning !== undefined && !['dev-mode', 'multiple-versions'].includes(warning),
  );
}
