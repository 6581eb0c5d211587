// A thing of a plan by what somebody calls it: its whole name, letter case, accents and punctuation aside; the beginning of
// it; or some of its words in order. The closest kind of match counts, and of several such things none is guessed at.
import type { Id } from '../schema/index.ts';
import { titleKey } from './text-key.ts';

/** Something of a plan that a typed date can rest on. */
export interface TypedAnchor {
  readonly id: Id;
  readonly kind: 'action' | 'section';
  readonly name: string;
}

/** What a name fits: how closely, 0 the closest, and all that it fits so closely. */
export interface AnchorMatch {
  readonly rank: number;
  readonly found: readonly TypedAnchor[];
}

/** A name made ready for comparing. */
interface Key {
  readonly anchor: TypedAnchor;
  readonly name: string;
  readonly key: string;
  readonly words: readonly string[];
  readonly joined: string;
}

const keys = new WeakMap<readonly TypedAnchor[], readonly Key[]>();

/** The name without what only keeps its order within a text, with single spaces. */
export function plainName(name: string): string {
  return name
    .replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The things that a name fits the closest, or null.
 * @param kind only things of this kind
 */
export function matchAnchor(
  name: string,
  candidates: readonly TypedAnchor[],
  kind?: TypedAnchor['kind'],
): AnchorMatch | null {
  const typed = keyOf({ id: '', kind: 'action', name });
  if (typed.name === '') return null;
  const known = keysOf(candidates).filter(({ anchor }) => kind === undefined || anchor.kind === kind);
  for (const [rank, fits] of FITS.entries()) {
    const found = known.filter((one) => fits(typed, one));
    if (found.length > 0) return { rank, found: found.map(({ anchor }) => anchor) };
  }
  return null;
}

const FITS: readonly ((typed: Key, one: Key) => boolean)[] = [
  (typed, one) => typed.name === one.name,
  (typed, one) => typed.key !== '' && typed.key === one.key,
  (typed, one) => typed.joined !== '' && typed.joined === one.joined,
  (typed, one) => typed.joined !== '' && one.joined.startsWith(typed.joined),
  (typed, one) => typed.words.length > 0 && holdsInOrder(one.words, typed.words),
];

/** Whether each of `parts` begins one of the words, in order. */
function holdsInOrder(words: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (at < parts.length && word.startsWith(parts[at] ?? '')) at++;
  return at === parts.length;
}

function keysOf(candidates: readonly TypedAnchor[]): readonly Key[] {
  let made = keys.get(candidates);
  if (!made) keys.set(candidates, (made = candidates.map(keyOf)));
  return made;
}

function keyOf(anchor: TypedAnchor): Key {
  const name = plainName(anchor.name);
  const key = titleKey(name);
  const words = key.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { anchor, name, key, words, joined: words.join('') };
}
