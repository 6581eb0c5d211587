// How the editor of a plan's date looks: one column, what it comes to right over the buttons.
import { css } from 'lit';

export const planDueStyles = css`
  .popover.plan-due {
    inline-size: 28.5em;
    max-block-size: min(40em, calc(100vh - 16px));
    padding: 8px;
  }
  .plan-due-typed {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.5) 0;
    font-size: var(--_meta);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .plan-due-typed:empty {
    display: none;
  }
  .plan-due-which {
    display: flex;
    flex-direction: column;
    margin-block-start: 2px;
  }
  .plan-due-which > button {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    min-block-size: 26px;
    text-align: start;
    border-radius: var(--_radius-small);
    overflow-wrap: anywhere;
  }
  .plan-due-which > button:hover {
    background: var(--_hover);
  }
  .plan-due-how {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 2px;
    margin-block: calc(var(--_space) * 2);
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_hover);
  }
  .plan-due-how > button {
    min-block-size: max(1.857em, 24px);
    border-radius: var(--_radius-small);
    color: var(--_text-muted);
    font-weight: 500;
    text-align: center;
  }
  .plan-due-how > button[aria-checked='true'] {
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_border);
  }
  .plan-due-pin {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 1.5);
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .plan-due-pin > span {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .plan-due-parts {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .plan-due-line {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 2);
  }
  .plan-due-line > .input {
    flex: 1 1 6em;
    inline-size: auto;
  }
  .plan-due-line > .plan-due-amount {
    flex: 0 0 4em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .plan-due-anchor {
    flex: 3 1 12em;
    min-inline-size: 0;
  }
  .plan-due-anchor .choices-list {
    max-block-size: 13em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 2px;
  }
  .plan-due-event {
    flex: 1 1 6em;
    align-self: center;
    color: var(--_text-muted);
  }
  .plan-due-parts > .meta {
    padding-inline: calc(var(--_space) * 1.5);
  }
  .plan-due-weekend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    min-block-size: var(--_control);
    padding-inline-start: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
  }
  .plan-due-weekend > .input {
    flex: 1 1 12em;
    inline-size: auto;
    color: var(--_text);
  }
  .plan-due-preview {
    min-block-size: 1.45em;
    margin-block-start: calc(var(--_space) * 2.5);
    padding-inline: calc(var(--_space) * 1.5);
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .plan-due-preview.quiet {
    font-weight: 400;
    color: var(--_text-muted);
  }
  .plan-due-foot {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  .plan-due-foot > .gap {
    flex: 1;
  }
  .plan-due-foot:empty {
    display: none;
  }
  @media (max-width: 29.99em) {
    .popover.plan-due {
      inline-size: auto;
      max-block-size: 90vh;
    }
  }
  @media (pointer: coarse) {
    .plan-due-how > button,
    .plan-due-which > button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .plan-due-how > button[aria-checked='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
