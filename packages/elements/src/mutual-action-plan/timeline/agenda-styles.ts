// How the agenda looks that a timeline becomes where it is narrow.
import { css } from 'lit';

export const agendaStyles = css`
  .tl-agenda {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .tl-agenda-name {
    padding-block-end: calc(var(--_space) * 1);
    border-block-end: 1px solid var(--_border);
    font-weight: 500;
  }
  .tl-agenda-group.overdue .tl-agenda-name {
    color: var(--_danger);
  }
  .tl-entry {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 1);
    border-block-end: 1px solid color-mix(in oklab, var(--_border) 60%, transparent);
  }
  .tl-entry:hover {
    background: var(--_hover);
  }
  .tl-entry:focus-visible {
    outline-offset: -2px;
  }
  .tl-date {
    display: grid;
    flex: none;
    inline-size: 2.6em;
    justify-items: center;
    line-height: 1.15;
  }
  .tl-date-day {
    font-size: 1.143em;
    font-weight: 500;
  }
  .tl-date-week {
    font-size: var(--tl-small);
    color: var(--_text-muted);
  }
  .tl-date.none {
    color: var(--_text-muted);
  }
  .tl-entry.overdue .tl-date-day {
    color: var(--_danger);
  }
  .tl-entry-text {
    flex: 1;
    min-inline-size: 0;
    position: relative;
  }
  .tl-entry-title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .tl-entry.critical .tl-entry-title {
    font-weight: 600;
  }
  .tl-entry.done .tl-entry-title,
  .tl-entry.doneLate .tl-entry-title,
  .tl-entry.cancelled .tl-entry-title {
    color: var(--_text-muted);
  }
  .tl-entry.cancelled .tl-entry-title {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .tl-entry-more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    font-size: var(--tl-small);
    color: var(--_text-muted);
  }
  .tl-more {
    justify-self: center;
  }
`;
