// A relative date as it is typed ("3 business days after legal review is done"): an amount, a unit, before or after, and what
// it rests on by name. "After" a thing means after it is completed, "before" it before it is due. What fits several things is
// told with all of them and never guessed; what the rulebook does not allow (§3) is told with why.
import type { Anchor, DateRule, DateUnit } from '../schema/index.ts';
import { matchAnchor, plainName, type TypedAnchor } from './typed-anchor.ts';
import type { EventMeaning, TypedRuleGrammar } from './typed-rule-grammar.ts';
import { endWithout } from './typed-words.ts';

/** A relative rule as it is written. */
export type RelativeRule = Extract<DateRule, { type: 'relative' }>;

/** The furthest that a date lies from what it rests on, in its unit (api.md R-D-1). */
const FURTHEST = 10_000;

/** A rule that was typed, and the action or section that it names; null where it names none. */
export interface MatchedRule {
  readonly rule: RelativeRule;
  readonly matched: TypedAnchor | null;
}

/**
 * Why a rule cannot be written: before a completion, which is no date; before or on the due date of a section, which has none;
 * further away than can be written; or with a day off moved though business days have none.
 */
export type TypedRuleRefusal = 'negative-after-event' | 'section-due' | 'amount' | 'roll-with-business-days';

export type TypedRule =
  | ({ readonly type: 'rule' } & MatchedRule)
  /** It fits several: one is to be chosen. */
  | { readonly type: 'ambiguous'; readonly candidates: readonly MatchedRule[] }
  | { readonly type: 'refused'; readonly why: TypedRuleRefusal }
  /** Not understood; `name` where it is understood but for a name that nothing has. */
  | { readonly type: 'unknown'; readonly name?: string };

export interface TypedRuleSetting {
  grammar: TypedRuleGrammar;
  /** What can be rested on by name. */
  candidates: readonly TypedAnchor[];
  /** The day that this plan begins with: a room's its making, an engagement's its start. */
  origin: 'roomCreated' | 'engagementStart';
}

/**
 * The relative rule that a text says, the whole of it.
 * @example typedRule('3 days after kick-off', { grammar: ENGLISH_RULES, candidates, origin: 'roomCreated' })
 *   // { type: 'rule', rule: { type: 'relative', amount: 3, unit: 'day', anchor: { type: 'actionCompleted', … } }, matched }
 */
export function typedRule(text: string, setting: TypedRuleSetting): TypedRule {
  const { grammar } = setting;
  const said = plainName(text);
  const { rest, roll } = withoutRoll(said.slice(0, endWithout(said, '.!')), grammar);
  let best: Event[] = [];
  let missing: string | undefined;
  for (const reading of readingsOf(rest, grammar)) {
    const event = eventOf(reading, setting);
    if (event === null) missing ??= nameAlone(reading.event, grammar);
    else if (best[0] === undefined || event.rank < best[0].rank) best = [event];
    else if (event.rank === best[0].rank) best.push(event);
  }
  // Of readings that fit alike the one with the longest name leaves the least of it unread.
  const [event] = best.sort((a, b) => b.length - a.length);
  if (event === undefined) return missing === undefined ? { type: 'unknown' } : { type: 'unknown', name: missing };
  return ruled(event, roll);
}

/** A phrase as it can be read: how much, and the words of its event. */
interface Reading {
  readonly amount: number;
  readonly unit: DateUnit;
  /** Whether it said "before". */
  readonly isBefore: boolean;
  readonly event: string;
}

/** A reading with what its event can rest on. */
interface Event extends Reading {
  readonly rank: number;
  readonly length: number;
  readonly means: EventMeaning;
  readonly found: readonly TypedAnchor[];
}

function ruled(event: Event, roll: 'next' | 'previous' | null): TypedRule {
  if (Math.abs(event.amount) > FURTHEST) return { type: 'refused', why: 'amount' };
  if (event.unit === 'businessDay' && roll !== null) return { type: 'refused', why: 'roll-with-business-days' };
  const make = (matched: TypedAnchor | null): MatchedRule | TypedRuleRefusal => {
    const anchor = anchorOf(event, matched);
    if (anchor === null) return event.isBefore && event.means === 'unsaid' ? 'negative-after-event' : 'section-due';
    const isEvent = anchor.type === 'actionCompleted' || anchor.type === 'sectionCompleted';
    if (event.amount < 0 && isEvent) return 'negative-after-event';
    const rule = { type: 'relative' as const, amount: event.amount, unit: event.unit, anchor, ...(roll && { roll }) };
    return { rule, matched };
  };
  const made = event.found.length === 0 ? [make(null)] : event.found.map(make);
  const rules = made.filter((one) => typeof one !== 'string');
  const [first] = rules;
  if (first === undefined) return { type: 'refused', why: made.find((one) => typeof one === 'string') ?? 'amount' };
  return rules.length === 1 ? { type: 'rule', ...first } : { type: 'ambiguous', candidates: rules };
}

/** What the event rests on; null where a section is asked for a due date. */
function anchorOf({ means, isBefore }: Event, matched: TypedAnchor | null): Anchor | null {
  if (matched === null) return { type: means === 'engagementStart' ? 'engagementStart' : 'roomCreated' };
  const { id, kind } = matched;
  const isDue = means === 'due' || (means === 'unsaid' && isBefore);
  if (kind === 'section') return isDue ? null : { type: 'sectionCompleted', sectionId: id };
  return { type: isDue ? 'actionDue' : 'actionCompleted', actionId: id };
}

