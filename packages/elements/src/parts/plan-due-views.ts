// What stands around the picking of a plan's date: the rule and its pin, what the date comes to, and the buttons.
import { type Day, parseDay, type RelativeRule } from '@followthrough/core/domain';
import type { PlannedDate, PlannedDateDraft } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { planDueWords } from '../localize/late-plan-due.ts';
import { draftOfDay, type DueMode, relativeOf } from './plan-due-choice.ts';
import type { Outcome } from './plan-due-outcome.ts';
import { type NameOf, ruleInWords } from './rule-words.ts';
import { dateNameWords } from '../localize/late-acts.ts';

export interface PlanDueScene {
  mode: DueMode;
  /** The date there is. */
  date: PlannedDate | null;
  day: Day | null;
  /** A day was chosen, and how it goes with the rule is still to be said. */
  isChosen: boolean;
  fault: 'amount' | 'anchor' | null;
  /** Whether what is missing is complained of. */
  complains: boolean;
  /** What it comes to; null while there is nothing to ask of. */
  outcome: Outcome | null;
  nameOf: NameOf;
  words: DateWords;
  unpin: (rule: RelativeRule) => void;
  pick: (draft: PlannedDateDraft | null) => void;
  save: () => void;
}

/** The rule there is, where a date stands or would stand over it. */
export function pinView({ mode, date, nameOf, words, unpin }: PlanDueScene): TemplateResult | typeof nothing {
  const planDue = planDueWords(words.messages);
  const rule = relativeOf(date);
  if (rule === null) return nothing;
  const said = ruleInWords(rule, nameOf, words);
  if (date?.pinned == null) {
    return mode === 'date' ? html`<p class="plan-due-pin"><span>${planDue.follows(said)}</span></p>` : nothing;
  }
  return html`<div class="plan-due-pin">
    <span>${planDue.pinnedTo(words.dates.dayMonth(parseDay(date.pinned)), said)}</span>
    <button type="button" class="button" @click=${() => unpin(rule)}>${planDue.unpin}</button>
  </div>`;
}

/** What the date comes to, or what is missing. */
export function previewView({ mode, fault, complains, outcome, words }: PlanDueScene): TemplateResult {
  const planDue = planDueWords(words.messages);
  const missing = { amount: planDue.amountWrong, anchor: planDue.anchorMissing, none: words.messages.date.none };
  const bad = outcome?.refused === true || fault === 'amount' || (fault !== null && complains);
  const text = outcome?.text ?? (mode === 'date' ? missing.none : missing[fault ?? 'none']);
  const look = bad ? 'danger-text' : outcome === null ? 'quiet' : '';
  return html`<p class="plan-due-preview ${look}" id="plan-due-preview" role="status">${text}</p>`;
}

/** The buttons: set it; or pin it to the day, or let the day take the rule's place; and no date at all. */
export function footView({ mode, date, day, isChosen, words, pick, save }: PlanDueScene): TemplateResult {
  const planDue = planDueWords(words.messages);
  const rule = relativeOf(date);
  const isAsked = mode === 'date' && rule !== null && isChosen && day !== null;
  const clear =
    date === null
      ? nothing
      : html`<button type="button" class="button quiet" @click=${() => pick(null)}>
            ${dateNameWords(words.messages).remove}</button
          ><span class="gap"></span>`;
  return html`<div class="plan-due-foot">
    ${clear}
    ${mode === 'relative' ? html`<button type="button" class="button primary" @click=${save}>${planDue.save}</button>` : nothing}
    ${
      isAsked
        ? html`<button type="button" class="button" @click=${() => pick(draftOfDay(day, null))}>
              ${planDue.replace}
            </button>
            <button type="button" class="button primary plan-due-to-pin" @click=${() => pick(draftOfDay(day, rule))}>
              ${planDue.pinTo(words.dates.dayMonth(day))}
            </button>`
        : nothing
    }
  </div>`;
}
