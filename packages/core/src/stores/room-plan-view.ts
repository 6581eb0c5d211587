// A plan as a page shows it: what the backend told of it last, its sections and actions with what is pending over them, and
// what that comes to.
import { type Day, inPlanOrder, type KnownSides, planOverview, restand } from '../domain/index.ts';
import type { Action, Id, RoomPlan } from '../schema/index.ts';
import type { RoomPlanDates } from './room-plan-dates.ts';
import type { PlanSection } from './room-plan-sections.ts';

/** A plan as a page shows it. */
export interface ShownPlan extends RoomPlan {
  /** Today on the room's clock, as a day number (days since 1970-01-01). */
  readonly today: Day;
  /** Whether its reader sees all of the room, and so may be told what each date rests on. */
  readonly whole: boolean;
  /** The days that each open action with a date can slip before the finish does; empty where the reader is not told. */
  readonly slack: ReadonlyMap<Id, number>;
}

/** As whom a plan is looked at: oneself, the company, or the guest with this id. */
export type LookingAs = 'self' | 'company' | (string & {});

/**
 * The plan as it is shown.
 * @param of.told what the backend told last
 * @param of.sections with what is pending over them, in order
 * @param of.actions all that are shown of the room
 * @param of.dates the plan's dates, up to date; null for who does not see the whole plan: they are told theirs
 */
export function shownPlan(of: {
  told: RoomPlan;
  sections: readonly PlanSection[];
  actions: Iterable<Action>;
  dates: RoomPlanDates | null;
  people: KnownSides;
  today: Day;
}): ShownPlan {
  const { told, sections, dates, people, today } = of;
  const ids = new Set(sections.map(({ id }) => id));
  const inside = [...of.actions].filter(({ context }) => context.type === 'room' && ids.has(context.sectionId));
  const actions = dates
    ? inPlanOrder(inside, sections).map((action) => restand(dates.dated(action), today))
    : asTold(inside, told, ids);
  const overview = planOverview({ sectionIds: ids, actions, resolver: dates, today, people });
  const { finish, criticalPath, slack } = dates
    ? dates.finish(actions, told.room.targetDate, people)
    : { ...told, slack: new Map<Id, number>() };
  return {
    room: told.room,
    sections: sections.map((section) => ({ ...section, ...overview.sections.get(section.id) })),
    actions,
    progress: overview.progress,
    sides: overview.sides,
    finish,
    criticalPath: [...criticalPath],
    slack,
    today,
    whole: dates !== null,
  };
}

/** In the order that the backend told them in; what it has not told yet comes last. */
function asTold(inside: readonly Action[], { actions, sections }: RoomPlan, ids: ReadonlySet<Id>): Action[] {
  const place = new Map(actions.map(({ id }, at) => [id, at]));
  const sectionAt = new Map([...sections.map(({ id }) => id), ...ids].map((id, at) => [id, at]));
  const of = ({ id, context }: Action): [number, number] => [
    context.type === 'room' ? (sectionAt.get(context.sectionId) ?? 0) : 0,
    place.get(id) ?? Infinity,
  ];
  return [...inside].sort((a, b) => {
    const [sectionA, placeA] = of(a);
    const [sectionB, placeB] = of(b);
    return sectionA - sectionB || (placeA === placeB ? 0 : placeA - placeB);
  });
}
