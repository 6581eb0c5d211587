// How an action on an agenda looks: its title in full, where it was carried from beside it, quiet meta at the end – below
// the title where there is no room.
import { css } from 'lit';

export const agendaRowStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 1);
    min-block-size: var(--_row);
    padding-block: calc(var(--_space) * 0.5);
    border-block-end: 1px solid var(--_border);
    transition: background-color var(--_motion);
  }
  .row:hover,
  .row:focus-within {
    background: var(--_hover);
  }
  .check {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: max(2em, 24px);
    min-block-size: max(2em, 24px);
    border-radius: var(--_radius-small);
  }
  .check:not(.text-only, [aria-disabled='true']):hover .status-icon.todo {
    color: var(--_success);
  }
  .text {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    flex: 1 1 12em;
    min-inline-size: 0;
    gap: 0 calc(var(--_space) * 2);
  }
  .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    min-inline-size: 0;
    max-inline-size: 100%;
    margin-block: 0.2em;
    font-weight: 500;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
    border-radius: var(--_radius-small);
  }
  button.title:hover,
  a.title:hover {
    text-decoration: underline;
    text-decoration-color: var(--_border-control);
  }
  .row.is-done .title,
  .row.is-doneLate .title {
    font-weight: 400;
    color: var(--_text-muted);
  }
  .row.is-notDone .title {
    font-weight: 400;
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .carried-from {
    font-size: var(--_meta);
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .carried-from.often {
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
    background: var(--_warning-tint);
    color: var(--_warning);
  }
  .row-meta {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    max-inline-size: 100%;
    margin-inline-start: auto;
    color: var(--_text-muted);
  }
  .quiet-button {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    min-block-size: max(1.857em, 24px);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
    color: var(--_text-muted);
  }
  .quiet-button:not([aria-disabled='true']):hover,
  .quiet-button[aria-expanded='true'] {
    background: var(--_active);
    color: var(--_text);
  }
  .quiet-button[aria-disabled='true'] {
    color: var(--_text-muted);
  }
  .not-done {
    flex: none;
    min-inline-size: max-content;
    border: 1px solid var(--_border-strong);
    min-block-size: max(1.65em, 24px);
    font-size: var(--_meta);
    white-space: nowrap;
  }
  .due-slot {
    flex: none;
    justify-content: flex-end;
    white-space: nowrap;
  }
  span.due-slot,
  span.assignee {
    padding-inline: calc(var(--_space) * 1.5);
  }
  .assignee {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .state {
    white-space: nowrap;
    padding-inline: calc(var(--_space) * 1.5);
  }
  /* What waits is dimmed at its mark alone: offline it waits long, and its words are to be read meanwhile. */
  .row.pending .check {
    opacity: 0.6;
  }
  .row .check {
    transition: opacity 200ms 400ms;
  }
  .row.leaving {
    animation: leave 220ms 2780ms ease-in both;
  }
  .row.arrived {
    animation: arrive 180ms ease-out both;
  }
  @keyframes leave {
    to {
      opacity: 0;
    }
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  .text-edit {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }
  .text-fault:empty {
    display: none;
  }

  /* With room the meta stands in columns, so that dates and names line up over all three lists. */
  @container (min-width: 46em) {
    .row {
      flex-wrap: nowrap;
    }
    .row-meta {
      display: grid;
      grid-template-columns: auto 10.5em 10em 2em;
      flex: none;
    }
    .row-meta > .not-done {
      grid-column: 1;
    }
    .row-meta > .due-slot {
      grid-column: 2;
      justify-self: end;
    }
    .row-meta > .assignee {
      grid-column: 3;
      justify-self: start;
      max-inline-size: 100%;
    }
    .row-meta > .status-button {
      grid-column: 4;
    }
    .base.over .row-meta {
      grid-template-columns: 10.5em 10em 7em;
    }
    .base.over .row-meta > .due-slot {
      grid-column: 1;
    }
    .base.over .row-meta > .assignee {
      grid-column: 2;
    }
    .base.over .row-meta > .state {
      grid-column: 3;
      justify-self: start;
    }
  }
  @container (max-width: 45.99em) {
    .row-meta {
      flex: 1 1 100%;
      flex-wrap: wrap;
      justify-content: flex-start;
      padding-inline-start: calc(max(2em, 24px) + var(--_space) * 1);
      margin-inline-start: 0;
    }
    /* One line, with what is left of the name: no menu on a line of its own. */
    .row-meta:not(:has(> .not-done)) {
      flex-wrap: nowrap;
    }
    .row-meta > .due-slot {
      order: -1;
      margin-inline-start: calc(var(--_space) * -1.5);
    }
    .row-meta > .status-button {
      margin-inline-start: auto;
    }
    .row-meta > .not-done {
      order: 2;
    }
    .row-meta > .assignee {
      flex: 0 1 auto;
      max-inline-size: calc(100% - 11em);
    }
    .row-meta > .not-done ~ .assignee > .name {
      display: none;
    }
    .row-meta > .status-button {
      order: 3;
    }
  }
  /* The menu at the title's end, where it takes none of what little room there is for the date and the rest. */
  @container (max-width: 24em) {
    .row {
      position: relative;
    }
    .row:has(.status-button) > .text {
      padding-inline-end: 2.286em;
    }
    .row-meta > .assignee {
      max-inline-size: 100%;
    }
    .row-meta > .status-button {
      position: absolute;
      inset-block-start: calc(var(--_space) * 0.5);
      inset-inline-end: 0;
    }
  }
  @container (max-width: 16em) {
    .carried-from {
      white-space: normal;
    }
    .row-meta > .due-slot {
      font-size: var(--_meta);
    }
    .row:has(.status-button) > .text {
      padding-inline-end: 0;
    }
    .row-meta:not(:has(> .not-done)) {
      flex-wrap: wrap;
    }
    .row-meta > .assignee > .name {
      display: none;
    }
    .row-meta > .status-button {
      inset-block: auto calc(var(--_space) * 0.5);
    }
  }
  @media (forced-colors: active) {
    .carried-from.often {
      border: 1px solid CanvasText;
    }
  }
  @media (pointer: coarse) {
    .check {
      inline-size: 44px;
      min-block-size: 44px;
    }
    .quiet-button {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row.leaving,
    .row.arrived {
      animation: none;
    }
  }
`;
