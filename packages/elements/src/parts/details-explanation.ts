// "Why this date?" of an action's details, told in place: asked on demand, in the words that tell it anywhere.
import type { BackendError } from '@followthrough/core/backend';
import type { Explanation } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { detailsWords } from '../localize/late-details.ts';
import { loadProblemText } from '../load-problem-text.ts';
import type { ExplanationPlace } from './explanation-words.ts';
import type { PartHost } from './popover.ts';

/** What is told of a date: its name where start and due are both told. */
interface Told {
  readonly name: string | null;
  readonly sentences: readonly string[];
}

/** "Why this date?": asked on demand, told in place. */
export class DetailsExplanation {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  #told: readonly Told[] | null = null;
  /** Grows with each question, so that a late answer to an earlier one is not told. */
  #question = 0;

  constructor(host: PartHost, localize: DateWords) {
    this.#host = host;
    this.#localize = localize;
  }

  get isShown(): boolean {
    return this.#told !== null;
  }

  hide(): void {
    this.#question++;
    this.#told = null;
    this.#host.requestUpdate();
  }

  async show(explain: () => Promise<Explanation>, place: Omit<ExplanationPlace, 'field'>): Promise<void> {
    const { messages } = this.#localize;
    const question = ++this.#question;
    this.#told = plain(detailsWords(messages).whyLoading);
    this.#host.requestUpdate();
    const told = await explain().then(
      (explanation) => this.#tell(explanation, place),
      (error: BackendError) => plain(loadProblemText(error, messages)),
    );
    if (question !== this.#question) return;
    this.#told = told.length > 0 ? told : plain(detailsWords(messages).whyNone);
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="details-why meta" role="status">
      ${(this.#told ?? []).map(
        ({ name, sentences }) =>
          html`${name === null ? nothing : html`<p><strong>${name}</strong></p>`}
          ${sentences.map((one) => html`<p>${one}</p>`)}`,
      )}
    </div>`;
  }

  /** The steps that led to the dates, a sentence each. */
  async #tell(explanation: Explanation, place: Omit<ExplanationPlace, 'field'>): Promise<Told[]> {
    const { explanationInWords } = await import('./explanation-words.ts');
    const details = detailsWords(this.#localize.messages);
    const fields = (['start', 'due'] as const).filter((field) => explanation[field] !== null);
    return fields.map((field) => ({
      name: fields.length > 1 ? details[field] : null,
      sentences: explanationInWords(explanation[field]?.steps ?? [], { ...place, field }, this.#localize),
    }));
  }
}

function plain(sentence: string): Told[] {
  return [{ name: null, sentences: [sentence] }];
}
