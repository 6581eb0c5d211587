// @bryntum/chronograph 2: an atom for each due date set by hand, a calculation for each date that rests on another and for
// each section.
import type { DateField, Plan, PlanAction, PlanSetting } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import type * as library from './chronograph-graph.mjs';
import {
  completedOn,
  countedFrom,
  dayIn,
  handOf,
  type Moved,
  type Peer,
  type Resolved,
  sectionSources,
  sourceOf,
  WAITING,
} from './peer.ts';

type Atom = library.Atom;
type Library = typeof library;

/** The peer, or why it cannot run here. */
export async function loadedChronograph(): Promise<Peer | string> {
  try {
    return peerOf(await import('./chronograph-graph.mjs'));
  } catch (error) {
    return String(error);
  }
}

interface Dates {
  hand: Atom;
  start: Atom;
  due: Atom;
}

function peerOf(library: Library): Peer {
  return {
    name: '@bryntum/chronograph',
    how: 'an atom is written, the graph commits; calculations tell of themselves',
    isSignals: false,
    resolve: (plan, setting) => graphOf(library, plan, setting),
  };
}

function graphOf(
  { ChronoGraph, BoxUnbound, CalculableBoxUnbound }: Library,
  plan: Plan,
  setting: PlanSetting,
): Resolved {
  const graph = ChronoGraph.new({ historyLimit: -1 });
  const actions = new Map<Id, PlanAction>();
  const dates = new Map<Id, Dates>();
  const sections = new Map<Id, Atom>();
  let moved: Moved[] = [];
  const box = (value: number) => graph.addAtom(BoxUnbound.new(value));
  const calculated = (calculation: () => number) =>
    graph.addAtom(CalculableBoxUnbound.new({ calculation, lazy: false }));
  /** Tells of itself where it comes to something else. */
  const date = (actionId: Id, field: DateField, work: () => number) => {
    let from = -1;
    return calculated(() => {
      const to = work();
      if (to !== from && from !== -1) moved.push({ actionId, field, from, to });
      from = to;
      return to;
    });
  };
  const none = BoxUnbound.new(0);
  for (const action of plan.actions) {
    actions.set(action.id, action);
    dates.set(action.id, { hand: none, start: none, due: none });
  }
  for (const [id, { doneOn, open }] of sectionSources(plan)) {
    const members = open.map((member) => dates.get(member) as Dates);
    const work = () => {
      let latest = doneOn;
      for (const member of members) {
        const day = dayIn(member.due.read());
        if (day < 0) return WAITING;
        if (day > latest) latest = day;
      }
      return completedOn(latest, members.length > 0, setting);
    };
    sections.set(id, calculated(work));
  }

  function dateOf(action: PlanAction, field: DateField, hand: Atom | null): Atom {
    const source = sourceOf(action, field, actions, setting);
    const pinned = handOf(action, field);
    if (typeof source === 'number') {
      if (hand === null || action.closed !== null) return box(pinned || source);
      return date(action.id, field, () => hand.read() || source);
    }
    if (hand === null && pinned !== 0) return box(pinned);
    if (source.from === 'section') {
      const section = sections.get(source.id) as Atom;
      return hand === null
        ? date(action.id, field, () => countedFrom(source, section.read(), setting))
        : date(action.id, field, () => hand.read() || countedFrom(source, section.read(), setting));
    }
    const under = dates.get(source.id) as Dates;
    return hand === null
      ? date(action.id, field, () => countedFrom(source, under.due.read(), setting))
      : date(action.id, field, () => hand.read() || countedFrom(source, under.due.read(), setting));
  }

  for (const action of plan.actions) {
    const one = dates.get(action.id) as Dates;
    one.hand = box(handOf(action, 'due'));
    one.due = dateOf(action, 'due', one.hand);
    one.start = dateOf(action, 'start', null);
  }
  // In the plan's order, for a commit begins at the last and would go down to the first through as many calls.
  for (const { start, due } of dates.values()) {
    due.read();
    start.read();
  }
  graph.commit();
  return {
    date: (actionId, field) => dates.get(actionId)?.[field].read() ?? -1,
    completion: (sectionId) => sections.get(sectionId)?.read() ?? -1,
    change(action) {
      moved = [];
      dates.get(action.id)?.hand.write(handOf(action, 'due'));
      graph.commit();
      return moved.length;
    },
  };
}
