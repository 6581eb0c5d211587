// Which words of a text are a phrase of a grammar: the phrase itself, and what says of a day which part of it is meant
// ("eod fri", "tomorrow morning") or that it is the last ("fri at the latest").
import type { Phrase, TypedDateGrammar } from './typed-date-grammar.ts';
import type { Word } from './typed-words.ts';

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
  /** Whether a part of the day is said with it. */
  isPartOfDay: boolean;
}

/** A phrase as the words and slots that it is written with, one of its ways. */
interface Way {
  phrase: Phrase;
  slots: readonly string[];
}

/** A grammar made ready: its phrases by their first word, "" for those that begin with a slot; the longest first. */
interface Compiled {
  ways: ReadonlyMap<string, readonly Way[]>;
  dayStarts: readonly (readonly string[])[];
  dayEnds: readonly (readonly string[])[];
  closers: readonly (readonly string[])[];
}

const compiled = new WeakMap<TypedDateGrammar, Compiled>();

function compiledOf(grammar: TypedDateGrammar): Compiled {
  let made = compiled.get(grammar);
  if (!made) {
    const longest = (all: readonly string[]) => all.flatMap(waysOf).sort((a, b) => b.length - a.length);
    const ways = new Map<string, Way[]>();
    for (const phrase of grammar.phrases) {
      for (const slots of waysOf(phrase.words)) {
        const first = slots[0]?.startsWith('{') ? '' : (slots[0] ?? '');
        ways.set(first, [...(ways.get(first) ?? []), { phrase, slots }]);
      }
    }
    for (const some of ways.values()) some.sort((a, b) => b.slots.length - a.slots.length);
    made = {
      ways,
      dayStarts: longest(grammar.dayStarts),
      dayEnds: longest(grammar.dayEnds),
      closers: longest(grammar.closers),
    };
    compiled.set(grammar, made);
  }
  return made;
}

/**
 * All the ways to say what is written with words to choose from and words that may be left out.
 * @example waysOf('(the) end of day|week') // 'the end of day', 'the end of week', 'end of day', 'end of week' as words
 */
function waysOf(words: string): string[][] {
  let ways: string[][] = [[]];
  for (const part of words.split(' ')) {
    const [, optional] = /^\((.+)\)$/u.exec(part) ?? [];
    const choices = (optional ?? part).split('|').map((word) => [word]);
    ways = ways.flatMap((way) =>
      [...choices, ...(optional === undefined ? [] : [[]])].map((more) => [...way, ...more]),
    );
  }
  return ways;
}

/** The longest phrase that begins at word `from`, or null. */
export function phraseAt(words: readonly Word[], from: number, grammar: TypedDateGrammar): PhraseMatch | null {
  const { dayStarts, dayEnds, closers } = compiledOf(grammar);
  const start = dayStarts.find((some) => areAt(words, from, some) && words[from + some.length - 1]?.after === '');
  const within = start && plainPhraseAt(words, from + start.length, grammar);
  let match: PhraseMatch | null =
    within && words[within.from]?.before === '' && isDay(within)
      ? { ...within, from, isPartOfDay: true }
      : plainPhraseAt(words, from, grammar);
  if (!match) return null;
  if (isDay(match)) match = endedBy(dayEnds, words, match, true);
  return endedBy(closers, words, match, match.isPartOfDay);
}

/** The match with the first of `ends` that follows it, perhaps after a comma. */
function endedBy(
  ends: readonly (readonly string[])[],
  words: readonly Word[],
  match: PhraseMatch,
  isPartOfDay: boolean,
): PhraseMatch {
  const end = /^,?$/u.test(words[match.to - 1]?.after ?? '')
    ? ends.find((some) => areAt(words, match.to, some) && words[match.to]?.before === '')
    : undefined;
  return end ? { ...match, to: match.to + end.length, isPartOfDay } : match;
}

/** Whether the words from `from` on are these, with nothing between them. */
export function areAt(words: readonly Word[], from: number, wanted: readonly string[]): boolean {
  return wanted.every((one, index) => {
    const word = words[from + index];
    if (word?.kind !== 'word' || word.lower !== one) return false;
    return (index === 0 || word.before === '') && (index === wanted.length - 1 || word.after === '');
  });
}

/** Whether it means one day as such, of which there is a morning, and not the end of something. */
function isDay({ phrase: { means } }: PhraseMatch): boolean {
  return /^(?:today|tomorrow|dayAfterTomorrow|weekday.*|date|dayOfMonth)$/u.test(means);
}

function plainPhraseAt(words: readonly Word[], from: number, grammar: TypedDateGrammar): PhraseMatch | null {
  const { ways } = compiledOf(grammar);
  const found = [words[from]?.lower ?? '', '']
    .map((first) => longestAt(ways.get(first) ?? [], words, from, grammar))
    .filter((match) => match !== null);
  return found.sort((a, b) => b.to - a.to)[0] ?? null;
}

function longestAt(
  ways: readonly Way[],
  words: readonly Word[],
  from: number,
  grammar: TypedDateGrammar,
): PhraseMatch | null {
  for (const { phrase, slots } of ways) {
    const captures: Captures = {};
    const to = from + slots.length;
    if (to > words.length) continue;
    const fits = slots.every((slot, index) => {
      const word = words[from + index];
      if (word === undefined || word.kind !== 'word') return false;
      const goesOn = index === slots.length - 1 || word.after === '' || isWithin(word.after, slot);
      return goesOn && (index === 0 || word.before === '') && fill(slot, word, captures, grammar);
    });
    if (fits) return { phrase, captures, from, to, isPartOfDay: false };
  }
  return null;
}

/** Whether a phrase goes on after such punctuation: "mar 15, 2027", "15 mar. 2027", "in 2 weeks' time". */
function isWithin(after: string, slot: string): boolean {
  return /day|month/u.test(slot) ? /^[.,]$/u.test(after) : slot === '{unit}' && /^['’]$/u.test(after);
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
    case '{day}':
    case '{nth}': {
      const [, digits, suffix = ''] = /^(\d{1,2})(\p{L}*)$/u.exec(lower) ?? [];
      const fits = digits !== undefined && (suffix === '' ? slot === '{day}' : grammar.ordinals.includes(suffix));
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
    case '{brief}':
      return numeric(lower, slot === '{brief}', captures);
    default:
      return lower === slot && (!grammar.lowerCaseOnly.includes(slot) || raw === slot);
  }
}

/**
 * `15/3`, `15/3/27`, `15/3/2027`, `15.3.2027`, `15-3-2027`; without a year only with a slash, for 15.3 is a number, and
 * brief, without the century, are `15.3.27` and `15-3-27`, which versions and the like are too.
 */
function numeric(word: string, isBrief: boolean, captures: Captures): boolean {
  const [, first, sign, second, year] = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(word) ?? [];
  if (first === undefined || (year === undefined && sign !== '/')) return false;
  if (isBrief !== (year?.length === 2 && sign !== '/')) return false;
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
