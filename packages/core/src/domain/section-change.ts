// How a section of a plan comes to be and changes (rulebook §6.1): deleting it deletes its actions with it, and restoring it
// brings back those that went with it.
import type { Id, Instant, SectionDraft, SectionPatch, SectionRecord } from '../schema/index.ts';
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
  // Guests see nothing of it yet.
  return { id, roomId, name, position, ...made, deleted: null, shown: { version: 0, updatedAt: at } };
}

/** The version of a section as guests see it. */
export function shownSection({ shown, version, updatedAt }: SectionRecord): { version: number; updatedAt: Instant } {
  return shown ?? { version, updatedAt };
}

/** The section once something that guests see of it has changed; `before` is as it was. */
export function withSectionShown(section: SectionRecord, before: SectionRecord, at: Instant): SectionRecord {
  return { ...section, shown: { version: shownSection(before).version + 1, updatedAt: at } };
}

/**
 * The section after an edit; the very same where it changes nothing.
 * @param isSeen whether guests see it, and so its name
 */
export function applySectionPatch(
  section: SectionRecord,
  patch: SectionPatch,
  doing: Doing,
  isSeen: boolean,
): SectionRecord {
  const { name = section.name, position = section.position } = patch;
  if (name === section.name && position === section.position) return section;
  const next = written(section, { name, position, shown: shownSection(section) }, doing);
  return isSeen && name !== section.name ? withSectionShown(next, section, doing.at) : next;
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
