// What a viewer has access to (rulebook §6). A relationship's actions: manager, report, viewers and its creator. A
// personal action: its owner, and whoever has access to a relationship in which the owner is manager or report. An
// admin sees that a relationship exists, and not its actions unless a party to it (§6.1).
import type { ActionContext, Id, RelationshipRecord, WorkspaceRole } from '../schema/index.ts';

/** Who looks or acts. */
export interface Viewer {
  personId: Id;
  role: WorkspaceRole;
}

/** What the viewer has access to, worked out once from their relationships. */
export interface Access {
  viewer: Viewer;
  /** The relationships whose actions they see. */
  relationships: ReadonlyMap<Id, RelationshipRecord>;
  /** The people whose personal actions they see, themselves included. */
  personalOwners: ReadonlySet<Id>;
}

/** What of an action decides who sees it and who may do what. */
export interface Placed {
  context: ActionContext;
  createdBy: Id | null;
}

/** Whether the person is a party to the relationship: manager, report, viewer or creator. */
export function isParty(relationship: RelationshipRecord, personId: Id): boolean {
  return (
    relationship.managerId === personId ||
    relationship.reportId === personId ||
    relationship.createdBy === personId ||
    relationship.viewerIds.includes(personId)
  );
}

/**
 * What a viewer has access to.
 * @param relationships at least all those that the viewer is a party to; others are passed over
 */
export function accessOf(viewer: Viewer, relationships: Iterable<RelationshipRecord>): Access {
  const seen = new Map<Id, RelationshipRecord>();
  const owners = new Set<Id>([viewer.personId]);
  for (const relationship of relationships) {
    if (!isParty(relationship, viewer.personId)) continue;
    seen.set(relationship.id, relationship);
    owners.add(relationship.managerId);
    owners.add(relationship.reportId);
  }
  return { viewer, relationships: seen, personalOwners: owners };
}

/** Whether the viewer sees the action at all; if not, it is answered as "not found". */
export function canSee(action: Placed, access: Access): boolean {
  switch (action.context.type) {
    case 'personal':
      return action.createdBy !== null && access.personalOwners.has(action.createdBy);
    case 'relationship':
      return access.relationships.has(action.context.relationshipId);
    case 'room':
    case 'engagement':
      return false;
  }
}

/** Whether the viewer knows that the relationship exists: its parties and admins. */
export function canSeeRelationship(relationship: RelationshipRecord, viewer: Viewer): boolean {
  return viewer.role === 'admin' || isParty(relationship, viewer.personId);
}
