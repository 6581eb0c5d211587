// A host writes its own directory (rulebook §6.1, api.md §5): people, companies and groups by their own ids, each whole, by admins.
// Who moves to another side or another company leaves the rooms that were shared with them as who they were.
import type { Backend } from '../backend.ts';
import {
  faultsOfGroup,
  faultsOfPerson,
  hasMoved,
  isAdminNoMore,
  leftBy,
  mayCeaseAsAdmin,
  mayChangeDirectory,
  writtenCompany,
  writtenGroup,
  writtenPerson,
} from '../domain/index.ts';
import {
  companyDraftSchema,
  companySchema,
  groupDraftSchema,
  groupSchema,
  type Id,
  idSchema,
  type Person,
  personDraftSchema,
  personSchema,
  readOnlyFields,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { checked, forbidden, idConflict, notFound, validation } from './failures.ts';
import { IdTaken, type Kinds, LostRace } from './repository.ts';

type Put<R extends 'people' | 'companies' | 'groups'> = Backend[R]['put'];

const READ_ONLY = {
  person: new Set(readOnlyFields(personSchema, personDraftSchema)),
  company: new Set(readOnlyFields(companySchema, companyDraftSchema)),
  group: new Set(readOnlyFields(groupSchema, groupDraftSchema)),
};

/** `people.put` of the port. */
export function personPut(inCall: Calls): Put<'people'> {
  return async (id, draft, options) => {
    const written = checked(personDraftSchema, draft, READ_ONLY.person);
    return inCall(async (call) => {
      assertAdmin(call);
      const { companyId = null } = written;
      const hasCompany = companyId !== null && (await call.tx.get('company', companyId)) !== null;
      const faults = faultsOfPerson(written, hasCompany);
      if (faults.length > 0) throw validation(faults);
      const before = await kept(call, 'person', id);
      const after = writtenPerson(written, id, before);
      if (isAdminNoMore(before, after)) await assertAdminLeft(call, id);
      if (hasMoved(before, after)) await leaveRooms(call, after);
      return keep(call, 'person', before, after);
    }, options);
  };
}

/** `companies.put` of the port. */
export function companyPut(inCall: Calls): Put<'companies'> {
  return async (id, draft, options) => {
    const written = checked(companyDraftSchema, draft, READ_ONLY.company);
    return inCall(async (call) => {
      assertAdmin(call);
      const before = await kept(call, 'company', id);
      return keep(call, 'company', before, writtenCompany(written, id, before));
    }, options);
  };
}

/** `groups.put` of the port. */
export function groupPut(inCall: Calls): Put<'groups'> {
  return async (id, draft, options) => {
    const written = checked(groupDraftSchema, draft, READ_ONLY.group);
    return inCall(async (call) => {
      assertAdmin(call);
      const { memberIds = [] } = written;
      const people = memberIds.length > 0 ? await call.tx.find('person', { id: [...new Set(memberIds)] }) : [];
      const faults = faultsOfGroup(written, new Set(people.map((person) => person.id)));
      if (faults.length > 0) throw validation(faults);
      const before = await kept(call, 'group', id);
      return keep(call, 'group', before, writtenGroup(written, id, before));
    }, options);
  };
}

/** Refuses everybody but admins, whatever is there. */
export function assertAdmin({ access }: Pick<Call, 'access'>): void {
  const allowed = mayChangeDirectory(access.viewer);
  if (allowed !== true) throw forbidden(allowed);
}

type Written = 'person' | 'company' | 'group';

/** What is kept under the id; what is no id can be nothing's. */
function kept<K extends Written>({ tx }: Call, kind: K, id: Id): Promise<Kinds[K] | null> {
  if (!idSchema.safeParse(id).success) throw notFound();
  return tx.get(kind, id);
}

async function keep<K extends Written>(
  { tx }: Call,
  kind: K,
  before: Kinds[K] | null,
  after: Kinds[K],
): Promise<Kinds[K]> {
  if (before !== null) {
    if (after !== before) await tx.replace(kind, after);
    return after;
  }
  try {
    await tx.insert(kind, after);
  } catch (error) {
    if (!(error instanceof IdTaken)) throw error;
    // Another write made it in this moment, and this one is to be on top of that; or it is none of this workspace's.
    const isHere = (await tx.get(kind, after.id)) !== null;
    throw isHere ? new LostRace('It was made meanwhile.', { cause: error }) : idConflict(error);
  }
  return after;
}

/** Refuses to leave the workspace without an admin, whoever else ceases to be one in this moment. */
async function assertAdminLeft({ tx, workspace }: Call, personId: Id): Promise<void> {
  // Held, so that of two who cease at once the other is counted as what they become.
  await tx.get('workspace', workspace.id);
  const allowed = mayCeaseAsAdmin(personId, await tx.find('person', { role: 'admin' }));
  if (allowed !== true) throw forbidden(allowed);
}

async function leaveRooms({ tx, viewer, at }: Call, person: Person): Promise<void> {
  const doing = { by: viewer.id, at };
  // Deleted ones too: they can be restored.
  const rooms = await tx.find('room', {});
  const left = rooms.flatMap((room) => {
    const after = leftBy(room, person, doing);
    return after === room ? [] : [after];
  });
  await tx.replaceAll('room', left);
}
