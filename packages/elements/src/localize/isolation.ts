// Words keep their own order. English words in a right-to-left page would read "actions 123": there each string is put
// between the characters that Unicode has for that (an isolate), so no template has to know. What is put into a
// sentence, such as a title in the other script, is isolated from it in any page.
import type { Messages } from './messages.ts';

export type Direction = 'ltr' | 'rtl';

/** Which way words run, and which way the page does. */
export interface Order {
  readonly words: Direction;
  readonly page: Direction;
}

const LTR_ISOLATE = '\u2066';
const RTL_ISOLATE = '\u2067';
const OWN_ISOLATE = '\u2068';
const END = '\u2069';

/** Letters that run the other way than words of a direction. */
const FOREIGN: Readonly<Record<Direction, RegExp>> = {
  ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u,
  rtl: /[^\P{L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u,
};

/** Languages written from right to left. */
const RTL = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written. */
export function directionOfLanguage(locale: string): Direction {
  return RTL.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The text, kept in its own order where the page runs the other way. */
export function isolated(text: string, { words, page }: Order): string {
  // What a language leaves out is in English.
  const own = words === 'rtl' && FOREIGN.rtl.test(text) && !FOREIGN.ltr.test(text) ? 'ltr' : words;
  if (own === page || text === '') return text;
  return `${own === 'ltr' ? LTR_ISOLATE : RTL_ISOLATE}${text}${END}`;
}

/** The text without what keeps its order: to compare it with what somebody types. */
export function unmarked(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, '');
}

const orders = new WeakMap<Messages, Order>();
const made = new WeakMap<Messages, Map<string, Messages>>();

/** The messages with every string in its own order; made once for each. */
export function orderedMessages(messages: Messages, order: Order): Messages {
  const key = `${order.words} ${order.page}`;
  const known = made.get(messages) ?? new Map<string, Messages>();
  made.set(messages, known);
  let ordered = known.get(key);
  if (!ordered) {
    known.set(key, (ordered = orderedWords(messages, order)));
    orders.set(ordered, order);
  }
  return ordered;
}

/** Words that join an element's messages late, in the order of these. */
export function orderedLike<W extends object>(messages: Messages, words: W): W {
  const order = orders.get(messages);
  return order ? orderedWords(words, order) : words;
}

function orderedWords<W extends object>(words: W, order: Order): W {
  const entries = Object.entries(words).map(([name, value]: [string, unknown]) => [name, ordered(value, order)]);
  return Object.fromEntries(entries) as W;
}

function ordered(value: unknown, order: Order): unknown {
  if (typeof value === 'string') return isolated(value, order);
  if (typeof value === 'object' && value !== null) return orderedWords(value, order);
  if (typeof value !== 'function') return value;
  const say = value as (...parts: unknown[]) => string;
  return (...parts: unknown[]) => isolated(say(...parts.map((part) => setOff(part, order))), order);
}

/** A part of a sentence, apart from it where it has letters that run the other way. */
function setOff(part: unknown, { words }: Order): unknown {
  return typeof part === 'string' && FOREIGN[words].test(part) ? `${OWN_ISOLATE}${part}${END}` : part;
}
