// How making engagements looks around its steps: the way through, the buttons that stay in view, what became of each, and all
// of it as a dialog, which fills a phone.
import { css } from 'lit';

export const wizardStyles = css`
  .wizard {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    gap: calc(var(--_space) * 4);
  }
  .wizard-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
  }
  .heading {
    font-size: 1.143em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .wizard-way {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .wizard-step {
    flex: 1 1 0;
    min-inline-size: 0;
    border-block-start: 2px solid var(--_border);
    color: var(--_text-muted);
    transition: border-color var(--_motion);
  }
  .wizard-step.done,
  .wizard-step.current {
    border-color: var(--_accent);
  }
  .wizard-step.current {
    color: var(--_text);
    font-weight: 500;
  }
  .wizard-step-mark {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    inline-size: 100%;
    min-block-size: max(var(--_control), 24px);
    border-radius: 0 0 var(--_radius-small) var(--_radius-small);
  }
  button.wizard-step-mark:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .wizard-number {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 1.43em;
    block-size: 1.43em;
    border-radius: 50%;
    border: 1px solid var(--_border-control);
    font-size: var(--_meta);
    font-weight: 500;
  }
  .wizard-number .icon {
    inline-size: 0.9em;
    block-size: 0.9em;
    stroke-width: 3;
  }
  .done .wizard-number {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .current .wizard-number {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .wizard-step-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .wizard-compact {
    display: none;
    gap: calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .wizard-progress {
    display: block;
    block-size: 4px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--_skeleton);
  }
  .wizard-progress-bar {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_accent);
    transition: inline-size var(--_motion);
  }
  .wizard-progress.waiting .wizard-progress-bar {
    inline-size: 30%;
    animation: wizard-waits 1.4s ease-in-out infinite alternate;
  }
  @keyframes wizard-waits {
    to {
      margin-inline-start: 70%;
    }
  }

  .wizard-form {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
    min-block-size: 0;
  }
  .wizard-body {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .wizard-heading {
    font-size: 1.286em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .wizard-heading:focus-visible {
    outline: none;
  }
  .wizard-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }
  .wizard-gap {
    flex: 1 1 0;
  }
  .wizard-question-text {
    flex: 1 1 12em;
    font-weight: 500;
  }

  .wizard-resume,
  .wizard-making {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 8);
  }
  .wizard-resume-text {
    font-size: 1em;
    font-weight: 500;
  }
  .wizard-resume-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .wizard-outcome {
    display: grid;
    gap: calc(var(--_space) * 3);
    justify-items: start;
    padding-block-start: calc(var(--_space) * 3);
    min-inline-size: 0;
  }
  .wizard-outcome .wizard-heading {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
  }
  .wizard-mark {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 1.7em;
    block-size: 1.7em;
    border-radius: 50%;
    background: var(--_success-tint);
    color: var(--_success);
  }
  .wizard-mark.partly {
    background: var(--_warning-tint);
    color: var(--_warning);
  }
  .wizard-mark.none {
    background: var(--_danger-tint);
    color: var(--_danger);
  }
  .wizard-results {
    inline-size: 100%;
    border-block-start: 1px solid var(--_border);
  }
  .wizard-result {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-block-size: var(--_row);
    padding-block: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_border);
  }
  .wizard-result-who {
    flex: 1 1 auto;
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .wizard-result-word {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    flex: none;
    font-size: var(--_meta);
    white-space: nowrap;
    color: var(--_text-muted);
  }
  .wizard-result.done .wizard-result-word {
    color: var(--_success);
  }
  .wizard-result.refused .wizard-result-word,
  .wizard-result.failed .wizard-result-word {
    color: var(--_danger);
  }

  dialog.wizard-dialog {
    inline-size: min(56em, calc(100vw - 32px));
    block-size: min(46em, calc(100vh - 32px));
    block-size: min(46em, calc(100dvh - 32px));
    max-inline-size: none;
    font-size: inherit;
  }
  .wizard-dialog .wizard {
    flex: 1;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5) 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .wizard-dialog .wizard-form {
    flex: 1;
    min-block-size: auto;
  }
  .wizard-dialog .wizard-body {
    flex: 1;
    align-content: start;
  }
  .wizard-dialog .wizard-foot {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    margin-inline: calc(var(--_space) * -5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    background: var(--_surface-raised);
  }
  .wizard-dialog .wizard-outcome {
    flex: 1;
    align-content: start;
  }

  @container (max-width: 34em) {
    .wizard-way {
      display: none;
    }
    .wizard-compact {
      display: grid;
    }
    .wizard-foot .button {
      flex: 1 1 auto;
    }
    .wizard-gap {
      display: none;
    }
  }
  @media (max-width: 29.99em) {
    dialog.wizard-dialog {
      margin: 0;
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      max-block-size: none;
      border-radius: 0;
    }
    .wizard-dialog .wizard {
      padding-inline: calc(var(--_space) * 4);
    }
    .wizard-dialog .wizard-foot {
      margin-inline: calc(var(--_space) * -4);
      padding-inline: calc(var(--_space) * 4);
      padding-block-end: max(calc(var(--_space) * 3), env(safe-area-inset-bottom));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .wizard-progress.waiting .wizard-progress-bar {
      inline-size: 100%;
      animation: none;
      opacity: 0.5;
    }
  }
  @media (forced-colors: active) {
    .wizard-step.done,
    .wizard-step.current {
      border-color: Highlight;
    }
    .current .wizard-number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .wizard-progress {
      border: 1px solid CanvasText;
    }
    .wizard-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
