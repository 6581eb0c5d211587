// How the column of items looks: months, the mark of today, and what adds one.
import { css } from 'lit';

export const timelineListStyles = css`
  .timeline {
    --_dot: 1.429em;
    --_gap: calc(var(--_space) * 3);
  }
  .group + .group {
    margin-block-start: calc(var(--_space) * 4);
  }
  .group-heading {
    position: relative;
    padding-inline-start: calc(var(--_dot) + var(--_gap));
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  /* On what is in it: the indentation is in its em. */
  .group-heading > span,
  .today > time {
    font-size: var(--_meta);
    font-weight: 600;
    color: var(--_text-muted);
  }
  .today > time {
    color: var(--_accent);
  }
  .today {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_dot) + var(--_gap));
  }
  .today::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--_dot) * 0.5 - 4px);
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .today::after {
    content: '';
    flex: 1 1 auto;
    block-size: 1px;
    background: color-mix(in oklch, var(--_accent) 45%, transparent);
  }
  .add-item {
    margin-block-start: calc(var(--_space) * 4);
    margin-inline-start: calc(var(--_dot) + var(--_gap));
  }
  /* Where there is nothing to stand below, it is the one thing to do: in the middle, with the words. */
  .nothing {
    border-block-start: 0;
  }
  .nothing:has(+ .add-item) {
    padding-block: calc(var(--_space) * 6) 0;
  }
  .nothing + .add-item {
    display: flex;
    margin: calc(var(--_space) * 3) auto calc(var(--_space) * 8);
  }
  .skeleton-head {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 6);
  }
  .skeleton.name {
    inline-size: 42%;
    block-size: 1.2em;
  }
  .skeleton-item {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 3);
    min-block-size: 4.6em;
  }
  .skeleton-lines {
    flex: 1 1 auto;
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding-block-start: calc(var(--_space) * 1);
  }
  .skeleton.facts-line {
    inline-size: 62%;
    block-size: 0.6em;
  }
  @media (forced-colors: active) {
    .today::before {
      forced-color-adjust: none;
      background: Highlight;
    }
    .today::after {
      background: Highlight;
    }
  }
  @media print {
    .group-heading {
      break-after: avoid;
    }
  }
`;
