// What the tests of a repository keep in it: a small workspace, and things of every kind in each of their forms.
import type { Kind, Kinds, WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type {
  Company,
  EngagementRecord,
  Id,
  InvoicingMethodRecord,
  ItemRecord,
  Meeting,
  NotificationRecord,
  Person,
  RoomRecord,
  SectionRecord,
  TemplateRecord,
} from '@followthrough/core/schema';
import { actionRecord, closing, dated, ENGAGEMENT, PERSONAL, relationship, ROOM } from '../domain/builders.ts';

export const AT = '2026-05-14T08:00:00.123Z';

export function person(id: string, more: Partial<Person> = {}): Person {
  const defaults = { email: null, avatarUrl: null, companyId: null, timeZone: null, version: 1 };
  return { id, name: id, side: 'internal', role: 'member', ...defaults, ...more };
}

export function guest(id: string, more: Partial<Person> = {}): Person {
  return person(id, { side: 'external', role: 'guest', ...more });
}

export const company = (id: string, more: Partial<Company> = {}): Company => ({ id, name: id, version: 1, ...more });

export function meeting(id: string, more: Partial<Meeting> = {}): Meeting {
  const made = { createdBy: 'manager', createdAt: AT, updatedAt: AT, version: 1 };
  return { id, relationshipId: 'r1', title: null, startsAt: AT, endedAt: null, ...made, ...more };
}

export function room(id: string, more: Partial<RoomRecord> = {}): RoomRecord {
  const made = { createdBy: 'manager', createdAt: AT, updatedAt: AT, updatedBy: 'manager', version: 1, deleted: null };
  const empty = { targetDate: null, timeZone: null, memberIds: ['manager'], guests: [], primaryContactId: null };
  return { id, name: id, companyId: 'globex', ...empty, ...made, ...more };
}

function section(id: string, more: Partial<SectionRecord> = {}): SectionRecord {
  const made = { createdBy: 'manager', createdAt: AT, updatedAt: AT, updatedBy: 'manager', version: 1, deleted: null };
  return { id, roomId: 'room1', name: id, position: 'V', ...made, ...more };
}

export function template(id: string, more: Partial<TemplateRecord> = {}): TemplateRecord {
  const made = { createdBy: 'manager', createdAt: AT, updatedAt: AT, updatedBy: 'manager', version: 1, deleted: null };
  return { id, name: id, content: { kind: 'room', sections: [] }, ...made, ...more };
}

export function invoicingMethod(id: string, more: Partial<InvoicingMethodRecord> = {}): InvoicingMethodRecord {
  const made = { createdBy: 'manager', createdAt: AT, updatedAt: AT, version: 1 };
  return { id, name: id, amount: '120.50', currency: 'EUR', per: 'hour', ...made, ...more };
}

export function engagement(id: string, more: Partial<EngagementRecord> = {}): EngagementRecord {
  return {
    id,
    title: id,
    status: 'draft',
    sharedAt: null,
    shareCount: 0,
    activatedAt: null,
    coachId: 'manager',
    coacheeIds: ['report'],
    groupId: null,
    spectatorIds: [],
    startDate: null,
    endDate: null,
    timeZone: null,
    selfScheduling: false,
    welcome: null,
    coachInvoicingMethodId: null,
    coacheeInvoicingMethodId: null,
    createdBy: 'boss',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'boss',
    version: 1,
    shown: { coach: { version: 0, updatedAt: AT } },
    deleted: null,
    turnsOn: '9999-12-31',
    ...more,
  };
}

export function item(id: string, more: Partial<ItemRecord> = {}): ItemRecord {
  return {
    id,
    engagementId: 'e1',
    title: id,
    position: 'V01',
    content: { kind: 'link', url: 'https://example.com/' },
    session: null,
    release: null,
    due: null,
    responses: [],
    completed: null,
    actionIds: [],
    createdBy: 'boss',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'boss',
    version: 1,
    shown: { coachee: { version: 0, updatedAt: AT } },
    deleted: null,
    ...more,
  };
}

/** What the notification of this id tells of. */
export function causeOf(id: Id): string {
  return `engagement.shared:e1:${id}`;
}

export function notification(id: Id, more: Partial<NotificationRecord> = {}): NotificationRecord {
  return {
    id,
    kind: 'engagement.shared',
    personId: 'report',
    cause: causeOf(id),
    engagementId: 'e1',
    by: 'boss',
    at: AT,
    channels: ['platform', 'email'],
    readAt: null,
    version: 1,
    ...more,
  };
}

/** A small workspace: the people of relationship `r1`, a guest of a customer, and one of nobody's. */
export function world(more: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-25'] };
  return {
    workspace: { id: 'acme', name: 'Acme', timeZone: 'Europe/Berlin', locale: 'en-GB', calendar, version: 1 },
    companies: [company('globex'), company('initech')],
    people: [
      ...['manager', 'report', 'maker', 'viewer'].map((id) => person(id)),
      person('boss', { role: 'admin' }),
      guest('gus', { companyId: 'globex' }),
      guest('ivy', { companyId: 'initech' }),
      guest('ned'),
    ],
    relationships: [relationship()],
    meetings: [meeting('monday')],
    rooms: [room('room1')],
    sections: [section('s1')],
    engagements: [engagement('e1')],
    ...more,
  };
}

/** What the things below name besides what is in the world: a database keeps nothing that names what is not there. */
export const NAMED = {
  groups: [{ id: 'cohort', name: 'Cohort', memberIds: [], version: 1 }],
  invoicingMethods: [invoicingMethod('m1'), invoicingMethod('m2')],
  items: [item('i1', { content: { kind: 'action' } })],
} satisfies Partial<WorkspaceSnapshot>;

/** Things of every kind, with every field in each of its forms. */
export const KEPT: { [K in Exclude<Kind, 'workspace'>]: Kinds[K][] } = {
  company: [company('k1', { name: 'Initech <b>&"\'\\' })],
  person: [
    person('k1', { email: 'k@example.com', avatarUrl: 'https://example.com/a.png', timeZone: 'Asia/Tokyo' }),
    guest('k2', { companyId: 'globex', name: 'Zoë 🎯' }),
  ],
  group: [
    { id: 'k1', name: 'Coachees', memberIds: ['report', 'manager'], version: 1 },
    { id: 'k2', name: 'Nobody', memberIds: [], version: 3 },
  ],
  relationship: [
    relationship({ id: 'k1', managerId: 'maker', viewerIds: ['viewer', 'gus'], timeZone: 'Europe/Berlin' }),
    relationship({ id: 'k2', viewerIds: [], version: 7 }),
  ],
  meeting: [
    meeting('k1', { title: 'Retro', startsAt: '2026-05-04T08:00:00.000Z', endedAt: '2026-05-04T08:45:00.000Z' }),
    meeting('k2', { startsAt: '1970-01-01T00:00:00.000Z' }),
    meeting('k3', { startsAt: '2199-12-31T23:59:59.999Z' }),
  ],
  room: [
    room('k1', {
      name: 'Zoë’s <b>room</b>',
      targetDate: '2026-06-30',
      timeZone: 'Asia/Tokyo',
      memberIds: ['manager', 'report'],
      guests: [
        { personId: 'gus', sharedAt: AT },
        { personId: 'ivy', sharedAt: '2026-05-15T08:00:00.000Z' },
      ],
      primaryContactId: 'ivy',
      updatedBy: 'report',
      version: 4,
    }),
    room('k2', { deleted: { at: AT, by: 'manager' } }),
  ],
  section: [
    section('k1', { name: 'Kick-off', position: 'a0V' }),
    section('k2', { deleted: { at: AT, by: 'manager', actionIds: ['a1', 'a2'] }, version: 2 }),
  ],
  template: [
    template('k1', {
      name: 'Zoë’s <b>template</b>',
      content: {
        kind: 'room',
        sections: [
          { key: 'empty', name: 'Empty', actions: [] },
          {
            key: 'start',
            name: 'Kick-off 🎯',
            actions: [
              { key: 'a', title: '"quoted" \\', description: 'two\nlines', assignee: 'primaryContact', start: null },
              {
                key: 'b',
                title: 'B',
                assignee: 'unassigned',
                internalOnly: true,
                start: { type: 'fixed', date: '2026-05-20' },
                due: {
                  type: 'relative',
                  amount: -2,
                  unit: 'month',
                  anchor: { type: 'actionDue', action: 'a' },
                  roll: 'previous',
                },
              },
            ],
          },
        ],
      },
      updatedBy: 'report',
      version: 4,
    }),
    template('k2', { deleted: { at: AT, by: 'manager' }, version: 2 }),
  ],
  invoicingMethod: [
    invoicingMethod('k1', { name: 'Zoë’s <b>rate</b>', amount: '999999999.9999', currency: 'JPY', per: 'engagement' }),
    invoicingMethod('k2', { amount: '0', per: 'session', version: 3 }),
  ],
  engagement: [
    engagement('k1', {
      title: 'Zoë’s <b>year</b>',
      status: 'active',
      sharedAt: AT,
      shareCount: 2,
      activatedAt: AT,
      coacheeIds: ['report', 'gus'],
      groupId: 'cohort',
      spectatorIds: ['viewer', 'ivy'],
      startDate: '1970-01-01',
      endDate: '2199-12-31',
      timeZone: 'Asia/Tokyo',
      selfScheduling: true,
      welcome: { title: 'Welcome 🎯', message: 'two\nlines' },
      coachInvoicingMethodId: 'm1',
      coacheeInvoicingMethodId: 'm2',
      updatedBy: 'manager',
      version: 4,
      shown: { coach: { version: 3, updatedAt: AT }, spectator: { version: 1, updatedAt: AT } },
      turnsOn: '2026-05-20',
    }),
    engagement('k2', { deleted: { at: AT, by: 'boss' }, version: 2 }),
  ],
  item: [
    item('k1', {
      title: 'Kick-off 🎯',
      content: { kind: 'session', place: 'Room <1>' },
      session: { duration: 60, selfScheduling: true, startsAt: AT },
      completed: { at: AT, by: 'manager' },
    }),
    item('k2', {
      content: { kind: 'assessment', questions: [{ key: 'q', type: 'choice', text: 'Which?', options: ['a', 'b'] }] },
      release: { type: 'immediately', at: AT, by: 'manager' },
      due: dated('2026-05-20'),
      responses: [
        { personId: 'report', answers: [{ key: 'q', text: 'a' }], text: '', savedAt: AT, completedAt: null, saves: 2 },
        { personId: 'gus', answers: [], text: '"said"', savedAt: AT, completedAt: AT, saves: 1 },
      ],
      version: 5,
      shown: { coach: { version: 4, updatedAt: AT }, coachee: { version: 2, updatedAt: AT } },
    }),
    item('k3', {
      content: { kind: 'action', description: 'Words' },
      release: {
        type: 'on',
        rule: { type: 'relative', amount: -2, unit: 'week', anchor: { type: 'engagementStart' }, roll: 'next' },
        by: 'boss',
      },
      session: { duration: null, selfScheduling: null, startsAt: null },
      actionIds: ['a1', 'a2'],
      deleted: { at: AT, by: 'manager' },
    }),
  ],
  action: [
    actionRecord({ id: 'k-personal', context: PERSONAL, createdBy: 'report', updatedBy: 'report', due: null }),
    actionRecord({
      id: 'k-meeting',
      context: { type: 'relationship', relationshipId: 'r1', meetingId: 'monday' },
      title: '<img src=x onerror=alert(1)> 🎯',
      description: 'two\nlines\tand a tab',
      updatedBy: 'maker',
    }),
    actionRecord({ id: 'k-late', state: 'done', closed: closing('2026-05-21', '2026-05-20') }),
    actionRecord({ id: 'k-untold', state: 'notDone', closed: { at: AT, by: 'report', due: null } }),
    actionRecord({
      id: 'k-undue',
      due: dated(null, 'waiting'),
      start: dated('2026-05-01', 'settled'),
      position: 'a0V',
    }),
    actionRecord({
      id: 'k-relative',
      due: {
        ...dated('2026-05-20', 'projected'),
        rule: { type: 'relative', amount: -2, unit: 'businessDay', anchor: { type: 'actionDue', actionId: 'k-x' } },
        pinned: '2026-05-20',
        waitingOn: ['k-x'],
      },
    }),
    actionRecord({ id: 'k-room', context: ROOM, assignee: { type: 'primaryContact' }, state: 'inProgress' }),
    actionRecord({
      id: 'k-internal',
      context: { ...ROOM, internalOnly: true },
      assignee: { type: 'company' },
      state: 'cancelled',
      closed: { ...closing('2026-05-21', null), contactId: 'gus' },
      shown: { version: 0, updatedAt: AT, updatedBy: 'report' },
      version: 5,
    }),
    actionRecord({
      id: 'k-contactless',
      context: ROOM,
      assignee: { type: 'primaryContact' },
      state: 'done',
      closed: { ...closing('2026-05-21', null), contactId: null },
    }),
    actionRecord({ id: 'k-engagement', context: ENGAGEMENT, assignee: null }),
    actionRecord({ id: 'k-deleted', deleted: { at: AT, by: 'maker' }, version: 12 }),
  ],
  stateChange: [
    { id: 'k1', actionId: 'a1', from: null, to: 'todo', at: AT, by: 'manager' },
    { id: 'k2', actionId: 'a1', from: 'todo', to: 'done', at: AT, by: 'report' },
    { id: 'k0', actionId: 'a1', from: 'done', to: 'notDone', at: AT, by: 'report', due: '2026-05-12' },
  ],
  notification: [
    notification('k1'),
    notification('k2', { kind: 'engagement.activated', channels: ['email'], version: 1 }),
    notification('k3', { channels: ['platform'], readAt: '2026-05-15T08:00:00.000Z', version: 2 }),
  ],
  preferences: [
    { id: 'report', channels: { 'engagement.shared': ['email'], 'engagement.activated': [] }, version: 3 },
    { id: 'gus', channels: {}, version: 1 },
  ],
};
