// Plans that only stories show: what an import may bring, two thousand actions, no dates at all; and backends whose plans
// are slow, broken or gone.
import type { Backend, BackendError } from '@followthrough/core/backend';
import { keyAfter, newAction, newSection } from '@followthrough/core/domain';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionRecord, Assignee, DateRule, PlannedDateDraft, SectionRecord } from '@followthrough/core/schema';
import { fernhill } from './workspaces.ts';

type Anchor = Extract<DateRule, { type: 'relative' }>['anchor'];

const ROOM = 'globex-evaluation';
const MADE = { by: 'ana-petrovic', at: '2026-04-06T09:00:00.000Z' };
const ANA: Assignee = { type: 'person', personId: 'ana-petrovic' };
const CONTACT: Assignee = { type: 'primaryContact' };

const on = (date: string): PlannedDateDraft => ({ rule: { type: 'fixed', date } });
const after = (amount: number, anchor: Anchor, pinned?: string): PlannedDateDraft => ({
  rule: { type: 'relative', amount, unit: 'day', anchor },
  ...(pinned !== undefined && { pinned }),
});
const completed = (actionId: string): Anchor => ({ type: 'actionCompleted', actionId });
const dueOf = (actionId: string): Anchor => ({ type: 'actionDue', actionId });
const finished = (sectionId: string): Anchor => ({ type: 'sectionCompleted', sectionId });

interface PlannedAction {
  id: string;
  title: string;
  due?: PlannedDateDraft;
  assignee?: Assignee;
  state?: 'cancelled';
}

/** The room of Globex's evaluation with another plan in it, as its records would have been imported: nothing is checked. */
function imported(plan: Readonly<Record<string, readonly PlannedAction[]>>): WorkspaceSnapshot {
  const sections: SectionRecord[] = [];
  const actions: ActionRecord[] = [];
  let place: string | null = null;
  for (const [name, steps] of Object.entries(plan)) {
    place = keyAfter(place);
    const sectionId = sectionOf(name);
    sections.push({ ...newSection({ name, position: place }, sectionId, ROOM, MADE), shown: null });
    let position: string | null = null;
    for (const { id, title, due = null, assignee = ANA, state } of steps) {
      position = keyAfter(position);
      const context = { type: 'room', roomId: ROOM, sectionId, internalOnly: false } as const;
      const action = newAction({ context, title, due, assignee, position }, id, MADE);
      const closed = { at: '2026-05-04T09:00:00.000Z', by: 'ana-petrovic', on: '2026-05-04', due: null };
      actions.push(state ? { ...action, state, closed } : action);
    }
  }
  return { ...fernhill, sections, actions, stateChanges: [] };
}

function sectionOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** Whatever stands in the way of a date. */
export const brokenDates = imported({
  Contract: [
    { id: 'legal', title: 'Legal review by outside counsel', due: on('2026-05-08'), state: 'cancelled' },
    { id: 'redlines', title: 'Answer the redlines', due: after(3, completed('legal')), assignee: CONTACT },
    { id: 'sign', title: 'Signature', due: after(2, dueOf('redlines')) },
    { id: 'press', title: 'Press release', due: after(1, completed('an-action-that-is-gone')) },
    { id: 'pinned', title: 'Print the final copy', due: after(1, dueOf('redlines'), '2026-05-29') },
  ],
  Rollout: [
    { id: 'sites', title: 'List of the sites', assignee: CONTACT },
    { id: 'visits', title: 'Visit the first three sites', due: after(14, completed('sites')) },
    { id: 'report', title: 'Report of the visits', due: after(5, dueOf('visits')) },
    { id: 'party', title: 'Thank everybody', due: after(2, finished('later')) },
  ],
  Later: [],
});

/** A loop that runs through a section, with what hangs on it and what does not. */
export const loop = imported({
  Prepare: [
    { id: 'scope', title: 'Agree the scope', due: after(2, dueOf('budget')), assignee: CONTACT },
    { id: 'team', title: 'Name the team', due: on('2026-05-21') },
  ],
  Approve: [
    { id: 'budget', title: 'Approve the budget', due: after(5, finished('prepare')) },
    { id: 'order', title: 'Raise the order', due: after(1, completed('budget')), assignee: CONTACT },
  ],
});

/** Nothing has a date. */
export const noDates = imported({
  'First thoughts': [
    { id: 'call', title: 'Call them again' },
    { id: 'sketch', title: 'Sketch how it could look', assignee: CONTACT },
    { id: 'price', title: 'Find out what it may cost' },
  ],
});

/** Twenty sections of a hundred actions, each due a day after the one before. */
export const twoThousand = imported(
  Object.fromEntries(
    Array.from({ length: 20 }, (_, section) => [
      `Stage ${section + 1}`,
      Array.from({ length: 100 }, (__, at): PlannedAction => {
        const number = section * 100 + at;
        const due = at === 0 ? on(`2026-${String(5 + Math.floor(section / 4)).padStart(2, '0')}-18`) : undefined;
        return {
          id: `step-${number}`,
          title: `Step ${number + 1} of the rollout`,
          due: due ?? after(1, dueOf(`step-${number - 1}`)),
          assignee: at % 3 === 0 ? CONTACT : ANA,
        };
      }),
    ]),
  ),
);

/** Its plans never come. */
export function silentPlans(backend: Backend): Backend {
  return { ...backend, rooms: { ...backend.rooms, plan: () => new Promise(() => {}) } };
}

/** Its plans fail with this. */
export function failingPlans(backend: Backend, error: BackendError): Backend {
  return { ...backend, rooms: { ...backend.rooms, plan: () => Promise.reject(error) } };
}

/** The first plan is good, and all after that fail. */
export function losingPlans(backend: Backend, error: BackendError): Backend {
  let asked = 0;
  const plan: Backend['rooms']['plan'] = (...query) =>
    asked++ === 0 ? backend.rooms.plan(...query) : Promise.reject(error);
  return { ...backend, rooms: { ...backend.rooms, plan } };
}
