// How a section of a plan comes to be and changes (rulebook §6.1): deleting it deletes its actions with it, and restoring it
// brings back those that went with it.
import type { Id, SectionDraft, SectionPatch, SectionRecord } from '../schema/index.ts';
import type { Doing } from './action-change.ts';

/** The record of a new section of a room. */
export function newSection(
  draft: SectionDraft & { position: string },
  id: Id,
  roomId: Id,
  { by, at }: Doing,
): SectionRecord {
  const { name, position } = draft;
  const made = { createdBy: by, createdAt: at, updatedAt: at, updatedBy: by, version: 1 };
  return { id, roomId, name, position, ...made, deleted: null };
}

/** The section after an edit; the very same where it changes nothing. */
export function applySectionPatch(section: SectionRecord, patch: SectionPatch, doing: Doing): SectionRecord {
  const { name = section.name, position = section.position } = patch;
  if (name === section.name && position === section.position) return section;
  return written(section, { name, position }, doing);
}

/** The section deleted, with the actions that go with it. */
export function deletedSection(section: SectionRecord, actionIds: Id[], doing: Doing): SectionRecord {
  return written(section, { deleted: { at: doing.at, by: doing.by, actionIds } }, doing);
}

/** The section brought back; the very same where it was not deleted. */
export function restoredSection(section: SectionRecord, doing: Doing): SectionRecord {
  return section.deleted === null ? section : written(section, { deleted: null }, doing);
}

function written(section: SectionRecord, fields: Partial<SectionRecord>, { by, at }: Doing): SectionRecord {
  return { ...section, ...fields, updatedAt: at, updatedBy: by, version: section.version + 1 };
}
