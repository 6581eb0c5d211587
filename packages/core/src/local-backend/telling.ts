// Tells people what concerns them (rulebook §7): in the transaction of what it tells of, so that neither is there without the other,
// and by the channels that each of them chose.
import { channelsFor, type Notice } from '../domain/index.ts';
import type { Id, NotificationRecord } from '../schema/index.ts';
import type { Call } from './call.ts';
import { insertNew } from './write.ts';

/** What somebody is told of an engagement. */
export interface NoticeOf extends Notice {
  readonly engagementId: Id;
}

/** Keeps what people are told; those who want no word of it get none. */
export async function tell(call: Call, notices: readonly NoticeOf[]): Promise<void> {
  if (notices.length === 0) return;
  const { tx, viewer, at, newId, notifies } = call;
  const told = [...new Set(notices.map(({ personId }) => personId))];
  const chosen = new Map((await tx.find('preferences', { id: told })).map(({ id, channels }) => [id, channels]));
  const made = notices.flatMap(({ kind, personId, cause, engagementId }): NotificationRecord[] => {
    const channels = channelsFor(kind, chosen.get(personId) ?? {}, notifies);
    if (channels.length === 0) return [];
    const id = newId();
    return [{ id, kind, personId, cause, engagementId, by: viewer.id, at, channels, readAt: null, version: 1 }];
  });
  await insertNew(tx, 'notification', ...made);
}
