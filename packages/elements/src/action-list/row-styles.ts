// How a row looks: one height, a title that leads, and quiet meta that is a button only when somebody comes near.
import { css } from 'lit';

/** A row with all its cells. */
export const rowStyles = css`
  .row {
    block-size: var(--_row-px, var(--_row-height));
    border-block-end: 1px solid var(--_border);
    transition: background-color var(--_motion);
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
    /* However round the host page is, a box is no circle. */
    border-radius: min(var(--_radius-small), 0.3em);
  }
  /* Unseen by colour, not by opacity: an element with an opacity is a layer of its own to the painter. */
  .row:not(:hover, :focus-within) .box[aria-checked='false']::before {
    border-color: transparent;
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
`;
