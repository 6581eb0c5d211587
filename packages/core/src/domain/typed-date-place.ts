// Whether a phrase counts as a date where it stands, and what is taken out of the text with it: its lead words, and the
// punctuation that would be left hanging ("Friday: send the deck", "Send the deck – fri", "(by fri)").
import type { PhrasePlace } from './typed-date-grammar.ts';
import { areAt, type PhraseMatch } from './typed-phrase.ts';
import { clockEnd, isDash, type Lead, leadOf, ownWords, type Reading } from './typed-reading.ts';
import { endWithout, type Word } from './typed-words.ts';

/** A stretch of the text: code units from `start` to before `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Whether nothing of the text but mentions stands before it, or after it. */
interface Bounds {
  isStart: boolean;
  isEnd: boolean;
}

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What to take out of the text for the phrase at `index` of the matches; null where it is no date there. */
export function stretchOf(reading: Reading, index: number): Stretch | null {
  const { words, matches, grammar } = reading;
  const match = matches[index];
  if (!match) return null;
  const lead = leadOf(reading, match);
  if (lead?.place === 'never') return null;
  const from = lead?.from ?? match.from;
  const bounds = { isStart: ownWords(reading, 0, from) === 0, isEnd: ownWords(reading, match.to) === 0 };
  if (!(bounds.isStart && bounds.isEnd)) {
    if (isJoined(reading, index, lead) || isBarred(reading, match, lead)) return null;
    if (!standsApart(reading, match, lead, bounds)) return null;
  }
  // Of "submit by fri 5pm" what is left is "submit by 5pm".
  const isLeadKept = grammar.clockLeads.includes(words[match.from - 1]?.lower ?? '') && startsClock(reading, match);
  return withPunctuation(words, isLeadKept ? match.from : from, match.to, bounds);
}

/** Whether the phrase at `index` could be a date too, if another were none: of the two neither is certain. */
export function mayBeDate(reading: Reading, index: number): boolean {
  const match = reading.matches[index];
  if (!match) return false;
  const lead = leadOf(reading, match);
  if (isJoined(reading, index, lead) || isBarred(reading, match, lead)) return false;
  const { means, place } = match.phrase;
  return (place === 'anywhere' && !isNamedDay(means)) || followed(reading, match).isFree;
}

/** Whether it is one of several dates that are said together: "mon or tue", "15 - 20 june", "two dates: fri, 15 june". */
function isJoined(reading: Reading, index: number, lead: Lead | null): boolean {
  const { words, matches, grammar, hasMonth } = reading;
  const [previous, match, next] = [matches[index - 1], matches[index], matches[index + 1]];
  if (!match) return false;
  const isJoiner = (word: Word | undefined) => isDash(word) || grammar.joiners.includes(word?.lower ?? '');
  const isNear = (from: number, to: number) => {
    if (/[.!?;:]/u.test(words[from - 1]?.after ?? '')) return false;
    return from >= to || (to - from === 1 && isJoiner(words[from]));
  };
  if (previous && isNear(previous.to, lead?.from ?? match.from)) {
    // Of "for monday by fri" one is an object, and the other is when.
    if (lead === null || !isBarred(reading, previous, leadOf(reading, previous))) return true;
  }
  if (next && isNear(match.to, next.from)) return true;
  const after = words[match.to];
  const beyond = words[match.to + 1];
  const isMonth = (word: Word | undefined) =>
    Object.hasOwn(grammar.months, word?.lower ?? '') && !grammar.otherWords.includes(word?.lower ?? '');
  if (isMonth(after) || (isJoiner(after) && isMonth(beyond))) return true;
  if (grammar.ranges.includes(after?.raw ?? '') && /^\d/u.test(beyond?.raw ?? '')) return true;
  return match.phrase.means === 'dayOfMonth' && hasMonth;
}

/** Whether the word before makes it something else. */
function isBarred(reading: Reading, match: PhraseMatch, lead: Lead | null): boolean {
  const { words, grammar } = reading;
  const from = lead?.from ?? match.from;
  const at = isDash(words[from - 1]) ? from - 2 : from - 1;
  const previous = words[at];
  if (!previous || previous.kind === 'quoted' || (previous.kind === 'mention' && previous.raw !== '@')) return false;
  const { lower, after } = previous;
  const isNumberList = /^\d{1,2}\p{L}{0,2}$/u.test(lower) && /^\d/u.test(words[match.from]?.raw ?? '');
  if (Object.hasOwn(grammar.leads, lower)) return true;
  if (lead === null && (isNumberList || after.includes(':'))) return true;
  if (after !== '') return false;
  const pieces = [lower, ...lower.split('/')];
  if (pieces.some((piece) => grammar.bars.includes(piece))) return true;
  if (lower.includes('/') && pieces.some((piece) => Object.hasOwn(grammar.leads, piece))) return true;
  // "A week on monday", "two weeks tomorrow"; but "take a day by friday".
  const amount = words[at - 1]?.lower ?? '';
  const isAmount = /^\d+$/u.test(amount) || Object.hasOwn(grammar.numbers, amount);
  if (lead?.place !== 'anywhere' && isAmount && Object.hasOwn(grammar.units, lower)) return true;
  if (lead !== null) return false;
  return (
    grammar.nearBars.includes(lower) ||
    (isNamedDay(match.phrase.means) && grammar.articles.includes(lower)) ||
    (holdsOtherWord(reading, match) && grammar.otherBars.includes(lower)) ||
    (match.captures.numeric !== undefined && grammar.counted.includes(lower)) ||
    ownWords(reading, 0, from) < (match.phrase.wordsBefore ?? 0)
  );
}

