// How the grid is laid out: column tracks that headers and rows share, and the window its rows move in.
import { css } from 'lit';

/** The grid, its headers, and what holds the rows. */
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
  /* The track of each column; --_tracks names those shown, in their order. */
  .grid {
    --_first: 1;
    --_select: 2em;
    --_done: 2em;
    --_title: minmax(14em, 1fr);
    --_due: max(9.75em, var(--_due-text, 0px) + 1.25em);
    --_assignee: minmax(0, 10em);
    --_where: minmax(0, 11em);
    --_status: 6em;
    --_updated: 6.5em;
    --_more: 2.286em;
    position: relative;
  }
  .grid.selects {
    --_first: 2;
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
`;
