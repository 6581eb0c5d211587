// A typed text as words. Words are what lies between white space, less the punctuation around them, so a date word inside
// another word ("monitor", "friday's", "wed-fri", a link) is none. What stands in quotes or is code, and @mentions and #tags,
// is not to be read. A text is gone through once, however many quotes are opened and never closed.

/** A word of a text, and where it stands. */
export interface Word {
  /** As typed, without punctuation around it; empty where there is only punctuation. */
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

const SPACED = /\S+/gu;
const OPENING = '("\'“‘[{';
const CLOSING = ')"\'”’]}.,;:!?…';

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const quotes = quotedIn(text);
  let quote = 0;
  return Array.from(text.matchAll(SPACED), ({ 0: spaced, index }): Word => {
    let start = index;
    const last = index + spaced.length;
    while (start < last && OPENING.includes(text.charAt(start))) start++;
    const end = Math.max(start, endWithout(text, CLOSING, last));
    const raw = text.slice(start, end);
    while ((quotes[quote]?.end ?? Infinity) <= index) quote++;
    const isQuoted = (quotes[quote]?.start ?? Infinity) < last;
    return {
      ...{ raw, lower: raw.toLowerCase(), start, end },
      before: text.slice(index, start),
      after: text.slice(end, last),
      kind: isQuoted ? 'quoted' : raw.startsWith('@') || raw.startsWith('#') ? 'mention' : 'word',
    };
  });
}

/** Where a text, or its beginning up to `end`, ends without the signs that stand last; each of them is looked at once. */
export function endWithout(text: ArrayLike<string>, signs: string, end = text.length): number {
  while (end > 0 && signs.includes(text[end - 1] ?? ' ')) end--;
  return end;
}

/** Signs that open a quote, those that end the search for its close, and those of them that close it. */
interface Pair {
  opens: string;
  stops: string;
  closes: string;
  /** An apostrophe otherwise: it opens before a word, closes after one, and within a line. */
  isAroundWords?: boolean;
}

const PAIRS: readonly Pair[] = [
  { opens: '"', stops: '"', closes: '"' },
  { opens: '`', stops: '`', closes: '`' },
  { opens: '“', stops: '“”', closes: '”' },
  { opens: '„', stops: '„“”', closes: '“”' },
  { opens: '«', stops: '«»', closes: '»' },
  { opens: "'‘", stops: "'’\n", closes: "'’", isAroundWords: true },
];

/**
 * Where something is quoted, signs included, from `start` to before `end`.
 * @param text a string, or its code units one by one
 */
export function quotedIn(text: ArrayLike<string>): { start: number; end: number }[] {
  const quotes: { start: number; end: number }[] = [];
  /** Where the next stop of each pair is, as far as it has been looked for. */
  const stops = PAIRS.map(() => -1);
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    const index = PAIRS.findIndex(({ opens }) => opens.includes(sign));
    const pair = PAIRS[index];
    if (pair === undefined || (pair.isAroundWords && at > 0 && !/\s/u.test(text[at - 1] ?? ''))) continue;
    let stop = stops[index] ?? -1;
    if (stop <= at) {
      stop = at + 1;
      while (stop < text.length && !pair.stops.includes(text[stop] ?? '')) stop++;
      stops[index] = stop;
    }
    if (stop >= text.length || !pair.closes.includes(text[stop] ?? '')) continue;
    if (pair.isAroundWords && stop + 1 < text.length && !/[\s.,;:!?)]/u.test(text[stop + 1] ?? '')) continue;
    quotes.push({ start: at, end: stop + 1 });
    at = stop;
  }
  return quotes;
}
