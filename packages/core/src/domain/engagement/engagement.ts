// Who sees an engagement and as what (rulebook §5, §6): an admin always; its coach and its spectators once it is active; its
// coachees once it is shared too. A reader has one role in it, the first of these. Only admins change it as a whole; the coach
// of an active one adds items to it.
import type { EngagementPermissions, EngagementRecord, EngagementRole, Id, Instant } from '../../schema/index.ts';
import { parseInstant } from '../instant.ts';
import { withinReach } from '../reach.ts';
import type { RuleName } from '../rule.ts';
import type { Viewer } from '../viewer.ts';

/** Who is in an engagement. */
export type EngagementPeople = Pick<EngagementRecord, 'coachId' | 'coacheeIds' | 'spectatorIds'>;

/** What decides who sees an engagement. */
export type EngagementStanding = Pick<EngagementRecord, 'status' | 'sharedAt' | 'deleted'>;

/** Who reads an engagement, and as what. */
export interface EngagementReader {
  readonly role: EngagementRole;
  readonly personId: Id;
  /** Whether they are told of nobody but those they share something with. */
  readonly isGuest: boolean;
  /** Whether their credentials let them change nothing of it. */
  readonly onlyReads?: true;
}

type Answer = true | RuleName;

/** As what the person would see the engagement; null where they have no part in it. */
export function engagementRoleOf(engagement: EngagementPeople, viewer: Viewer): EngagementRole | null {
  if (viewer.role === 'admin') return 'admin';
  if (engagement.coachId === viewer.personId) return 'coach';
  if (engagement.coacheeIds.includes(viewer.personId)) return 'coachee';
  return engagement.spectatorIds.includes(viewer.personId) ? 'spectator' : null;
}

/** Whether those of this role see the engagement as it stands. */
export function isSeenBy({ status, sharedAt, deleted }: EngagementStanding, role: EngagementRole): boolean {
  if (deleted !== null) return false;
  return role === 'admin' || (status === 'active' && (role !== 'coachee' || sharedAt !== null));
}

/** The viewer as a reader of the engagement; null where they do not see it. */
export function engagementReaderOf(
  engagement: EngagementPeople & EngagementStanding & Pick<EngagementRecord, 'id'>,
  viewer: Viewer,
): EngagementReader | null {
  const role = engagementRoleOf(engagement, viewer);
  if (role === null || !isSeenBy(engagement, role)) return null;
  const reader = { role, personId: viewer.personId, isGuest: viewer.role === 'guest' };
  const isOut = viewer.reach?.('engagements', { type: 'engagement', id: engagement.id }) === false;
  return isOut ? { ...reader, onlyReads: true } : reader;
}

/**
 * Whether the reader, who sees the engagement, saw go what was deleted in it: what went before it was shown to them never was
 * there to them. Who deleted it knows.
 */
export function sawGo(
  { activatedAt, sharedAt }: Pick<EngagementRecord, 'activatedAt' | 'sharedAt'>,
  { role, personId }: EngagementReader,
  { at, by }: { at: Instant; by: Id },
): boolean {
  if (role === 'admin' || by === personId) return true;
  const since = role === 'coachee' ? sharedAt : activatedAt;
  return since !== null && parseInstant(since) < parseInstant(at);
}

/** Whether the reader may know who this person is: our team knows everybody, a guest the coach and the coachees. */
export function knowsInEngagement(
  { coachId, coacheeIds }: EngagementPeople,
  { personId, isGuest }: EngagementReader,
  id: Id,
): boolean {
  return !isGuest || id === personId || id === coachId || coacheeIds.includes(id);
}

/** The rules' answer, where the reader's credentials let them change the engagement. */
export function withinReaders({ onlyReads }: EngagementReader, answer: Answer): Answer {
  return answer === true && onlyReads ? 'insufficient-scope' : answer;
}

/** Whether the viewer may make engagements: admins. */
export function mayCreateEngagements(viewer: Viewer): Answer {
  return withinReach(viewer, 'engagements', null, mayManageEngagements(viewer));
}

/** Whether the viewer may make invoicing methods: admins. */
export function mayCreateInvoicing(viewer: Viewer): Answer {
  return withinReach(viewer, 'engagements', null, mayManageInvoicing(viewer));
}

/** Whether the viewer may make, activate, share, delete, export and do in bulk: admins. */
export function mayManageEngagements({ role }: Viewer): Answer {
  return role === 'admin' || 'engagement-admin';
}

/** Whether the viewer may see and make invoicing methods: admins. */
export function mayManageInvoicing({ role }: Viewer): Answer {
  return role === 'admin' || 'invoicing-admin';
}

/** Whether the reader may add items: admins, and the coach of an active one. */
export function mayAddItem(reader: EngagementReader): Answer {
  const { role } = reader;
  const refusal = role === 'spectator' ? 'spectator-reads' : 'engagement-coach';
  return withinReaders(reader, role === 'admin' || role === 'coach' || refusal);
}

/** What the reader may do with the engagement. */
export function engagementPermissionsOf(
  { status }: Pick<EngagementRecord, 'status'>,
  reader: EngagementReader,
): EngagementPermissions {
  const manage = withinReaders(reader, reader.role === 'admin' || 'engagement-admin');
  return {
    edit: manage,
    activate: manage,
    share: manage === true && status === 'draft' ? 'engagement-draft' : manage,
    addItem: mayAddItem(reader),
    delete: manage,
  };
}
