// How a row looks: one height, a title that leads, and quiet meta that is a button only when somebody comes near.
import { css } from 'lit';

/** A row with all its cells. */
export const rowStyles = css`
  .row {
    block-size: var(--_row-px, var(--_row-height));
    border-block-end: 1px solid var(--_border);
    transition: background-color var(--_motion);
  }
  .row:hover {
    background: var(--_hover);
    transition-duration: 0ms;
  }
  .row.selected {
    background: var(--_selected);
  }
  .cell {
    min-inline-size: 0;
    display: flex;
    align-items: center;
    border-radius: var(--_radius-small);
  }
  .cell:focus-visible,
  .row :focus-visible,
  .columns :focus-visible {
    outline-offset: -1px;
  }
  .cell.done,
  .cell.select {
    justify-content: center;
  }

  /* The boxes: 24 px to press, less to see. */
  .box,
  .mark {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 1.714em;
    block-size: 1.714em;
    min-inline-size: 24px;
    min-block-size: 24px;
    border-radius: var(--_radius-small);
  }
  .box::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 1.5px solid var(--_border-control);
    border-radius: var(--_radius-small);
  }
  .box[aria-checked='true']::before,
  .box[aria-checked='mixed']::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .box[aria-checked='true']::after {
    content: '';
    position: absolute;
    inline-size: 0.3em;
    block-size: 0.56em;
    border: solid var(--_on-accent);
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -0.06em;
  }
  .box[aria-checked='mixed']::after {
    content: '';
    position: absolute;
    inline-size: 0.5em;
    border-block-start: 1.5px solid var(--_on-accent);
  }
  /* Unseen by colour, not by opacity: an element with an opacity is a layer of its own to the painter. */
  .row:not(:hover, :focus-within) .box[aria-checked='false']::before {
    border-color: transparent;
  }
  .grid.selecting .row .box::before {
    border-color: var(--_border-control);
  }
  .grid.selecting .row .box[aria-checked='true']::before {
    border-color: var(--_accent);
  }
  button.mark:hover .status-icon.todo,
  button.mark:hover .status-icon.overdue {
    color: var(--_success);
  }
  button.mark:hover {
    background: var(--_hover);
  }

  /* Title. */
  .cell.title {
    gap: calc(var(--_space) * 2);
    block-size: 100%;
  }
  .text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
    padding-block: 0.2em;
  }
  .row.editable .text {
    cursor: text;
  }
  .row.done .text,
  .row.doneLate .text {
    font-weight: 400;
    color: var(--_text-muted);
  }
  .row.notDone .text,
  .row.cancelled .text {
    font-weight: 400;
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .row.pending .text {
    animation: waiting 1.6s 400ms ease-in-out infinite;
  }
  @keyframes waiting {
    50% {
      opacity: 0.55;
    }
  }

  /* Meta: quiet, and a button only when somebody comes near. */
  .field {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: calc(100% + var(--_space) * 3);
    min-inline-size: 0;
    min-block-size: 1.857em;
    padding-inline: calc(var(--_space) * 1.5);
    margin-inline: calc(var(--_space) * -1.5);
    border-radius: var(--_radius-small);
  }
  .field:hover,
  .field[aria-expanded='true'] {
    background: var(--_active);
  }
  .cell.due,
  .cell.assignee,
  .cell.where,
  .cell.status,
  .cell.updated {
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
  }
  .cell.where a {
    color: inherit;
    text-decoration: none;
  }
  .cell.where a:hover {
    color: var(--_text);
    text-decoration: underline;
  }
  .due,
  .when {
    white-space: nowrap;
  }
  .due.overdue,
  .word.overdue {
    color: var(--_danger);
  }
  .due.today {
    color: var(--_text);
    font-weight: 500;
  }
  .none {
    color: transparent;
    white-space: nowrap;
  }
  .row:hover .none,
  .row:focus-within .none {
    color: var(--_text-muted);
  }
  .word {
    white-space: nowrap;
  }
  .more-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 2em;
    block-size: 2em;
    min-inline-size: 24px;
    min-block-size: 24px;
    border-radius: var(--_radius-small);
    color: transparent;
  }
  .row:hover .more-button,
  .row:focus-within .more-button {
    color: var(--_text-muted);
  }
  .row .more-button:hover,
  .row .more-button[aria-expanded='true'] {
    background: var(--_active);
    color: var(--_text);
  }
  /* Seen as it is now until it goes, so that one sees what became of it. */
  .row.leaving {
    animation: leave 200ms 2800ms ease-in both;
  }
  @keyframes leave {
    to {
      opacity: 0;
    }
  }
`;
