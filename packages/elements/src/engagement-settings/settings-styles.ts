// How an engagement's settings look: sections with their name beside the fields where there is room, dates that move, a
// welcome as it will be seen, two values in conflict, and the bar that saves.
import { css } from 'lit';

export const settingsStyles = css`
  .settings {
    min-inline-size: 0;
  }
  .settings-head {
    margin-block-end: calc(var(--_space) * 4);
  }
  .heading {
    font-size: 1.143em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .settings-form > .error-summary {
    margin-block-end: calc(var(--_space) * 4);
  }
  .settings-section {
    display: grid;
    grid-template-columns: minmax(0, 12em) minmax(0, 1fr);
    gap: calc(var(--_space) * 3) calc(var(--_space) * 8);
    padding-block: calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
  }
  .settings-name {
    font-weight: 600;
  }
  .settings-fields {
    display: grid;
    gap: calc(var(--_space) * 4);
    justify-items: stretch;
    max-inline-size: 40em;
    min-inline-size: 0;
  }
  .settings-fields > .button {
    justify-self: start;
  }
  .settings-dates {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
  }
  .settings-note {
    display: flex;
    gap: calc(var(--_space) * 2);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .settings-note .icon {
    margin-block-start: 0.15em;
  }
  .field-row.wraps {
    flex-wrap: wrap;
  }
  .method-chosen {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    min-inline-size: 0;
    white-space: normal;
  }
  .settings-skeleton {
    block-size: var(--_control);
    max-inline-size: 26em;
  }

  .moved {
    margin-block-start: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }
  .moved-heading {
    font-weight: 500;
    margin-block-end: calc(var(--_space) * 1);
  }
  .moved li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 0.5);
  }
  .moved li > .meta {
    color: var(--_text);
  }
  .moved-title {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .welcome-preview {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    min-inline-size: 0;
  }
  .welcome-title {
    font-size: 1.143em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .welcome-message {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .method {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_hover);
    min-inline-size: 0;
  }
  .method-title {
    font-weight: 600;
  }
  .method-sum {
    display: grid;
    grid-template-columns: minmax(0, 12em) minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    align-items: start;
  }
  .method-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }
  .method > .field-fault:empty {
    display: none;
  }

  .conflict {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid color-mix(in oklch, var(--_warning) 45%, transparent);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
    min-inline-size: 0;
  }
  .conflict-title {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .conflict-title .icon {
    color: var(--_warning);
    margin-block-start: 0.15em;
  }
  .conflict-values {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3);
  }
  .conflict dd {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-block-size: 9em;
    overflow: auto;
  }
  .conflict-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .save-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .save-bar-text {
    flex: 1 1 12em;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .save-bar-text.danger-text {
    font-weight: 400;
  }

  .settings-note + .read-only {
    margin-block-start: calc(var(--_space) * 4);
  }
  .read-only {
    display: grid;
    border-block-start: 1px solid var(--_border);
  }
  .read-only-line {
    display: grid;
    grid-template-columns: minmax(0, 12em) minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 8);
    align-items: baseline;
    padding-block: calc(var(--_space) * 2.5);
    border-block-end: 1px solid var(--_border);
  }
  .read-only dd {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    display: grid;
    gap: calc(var(--_space) * 1);
    overflow-wrap: anywhere;
    max-inline-size: 56em;
  }

  @container (max-width: 40em) {
    .settings-section,
    .read-only-line {
      grid-template-columns: minmax(0, 1fr);
      row-gap: calc(var(--_space) * 3);
    }
    .read-only-line {
      row-gap: 0;
    }
    .settings-section {
      padding-block: calc(var(--_space) * 5);
    }
  }
  @container (max-width: 26em) {
    .method-sum,
    .conflict-values {
      grid-template-columns: minmax(0, 1fr);
    }
    .method {
      padding: calc(var(--_space) * 3);
    }
    .save-bar {
      padding-inline: calc(var(--_space) * 3);
    }
    .save-bar .button {
      flex: 1 1 auto;
    }
    .save-bar-text {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .save-bar,
    .moved,
    .method,
    .conflict {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .save-bar {
      display: none;
    }
  }
`;
