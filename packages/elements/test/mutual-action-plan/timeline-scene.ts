// A room's plan on the real local backend, its clock stopped on Friday 15 May 2026, and a small element that shows its
// timeline the way the real one does.
import { fixture } from '@open-wc/testing';
import { formatDay, parseDay, type Day } from '@followthrough/core/domain';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionRecord, DateRule, Id, Person, PlannedDateRecord, SectionRecord } from '@followthrough/core/schema';
import { createRoomPlan, createWorkspace, type RoomPlanStore, type WorkspaceStore } from '@followthrough/core/stores';
import { html } from 'lit';
import './timeline-host.ts';
import type { TimelineHost } from './timeline-host.ts';
import { until } from '../parts/roles.ts';

const TODAY: Day = parseDay('2026-05-15');
const NOW = Date.UTC(2026, 4, 15, 9);
const AT = '2026-04-20T09:00:00Z';
const SET = { setBy: 'ana', setAt: AT };

function person(id: string, name: string, more: Partial<Person> = {}): Person {
  const rest = { email: null, avatarUrl: null, companyId: null, timeZone: null, version: 1 };
  return { id, name, side: 'internal', role: 'member', ...rest, ...more };
}

/** A date so many days from today. */
const day = (offset: number): string => formatDay(TODAY + offset);

export function fixed(date: string): PlannedDateRecord {
  return { rule: { type: 'fixed', date }, pinned: null, date, basis: 'fixed', waitingOn: [], ...SET };
}

type Anchor = Extract<DateRule, { type: 'relative' }>['anchor'];

/** A date that follows another; what it comes to is worked out when it is loaded. */
export function after(amount: number, anchor: Anchor, pinned: string | null = null): PlannedDateRecord {
  const rule: DateRule = { type: 'relative', amount, unit: 'businessDay', anchor };
  return { rule, pinned, date: null, basis: 'waiting', waitingOn: [], ...SET };
}

export const done = (actionId: Id): Anchor => ({ type: 'actionCompleted', actionId });
const due = (actionId: Id): Anchor => ({ type: 'actionDue', actionId });
export const section = (sectionId: Id): Anchor => ({ type: 'sectionCompleted', sectionId });

let placed = 0;

export function step(
  id: Id,
  sectionId: Id,
  title: string,
  dates: { start?: PlannedDateRecord; due?: PlannedDateRecord } = {},
  more: Partial<ActionRecord> = {},
): ActionRecord {
  return {
    ...{ id, title, description: '', state: 'todo', closed: null, deleted: null, version: 1 },
    context: { type: 'room', roomId: 'globex', sectionId, internalOnly: false },
    assignee: { type: 'person', personId: 'ana' },
    start: dates.start ?? null,
    due: dates.due ?? null,
    position: `a${String((placed += 1)).padStart(6, '0')}`,
    ...{ createdBy: 'ana', createdAt: AT, updatedAt: AT, updatedBy: 'ana' },
    ...more,
  };
}

function sectionRecord(id: Id, name: string, index: number): SectionRecord {
  return {
    ...{ id, roomId: 'globex', name, position: `a${index}`, createdBy: 'ana', updatedBy: 'ana' },
    ...{ createdAt: AT, updatedAt: AT, version: 1, deleted: null },
  };
}

const closedOn = (on: string, dueOn: string | null) => ({ at: `${on}T10:00:00Z`, by: 'ana', due: dueOn, on });

const THEIRS = { assignee: { type: 'primaryContact' } } as const;

/** Fourteen actions in four sections: done, under way, overdue, estimates, one that waits, one without a date. */
export const ACTIONS: readonly ActionRecord[] = [
  step(
    'kickoff',
    'start',
    'Kick-off call',
    { due: fixed(day(-18)) },
    { state: 'done', closed: closedOn(day(-18), day(-18)) },
  ),
  step(
    'goals',
    'start',
    'Agree goals and success criteria',
    { start: fixed(day(-16)), due: fixed(day(-9)) },
    { state: 'done', closed: { ...closedOn(day(-7), day(-9)), contactId: 'gus' }, ...THEIRS },
  ),
  step('access', 'start', 'Give access to the sandbox', { start: fixed(day(-8)), due: fixed(day(-2)) }, THEIRS),
  step('data', 'trial', 'Load sample data', { start: fixed(day(-4)), due: fixed(day(5)) }, { state: 'inProgress' }),
  step('training', 'trial', 'Train the pilot team', { start: after(1, due('data')), due: after(4, due('data')) }),
  step(
    'pilot',
    'trial',
    'Pilot with twelve users',
    { start: after(1, done('training')), due: after(12, done('training')) },
    THEIRS,
  ),
  step('review', 'trial', 'Review the pilot', { due: after(3, done('pilot')) }),
  step('security', 'legal', 'Security questionnaire', { start: fixed(day(3)), due: fixed(day(14)) }),
  step('terms', 'legal', 'Redline the terms', { start: fixed(day(10)), due: fixed(day(31)) }, THEIRS),
  step(
    'old',
    'legal',
    'On-site audit',
    { start: fixed(day(6)), due: fixed(day(9)) },
    { state: 'cancelled', closed: closedOn(day(-3), day(9)) },
  ),
  step('sign', 'live', 'Sign the contract', { due: after(5, section('trial'), day(48)) }),
  step('launch', 'live', 'Go live', { due: after(10, done('sign')) }),
  step('survey', 'live', 'Send the survey', { due: after(2, done('party')) }),
  step('party', 'live', 'Plan the launch party'),
];

