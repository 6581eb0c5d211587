// How the axis of a timeline looks, and what lies behind the rows: days off, months, today, the target date.
import { css } from 'lit';

export const axisStyles = css`
  .tl-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    display: flex;
    block-size: var(--tl-head);
    background: var(--tl-ground);
    border-block-end: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--tl-small);
  }
  .tl-ticks {
    position: absolute;
    inset: 0;
    overflow: clip;
  }
  .tl-tick {
    position: absolute;
    display: flex;
    align-items: center;
    inset-inline-start: calc(var(--from) * var(--day));
    inline-size: calc(var(--days) * var(--day));
    block-size: 50%;
    white-space: nowrap;
    border-inline-start: 1px solid var(--tl-hair);
  }
  .tl-tick.upper {
    inset-block-start: 0;
    color: var(--_text);
    font-weight: 500;
  }
  .tl-tick.upper > span {
    position: sticky;
    inset-inline-start: var(--tl-side);
    padding-inline: calc(var(--_space) * 2);
  }
  .tl-tick.lower {
    inset-block-end: 0;
    justify-content: center;
    overflow: clip;
  }
  .tl-tick.lower:first-child {
    block-size: 100%;
  }
  .tl-tick.off {
    color: color-mix(in oklab, var(--_text-muted) 88%, var(--tl-ground));
    background: var(--tl-off);
  }
  .tl-tick.now {
    color: var(--_accent);
    font-weight: 600;
  }
  .tl-flag {
    position: absolute;
    inset-block-start: 0;
    block-size: 50%;
    inset-inline-start: calc(var(--from) * var(--day));
    inline-size: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    color: var(--_accent);
    font-weight: 600;
  }
  .tl-flag.target {
    color: var(--_text-muted);
  }
  .tl-flag > span {
    flex: none;
    padding-inline: calc(var(--_space) * 1.5);
    background: var(--tl-ground);
  }

  .tl-back {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--tl-side);
    inline-size: var(--tl-time);
    overflow: clip;
    background: var(--tl-week) left top / calc(7 * var(--day)) 100% repeat-x;
    pointer-events: none;
  }
  .tl-back:dir(rtl) {
    background-position: right top;
  }
  .tl-holiday,
  .tl-line {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--from) * var(--day));
  }
  .tl-holiday {
    inline-size: var(--day);
    background: var(--tl-off);
  }
  .tl-line {
    border-inline-start: 1px solid var(--tl-hair);
  }
  .tl-today,
  .tl-target {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--from) * var(--day));
    border-inline-start: 1px solid var(--_accent);
  }
  .tl-target {
    border-inline-start: 1px dashed var(--_text-muted);
  }
  @media (forced-colors: active) {
    .tl-today {
      border-color: Highlight;
    }
  }
`;
