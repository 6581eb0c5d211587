// Who is member or guest of a room, a row each: so that a person's rooms are found along an index, as their engagements are (see
// 0009). What a list or a document holds is none that row-level security lets be looked up before it. The database keeps these rows
// itself, with every room that is written.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;

const PEOPLE = (room: string) => `
  select ${room}.workspace_id, ${room}.id, unnest(${room}.member_ids)
  union select ${room}.workspace_id, ${room}.id, guest ->> 'personId' from jsonb_array_elements(${room}.guests) guest`;

export const roomPeople: Migration = {
  number: 10,
  name: 'room-people',
  statements: [
    `create table room_person (
      workspace_id ${REF} not null references tenant (id),
      room_id ${REF} not null,
      person_id ${REF} not null,
      primary key (workspace_id, room_id, person_id),
      foreign key (workspace_id, room_id) references room (workspace_id, id)
    )`,
    'create index room_person_person on room_person (workspace_id, person_id, room_id)',
    // The rows of every workspace at once, which security by row keeps even from the tables' owner.
    'alter table room no force row level security',
    `insert into room_person (workspace_id, room_id, person_id)
      select people.* from room r cross join lateral (${PEOPLE('r')}) people on conflict do nothing`,
    'alter table room force row level security',
    'drop index room_members',
    'drop index room_guests',

    `create function keep_room_people() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then
        delete from room_person where workspace_id = old.workspace_id and room_id = old.id;
      end if;
      insert into room_person (workspace_id, room_id, person_id) ${PEOPLE('new')} on conflict do nothing;
      return null;
    end $$`,
    'create trigger room_made after insert on room for each row execute function keep_room_people()',
    `create trigger room_people_changed after update on room for each row
      when ((old.member_ids, old.guests) is distinct from (new.member_ids, new.guests))
      execute function keep_room_people()`,

    'alter table room_person enable row level security',
    // The owner too, which a server that connects as the owner otherwise passes by.
    'alter table room_person force row level security',
    `create policy of_workspace on room_person
      using (workspace_id = current_setting('followthrough.workspace', true))
      with check (workspace_id = current_setting('followthrough.workspace', true))`,
  ],
};
