// What is understood of a line being typed: a date, @somebody, #somewhere. Each is a stretch of the text, so that the
// title is what is left when it is cut out. What stands in quotes, and what was dismissed, is never looked at.
import { titleKey, typedDate } from '@followthrough/core/domain';
import type { CivilDate } from '@followthrough/core/schema';
import { unmarked } from '../localize/isolation.ts';
import { typedDateSetting, type TypingSetting } from './due-typing.ts';

/** A stretch of text: from `start` up to but not including `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** What can be understood. */
export type Facet = 'context' | 'assignee' | 'due';

/** Something that was understood: where it stands, and what it means (a place's key, a person's id, a date). */
interface Understood extends Stretch {
  phrase: string;
  value: string;
}

/** What one line says. */
export type Understanding = Partial<Record<Facet, Understood>>;

/** Something that can be named after @ or #. */
export interface Named {
  key: string;
  name: string;
}

const QUOTED = /"[^"]*"|(?<=^|\s)"[^"]*$|“[^”]*(?:”|$)|«[^»]*(?:»|$)/gu;
/** Stands for a letter that is not to be read: nothing is understood across it, and no place shifts. */
const COVER = '\uFFFC';
/** How many words a name after @ or # can have. */
const WORDS = 6;

/**
 * The text with its quoted parts, and every place of a dismissed phrase, covered; as long as before.
 * @example covered('Call "Fri" fri', ['fri']) // 'Call ￼￼￼￼￼ ￼￼￼'
 */
export function covered(text: string, dismissed: Iterable<string>): string {
  let result = text.replace(QUOTED, cover);
  for (const phrase of dismissed) result = result.replaceAll(phrase, cover);
  return result;
}

function cover(match: string): string {
  return COVER.repeat(match.length);
}

/** What a line is read by: the places it can go, who belongs to a place, and how dates are typed there. */
export interface ReadingSetting {
  contexts: readonly Named[];
  /** The place where nothing is said of one. */
  context: string;
  /** Facets that were picked by hand: what says them otherwise is not looked at. */
  picked: ReadonlySet<Facet>;
  dismissed: Iterable<string>;
  partiesOf: (context: string) => readonly Named[];
  typingIn: (context: string) => TypingSetting;
}

/**
 * What is understood of a line.
 * @example understandingOf('Send the deck fri @ana', setting) // { due: { phrase: 'fri', … }, assignee: { phrase: '@ana', … } }
 */
export function understandingOf(text: string, setting: ReadingSetting): Understanding {
  const { picked } = setting;
  const found: Understanding = {};
  let rest = covered(text, setting.dismissed);
  const take = (facet: Facet, stretch: Stretch, value: string) => {
    const { start, end } = stretch;
    found[facet] = { start, end, phrase: text.slice(start, end), value };
    // A mention, to whoever reads on: what stands before it is still at the end of the sentence.
    rest = rest.slice(0, start) + '@'.repeat(end - start) + rest.slice(end);
  };
  const place = picked.has('context') ? null : namedAfter('#', rest, setting.contexts);
  if (place) take('context', place, place.key);
  const context = place?.key ?? setting.context;
  const person = picked.has('assignee') ? null : namedAfter('@', rest, setting.partiesOf(context));
  if (person) take('assignee', person, person.key);
  const date = picked.has('due') ? null : typedDate(rest, typedDateSetting(setting.typingIn(context)));
  if (date?.date) take('due', date, date.date satisfies CivilDate);
  return found;
}

/** The first name after `sign` that only one of `all` can mean. */
export function namedAfter(sign: '@' | '#', text: string, all: readonly Named[]): (Stretch & { key: string }) | null {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (at > 0 && !/\s/u.test(text.charAt(at - 1))) continue;
    const found = nameAt(text, at + 1, all);
    if (found) return { start: at, ...found };
  }
  return null;
}

/** The longest run of words from `start` that names just one. */
function nameAt(text: string, start: number, all: readonly Named[]): { end: number; key: string } | null {
  const ends = Array.from(text.slice(start).matchAll(/[^\s,;:!?]+/gu), (word) => start + word.index + word[0].length);
  for (const end of ends.slice(0, WORDS).reverse()) {
    const typed = text.slice(start, end);
    // The name begins right after the sign, and a full stop after it belongs to the sentence.
    if (/^\s/u.test(typed) || typed.includes(COVER)) continue;
    const wanted = titleKey(typed.replace(/\.+$/u, ''));
    const only = wanted === '' ? null : onlyOne(wanted, all);
    if (only) return { end: end - (/\.+$/u.exec(typed)?.[0].length ?? 0), key: only.key };
  }
  return null;
}

/** The one that is so called, or whose name, or a word of it, begins so; null where there are several or none. */
function onlyOne(wanted: string, all: readonly Named[]): Named | null {
  const keys = all.map((named) => ({ named, key: titleKey(unmarked(named.name)) }));
  const ways: ((key: string) => boolean)[] = [
    (key) => key === wanted,
    (key) => key.startsWith(wanted),
    (key) => ` ${key}`.includes(` ${wanted}`),
  ];
  for (const way of ways) {
    const found = keys.filter(({ key }) => way(key));
    if (found.length > 0) return found.length === 1 ? (found[0]?.named ?? null) : null;
  }
  return null;
}

/**
 * The title: the text with what was understood cut out, and no gaps left.
 * @example titleOf('Send the deck fri please', [{ start: 14, end: 17 }]) // 'Send the deck please'
 */
export function titleOf(text: string, understood: readonly Stretch[]): string {
  let title = '';
  let from = 0;
  for (const { start, end } of [...understood].sort((a, b) => a.start - b.start)) {
    title += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  title += text.slice(from);
  if (understood.length === 0) return text.trim();
  return title
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:!?)\]}…])/gu, '$1')
    .trim();
}
