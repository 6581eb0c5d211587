// Who is told that an engagement came to concern them (rulebook §5, §7): its coach when it is activated, coach and coachees when it
// is shared, never the one who did it. Shared at one stroke with its activation it is told of once, as shared. Each sharing is a
// cause of its own, so sharing again after unsharing tells people again.
import type { EngagementRecord, Id, NotificationKind } from '../../schema/index.ts';

/** What somebody is told. */
export interface Notice {
  readonly kind: NotificationKind;
  readonly personId: Id;
  readonly cause: string;
}

/** What makes notifications of engagements. */
type Course = Pick<EngagementRecord, 'id' | 'activatedAt' | 'sharedAt' | 'shareCount' | 'deleted'>;

/**
 * What is told of a change of an engagement.
 * @param by who made it
 */
export function noticesOfEngagement(
  before: Course,
  after: Course & Pick<EngagementRecord, 'coachId' | 'coacheeIds'>,
  by: Id,
): Notice[] {
  if (after.deleted !== null) return [];
  const isShared = before.sharedAt === null && after.sharedAt !== null;
  const isActivated = before.activatedAt === null && after.activatedAt !== null;
  if (!isShared && !isActivated) return [];
  const kind = isShared ? 'engagement.shared' : 'engagement.activated';
  const cause = isShared ? causeOfSharing(after) : causeOfActivation(after);
  const concerned = isShared ? [after.coachId, ...after.coacheeIds] : [after.coachId];
  return [...new Set(concerned)].filter((id) => id !== by).map((personId) => ({ kind, personId, cause }));
}

/** The causes that stand as the engagement does: what is told of others has been taken back since. */
export function standingCauses(engagement: Course): string[] {
  if (engagement.deleted !== null || engagement.activatedAt === null) return [];
  const activation = causeOfActivation(engagement);
  return engagement.sharedAt === null ? [activation] : [activation, causeOfSharing(engagement)];
}

function causeOfActivation({ id }: Pick<Course, 'id'>): string {
  return `engagement.activated:${id}`;
}

function causeOfSharing({ id, shareCount }: Pick<Course, 'id' | 'shareCount'>): string {
  return `engagement.shared:${id}:${shareCount}`;
}
