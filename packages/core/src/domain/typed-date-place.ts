// Whether a phrase counts as a date where it stands, and what is taken out of the text with it: its lead words, and the
// punctuation that would be left hanging ("Friday: send the deck", "Send the deck – fri", "(by fri)").
import type { PhrasePlace, TypedDateGrammar } from './typed-date-grammar.ts';
import { areAt, type PhraseMatch } from './typed-phrase.ts';
import type { Word } from './typed-words.ts';

/** A text that is being read: its words, and every phrase in it, in order. */
export interface Reading {
  words: readonly Word[];
  matches: readonly PhraseMatch[];
  grammar: TypedDateGrammar;
}

/** A stretch of the text: code units from `start` to before `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** Words that lead a phrase in, from `from` on, and where it counts after them. */
interface Lead {
  from: number;
  place: 'anywhere' | 'apart' | 'never';
}

/** Whether nothing of the text but mentions stands before it, or after it. */
interface Bounds {
  isStart: boolean;
  isEnd: boolean;
}

/** How many words lead in at most. */
const LEAD_WORDS = 3;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const DASHES = ['', '-', '–', '—', '|', '·', '•'];

/** What to take out of the text for the phrase at `index` of the matches; null where it is no date there. */
export function stretchOf(reading: Reading, index: number): Stretch | null {
  const { words, matches } = reading;
  const match = matches[index];
  if (!match) return null;
  const lead = leadOf(reading, match);
  const from = lead?.from ?? match.from;
  const bounds = { isStart: !words.slice(0, from).some(isOwn), isEnd: !words.slice(match.to).some(isOwn) };
  const isWhole = bounds.isStart && bounds.isEnd;
  if (!isWhole && (isJoined(reading, index, lead) || isBarred(reading, match, lead))) return null;
  if (!isWhole && !standsApart(reading, match, lead, bounds)) return null;
  return withPunctuation(words, from, match.to, bounds);
}

/** A word that is neither a mention nor punctuation alone. */
function isOwn({ kind, raw }: Word): boolean {
  return kind !== 'mention' && raw !== '';
}

function isDash(word: Word | undefined): boolean {
  return word?.kind === 'word' && DASHES.includes(word.raw) && /^[.,;:…]*$/u.test(word.before + word.after);
}

/** The longest lead right before the phrase, or before a dash before it. */
function leadOf({ words, grammar: { leads } }: Reading, { from }: PhraseMatch): Lead | null {
  if (words[from]?.before !== '') return null;
  const end = isDash(words[from - 1]) ? from - 1 : from;
  for (let first = Math.max(0, end - LEAD_WORDS); first < end; first++) {
    const said = words.slice(first, end).map(({ lower }) => lower);
    const hasColon = words[end - 1]?.after === ':';
    const plain = words.slice(first, end).every(({ kind, before, after }, index) => {
      const isLast = first + index === end - 1;
      return kind === 'word' && (index === 0 || before === '') && (after === '' || (isLast && hasColon));
    });
    const key = [said.join(' '), `${said.join(' ')}${hasColon ? ':' : ''}`].find((one) => Object.hasOwn(leads, one));
    const place = plain && key !== undefined ? leads[key] : undefined;
    if (place) return { from: first, place };
  }
  return null;
}

/** Whether it is one of several dates that are said together: "mon or tue", "15 - 20 june", "two dates: fri, 15 june". */
function isJoined(reading: Reading, index: number, lead: Lead | null): boolean {
  const { words, matches, grammar } = reading;
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
  const isDayAlone = match.phrase.means === 'dayOfMonth';
  return isDayAlone && words.some(({ lower }) => Object.hasOwn(grammar.months, lower));
}

