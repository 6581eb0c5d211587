// How the grid folds where its container is narrow: to two lines a row, then without what the title can do without.
import { css } from 'lit';

/** The breakpoints of the container. */
export const foldStyles = css`
  @container (inline-size < 960px) {
    .grid {
      --_due: max(8em, var(--_due-px, 0px));
      --_assignee: minmax(0, 8.5em);
      --_where: minmax(0, 9em);
    }
  }
  @container (inline-size < 720px) {
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
    .cell.updated {
      display: none;
    }
    .field {
      min-block-size: 24px;
    }
    .avatar {
      font-size: 0.85em;
    }
  }
  @container (inline-size < 480px) {
    /* Where there is no room for two boxes, the one that selects comes with the first selection (menu, or X). */
    .grid.selects:not(.selecting) {
      --_select: ;
      --_first: 1;
    }
    /* The box and not its cell: a rule on cells would have the first selection style every cell anew. */
    .grid.selects:not(.selecting) .box {
      display: none;
    }
    /* The date says in words what the status would. */
    .cell.status:has(.word:is(.todo, .overdue, .done, .doneLate)) {
      display: none;
    }
  }
  @container (inline-size < 300px) {
    .cell.assignee .ellipsis {
      display: none;
    }
  }
`;
