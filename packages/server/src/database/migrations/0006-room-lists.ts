// Lists of rooms' actions: guests have them in order of when they changed to their eyes; and the day on which the dates that
// are kept of a room will have to be worked out anew (null: they never were), and the version of a section as guests see it.
import type { Migration } from '../migration.ts';

const OF_GUESTS = 'where deleted_at is null and not internal_only';

export const roomLists: Migration = {
  number: 6,
  name: 'room-lists',
  statements: [
    'alter table room add column turns_on text',
    'alter table section add column shown jsonb',
    'alter table action add column guests_updated_at timestamptz',
    // The rows of every workspace at once, which security by row keeps even from the tables' owner.
    'alter table action no force row level security',
    "update action set guests_updated_at = coalesce(shown_updated_at, updated_at) where context_type = 'room'",
    'alter table action force row level security',
    `alter table action add constraint guests_updated_in_rooms
      check ((context_type = 'room') = (guests_updated_at is not null))`,
    `create index action_by_guests_updated on action (workspace_id, container, guests_updated_at, id) ${OF_GUESTS}`,
    `create index action_by_guests_updated_down
      on action (workspace_id, container, guests_updated_at desc, id) ${OF_GUESTS}`,
  ],
};
