// What stands around the steps: the head, the way through them (on a phone one line and a bar), what is wrong with the step,
// the buttons, and the two questions: whether to take up what was begun, and whether to let go what was chosen.
import { html, nothing, type TemplateResult } from 'lit';
import type { SetupStep } from '@followthrough/core/stores';
import { checkIcon, closeIcon } from '../icons/icons.ts';
import type { EngagementSetupWords } from '../localize/late-engagement-setup.ts';
import { styleMap } from '../style-map.ts';

export function wizardHead(
  label: string,
  level: number,
  words: EngagementSetupWords,
  onClose: (() => void) | null,
): TemplateResult {
  return html`<div class="wizard-head" part="header">
    <div class="heading" part="title" role="heading" aria-level=${level} id="wizard-title-bar">${label}</div>
    ${
      onClose === null
        ? nothing
        : html`<button type="button" class="icon-button" aria-label=${words.close} @click=${onClose}>
            ${closeIcon()}
          </button>`
    }
  </div>`;
}

/** Where one is: visited steps can be gone to. */
export function wizardSteps(
  current: SetupStep,
  steps: readonly SetupStep[],
  visited: ReadonlySet<SetupStep>,
  words: EngagementSetupWords,
  go: (step: SetupStep) => void,
): TemplateResult {
  const at = steps.indexOf(current);
  const total = steps.length;
  return html`<nav class="wizard-steps" aria-label=${words.steps}>
    <ol class="wizard-way" part="steps">
      ${steps.map((step, index) => {
        const isCurrent = step === current;
        const isDone = visited.has(step) && index < at;
        const mark = html`<span class="wizard-number" aria-hidden="true">${isDone ? checkIcon() : index + 1}</span
          ><span class="wizard-step-name">${words.step[step]}</span
          >${isDone ? html`<span class="visually-hidden">, ${words.stepDone}</span>` : nothing}`;
        return html`<li
          class="wizard-step ${isCurrent ? 'current' : isDone ? 'done' : ''}"
          part="step ${isCurrent ? 'step-current' : isDone ? 'step-done' : ''}"
        >
          ${
            visited.has(step) && !isCurrent
              ? html`<button type="button" class="wizard-step-mark" @click=${() => go(step)}>${mark}</button>`
              : html`<span class="wizard-step-mark" aria-current=${isCurrent ? 'step' : nothing}>${mark}</span>`
          }
        </li>`;
      })}
    </ol>
    <div class="wizard-compact" aria-hidden="true">
      <span>${words.stepOf(at + 1, total, words.step[current])}</span>
      <span class="wizard-progress"
        ><span class="wizard-progress-bar" style=${styleMap({ 'inline-size': `${((at + 1) / total) * 100}%` })}></span
      ></span>
    </div>
  </nav>`;
}

export interface FootSpec {
  readonly step: SetupStep;
  readonly isFirst: boolean;
  readonly words: EngagementSetupWords;
  /** How many will be made. */
  readonly count: number;
  readonly hasTemplate: boolean;
  readonly hasTemplates: boolean;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onSkip: () => void;
  /** Null where there is another way out. */
  readonly onCancel: (() => void) | null;
}

/** Back at the start, on at the end. Enter does what the last button does. */
export function wizardFoot(spec: FootSpec): TemplateResult {
  const { step, isFirst, words, count, hasTemplate, hasTemplates, busy, onBack, onSkip, onCancel } = spec;
  const isTemplate = step === 'template';
  const skips = isTemplate && !hasTemplate;
  return html`<div class="wizard-foot" part="actions">
    ${
      isFirst
        ? onCancel === null
          ? nothing
          : html`<button type="button" class="button quiet" @click=${onCancel}>${words.cancel}</button>`
        : html`<button type="button" class="button" @click=${onBack}>${words.back}</button>`
    }
    <span class="wizard-gap"></span>
    ${
      isTemplate && hasTemplate
        ? html`<button type="button" class="button quiet" @click=${onSkip}>${words.skip}</button>`
        : nothing
    }
    <button type="submit" class="button primary" part="button button-primary" aria-disabled=${busy ? 'true' : nothing}>
      ${step === 'review' ? words.create(count) : skips ? (hasTemplates ? words.skip : words.skipTemplate) : words.next}
    </button>
  </div>`;
}

/** A question over the buttons: what to do with what was chosen. */
export function wizardQuestion(words: EngagementSetupWords, onDiscard: () => void, onKeep: () => void): TemplateResult {
  return html`<div class="wizard-foot wizard-question" role="alert">
    <span class="wizard-question-text">${words.discard}</span>
    <button type="button" class="button danger" @click=${onDiscard}>${words.discardYes}</button>
    <button type="button" class="button primary wizard-keep" @click=${onKeep}>${words.discardNo}</button>
  </div>`;
}

export function resumeQuestion(
  when: string,
  words: EngagementSetupWords,
  onResume: () => void,
  onStartOver: () => void,
): TemplateResult {
  return html`<div class="wizard-resume" role="group" aria-label=${words.resumeYes}>
    <p class="wizard-heading wizard-resume-text" tabindex="-1">${words.resume(when)}</p>
    <p class="wizard-resume-buttons">
      <button type="button" class="button primary" @click=${onResume}>${words.resumeYes}</button>
      <button type="button" class="button" @click=${onStartOver}>${words.resumeNo}</button>
    </p>
  </div>`;
}
