// How the rows look: one height, shared column tracks, folding to two lines where the container is narrow.
import { css } from 'lit';

/** The grid: columns, rows, groups. */
export const gridStyles = css`
  .scroller {
    flex: 0 1 auto;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .scroller.inner {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
  }
  .grid {
    --_first: 1;
    --_tracks: var(--_track-select,) 2em minmax(0, 1fr) 9.75em minmax(0, 10em) var(--_track-where,) 6em
      var(--_track-more,);
    position: relative;
  }
  .grid.selects {
    --_track-select: 2em;
    --_first: 2;
  }
  .grid.places {
    --_track-where: minmax(0, 11em);
  }
  .grid.offers {
    --_track-more: 2.286em;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  /* Over rows it needs a ground of its own; before that it lies on the host page's. */
  .head.stuck {
    background: var(--_surface-raised);
  }
  .columns,
  .row {
    display: grid;
    grid-template-columns: var(--_tracks);
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 2);
  }
  .columns {
    block-size: 2.286em;
    border-block: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .columns > .cell {
    font-size: var(--_meta);
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 24px;
    border-radius: var(--_radius-small);
    font-weight: inherit;
  }
  .sort:hover {
    color: var(--_text);
  }
  .sort .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .rows {
    position: relative;
    overflow: clip;
    overflow-clip-margin: 3px;
  }
  .slot {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    contain: layout style;
    scroll-margin-block-start: 2.6em;
  }
  /* A row that is gone to is not left under the bar for the selection. */
  .grid.selecting .slot {
    scroll-margin-block-end: 4em;
  }
  .probe-row,
  .probe-header {
    position: absolute;
    visibility: hidden;
    inline-size: 0;
    block-size: var(--_row-height);
    pointer-events: none;
  }
  .probe-header {
    block-size: var(--_group-height);
  }
  .find {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .find > div {
    position: absolute;
    inset-inline: 4em 0;
    inset-block-start: 0;
    content-visibility: auto;
    overflow: hidden;
    white-space: pre;
    line-height: var(--_row-px);
    color: transparent;
    user-select: none;
  }
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
  .row .box {
    opacity: 0;
  }
  .row:hover .box,
  .row:focus-within .box,
  .row.selected .box,
  .grid.selecting .box {
    opacity: 1;
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
  .title-input {
    inline-size: 100%;
    block-size: calc(100% - 6px);
    min-inline-size: 0;
    padding: 0 calc(var(--_space) * 1.5);
    margin-inline-start: calc(var(--_space) * -1.5 - 1px);
    border: 1px solid var(--_focus-ring);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    font-weight: 500;
  }
  .title-input[aria-invalid] {
    border-color: var(--_danger);
  }
  .fault {
    flex: 0 1 auto;
    min-inline-size: 4em;
    max-inline-size: 50%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--_meta);
    color: var(--_danger);
  }
  .row.pending .text {
    animation: waiting 1.6s 400ms ease-in-out infinite;
  }
  @keyframes waiting {
    50% {
      opacity: 0.55;
    }
  }
  .retry {
    flex: none;
    min-block-size: 24px;
    color: var(--_danger);
    font-size: var(--_meta);
  }
  .retry-word {
    text-decoration: underline;
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
  .cell.status {
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
  .due {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
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
    color: var(--_text-muted);
    opacity: 0;
    white-space: nowrap;
  }
  .row:hover .none,
  .row:focus-within .none {
    opacity: 1;
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
    color: var(--_text-muted);
    opacity: 0;
  }
  .more-button .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .more-button:hover,
  .more-button[aria-expanded='true'] {
    background: var(--_active);
    color: var(--_text);
  }
  .row:hover .more-button,
  .row:focus-within .more-button,
  .more-button[aria-expanded='true'] {
    opacity: 1;
  }
  .row.leaving {
    opacity: 0;
    transition: opacity 150ms;
  }

  /* Groups. */
  .group {
    display: flex;
    align-items: end;
    block-size: var(--_header-px, var(--_group-height));
    border-block-end: 1px solid var(--_border);
  }
  .group-cell {
    min-inline-size: 0;
    inline-size: 100%;
  }
  .group-button {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    inline-size: 100%;
    min-block-size: 2.286em;
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
    border-radius: var(--_radius-small);
  }
  .group-button .icon {
    color: var(--_text-muted);
    transition: rotate var(--_motion);
  }
  .group-button[aria-expanded='false'] .icon {
    rotate: -90deg;
  }
  .group-button .count {
    font-weight: 400;
    color: var(--_text-muted);
  }
`;

/** Folding, touch, colours forced by the system, and paper. */
export const gridAdaptStyles = css`
  @container (inline-size < 960px) {
    .grid.places {
      --_track-where: minmax(0, 9em);
    }
    .grid {
      --_tracks: var(--_track-select,) 2em minmax(0, 1fr) 8em minmax(0, 8.5em) var(--_track-where,) 6em
        var(--_track-more,);
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
      grid-template-columns: var(--_track-select,) 2em max-content fit-content(9em) minmax(0, 1fr) auto var(
          --_track-more,
        );
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
    .title-input {
      block-size: 100%;
    }
    .avatar {
      font-size: 0.85em;
    }
  }
  @container (inline-size < 480px) {
    /* Where there is no room for two boxes, the one that selects comes with the first selection (menu, or X). */
    .grid.selects:not(.selecting) {
      --_track-select: ;
      --_first: 1;
    }
    .grid.selects:not(.selecting) .cell.select {
      display: none;
    }
    /* The date says in words what the status would. */
    .cell.status:has(.word:is(.todo, .overdue, .done, .doneLate)) {
      display: none;
    }
  }
  @container (inline-size < 300px) {
    .cell.assignee .ellipsis,
    .cell.where {
      display: none;
    }
    .retry-word {
      display: none;
    }
  }
  @media (hover: none), (pointer: coarse) {
    .row .box,
    .more-button,
    .none {
      opacity: 1;
    }
  }
  @media (pointer: coarse) {
    .base {
      --_row-height: max(2.857em, 44px);
    }
    .box,
    .mark,
    .more-button {
      min-inline-size: 40px;
      min-block-size: 40px;
    }
    .cell.select,
    .cell.done,
    .cell.more {
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row.pending .text,
    .progress::before,
    .skeletons {
      animation: none;
    }
    .progress::before {
      inline-size: 100%;
    }
    .row.leaving {
      transition: none;
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
  @media print {
    .scroller {
      overflow: visible !important;
    }
    .rows {
      block-size: auto !important;
      overflow: visible;
    }
    .slot {
      position: static;
      transform: none !important;
      break-inside: avoid;
    }
    .find,
    .cell.more,
    .cell.select {
      display: none;
    }
    .grid {
      --_track-select: ;
      --_track-more: ;
    }
    .row {
      block-size: auto;
      min-block-size: var(--_row-height);
    }
    .text {
      white-space: normal;
    }
    .field {
      display: flex !important;
    }
  }
`;
