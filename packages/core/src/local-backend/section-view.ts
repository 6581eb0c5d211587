// A section as its reader gets it.
import { type Access, mayInRoom, type RoomSight } from '../domain/index.ts';
import type { RoomRecord, Section, SectionRecord } from '../schema/index.ts';

/** A section of a room that the reader sees. */
export function sectionView(
  { deleted: _, createdBy: _by, updatedBy: _last, ...section }: SectionRecord,
  room: RoomRecord,
  { viewer }: Pick<Access, 'viewer'>,
  sight: RoomSight,
): Section {
  const allowed = mayInRoom(room, viewer);
  return {
    ...section,
    position: sight.whole ? section.position : null,
    may: { edit: allowed, delete: allowed },
  };
}
