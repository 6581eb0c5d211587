// The engagements that stories show, beside the demo's people, on the stopped Friday, 15 May 2026: a draft, one that is
// active, one shared with items of all six kinds in every state, one for two coachees, one that is over and one with nothing
// in it. And backends whose engagements are slow, broken or gone.
import type { Backend, BackendError } from '@followthrough/core/backend';
import { keyAfter, plannedDate } from '@followthrough/core/domain';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type {
  ActionRecord,
  EngagementRecord,
  Id,
  InvoicingMethodRecord,
  ItemContent,
  ItemRecord,
  ItemResponseRecord,
  PlannedDateDraft,
} from '@followthrough/core/schema';
import { fernhill } from './workspaces.ts';

/** Who is who in these engagements. */
export const ADMIN = 'noor-haddad';
export const COACH = 'priya-raman';
export const COACHEE = 'ben-okafor';
export const SPECTATOR = 'vera-novak';

/** Shared with Ben, half way: all six kinds, grey, purple and green. */
export const SHARED = 'leading-ben';
/** A draft for Clara, from a programme with dates that rest on its start. */
export const DRAFT = 'leading-clara';
/** Active for Dev and not shared yet. */
export const ACTIVE = 'leading-dev';
/** Shared with Clara and Dev together. */
export const PAIR = 'speaking-together';
/** All of it done. */
export const OVER = 'feedback-elif';
/** A draft with nothing in it. */
export const EMPTY = 'new-jonas';

const MADE = { by: ADMIN, at: '2026-04-13T08:00:00.000Z' } as const;
const NEVER = '9999-12-31';
const kept = {
  createdBy: MADE.by,
  createdAt: MADE.at,
  updatedAt: MADE.at,
  updatedBy: MADE.by,
  version: 1,
  deleted: null,
} as const;

const METHODS: readonly InvoicingMethodRecord[] = [
  { id: 'coach-hour', name: 'Coach, by the hour', amount: '180', currency: 'EUR', per: 'hour' },
  { id: 'coach-session', name: 'Coach, by the session', amount: '240', currency: 'EUR', per: 'session' },
  { id: 'firm-programme', name: 'Programme fee', amount: '2400', currency: 'EUR', per: 'engagement' },
].map((method) => ({
  ...method,
  per: method.per as InvoicingMethodRecord['per'],
  ...{ createdBy: MADE.by, createdAt: MADE.at, updatedAt: MADE.at, version: 1 },
}));

function engagement(id: Id, title: string, more: Partial<EngagementRecord>): EngagementRecord {
  return {
    ...{ id, title, status: 'active', sharedAt: null, shareCount: 0, activatedAt: '2026-04-15T08:00:00.000Z' },
    ...{ coachId: COACH, coacheeIds: [COACHEE], groupId: null, spectatorIds: [SPECTATOR] },
    ...{ startDate: '2026-04-20', endDate: '2026-07-31', timeZone: null, selfScheduling: false, welcome: null },
    ...{ coachInvoicingMethodId: null, coacheeInvoicingMethodId: null, turnsOn: NEVER },
    ...kept,
    ...more,
  };
}

const WELCOME = {
  title: 'Welcome, and well begun',
  message:
    'Over the next three months you will meet Priya six times, try things between the sessions, and look back at the end. ' +
    'Questions about the programme: mailto:people@fernhill.example',
};