function isNamedDay(means: string): boolean {
  return means.startsWith('weekday') || means === 'date' || means === 'dayOfMonth';
}

/** Whether a time of day without a lead word of its own follows. */
function startsClock(reading: Reading, { to }: PhraseMatch): boolean {
  return clockEnd(reading, to) > to && !reading.grammar.clockLeads.includes(reading.words[to]?.lower ?? '');
}

/** What follows a phrase: nothing, or something set off from it, is free. */
interface Followed {
  /** Whether it cannot belong to the phrase. */
  isFree: boolean;
  /** Whether it makes the phrase something else, or would be left hanging. */
  isBar: boolean;
}

function followed(reading: Reading, match: PhraseMatch): Followed {
  const { words, grammar } = reading;
  const next = words[match.to];
  const after = words[match.to - 1]?.after ?? '';
  const isEnd = ownWords(reading, match.to) === 0;
  const isSeparate = isEnd || after !== '' || next?.kind !== 'word' || clockEnd(reading, match.to) > match.to;
  const isBarWord = grammar.afterBars.some((some) => areAt(words, match.to, some.split(' ')));
  if (/^,?$/u.test(after) && isBarWord) return { isFree: false, isBar: true };
  if (isSeparate) return { isFree: true, isBar: false };
  const isPolite = grammar.polite.includes(next.lower);
  const isFunction =
    isDash(next) || [grammar.followers, grammar.bars, grammar.joiners].some((all) => all.includes(next.lower));
  // "From now on", "take tomorrow off": what follows must not be the last word.
  const isLast = ownWords(reading, match.to + 1) === 0;
  const isFree = isPolite || (!isLast && (isDash(next) || grammar.followers.includes(next.lower)));
  return { isFree, isBar: /^\d/u.test(next.raw) || (isLast && isFunction && !isPolite) };
}

/** Whether what follows, and the place itself, leave no doubt that it is a date. */
function standsApart(reading: Reading, match: PhraseMatch, lead: Lead | null, { isStart }: Bounds): boolean {
  const { words, grammar } = reading;
  const last = words[match.to - 1];
  const { isFree, isBar } = followed(reading, match);
  const { place: usual, otherwise } = match.phrase;
  const place: PhrasePlace = holdsOtherWord(reading, match) ? (otherwise ?? usual) : usual;
  if (isStart && grammar.ranges.includes(words[match.to]?.lower ?? '') && !isDash(words[match.to])) return false;
  if (isBar || place === 'alone' || isFraction(reading, match, lead)) return false;
  if (lead) {
    // "By june 5 people", "by the 2nd quarter".
    const isClear = place !== 'led' && !/^\d{1,2}$/u.test(last?.raw ?? '');
    return isFree || (isClear && (isStart || lead.place === 'anywhere'));
  }
  let rest = clockEnd(reading, match.to);
  while (grammar.polite.includes(words[rest]?.lower ?? '')) rest++;
  const isAtEnd = ownWords(reading, rest) === 0;
  switch (place) {
    case 'anywhere':
      return isStart || isFree;
    case 'apart':
      return isFree;
    case 'edge':
      return isAtEnd || (isStart && (isFree || !match.isPartOfDay));
    case 'end':
      return isAtEnd || (isStart && (/^[,:]/u.test(last?.after ?? '') || isDash(words[match.to])));
    case 'led':
      return false;
  }
}

function holdsOtherWord({ words, grammar }: Reading, { from, to }: PhraseMatch): boolean {
  return words.slice(from, to).some(({ lower }) => {
    return grammar.otherWords.includes(lower) || grammar.otherWords.includes(lower.replace(/^\d+/u, '#'));
  });
}

/** Whether 3/4 may as well be three of four: it is a date only after "due" or "on", 8/10 after "by" too. */
function isFraction({ words, grammar }: Reading, { captures, from, to }: PhraseMatch, lead: Lead | null): boolean {
  const [part, whole] = captures.numeric ?? [];
  if (part === undefined || whole === undefined || captures.year !== undefined || lead?.place === 'apart') return false;
  const isPart = part <= whole && (lead ? part < whole && whole <= 4 : whole <= 5 || whole === 8 || whole === 10);
  return isPart || (lead === null && words.slice(from, to).some(({ lower }) => grammar.fractions.includes(lower)));
}

/**
 * From where to where to cut: brackets around it go with it, dashes and commas before it where nothing follows them then, and
 * the punctuation after it at the start. Null where only a part of what stands in brackets or quotes would go.
 */
function withPunctuation(words: readonly Word[], from: number, to: number, { isStart, isEnd }: Bounds): Stretch | null {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last) return null;
  let { start } = first;
  let { end } = last;
  let { before } = first;
  let { after } = last;
  while (before !== '' && after !== '' && BRACKETS[before.slice(-1)] === after.charAt(0)) {
    before = before.slice(0, -1);
    after = after.slice(1);
    start--;
    end++;
  }
  if (before !== '') return null;
  let at = from - 1;
  if (isEnd || /^[,;:)\]}]/u.test(after) || (after === '' && isDash(words[to]))) {
    while (isDash(words[at])) at--;
    const previous = words[at];
    if (previous) {
      const kept = endWithout(previous.after, ',;:');
      if (kept < previous.after.length) start = previous.end + kept;
      else if (at < from - 1) start = words[at + 1]?.start ?? start;
    }
  }
  if (isStart) {
    end += after.length;
    for (let next = to; isDash(words[next]); next++) end = (words[next]?.end ?? end) + (words[next]?.after.length ?? 0);
  }
  return { start, end };
}
