// People, companies and groups that the viewer sees, by name (rulebook §6, api.md §5).
import type { Backend, DirectoryQuery } from '../backend.ts';
import {
  canSeeCompany,
  canSeeGroups,
  canSeePerson,
  peopleSharedWith,
  queryKey,
  searchKey,
  titleKey,
} from '../domain/index.ts';
import { directoryQuerySchema, PAGE_LIMITS, type Page, peopleQuerySchema, type Person } from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { checked } from './failures.ts';
import { pageOf } from './page.ts';

type Directory = Pick<Backend, 'people' | 'companies' | 'groups'>;

/** The directory's part of the port. */
export function directoryOf(inCall: Calls): Directory {
  return {
    people: {
      async list(query = {}, options) {
        const asked = checked(peopleQuerySchema, query);
        return inCall(async (call) => {
          const people = await visiblePeople(call);
          const { side } = asked;
          return named(side ? people.filter((person) => person.side === side) : people, asked, call, 'people');
        }, options);
      },
    },
    companies: {
      async list(query = {}, options) {
        const asked = checked(directoryQuerySchema, query);
        return inCall(async (call) => {
          const companies = await call.tx.find('company', {});
          return named(
            companies.filter((company) => canSeeCompany(company, call.viewer)),
            asked,
            call,
            'companies',
          );
        }, options);
      },
    },
    groups: {
      async list(query = {}, options) {
        const asked = checked(directoryQuerySchema, query);
        return inCall(async (call) => {
          const groups = canSeeGroups(call.viewer) ? await call.tx.find('group', {}) : [];
          return named(groups, asked, call, 'groups');
        }, options);
      },
    },
  };
}

async function visiblePeople({ tx, viewer, access }: Call): Promise<Person[]> {
  const shared = peopleSharedWith(access);
  return (await tx.find('person', {})).filter((person) => canSeePerson(person, viewer, shared));
}

/** A page of what has the query in its name, by name. */
function named<T extends { id: string; name: string }>(
  things: readonly T[],
  { query = '', limit = PAGE_LIMITS.default, cursor, count, side }: DirectoryQuery,
  { viewer }: Call,
  list: string,
): Page<T> {
  const wanted = queryKey(query);
  const found = wanted === '' ? things : things.filter(({ name }) => searchKey(name, '').includes(wanted));
  const scope = [viewer.id, list, { query: wanted, side }];
  return pageOf(found, ({ name }) => titleKey(name), { limit, cursor, count }, scope);
}
