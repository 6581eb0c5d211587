// A typed text as it is read for a date: its words, every phrase in it, and for each of them what leads it in and which time of
// day follows. Made once for a text, so that no phrase looks through the whole of it again.
import type { TypedDateGrammar } from './typed-date-grammar.ts';
import { phraseAt, type PhraseMatch } from './typed-phrase.ts';
import { type Word, wordsOf } from './typed-words.ts';

/** A text that is being read. */
export interface Reading {
  grammar: TypedDateGrammar;
  words: readonly Word[];
  /** Every phrase in it, in order. */
  matches: readonly PhraseMatch[];
  /** How many own words stand before each word, and in all; mentions and punctuation alone are none. */
  ownBefore: readonly number[];
  hasMonth: boolean;
}

/** Words that lead a phrase in, from `from` on, and where it counts after them. */
export interface Lead {
  from: number;
  place: 'anywhere' | 'apart' | 'never';
}

/** How many words lead in at most. */
const LEAD_WORDS = 3;
const DASHES = ['', '-', '–', '—', '|', '·', '•'];

/** A text with its words and phrases, ready to be read. */
export function readingOf(text: string, grammar: TypedDateGrammar): Reading {
  const words = wordsOf(text);
  const matches: PhraseMatch[] = [];
  for (let from = 0; from < words.length; from++) {
    const match = phraseAt(words, from, grammar);
    if (!match) continue;
    matches.push(match);
    // What the longest phrase uses up is not read in another way: "15 mar 2020" is not "15 mar".
    from = match.to - 1;
  }
  const ownBefore = [0];
  for (const { kind, raw } of words)
    ownBefore.push((ownBefore.at(-1) ?? 0) + (kind !== 'mention' && raw !== '' ? 1 : 0));
  const hasMonth = words.some(({ lower }) => Object.hasOwn(grammar.months, lower));
  return { grammar, words, matches, ownBefore, hasMonth };
}

/** How many own words stand from word `from` to before word `to`, or to the end. */
export function ownWords({ ownBefore }: Reading, from: number, to = ownBefore.length - 1): number {
  return Math.max(0, (ownBefore[to] ?? 0) - (ownBefore[from] ?? ownBefore.at(-1) ?? 0));
}

/** Whether it is a dash or the like, or dots, between words. */
export function isDash(word: Word | undefined): boolean {
  return word?.kind === 'word' && DASHES.includes(word.raw) && /^[.,;:…]*$/u.test(word.before + word.after);
}

/** The longest lead right before the phrase, or before a dash before it. */
export function leadOf({ words, grammar: { leads } }: Reading, { from }: PhraseMatch): Lead | null {
  if (words[from]?.before !== '') return null;
  const end = isDash(words[from - 1]) ? from - 1 : from;
  const hasColon = words[end - 1]?.after === ':';
  for (let first = Math.max(0, end - LEAD_WORDS); first < end; first++) {
    const said = words.slice(first, end);
    const isPlain = said.every(({ kind, before, after }, index) => {
      const isLast = index === said.length - 1;
      return kind === 'word' && (index === 0 || before === '') && (after === '' || (isLast && hasColon));
    });
    const key = said.map(({ lower }) => lower).join(' ');
    const known = [key, hasColon ? `${key}:` : key].find((one) => Object.hasOwn(leads, one));
    const place = isPlain && known !== undefined ? leads[known] : undefined;
    if (place) return { from: first, place };
  }
  return null;
}

const CLOCK = /^\d{1,2}(?:[:.h]\d{2})?(?:am|pm)?(?:[-–]\d{1,2}(?:[:.]\d{2})?(?:am|pm)?)?$/u;

/** The word after the time of day that begins at word `at` ("at 5pm", "10.30"), or `at` where none does. */
export function clockEnd({ words, grammar }: Reading, at: number): number {
  const isLed = grammar.clockLeads.includes(words[at]?.lower ?? '');
  let end = isLed ? at + 1 : at;
  const time = words[end]?.lower ?? '';
  const half = words[end + 1]?.lower ?? '';
  if (/^\d{1,2}(?:[:.]\d{2})?$/u.test(time) && /^[ap]m$/u.test(half)) end += 2;
  else if (
    grammar.clockWords.includes(time) ||
    (isLed && grammar.ledClockWords.includes(time)) ||
    (CLOCK.test(time) && (isLed || !/^\d+$/u.test(time)))
  )
    end++;
  else return at;
  const zone = words[end];
  return zone?.kind === 'word' && words[end - 1]?.after === '' && /^[A-Z]{2,4}$/u.test(zone.raw) ? end + 1 : end;
}
