// People, companies and groups: those that the viewer sees, by name (rulebook §6, api.md §5), and what a host writes of them.
import type { Backend, DirectoryQuery } from '../backend.ts';
import { canSeeGroups, companiesSeenBy, peopleSeenBy, queryKey } from '../domain/index.ts';
import { type Company, directoryQuerySchema, type Page, peopleQuerySchema } from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { companyPut, groupPut, personPut } from './directory-writing.ts';
import { checked } from './failures.ts';
import { pageOfHeld, placed } from './listing.ts';
import { isTextKey, pageOf } from './page.ts';
import type { Kinds, ListAnswer, PageRequest } from './repository.ts';
import { engagementsSeen } from './engagement-access.ts';
import { callInEngagements, callInRooms, roomsSeen } from './room-access.ts';

type Directory = Pick<Backend, 'people' | 'companies' | 'groups'>;

/** The directory's part of the port. */
export function directoryOf(inCall: Calls): Directory {
  return {
    people: {
      async list(query = {}, options) {
        const asked = checked(peopleQuerySchema, query);
        return inCall(async (outer) => {
          // Our team sees everybody, whatever rooms and engagements there are.
          const call =
            outer.viewer.side === 'internal'
              ? outer
              : callInEngagements(callInRooms(outer, await roomsSeen(outer)), await engagementsSeen(outer));
          const where = { seen: peopleSeenBy(call.viewer, call.access), side: asked.side, query: asked.query };
          return named('person', asked, call, (page) => call.tx.list('person', where, page));
        }, options);
      },
      put: personPut(inCall),
    },
    companies: {
      async list(query = {}, options) {
        const asked = checked(directoryQuerySchema, query);
        return inCall((call) => named('company', asked, call, (page) => companies(asked.query, page, call)), options);
      },
      put: companyPut(inCall),
    },
    groups: {
      async list(query = {}, options) {
        const asked = checked(directoryQuerySchema, query);
        const where = { query: asked.query };
        return inCall(
          (call) =>
            named('group', asked, call, (page) =>
              canSeeGroups(call.viewer) ? call.tx.list('group', where, page) : pageOfHeld('group', where, page, []),
            ),
          options,
        );
      },
      put: groupPut(inCall),
    },
  };
}

async function companies(query: string | undefined, page: PageRequest, call: Call): Promise<ListAnswer<Company>> {
  const seen = companiesSeenBy(call.viewer);
  if (seen === 'all') return call.tx.list('company', { query }, page);
  return pageOfHeld('company', { query }, page, await call.tx.find('company', { id: seen }));
}

/** A page of what is listed by name. */
function named<K extends 'person' | 'company' | 'group'>(
  kind: K,
  { query = '', side, ...asked }: DirectoryQuery,
  { viewer }: Call,
  find: (page: PageRequest) => ListAnswer<Kinds[K]> | Promise<ListAnswer<Kinds[K]>>,
): Promise<Page<Kinds[K]>> {
  return pageOf(asked, {
    scope: [viewer.id, kind, { query: queryKey(query), side }],
    isKey: isTextKey,
    placed: (thing: Kinds[K]) => placed(kind, thing),
    find,
  });
}
