// Who has which part in an engagement, a row each: so that a person's engagements are found along an index. What an array
// holds is none that row-level security lets be looked up before it (only comparisons that can tell nothing are). The database
// keeps these rows itself, with every engagement that is written.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;

const PARTS = (engagement: string) => `
  select ${engagement}.workspace_id, ${engagement}.id, ${engagement}.coach_id, 'coach'
  union all select ${engagement}.workspace_id, ${engagement}.id, unnest(${engagement}.coachee_ids), 'coachee'
  union all select ${engagement}.workspace_id, ${engagement}.id, unnest(${engagement}.spectator_ids), 'spectator'`;

export const engagementParts: Migration = {
  number: 9,
  name: 'engagement-parts',
  statements: [
    `create table engagement_part (
      workspace_id ${REF} not null references tenant (id),
      engagement_id ${REF} not null,
      person_id ${REF} not null,
      part text not null check (part in ('coach', 'coachee', 'spectator')),
      primary key (workspace_id, engagement_id, person_id, part),
      foreign key (workspace_id, engagement_id) references engagement (workspace_id, id)
    )`,
    'create index engagement_part_person on engagement_part (workspace_id, person_id, part, engagement_id)',
    // The rows of every workspace at once, which security by row keeps even from the tables' owner.
    'alter table engagement no force row level security',
    `insert into engagement_part (workspace_id, engagement_id, person_id, part)
      select parts.* from engagement e cross join lateral (${PARTS('e')}) parts on conflict do nothing`,
    'alter table engagement force row level security',
    'drop index engagement_coachees',
    'drop index engagement_spectators',

    `create function keep_engagement_parts() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then
        delete from engagement_part where workspace_id = old.workspace_id and engagement_id = old.id;
      end if;
      insert into engagement_part (workspace_id, engagement_id, person_id, part) ${PARTS('new')} on conflict do nothing;
      return null;
    end $$`,
    `create trigger engagement_made after insert on engagement
      for each row execute function keep_engagement_parts()`,
    `create trigger engagement_people_changed after update on engagement for each row
      when ((old.coach_id, old.coachee_ids, old.spectator_ids)
        is distinct from (new.coach_id, new.coachee_ids, new.spectator_ids))
      execute function keep_engagement_parts()`,

    'alter table engagement_part enable row level security',
    // The owner too, which a server that connects as the owner otherwise passes by.
    'alter table engagement_part force row level security',
    `create policy of_workspace on engagement_part
      using (workspace_id = current_setting('followthrough.workspace', true))
      with check (workspace_id = current_setting('followthrough.workspace', true))`,
  ],
};
