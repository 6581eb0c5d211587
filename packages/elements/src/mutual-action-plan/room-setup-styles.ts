// How making a room looks: the fields, and beside them what the chosen template gives.
import { css } from 'lit';

export const roomSetupStyles = css`
  .setup {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .setup-columns {
    display: grid;
    grid-template-columns: minmax(0, 20em) minmax(0, 1fr);
    gap: calc(var(--_space) * 6);
    align-items: start;
  }
  .setup-fields {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .setup-field {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .setup-field > span:first-child,
  .setup-field > legend {
    font-weight: 500;
    margin-block-end: var(--_space);
  }
  .setup-company {
    justify-content: flex-start;
    inline-size: 100%;
  }
  .setup-choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2);
    align-items: center;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .setup-choice:hover {
    background: var(--_hover);
  }
  .setup-choice.chosen {
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }
  .setup-choice > input {
    grid-row: 1 / 3;
    accent-color: var(--_accent);
    inline-size: 1.143em;
    block-size: 1.143em;
  }
  .setup-choice-name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .sample {
    min-inline-size: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .sample-top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
  .sample-name {
    font-weight: 600;
    margin-block: calc(var(--_space) * 3) var(--_space);
  }
  .sample-row {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 2em;
    border-block-end: 1px solid var(--_border);
  }
  .sample-row > .ellipsis {
    flex: 1 1 auto;
  }
  .sample-who,
  .sample-when {
    flex: none;
    white-space: nowrap;
  }
  .sample-when {
    min-inline-size: 7em;
    text-align: end;
  }
  .findings {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
  }
  .findings.fault {
    background: var(--_danger-tint);
  }
  .findings-title {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .findings.warning .findings-title .icon {
    color: var(--_warning);
  }
  .findings.fault .findings-title .icon {
    color: var(--_danger);
  }
  .findings li {
    font-size: var(--_meta);
    overflow-wrap: anywhere;
  }
  .setup-end {
    display: flex;
    justify-content: flex-end;
  }
  @container (max-width: 44em) {
    .setup-columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .sample-who {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .setup-choice.chosen {
      border-color: Highlight;
    }
    .findings {
      border: 1px solid CanvasText;
    }
  }
`;
