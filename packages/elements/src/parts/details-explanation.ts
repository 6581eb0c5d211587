// Why a date is what it is, in words: the steps that core tells as data (rulebook §3). A kind of step that is not known
// here is told as a rule, never left out.
import { parseDay } from '@followthrough/core/domain';
import type { BackendError } from '@followthrough/core/backend';
import type { Explanation, Id, TimeZone } from '@followthrough/core/schema';
import { html, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { loadProblemText } from '../problem-text.ts';
import { detailsWords } from '../localize/late-details.ts';
import type { PartHost } from './popover.ts';

type Step = NonNullable<Explanation['due']>['steps'][number];

/** Who is named how, and on whose clock times are told. */
export interface ExplanationPlace {
  nameOf: (id: Id | null) => string;
  timeZone: TimeZone | undefined;
}

/** "Why this date?": asked on demand, told in place. */
export class DetailsExplanation {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  #sentences: readonly string[] | null = null;
  /** Grows with each question, so that a late answer to an earlier one is not told. */
  #question = 0;

  constructor(host: PartHost, localize: DateWords) {
    this.#host = host;
    this.#localize = localize;
  }

  get isShown(): boolean {
    return this.#sentences !== null;
  }

  hide(): void {
    this.#question++;
    this.#sentences = null;
    this.#host.requestUpdate();
  }

  async show(explain: () => Promise<Explanation>, place: ExplanationPlace): Promise<void> {
    const { messages } = this.#localize;
    const question = ++this.#question;
    this.#sentences = [detailsWords(messages).whyLoading];
    this.#host.requestUpdate();
    const told = await explain().then(
      (explanation) => whySentences(explanation, this.#localize, place),
      (error: BackendError) => [loadProblemText(error, messages)],
    );
    if (question !== this.#question) return;
    this.#sentences = told.length > 0 ? told : [detailsWords(messages).whyNone];
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const sentences = this.#sentences ?? [];
    return html`<div class="details-why meta" role="status">${sentences.map((one) => html`<p>${one}</p>`)}</div>`;
  }
}

/** The steps that led to the due date, a sentence each; none where there is no due date. */
function whySentences(explanation: Explanation, words: DateWords, place: ExplanationPlace): string[] {
  return explanation.due?.steps.map((step) => sentence(step, words, place)) ?? [];
}

function sentence(step: Step, words: DateWords, { nameOf, timeZone }: ExplanationPlace): string {
  const details = detailsWords(words.messages);
  const { setBy, setAt } = step;
  const what = whatOf(step, words);
  if (typeof setAt !== 'string') return details.whyPlain(what);
  return details.whyBy(
    what,
    nameOf(typeof setBy === 'string' ? setBy : null),
    instantText(setAt, timeZone, words.dates),
  );
}

function whatOf({ type, date }: Step, { messages, dates }: DateWords): string {
  const details = detailsWords(messages);
  const text = typeof date === 'string' ? dates.full(parseDay(date)) : null;
  if (text !== null && type === 'fixed') return details.whyFixed(text);
  if (text !== null && type === 'pinned') return details.whyPinned(text);
  return details.whyRule;
}
