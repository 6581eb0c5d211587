// How forms look: fields of reading width, help quiet under them, faults with an icon; switches, segments and what is wrong
// with a form as a whole.
import { css } from 'lit';

export const formStyles = css`
  .field {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
    max-inline-size: 40em;
  }
  .field-label {
    font-weight: 500;
    padding: 0;
  }
  .field-label .meta {
    font-weight: 400;
  }
  .field-top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
  }
  .switch-field .field-top {
    align-items: center;
  }
  .field-state {
    display: inline-flex;
    align-items: center;
    margin-inline-start: auto;
    gap: calc(var(--_space) * 1);
    font-size: var(--_meta);
    color: var(--_text-muted);
    /* It comes without moving what is under it. */
    line-height: 1;
  }
  .field-state .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    color: var(--_success);
  }
  .field-state.unsaved {
    color: var(--_danger);
  }
  .field-help {
    font-size: var(--_meta);
    color: var(--_text-muted);
    max-inline-size: 56em;
  }
  .field-fault {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    font-size: var(--_meta);
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  .field-fault .icon {
    margin-block-start: 0.15em;
  }
  textarea.input {
    resize: vertical;
    min-block-size: 6em;
  }
  .field-button {
    justify-content: flex-start;
    font-weight: 400;
    min-inline-size: 0;
  }
  .field-button.unset {
    color: var(--_text-muted);
  }
  .field-button .icon {
    color: var(--_text-muted);
  }
  .faulty .field-button {
    border-color: var(--_danger);
  }
  .field-row {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }

  .switch-line {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-block-size: 24px;
    justify-self: start;
  }
  .switch-field .field-help,
  .switch-field .field-fault {
    /* The switch and its gap, in the smaller letters of help. */
    padding-inline-start: calc((2.286em + var(--_space) * 2.5) * 1.167);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset: -8px -4px;
  }
  .switch-label {
    font-weight: 500;
    cursor: pointer;
  }
  .switch {
    position: relative;
    flex: none;
    inline-size: 2.286em;
    block-size: 1.286em;
    border-radius: 1em;
    border: 1px solid var(--_border-control);
    background: transparent;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.18em;
    inline-size: 0.82em;
    block-size: 0.82em;
    border-radius: 50%;
    background: var(--_border-control);
    translate: 0 -50%;
    transition: inset-inline-start var(--_motion);
  }
  .switch[aria-checked='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .switch[aria-checked='true']::before {
    inset-inline-start: calc(100% - 1em);
    background: var(--_on-accent);
  }

  .segments {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    justify-items: start;
    min-inline-size: 0;
  }
  .segments-row {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_hover);
  }
  .segment {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: max(calc(var(--_control) - 4px), 24px);
    padding-inline: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    font-weight: 500;
    cursor: pointer;
  }
  .segment:hover {
    color: var(--_text);
  }
  .segment.chosen {
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_border);
  }
  .segment:has(:focus-visible) {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 1px;
  }

  .select {
    position: relative;
    display: grid;
  }
  .select > select {
    appearance: none;
    padding-inline-end: 2em;
    text-overflow: ellipsis;
  }
  .select > select > option {
    background: Canvas;
    color: CanvasText;
  }
  .select > .icon {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 0.55em;
    translate: 0 -50%;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .error-summary {
    display: grid;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    border: 1px solid color-mix(in oklch, var(--_danger) 35%, transparent);
    background: var(--_danger-tint);
  }
  .error-summary-title {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .error-summary-title .icon {
    color: var(--_danger);
  }
  .error-summary ul {
    display: grid;
    padding-inline-start: calc(1.143em + var(--_space) * 1.5);
  }
  .error-summary a {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    .segment,
    .switch-line {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch {
      forced-color-adjust: none;
      border-color: ButtonBorder;
      background: ButtonFace;
    }
    .switch::before {
      background: ButtonText;
    }
    .switch[aria-checked='true'] {
      background: Highlight;
      border-color: Highlight;
    }
    .switch[aria-checked='true']::before {
      background: HighlightText;
    }
    .segment.chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .switch::before {
      transition: none;
    }
  }
`;
