// Samples: answers as a compliant backend gives them, a token, and a clock that a test moves.
import type {
  Action,
  Engagement,
  EngagementDetail,
  InvoicingMethod,
  Item,
  Notification,
  Preferences,
  Room,
  RoomPlan,
  Section,
  Template,
} from '@followthrough/core/schema';
import type { Timing } from '@followthrough/api-client';

export function action(changes: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    context: { type: 'relationship', relationshipId: 'r1' },
    title: 'Send the deck',
    description: '',
    assignee: { type: 'person', personId: 'p1' },
    start: null,
    due: {
      rule: { type: 'fixed', date: '2026-05-15' },
      pinned: null,
      date: '2026-05-15',
      basis: 'fixed',
      waitingOn: [],
    },
    position: null,
    state: 'todo',
    status: 'todo',
    overdue: false,
    late: false,
    closed: null,
    createdBy: 'p1',
    createdAt: '2026-05-01T09:00:00Z',
    updatedAt: '2026-05-01T09:00:00Z',
    version: 1,
    may: { edit: true, setState: true, delete: true },
    ...changes,
  };
}

export function engagement(changes: Partial<Engagement> = {}): Engagement {
  return {
    id: 'e1',
    role: 'admin',
    title: 'Leading well',
    status: 'active',
    sharedAt: null,
    coachId: 'p1',
    coacheeIds: ['p2'],
    groupId: null,
    spectatorIds: [],
    startDate: '2026-05-01',
    endDate: null,
    timeZone: null,
    selfScheduling: true,
    welcome: null,
    coachInvoicingMethodId: null,
    coacheeInvoicingMethodId: null,
    coachRate: null,
    coacheeRate: null,
    progress: { done: 0, total: 1 },
    createdAt: '2026-05-01T09:00:00Z',
    updatedAt: '2026-05-01T09:00:00Z',
    updatedBy: 'p1',
    version: 1,
    may: { edit: true, activate: true, share: true, addItem: true, delete: true },
    ...changes,
  };
}

export const item: Item = {
  locked: false,
  id: 'i1',
  engagementId: 'e1',
  kind: 'session',
  position: 'V',
  title: 'First session',
  state: 'unscheduled',
  released: false,
  release: null,
  due: null,
  session: { duration: 60, selfScheduling: null, mayPickTime: true, startsAt: null },
  content: { kind: 'session' },
  responses: [],
  completed: null,
  actionIds: [],
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  version: 1,
  may: { edit: true, schedule: true, complete: true, move: true, delete: true },
};

export const engagementDetail: EngagementDetail = {
  ...engagement(),
  items: [item, { locked: true, id: 'i2', engagementId: 'e1', kind: 'file', position: 'W' }],
};

export const invoicingMethod: InvoicingMethod = {
  id: 'v1',
  name: 'Standard hour',
  amount: '120.50',
  currency: 'EUR',
  per: 'hour',
  createdBy: 'p1',
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  version: 1,
  may: { edit: true },
};

export const notification: Notification = {
  id: 'n1',
  kind: 'engagement.shared',
  at: '2026-05-01T09:00:00Z',
  by: 'p1',
  engagement: { id: 'e1', title: 'Leading well' },
  readAt: null,
  version: 1,
};

export const preferences: Preferences = {
  channels: { 'engagement.activated': ['platform'], 'engagement.shared': ['platform', 'email'] },
  offered: ['platform', 'email'],
  version: 1,
};

export function page(items: unknown[], next: string | null = null): object {
  return { items, next };
}

/** A JWT that nobody signed: the client reads its claims and verifies nothing. */
export function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA', typ: 'at+jwt' })}.${part(claims)}.c2lnbmF0dXJl`;
}

export interface FakeTiming extends Timing {
  /** Epoch milliseconds; waiting moves it. */
  time: number;
  /** Every wait, in milliseconds. */
  slept: number[];
}

/** No test waits: `sleep` moves the clock. `random` gives 0.5 unless told otherwise. */
export function fakeTiming(random: () => number = () => 0.5): FakeTiming {
  const timing: FakeTiming = {
    time: Date.parse('2026-05-15T09:00:00Z'),
    slept: [],
    now: () => timing.time,
    random,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      timing.slept.push(milliseconds);
      timing.time += milliseconds;
      await Promise.resolve();
    },
  };
  return timing;
}

export const room: Room = {
  id: 'r1',
  name: 'Globex evaluation',
  companyId: 'c1',
  targetDate: '2026-06-30',
  timeZone: null,
  memberIds: ['p1'],
  guests: [{ personId: 'p2', sharedAt: '2026-05-01T09:00:00Z' }],
  primaryContactId: 'p2',
  createdBy: 'p1',
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  updatedBy: null,
  version: 2,
  may: { edit: true, share: true, createAction: true, editSections: true, viewAs: true, delete: 'room-deleter' },
};

export const section: Section = {
  id: 's1',
  roomId: 'r1',
  name: 'Kick-off',
  position: 'V',
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  version: 2,
  may: { edit: true, delete: true },
};

export const template: Template = {
  id: 't1',
  name: 'Enterprise evaluation',
  content: {
    kind: 'room',
    sections: [{ key: 's', name: 'Kick-off', actions: [{ key: 'a', title: 'Call', assignee: 'primaryContact' }] }],
  },
  createdBy: 'p1',
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  updatedBy: 'p1',
  version: 2,
  may: { edit: true, delete: true },
};

export const plan: RoomPlan = {
  room,
  sections: [{ ...section, progress: { done: 0, total: 0 }, completion: { basis: 'waiting', date: null } }],
  actions: [],
  progress: { done: 0, total: 0 },
  finish: { date: null, state: 'none', target: null, held: { us: 0, them: 0 } },
  criticalPath: [],
  sides: { us: 0, them: 0 },
};
