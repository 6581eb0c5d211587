// The widget's own look: rows of a fixed height, so that its list is never taller than its limit and nothing jumps.
import { css } from 'lit';

export const widgetStyles = css`
  :host {
    min-inline-size: 200px;
  }
  .header,
  .footer {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    padding-inline: calc(var(--_space) * 1);
  }
  .heading {
    font-size: 1.071em;
    font-weight: 600;
    letter-spacing: -0.005em;
    min-inline-size: 0;
  }
  .count {
    color: var(--_text-muted);
    font-size: var(--_meta);
    white-space: nowrap;
  }
  .header .spring {
    flex: 1;
  }
  .view-all {
    font-size: var(--_meta);
    white-space: nowrap;
    color: var(--_text-muted);
    text-decoration: none;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
  }
  .view-all:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  .body {
    --_height: 3.571em;
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
    inset: 0 calc(var(--_space) * 1) auto calc(var(--_space) * 10);
    border-block-start: 1px solid var(--_border);
  }
  .row:hover::before,
  .row:hover + .row::before {
    border-color: transparent;
  }
  .done {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: calc(var(--_space) * 10);
    align-self: stretch;
    flex: none;
    border-radius: var(--_radius);
    font-size: 1.071em;
  }
  .done:focus-visible,
  .due-button:focus-visible,
  .title:focus-visible {
    outline-offset: -2px;
  }
  .done .status-icon {
    transition: color var(--_motion);
  }
  .done:not(.text-only, [aria-disabled='true']):hover .status-icon.todo {
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
  .due-slot:not(:empty) {
    flex: none;
  }
  .due-button {
    position: relative;
    border-radius: var(--_radius-small);
    min-block-size: 1.5em;
    margin-inline-start: -0.333em;
    padding-inline: 0.333em;
    color: inherit;
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
  .due-slot:has(.due) + .place::before {
    content: '·';
    padding-inline: 0.4em;
  }
  .due-button + .place::before {
    padding-inline: 0.067em 0.4em;
  }
  .row.done .title,
  .row.doneLate .title {
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .row.pending .text {
    opacity: 0.65;
  }
  .row.pending .text,
  .row .text {
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
  .banner {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
    color: var(--_warning);
    font-size: var(--_meta);
  }
  .skeleton-row {
    gap: 0;
  }
  .skeleton-row .dot {
    inline-size: 1.143em;
    block-size: 1.143em;
    border-radius: 50%;
    margin-inline: calc((var(--_space) * 10 - 1.143em) / 2);
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

  /* With room: one line, meta at the end. */
  @container (min-width: 26em) {
    .body {
      --_height: var(--_row);
    }
    .text {
      flex-direction: row;
      align-items: center;
      gap: calc(var(--_space) * 3);
    }
    .text > .title {
      flex: 0 1 auto;
    }
    .row-meta {
      flex: 1 0 auto;
      justify-content: end;
      max-inline-size: 60%;
      margin-inline-start: auto;
      gap: calc(var(--_space) * 2);
    }
    .place {
      order: -1;
      max-inline-size: 11em;
      padding: 0 calc(var(--_space) * 2);
      border-radius: 1em;
      background: var(--_hover);
      line-height: 1.6;
    }
    .due-slot + .place::before {
      content: none !important;
    }
    .due-slot {
      min-inline-size: 6.5em;
      text-align: end;
    }
    .due-slot .due {
      justify-content: end;
    }
  }
  @media (pointer: coarse) {
    .body {
      --_height: max(3.571em, 48px) !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row.leaving {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .banner {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .body {
      min-block-size: 0;
    }
  }
`;
