// How a timeline is laid out: what stands over and under it, the first column that stays, the axis that stays, its rows. Time
// runs from where the text begins; --day is the width of a day, and --from and --days are counted in days.
import { css } from 'lit';

export const timelineStyles = css`
  .tl {
    --tl-ground: var(--_surface-raised);
    --tl-off: color-mix(in oklch, var(--_text) 4%, transparent);
    --tl-hair: color-mix(in oklab, var(--_border) 70%, transparent);
    --tl-small: max(0.857em, 11px);
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .tl-frame {
    position: relative;
    min-inline-size: 0;
  }
  /* What scrolls has square corners: to cut round ones out of it costs more of each frame than all else. The border lies
     over it. */
  .tl-frame::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 1;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    pointer-events: none;
  }
  .tl-scroller {
    position: relative;
    isolation: isolate;
    max-block-size: min(46em, 78vh);
    overflow: auto;
    overscroll-behavior-inline: contain;
    /* What stands over the rows, and beside time. */
    scroll-padding-block-start: var(--tl-head);
    scroll-padding-inline-start: var(--tl-side);
    border: 1px solid transparent;
    background: var(--tl-ground);
  }
  .tl-grid {
    position: relative;
    inline-size: calc(var(--tl-side) + var(--tl-time));
    min-inline-size: 100%;
  }
  .tl-grid.dragging {
    user-select: none;
    cursor: grabbing;
  }
  .tl-side {
    position: sticky;
    inset-inline-start: 0;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    flex: none;
    inline-size: var(--tl-side);
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 2);
    background: var(--tl-ground);
    border-inline-end: 1px solid var(--_border);
  }
  .tl-head .tl-side {
    align-items: end;
    padding-block-end: calc(var(--_space) * 1.5);
  }
  .tl-title {
    display: flex;
    align-items: center;
    gap: var(--_space);
    flex: 1;
    min-inline-size: 0;
  }
  .tl-who {
    display: flex;
    flex: none;
  }
  .tl-axis,
  .tl-track {
    position: relative;
    display: flex;
    flex: none;
    inline-size: var(--tl-time);
  }
  .tl-rows {
    position: relative;
  }
  .tl-row {
    position: absolute;
    inset-inline-start: 0;
    display: flex;
    block-size: var(--tl-row);
  }
  .tl-row.section:not(:nth-child(2)) {
    border-block-start: 1px solid var(--tl-hair);
  }
  .tl-row.section .tl-title {
    font-weight: 500;
    cursor: pointer;
  }
  .tl-row.action .tl-side {
    padding-inline-start: calc(var(--_space) * 3 + 1.3em);
    cursor: pointer;
  }
  .tl-row.section .tl-side {
    padding-inline-start: calc(var(--_space) * 2);
  }
  .tl-row.critical .tl-title {
    font-weight: 600;
  }
  .tl-row.cancelled .tl-title,
  .tl-row.cancelled .tl-name {
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .tl-row.done .tl-title,
  .tl-row.doneLate .tl-title {
    color: var(--_text-muted);
  }
  .tl-row.pending .tl-bar {
    opacity: 0.6;
  }
  .tl-row.pointed .tl-side,
  .tl-row.linked .tl-side {
    background: color-mix(in oklab, var(--_text) 4.5%, var(--tl-ground));
  }
  .tl-row:focus-visible {
    outline: none;
  }
  .tl-row:focus-visible .tl-side {
    outline: 2px solid var(--_focus-ring);
    outline-offset: -2px;
  }
  .tl-fold {
    display: inline-flex;
    color: var(--_text-muted);
  }
  .tl-fold .icon {
    transition: rotate var(--_motion);
  }
  .tl-row.folded .tl-fold .icon {
    rotate: -90deg;
  }
  .tl-row.folded .tl-fold:dir(rtl) .icon {
    rotate: 90deg;
  }
  .tl-count {
    font-size: var(--tl-small);
    font-weight: 400;
    color: var(--_text-muted);
  }
  .tl-stays {
    position: sticky;
    inset-inline-start: var(--tl-side);
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    block-size: 100%;
    max-inline-size: var(--tl-room);
    padding-inline: calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: var(--tl-small);
    cursor: pointer;
  }
  .tl-stays.broken {
    color: var(--_warning);
  }
  .tl-where::before {
    content: '·';
    padding-inline-end: calc(var(--_space) * 1.5);
  }
  @media (prefers-contrast: more) {
    .tl {
      --tl-off: color-mix(in oklch, var(--_text) 12%, transparent);
      --tl-hair: var(--_border-control);
    }
  }
  @media print {
    .tl {
      display: none !important;
    }
  }
`;
