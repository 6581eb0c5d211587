// How the counts look: five quiet fields in a row, the pressed one in the accent colour.
import { css } from 'lit';

/** The tiles, and the room that is kept for them. */
export const tileStyles = css`
  .tiles-room {
    min-block-size: 5.1em;
  }
  .tiles {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(8.6em, 1fr);
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 3);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scrollbar-width: none;
  }
  .tile {
    display: flex;
    flex-direction: column;
    gap: 0.1em;
    min-inline-size: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: start;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  /* Inside: what scrolls would cut it. */
  .tile:focus-visible {
    outline-offset: -2px;
  }
  .tile:hover {
    background: var(--_hover);
  }
  .tile:active {
    background: var(--_active);
  }
  .tile[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_selected);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .tile-name {
    display: flex;
    align-items: center;
    gap: 0.35em;
    font-size: var(--_meta);
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .tile[aria-pressed='true'] .tile-name {
    color: var(--_text);
  }
  .tile-name .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .tile-count {
    font-size: 1.429em;
    line-height: 1.3;
    font-weight: 500;
    letter-spacing: -0.01em;
  }
  .tile.raised .tile-count,
  .tile.raised .tile-name .icon {
    color: var(--_danger);
  }
  .grid {
    --_due: max(10.75em, calc(var(--_due-text, 0px) + 1.5em));
    --_assignee: minmax(0, 11.5em);
  }
  @container (inline-size < 68.5em) {
    .grid {
      --_due: max(9.5em, calc(var(--_due-text, 0px) + 1.5em));
      --_assignee: minmax(0, 10em);
    }
  }
  @container (inline-size < 34.5em) {
    .tiles {
      /* The third one is cut, so that one sees that there is more. */
      grid-auto-columns: 9.6em;
    }
  }
  @media (forced-colors: active) {
    .tile[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .tiles {
      overflow: visible;
    }
    .tile[aria-pressed='true'] {
      box-shadow: none;
    }
  }
`;
