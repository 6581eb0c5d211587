// What a past agenda is read from: the due date that each closing was judged by is kept with the change of state, since a
// reopening takes it from the action; and the actions of a meeting are found by it.
import type { Migration } from '../migration.ts';

export const judgedBy: Migration = {
  number: 7,
  name: 'judged-by',
  statements: [
    'alter table state_change add column due text',
    `create index action_by_meeting on action (workspace_id, meeting_id)
      where meeting_id is not null and deleted_at is null`,
  ],
};
