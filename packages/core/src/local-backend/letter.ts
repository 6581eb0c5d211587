// What is sent to a person by e-mail (rulebook §7): looked at again when it is sent, for what they may see, what stands, and what they want
// by then. For whoever sends it, on nobody's behalf.
import { channelsFor, notificationInSight, titleKey } from '../domain/index.ts';
import type {
  EngagementRecord,
  Id,
  Notification,
  NotificationRecord,
  Person,
  PreferencesRecord,
  Workspace,
} from '../schema/index.ts';
import type { Transaction } from './repository.ts';

/** What is to reach one person by e-mail now. */
export interface Letter {
  to: Person & { email: string };
  workspace: Workspace;
  /** What it tells, oldest first; what came at one stroke by title. */
  news: readonly News[];
}

/** One notification as a letter tells it. */
export interface News {
  notification: Notification;
  /** As what the person takes part in what it is about. */
  role: 'coach' | 'coachee';
  /** Who did it, where the person may know. */
  by: Person | null;
  /** To a coach, the coachees. */
  coachees: readonly Person[];
}

/**
 * What is to be sent of one person's notifications; null where nothing is: all of it was taken back, or the person may not see it any more, has
 * no address, or does not want it by e-mail.
 * @param ids of notifications of this person
 * @example const letter = await repository.transaction((tx) => letterOf(tx, 'ben', [notificationId]))
 */
export async function letterOf(tx: Transaction, personId: Id, ids: readonly Id[]): Promise<Letter | null> {
  const person = await tx.get('person', personId);
  if (!person || person.email === null || person.email === '') return null;
  const preferences = await tx.get('preferences', personId);
  const told = (await tx.find('notification', { id: ids })).filter(
    (one) => one.personId === personId && isWanted(one, preferences),
  );
  const engagements = byId(await tx.find('engagement', { id: told.map(({ engagementId }) => engagementId) }));
  const seen = told.flatMap((one) => {
    const engagement = engagements.get(one.engagementId);
    const viewer = { personId, role: person.role };
    const notification = engagement && notificationInSight(one, engagement, viewer);
    return notification ? [{ notification, engagement, isCoach: engagement.coachId === personId }] : [];
  });
  if (seen.length === 0) return null;
  const named = seen.flatMap(({ notification, engagement, isCoach }) => [
    ...(notification.by === null ? [] : [notification.by]),
    ...(isCoach ? engagement.coacheeIds : []),
  ]);
  const people = byId(await tx.find('person', { id: [...new Set(named)] }));
  const peopleOf = (of: readonly Id[]) => of.flatMap((id) => people.get(id) ?? []);
  const news = seen
    .map(({ notification, engagement, isCoach }): News => ({
      notification,
      role: isCoach ? 'coach' : 'coachee',
      by: peopleOf(notification.by === null ? [] : [notification.by])[0] ?? null,
      coachees: isCoach ? peopleOf(engagement.coacheeIds) : [],
    }))
    .sort(inOrder);
  return { to: { ...person, email: person.email }, workspace: await tx.workspace(), news };
}

function isWanted({ kind, channels }: NotificationRecord, preferences: PreferencesRecord | null): boolean {
  return channels.includes('email') && channelsFor(kind, preferences?.channels ?? {}, ['email']).length > 0;
}

function inOrder({ notification: a }: News, { notification: b }: News): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return `${titleKey(a.engagement.title)} ${a.id}` < `${titleKey(b.engagement.title)} ${b.id}` ? -1 : 1;
}

function byId<T extends Person | EngagementRecord>(things: readonly T[]): Map<Id, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
