// What a person gets of what they were told (rulebook §7): only while they may see what it is about, and while it stands. Looked at
// whenever it is read or sent, not when it came about.
import type { EngagementRecord, Notification, NotificationRecord } from '../../schema/index.ts';
import { engagementReaderOf, knowsInEngagement } from '../engagement/engagement.ts';
import type { Viewer } from '../viewer.ts';
import { standingCauses } from './engagement-notice.ts';

/**
 * The notification as its person gets it; null where it tells of what they may not see (any more), or of what was taken back.
 * @param viewer the person whom it tells
 */
export function notificationInSight(
  { id, kind, at, by, cause, readAt, version }: NotificationRecord,
  engagement: EngagementRecord,
  viewer: Viewer,
): Notification | null {
  const reader = engagementReaderOf(engagement, viewer);
  if (reader === null || !standingCauses(engagement).includes(cause)) return null;
  return {
    id,
    kind,
    at,
    by: knowsInEngagement(engagement, reader, by) ? by : null,
    engagement: { id: engagement.id, title: engagement.title },
    readAt,
    version,
  };
}