function withoutRoll(text: string, { rolls }: TypedRuleGrammar): { rest: string; roll: 'next' | 'previous' | null } {
  const lower = text.toLowerCase();
  const said = rolls.find(({ words }) => lower.endsWith(` ${words}`));
  if (!said) return { rest: text, roll: null };
  return { rest: text.slice(0, endWithout(text, ' ,', text.length - said.words.length)), roll: said.roll };
}

function* readingsOf(text: string, grammar: TypedRuleGrammar): Iterable<Reading> {
  const patterns = patternsOf(grammar);
  for (const { pattern, times, span } of patterns.phrases) {
    const groups = pattern.exec(text)?.groups;
    if (!groups?.['event']) continue;
    const amount = span?.amount ?? amountOf(groups, grammar);
    const unit = span?.unit ?? unitOf(groups, grammar);
    if (amount === undefined || unit === undefined) continue;
    // A zero is never below it.
    yield { amount: times * amount || 0, unit, isBefore: times < 0, event: groups['event'] };
  }
}

function amountOf({ figure, word }: Groups, { numbers }: TypedRuleGrammar): number | undefined {
  if (figure !== undefined) return Number(figure);
  return word === undefined ? undefined : numbers[word.toLowerCase()];
}

function unitOf({ unit, short }: Groups, { units, shortUnits }: TypedRuleGrammar): DateUnit | undefined {
  if (unit !== undefined) return units[unit.toLowerCase()];
  return short === undefined ? undefined : shortUnits[short.toLowerCase()];
}

/** The closest that the words of an event come to something; null where nothing has that name. */
function eventOf(reading: Reading, { grammar, candidates, origin }: TypedRuleSetting): Event | null {
  const { events, names } = patternsOf(grammar);
  let best: Event | null = null;
  for (const { pattern, means, rather } of events) {
    const match = pattern.exec(reading.event);
    if (!match) continue;
    const said = match.groups?.['name'];
    if (said === undefined) {
      if (means === origin) return { ...reading, rank: 0, length: reading.event.length, means, found: [] };
      continue;
    }
    for (const { pattern: named, kind } of names) {
      const name = named.exec(said)?.groups?.['name'];
      if (name === undefined) continue;
      const quoted = unquoted(name, grammar);
      const fit = matchAnchor(quoted ?? name, candidates, kind);
      if (!fit) continue;
      const likely = fit.found.filter((one) => one.kind === rather);
      const found = likely.length > 0 ? likely : fit.found;
      // A name in quotes is exactly that name, and counts over any reading that takes the quotes for words.
      const rank = quoted !== null && fit.rank <= 1 ? fit.rank - 2 : fit.rank;
      const event = { ...reading, means, found, rank, length: name.length };
      if (best === null || event.rank < best.rank || (event.rank === best.rank && event.length > best.length))
        best = event;
    }
  }
  return best;
}

/** The name in an event, for saying that nothing is called so: without what says how it is meant. */
function nameAlone(event: string, grammar: TypedRuleGrammar): string {
  const said = patternsOf(grammar)
    .events.map(({ pattern }) => pattern.exec(event)?.groups?.['name'])
    .filter((name) => name !== undefined);
  const shortest = said.sort((a, b) => a.length - b.length)[0] ?? event;
  return unquoted(shortest, grammar) ?? shortest;
}

function unquoted(name: string, { quotes }: TypedRuleGrammar): string | null {
  const pair = quotes.find(([open, close]) => name.length > 2 && name.startsWith(open) && name.endsWith(close));
  return pair ? name.slice(pair[0].length, -pair[1].length) : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Patterns {
  readonly phrases: readonly (TypedRuleGrammar['phrases'][number] & { pattern: RegExp })[];
  readonly events: readonly (TypedRuleGrammar['events'][number] & { pattern: RegExp })[];
  readonly names: readonly (TypedRuleGrammar['names'][number] & { pattern: RegExp })[];
}

const compiled = new WeakMap<TypedRuleGrammar, Patterns>();

function patternsOf(grammar: TypedRuleGrammar): Patterns {
  let patterns = compiled.get(grammar);
  if (!patterns) {
    const one = (words: readonly string[]) =>
      [...words]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|');
    const amount = `(?:(?<figure>-?\\d{1,6})|(?<word>${one(Object.keys(grammar.numbers))}))`;
    const unit = `(?<unit>${one(Object.keys(grammar.units))})`;
    const short = `(?<short>${one(Object.keys(grammar.shortUnits))})`;
    // "3 days", "three days", "3d"; of "3 d" too, for somebody types a space.
    const span = `${amount}(?: ${unit}| ?${short})`;
    const slots: Record<string, string> = { '{span}': span, '{event}': '(?<event>.+)', '{name}': '(?<name>.+)' };
    const pattern = (words: string) => {
      const parts = words.split(/(\{\w+\})/u).map((part) => slots[part] ?? escaped(part));
      return new RegExp(`^${parts.join('')}$`, 'isu');
    };
    patterns = {
      phrases: grammar.phrases.map((phrase) => ({ ...phrase, pattern: pattern(phrase.words) })),
      events: grammar.events.map((event) => ({ ...event, pattern: pattern(event.words) })),
      names: grammar.names.map((name) => ({ ...name, pattern: pattern(name.words) })),
    };
    compiled.set(grammar, patterns);
  }
  return patterns;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
