// How an item looks: its dot on the line that runs through all of them, its title, its facts below, and what is next at the
// end. Where it is narrow, what is next goes below, as wide as there is room.
import { css } from 'lit';

export const timelineItemStyles = css`
  .items {
    --_line: max(2em, 24px);
    --_top: calc(var(--_space) * 2 + (var(--_line) - var(--_dot)) / 2);
  }
  .item {
    position: relative;
    display: grid;
    grid-template-columns: var(--_dot) minmax(0, 1fr);
    column-gap: var(--_gap);
    padding-block: calc(var(--_space) * 2);
  }
  /* The line goes on from dot to dot, so that nothing has to hide it behind them. */
  .item::before,
  .today > time::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_top) + var(--_dot)) calc(var(--_top) * -1);
    inset-inline-start: calc(var(--_dot) * 0.5 - 1px);
    inline-size: 2px;
    background: var(--_border);
  }
  .today > time::before {
    inset-block-start: calc(50% + 8px);
    /* Its em is that of smaller words. */
    inset-inline-start: calc(var(--_dot) * 0.583 - 1px);
  }
  .item:last-child::before,
  .today:last-child > time::before {
    display: none;
  }
  .group.undated .item::before {
    background: repeating-linear-gradient(to bottom, var(--_border-strong) 0 3px, transparent 3px 7px);
  }
  .dot {
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: var(--_dot);
    block-size: var(--_dot);
    margin-block-start: calc((var(--_line) - var(--_dot)) / 2);
  }
  .item-body {
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  .item-head {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }
  .item-heading {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .item-title {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: max(2em, 24px);
    padding: calc((max(2em, 24px) - 1.45em) / 2) calc(var(--_space) * 1.5);
    margin-inline-start: calc(var(--_space) * -1.5);
    border-radius: var(--_radius-small);
    font-weight: 500;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .item-title:hover {
    background: var(--_hover);
  }
  .item.completed .item-title {
    color: var(--_text-muted);
  }
  .item-end {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    flex: none;
  }
  a.item-act {
    text-decoration: none;
    color: var(--_text);
  }
  .item-facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 3);
    min-inline-size: 0;
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .item-kind,
  .fact-of {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  /* Its dot stands beside it on the line. */
  .item > .item-body .item-state > .item-mark {
    display: none;
  }
  .item-state {
    font-weight: 500;
  }
  .item-facts time {
    white-space: nowrap;
  }
  .item-facts a {
    display: inline-block;
    padding-block: 0.35em;
    margin-block: -0.35em;
  }
  .fact-of.long time {
    white-space: normal;
  }
  .fact-of.past {
    color: var(--_danger);
    font-weight: 500;
  }
  .fact-of.soon {
    color: var(--_warning);
    font-weight: 500;
  }
  .item.locked .item-facts {
    min-block-size: max(2.333em, 24px);
  }
  .item.pending .dot {
    opacity: 0.6;
  }
  .item.movable .item-head {
    cursor: grab;
  }
  .dragging,
  .dragging * {
    cursor: grabbing !important;
    user-select: none;
  }
  .item.dragged {
    opacity: 0.5;
  }
  .item-grip {
    cursor: grab;
  }
  .item-grip[aria-pressed='true'] {
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  @media (hover: hover) and (pointer: fine) {
    .item:not(:hover, :focus-within) .item-grip {
      opacity: 0;
    }
  }
  .item.drop-before::after,
  .item.drop-after::after {
    content: '';
    position: absolute;
    inset-block-start: -1px;
    inset-inline: calc(var(--_dot) + var(--_gap)) 0;
    block-size: 2px;
    background: var(--_accent);
  }
  .item.drop-after::after {
    inset-block: auto -1px;
  }
  @container (max-width: 30em) {
    .item-body {
      grid-template-columns: minmax(0, 1fr) auto auto;
      column-gap: calc(var(--_space) * 1);
      align-items: start;
    }
    .item-head,
    .item-end {
      display: contents;
    }
    .item-body > .item-facts {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .item-act {
      grid-row: 3;
      grid-column: 1 / -1;
      margin-block-start: calc(var(--_space) * 1.5);
    }
  }
  @media (pointer: coarse) {
    .item-title {
      min-block-size: 44px;
      padding-block: calc((44px - 1.45em) / 2);
    }
    .items {
      --_line: 44px;
    }
    .item-facts a {
      padding-block: 0.8em;
      margin-block: -0.8em;
    }
  }
  @media (forced-colors: active) {
    .item::before,
    .today > time::before {
      background: CanvasText;
    }
    .group.undated .item::before {
      background: none;
      border-inline-start: 2px dashed CanvasText;
    }
    .item.drop-before::after,
    .item.drop-after::after {
      background: Highlight;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
    .item-title {
      padding-inline: 0;
      margin: 0;
    }
    .item.completed .item-title {
      color: inherit;
    }
  }
`;
