// @preact/signals-core: a signal for each due date set by hand, a computed for each date that rests on another and for each section.
import type { DateField, Plan, PlanAction, PlanSetting } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
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

type Read = ReadonlySignal<number>;
interface Dates {
  hand: Signal<number>;
  start: Read;
  due: Read;
}

/** Each change sets a signal, and then every date is read and compared with what it was. */
export const preactRead: Peer = {
  name: '@preact/signals-core',
  how: 'a signal is set, then every date is read and compared',
  isSignals: true,
  resolve(plan, setting) {
    const { dates, ...resolved } = graphOf(plan, setting);
    let all: { actionId: Id; field: DateField; read: Read; known: number }[] | null = null;
    return {
      ...resolved,
      change(action) {
        // Listed at the first change, which is not measured, so that the first resolve does not pay for it.
        all ??= [...dates].flatMap(([actionId, { start, due }]) => [
          { actionId, field: 'start' as const, read: start, known: start.value },
          { actionId, field: 'due' as const, read: due, known: due.value },
        ]);
        const hand = dates.get(action.id)?.hand;
        if (hand) hand.value = handOf(action, 'due');
        const moved: Moved[] = [];
        for (const one of all) {
          const to = one.read.value;
          if (to === one.known) continue;
          moved.push({ actionId: one.actionId, field: one.field, from: one.known, to });
          one.known = to;
        }
        return moved.length;
      },
    };
  },
};

/** Each change sets a signal, and an effect for each date tells of those that moved. */
export const preactEffects: Peer = {
  name: '@preact/signals-core + effects',
  how: 'a signal is set; an effect on each date tells of it',
  isSignals: true,
  resolve(plan, setting) {
    const { dates, ...resolved } = graphOf(plan, setting);
    let moved: Moved[] = [];
    const watch = (actionId: Id, field: DateField, read: Read) => {
      let from = -1;
      effect(() => {
        const to = read.value;
        if (from !== -1) moved.push({ actionId, field, from, to });
        from = to;
      });
    };
    for (const [actionId, { start, due }] of dates) {
      watch(actionId, 'start', start);
      watch(actionId, 'due', due);
    }
    return {
      ...resolved,
      change(action) {
        moved = [];
        const hand = dates.get(action.id)?.hand;
        if (hand) hand.value = handOf(action, 'due');
        return moved.length;
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
        const day = dayIn(member.due.value);
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
      return computed(() => hand.value || source);
    }
    if (hand === null && pinned !== 0) return signal(pinned);
    if (source.from === 'section') {
      const section = sections.get(source.id) as Read;
      return hand === null
        ? computed(() => countedFrom(source, section.value, setting))
        : computed(() => hand.value || countedFrom(source, section.value, setting));
    }
    const under = dates.get(source.id) as Dates;
    return hand === null
      ? computed(() => countedFrom(source, under.due.value, setting))
      : computed(() => hand.value || countedFrom(source, under.due.value, setting));
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
    date: (actionId, field) => dates.get(actionId)?.[field].value ?? -1,
    completion: (sectionId) => sections.get(sectionId)?.value ?? -1,
  };
}
