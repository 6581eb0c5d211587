// How the grid folds where its container is narrow: to two lines a row, then without what the title can do without, then to
// three. Breakpoints are in em of the list, as its columns are: what is set larger folds sooner, however it came to be so.
import { css } from 'lit';

/** The breakpoints of the container. */
export const foldStyles = css`
  @container (inline-size < 68.5em) {
    .grid {
      --_due: max(8em, var(--_due-text, 0px) + 1.25em);
      --_assignee: minmax(0, 8.5em);
      --_where: minmax(0, 9em);
    }
  }
  @container (inline-size < 58em) {
    .grid {
      --_updated: ;
    }
    .cell.updated {
      display: none;
    }
  }
  @container (inline-size < 51.5em) {
    .scroller {
      --_row-height: 4em;
    }
    .base.compact .scroller {
      --_row-height: 3.692em;
    }
    .head {
      display: none;
    }
    .rows {
      border-block-start: 1px solid var(--_border);
    }
    .row {
      grid-template-columns: var(--_select,) 2em max-content fit-content(9em) minmax(0, 1fr) auto var(--_more,);
      column-gap: calc(var(--_space) * 2.5);
      grid-template-rows: 1.786em 1.643em;
      align-content: center;
      row-gap: 0;
    }
    .cell.select {
      grid-area: 1 / 1 / span 2;
    }
    .cell.done {
      grid-area: 1 / var(--_first);
    }
    .cell.title {
      grid-area: 1 / calc(var(--_first) + 1) / auto / span 4;
      block-size: auto;
    }
    .cell.due,
    .cell.assignee,
    .cell.where,
    .cell.status {
      font-size: var(--_meta);
      grid-row: 2;
    }
    .cell.due {
      grid-column: calc(var(--_first) + 1);
    }
    .cell.assignee {
      grid-column: calc(var(--_first) + 2);
    }
    .cell.where {
      grid-column: calc(var(--_first) + 3);
    }
    .cell.status {
      grid-column: calc(var(--_first) + 4);
    }
    .cell.more {
      grid-area: 1 / calc(var(--_first) + 5);
    }
    .field {
      min-block-size: 24px;
    }
    .avatar {
      font-size: 0.85em;
    }
  }
  @container (inline-size < 34.5em) {
    /* Where there is no room for two boxes, the one that selects comes with the first selection (menu, or X). */
    .grid.selects:not(.selecting) {
      --_select: ;
      --_first: 1;
    }
    /* The box and not its cell: a rule on cells would have the first selection style every cell anew. */
    .grid.selects:not(.selecting) .box {
      display: none;
    }
    /* The date says in words what the status would; its room, and that below the menu, is the place's. */
    .row:where(.todo, .overdue, .done, .doneLate) .cell.status {
      display: none;
    }
    .row:where(.todo, .overdue, .done, .doneLate) .cell.where,
    .cell.status {
      grid-column-end: -1;
    }
  }
  @container (inline-size < 26em) {
    .cell.assignee .ellipsis {
      display: none;
    }
  }
  /* Three lines: whose it is and where below the date; the box that selects below the mark, which stays in its place. */
  @container (inline-size < 20em) {
    .scroller {
      --_row-height: 5.643em;
    }
    .base.compact .scroller {
      --_row-height: 5.462em;
    }
    .grid,
    .grid.selects {
      --_select: ;
      --_first: 1;
    }
    .row {
      grid-template-columns: 2em auto minmax(0, 1fr) var(--_more,);
      grid-template-rows: 1.786em 1.643em 1.643em;
      column-gap: calc(var(--_space) * 2);
      padding-inline: 0 calc(var(--_space) * 1.5);
    }
    .cell.select {
      grid-area: 2 / 1 / span 2;
    }
    .cell.title {
      grid-column-end: span 2;
    }
    .cell.due {
      grid-column: 2 / -1;
    }
    .cell.status {
      grid-column: 3 / -1;
      justify-self: end;
    }
    .cell.assignee {
      grid-area: 3 / 2;
    }
    .row .cell.where {
      grid-area: 3 / 3 / auto / -1;
    }
    .cell.more {
      grid-area: 1 / 4;
    }
  }
  @container (inline-size < 15.25em) {
    .cell.title {
      grid-column-end: -1;
    }
    .row .cell.where {
      grid-column-end: auto;
    }
    .cell.more {
      grid-row: 3;
    }
    /* Beside the longest dates there is room for its mark alone. */
    .cell.status {
      display: none;
    }
  }
`;