const ENGAGEMENTS: readonly EngagementRecord[] = [
  engagement(SHARED, 'Leading for the first time', {
    sharedAt: '2026-04-17T09:00:00.000Z',
    welcome: WELCOME,
    coachInvoicingMethodId: 'coach-session',
    coacheeInvoicingMethodId: 'firm-programme',
  }),
  engagement(DRAFT, 'Leading for the first time', {
    status: 'draft',
    activatedAt: null,
    coacheeIds: ['clara-weiss'],
    ...{ startDate: '2026-06-01', endDate: '2026-08-28', selfScheduling: true, welcome: WELCOME },
  }),
  engagement(ACTIVE, 'Leading for the first time', {
    coacheeIds: ['dev-sharma'],
    timeZone: 'Asia/Kolkata',
    startDate: '2026-05-11',
    endDate: '2026-08-07',
  }),
  engagement(PAIR, 'Speaking before many', {
    coacheeIds: ['clara-weiss', 'dev-sharma'],
    sharedAt: '2026-05-04T09:00:00.000Z',
    startDate: '2026-05-04',
    endDate: '2026-06-26',
    selfScheduling: true,
  }),
  engagement(OVER, 'Giving feedback', {
    coacheeIds: ['elif-kaya'],
    sharedAt: '2026-02-02T09:00:00.000Z',
    ...{ startDate: '2026-02-02', endDate: '2026-04-30' },
  }),
  engagement(EMPTY, 'Coaching with Jonas Meyer', {
    status: 'draft',
    activatedAt: null,
    coacheeIds: ['jonas-meyer'],
    ...{ startDate: null, endDate: null, spectatorIds: [] },
  }),
];

const CONTENT = {
  session: {
    kind: 'session',
    place: 'https://meet.fernhill.example/priya',
    description: 'Bring one situation of the last week that you would like to have handled differently.',
  },
  room: { kind: 'session', place: 'Fernhill, room Larch (3rd floor)' },
  assessment: {
    kind: 'assessment',
    description: 'Ten minutes, before we begin. There are no right answers.',
    questions: [
      { key: 'goal', type: 'text', text: 'What should be different in three months?' },
      { key: 'ease', type: 'scale', text: 'How easy is it for you to hand work over?' },
      {
        key: 'hardest',
        type: 'choice',
        text: 'What is hardest at the moment?',
        options: ['Saying no', 'Giving feedback', 'Finding time to think', 'Something else'],
      },
    ],
  },
  file: {
    kind: 'file',
    description: 'The first two chapters are enough for now.',
    ...{ name: 'First ninety days.pdf', size: 2_411_724, mediaType: 'application/pdf' },
    url: 'https://files.fernhill.example/first-ninety-days.pdf',
  },
  link: { kind: 'link', url: 'https://library.fernhill.example/difficult-conversations' },
  action: { kind: 'action', description: 'A quarter of an hour each, on what they need from you.' },
  feedback: { kind: 'feedback', prompt: 'What helped you most so far, and what should we do differently?' },
} as const satisfies Record<string, ItemContent>;

const on = (date: string): PlannedDateDraft => ({ rule: { type: 'fixed', date } });
const afterStart = (amount: number, unit: 'day' | 'week'): PlannedDateDraft => ({
  rule: { type: 'relative', amount, unit, anchor: { type: 'engagementStart' } },
});

interface ItemStory {
  title: string;
  content: ItemContent;
  /** Of a session. */
  session?: Partial<NonNullable<ItemRecord['session']>>;
  /** `now`: at once; else by this rule. */
  release?: 'now' | PlannedDateDraft;
  due?: PlannedDateDraft;
  completed?: { at: string; by: Id };
  responses?: readonly ItemResponseRecord[];
  actionIds?: readonly Id[];
}

function items(engagementId: Id, stories: readonly ItemStory[]): ItemRecord[] {
  let position: string | null = null;
  return stories.map(({ title, content, session, release, due, completed, responses, actionIds }, at) => {
    position = keyAfter(position);
    return {
      ...{ id: `${engagementId}-${at + 1}`, engagementId, title, position, content },
      session: content.kind === 'session' ? { duration: 60, selfScheduling: null, startsAt: null, ...session } : null,
      release:
        release === undefined
          ? null
          : release === 'now'
            ? { type: 'immediately', at: engagementId === DRAFT ? null : '2026-05-04T07:30:00.000Z', by: COACH }
            : { type: 'on', rule: release.rule, by: COACH },
      due: due === undefined ? null : plannedDate(due, MADE.by, MADE.at),
      responses: responses ?? [],
      completed: completed ?? null,
      actionIds: actionIds ?? [],
      ...kept,
    } satisfies ItemRecord;
  });
}

