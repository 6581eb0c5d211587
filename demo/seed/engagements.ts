// The demo's sixty engagements, in every state that one can be in. Each is told in days from today.
import type { Id } from '@followthrough/core/schema';

/**
 * How far it has come: `draft`; `active`, and not shared yet; `shared`, and under way; `unshared`, taken back from its
 * coachees; `over`, with all of it done.
 */
type EngagementStage = 'draft' | 'active' | 'shared' | 'unshared' | 'over';

export interface EngagementStory {
  id: Id;
  title?: string;
  stage: EngagementStage;
  /** Null: from scratch, with nothing in it. */
  programme: Id | null;
  coachId: Id;
  coacheeIds: readonly Id[];
  groupId?: Id;
  /** In how many days it starts; less than none: it has started. */
  starts: number;
  spectators?: readonly Id[];
  coachMethod?: Id;
  firmMethod?: Id;
}

const COACHED = [
  'ben-okafor',
  'clara-weiss',
  'dev-sharma',
  'elif-kaya',
  'finn-larsen',
  'grace-mbeki',
  'hugo-martin',
  'isla-campbell',
  'jonas-meyer',
  'kenji-sato',
  'layla-mansour',
  'mateo-silva',
  'nina-kowalski',
  'omar-farouk',
  'paula-rossi',
  'quentin-dubois',
  'rosa-jimenez',
  'sven-lindqvist',
  'tara-nguyen',
  'umar-aziz',
];
const COACHES = ['astrid-falk', 'joaquim-reis', 'miriam-adler', 'teo-brankovic', 'leah-osei'];

/** The ones that the demo's pages and its tests look for. */
const CERTAIN: readonly EngagementStory[] = [
  {
    id: 'ben-leading',
    stage: 'shared',
    programme: 'leading-for-the-first-time',
    coachId: 'astrid-falk',
    coacheeIds: ['ben-okafor'],
    starts: -24,
    spectators: ['vera-novak'],
    coachMethod: 'coach-session',
    firmMethod: 'firm-programme',
  },
  {
    id: 'clara-hundred',
    stage: 'shared',
    programme: 'first-hundred-days',
    coachId: 'astrid-falk',
    coacheeIds: ['clara-weiss'],
    starts: -41,
    spectators: ['vera-novak', 'xenia-popov'],
    coachMethod: 'coach-hour',
    firmMethod: 'firm-session',
  },
  {
    id: 'field-team-room',
    title: 'Field team, autumn',
    stage: 'shared',
    programme: 'team-in-the-room',
    coachId: 'miriam-adler',
    coacheeIds: ['mateo-silva', 'nina-kowalski', 'omar-farouk', 'paula-rossi'],
    groupId: 'field-team',
    starts: -12,
    spectators: ['xenia-popov'],
    firmMethod: 'firm-programme',
  },
  {
    id: 'dana-sparring',
    title: 'Sparring with Globex',
    stage: 'shared',
    programme: 'sparring',
    coachId: 'joaquim-reis',
    coacheeIds: ['dana-whitfield'],
    starts: -60,
    firmMethod: 'firm-session',
  },
  {
    id: 'wilhelmina-returning',
    title: 'Coming back after parental leave: Wilhelmina Featherstonehaugh-Cholmondeley and her new team in Bristol',
    stage: 'shared',
    programme: 'returning',
    coachId: 'leah-osei',
    coacheeIds: ['wilhelmina-f'],
    starts: -15,
  },
  {
    id: 'zoe-draft',
    stage: 'draft',
    programme: 'returning',
    coachId: 'leah-osei',
    coacheeIds: ['zoe-adams'],
    starts: 12,
  },
  {
    id: 'empty-draft',
    title: 'To be planned with Tomás',
    stage: 'draft',
    programme: null,
    coachId: 'teo-brankovic',
    coacheeIds: ['tomas-herrera'],
    starts: 30,
  },
  {
    id: 'priya-active',
    stage: 'active',
    programme: 'sparring',
    coachId: 'astrid-falk',
    coacheeIds: ['priya-raman'],
    starts: 3,
    coachMethod: 'coach-hour',
    firmMethod: 'firm-programme-gbp',
  },
];

/** How many of each stage there are beside those, with the days from which they start on, one after another. */
const OTHERS: readonly { stage: EngagementStage; count: number; first: number; step: number }[] = [
  { stage: 'draft', count: 8, first: 5, step: 4 },
  { stage: 'active', count: 7, first: -2, step: 3 },
  { stage: 'shared', count: 24, first: -66, step: 2 },
  { stage: 'unshared', count: 4, first: -35, step: 6 },
  { stage: 'over', count: 9, first: -290, step: 9 },
];
const PROGRAMMES_IN_TURN = [
  'leading-for-the-first-time',
  'first-hundred-days',
  'leading-for-the-first-time',
  'returning',
];

/** In turn; what is under way is no programme that would be over by now. */
function programmeFor(turn: number, stage: EngagementStage, starts: number): Id {
  const isLong = stage === 'shared' && starts < -25;
  const programmes = isLong ? PROGRAMMES_IN_TURN.filter((id) => id !== 'returning') : PROGRAMMES_IN_TURN;
  return programmes[turn % programmes.length] ?? 'sparring';
}

function others(): EngagementStory[] {
  const stories: EngagementStory[] = [];
  for (const { stage, count, first, step } of OTHERS) {
    for (let at = 0; at < count; at++) {
      const turn = stories.length;
      const coachee = COACHED[(turn * 7 + 3) % COACHED.length] ?? '';
      stories.push({
        id: `programme-${String(turn + 1).padStart(2, '0')}`,
        stage,
        programme: programmeFor(turn, stage, first + at * step),
        coachId: COACHES[turn % COACHES.length] ?? '',
        coacheeIds: [coachee],
        starts: first + at * step,
        ...(turn % 3 === 0 && { spectators: ['vera-novak'] }),
        ...(turn % 2 === 0 && { coachMethod: 'coach-session', firmMethod: 'firm-programme' }),
      });
    }
  }
  return stories;
}

export const ENGAGEMENTS: readonly EngagementStory[] = [...CERTAIN, ...others()];
