// The demo's twelve rooms, one in each stage that a room can be in. Each is told in days from today; what a plan's dates make
// due by yesterday has been done, unless it is said to be left.
import type { Id } from '@followthrough/core/schema';
import type { TeamRole } from './templates/step.ts';

export interface RoomStory {
  id: Id;
  name: string;
  companyId: Id;
  /** Null: nothing is in it. */
  template: Id | null;
  team: Readonly<Record<TeamRole, Id>>;
  /** Members beside the team. */
  members?: readonly Id[];
  /** How many days ago it was made. */
  made: number;
  /** In how many days the customer should be there. */
  target: number | null;
  timeZone?: string;
  /** Whom it is shared with, in order: the first is the primary contact. */
  guests: readonly Id[];
  /** Who it was shared with and is no longer. */
  left?: Id;
  /** Steps that nobody has closed, whatever their dates. */
  open?: readonly string[];
  cancelled?: readonly string[];
  /** Steps that somebody works on now. */
  begun?: readonly string[];
  /** Steps with dates set by hand beside their rules. */
  pinned?: readonly { step: string; in: number }[];
  /** Steps that are in no template, each with its section and whose it is. */
  added?: readonly { section: string; title: string; person: Id; in: number }[];
}

/** Sees to the rooms as a whole: a member of each, whoever leads it. */
export const COORDINATOR = 'ana-petrovic';

const WEST = { lead: 'marcus-bell', engineer: 'omar-farouk', specialist: 'noor-haddad' };
const NORTH = { lead: 'priya-raman', engineer: 'jonas-meyer', specialist: 'noor-haddad' };
const SOUTH = { lead: 'hugo-martin', engineer: 'rosa-jimenez', specialist: 'noor-haddad' };

export const ROOMS: readonly RoomStory[] = [
  // Half way, in time.
  {
    id: 'globex-evaluation',
    name: 'Globex evaluation',
    companyId: 'globex',
    template: 'enterprise-evaluation',
    team: { lead: 'ana-petrovic', engineer: 'dev-sharma', specialist: 'noor-haddad' },
    members: ['marcus-bell', 'elif-kaya'],
    made: 38,
    target: 62,
    guests: ['dana-whitfield', 'ravi-menon', 'lena-brandt'],
    begun: ['pilot-run'],
    added: [
      { section: 'pilot', title: 'Outline the link to the order system', person: 'lena-brandt', in: 12 },
      { section: 'assurance', title: 'Name who signs for data protection', person: 'ravi-menon', in: 9 },
    ],
  },
  // Waiting on the customer: all that is ours is done.
  {
    id: 'globex-security',
    name: 'Globex security review',
    companyId: 'globex',
    template: 'security-review',
    team: { ...WEST, lead: 'ana-petrovic', engineer: 'dev-sharma' },
    made: 37,
    target: 40,
    guests: ['june-okada', 'pablo-ortega', 'dana-whitfield'],
    open: ['questions'],
  },
  // Just made, not shared.
  {
    id: 'meridian-evaluation',
    name: 'Meridian Rail, northern lines',
    companyId: 'meridian',
    template: 'enterprise-evaluation',
    team: { ...WEST, lead: 'nina-kowalski' },
    made: 0,
    target: 95,
    guests: [],
  },
  // Late: what is left cannot be done by the target date.
  {
    id: 'meridian-onboarding',
    name: 'Meridian Rail onboarding',
    companyId: 'meridian',
    template: 'onboarding',
    team: WEST,
    made: 52,
    target: 6,
    guests: ['fiona-reid', 'tom-ashby', 'neha-patel'],
    open: ['accept', 'rules', 'load'],
    begun: ['rules'],
  },
  // Shared and begun.
  {
    id: 'oakhurst-evaluation',
    name: 'Oakhurst Foods evaluation',
    companyId: 'oakhurst',
    template: 'enterprise-evaluation',
    team: { ...NORTH, lead: 'isla-campbell' },
    members: ['priya-raman'],
    made: 12,
    target: 85,
    guests: ['carl-jensen', 'maja-holm'],
    begun: ['planner-day'],
  },
  // At risk: what others rest on is overdue.
  {
    id: 'brightwater-renewal',
    name: 'Brightwater renewal',
    companyId: 'brightwater',
    template: 'renewal',
    team: WEST,
    members: ['paula-rossi'],
    made: 36,
    target: 75,
    guests: ['hana-lee', 'leo-grant'],
    open: ['wishes', 'open-cases'],
    begun: ['open-cases'],
  },
  // No target date.
  {
    id: 'brightwater-evaluation',
    name: 'Brightwater, field app',
    companyId: 'brightwater',
    template: 'enterprise-evaluation',
    team: { ...WEST, lead: 'mateo-silva' },
    made: 24,
    target: null,
    guests: ['leo-grant'],
    cancelled: ['planner-day'],
  },
  // Almost done.
  {
    id: 'kestrel-security',
    name: 'Kestrel security review',
    companyId: 'kestrel',
    template: 'security-review',
    team: NORTH,
    made: 57,
    target: 12,
    guests: ['mia-jansen', 'ruth-becker'],
    open: ['sign-off'],
    pinned: [{ step: 'sign-off', in: 4 }],
  },
  // Completed.
  {
    id: 'kestrel-onboarding',
    name: 'Kestrel onboarding',
    companyId: 'kestrel',
    template: 'onboarding',
    team: NORTH,
    made: 126,
    target: -18,
    guests: ['pieter-visser', 'mia-jansen', 'ruth-becker'],
    cancelled: ['load'],
  },
  // Its contact left.
  {
    id: 'ponte-evaluation',
    name: 'Ponte & Figli evaluation',
    companyId: 'ponte',
    template: 'enterprise-evaluation',
    team: SOUTH,
    made: 30,
    target: 70,
    guests: ['sofia-greco', 'luca-moretti'],
    left: 'sofia-greco',
  },
  // A date set by hand, which others follow.
  {
    id: 'indus-renewal',
    name: 'Indus Health renewal',
    companyId: 'indus',
    template: 'renewal',
    team: { ...NORTH, lead: 'layla-mansour' },
    members: ['priya-raman'],
    made: 27,
    target: 85,
    timeZone: 'Asia/Karachi',
    guests: ['amir-khan', 'sana-malik'],
    open: ['review'],
    pinned: [{ step: 'review', in: 8 }],
  },
  // Empty.
  {
    id: 'indus-roadmap',
    name: 'Indus Health, joint roadmap',
    companyId: 'indus',
    template: null,
    team: { ...NORTH, lead: 'layla-mansour' },
    made: 2,
    target: 90,
    guests: ['amir-khan'],
  },
];
