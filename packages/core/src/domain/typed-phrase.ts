// A typed text as words, and which words are the phrases of a grammar. Words are what lies between white space, less the
// punctuation around them, so a date word inside another word ("monitor", "friday's", "wed-fri", a link) is none. What
// stands in quotes, and @mentions and #tags, are never read as dates.
import type { Phrase, TypedDateGrammar } from './typed-date-grammar.ts';

/** A word of a text, and where it stands. */
export interface Word {
  /** As typed, without punctuation around it. */
  raw: string;
  lower: string;
  start: number;
  end: number;
  /** The punctuation before and after it. */
  before: string;
  after: string;
  /** Whether it may be read: neither quoted nor a mention or tag. */
  kind: 'word' | 'quoted' | 'mention';
}

/** What the slots of a phrase hold. */
export interface Captures {
  weekday?: number;
  day?: number;
  month?: number;
  year?: number;
  number?: number;
  unit?: 'day' | 'week' | 'month';
  /** The two numbers of `15/3`, in the order typed. */
  numeric?: readonly [number, number];
}

/** A phrase found in a text: words `from` to before `to`. */
export interface PhraseMatch {
  phrase: Phrase;
  captures: Captures;
  from: number;
  to: number;
}

const QUOTED = /"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<!\S)['‘][^'’\n]*['’](?![^\s.,;:!?)])/gu;
const SPACED = /\S+/gu;
const OPENING = /^[("'“‘[{]+/u;
const CLOSING = /[)"'”’\]}.,;:!?…]+$/u;

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const quotes = Array.from(text.matchAll(QUOTED), ({ 0: quote, index }) => [index, index + quote.length] as const);
  let quote = 0;
  return Array.from(text.matchAll(SPACED), ({ 0: spaced, index }): Word => {
    const before = OPENING.exec(spaced)?.[0] ?? '';
    const after = CLOSING.exec(spaced.slice(before.length))?.[0] ?? '';
    const start = index + before.length;
    const end = index + spaced.length - after.length;
    const raw = text.slice(start, end);
    while ((quotes[quote]?.[1] ?? Infinity) <= index) quote++;
    const isQuoted = (quotes[quote]?.[0] ?? Infinity) < index + spaced.length;
    const kind = isQuoted ? 'quoted' : raw.startsWith('@') || raw.startsWith('#') ? 'mention' : 'word';
    return { raw, lower: raw.toLowerCase(), start, end, before, after, kind };
  });
}

const phrasesByLength = new WeakMap<TypedDateGrammar, readonly { phrase: Phrase; slots: readonly string[] }[]>();

function longestFirst(grammar: TypedDateGrammar) {
  let phrases = phrasesByLength.get(grammar);
  if (!phrases) {
    phrases = grammar.phrases
      .map((phrase) => ({ phrase, slots: phrase.words.split(' ') }))
      .sort((a, b) => b.slots.length - a.slots.length);
    phrasesByLength.set(grammar, phrases);
  }
  return phrases;
}

/** The longest phrase that begins at word `from`, or null. */
export function phraseAt(words: readonly Word[], from: number, grammar: TypedDateGrammar): PhraseMatch | null {
  for (const { phrase, slots } of longestFirst(grammar)) {
    const captures: Captures = {};
    const to = from + slots.length;
    if (to > words.length) continue;
    const fits = slots.every((slot, index) => {
      const word = words[from + index];
      if (word === undefined || word.kind !== 'word') return false;
      const isInner = index > 0;
      const isLast = index === slots.length - 1;
      // "mar 15, 2027" and "15 mar. 2027" go on after their punctuation; nothing else does.
      const goesOn = isLast || word.after === '' || (/^[.,]$/.test(word.after) && /weekday|day|month/.test(slot));
      return goesOn && (!isInner || word.before === '') && fill(slot, word, captures, grammar);
    });
    if (fits) return { phrase, captures, from, to };
  }
  return null;
}

/** Whether the word fits the slot; what it holds goes into the captures. */
function fill(slot: string, word: Word, captures: Captures, grammar: TypedDateGrammar): boolean {
  const { lower, raw } = word;
  switch (slot) {
    case '{weekday}':
      return put(captures, 'weekday', own(grammar.weekdays, lower));
    case '{month}':
      return put(captures, 'month', own(grammar.months, lower));
    case '{unit}':
      return put(captures, 'unit', own(grammar.units, lower));
    case '{number}':
      return put(captures, 'number', /^\d{1,4}$/.test(lower) ? Number(lower) : own(grammar.numbers, lower));
    case '{year}':
      return put(captures, 'year', /^\d{4}$/.test(lower) ? Number(lower) : undefined);
    case '{day}': {
      const [, digits, suffix = ''] = /^(\d{1,2})(\p{L}*)$/u.exec(lower) ?? [];
      const fits = digits !== undefined && (suffix === '' || grammar.ordinals.includes(suffix));
      return put(captures, 'day', fits ? Number(digits) : undefined);
    }
    case '{span}': {
      const [, digits, unit = ''] = /^(\d{1,4})(\p{L}+)$/u.exec(raw) ?? [];
      return put(captures, 'unit', own(grammar.shortUnits, unit)) && put(captures, 'number', Number(digits));
    }
    case '{iso}': {
      const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(lower) ?? [];
      if (year === undefined) return false;
      Object.assign(captures, { year: Number(year), month: Number(month), day: Number(day) });
      return true;
    }
    case '{numeric}':
      return numeric(lower, captures);
    default:
      return lower === slot && (!grammar.lowerCaseOnly.includes(slot) || raw === slot);
  }
}

/** `15/3`, `15/3/27`, `15/3/2027`, `15.3.2027`, `15-3-2027`; without a year only with a slash, for 15.3 is a number. */
function numeric(word: string, captures: Captures): boolean {
  const [, first, , second, year] = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(word) ?? [];
  if (first === undefined || (year === undefined && !word.includes('/'))) return false;
  captures.numeric = [Number(first), Number(second)];
  if (year !== undefined) captures.year = year.length === 2 ? 2000 + Number(year) : Number(year);
  return true;
}

function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function put<K extends keyof Captures>(captures: Captures, slot: K, value: Captures[K] | undefined): boolean {
  if (value === undefined) return false;
  captures[slot] = value;
  return true;
}
