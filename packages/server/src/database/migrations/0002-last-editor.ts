// Who made an action's latest version. Of those that are there already it was not kept: it is their creator.
import type { Migration } from '../migration.ts';

export const lastEditor: Migration = {
  number: 2,
  name: 'last-editor',
  statements: [
    'alter table action add column updated_by text collate "C"',
    // The rows of every workspace at once, which security by row keeps even from the tables' owner.
    'alter table action no force row level security',
    'update action set updated_by = created_by',
    'alter table action force row level security',
    'alter table action alter column updated_by set not null',
    `alter table action add constraint action_updated_by_fkey
      foreign key (workspace_id, updated_by) references person (workspace_id, id)`,
  ],
};
