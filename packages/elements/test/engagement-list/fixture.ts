// Engagements on the real local backend, its clock stopped on Friday 15 May 2026: Dora is the admin, Cora coaches, Ann and
// Ben are coached, Ida looks on. And the list that shows them, as a host page would put it there.
import { aTimeout, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { EngagementRecord, Id, Person } from '@followthrough/core/schema';
import '../../src/engagement-list/define.ts';
import type { EngagementList } from '../../src/engagement-list/class.ts';
import { waitUntil } from '../parts/wait.ts';

const NOW = Date.UTC(2026, 4, 15, 9);
const MADE = '2026-05-01T08:00:00.000Z';

function person(id: Id, name: string, role: Person['role'] = 'member'): Person {
  const email = `${id}@fernhill.example`;
  return { id, name, email, avatarUrl: null, side: 'internal', role, companyId: null, timeZone: null, version: 1 };
}

export function engagement(id: Id, title: string, more: Partial<EngagementRecord> = {}): EngagementRecord {
  return {
    ...{ id, title, status: 'draft', sharedAt: null, shareCount: 0, activatedAt: null, coachId: 'cora' },
    ...{ coacheeIds: ['ann'], groupId: null, spectatorIds: ['ida'], startDate: null, endDate: null, timeZone: null },
    ...{ selfScheduling: false, welcome: null, coachInvoicingMethodId: null, coacheeInvoicingMethodId: null },
    ...{ createdBy: 'dora', createdAt: MADE, updatedAt: MADE, updatedBy: 'dora', version: 1, deleted: null },
    turnsOn: '9999-12-31',
    ...more,
  };
}

const active = { status: 'active', activatedAt: MADE } as const;
const shared = { ...active, sharedAt: '2026-05-04T08:00:00.000Z', shareCount: 1 } as const;

/** Two drafts, one that is active, one that is shared, and one for a group. */
const FIVE: readonly EngagementRecord[] = [
  engagement('first', 'A first draft'),
  engagement('second', 'B second draft', { coacheeIds: ['ben'] }),
  engagement('third', 'C active', { ...active, startDate: '2026-04-20', endDate: '2026-07-31' }),
  engagement('fourth', 'D shared', { ...shared, startDate: '2026-02-02', endDate: '2027-01-29' }),
  engagement('fifth', 'E for a group', { ...active, coacheeIds: ['ann', 'ben'], groupId: 'leaders' }),
];

/** The first so many of a numbered run of drafts. */
export function many(count: number): readonly EngagementRecord[] {
  return Array.from({ length: count }, (_, at) => engagement(`n${at}`, `Programme ${String(at + 1).padStart(5, '0')}`));
}

/** The backends of everybody, over one workspace. */
export function workspace(engagements: readonly EngagementRecord[] = FIVE): (viewerId: Id) => Backend {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
  const repository = createMemoryRepository({
    workspace: { id: 'w', name: 'Fernhill', timeZone: 'Europe/London', locale: 'en-GB', calendar, version: 1 },
    companies: [],
    people: [
      person('dora', 'Dora Admin', 'admin'),
      ...[person('cora', 'Cora Coach'), person('ann', 'Ann Archer'), person('ben', 'Ben Okafor')],
      person('ida', 'Ida Onlooker'),
    ],
    groups: [{ id: 'leaders', name: 'New leaders', memberIds: ['ann', 'ben'], version: 1 }],
    engagements: [...engagements],
  });
  let made = 0;
  const newId = () => `made-${String(++made).padStart(16, '0')}`;
  return (viewerId) => createLocalBackend({ repository, viewerId, now: () => NOW, newId });
}

/** The list in a page of that width, with its tools. */
export async function listOn({
  backend = workspace()('dora'),
  attributes = {},
  width = 1200,
  direction = 'ltr',
}: {
  backend?: Backend;
  attributes?: Readonly<Record<string, string>>;
  width?: number;
  direction?: 'ltr' | 'rtl';
} = {}): Promise<EngagementList> {
  const page = await fixture<HTMLElement>(html`<div lang="en-GB" dir=${direction}></div>`);
  page.style.inlineSize = `${width}px`;
  const list = document.createElement('engagement-list');
  list.now = () => NOW;
  list.backend = backend;
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  page.append(list);
  await waitUntil(() => !list.matches(':state(loading)'), 'it has loaded');
  await import('../../src/engagement-list/tools.ts');
  await settled(list);
  return list;
}

/** Waits until it is so: parts come when they are first asked for. */
export function soon(isSo: () => boolean | Promise<boolean>, what = 'it comes about'): Promise<void> {
  return waitUntil(isSo, what);
}

/** Waits until what was begun is shown. */
export async function settled(list: EngagementList): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await aTimeout(20);
    await list.updateComplete;
  }
}

/** The rows in the page, from top to bottom. */
export function rows(list: EngagementList): HTMLElement[] {
  const found = [...list.renderRoot.querySelectorAll<HTMLElement>('.rows [role="row"]')].filter((row) =>
    row.checkVisibility(),
  );
  return found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** The titles shown, from top to bottom. */
export function titles(list: EngagementList): string[] {
  return rows(list).flatMap((row) => row.querySelector('[part="item-title"]')?.textContent.trim() ?? []);
}

/** The cell of a row in a column, or the control in it. */
export function inRow(list: EngagementList, title: string, column: string): HTMLElement {
  const row = rows(list).find((one) => one.querySelector('[part="item-title"]')?.textContent.trim() === title);
  const found = row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!found) throw new Error(`no ${column} of “${title}” among ${titles(list).join(' | ')}`);
  return found;
}

/** Ticks the boxes of these. */
export async function tick(list: EngagementList, ...which: string[]): Promise<void> {
  for (const title of which) inRow(list, title, 'select').click();
  await settled(list);
}

/** The words of the toast. */
export function toastOf(list: EngagementList): string {
  return list.renderRoot.querySelector('[part="toast"] .toast-text')?.textContent ?? '';
}
