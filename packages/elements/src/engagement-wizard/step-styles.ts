// How the steps of making engagements look: the count, a group's faces, templates beside what they give, the summary.
import { css } from 'lit';

export const stepStyles = css`
  .wizard-count {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .wizard-unknown {
    justify-self: start;
  }
  .wizard-note {
    display: flex;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
    max-inline-size: 40em;
    overflow-wrap: anywhere;
  }
  .wizard-note .icon {
    color: var(--_warning);
    margin-block-start: 0.15em;
  }
  .wizard-none {
    color: var(--_text-muted);
    padding-block: calc(var(--_space) * 4);
  }
  .wizard-group-icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 1.571em;
    block-size: 1.571em;
    color: var(--_text-muted);
  }
  .wizard-members {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .wizard-members .meta {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .wizard-faces {
    display: inline-flex;
    gap: calc(var(--_space) * 0.75);
  }

  .wizard-columns {
    display: grid;
    grid-template-columns: minmax(0, 20em) minmax(0, 1fr);
    gap: calc(var(--_space) * 6);
    align-items: start;
  }
  .wizard-columns.review {
    grid-template-columns: minmax(0, 1fr) minmax(0, 22em);
  }
  .wizard-columns.review.alone {
    grid-template-columns: minmax(0, 44em);
  }
  .wizard-templates,
  .wizard-fields {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .wizard-choices {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .wizard-choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2.5);
    align-items: center;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .wizard-choice:hover {
    background: var(--_hover);
  }
  .wizard-choice.chosen {
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }
  .wizard-choice > input {
    grid-row: 1 / 3;
    accent-color: var(--_accent);
    inline-size: 1.143em;
    block-size: 1.143em;
  }
  .wizard-choice:has(:focus-visible) {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 1px;
  }
  .wizard-choice > input:focus-visible {
    outline: none;
  }
  .wizard-choice-name {
    font-weight: 500;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .wizard-preview {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .wizard-preview-top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_text-muted);
  }
  .wizard-preview-top .button {
    margin-inline: calc(var(--_space) * -2.5);
  }
  .wizard-item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 2.5);
    min-block-size: var(--_row);
    padding-block: calc(var(--_space) * 1);
    border-block-end: 1px solid var(--_border);
  }
  .wizard-item:last-child {
    border-block-end: 0;
  }
  .wizard-item-icon {
    display: inline-flex;
    color: var(--_text-muted);
  }
  .wizard-item-title {
    min-inline-size: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .wizard-item-when {
    text-align: end;
  }
  .wizard-findings {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
    font-size: var(--_meta);
    overflow-wrap: anywhere;
  }
  .wizard-findings.fault {
    background: var(--_danger-tint);
  }
  .wizard-findings-title {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .wizard-findings.warning .icon {
    color: var(--_warning);
  }
  .wizard-findings.fault .icon {
    color: var(--_danger);
  }

  .wizard-dates {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 4);
  }
  .wizard-summary {
    display: grid;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    padding: calc(var(--_space) * 4);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_hover);
  }
  .wizard-summary dl {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .wizard-line {
    display: grid;
    min-inline-size: 0;
  }
  .wizard-line dt {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .wizard-line dd {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .wizard-value {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .wizard-line .button {
    position: relative;
    flex: none;
    min-block-size: 24px;
    margin-block: -2px;
    margin-inline-end: calc(var(--_space) * -2.5);
    font-size: var(--_meta);
  }
  .wizard-person {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .wizard-drafts {
    display: flex;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .wizard-drafts .icon {
    margin-block-start: 0.15em;
  }
  @container (max-width: 48em) {
    .wizard-columns,
    .wizard-columns.review {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 30em) {
    .wizard-item {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .wizard-item-when {
      grid-column: 2;
      text-align: start;
    }
  }
  @media (pointer: coarse) {
    .wizard-choice {
      min-block-size: 44px;
    }
    .wizard-line .button::after {
      content: '';
      position: absolute;
      inset: -10px 0;
    }
  }
  @media (forced-colors: active) {
    .wizard-choice.chosen {
      border-color: Highlight;
    }
    .wizard-summary,
    .wizard-findings,
    .wizard-note {
      border: 1px solid CanvasText;
    }
  }
`;