const SECTIONS: readonly SectionRecord[] = [
  sectionRecord('start', 'Getting started', 1),
  sectionRecord('trial', 'Evaluation', 2),
  sectionRecord('legal', 'Legal and security', 3),
  sectionRecord('live', 'Going live', 4),
];

export function snapshot(
  actions: readonly ActionRecord[] = ACTIONS,
  sections: readonly SectionRecord[] = SECTIONS,
): WorkspaceSnapshot {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5] as const, holidays: [day(10), '2026-06-24'] };
  return {
    workspace: {
      ...{ id: 'w', name: 'Fernhill', timeZone: 'UTC', locale: 'en-GB', version: 1 },
      calendar: { ...calendar, workingWeekdays: [...calendar.workingWeekdays] },
    },
    companies: [{ id: 'globex', name: 'Globex', version: 1 }],
    people: [
      person('ana', 'Ana Petrović'),
      person('gus', 'Gus Gorman', { side: 'external', role: 'guest', companyId: 'globex' }),
    ],
    rooms: [
      {
        ...{ id: 'globex', name: 'Globex evaluation', companyId: 'globex', targetDate: day(60), timeZone: null },
        ...{ memberIds: ['ana'], guests: [{ personId: 'gus', sharedAt: AT }], primaryContactId: 'gus' },
        ...{ createdAt: AT, updatedAt: AT, version: 1, createdBy: 'ana', updatedBy: 'ana', deleted: null },
      },
    ],
    sections,
    actions,
  };
}

export interface TimelinePage {
  readonly host: TimelineHost;
  readonly workspace: WorkspaceStore;
  readonly plan: RoomPlanStore;
}

export interface TimelineSetting {
  data?: WorkspaceSnapshot;
  width?: number;
  height?: number;
  dir?: 'ltr' | 'rtl';
  scheme?: 'light' | 'dark';
  look?: Partial<TimelineHost>;
}

async function loadedPlan(data: WorkspaceSnapshot = snapshot()) {
  let made = 0;
  const backend = createLocalBackend({
    ...{
      repository: createMemoryRepository(data),
      viewerId: 'ana',
      now: () => NOW,
      newId: () => `made-${(made += 1)}`,
    },
  });
  const workspace = createWorkspace(backend, { now: () => NOW });
  await workspace.load();
  const plan = createRoomPlan(workspace, 'globex');
  await until(() => plan.$plan.get() !== null, 'the plan is loaded');
  return { workspace, plan };
}

/** A timeline on the page, loaded and drawn. */
export async function timelineOn(setting: TimelineSetting = {}): Promise<TimelinePage> {
  const { data, width = 1000, height = 700, dir = 'ltr', scheme = 'light', look = {} } = setting;
  const { workspace, plan } = await loadedPlan(data);
  const box = await fixture<HTMLElement>(html`<div dir=${dir}><timeline-host></timeline-host></div>`);
  Object.assign(box.style, {
    ...{ width: `${width}px`, minBlockSize: `${height}px`, fontFamily: 'sans-serif', colorScheme: scheme },
    ...{ background: scheme === 'dark' ? '#17181b' : '#fff', color: scheme === 'dark' ? '#eee' : '#111' },
  });
  const host = box.querySelector<TimelineHost>('timeline-host')!;
  Object.assign(host, look);
  host.show(workspace, plan);
  await until(() => host.renderRoot.querySelector('.tl > *') !== null, 'the timeline is drawn');
  // Its measures are taken once it is on the page.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await host.updateComplete;
  return { host, workspace, plan };
}

/** A long plan: sections of twenty, each action resting on the one before it here and there. */
export function longPlan(count: number): WorkspaceSnapshot {
  const perSection = 20;
  const sections = Array.from({ length: Math.ceil(count / perSection) }, (_, index) => ({
    ...sectionRecord(`s${index}`, `Workstream ${index + 1}`, index),
    position: `b${String(index).padStart(5, '0')}`,
  }));
  const actions = Array.from({ length: count }, (_, index) => {
    const from = Math.floor(index / 6) - 60 + (index % 7) * 3;
    const long = 3 + ((index * 7) % 19);
    const title = `Step ${index + 1} of the rollout`;
    const sectionId = `s${Math.floor(index / perSection)}`;
    if (index % perSection !== 0 && index % 3 === 0) {
      return step(`a${index}`, sectionId, title, { due: after(long, due(`a${index - 1}`)) });
    }
    return step(`a${index}`, sectionId, title, { start: fixed(day(from)), due: fixed(day(from + long)) });
  });
  return snapshot(actions, sections);
}
