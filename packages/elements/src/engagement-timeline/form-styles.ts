// How the forms of an engagement look: labels over fields, choices in a row, faults below.
import { css } from 'lit';

export const formStyles = css`
  .field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .field + .field,
  .fields > * + * {
    margin-block-start: calc(var(--_space) * 4);
  }
  .label {
    font-weight: 500;
    padding: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .label .meta {
    font-weight: 400;
  }
  legend.label {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: max(1.857em, 24px);
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.143em;
    block-size: 1.143em;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  .choices > .minutes {
    inline-size: 5em;
  }
  .choice.self {
    margin-block-start: calc(var(--_space) * 3);
  }
  .relative {
    display: grid;
    grid-template-columns: 4em minmax(0, 1fr) minmax(0, 1.4fr);
    gap: calc(var(--_space) * 1.5);
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .pair > .field + .field {
    margin: 0;
  }
  select.input {
    cursor: pointer;
  }
  textarea.input {
    min-block-size: 5.5em;
    resize: vertical;
    line-height: 1.45;
    display: block;
  }
  .date-input {
    max-inline-size: 14em;
  }
  .fault {
    color: var(--_danger);
    font-size: var(--_meta);
  }
  .fault:empty {
    display: none;
  }
  .form-fault {
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_danger-tint);
    overflow-wrap: anywhere;
  }
  .form-fault:empty {
    display: none;
  }
  .form-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }
  .form-buttons .start {
    margin-inline-end: auto;
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .form-fault {
      border: 1px solid CanvasText;
    }
  }
`;
