// alien-signals: a signal for each due date set by hand, a computed for each date that rests on another and for each section.
import type { DateField, Plan, PlanAction, PlanSetting } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { computed, effect, endBatch, signal, startBatch } from 'alien-signals';
import {
  completedOn,
  countedFrom,
  dayIn,
  handOf,
  type Peer,
  type Resolved,
  sectionSources,
  sourceOf,
  WAITING,
} from './peer.ts';

type Read = () => number;
interface Dates {
  hand: (value: number) => void;
  start: Read;
  due: Read;
}

/** Each change sets a signal, and then every date is read and compared with what it was. */
export const alienRead: Peer = {
  name: 'alien-signals',
  how: 'a signal is set, then every date is read and compared',
  isSignals: true,
  resolve(plan, setting) {
    const { dates, ...resolved } = graphOf(plan, setting);
    const all = [...dates.values()].flatMap(({ start, due }) => [start, due]);
    const known = new Int32Array(all.length);
    let isKnown = false;
    return {
      ...resolved,
      change(action) {
        // Before the first change there is nothing to compare with.
        if (!isKnown) for (let at = 0; at < all.length; at++) known[at] = all[at]?.() ?? -1;
        isKnown = true;
        dates.get(action.id)?.hand(handOf(action, 'due'));
        let moved = 0;
        for (let at = 0; at < all.length; at++) {
          const value = all[at]?.() ?? -1;
          if (value === known[at]) continue;
          known[at] = value;
          moved++;
        }
        return moved;
      },
    };
  },
};

/** Each change sets a signal, and an effect for each date tells of those that moved. */
export const alienEffects: Peer = {
  name: 'alien-signals + effects',
  how: 'a signal is set; an effect on each date tells of it',
  isSignals: true,
  resolve(plan, setting) {
    const { dates, ...resolved } = graphOf(plan, setting);
    let moved = 0;
    let last = 0;
    const watch = (read: Read) => {
      effect(() => {
        last = read();
        moved++;
      });
    };
    for (const { start, due } of dates.values()) {
      watch(start);
      watch(due);
    }
    return {
      ...resolved,
      change(action) {
        moved = 0;
        startBatch();
        dates.get(action.id)?.hand(handOf(action, 'due'));
        endBatch();
        return last < 0 ? -1 : moved;
      },
    };
  },
};

function graphOf(plan: Plan, setting: PlanSetting): Omit<Resolved, 'change'> & { dates: Map<Id, Dates> } {
  const actions = new Map<Id, PlanAction>();
  const dates = new Map<Id, Dates>();
  const sections = new Map<Id, Read>();
  for (const action of plan.actions) {
    actions.set(action.id, action);
    const due = signal(0);
    dates.set(action.id, { hand: due, start: due, due });
  }
  for (const [id, { doneOn, open }] of sectionSources(plan)) {
    const members = open.map((member) => dates.get(member) as Dates);
    const read = () => {
      let latest = doneOn;
      for (const member of members) {
        const day = dayIn(member.due());
        if (day < 0) return WAITING;
        if (day > latest) latest = day;
      }
      return completedOn(latest, members.length > 0, setting);
    };
    sections.set(id, computed(read));
  }

  function dateOf(action: PlanAction, field: DateField, hand: Read | null): Read {
    const source = sourceOf(action, field, actions, setting);
    const pinned = handOf(action, field);
    if (typeof source === 'number') {
      if (hand === null || action.closed !== null) return signal(pinned || source);
      return computed(() => hand() || source);
    }
    if (hand === null && pinned !== 0) return signal(pinned);
    if (source.from === 'section') {
      const section = sections.get(source.id) as Read;
      return hand === null
        ? computed(() => countedFrom(source, section(), setting))
        : computed(() => hand() || countedFrom(source, section(), setting));
    }
    const under = dates.get(source.id) as Dates;
    return hand === null
      ? computed(() => countedFrom(source, under.due(), setting))
      : computed(() => hand() || countedFrom(source, under.due(), setting));
  }

  for (const action of plan.actions) {
    const one = dates.get(action.id) as Dates;
    const hand = signal(handOf(action, 'due'));
    one.hand = hand;
    one.due = dateOf(action, 'due', hand);
    one.start = dateOf(action, 'start', null);
  }
  return {
    dates,
    date: (actionId, field) => dates.get(actionId)?.[field]() ?? -1,
    completion: (sectionId) => sections.get(sectionId)?.() ?? -1,
  };
}
