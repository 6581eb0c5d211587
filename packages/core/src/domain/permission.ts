// Who may do what with an action they see (rulebook §6): one function that
// answers yes, or no with the rule's name. The same answer disables a control and refuses a request.
import type { ActionPermissions, Id, Permission, RelationshipRecord } from '../schema/index.ts';
import { type Access, canSee, isPartyAs, type Placed } from './access.ts';
import { containerOf } from './container.ts';
import { engagementReaderOf } from './engagement/engagement.ts';
import type { Viewer } from './viewer.ts';
import { isInsider } from './room-people.ts';
import { withinReach } from './reach.ts';
import { isGuestsOwn } from './room.ts';
import type { RuleName } from './rule.ts';

/** What can be done with an action that exists. */
export type ActionOperation = keyof ActionPermissions;

type Answer = true | RuleName;

/**
 * Whether the viewer may do the operation on an action that they see.
 * @param access the viewer and what they have access to
 * @returns true, or the name of the rule that refuses
 * @example may('edit', action, accessOf(viewer, relationships)) // 'action-or-relationship-creator'
 */
export function may(operation: ActionOperation, action: Placed, access: Access): Answer {
  return withinReach(access.viewer, 'actions', containerOf(action), allowed(operation, action, access));
}

function allowed(operation: ActionOperation, action: Placed, access: Access): Answer {
  const { personId } = access.viewer;
  switch (action.context.type) {
    case 'personal':
      return action.createdBy === personId || 'personal-owner';
    case 'relationship': {
      const relationship = access.relationships.get(action.context.relationshipId);
      if (!relationship) return 'relationship-party';
      if (operation === 'setState') return isManagerOrReport(relationship, access.viewer) || 'manager-or-report';
      if (action.createdBy === personId || isMaker(relationship, access.viewer)) return true;
      return operation === 'delete' ? 'action-or-relationship-creator-deletes' : 'action-or-relationship-creator';
    }
    case 'room': {
      const room = access.rooms.get(action.context.roomId);
      if (!room || !canSee(action, access)) return 'room-member';
      if (operation !== 'setState' || isInsider(room, access.viewer))
        return isInsider(room, access.viewer) || 'room-member';
      return isGuestsOwn(action.assignee ?? null, room, access.viewer) || 'room-own-action';
    }
    case 'engagement': {
      const engagement = access.engagements.get(action.context.engagementId);
      const role = engagement && engagementReaderOf(engagement, access.viewer)?.role;
      if (role === 'admin' || role === 'coach') return true;
      if (role === 'coachee') return operation === 'setState' || 'engagement-coach';
      return role === undefined ? 'not-offered-here' : 'spectator-reads';
    }
  }
}

/** What the viewer may do with an action that they see, operation by operation. */
export function permissionsOf(action: Placed, access: Access): ActionPermissions {
  return {
    edit: may('edit', action, access),
    setState: may('setState', action, access),
    delete: may('delete', action, access),
  };
}

/** Whether the viewer may make an action in a relationship that they see: its manager and its report. */
export function mayCreateIn(relationship: RelationshipRecord, viewer: Viewer): Answer {
  return actionsWithin(relationship, viewer, isManagerOrReport(relationship, viewer) || 'manager-or-report');
}

/** Whether the viewer may make and change the meetings of a relationship: its manager and its report (rulebook §6.1). */
export function mayChangeMeetings(relationship: RelationshipRecord, viewer: Viewer): Answer {
  return actionsWithin(relationship, viewer, isManagerOrReport(relationship, viewer) || 'manager-or-report');
}

/** Whether the viewer may change a relationship's settings: its manager, its creator, an admin. */
export function mayEditRelationship(relationship: RelationshipRecord, viewer: Viewer): Answer {
  const isTheirs = viewer.role === 'admin' || isManager(relationship, viewer) || isMaker(relationship, viewer);
  return actionsWithin(relationship, viewer, isTheirs || 'relationship-settings');
}

/** Whether the viewer may make a relationship whose manager is `managerId`: an admin, or that person if internal. */
export function mayCreateRelationship(managerId: Id, viewer: Viewer): Answer {
  const isTheirs = viewer.role === 'admin' || (viewer.role === 'member' && managerId === viewer.personId);
  return withinReach(viewer, 'actions', null, isTheirs || 'relationship-maker');
}

/** What the viewer may do with a relationship that they see. */
export function relationshipPermissionsOf(
  relationship: RelationshipRecord,
  viewer: Viewer,
): { seeActions: Permission; createAction: Permission; createMeeting: Permission; edit: Permission } {
  return {
    seeActions: isPartyAs(relationship, viewer) || 'relationship-party',
    createAction: mayCreateIn(relationship, viewer),
    createMeeting: mayChangeMeetings(relationship, viewer),
    edit: mayEditRelationship(relationship, viewer),
  };
}

function actionsWithin({ id }: RelationshipRecord, viewer: Viewer, answer: Answer): Answer {
  return withinReach(viewer, 'actions', { type: 'relationship', id }, answer);
}

function isManagerOrReport(relationship: RelationshipRecord, viewer: Viewer): boolean {
  return isManager(relationship, viewer) || relationship.reportId === viewer.personId;
}

// Our own team alone manages and makes relationships: who went over to a customer is neither any more.

function isManager({ managerId }: RelationshipRecord, { personId, role }: Viewer): boolean {
  return role !== 'guest' && managerId === personId;
}

function isMaker({ createdBy }: RelationshipRecord, { personId, role }: Viewer): boolean {
  return role !== 'guest' && createdBy === personId;
}
