// A section as its reader gets it.
import { type Access, mayInRoom, type RoomSight, shownSection } from '../domain/index.ts';
import type { RoomRecord, Section, SectionRecord } from '../schema/index.ts';

/** A section of a room that the reader sees. */
export function sectionView(
  record: SectionRecord,
  room: RoomRecord,
  { viewer }: Pick<Access, 'viewer'>,
  sight: RoomSight,
): Section {
  const allowed = mayInRoom(room, viewer);
  const { deleted: _, shown: _shown, createdBy: _by, updatedBy: _last, ...section } = record;
  return {
    ...section,
    ...(sight.whole ? {} : shownSection(record)),
    position: sight.whole ? section.position : null,
    may: { edit: allowed, delete: allowed },
  };
}
