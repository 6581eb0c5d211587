// What has been chosen on the way to engagements, step by step, and what still stands in the way of each step. Pure: the
// same answers whether somebody presses Next or the backend is about to be asked.
import type { CivilDate, EngagementDraft, Group, Id, Person } from '../schema/index.ts';
import { COACHEES_LIMIT } from '../schema/limits.ts';

/** What has been chosen so far. */
export interface SetupDraft {
  /** Whether coachees are chosen one by one, or are those of a group. */
  readonly by: 'people' | 'group';
  readonly coacheeIds: readonly Id[];
  readonly groupId: Id | null;
  /** One engagement for all of them in place of one each. */
  readonly shared: boolean;
  readonly coachId: Id | null;
  /** Null: from scratch. */
  readonly templateId: Id | null;
  /** Empty: as the template is called, or after the coachee. */
  readonly title: string;
  readonly startDate: CivilDate | null;
  readonly endDate: CivilDate | null;
  /** Null: as the template has it. */
  readonly selfScheduling: boolean | null;
  readonly spectatorIds: readonly Id[];
}

/** Nothing chosen yet. */
export const EMPTY_SETUP: SetupDraft = {
  by: 'people',
  coacheeIds: [],
  groupId: null,
  shared: false,
  coachId: null,
  templateId: null,
  title: '',
  startDate: null,
  endDate: null,
  selfScheduling: null,
  spectatorIds: [],
};

/** What a fault is of: a field of its step. */
export type SetupField = 'coachees' | 'group' | 'coach' | 'template' | 'title' | 'startDate' | 'endDate' | 'spectators';

/** What stands in the way: at which field, and what; `people` are those it is of. */
export interface SetupFault {
  /** The step of its field, whether or not that is one of those gone through. */
  readonly step: 'coachees' | 'coach' | 'template' | 'settings';
  readonly field: SetupField;
  readonly code:
    | 'coachees-missing'
    | 'too-many-coachees'
    | 'unknown-people'
    | 'group-missing'
    | 'coach-missing'
    | 'template-faulty'
    | 'title-too-long'
    | 'empty-group'
    | 'coach-is-coachee'
    | 'end-before-start'
    | 'spectator-takes-part'
    /** Told by the backend, in its words. */
    | 'refused';
  readonly people: readonly Id[];
  /** With `refused`. */
  readonly message?: string | undefined;
}

/** What a draft is judged by. */
export interface SetupKnowledge {
  readonly people: ReadonlyMap<Id, Person>;
  readonly groups: readonly Group[];
  /** Whether the chosen template can be used as it is. */
  readonly isTemplateSound: boolean;
  readonly titleLimit: number;
}

/** The people engagements are made for; of a group that is not known, none. */
export function coacheesOf({ by, coacheeIds, groupId }: SetupDraft, groups: readonly Group[]): readonly Id[] {
  return by === 'people' ? coacheeIds : (groups.find(({ id }) => id === groupId)?.memberIds ?? []);
}

/** How many engagements it comes to; the coach of a group that they are in gets none. */
export function engagementCount(draft: SetupDraft, groups: readonly Group[]): number {
  const coachees = coacheesOf(draft, groups);
  if (draft.shared) return coachees.length > 0 ? 1 : 0;
  return draft.by === 'group' ? coachees.filter((id) => id !== draft.coachId).length : coachees.length;
}

/** Whether the coach is of the group, so that there is none made for them. */
export function isCoachOfGroup(draft: SetupDraft, groups: readonly Group[]): boolean {
  return draft.by === 'group' && draft.coachId !== null && coacheesOf(draft, groups).includes(draft.coachId);
}

/** What stands in the way of each step, in the order of steps and fields. */
export function setupFaults(draft: SetupDraft, knowledge: SetupKnowledge): SetupFault[] {
  return [...coacheeFaults(draft, knowledge), ...coachFaults(draft, knowledge), ...restFaults(draft, knowledge)];
}

function coacheeFaults(draft: SetupDraft, { people, groups }: SetupKnowledge): SetupFault[] {
  const fault = (field: SetupField, code: SetupFault['code'], of: readonly Id[] = []): SetupFault[] => [
    { step: 'coachees', field, code, people: of },
  ];
  const coachees = coacheesOf(draft, groups);
  if (draft.by === 'group') {
    if (!groups.some(({ id }) => id === draft.groupId)) return fault('group', 'group-missing');
    if (coachees.length === 0) return fault('group', 'empty-group');
    return coachees.length > COACHEES_LIMIT ? fault('group', 'too-many-coachees') : [];
  }
  if (coachees.length === 0) return fault('coachees', 'coachees-missing');
  if (coachees.length > COACHEES_LIMIT) return fault('coachees', 'too-many-coachees');
  const unknown = coachees.filter((id) => !people.has(id));
  return unknown.length > 0 ? fault('coachees', 'unknown-people', unknown) : [];
}

function coachFaults(draft: SetupDraft, { people, groups }: SetupKnowledge): SetupFault[] {
  const { coachId } = draft;
  const fault = (code: SetupFault['code'], of: readonly Id[] = []): SetupFault[] => [
    { step: 'coach', field: 'coach', code, people: of },
  ];
  if (coachId === null) return fault('coach-missing');
  if (!people.has(coachId)) return fault('unknown-people', [coachId]);
  const takesPart = coacheesOf(draft, groups).includes(coachId);
  // Of a group, one each: the others get theirs.
  if (takesPart && (draft.shared || engagementCount(draft, groups) === 0 || draft.by === 'people'))
    return fault('coach-is-coachee', [coachId]);
  return [];
}

function restFaults(draft: SetupDraft, { people, groups, isTemplateSound, titleLimit }: SetupKnowledge): SetupFault[] {
  const faults: SetupFault[] = [];
  const add = (field: SetupField, code: SetupFault['code'], of: readonly Id[] = []) =>
    faults.push({ step: field === 'template' ? 'template' : 'settings', field, code, people: of });
  if (!isTemplateSound) add('template', 'template-faulty');
  if (draft.title.length > titleLimit && Array.from(draft.title).length > titleLimit) add('title', 'title-too-long');
  if (draft.startDate !== null && draft.endDate !== null && draft.endDate < draft.startDate)
    add('endDate', 'end-before-start');
  const unknown = draft.spectatorIds.filter((id) => !people.has(id));
  if (unknown.length > 0) add('spectators', 'unknown-people', unknown);
  const coachees = new Set(coacheesOf(draft, groups));
  const partaking = draft.spectatorIds.filter((id) => id === draft.coachId || coachees.has(id));
  if (partaking.length > 0) add('spectators', 'spectator-takes-part', partaking);
  return faults;
}

/** What is written to make them all; null while there is no coach. */
export function engagementDraftOf(draft: SetupDraft): EngagementDraft | null {
  const { by, coacheeIds, groupId, coachId, templateId, title, startDate, endDate, selfScheduling, spectatorIds } =
    draft;
  if (coachId === null) return null;
  return {
    ...(by === 'group' && groupId !== null ? { groupId } : { coacheeIds: [...coacheeIds] }),
    coachId,
    templateId,
    mode: draft.shared ? 'shared' : 'individual',
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(startDate !== null && { startDate }),
    ...(endDate !== null && { endDate }),
    ...(selfScheduling !== null && { selfScheduling }),
    ...(spectatorIds.length > 0 && { spectatorIds: [...spectatorIds] }),
  };
}
