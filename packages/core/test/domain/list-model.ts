// A second reading of the list's rules, as plain as can be, to hold the fast one to; and arbitrary actions and filters.
import fc from 'fast-check';
import type {
  ActionFilter,
  ActionRecord,
  ActionSort,
  ActionState,
  Closing,
  DateBasis,
} from '@followthrough/core/schema';
import { formatDay } from '@followthrough/core/domain';
import { actionRecord, dated, ENGAGEMENT, PERSONAL, ROOM, TODAY } from './builders.ts';

export const ME = 'ana';
const PEOPLE = ['ana', 'ben', 'cem'];
const TITLES = ['Send the deck', 'send the DECK', 'Straße', 'Élan', 'elan', '\uffee', '\u{1f600} go', 'Zeta', ''];

const anyDate = fc.integer({ min: -40, max: 40 }).map((days) => formatDay(TODAY + days));
const anyBasis = fc.constantFrom<DateBasis[]>('fixed', 'fixed', 'fixed', 'settled', 'projected', 'waiting');
const anyInstant = fc
  .integer({ min: 0, max: 5 })
  .map((hours) => `2026-05-0${1 + hours}T0${hours}:00:00${hours % 2 ? '.5' : ''}Z`);
const anyContext = fc.oneof(
  fc.constant(PERSONAL),
  fc.constantFrom('r1', 'r2').map((relationshipId) => ({ type: 'relationship' as const, relationshipId })),
  fc.constantFrom(ROOM, ENGAGEMENT),
);

/** Any action that the rules allow, near 13 May 2026. */
export const anyAction: fc.Arbitrary<ActionRecord> = fc
  .record({
    number: fc.nat({ max: 30 }),
    context: anyContext,
    title: fc.constantFrom(...TITLES),
    description: fc.constantFrom('', 'More about the deck'),
    assignee: fc.constantFrom(null, ...PEOPLE.map((personId) => ({ type: 'person' as const, personId }))),
    due: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: fc.tuple(anyDate, anyBasis) }),
    state: fc.constantFrom<ActionState[]>('todo', 'todo', 'done', 'notDone', 'inProgress', 'cancelled'),
    on: anyDate,
    judgedBy: fc.option(anyDate),
    createdBy: fc.constantFrom(...PEOPLE),
    createdAt: anyInstant,
    updatedAt: anyInstant,
  })
  .map(({ number, due, state, on, judgedBy, ...rest }) => {
    const isRoom = rest.context.type === 'room';
    const open = isRoom && state === 'inProgress' ? 'inProgress' : 'todo';
    const closedState =
      isRoom && state === 'notDone' ? 'cancelled' : !isRoom && state === 'cancelled' ? 'notDone' : state;
    const isOpen = state === 'todo' || state === 'inProgress';
    const closed: Closing | null = isOpen ? null : { at: `${on}T12:00:00Z`, by: 'ana', due: judgedBy, on };
    return actionRecord({
      ...rest,
      id: `a${number}`,
      state: isOpen ? open : closedState,
      closed,
      due: due && dated(due[1] === 'waiting' ? null : due[0], due[1]),
    });
  });

export const anySort = fc.constantFrom<ActionSort[]>(
  ...(['due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'] as const),
);

const STATUSES = ['todo', 'overdue', 'inProgress', 'done', 'doneLate', 'notDone', 'cancelled'] as const;

/** Absent mostly, present in `times` of ten. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>, times = 3): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 10 - times, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary });
}

/** Any filter, each part present now and then. */
export const anyFilter: fc.Arbitrary<ActionFilter> = fc
  .record({
    status: sometimes(fc.subarray([...STATUSES]), 5),
    assignee: sometimes(fc.constantFrom('me', 'ben', 'nobody', 'none')),
    context: sometimes(fc.constantFrom('personal', 'relationship', 'relationship:r2', 'room', 'room:room1')),
    overdue: sometimes(fc.boolean()),
    side: sometimes(fc.constantFrom('us', 'them'), 1),
    dueFrom: sometimes(anyDate, 2),
    dueTo: sometimes(anyDate, 2),
    recent: sometimes(fc.integer({ min: 1, max: 30 })),
    query: sometimes(fc.constantFrom('deck', 'STRASSE', 'élan', ' ')),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined)));

