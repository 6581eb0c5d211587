// Whom a viewer sees (rulebook §6): our own team sees everybody of the workspace; a guest sees the people of their own
// company and those they share a relationship with, and nobody else.
import type { Company, Id, Person } from '../schema/index.ts';
import type { Access } from './access.ts';

/** Everybody the viewer shares a relationship with, themselves included. */
export function peopleSharedWith({ viewer, relationships }: Access): Set<Id> {
  const people = new Set<Id>([viewer.personId]);
  for (const { managerId, reportId, createdBy, viewerIds } of relationships.values()) {
    for (const id of [managerId, reportId, createdBy, ...viewerIds]) people.add(id);
  }
  return people;
}

/**
 * Whether the viewer sees the person.
 * @param shared whom they share a relationship with; see {@link peopleSharedWith}
 */
export function canSeePerson(person: Person, viewer: Person, shared: ReadonlySet<Id>): boolean {
  if (viewer.side === 'internal' || shared.has(person.id)) return true;
  return viewer.companyId !== null && person.companyId === viewer.companyId;
}

/** Whether the viewer sees the company: our team sees all, a guest their own. */
export function canSeeCompany(company: Pick<Company, 'id'>, viewer: Person): boolean {
  return viewer.side === 'internal' || company.id === viewer.companyId;
}

/** Whether the viewer sees groups of people: our team does. */
export function canSeeGroups(viewer: Person): boolean {
  return viewer.side === 'internal';
}
