// The widget's own look: rows of a fixed height, so that its list is never taller than its limit and nothing jumps.
import { css } from 'lit';

export const widgetStyles = css`
  :host {
    min-inline-size: 200px;
  }
  .body {
    --_height: 3.571em;
    --_check: calc(var(--_space) * 8);
    min-block-size: calc(var(--_limit, 5) * var(--_height));
    display: flex;
    flex-direction: column;
  }
  .list {
    display: block;
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    block-size: var(--_height);
    border-radius: var(--_radius);
    transition: background-color var(--_motion);
  }
  .row:hover,
  .row:focus-within {
    background: var(--_hover);
  }
  .row + .row::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: var(--_check) 0;
    border-block-start: 1px solid var(--_border);
  }
  .row:hover::before,
  .row:hover + .row::before {
    border-color: transparent;
  }
  .check {
    display: inline-flex;
    align-items: center;
    inline-size: var(--_check);
    padding-inline-start: calc(var(--_space) * 1);
    align-self: stretch;
    flex: none;
    border-radius: var(--_radius);
  }
  .check .status-icon {
    inline-size: 1.214em;
    block-size: 1.214em;
  }
  .check:focus-visible,
  .due-button:focus-visible,
  .title:focus-visible {
    outline-offset: -2px;
  }
  .check .status-icon {
    transition: color var(--_motion);
  }
  .check:not(.text-only, [aria-disabled='true']):hover .status-icon.todo {
    color: var(--_success);
  }
  .text {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
    padding-inline-end: calc(var(--_space) * 1);
  }
  .title {
    display: block;
    max-inline-size: 100%;
    inline-size: fit-content;
    min-block-size: 1.714em;
    line-height: 1.714em;
    color: inherit;
    text-decoration: none;
    border-radius: var(--_radius-small);
  }
  .title:hover {
    text-decoration: underline;
    text-decoration-color: var(--_border-control);
  }
  .row-meta {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    font-size: var(--_meta);
    color: var(--_text-muted);
    line-height: 1.4;
  }
  .due-slot {
    position: relative;
    display: inline-flex;
    align-items: center;
    flex: none;
    min-block-size: 1.5em;
    padding-inline: 0.333em;
    margin-inline: -0.333em;
    border-radius: var(--_radius-small);
    color: inherit;
  }
  .due-slot:empty {
    display: none;
  }
  .due-button::before {
    content: '';
    position: absolute;
    inset: -3px 0;
  }
  .due-button:hover,
  .due-button[aria-expanded='true'] {
    background: var(--_active);
  }
  .place {
    display: inline-flex;
    min-inline-size: 0;
  }
  .due-slot:not(:empty) + .place::before {
    content: '·';
    padding-inline: 0.4em;
  }
  .row.is-done .title,
  .row.is-doneLate .title {
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  /* What waits is dimmed at its mark alone: offline it waits long, and its words are to be read meanwhile. */
  .row.pending .check {
    opacity: 0.6;
    transition: opacity 200ms 400ms;
  }
  .row.leaving {
    animation: leave 220ms 1780ms ease-in both;
  }
  @keyframes leave {
    to {
      opacity: 0;
    }
  }
  .adding {
    min-block-size: var(--_row);
    margin-block-start: calc(var(--_space) * 2);
  }
  .note {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    text-align: center;
    text-wrap: balance;
    color: var(--_text-muted);
  }
  .note > .icon,
  .note > .status-icon {
    inline-size: 1.571em;
    block-size: 1.571em;
  }
  .skeleton-row {
    gap: 0;
  }
  .skeleton-row .dot {
    inline-size: 1.143em;
    block-size: 1.143em;
    border-radius: 50%;
    margin-inline: calc(var(--_space) * 1) calc(var(--_check) - var(--_space) * 1 - 1.143em);
    flex: none;
  }
  .skeleton-row .lines {
    flex: 1;
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .skeleton-row .lines > :first-child {
    inline-size: 70%;
  }
  .skeleton-row .lines > :last-child {
    inline-size: 35%;
    block-size: 0.6em;
  }

  /* Beside the longest date nothing would be left of it but its dot. */
  @container (max-width: 13em) {
    .place {
      display: none;
    }
  }

  /* With room: one line, place and date in columns of their own at the end. */
  @container (min-width: 32em) {
    .body {
      --_height: var(--_row);
    }
    .text {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 7.5em) 8em;
      align-items: center;
      column-gap: calc(var(--_space) * 3);
    }
    .row-meta {
      display: contents;
    }
    .place {
      grid-area: 1 / 2;
      justify-self: start;
      max-inline-size: 100%;
    }
    .due-slot:not(:empty) + .place::before {
      content: none;
    }
    .due-slot {
      grid-area: 1 / 3;
      justify-self: end;
      margin-inline: 0 -0.333em;
    }
    .skeleton-row .lines > :last-child {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .body {
      --_height: max(3.571em, 48px) !important;
      --_check: max(44px, calc(var(--_space) * 8));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row.leaving {
      animation: none;
    }
  }
  /* On paper nothing is cut off, and dates stand in full. */
  @media print {
    .body {
      min-block-size: 0;
    }
    .row {
      block-size: auto;
      padding-block: 4px;
      break-inside: avoid;
    }
    .text {
      display: block !important;
    }
    .row-meta {
      display: flex !important;
      flex-wrap: wrap;
      column-gap: 1em;
    }
    .place::before {
      content: none !important;
    }
    .due-slot {
      flex: initial;
    }
    .title {
      line-height: 1.4;
    }
    .title,
    .row-meta .ellipsis,
    .row-meta .due {
      white-space: normal;
      overflow: visible;
    }
  }
`;
