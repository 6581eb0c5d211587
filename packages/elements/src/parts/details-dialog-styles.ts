// How the details look: one column of reading width, the facts as quiet pairs, the buttons always in view.
import { css } from 'lit';

export const detailsDialogStyles = css`
  .details-body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: 12px 20px;
  }
  .details-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-inline-end: -8px;
  }
  .details-title {
    display: block;
    inline-size: calc(100% + 16px);
    margin-inline: -8px;
    padding: 4px 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    font-size: 1.286em;
    font-weight: 600;
    line-height: 1.35;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
  }
  textarea.details-title:hover {
    border-color: var(--_border);
  }
  .details-text {
    display: block;
    margin-block-start: 6px;
    min-block-size: 5.5em;
    max-block-size: 22em;
    resize: vertical;
    field-sizing: content;
  }
  .details-written {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    margin-inline-end: -8px;
  }
  .details-reading {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }
  /* Not the paragraph itself: its own markup has line breaks too. */
  .details-reading > span {
    white-space: pre-wrap;
  }
  .details-facts {
    /* A line of facts, and what of it is above and below its text: a control fills it, text begins level with its name. */
    --_line: max(var(--_control), 24px);
    --_lead: calc((var(--_line) - 1.45em) / 2);
    margin-block-start: 14px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_border);
  }
  .details-fact {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2);
  }
  .details-fact > * {
    padding-block: var(--_lead);
  }
  .details-fact dt {
    color: var(--_text-muted);
  }
  .details-fact dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_lead) * 2) calc(var(--_space) * 2);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .details-value,
  .details-fact .button.link {
    min-block-size: var(--_line);
    margin-block: calc(var(--_lead) * -1);
  }
  .details-value {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  button.details-value {
    margin-inline: -8px;
    padding-inline: 8px;
    border-radius: var(--_radius-small);
  }
  button.details-value:hover,
  button.details-value[aria-expanded='true'] {
    background: var(--_hover);
  }
  button.details-value > .icon:last-child {
    inline-size: 1em;
    block-size: 1em;
    color: var(--_text-muted);
  }
  .details-fact .button.link {
    margin-inline: calc(var(--_space) * -1);
  }
  .details-withheld .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .details-why > p {
    padding-block: 2px;
  }
  .details-notice,
  .details-conflict {
    margin-block: 8px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_warning-tint);
    overflow-wrap: anywhere;
  }
  .details-conflict dl {
    display: grid;
    gap: 4px;
    margin-block: 6px 8px;
  }
  .details-conflict dl > div {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr);
  }
  .details-conflict dd {
    white-space: pre-wrap;
    max-block-size: 6em;
    overflow: auto;
  }
  .details-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: 10px 20px;
    border-block-start: 1px solid var(--_border);
  }
  .details-ask {
    flex: 1;
    min-inline-size: 10em;
  }
  .details-gap {
    flex: 1;
  }
  .details-ask + .details-gap {
    display: none;
  }
  .details-fault {
    flex: 1 0 100%;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  .details-fault:empty {
    display: none;
  }
  @media (max-width: 29.99em) {
    .details-fact {
      grid-template-columns: 6.5em minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .details-facts {
      --_line: 44px;
    }
  }
  @media (forced-colors: active) {
    .details-title {
      margin-block: 4px;
    }
    .details-notice,
    .details-conflict {
      border: 1px solid CanvasText;
    }
  }
`;
