// What a person has put into the quick add, what it says, and the action that comes of it. Pure: what is typed stands over
// the defaults, what is picked by hand over what is typed.
import { assignedTo, type Day, fixedDate } from '@followthrough/core/domain';
import type { ActionDraft, Calendar, CivilDate, Id, Person } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import type { Facet, ReadingSetting, Understanding } from './quick-add-understanding.ts';
import { contextWords } from '../localize/late-acts.ts';

/** Where a new action can go. */
export interface QuickAddContext {
  value: { type: 'personal' } | { type: 'relationship'; relationshipId: Id; meetingId?: Id };
  label: string;
  description?: string | undefined;
  /** Whom an action there can be assigned to: manager and report, or the owner alone. */
  parties: readonly Person[];
  /** Who gets it where the viewer is none of the parties. */
  reportId?: Id | undefined;
  /** Today on its clock. */
  today: Day;
}

export interface QuickAddSpec {
  /** Where actions can go; the first one is taken until another is chosen. Never empty, but with `fixedContext`. */
  contexts: readonly QuickAddContext[];
  /** The one place that new actions go: no choice is shown. */
  fixedContext?: QuickAddContext | undefined;
  me: Id | null;
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  /** What is taken where nothing else is said: shown as a chip that can be taken away, and there again with the next one. */
  standing?: { readonly [F in Exclude<Facet, 'context'>]?: string | undefined } | undefined;
  /** Of two parties: told whom a press on the assignee's chip turns to, in place of a picker. */
  onTurn?: ((assignee: Id) => void) | undefined;
  /** Always the narrow layout: the chips stand under the field, once it has focus or text. */
  compact?: boolean | undefined;
  /** Makes the action. Where it rejects, or gives null (cancelled, refused), the text comes back with the problem shown. */
  onSubmit: (draft: Omit<ActionDraft, 'id'>, options: { openDetails: boolean }) => Promise<unknown>;
}

/** What a new action begins with. */
export interface QuickAddDefaults {
  title?: string | undefined;
  /** A relationship's id, or `personal`. */
  context?: string | undefined;
  due?: CivilDate | undefined;
  assignee?: Id | undefined;
}

/** Everything a person has put in. */
export interface Entry {
  readonly text: string;
  /** Phrases that were understood and are to stay text. */
  readonly dismissed: ReadonlySet<string>;
  readonly picked: { readonly [F in Facet]?: string };
  /** What stands by default and was taken away. */
  readonly without: ReadonlySet<Facet>;
}

export const BLANK: Entry = { text: '', dismissed: new Set(), picked: {}, without: new Set() };
export const FACETS: readonly Facet[] = ['context', 'due', 'assignee'];

/** An entry, and what is understood of its text. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly understood: Understanding;
  /** What stands where nothing is said. */
  readonly standing: QuickAddSpec['standing'];
}

/** What is said of a facet, by hand or in the text; else what stands. */
export function saidOf(facet: Facet, read: ReadEntry): string | undefined {
  return read.entry.picked[facet] ?? read.understood[facet]?.value ?? standingOf(facet, read);
}

/** What stands of a facet by default and was not taken away. */
export function standingOf(facet: Facet, { entry, standing }: ReadEntry): string | undefined {
  return facet === 'context' || entry.without.has(facet) ? undefined : standing?.[facet];
}

/** Names a place. */
export function keyOf({ value }: QuickAddContext): string {
  return value.type === 'personal' ? 'personal' : value.relationshipId;
}

/** The place of that key, else the first. */
function contextAt({ contexts, fixedContext }: QuickAddSpec, key: string | undefined): QuickAddContext {
  const context = fixedContext ?? contexts.find((one) => keyOf(one) === key) ?? contexts[0];
  if (!context) throw new TypeError('QuickAdd needs a place to add to: give `contexts` or `fixedContext`.');
  return context;
}

/** Where the action goes. */
export function contextOf(spec: QuickAddSpec, read: ReadEntry): QuickAddContext {
  return contextAt(spec, saidOf('context', read));
}

/** Who was said; else the viewer where they are a party; else the report. */
export function assigneeOf(spec: QuickAddSpec, read: ReadEntry): Person | undefined {
  const { parties, reportId } = contextOf(spec, read);
  const find = (id: string | null | undefined) => parties.find((person) => person.id === id);
  return find(saidOf('assignee', read)) ?? find(spec.me) ?? find(reportId);
}

/** By what the text is read. */
export function readingOf(spec: QuickAddSpec, entry: Entry, { messages, dates }: DateWords): ReadingSetting {
  const { picked, dismissed } = entry;
  const contexts = spec.fixedContext ? [] : spec.contexts;
  return {
    contexts: contexts.map((context) => ({ key: keyOf(context), name: context.label })),
    context: keyOf(contextAt(spec, picked.context)),
    picked: new Set(FACETS.filter((facet) => picked[facet] !== undefined)),
    dismissed,
    partiesOf: (key) => namesIn(contextAt(spec, key), spec.me, contextWords(messages).me),
    typingIn: (key) => ({
      today: contextAt(spec, key).today,
      weekStart: spec.weekStart ?? dates.weekStart,
      calendar: spec.calendar,
      dates,
    }),
  };
}

function namesIn({ parties }: QuickAddContext, me: Id | null, myself: string): { key: string; name: string }[] {
  const names = parties.map(({ id, name }) => ({ key: id, name }));
  const mine = names.find(({ key }) => key === me);
  return mine ? [{ key: mine.key, name: myself }, ...names] : names;
}

/** The next action most likely goes where the last one went; nothing else is kept. */
export function nextEntry(context: string | undefined): Entry {
  return context === undefined ? BLANK : { ...BLANK, picked: { context } };
}

/** An entry with defaults: they take the place of what was picked, and of the text only where there is none. */
export function begunWith({ title = '', ...picked }: QuickAddDefaults, entry: Entry): Entry {
  const all: { [F in Facet]?: string } = { ...entry.picked };
  for (const facet of FACETS) {
    const given = picked[facet];
    if (given !== undefined) all[facet] = given;
  }
  return { ...entry, text: entry.text || title, picked: all };
}

/** The action that comes of it. */
export function draftOf(spec: QuickAddSpec, read: ReadEntry, title: string): Omit<ActionDraft, 'id'> {
  const { value } = contextOf(spec, read);
  const due = saidOf('due', read);
  const assignee = assigneeOf(spec, read);
  return {
    context: value,
    title,
    due: due === undefined ? null : fixedDate(due),
    // A personal action is its creator's without a word said.
    ...(value.type === 'relationship' && assignee ? { assignee: assignedTo(assignee.id) } : {}),
  };
}
