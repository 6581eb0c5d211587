// Why a date is what it is, in words: the steps that core tells as data (rulebook §3). A kind of step that is not known
// here is told as a rule, never left out.
import { parseDay, parseInstant } from '@followthrough/core/domain';
import type { Explanation } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';

type Step = NonNullable<Explanation['due']>['steps'][number];

/** The steps that led to the due date, a sentence each; none where there is no due date. */
export function whySentences(explanation: Explanation, words: DateWords, nameOf: (id: string | null) => string): string[] {
  return explanation.due?.steps.map((step) => sentence(step, words, nameOf)) ?? [];
}

function sentence(step: Step, words: DateWords, nameOf: (id: string | null) => string): string {
  const { details } = words.messages;
  const { setBy, setAt } = step;
  const what = whatOf(step, words);
  if (typeof setAt !== 'string') return details.whyPlain(what);
  return details.whyBy(what, nameOf(typeof setBy === 'string' ? setBy : null), instantText(setAt, words));
}

function whatOf({ type, date }: Step, { messages: { details }, dates }: DateWords): string {
  const text = typeof date === 'string' ? dates.full(parseDay(date)) : null;
  if (text !== null && type === 'fixed') return details.whyFixed(text);
  if (text !== null && type === 'pinned') return details.whyPinned(text);
  return details.whyRule;
}

/** An instant on the reader's own clock. */
export function instantText(instant: string, { dates }: DateWords): string {
  return new Intl.DateTimeFormat(dates.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(parseInstant(instant));
}
