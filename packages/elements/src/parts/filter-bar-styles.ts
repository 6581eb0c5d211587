// How the filter bar looks: one quiet line; where chips for all facets have no room in it, they have a line of their own; in
// narrow containers they wait behind "Filters". How many lines it takes hangs on its width alone and not on its words: over
// rows that are there already its room is kept (action-list/frame-styles.ts).
import { css } from 'lit';

export const filterBarStyles = css`
  .filter-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_row);
  }
  .filter-search {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    flex: 0 1 13em;
    min-inline-size: 6em;
    min-block-size: var(--_line, var(--_control));
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    color: var(--_text-muted);
  }
  .filter-search:focus-within {
    border-color: var(--_focus-ring);
    outline: 1px solid var(--_focus-ring);
  }
  .filter-query {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    appearance: none;
  }
  .filter-query:focus {
    outline: none;
  }
  .filter-query::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .filter-query::-webkit-search-cancel-button {
    display: none;
  }
  .filter-chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
  }
  .filter-chip {
    display: inline-flex;
    min-inline-size: 0;
    max-inline-size: 100%;
    border: 1px solid var(--_border-control);
    border-radius: 1.2em;
    font-size: var(--_meta);
    line-height: 1.3;
  }
  .filter-value {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    max-inline-size: 22em;
    min-block-size: max(2em, 24px);
    padding-inline: calc(var(--_space) * 2.25) calc(var(--_space) * 1.5);
    border-radius: inherit;
    color: var(--_text-muted);
  }
  .filter-words {
    display: inline-flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    white-space: nowrap;
  }
  /* What it is set to gives way first. */
  .filter-name {
    flex: 0 0.01 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .filter-value .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .filter-chip.on .filter-value {
    color: var(--_text);
  }
  .filter-chip.on .filter-name::after {
    content: ':';
  }
  .filter-chip.on .filter-value .ellipsis {
    font-weight: 500;
  }
  .filter-chip.on .filter-value .icon {
    display: none;
  }
  .filter-value:hover,
  .filter-value[aria-expanded='true'],
  .filter-remove:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .filter-remove {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 24px;
    border-radius: inherit;
    color: var(--_text-muted);
  }
  .filter-remove .icon {
    inline-size: 0.95em;
    block-size: 0.95em;
  }
  .filter-clear {
    min-block-size: max(1.75em, 24px);
    font-size: var(--_meta);
  }
  .filter-end {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: var(--_line, var(--_control));
    margin-inline-start: auto;
  }
  .filter-count {
    white-space: nowrap;
    margin-inline-end: calc(var(--_space) * 1.5);
  }
  .filter-toggle {
    display: none;
    min-block-size: var(--_line, var(--_control));
  }
  @container (inline-size >= 40em) {
    .toolbar :is(.filter-bar, .filter-chips) {
      flex-wrap: nowrap;
    }
    .toolbar :is(.filter-chip:not(.on), .filter-clear, .filter-end) {
      flex: none;
    }
  }
  @container (40em <= inline-size < 69em) {
    .toolbar.chips .filter-bar {
      flex-wrap: wrap;
    }
    .toolbar.chips .filter-search {
      flex: 1 1 6em;
      max-inline-size: 13em;
    }
    .toolbar.chips .filter-chips {
      order: 1;
      flex-basis: 100%;
      min-block-size: var(--_chips);
    }
    .toolbar.chips .views {
      max-inline-size: 10em;
    }
  }
  @container (inline-size < 40em) {
    .filter-search {
      flex: 1 1 6em;
    }
    .filter-toggle {
      display: inline-flex;
    }
    .filter-chips {
      order: 1;
      flex-basis: 100%;
    }
    .filter-chips:not(.expanded) {
      display: none;
    }
    .filter-count {
      display: none;
    }
    .filter-end {
      margin-inline-start: 0;
    }
  }
  @media (pointer: coarse) {
    .filter-query {
      min-block-size: 42px;
      font-size: max(1em, 16px);
    }
    .filter-value,
    .filter-clear {
      min-block-size: max(2em, 36px);
    }
    .filter-remove {
      inline-size: 36px;
    }
  }
  @media print {
    .filter-bar {
      display: none;
    }
  }
  /* Beside the buttons there would be no room to read what one types. */
  @container (inline-size < 28.5em) {
    .filter-bar {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .filter-search,
    .filter-chips,
    .filter-bar > .views {
      grid-column: 1 / -1;
    }
    .filter-toggle {
      justify-self: start;
      max-inline-size: 100%;
      overflow: clip;
    }
    .filter-end {
      margin-inline-start: auto;
    }
  }
  @container (inline-size < 15.25em) {
    .filter-toggle,
    .filter-end {
      grid-column: 1 / -1;
    }
  }
`;
