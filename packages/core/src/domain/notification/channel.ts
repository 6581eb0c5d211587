// By which channels a person is told of a kind (rulebook §7): those they chose, else both, as far as the backend has them.
import type { ChannelChoices, NotificationChannel, NotificationKind } from '../../schema/index.ts';

/** Where nobody chose otherwise. */
const USUAL: readonly NotificationChannel[] = ['platform', 'email'];

/**
 * The channels that a person is told of this kind by; none where they want none.
 * @param offered the channels that the backend has
 * @example channelsFor('engagement.shared', { 'engagement.shared': ['email'] }, ['platform', 'email']) // ['email']
 */
export function channelsFor(
  kind: NotificationKind,
  chosen: ChannelChoices,
  offered: readonly NotificationChannel[],
): NotificationChannel[] {
  const wanted = chosen[kind] ?? USUAL;
  return USUAL.filter((channel) => wanted.includes(channel) && offered.includes(channel));
}
