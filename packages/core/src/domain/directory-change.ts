// What a host writes of its own directory (rulebook §1, §6.1, api.md §5): people, companies and groups, each written whole, by
// admins. A customer's person is a guest and belongs to a company; one of our team is an admin or a member and belongs to none.
// A workspace keeps one admin at least. What says nothing new is no change.
import type {
  Company,
  CompanyDraft,
  Group,
  GroupDraft,
  Id,
  Person,
  PersonDraft,
  ProblemError,
} from '../schema/index.ts';
import { withinReach } from './reach.ts';
import type { RuleName } from './rule.ts';
import { isSameSet, isSameValue } from './same-value.ts';
import type { Viewer } from './viewer.ts';

/** Whether the viewer may change people, companies, groups and the workspace: admins. */
export function mayChangeDirectory(viewer: Viewer): true | RuleName {
  return withinReach(viewer, 'directory', null, viewer.role === 'admin' || 'directory-admin');
}

/** The person as they are written, at their next version; the very same where that says nothing new. */
export function writtenPerson(draft: PersonDraft, id: Id, before: Person | null): Person {
  const { name, email = null, avatarUrl = null, companyId = null, timeZone = null, side = 'internal' } = draft;
  const { role = side === 'external' ? 'guest' : 'member' } = draft;
  return asWritten({ id, name, email, avatarUrl, side, role, companyId, timeZone }, before);
}

/**
 * The faults of a person as they are written; none where they can be.
 * @param hasCompany whether the company that is named is there
 */
export function faultsOfPerson(draft: PersonDraft, hasCompany: boolean): ProblemError[] {
  const { side, role, companyId } = writtenPerson(draft, '', null);
  const fault = (field: string, code: string, message: string): ProblemError[] => [
    { pointer: `/${field}`, code, message },
  ];
  if (side === 'internal')
    return [
      ...(role === 'guest'
        ? fault('role', 'guests-are-external', 'must be admin or member: guests are customers’')
        : []),
      ...(companyId === null ? [] : fault('companyId', 'external-only', 'must be left out: your own team has none')),
    ];
  return [
    ...(role === 'guest' ? [] : fault('role', 'externals-are-guests', 'must be guest: every customer’s person is one')),
    ...(companyId === null
      ? fault('companyId', 'required', 'is required of a customer’s person')
      : hasCompany
        ? []
        : fault('companyId', 'unknown-company', 'must be a company of the workspace')),
  ];
}

/** Whether an admin would be one no longer, of whom there may be no other. */
export function isAdminNoMore(before: Person | null, after: Person): boolean {
  return before?.role === 'admin' && after.role !== 'admin';
}

/** Whether a person who stays an admin no longer may do so: somebody else is one. */
export function mayCeaseAsAdmin(personId: Id, admins: readonly Pick<Person, 'id'>[]): true | RuleName {
  return admins.some(({ id }) => id !== personId) || 'last-admin';
}

/** Whether the person went over to another side or another company: what was shared with them there is theirs no longer. */
export function hasMoved(before: Person | null, after: Person): boolean {
  return before !== null && (before.side !== after.side || before.companyId !== after.companyId);
}

/** The company as it is written, at its next version; the very same where that says nothing new. */
export function writtenCompany({ name }: CompanyDraft, id: Id, before: Company | null): Company {
  return asWritten({ id, name }, before);
}

/** The group as it is written, at its next version; the very same where it has that name and those members already. */
export function writtenGroup({ name, memberIds = [] }: GroupDraft, id: Id, before: Group | null): Group {
  const members = [...new Set(memberIds)];
  const isSame = before !== null && isSameSet(members, before.memberIds);
  return asWritten({ id, name, memberIds: isSame ? before.memberIds : members }, before);
}

/**
 * The faults of a group as it is written; none where it can be.
 * @param people at least those of its members who are there
 */
export function faultsOfGroup({ memberIds = [] }: GroupDraft, people: { has(id: Id): boolean }): ProblemError[] {
  return memberIds.flatMap((id, index) =>
    people.has(id)
      ? []
      : [{ pointer: `/memberIds/${index}`, code: 'unknown-person', message: 'must be a person of the workspace' }],
  );
}

function asWritten<T extends { id: Id; version: number }>(fields: Omit<T, 'version'>, before: T | null): T {
  if (before === null) return { ...fields, version: 1 } as T;
  const { version, ...kept } = before;
  return isSameValue(kept, fields) ? before : ({ ...fields, version: version + 1 } as T);
}
