// Made-up plans as mutual action plans are, only longer: sections of twenty actions, nearly each with a due date and most
// with a start, counted from something a little earlier in all units, around weekends and holidays; the first part is
// done. What rests on what has no loop, but within a section actions stand in no order. A seed gives the same plan again.
import {
  addBusinessDays,
  type DateField,
  type Day,
  formatDay,
  parseDay,
  type Plan,
  type PlanAction,
  type PlanDate,
  type PlanSetting,
} from '@followthrough/core/domain';
import type { ActionState, Anchor, CivilDate, DateRule } from '@followthrough/core/schema';

const SECTION_SIZE = 20;
const TODAY: Day = parseDay('2026-05-13');

/** A plan, what its dates rest on beside it, and changes to make one after the other. */
export interface MadeUpPlan {
  readonly plan: Plan;
  readonly setting: PlanSetting;
  /** How many dates rest on something, and how many actions count for a section. */
  readonly edges: number;
  /** Open actions whose due date is set by hand, each a few days off. */
  changes(count: number): readonly PlanAction[];
}

/** A small generator of numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A plan of so many actions. */
export function madeUpPlan(count: number, seed: number): MadeUpPlan {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const sections = Array.from({ length: Math.ceil(count / SECTION_SIZE) }, (_, at) => ({ id: `section${at}` }));
  const ids = shuffled(
    Array.from({ length: count }, (_, at) => `action${at}`),
    upTo,
  );
  // The first sections are done but for a few actions, and here and there a later one.
  const states = ids.map((_, at): ActionState => {
    if (random() > (at < 0.15 * count ? 0.95 : 0.03)) return 'todo';
    return random() < 0.9 ? 'done' : 'cancelled';
  });
  const setting = settingOf();
  let edges = count;

  function relative(anchor: Anchor): PlanDate {
    if (anchor.type !== 'roomCreated') edges++;
    const unit = random();
    const isEvent = anchor.type === 'sectionCompleted' || anchor.type === 'actionCompleted';
    const before = !isEvent && random() < 0.1 ? -1 : 1;
    const rule: DateRule =
      unit < 0.4
        ? { type: 'relative', unit: 'businessDay', amount: before * upTo(6), anchor }
        : unit < 0.75
          ? { type: 'relative', unit: 'day', amount: before * upTo(8), anchor, roll: rollOf(random()) }
          : unit < 0.97
            ? { type: 'relative', unit: 'week', amount: before * (1 + upTo(2)), anchor, roll: rollOf(random()) }
            : { type: 'relative', unit: 'month', amount: before, anchor, roll: rollOf(random()) };
    return { rule, pinned: null };
  }

  /** Something before the action at that place. */
  function earlier(at: number, field: DateField): Anchor {
    const section = Math.floor(at / SECTION_SIZE);
    const kind = random();
    if (kind < 0.03 || at === 0) return { type: 'roomCreated' };
    if (kind < 0.2 && section > 0) {
      const under = section - 1 - upTo(Math.min(section, 25));
      return isLoose(under) ? { type: 'roomCreated' } : { type: 'sectionCompleted', sectionId: `section${under}` };
    }
    // The step before, another of its section, or one of the last two hundred.
    const reach = kind < 0.6 ? 1 : kind < 0.85 ? SECTION_SIZE : 200;
    const under = at - 1 - upTo(Math.min(at, reach));
    if (isLoose(Math.floor(under / SECTION_SIZE))) return { type: 'roomCreated' };
    // What rests on a cancelled action's completion is broken, and all that rests on such a due date would wait.
    const isDue = random() < 0.5 || (states[under] === 'cancelled' && field === 'due');
    return { type: isDue ? 'actionDue' : 'actionCompleted', actionId: ids[under] ?? '' };
  }

  function fixed(at: number): PlanDate {
    return { rule: { type: 'fixed', date: formatDay(TODAY - 120 + upTo(60) + Math.floor(at / 10)) }, pinned: null };
  }

  function dateOf(at: number, field: DateField): PlanDate | null {
    const kind = random();
    if (isLoose(Math.floor(at / SECTION_SIZE)) && kind < 0.5) return null;
    return kind < 0.03 ? fixed(at) : relative(earlier(at, field));
  }

  const actions = ids.map((id, at): PlanAction => {
    const due = dateOf(at, 'due');
    const start =
      random() < 0.1
        ? null
        : due !== null && random() < 0.15
          ? relative({ type: 'actionDue', actionId: id })
          : dateOf(at, 'start');
    const sectionId = `section${Math.floor(at / SECTION_SIZE)}`;
    return { id, sectionId, state: 'todo', start, due, closed: null };
  });
  const closed = actions.map((action, at): PlanAction => {
    const state = states[at] ?? 'todo';
    if (state === 'todo') return action.due && random() < 0.01 ? pinnedTo(action, TODAY + upTo(90)) : action;
    const on = formatDay(TODAY - 60 + upTo(60));
    const dates = { start: action.start && on, due: action.due && on };
    return { ...action, state, closed: { on, ...dates } };
  });
  const plan = { sections, actions: withinSections(closed, upTo) };
  return { plan, setting, edges, changes };

  function changes(many: number): readonly PlanAction[] {
    const open = closed.filter((action) => action.state === 'todo' && action.due !== null);
    return Array.from({ length: many }, () => {
      const action = open[upTo(open.length)] as PlanAction;
      return pinnedTo(action, TODAY + upTo(60) + Math.floor(Number(action.sectionId.slice(7)) / 2));
    });
  }
}

function pinnedTo(action: PlanAction, day: Day): PlanAction {
  return { ...action, due: action.due && { ...action.due, pinned: formatDay(day) } };
}

/** One section in twenty-five holds loose ends: half of them without a date, and nothing rests on them. */
function isLoose(section: number): boolean {
  return section % 25 === 7;
}

function rollOf(chance: number): 'none' | 'next' | 'previous' {
  return chance < 0.5 ? 'none' : chance < 0.8 ? 'next' : 'previous';
}

function settingOf(): PlanSetting {
  const holidays: CivilDate[] = [];
  for (let year = 2025; year < 2100; year++)
    for (const date of ['01-01', '05-01', '07-04', '11-26', '12-25', '12-26']) holidays.push(`${year}-${date}`);
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays };
  const roomCreated = formatDay(addBusinessDays(TODAY, -80, calendar) ?? TODAY);
  return { roomCreated, engagementStart: null, calendar, today: TODAY };
}

function shuffled<T>(items: readonly T[], upTo: (limit: number) => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = upTo(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

function withinSections(actions: readonly PlanAction[], upTo: (limit: number) => number): PlanAction[] {
  const order: PlanAction[] = [];
  for (let at = 0; at < actions.length; at += SECTION_SIZE)
    order.push(...shuffled(actions.slice(at, at + SECTION_SIZE), upTo));
  return order;
}
