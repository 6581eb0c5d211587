// A room's plan as its dates are worked out (rulebook §3): what is stored of its sections and actions, as the engine takes
// it, and what the engine gives, as it is stored and told. Days are the room's own.
import type { ActionRecord, Id, MovedActionDate, PlannedDateRecord, RoomRecord, Workspace } from '../schema/index.ts';
import { dayAt, formatDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import type { PreviewedMove } from './plan/plan-preview.ts';
import type { PlanResolver } from './plan/plan-resolver.ts';
import type { Plan, PlanAction, PlanSetting, ResolvedDate } from './plan/plan.ts';
import type { RoomSight } from './room-sight.ts';
import { closedOn } from './status.ts';

/** An action as its dates are worked out from it. */
export function planActionOf(record: ActionRecord): PlanAction {
  const { id, context, state, start, due, closed } = record;
  return {
    id,
    sectionId: context.type === 'room' ? context.sectionId : '',
    state,
    start: start && { rule: start.rule, pinned: start.pinned },
    due: due && { rule: due.rule, pinned: due.pinned },
    closed: closed && { on: closedOn(closed), start: start?.date ?? null, due: due?.date ?? null },
  };
}

/** The plan of these sections and actions; a section that only an action names is in it too. */
export function roomPlanOf(sectionIds: Iterable<Id>, actions: Iterable<ActionRecord>): Plan {
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
  const zone = room.timeZone ?? workspace.timeZone;
  return {
    roomCreated: formatDay(dayAt(parseInstant(room.createdAt), zone)),
    engagementStart: null,
    calendar: workspace.calendar,
    today: dayAt(now, zone),
  };
}

/** The action with the dates that the plan gives it; the very same where it has them already. */
export function withDates(record: ActionRecord, resolver: PlanResolver): ActionRecord {
  const start = dated(record.start, resolver.date(record.id, 'start'));
  const due = dated(record.due, resolver.date(record.id, 'due'));
  return start === record.start && due === record.due ? record : { ...record, start, due };
}

function dated(date: PlannedDateRecord | null, given: ResolvedDate | undefined): PlannedDateRecord | null {
  if (date === null || given === undefined) return date;
  const day = given.day === null ? null : formatDay(given.day);
  const basis = given.basis ?? 'waiting';
  const waitingOn = [...given.waitingOn];
  const same = day === date.date && basis === date.basis && waitingOn.join() === date.waitingOn.join();
  return same ? date : { ...date, date: day, basis, waitingOn };
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