const ANSWERED: ItemResponseRecord = {
  personId: COACHEE,
  answers: [
    { key: 'goal', text: 'That the team decides without me, and I hear of it afterwards.' },
    { key: 'ease', text: '2' },
    { key: 'hardest', text: 'Saying no' },
  ],
  text: '',
  saves: 1,
  savedAt: '2026-04-22T15:10:00.000Z',
  completedAt: '2026-04-22T15:10:00.000Z',
};

const ITEMS: readonly ItemRecord[] = [
  ...items(SHARED, [
    {
      title: 'Where do you stand?',
      content: CONTENT.assessment,
      ...{ release: on('2026-04-20'), due: on('2026-04-24') },
      completed: { at: '2026-04-22T15:10:00.000Z', by: COACHEE },
      responses: [ANSWERED],
    },
    {
      title: 'Getting to know each other',
      content: CONTENT.room,
      session: { startsAt: '2026-04-27T08:00:00.000Z', duration: 60 },
      completed: { at: '2026-04-27T09:05:00.000Z', by: COACH },
    },
    { title: 'The first ninety days', content: CONTENT.file, release: 'now' },
    {
      title: 'Ask each of your team for a quarter of an hour',
      content: CONTENT.action,
      ...{ release: on('2026-05-11'), due: on('2026-05-13'), actionIds: ['ask-ben'] },
    },
    {
      title: 'Half way: how is it going?',
      content: CONTENT.feedback,
      release: on('2026-05-13'),
      due: on('2026-05-22'),
    },
    {
      title: 'Handing work over',
      content: CONTENT.session,
      session: { startsAt: '2026-05-20T12:30:00.000Z', duration: 90 },
    },
    { title: 'Difficult conversations', content: CONTENT.link, release: on('2026-05-25'), due: on('2026-06-05') },
    { title: 'Saying no, kindly', content: CONTENT.session, session: { duration: 60, selfScheduling: true } },
    { title: 'Look around: a visit to another team', content: CONTENT.action },
    { title: 'A last look back', content: CONTENT.session, session: { duration: null } },
    { title: 'Where do you stand now?', content: CONTENT.assessment },
  ]),
  ...items(DRAFT, [
    { title: 'Where do you stand?', content: CONTENT.assessment, release: 'now', due: afterStart(4, 'day') },
    { title: 'Getting to know each other', content: CONTENT.room, session: { duration: 60 } },
    { title: 'The first ninety days', content: CONTENT.file, release: afterStart(1, 'week') },
    { title: 'Difficult conversations', content: CONTENT.link, release: afterStart(3, 'week') },
    { title: 'Ask each of your team for a quarter of an hour', content: CONTENT.action, due: afterStart(4, 'week') },
    { title: 'A last look back', content: CONTENT.feedback },
  ]),
  ...items(ACTIVE, [
    { title: 'Where do you stand?', content: CONTENT.assessment, release: on('2026-05-18'), due: on('2026-05-22') },
    { title: 'Getting to know each other', content: CONTENT.room, session: { startsAt: '2026-05-19T05:00:00.000Z' } },
    { title: 'The first ninety days', content: CONTENT.file },
    { title: 'Handing work over', content: CONTENT.session, session: { duration: 45 } },
  ]),
  ...items(PAIR, [
    {
      title: 'How do you speak today?',
      content: CONTENT.assessment,
      ...{ release: on('2026-05-04'), due: on('2026-05-18') },
      responses: [{ ...ANSWERED, personId: 'clara-weiss' }],
    },
    { title: 'The first talk', content: CONTENT.session, session: { startsAt: '2026-05-15T13:00:00.000Z' } },
    { title: 'The second talk', content: CONTENT.session },
    { title: 'Record yourself for two minutes', content: CONTENT.action },
  ]),
  ...items(OVER, [
    {
      title: 'Giving feedback',
      content: CONTENT.session,
      session: { startsAt: '2026-02-10T09:00:00.000Z' },
      completed: { at: '2026-02-10T10:00:00.000Z', by: COACH },
    },
    {
      title: 'What did you try?',
      content: CONTENT.feedback,
      release: on('2026-03-02'),
      due: on('2026-03-13'),
      completed: { at: '2026-03-12T16:00:00.000Z', by: 'elif-kaya' },
      responses: [
        {
          ...{ personId: 'elif-kaya', answers: [], text: 'Three times, and the third was easy.' },
          ...{ saves: 1, savedAt: '2026-03-12T16:00:00.000Z', completedAt: '2026-03-12T16:00:00.000Z' },
        },
      ],
    },
  ]),
];

