// Making them, and what became of each: progress while it works, then how many were made and, of those who got none, why, in
// words, and another try.
import { html, nothing, type TemplateResult } from 'lit';
import { type CreationProgress, type CreationResult, mayRetryCreation } from '@followthrough/core/stores';
import { alertIcon, checkIcon } from '../icons/icons.ts';
import { avatar } from '../parts/avatar.ts';
import { knownRule } from '../load-problem-text.ts';
import { problemText } from '../problem-text.ts';
import { styleMap } from '../style-map.ts';
import { faceOf, listed, nameOf, type WizardScene } from './scene.ts';

export interface OutcomeActions {
  readonly retry: () => void;
  readonly done: () => void;
  readonly another: () => void;
  /** Whether those that were made are shown too. */
  readonly showsMade: boolean;
  readonly showMade: () => void;
}

export function making({ total, answered }: CreationProgress, { words }: WizardScene): TemplateResult {
  return html`<div class="wizard-making">
    <h3 class="wizard-heading" tabindex="-1">${words.makingTitle(total)}</h3>
    ${
      // Asked for in one, there is nothing to count until it is answered.
      answered === 0
        ? html`<div class="wizard-progress waiting" role="progressbar" aria-label=${words.makingTitle(total)}>
            <span class="wizard-progress-bar"></span>
          </div>`
        : html`<div
            class="wizard-progress"
            role="progressbar"
            aria-label=${words.makingTitle(total)}
            aria-valuemin="0"
            aria-valuemax=${total}
            aria-valuenow=${answered}
            aria-valuetext=${words.making(answered, total)}
          >
            <span
              class="wizard-progress-bar"
              style=${styleMap({ 'inline-size': `${(answered / total) * 100}%` })}
            ></span>
          </div>`
    }
    <p class="meta">${answered === 0 ? words.keepOpen : `${words.making(answered, total)}. ${words.keepOpen}`}</p>
  </div>`;
}

export function outcome(progress: CreationProgress, scene: WizardScene, on: OutcomeActions): TemplateResult {
  const { words } = scene;
  const made = progress.results.filter((result) => result.outcome === 'done');
  const others = progress.results.filter((result) => result.outcome !== 'done');
  const missed = others.filter((result) => result.outcome !== 'skipped').flatMap(({ coacheeIds }) => coacheeIds);
  const failed = others.filter(mayRetryCreation).flatMap(({ coacheeIds }) => coacheeIds);
  const engagements = made.length;
  const title =
    made.length === 0
      ? words.madeNone
      : missed.length > 0
        ? words.madePartly(engagements, missed.length)
        : words.made(engagements);
  return html`<div class="wizard-outcome">
      <h3 class="wizard-heading" tabindex="-1">
        <span class="wizard-mark ${made.length === 0 ? 'none' : missed.length > 0 ? 'partly' : 'all'}"
          >${missed.length > 0 || made.length === 0 ? alertIcon() : checkIcon()}</span
        >${title}
      </h3>
      ${made.length > 0 ? html`<p class="muted">${words.madeHint}</p>` : nothing}
      ${
        others.length > 0 || on.showsMade
          ? html`<ul class="wizard-results" aria-label=${words.results}>
              ${[...others, ...(on.showsMade ? made : [])].map((result) => row(result, scene))}
            </ul>`
          : nothing
      }
      ${
        made.length > 0 && others.length > 0 && !on.showsMade
          ? html`<button type="button" class="button link" @click=${on.showMade}>
              ${words.showMade(made.length)}
            </button>`
          : nothing
      }
    </div>
    <div class="wizard-foot" part="actions">
      ${made.length > 0 ? html`<button type="button" class="button" @click=${on.another}>${words.another}</button>` : nothing}
      <span class="wizard-gap"></span>
      ${
        failed.length > 0
          ? html`<button type="button" class="button ${made.length === 0 ? 'primary' : ''}" @click=${on.retry}>
              ${words.retryFailed(failed.length)}
            </button>`
          : nothing
      }
      ${
        made.length > 0
          ? html`<button type="button" class="button primary" part="button button-primary" @click=${on.done}>
              ${words.done}
            </button>`
          : html`<button type="button" class="button" @click=${on.another}>${words.back}</button>`
      }
    </div>`;
}

/** Names told of one result, where it is of many. */
const NAMES = 4;

function row(result: CreationResult, scene: WizardScene): TemplateResult {
  const { words, localize } = scene;
  const names = result.coacheeIds.slice(0, NAMES).map((id) => nameOf(scene, id));
  const rest = result.coacheeIds.length - names.length;
  const first = result.coacheeIds[0];
  const why = result.outcome === 'done' ? null : reason(result, scene);
  return html`<li class="wizard-result ${result.outcome}" part="result result-${result.outcome}">
    ${first === undefined ? nothing : avatar(faceOf(scene, first))}
    <span class="wizard-result-who">
      <span class="wizard-result-name" dir="auto"
        >${rest > 0 ? words.andOthers(names.join(', '), rest) : listed(names, localize.locale)}</span
      >
      ${why === null ? nothing : html`<span class="meta wizard-result-why">${why}</span>`}
    </span>
    <span class="wizard-result-word">
      ${result.outcome === 'done' ? checkIcon() : alertIcon()}${words.outcome[result.outcome]}
    </span>
  </li>`;
}

/** Why somebody got none, in a sentence. */
function reason({ outcome: what, reason: name, error }: CreationResult, { words, localize }: WizardScene): string {
  const { messages } = localize;
  if (error && !error.transient) return problemText(error, messages);
  const known = name === undefined ? words.reason[what] : words.reason[name];
  if (known !== undefined) return known;
  const sentence = name === undefined ? undefined : knownRule(name, messages);
  return sentence ?? words.reason.other ?? '';
}
