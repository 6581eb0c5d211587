// What may be written of a room's action (rulebook §2, §3, §4): it lies in a section of the room; it is assigned to somebody
// in the room, its contact, its company or nobody; an internal-only one to our team alone. Its dates may be relative, to
// the room's making and to what is in the same plan.
import type {
  ActionContext,
  ActionDraft,
  ActionPatch,
  Assignee,
  DateRule,
  Id,
  PlannedDateDraft,
  ProblemError,
  RoomRecord,
} from '../schema/index.ts';
import { isGuestOf } from './room-people.ts';

/** What a room's action is judged against. */
export interface RoomActionSetting {
  room: Pick<RoomRecord, 'memberIds' | 'guests'>;
  /** The sections and the actions of the plan, those that are deleted left out. */
  sectionIds: ReadonlySet<Id>;
  actionIds: ReadonlySet<Id>;
}

type RoomContext = Extract<ActionContext, { type: 'room' }>;

/** The faults of a new action of a room; none where it can be made. */
export function faultsOfRoomDraft(
  draft: Pick<ActionDraft, 'assignee' | 'start' | 'due'>,
  context: Pick<RoomContext, 'sectionId' | 'internalOnly'>,
  setting: RoomActionSetting,
): ProblemError[] {
  return [
    ...faultsOfSection(context.sectionId, setting),
    ...faultsOfAssignee(draft.assignee ?? null, setting),
    ...faultsOfSecrecy(draft.assignee ?? null, context.internalOnly, '/assignee', setting),
    ...faultsOfDates(draft, setting),
  ];
}

/** The faults of an edit; none where it can be written. Only the fields it names are judged. */
export function faultsOfRoomPatch(
  record: { context: RoomContext; assignee: Assignee | null },
  patch: ActionPatch,
  setting: RoomActionSetting,
): ProblemError[] {
  const assignee = patch.assignee === undefined ? record.assignee : patch.assignee;
  const internalOnly = patch.context?.internalOnly ?? record.context.internalOnly;
  const touched = patch.assignee !== undefined || patch.context?.internalOnly !== undefined;
  const pointer = patch.assignee === undefined ? '/context/internalOnly' : '/assignee';
  return [
    ...(patch.context?.sectionId === undefined ? [] : faultsOfSection(patch.context.sectionId, setting)),
    ...(patch.assignee === undefined ? [] : faultsOfAssignee(patch.assignee, setting)),
    ...(touched ? faultsOfSecrecy(assignee, internalOnly, pointer, setting) : []),
    ...faultsOfDates(patch, setting),
  ];
}

function fault(pointer: string, code: string, message: string): ProblemError {
  return { pointer, code, message };
}

function faultsOfSection(sectionId: Id, { sectionIds }: RoomActionSetting): ProblemError[] {
  if (sectionIds.has(sectionId)) return [];
  return [fault('/context/sectionId', 'unknown-section', 'must be a section of this room')];
}

function faultsOfAssignee(assignee: Assignee | null, { room }: RoomActionSetting): ProblemError[] {
  if (assignee?.type !== 'person') return [];
  const { personId } = assignee;
  if (room.memberIds.includes(personId) || isGuestOf(room, personId)) return [];
  return [fault('/assignee', 'not-in-room', 'must be a member or a guest of the room')];
}

function faultsOfSecrecy(
  assignee: Assignee | null,
  internalOnly: boolean,
  pointer: string,
  { room }: RoomActionSetting,
): ProblemError[] {
  if (!internalOnly || assignee === null) return [];
  if (assignee.type === 'person' && !isGuestOf(room, assignee.personId)) return [];
  return [
    fault(pointer, 'internal-only', 'an internal-only action is assigned to your own team: choose one or the other'),
  ];
}

function faultsOfDates(
  dates: { start?: PlannedDateDraft | null | undefined; due?: PlannedDateDraft | null | undefined },
  setting: RoomActionSetting,
): ProblemError[] {
  return (['start', 'due'] as const).flatMap((field) => {
    const rule = dates[field]?.rule;
    return rule === undefined ? [] : faultsOfRule(rule, `/${field}/rule`, setting);
  });
}

/** The faults of a rule in a room's plan. Whether it closes a loop is found when the plan's dates are worked out. */
function faultsOfRule(rule: DateRule, at: string, { sectionIds, actionIds }: RoomActionSetting): ProblemError[] {
  if (rule.type === 'fixed') return [];
  const { anchor, amount, unit, roll = 'none' } = rule;
  const faults: ProblemError[] = [];
  if (anchor.type === 'engagementStart')
    faults.push(fault(`${at}/anchor`, 'not-in-room', 'must be something of the room: it has no engagement'));
  else if (anchor.type === 'sectionCompleted' ? !sectionIds.has(anchor.sectionId) : isGone(anchor, actionIds))
    faults.push(fault(`${at}/anchor`, 'unknown-anchor', 'must be an action or a section of this room'));
  if (amount < 0 && (anchor.type === 'sectionCompleted' || anchor.type === 'actionCompleted'))
    faults.push(
      fault(`${at}/amount`, 'negative-after-event', 'must not be negative: nobody knows the day before it is done'),
    );
  if (unit === 'businessDay' && roll !== 'none')
    faults.push(fault(`${at}/roll`, 'roll-with-business-days', 'must be none: business days never end on a day off'));
  return faults;
}

function isGone(anchor: Extract<DateRule, { type: 'relative' }>['anchor'], actionIds: ReadonlySet<Id>): boolean {
  return 'actionId' in anchor && !actionIds.has(anchor.actionId);
}
