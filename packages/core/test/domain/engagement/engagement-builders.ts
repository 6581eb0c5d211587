// What the tests of engagements are made of: one of Ada as coach with Ben and Gus, a spectator, and items of every kind that carry
// markers where somebody may not read them.
import type { EngagementRecord, ItemContent, ItemKind, ItemRecord } from '@followthrough/core/schema';
import { type EngagementClock, parseDay, parseInstant, type Viewer } from '@followthrough/core/domain';

export const AT = '2026-05-01T08:00:00.000Z';
const NOW = parseInstant('2026-05-15T10:00:00.000Z');
const TODAY = '2026-05-15';
export const CLOCK: EngagementClock = {
  now: NOW,
  zone: 'UTC',
  today: parseDay(TODAY),
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
};

/** Everybody who can look, by what they are in the engagement. */
export const READERS = {
  admin: { personId: 'dora', role: 'admin' },
  coach: { personId: 'ada', role: 'member' },
  coachee: { personId: 'ben', role: 'member' },
  spectator: { personId: 'eve', role: 'member' },
  nobody: { personId: 'fay', role: 'member' },
} as const satisfies Record<string, Viewer>;

/** Draft, active, or shared. */
export const STATUSES = ['draft', 'active', 'shared'] as const;
export type Status = (typeof STATUSES)[number];

export function engagement(status: Status = 'shared', over: Partial<EngagementRecord> = {}): EngagementRecord {
  return {
    id: 'e1',
    title: 'Leading well',
    status: status === 'draft' ? 'draft' : 'active',
    sharedAt: status === 'shared' ? AT : null,
    shareCount: status === 'shared' ? 1 : 0,
    activatedAt: status === 'draft' ? null : AT,
    coachId: 'ada',
    coacheeIds: ['ben', 'gus'],
    groupId: 'SECRET-group',
    spectatorIds: ['eve', 'SECRET-spectator'],
    startDate: '2026-05-04',
    endDate: '2026-08-31',
    timeZone: null,
    selfScheduling: false,
    welcome: { title: 'WELCOME', message: 'Glad you are here.' },
    coachInvoicingMethodId: 'COACH-method',
    coacheeInvoicingMethodId: 'COACHEE-method',
    createdBy: 'dora',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'dora',
    version: 3,
    shown: {},
    deleted: null,
    turnsOn: '9999-12-31',
    ...over,
  };
}

export const CONTENTS: { [K in ItemKind]: Extract<ItemContent, { kind: K }> } = {
  session: { kind: 'session', place: 'SECRET place' },
  assessment: { kind: 'assessment', questions: [{ key: 'q', type: 'text', text: 'SECRET question' }] },
  file: { kind: 'file', name: 'SECRET.pdf', size: 12, mediaType: 'application/pdf', url: 'https://x.example/SECRET' },
  link: { kind: 'link', url: 'https://x.example/SECRET' },
  action: { kind: 'action', description: 'SECRET description' },
  feedback: { kind: 'feedback', prompt: 'SECRET prompt' },
};
export const KINDS = Object.keys(CONTENTS) as ItemKind[];

/** How an item can stand: a session is out as soon as it is scheduled. */
export const STANDINGS = ['unscheduled', 'scheduled', 'released', 'completed'] as const;
export type ItemStanding = (typeof STANDINGS)[number];

/** An item that stands so once its engagement is active; Ben has saved an answer, and Gus has too. */
export function item(kind: ItemKind, standing: ItemStanding, over: Partial<ItemRecord> = {}): ItemRecord {
  const isSession = kind === 'session';
  const isScheduled = standing !== 'unscheduled';
  const on = standing === 'scheduled' ? '2026-06-01' : '2026-05-10';
  const part = (personId: string, text: string) => {
    return { personId, answers: [], text, savedAt: AT, completedAt: null, saves: 1 };
  };
  return {
    id: 'i1',
    engagementId: 'e1',
    title: 'Getting started',
    position: 'V01',
    content: CONTENTS[kind],
    session: isSession
      ? { duration: 60, selfScheduling: null, startsAt: isScheduled ? '2026-06-01T09:00:00.000Z' : null }
      : null,
    release: !isSession && isScheduled ? { type: 'on', rule: { type: 'fixed', date: on }, by: 'ada' } : null,
    due: {
      rule: { type: 'fixed', date: '2026-06-10' },
      pinned: null,
      date: '2026-06-10',
      basis: 'fixed',
      waitingOn: [],
      setBy: 'ada',
      setAt: AT,
    },
    responses: [part('ben', 'OWN'), part('gus', 'OTHERS')],
    completed: standing === 'completed' ? { at: AT, by: 'ada' } : null,
    actionIds: kind === 'action' && isScheduled && standing !== 'scheduled' ? ['a1'] : [],
    createdBy: 'dora',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'ada',
    version: 4,
    shown: {},
    deleted: null,
    ...over,
  };
}
