// How a relationship comes to be and how its settings change (rulebook §1, §6.1): an internal manager and any other
// person as report; viewers who were given access; a zone of its own or the workspace's. Its two people never change.
import type {
  Id,
  Person,
  ProblemError,
  RelationshipDraft,
  RelationshipPatch,
  RelationshipRecord,
} from '../schema/index.ts';
import type { Doing } from './action-change.ts';
import { isSameSet } from './same-value.ts';

/** The record of a new relationship. */
export function newRelationship(draft: RelationshipDraft, id: Id, { by, at }: Doing): RelationshipRecord {
  const { managerId, reportId, viewerIds = [], timeZone = null } = draft;
  return {
    id,
    managerId,
    reportId,
    createdBy: by,
    viewerIds: unique(viewerIds),
    timeZone,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}

/** The people that a draft or a patch names. */
export function peopleNamedIn(written: Partial<RelationshipDraft>): Id[] {
  const { managerId, reportId, viewerIds = [] } = written;
  return unique([managerId, reportId, ...viewerIds].filter((id) => id !== undefined));
}

/**
 * The faults of a new relationship or of a change to one; none where it can be written.
 * @param people at least those of the people it names who exist
 */
export function faultsOfRelationship(
  written: Partial<RelationshipDraft>,
  people: ReadonlyMap<Id, Pick<Person, 'side'>>,
): ProblemError[] {
  const { managerId, reportId, viewerIds = [] } = written;
  const unknown = (pointer: string) => ({
    pointer,
    code: 'unknown-person',
    message: 'must be a person of the workspace',
  });
  const faults: ProblemError[] = [];
  if (managerId !== undefined && !people.has(managerId)) faults.push(unknown('/managerId'));
  else if (managerId !== undefined && people.get(managerId)?.side !== 'internal') {
    faults.push({ pointer: '/managerId', code: 'internal-only', message: 'must be a person of your own team' });
  }
  if (reportId !== undefined && !people.has(reportId)) faults.push(unknown('/reportId'));
  else if (reportId !== undefined && reportId === managerId) {
    faults.push({ pointer: '/reportId', code: 'same-person', message: 'must be somebody other than the manager' });
  }
  viewerIds.forEach((id, index) => {
    if (!people.has(id)) faults.push(unknown(`/viewerIds/${index}`));
  });
  return faults;
}

/** The record after a change of settings: its next version, or the very same record where nothing changes. */
export function applyRelationshipPatch(
  record: RelationshipRecord,
  patch: RelationshipPatch,
  { at }: Pick<Doing, 'at'>,
): RelationshipRecord {
  const viewerIds = patch.viewerIds === undefined ? record.viewerIds : unique(patch.viewerIds);
  const timeZone = patch.timeZone === undefined ? record.timeZone : patch.timeZone;
  if (timeZone === record.timeZone && isSameSet(viewerIds, record.viewerIds)) return record;
  return { ...record, viewerIds, timeZone, updatedAt: at, version: record.version + 1 };
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}
