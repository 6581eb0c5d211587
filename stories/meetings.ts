// What stories of meetings show: Ana and Ben, three 1:1s around the stopped Friday, and what became of what they promised,
// played through the real backend with a clock that goes on.
import type { Backend } from '@followthrough/core/backend';
import { fixedDate, formatDay, formatInstant } from '@followthrough/core/domain';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionState } from '@followthrough/core/schema';
import { fernhill, now } from './workspaces.ts';

const DAY = 86_400_000;
const PAIR = { manager: 'ana-petrovic', report: 'ben-okafor', id: 'ana-petrovic-and-ben-okafor' };

/** Everything but what was ever agreed in a relationship. */
const blank: WorkspaceSnapshot = { ...fernhill, meetings: [], actions: [], stateChanges: [] };

type Deed = (as: (who: string) => Backend) => Promise<unknown>;

/** Plays deeds, each so many days from the stopped Friday, and gives the repository that they left. */
async function played(snapshot: WorkspaceSnapshot, deeds: readonly (readonly [day: number, deed: Deed])[]) {
  const repository = createMemoryRepository(snapshot);
  let clock = now();
  let made = 0;
  const as = (viewerId: string) =>
    createLocalBackend({ repository, viewerId, now: () => clock, newId: () => `meeting-${++made}` });
  for (const [day, deed] of deeds) {
    clock = now() + day * DAY;
    await deed(as);
  }
  return repository;
}

const at = (day: number) => formatInstant(now() + day * DAY);
const meet =
  (id: string, day: number, title: string | null = null): Deed =>
  (as) =>
    as(PAIR.manager).meetings.create(PAIR.id, { id, startsAt: at(day), title });
const end =
  (id: string, day: number): Deed =>
  async (as) => {
    const { version } = await as(PAIR.manager).meetings.get(id);
    return as(PAIR.manager).meetings.update(id, { endedAt: at(day) }, { version });
  };
const promise =
  (id: string, title: string, due: number, to: 'manager' | 'report', meetingId?: string): Deed =>
  (as) =>
    as(PAIR.manager).actions.create({
      id,
      context: { type: 'relationship', relationshipId: PAIR.id, ...(meetingId === undefined ? {} : { meetingId }) },
      title,
      assignee: { type: 'person', personId: PAIR[to] },
      due: fixedDate(formatDay(Math.floor(now() / DAY) + due)),
    });
const state =
  (id: string, to: ActionState): Deed =>
  (as) =>
    as(PAIR.report).actions.setState(id, to);

const HOUR = 1 / 24;

/** Three meetings: `past` is over, `current` goes on, `next` lies ahead. */
const threeMeetings = await played(blank, [
  [-45, meet('first', -42)],
  [-45, promise('old', 'Agree who owns the pricing page', 6 - 42, 'report')],
  [-42, end('first', -42 + HOUR)],
  [-30, meet('second', -28)],
  [-28, promise('quota', 'Find out why the partner quota slipped', -14, 'report', 'second')],
  [-28, end('second', -28 + HOUR)],
  [-20, meet('past', -14, 'Fortnightly')],
  [-14, promise('budget', 'Draft the travel budget for the autumn events', -3, 'report', 'past')],
  [-14, promise('deck', 'Send the revised onboarding deck to Kestrel', 0, 'manager', 'past')],
  [-14, promise('intro', 'Introduce Ben to the team at Ponte & Figli', -9, 'manager', 'past')],
  [-14, promise('survey', 'Ask the support team for the survey results', -10, 'report', 'past')],
  [-14 + HOUR, end('past', -14 + HOUR)],
  [-9, state('intro', 'done')],
  [-6, meet('current', -HOUR / 2)],
  [-5, state('survey', 'done')],
  [-4, promise('between', 'Book the room for the quarterly review', 4, 'manager')],
  [-HOUR / 4, promise('new-1', 'Write down what the new starters asked in week one', 14, 'report', 'current')],
  [-HOUR / 5, promise('new-2', 'Ask finance about the training budget', 7, 'manager', 'current')],
  [-HOUR / 6, meet('next', 14)],
]);

/** The same pair before anything was agreed: one meeting, and nothing on it. */
export const emptyMeeting = await played(blank, [[-1, meet('current', -HOUR / 2)]]);
/** A first meeting that lies ahead, with nothing on it. */
export const emptyAhead = await played(blank, [[-1, meet('next', 3)]]);

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Names and titles that want more room than there is, or are markup that must stay text. */
export const longMeeting = await played(
  { ...blank, people: blank.people.map((person) => ({ ...person, name: `${person.name} ${LONG}` })) },
  [
    [-15, meet('past', -14, `Fortnightly about ${LONG}`)],
    [-14, promise('long-1', `Send the revised onboarding deck to ${LONG} `.repeat(3), -3, 'report', 'past')],
    [-14, promise('long-2', '<img src=x onerror=alert(1)> & <b>bold</b>', 4, 'manager', 'past')],
    [-1, meet('current', -HOUR / 2, `Fortnightly about ${LONG} ${LONG}`)],
    [-HOUR / 4, promise('long-3', LONG.repeat(2), 400, 'report', 'current')],
  ],
);

let made = 0;

/** A backend over one of them, as one person sees it. */
export function meetingBackend(
  repository: Awaited<ReturnType<typeof played>> = threeMeetings,
  viewerId: string = PAIR.report,
): Backend {
  return createLocalBackend({ repository, viewerId, now, newId: () => `story-${++made}` });
}

/** Its agendas never come. */
export function silentAgenda(backend: Backend): Backend {
  return { ...backend, meetings: { ...backend.meetings, agenda: () => new Promise(() => {}) } };
}

/** Its agendas fail with this. */
export function failingAgenda(backend: Backend, error: Error): Backend {
  return { ...backend, meetings: { ...backend.meetings, agenda: () => Promise.reject(error) } };
}

/** It reads, and whatever is changed does not get through. */
export function unreachable(backend: Backend, error: Error): Backend {
  const lost = () => Promise.reject(error);
  return { ...backend, actions: { ...backend.actions, create: lost, update: lost, setState: lost, remove: lost } };
}
