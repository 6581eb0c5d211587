// A room's plan as its dates are worked out (rulebook §3): what is stored of its sections and actions, as the engine takes
// it, and what the engine gives, as it is stored and told. Days are the room's own.
import type {
  Action,
  ActionRecord,
  CivilDate,
  Id,
  MovedActionDate,
  PlannedDate,
  PlannedDateRecord,
  RoomRecord,
  Workspace,
} from '../schema/index.ts';
import { type Day, dayAt, formatDay, knownZone, parseDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import type { PreviewedMove } from './plan/plan-preview.ts';
import type { PlanResolver } from './plan/plan-resolver.ts';
import type { Plan, PlanAction, PlanDate, PlanSetting, ResolvedDate } from './plan/plan.ts';
import { writtenRule } from './planned-date.ts';
import type { RoomSight } from './room-sight.ts';
import { closedOn, isOpen } from './status.ts';
import { NEVER } from './never.ts';

/** What of an action decides the dates of its plan: as it is stored, or as it is read by who sees the whole room. */
export type PlannedAction = Pick<Action, 'id' | 'context' | 'state' | 'start' | 'due' | 'closed'>;

/** An action as its dates are worked out from it. */
export function planActionOf({ id, context, state, start, due, closed }: PlannedAction): PlanAction {
  return {
    id,
    sectionId: context.type === 'room' ? context.sectionId : '',
    state,
    start: planDateOf(start),
    due: planDateOf(due),
    closed: closed && { on: closedOn(closed), start: start?.date ?? null, due: due?.date ?? null },
  };
}

/** @throws TypeError where the reader is not told what it rests on: the dates of what they see are told them */
function planDateOf(date: Pick<PlannedDate, 'rule' | 'pinned'> | null): PlanDate | null {
  if (date === null) return null;
  const rule = writtenRule(date.rule);
  if (rule === null) throw new TypeError('Who sees but a part of a plan cannot work its dates out: ask for them.');
  return { rule, pinned: date.pinned };
}

/** The plan of these sections and actions; a section that only an action names is in it too. */
export function roomPlanOf(sectionIds: Iterable<Id>, actions: Iterable<PlannedAction>): Plan {
  const planned = Array.from(actions, planActionOf);
  const ids = new Set([...sectionIds, ...planned.map(({ sectionId }) => sectionId)]);
  return { sections: Array.from(ids, (id) => ({ id })), actions: planned };
}

/**
 * What the dates of a room rest on beside its plan.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function roomSettingOf(
  room: Pick<RoomRecord, 'createdAt' | 'timeZone'>,
  workspace: Pick<Workspace, 'timeZone' | 'calendar'>,
  now: number,
): PlanSetting {
  const zone = knownZone(room.timeZone, workspace.timeZone);
  return {
    roomCreated: formatDay(dayAt(parseInstant(room.createdAt), zone)),
    engagementStart: null,
    calendar: workspace.calendar,
    today: dayAt(now, zone),
  };
}

/** The action with the dates that the plan gives it; the very same where it has them already. */
export function withDates<A extends Pick<ActionRecord, 'id' | 'start' | 'due'> | Pick<Action, 'id' | 'start' | 'due'>>(
  record: A,
  resolver: PlanResolver,
): A {
  const start = dated(record.start, resolver.date(record.id, 'start'));
  const due = dated(record.due, resolver.date(record.id, 'due'));
  return start === record.start && due === record.due ? record : { ...record, start, due };
}

function dated<D extends PlannedDate | PlannedDateRecord>(date: D | null, given: ResolvedDate | undefined): D | null {
  if (date === null || given === undefined) return date;
  const day = given.day === null ? null : formatDay(given.day);
  const basis = given.basis ?? 'waiting';
  const waitingOn = [...given.waitingOn];
  const same = day === date.date && basis === date.basis && waitingOn.join() === date.waitingOn.join();
  return same ? date : { ...date, date: day, basis, waitingOn };
}

/**
 * The first day after today on which a date of the plan may be another, if nothing is changed: an open action on whose
 * completion something rests is taken to be completed on its due date, and once that has passed, today.
 * @param actions those of the plan, with their dates
 */
export function turnOf(actions: readonly ActionRecord[], today: Day): CivilDate {
  const rested = new Set<Id>();
  for (const { state, start, due } of actions) {
    if (!isOpen(state)) continue;
    for (const date of [start, due]) {
      if (date === null || date.pinned !== null || date.rule.type !== 'relative') continue;
      const { anchor } = date.rule;
      if (anchor.type === 'actionCompleted') rested.add(anchor.actionId);
      if (anchor.type === 'sectionCompleted') rested.add(anchor.sectionId);
    }
  }
  let turn: Day | null = null;
  for (const { id, context, state, due } of actions) {
    if (!isOpen(state) || due === null || due.date === null) continue;
    if (!rested.has(id) && !(context.type === 'room' && rested.has(context.sectionId))) continue;
    const next = Math.max(today, parseDay(due.date)) + 1;
    turn = turn === null ? next : Math.min(turn, next);
  }
  return turn === null ? NEVER : formatDay(turn);
}

/** Whether the dates that are kept of a room's plan may be others today. */
export function isTurned({ turnsOn }: Pick<RoomRecord, 'turnsOn'>, today: Day): boolean {
  return turnsOn == null || turnsOn <= formatDay(today);
}

/** The dates that moved, as this reader is told of them: those of the actions they see, each with why. */
export function movesInSight(
  moved: readonly PreviewedMove[],
  sight: RoomSight,
  except: Id | null = null,
): MovedActionDate[] {
  return moved
    .filter(({ actionId }) => actionId !== except && (sight.whole || sight.seen.has(actionId)))
    .map(({ actionId, field, from, to, why, inPast }) => ({
      actionId,
      field,
      from: from.day === null ? null : formatDay(from.day),
      to: to.day === null ? null : formatDay(to.day),
      basis: { from: from.basis, to: to.basis },
      why: why.type === 'restsOn' && !sight.whole && !sight.seen.has(why.id) ? { type: 'internalStep' } : why,
      inPast,
    }));
}

/** Things of one list, in the order of their keys. */
export function inOrder<T extends { id: Id; position: string | null }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => compare(a.position ?? '', b.position ?? '') || compare(a.id, b.id));
}

/** Actions in the order of the sections, and of each section. */
export function inPlanOrder<T extends Pick<Action, 'id' | 'context' | 'position'>>(
  actions: readonly T[],
  sections: readonly { id: Id }[],
): T[] {
  const bySection = Map.groupBy(inOrder(actions), ({ context }) => (context.type === 'room' ? context.sectionId : ''));
  return [...new Set([...sections.map(({ id }) => id), ...bySection.keys()])].flatMap((id) => bySection.get(id) ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
