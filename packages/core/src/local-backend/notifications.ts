// What the viewer was told (rulebook §7): their own, latest first, as far as they may see it still and it was not taken back.
import type { NotificationBackend } from '../backend.ts';
import { engagementReaderOf, notificationInSight, standingCauses } from '../domain/index.ts';
import {
  type EngagementRecord,
  type Id,
  LARGEST_PAGE,
  notificationQuerySchema,
  type NotificationRecord,
  type Page,
  readMarkSchema,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { checked, notFound } from './failures.ts';
import { placed } from './listing.ts';
import { isNumberKey, pageOf } from './page.ts';
import type { Listings, Position } from './repository.ts';

/** The notifications' part of the port. */
export function notificationsOf(inCall: Calls): NotificationBackend['notifications'] {
  return {
    async list(query = {}, options) {
      const { unread = false, ...asked } = checked(notificationQuerySchema, query);
      return inCall(async (call) => {
        const engagements = await concerning(call);
        const page: Page<NotificationRecord> = await pageOf(asked, {
          scope: [call.viewer.id, 'notifications', unread],
          isKey: isNumberKey,
          placed: (told: NotificationRecord) => placed('notification', told),
          find: (which) => call.tx.list('notification', own(call, engagements.values(), unread), which),
        });
        const items = page.items.flatMap((told) => {
          const engagement = engagements.get(told.engagementId);
          return (engagement && notificationInSight(told, engagement, call.access.viewer)) ?? [];
        });
        return { ...page, items };
      }, options);
    },

    read: (id, options) =>
      inCall(async (call) => {
        const told = await lookUp(call, 'notification', id);
        if (!told || !(await isShown(call, told))) throw notFound();
        await mark(call, [told]);
      }, options),

    async readAll(written = {}, options) {
      const { upTo } = checked(readMarkSchema, written);
      return inCall(async (call) => {
        const last = upTo === undefined ? null : await lookUp(call, 'notification', upTo);
        if (upTo !== undefined && (!last || !(await isShown(call, last)))) throw notFound();
        if (last) await mark(call, [last]);
        await markAfter(call, last);
      }, options);
    },
  };
}

/** How many are unread. */
export async function unreadCount(call: Call): Promise<number> {
  const { tx, viewer } = call;
  const first = { after: null, limit: 1, count: false };
  const any = await tx.list('notification', { personId: viewer.id, unread: true }, first);
  // Most have read all there is: what of it they may see need not be asked.
  if (any.records.length === 0) return 0;
  const where = own(call, (await concerning(call)).values(), true);
  return (await tx.list('notification', where, { ...first, count: true })).count ?? 0;
}

/** The engagements in which the viewer takes part and which they see. */
async function concerning({ tx, viewer, access }: Call): Promise<Map<Id, EngagementRecord>> {
  const engagements = await tx.engagementsOf(viewer.id);
  const seen = engagements.filter((engagement) => engagementReaderOf(engagement, access.viewer) !== null);
  return new Map(seen.map((engagement) => [engagement.id, engagement]));
}

function own({ viewer }: Call, engagements: Iterable<EngagementRecord>, unread: boolean): Listings['notification'] {
  return { personId: viewer.id, causes: new Set([...engagements].flatMap(standingCauses)), unread };
}

/** Whether it is among what the viewer is shown. */
async function isShown({ tx, viewer, access }: Call, told: NotificationRecord): Promise<boolean> {
  if (told.personId !== viewer.id || !told.channels.includes('platform')) return false;
  const engagement = await tx.get('engagement', told.engagementId);
  return engagement !== null && notificationInSight(told, engagement, access.viewer) !== null;
}

/** Marks what the viewer is shown after a notification in the list; all of it, where there is none. */
async function markAfter(call: Call, last: NotificationRecord | null): Promise<void> {
  const where = own(call, (await concerning(call)).values(), true);
  let after: Position | null = last && placed('notification', last);
  for (;;) {
    const page = { after, limit: LARGEST_PAGE, count: false };
    const { records, more } = await call.tx.list('notification', where, page);
    await mark(call, records);
    const end = records.at(-1);
    if (!more || !end) return;
    after = placed('notification', end);
  }
}

async function mark({ tx, at }: Call, notifications: readonly NotificationRecord[]): Promise<void> {
  const unread = notifications.filter(({ readAt }) => readAt === null);
  await tx.replaceAll(
    'notification',
    unread.map((told) => ({ ...told, readAt: at, version: told.version + 1 })),
  );
}