/** What the released item of kind `action` became. */
const ACTIONS: readonly ActionRecord[] = [
  {
    id: 'ask-ben',
    context: { type: 'engagement', engagementId: SHARED, itemId: `${SHARED}-4` },
    title: 'Ask each of your team for a quarter of an hour',
    description: CONTENT.action.description,
    assignee: { type: 'person', personId: COACHEE },
    start: null,
    due: plannedDate(on('2026-05-13'), COACH, MADE.at),
    position: null,
    ...{ state: 'todo', closed: null },
    ...kept,
    createdBy: COACH,
  },
];

/** The demo's workspace with these engagements in place of its own. */
export const coaching: WorkspaceSnapshot = {
  ...fernhill,
  ...{ engagements: ENGAGEMENTS, items: ITEMS, invoicingMethods: METHODS },
  actions: [...(fernhill.actions ?? []).filter(({ context }) => context.type !== 'engagement'), ...ACTIONS],
};

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Every name wants more room than there is, or is markup that must stay text. */
export const longCoaching: WorkspaceSnapshot = {
  ...coaching,
  people: coaching.people.map((person) => ({ ...person, name: `${person.name} ${LONG}` })),
  ...{
    engagements: ENGAGEMENTS.map((one) => ({ ...one, title: `${one.title} ${LONG}` })),
    items: ITEMS.map((item, at) => ({
      ...item,
      title:
        [`${item.title} ${LONG}`, '<img src=x onerror=alert(1)> & <b>bold</b>', item.title.repeat(3)][at % 3] ?? '',
    })),
  },
};

/** Its engagements never come. */
export function silentEngagements(backend: Backend): Backend {
  const never = () => new Promise<never>(() => {});
  return { ...backend, engagements: { ...backend.engagements, get: never, list: never } };
}

/** Its engagements fail with this. */
export function failingEngagements(backend: Backend, error: BackendError): Backend {
  const fail = () => Promise.reject(error);
  return { ...backend, engagements: { ...backend.engagements, get: fail, list: fail } };
}

/** The first answer is good, and all after that fail. */
export function losingEngagements(backend: Backend, error: BackendError): Backend {
  let asked = 0;
  const get: Backend['engagements']['get'] = (...query) =>
    asked++ === 0 ? backend.engagements.get(...query) : Promise.reject(error);
  return { ...backend, engagements: { ...backend.engagements, get } };
}

/** Nothing can be written to its engagements: every change is refused with this, half a second later. */
export function refusingEngagements(backend: Backend, error: BackendError): Backend {
  const refuse = () => new Promise<never>((_, reject) => setTimeout(() => reject(error), 500));
  return {
    ...backend,
    engagements: {
      ...backend.engagements,
      ...{ update: refuse, activate: refuse, share: refuse, unshare: refuse, bulk: refuse, create: refuse },
    },
    items: {
      ...backend.items,
      ...{ create: refuse, update: refuse, remove: refuse, schedule: refuse, complete: refuse },
    },
  };
}
