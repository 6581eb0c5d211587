// The actions of all engagements together, as admins list them: in each order, and by whom they are assigned to. Keys that hardly
// repeat need no second index for the other direction: what is alike is put in the order of ids as it comes. And of engagements
// those that turn by a day, and the zones that they name.
import type { Migration } from '../migration.ts';

const THERE = "where deleted_at is null and context_type = 'engagement'";

const KEYS = {
  due: 'due_key, id',
  due_down: 'due_down_key desc, id',
  created: 'created_at, id',
  updated: 'updated_at, id',
  title: 'title_key, id',
  assignee: 'assignee_id, due_key, id',
};

export const engagementActionLists: Migration = {
  number: 12,
  name: 'engagement-action-lists',
  statements: [
    ...Object.entries(KEYS).map(
      ([name, keys]) => `create index engagement_action_by_${name} on action (workspace_id, ${keys}) ${THERE}`,
    ),
    'create index engagement_turning on engagement (workspace_id, turns_on) where deleted is null',
    'create index engagement_zone on engagement (workspace_id, time_zone) where time_zone is not null',
  ],
};
