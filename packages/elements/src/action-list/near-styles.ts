// How a row looks while somebody does something with it: near it, selected, waiting to be saved, on its way out. It
// comes with what acts on rows.
import { css } from 'lit';

/** What a row at rest does not show. */
export const nearStyles = css`
  .row:hover {
    background: var(--_hover);
    transition-duration: 0ms;
  }
  .row.selected {
    background: var(--_selected);
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
  /* What waits is dimmed at its mark alone: offline it waits long, and its words are to be read meanwhile. */
  .row.pending .mark,
  .row.pending .state::before {
    opacity: 0.6;
    transition: opacity 200ms 400ms;
  }
  .field:hover,
  .field[aria-expanded='true'] {
    background: var(--_active);
  }
  .cell.where a:hover {
    color: var(--_text);
    text-decoration: underline;
  }
  .row:hover .none,
  .row:focus-within .none {
    color: var(--_text-muted);
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
  .sort:hover {
    color: var(--_text);
  }
  /* A row that is gone to is not left under the bar for the selection. */
  .grid.selecting .slot {
    scroll-margin-block-end: 4em;
  }
  @media (prefers-reduced-motion: reduce) {
    .row.pending .mark,
    .row.pending .state::before {
      transition: none;
    }
    .row.leaving {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .box[aria-checked='true']::before,
    .box[aria-checked='mixed']::before {
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }
    .row:hover {
      outline: 1px dashed Highlight;
      outline-offset: -1px;
    }
  }
`;
