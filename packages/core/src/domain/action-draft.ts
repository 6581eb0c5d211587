// What may be written (rulebook §2): a relationship's action has a due date and an assignee who is its manager or its
// report; a personal action's assignee is its creator. Relative dates belong to rooms and engagements. A fault says where
// (JSON pointer), what (code) and how to mend it.
import type {
  ActionDraft,
  ActionPatch,
  ActionRecord,
  Assignee,
  Id,
  Meeting,
  PlannedDateDraft,
  ProblemError,
  RelationshipRecord,
} from '../schema/index.ts';
import { isSameAssignee, assignedTo } from './assignee.ts';

/** What a draft or a patch is judged against. */
export interface DraftSetting {
  /** Who owns (draft: will own) a personal action. */
  owner: Id;
  /** The relationship that the action lives in, for one of a relationship. */
  relationship?: Pick<RelationshipRecord, 'id' | 'managerId' | 'reportId'> | null | undefined;
  /** The meeting that the draft names, if it is known. */
  meeting?: Pick<Meeting, 'relationshipId'> | null | undefined;
}

/** The faults of a new action; none where it can be made. */
export function faultsOfDraft(draft: ActionDraft, setting: DraftSetting): ProblemError[] {
  const { context } = draft;
  switch (context.type) {
    case 'personal':
      return [...(draft.assignee ? faultsOfOwner(draft.assignee, setting) : []), ...faultsOfDates(draft)];
    case 'relationship': {
      const { meetingId, relationshipId } = context;
      const stray = meetingId !== undefined && setting.meeting?.relationshipId !== relationshipId;
      return [
        ...(stray ? [fault('/context/meetingId', 'unknown-meeting', 'must be a meeting of this relationship')] : []),
        ...faultsOfParty(draft.assignee ?? null, setting),
        ...(draft.due ? [] : [DUE_REQUIRED]),
        ...faultsOfDates(draft),
      ];
    }
    case 'room':
      return [fault('/context/type', 'not-offered', 'must be personal or relationship: rooms are not offered here')];
    case 'engagement':
      return [fault('/context/type', 'not-offered', 'must be another: an engagement’s actions are made as its items')];
  }
}

/** The faults of an edit; none where it can be written. Only the fields it names are judged. */
export function faultsOfPatch(
  record: Pick<ActionRecord, 'context'>,
  patch: ActionPatch,
  setting: DraftSetting,
): ProblemError[] {
  const { type } = record.context;
  if (patch.context !== undefined && type !== 'room')
    return [fault('/context', 'rooms-only', 'must be left out: only an action of a room moves, within its room')];
  switch (type) {
    case 'personal':
      return [...(patch.assignee === undefined ? [] : faultsOfOwner(patch.assignee, setting)), ...faultsOfDates(patch)];
    case 'relationship':
      return [
        ...(patch.assignee === undefined ? [] : faultsOfParty(patch.assignee, setting)),
        ...(patch.due === null ? [DUE_REQUIRED] : []),
        ...faultsOfDates(patch),
      ];
    case 'room':
    case 'engagement':
      return [];
  }
}

const DUE_REQUIRED = fault('/due', 'required', 'must be given: an action of a relationship has a due date');

function fault(pointer: string, code: string, message: string): ProblemError {
  return { pointer, code, message };
}

function faultsOfOwner(assignee: Assignee | null, { owner }: DraftSetting): ProblemError[] {
  if (isSameAssignee(assignee, assignedTo(owner))) return [];
  return [fault('/assignee', 'owner-only', 'must be its creator: a personal action is always one’s own')];
}

function faultsOfParty(assignee: Assignee | null, { relationship }: DraftSetting): ProblemError[] {
  if (assignee === null)
    return [fault('/assignee', 'required', 'must be the manager or the report of the relationship')];
  const isParty =
    assignee.type === 'person' &&
    (assignee.personId === relationship?.managerId || assignee.personId === relationship?.reportId);
  return isParty
    ? []
    : [fault('/assignee', 'not-in-relationship', 'must be the manager or the report of the relationship')];
}

function faultsOfDates(dates: {
  start?: PlannedDateDraft | null | undefined;
  due?: PlannedDateDraft | null | undefined;
}): ProblemError[] {
  return (['start', 'due'] as const)
    .filter((field) => dates[field]?.rule.type === 'relative')
    .map((field) =>
      fault(`/${field}/rule`, 'fixed-only', 'must be a fixed date: relative dates are for rooms and engagements'),
    );
}
