// What is sent to a person by e-mail (rulebook §7): looked at again when it is sent, for what they may see, what stands, and what they want
// by then. For whoever sends it, on nobody's behalf.
import { channelsFor, notificationInSight } from '../domain/index.ts';
import type { Id, Notification, NotificationRecord, Person, Workspace } from '../schema/index.ts';
import type { Transaction } from './repository.ts';

/** One notification that is to reach a person by e-mail now. */
export interface Letter {
  to: Person & { email: string };
  notification: Notification;
  /** As what they take part in what it is about. */
  role: 'coach' | 'coachee';
  /** Who did it, where the person may know. */
  by: Person | null;
  workspace: Workspace;
}

/**
 * What is to be sent of a notification; null where nothing is: it was taken back, its person may not see it any more, has no address,
 * or does not want it by e-mail.
 * @example const letter = await repository.transaction((tx) => letterOf(tx, notificationId))
 */
export async function letterOf(tx: Transaction, id: Id): Promise<Letter | null> {
  const told = await tx.get('notification', id);
  const person = told && (await tx.get('person', told.personId));
  const engagement = told && (await tx.get('engagement', told.engagementId));
  if (!told || !person || !engagement || !(await isWanted(tx, told))) return null;
  const notification = notificationInSight(told, engagement, { personId: person.id, role: person.role });
  const { email } = person;
  if (!notification || email === null || email === '') return null;
  const by = notification.by === null ? null : await tx.get('person', notification.by);
  const role = engagement.coachId === person.id ? 'coach' : 'coachee';
  return { to: { ...person, email }, notification, role, by, workspace: await tx.workspace() };
}

async function isWanted(tx: Transaction, { kind, personId, channels }: NotificationRecord): Promise<boolean> {
  if (!channels.includes('email')) return false;
  const kept = await tx.get('preferences', personId);
  return channelsFor(kind, kept?.channels ?? {}, ['email']).length > 0;
}
