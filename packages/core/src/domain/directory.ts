// Whom a viewer sees (rulebook §6): our own team sees everybody of the workspace; a guest sees the people of their own
// company, those they share a relationship with, the members and guests of their rooms, and coach and
// coachees of their engagements, and nobody else.
import type { Id, Person } from '../schema/index.ts';
import type { Access } from './access.ts';

/** Everybody the viewer shares a relationship, a room or an engagement with, themselves included. */
export function peopleSharedWith({ viewer, relationships, rooms, engagements }: Access): Set<Id> {
  const people = new Set<Id>([viewer.personId]);
  for (const { managerId, reportId, createdBy, viewerIds } of relationships.values()) {
    for (const id of [managerId, reportId, createdBy, ...viewerIds]) people.add(id);
  }
  for (const { memberIds, guests } of rooms.values()) {
    for (const id of memberIds) people.add(id);
    for (const { personId } of guests) people.add(personId);
  }
  for (const { coachId, coacheeIds } of engagements.values()) {
    for (const id of [coachId, ...coacheeIds]) people.add(id);
  }
  return people;
}

/** Whom a viewer sees: everybody, or the people of a company (where there is one) and others by name. */
export type PeopleSeen = 'everybody' | { companyId: Id | null; ids: ReadonlySet<Id> };

/** Whom the viewer sees. */
export function peopleSeenBy(viewer: Person, access: Access): PeopleSeen {
  if (viewer.side === 'internal') return 'everybody';
  return { companyId: viewer.companyId, ids: peopleSharedWith(access) };
}

/**
 * Whether the person is one of those who are seen.
 * @example isAmong(person, peopleSeenBy(viewer, access))
 */
export function isAmong(person: Pick<Person, 'id' | 'companyId'>, seen: PeopleSeen): boolean {
  if (seen === 'everybody' || seen.ids.has(person.id)) return true;
  return seen.companyId !== null && person.companyId === seen.companyId;
}

/** The companies that a viewer sees: our team sees all, a guest their own, if they have one. */
export function companiesSeenBy({ side, companyId }: Pick<Person, 'side' | 'companyId'>): 'all' | Id[] {
  if (side === 'internal') return 'all';
  return companyId === null ? [] : [companyId];
}

/** Whether the viewer sees groups of people: our team does. */
export function canSeeGroups(viewer: Pick<Person, 'side'>): boolean {
  return viewer.side === 'internal';
}
