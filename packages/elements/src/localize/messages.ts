// The catalogue of messages: English built in, other languages registered as modules, any single string replaced by the
// host (for the whole workspace or for one element), because hosts call an action a task and a room a plan.
import type { RuleName } from '@followthrough/core/domain';
import { en } from './en.ts';
import type * as acts from './en-acts.ts';
import type { dashboard } from './en-dashboard.ts';
import type { details } from './en-details.ts';
import type { engagement } from './en-engagement.ts';
import type { engagementForms } from './en-engagement-forms.ts';
import type { engagementBulk } from './en-engagement-bulk.ts';
import type { engagementList } from './en-engagement-list.ts';
import type { engagementSettings } from './en-engagement-settings.ts';
import type { engagementSetup } from './en-engagement-setup.ts';
import type { filter } from './en-filter.ts';
import type { meeting } from './en-meeting.ts';
import type { more } from './en-more.ts';
import type { plan } from './en-plan.ts';
import type { planDates } from './en-plan-dates.ts';
import type { planDue } from './en-plan-due.ts';
import type { planMoved } from './en-plan-moved.ts';
import type { planWhy } from './en-plan-why.ts';
import type { timeline } from './en-timeline.ts';
import type { refusal } from './en-refusal.ts';
import type { roomSetup } from './en-room-setup.ts';
import type * as tools from './en-tools.ts';
import type { views } from './en-views.ts';
import type { widget } from './en-widget.ts';

/** The groups whose English comes with the part that shows them; see `lateWords`. */
export interface LateGroups {
  toast: typeof tools.toast;
  quickAdd: typeof tools.quickAdd;
  part: typeof tools.part;
  dueDate: typeof tools.dueDate;
  bulk: typeof tools.bulk;
  shortcut: typeof tools.shortcut;
  dashboard: typeof dashboard;
  details: typeof details;
  engagement: typeof engagement;
  engagementForms: typeof engagementForms;
  engagementBulk: typeof engagementBulk;
  engagementList: typeof engagementList;
  engagementSettings: typeof engagementSettings;
  engagementSetup: typeof engagementSetup;
  filter: typeof filter;
  meeting: typeof meeting;
  more: typeof more;
  planDates: typeof planDates;
  planDue: typeof planDue;
  planMoved: typeof planMoved;
  planWhy: typeof planWhy;
  plan: typeof plan;
  refusal: typeof refusal;
  roomSetup: typeof roomSetup;
  timeline: typeof timeline;
  views: typeof views;
  widget: typeof widget;
  list: typeof acts.list;
  problem: typeof acts.problem;
  state: typeof acts.state;
  date: typeof acts.date;
  action: typeof acts.action;
  context: typeof acts.context;
  rule: { readonly [Rule in RuleName]: string };
}

/** The strings of the elements, grouped; of the late groups what is said in place of their English. */
export type Messages = typeof en & { readonly [Group in keyof LateGroups]?: Partial<LateGroups[Group]> };

type Groups = typeof en & LateGroups;

/** Some strings of the elements: what is left out stays as it is. */
export type MessageOverrides = { readonly [Group in keyof Groups]?: Partial<Groups[Group]> };

const catalogues = new Map<string, MessageOverrides>();
const listeners = new Set<() => void>();

/**
 * Registers the strings of a language. What a language leaves out is shown in English.
 * @param locale a BCP 47 tag, such as `de` or `pt-BR`; `de` serves `de-AT` too
 * @example registerMessages('de', { status: { todo: 'Offen' } })
 */
export function registerMessages(locale: string, messages: MessageOverrides): void {
  const key = locale.toLowerCase();
  catalogues.set(key, merge(catalogues.get(key) ?? {}, messages));
  for (const listener of listeners) listener();
}

/** Calls back whenever a language is registered; gives the function that ends it. */
export function onMessagesRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The strings of a language with the host's own over them: English, then the language, then its regional form, then
 * each of `overrides` in turn.
 */
export function messagesFor(locale: string, overrides: readonly (MessageOverrides | undefined)[] = []): Messages {
  return [...cataloguesOf(locale), ...overrides].reduce<Messages>(
    (all, some) => (some ? (merge(all, some) as Messages) : all),
    en,
  );
}

/** Whether a language has strings of its own, so that words in it are shown. */
export function isRegistered(locale: string): boolean {
  return cataloguesOf(locale).some((catalogue) => catalogue !== undefined);
}

/** What is registered of a language, then of its regional form. */
function cataloguesOf(locale: string): (MessageOverrides | undefined)[] {
  const parts = locale.toLowerCase().split('-');
  return parts.map((_, index) => catalogues.get(parts.slice(0, index + 1).join('-')));
}

function merge(all: MessageOverrides, some: MessageOverrides): MessageOverrides {
  const merged: Record<string, object> = { ...all };
  for (const [group, strings] of Object.entries(some)) merged[group] = { ...merged[group], ...strings };
  return merged;
}
