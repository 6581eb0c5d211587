// How the list of engagements looks: the tracks that headers and rows share, and how it folds into cards where its
// container is narrow. What it shares with the list of actions is theirs.
import { css } from 'lit';
import { adaptStyles } from '../action-list/adapt-styles.ts';
import { frameStyles } from '../action-list/frame-styles.ts';
import { gridStyles } from '../action-list/grid-styles.ts';
import { nearStyles } from '../action-list/near-styles.ts';
import { rowStyles } from '../action-list/row-styles.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { progressRingStyles } from '../parts/progress-ring.ts';

const ownStyles = css`
  .top {
    min-block-size: calc(var(--_control) + var(--_space) * 2);
  }
  .heading {
    margin-inline-end: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin-inline-start: auto;
  }
  .grid {
    --_title: minmax(9em, 1fr);
    --_coachees: minmax(0, 12em);
    --_coach: minmax(0, 10em);
    --_status: 5em;
    --_shared: 7em;
    --_dates: 12em;
    --_progress: 4.5em;
    --_updated: 5.5em;
  }
  button.text {
    text-align: start;
  }
  a.text {
    color: inherit;
    text-decoration: none;
  }
  .text {
    border-radius: var(--_radius-small);
  }
  .row:hover .text:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
  }
  .row:not(.rest) {
    cursor: pointer;
  }
  .cell.coachees,
  .cell.coach,
  .cell.shared,
  .cell.dates,
  .cell.so-far {
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
  }
  .row .cell.coachees {
    color: var(--_text);
  }
  .row.draft .cell.coachees {
    color: var(--_text-muted);
  }
  .row .none {
    color: var(--_text-muted);
  }
  .when,
  .not-shared,
  .none,
  .state {
    white-space: nowrap;
  }
  .state,
  .shared-badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    white-space: nowrap;
  }
  .shared-badge {
    color: var(--_text);
  }
  .shared-badge .icon {
    inline-size: 1em;
    block-size: 1em;
    color: var(--_accent);
  }
  /* A dashed ring is a draft, a full dot is active: told apart without colour. */
  .state::before {
    content: '';
    inline-size: 0.64em;
    block-size: 0.64em;
    border: 1.5px dashed var(--_border-control);
    border-radius: 50%;
    flex: none;
  }
  .state.active {
    color: var(--_text);
  }
  .state.active::before {
    border: 0;
    background: var(--_success);
  }
  .row.rest {
    display: flex;
  }
  .rest-cell {
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    color: var(--_text-muted);
  }
  .rest-cell .line {
    inline-size: 30%;
  }
  .printed {
    padding-block: calc(var(--_space) * 2);
  }
  .skeleton-row .meta-line + .meta-line {
    margin-inline-start: 0;
  }
  @media (forced-colors: active) {
    .state::before {
      border-color: CanvasText;
    }
    .state.active::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

/** In em of the list: what is set larger folds sooner. */
const foldStyles = css`
  @container (inline-size < 82em) {
    .grid {
      --_updated: ;
      --_coachees: minmax(0, 10em);
      --_coach: minmax(0, 8.5em);
    }
    .cell.updated {
      display: none;
    }
  }
  /* Cards: the title with how it stands, below it whose it is, when it runs and how far it has come. */
  @container (inline-size < 61.5em) {
    .scroller {
      --_row-height: 4.429em;
    }
    .base.compact .scroller {
      --_row-height: 4em;
    }
    .head {
      display: none;
    }
    .grid:not(.selects) {
      --_select: ;
    }
    .rows {
      border-block-start: 1px solid var(--_border);
    }
    .row:not(.rest) {
      grid-template-columns: var(--_select,) fit-content(45%) minmax(0, 1fr) 10em 5.5em;
      grid-template-rows: 1.857em 1.643em;
      column-gap: calc(var(--_space) * 3);
      align-content: center;
    }
    .cell.select {
      grid-area: 1 / 1 / span 2;
    }
    .cell.title {
      grid-area: 1 / var(--_first) / auto / span 2;
      block-size: auto;
    }
    .cell.status {
      grid-area: 1 / calc(var(--_first) + 2);
      justify-content: end;
    }
    .cell.shared {
      grid-area: 1 / calc(var(--_first) + 3);
      justify-content: end;
    }
    .cell.coachees,
    .cell.coach,
    .cell.dates,
    .cell.so-far {
      font-size: var(--_meta);
      grid-row: 2;
    }
    .cell.coachees {
      grid-column: var(--_first);
    }
    .cell.coach {
      grid-column: calc(var(--_first) + 1);
    }
    .cell.dates {
      grid-column: calc(var(--_first) + 2);
      justify-content: end;
    }
    .cell.so-far {
      grid-column: calc(var(--_first) + 3);
      justify-content: end;
    }
    .avatar {
      font-size: 0.85em;
    }
    .not-shared {
      display: none;
    }
  }
  @container (inline-size < 40em) {
    .scroller {
      --_row-height: 6em;
    }
    .base.compact .scroller {
      --_row-height: 5.385em;
    }
    .row:not(.rest) {
      grid-template-columns: var(--_select,) fit-content(50%) minmax(0, 1fr) max-content;
      grid-template-rows: 1.857em 1.643em 1.643em;
    }
    .cell.select {
      grid-area: 1 / 1 / span 3;
    }
    .cell.title {
      grid-area: 1 / var(--_first) / auto / span 2;
    }
    .cell.coachees {
      grid-area: 2 / var(--_first);
    }
    .cell.coach {
      grid-area: 2 / calc(var(--_first) + 1);
    }
    .cell.shared {
      grid-area: 2 / calc(var(--_first) + 2);
      font-size: var(--_meta);
    }
    .cell.dates {
      grid-area: 3 / var(--_first) / auto / span 2;
      justify-content: start;
    }
    .cell.so-far {
      grid-area: 3 / calc(var(--_first) + 2);
    }
    /* There is no room for a box on every card: it comes with "Bulk Action". */
    .grid.selects:not(.selecting) {
      --_select: ;
      --_first: 1;
    }
    .grid.selects:not(.selecting) .box {
      display: none;
    }
    .action-word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (inline-size < 24.5em) {
    .cell.coach .avatar {
      display: none;
    }
  }
  /* A line for each: nothing is beside the title, nor beside the dates. */
  @container (inline-size < 15.25em) {
    .scroller {
      --_row-height: 9.286em;
    }
    .base.compact .scroller {
      --_row-height: 9em;
    }
    .row:not(.rest) {
      grid-template-columns: var(--_select,) fit-content(60%) minmax(0, 1fr) max-content;
      grid-template-rows: 1.857em repeat(4, 1.643em);
    }
    .cell.select {
      grid-row-end: span 5;
    }
    .cell.title {
      grid-column-end: -1;
    }
    .cell.status {
      grid-area: 2 / var(--_first);
      justify-content: start;
      font-size: var(--_meta);
    }
    .cell.coachees {
      grid-row: 3;
    }
    .cell.coach {
      grid-area: 3 / calc(var(--_first) + 1) / auto / -1;
    }
    .cell.dates {
      grid-area: 4 / var(--_first) / auto / -1;
    }
    .cell.so-far {
      grid-area: 5 / var(--_first);
      justify-content: start;
    }
  }
`;

/** All of it. */
export const listStyles = [
  frameStyles,
  avatarStyles,
  progressRingStyles,
  gridStyles,
  rowStyles,
  nearStyles,
  ownStyles,
  foldStyles,
  adaptStyles,
];
