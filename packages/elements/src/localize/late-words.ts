// Words of a part that comes late: their English comes with the part; what the host or a language says of them is in the
// messages from the start.
import { orderedLike } from './isolation.ts';
import type { LateGroups, Messages } from './messages.ts';

/**
 * Gives the words of a group out of an element's messages.
 * @example const filterWords = lateWords('filter', english); filterWords(localize.messages).clear
 */
export function lateWords<G extends keyof LateGroups>(group: G, english: LateGroups[G]) {
  const known = new WeakMap<Messages, LateGroups[G]>();
  return (messages: Messages): LateGroups[G] => {
    let words = known.get(messages);
    if (!words) known.set(messages, (words = { ...orderedLike(messages, english), ...messages[group] }));
    return words;
  };
}
