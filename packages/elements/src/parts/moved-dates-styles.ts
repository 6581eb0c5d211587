// How what a change moves looks: one column under the names of sections, the dates at the end of each line.
import { css } from 'lit';

export const movedDatesStyles = css`
  .moved-head {
    display: grid;
    gap: 2px;
    padding: 16px 20px 10px;
  }
  .moved-head h2 {
    font-size: 1.143em;
    font-weight: 600;
  }
  .moved-head p {
    overflow-wrap: anywhere;
  }
  .moved-late,
  .moved-overdue {
    display: flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_danger);
  }
  .moved-late .icon,
  .moved-overdue .icon,
  .moved-dates .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
  }
  .moved-body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 20px 12px;
    border-block: 1px solid var(--_border);
  }
  .moved-body:focus-visible {
    outline-offset: -2px;
  }
  .moved-body h3 {
    padding-block: 12px 4px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .moved-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 1.5);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3.2em;
  }
  .moved-row + .moved-row {
    border-block-start: 1px solid color-mix(in oklab, var(--_border) 60%, transparent);
  }
  /* A name in the other script runs its own way, and begins where the others do. */
  .moved [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .moved-title {
    overflow-wrap: anywhere;
  }
  .moved-dates {
    position: relative;
    display: inline-flex;
    align-items: center;
    align-self: start;
    gap: calc(var(--_space) * 1.5);
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .moved-dates .icon {
    color: var(--_text-muted);
  }
  .moved-notes {
    grid-column: 1;
    overflow-wrap: anywhere;
  }
  .moved-overdue {
    grid-column: 2;
    justify-self: end;
    color: var(--_danger);
  }
  .moved-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: 10px 20px;
  }
  @media (max-width: 29.99em) {
    .moved-row {
      grid-template-columns: minmax(0, 1fr);
    }
    .moved-overdue {
      grid-column: 1;
      justify-self: start;
    }
    .moved-foot > .button {
      flex: 1 1 auto;
    }
  }
`;