/** Whether the word before makes it something else. */
function isBarred(reading: Reading, match: PhraseMatch, lead: Lead | null): boolean {
  const { words, grammar } = reading;
  const from = lead?.from ?? match.from;
  const at = isDash(words[from - 1]) ? from - 2 : from - 1;
  const previous = words[at];
  if (lead?.place === 'never') return true;
  if (!previous || previous.kind === 'quoted' || (previous.kind === 'mention' && previous.raw !== '@')) return false;
  const { lower, after } = previous;
  const isNumberList = /^\d{1,2}\p{L}{0,2}$/u.test(lower) && /^\d/u.test(words[match.from]?.raw ?? '');
  const isAfterLead = lead === null && Object.hasOwn(grammar.leads, lower);
  if (lead === null && (isNumberList || isAfterLead || after.includes(':'))) return true;
  if (after !== '') return false;
  const pieces = [lower, ...lower.split('/')];
  if (pieces.some((piece) => grammar.bars.includes(piece))) return true;
  if (lower.includes('/') && pieces.some((piece) => Object.hasOwn(grammar.leads, piece))) return true;
  // "A week on monday", "two weeks tomorrow".
  const amount = words[at - 1]?.lower ?? '';
  if (Object.hasOwn(grammar.units, lower) && (/^\d+$/u.test(amount) || Object.hasOwn(grammar.numbers, amount)))
    return true;
  if (lead !== null) return false;
  const { means } = match.phrase;
  const isNamedDay = means.startsWith('weekday') || means === 'date' || means === 'dayOfMonth';
  const needed = match.phrase.wordsBefore ?? 0;
  return (
    grammar.nearBars.includes(lower) ||
    (isNamedDay && grammar.articles.includes(lower)) ||
    (holdsOtherWord(reading, match) && grammar.otherBars.includes(lower)) ||
    (match.captures.numeric !== undefined && grammar.counted.includes(lower)) ||
    words.slice(0, from).filter(isOwn).length < needed
  );
}

/** Whether what follows, and the place itself, leave no doubt that it is a date. */
function standsApart(reading: Reading, match: PhraseMatch, lead: Lead | null, { isStart, isEnd }: Bounds): boolean {
  const { words, grammar } = reading;
  const next = words[match.to];
  const last = words[match.to - 1];
  const isOpen = /^,?$/u.test(last?.after ?? '');
  if (isOpen && grammar.afterBars.some((some) => areAt(words, match.to, some.split(' ')))) return false;
  const afterClock = clockEnd(reading, match.to);
  const isSeparate = isEnd || last?.after !== '' || next?.kind !== 'word' || afterClock > match.to;
  if (!isSeparate && /^\d/u.test(next.raw)) return false;
  const isFree = isSeparate || isDash(next) || grammar.followers.includes(next.lower);
  const { place: usual, otherwise } = match.phrase;
  const place: PhrasePlace = holdsOtherWord(reading, match) ? (otherwise ?? usual) : usual;
  if (place === 'alone' || isFraction(match, lead, words, grammar)) return false;
  if (lead) {
    // "By june 5 people", "by the 2nd quarter".
    const isClear = place !== 'led' && !/^\d{1,2}$/u.test(last?.raw ?? '');
    return isFree || (isClear && (isStart || lead.place === 'anywhere'));
  }
  let rest = afterClock;
  while (grammar.polite.includes(words[rest]?.lower ?? '')) rest++;
  const isAtEnd = !words.slice(rest).some(isOwn);
  switch (place) {
    case 'anywhere':
      return isStart || isFree;
    case 'apart':
      return isFree;
    case 'edge':
      return isAtEnd || (isStart && (isFree || !match.isPartOfDay));
    case 'end':
      return isAtEnd || (isStart && (/^[,:]/u.test(last?.after ?? '') || isDash(next)));
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
function isFraction(
  { captures, from, to }: PhraseMatch,
  lead: Lead | null,
  words: readonly Word[],
  { fractions }: TypedDateGrammar,
): boolean {
  const [part, whole] = captures.numeric ?? [];
  if (part === undefined || whole === undefined || captures.year !== undefined || lead?.place === 'apart') return false;
  const isPart = part <= whole && (lead ? part < whole && whole <= 4 : whole <= 5 || whole === 8 || whole === 10);
  return isPart || (lead === null && words.slice(from, to).some(({ lower }) => fractions.includes(lower)));
}

const CLOCK = /^\d{1,2}(?:[:.h]\d{2})?(?:am|pm)?(?:[-–]\d{1,2}(?:[:.]\d{2})?(?:am|pm)?)?$/u;

/** The word after the time of day that begins at word `at` ("at 5pm", "10.30"), or `at` where none does. */
function clockEnd({ words, grammar }: Reading, at: number): number {
  const isLed = grammar.clockLeads.includes(words[at]?.lower ?? '');
  let end = isLed ? at + 1 : at;
  const time = words[end]?.lower ?? '';
  const half = words[end + 1]?.lower ?? '';
  if (/^\d{1,2}(?:[:.]\d{2})?$/u.test(time) && /^[ap]m$/u.test(half)) end += 2;
  else if (grammar.clockWords.includes(time) || (CLOCK.test(time) && (isLed || !/^\d+$/u.test(time)))) end++;
  else return at;
  const zone = words[end];
  return zone?.kind === 'word' && words[end - 1]?.after === '' && /^[A-Z]{2,4}$/u.test(zone.raw) ? end + 1 : end;
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
      let kept = previous.after.length;
      while (kept > 0 && ',;:'.includes(previous.after.charAt(kept - 1))) kept--;
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