/** Whether an action is overdue, by ISO dates alone. */
function isPast({ state, due }: ActionRecord, today: string): boolean {
  const isOpen = state === 'todo' || state === 'inProgress';
  return isOpen && due !== null && due.date !== null && ['fixed', 'settled'].includes(due.basis) && due.date < today;
}

/** The shown status, spelled out. */
export function statusNaively(action: ActionRecord, today: string): string {
  const { context, state, closed } = action;
  if (context.type !== 'room') {
    if (isPast(action, today)) return 'overdue';
    if (state === 'done' && closed?.on && closed.due && closed.on > closed.due) return 'doneLate';
  }
  return state;
}

/** Whether a filter holds an action, one rule a line. */
export function holdsNaively(action: ActionRecord, filter: ActionFilter, today: string): boolean {
  const isOpen = action.state === 'todo' || action.state === 'inProgress';
  const date = action.due?.date ?? null;
  const shown = [statusNaively(action, today), ...(isPast(action, today) ? ['overdue'] : [])];
  const who = filter.assignee === 'me' ? ME : filter.assignee;
  const places = {
    personal: ['personal'],
    relationship: [
      'relationship',
      `relationship:${'relationshipId' in action.context ? action.context.relationshipId : ''}`,
    ],
    room: ['room', 'room:room1'],
    engagement: ['engagement', 'engagement:e1'],
  }[action.context.type];
  const daysSince = (Date.parse(today) - Date.parse(action.closed?.on ?? '1970-01-01')) / 86_400_000;
  const fold = (text: string) => text.replaceAll('ß', 'ss').toLowerCase();
  const words = [action.title, action.description].map(fold);

  if (filter.status && !filter.status.some((status) => shown.includes(status))) return false;
  if (
    who === 'none'
      ? action.assignee !== null
      : who !== undefined && !(action.assignee?.type === 'person' && action.assignee.personId === who)
  )
    return false;
  if (filter.context !== undefined && !places.includes(filter.context)) return false;
  if (filter.overdue !== undefined && filter.overdue !== isPast(action, today)) return false;
  if (filter.side !== undefined) return false;
  if (filter.dueFrom !== undefined && (date === null || date < filter.dueFrom)) return false;
  if (filter.dueTo !== undefined && (date === null || date > filter.dueTo)) return false;
  if (filter.recent !== undefined && !isOpen && daysSince > filter.recent) return false;
  if (filter.query !== undefined && !words.some((text) => text.includes(fold(filter.query ?? '').trim()))) return false;
  return true;
}

/** The order of a list: what has no date after what has one, then by what is shown, then by id. */
export function orderedNaively<T extends ActionRecord>(actions: readonly T[], sort: ActionSort): T[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  const by = (action: T): number | Buffer => {
    switch (sort) {
      case 'due':
      case '-due':
        return Date.parse(action.due?.date ?? '1970-01-01');
      case 'created':
      case '-created':
        return Date.parse(action.createdAt);
      case 'updated':
      case '-updated':
        return Date.parse(action.updatedAt);
      default:
        return Buffer.from(action.title.replaceAll('ß', 'ss').replaceAll('É', 'E').toLowerCase());
    }
  };
  const isUndated = (action: T) => (sort.endsWith('due') && (action.due?.date ?? null) === null ? 1 : 0);
  return [...actions].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    const byKey = typeof x === 'number' ? x - Number(y) : Buffer.compare(x, y as Buffer);
    return isUndated(a) - isUndated(b) || direction * byKey || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  });
}
