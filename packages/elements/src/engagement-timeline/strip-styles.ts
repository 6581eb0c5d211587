// How the strip of weeks looks: columns side by side that scroll along, what has no day beside them; where there is less room
// below them, and on a phone the weeks one under the other.
import { css } from 'lit';

export const stripStyles = css`
  .strip-frame {
    --_week: 17em;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19em;
    gap: calc(var(--_space) * 6);
    align-items: start;
  }
  .strip-frame.whole {
    grid-template-columns: minmax(0, 1fr);
  }
  .strip-side {
    min-inline-size: 0;
  }
  .strip-bar {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1);
    padding-block-end: calc(var(--_space) * 2);
  }
  .strip-bar .earlier .icon {
    rotate: 180deg;
  }
  .strip {
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-padding-inline: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
  }
  .weeks {
    display: flex;
    inline-size: max-content;
    min-inline-size: 100%;
  }
  .week {
    container-type: inline-size;
    flex: none;
    inline-size: var(--_week);
    padding: calc(var(--_space) * 3);
  }
  .week:last-child {
    flex-grow: 1;
  }
  .week + .week {
    border-inline-start: 1px solid var(--_border);
  }
  .week.now {
    background: color-mix(in oklab, var(--_accent) 5%, transparent);
  }
  .week.empty {
    inline-size: 13em;
  }
  .week.gap {
    inline-size: 7em;
    display: grid;
    align-content: center;
    text-align: center;
  }
  .gap-text {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .week-heading > span,
  .day-name {
    font-size: var(--_meta);
    font-weight: 600;
    color: var(--_text-muted);
  }
  .week.now .week-heading > span {
    color: var(--_text);
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    padding-block: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }
  /* The last one takes what room is left; its days stay as wide as a week's. */
  .strip .days {
    max-inline-size: var(--_week);
  }
  .date {
    position: relative;
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 0.5);
    padding-block-end: calc(var(--_space) * 2);
    font-size: var(--_meta);
  }
  .letter {
    color: var(--_text-muted);
    font-size: 0.857em;
  }
  .number {
    display: grid;
    place-items: center;
    inline-size: 1.9em;
    block-size: 1.9em;
    border-radius: 50%;
  }
  .date.past .number {
    color: var(--_text-muted);
  }
  .date.now .number {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .date.has::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--_text-muted);
  }
  .day + .day {
    margin-block-start: calc(var(--_space) * 2);
  }
  .day-name.now {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_accent);
  }
  .day-name.now::after {
    content: '';
    flex: 1 1 auto;
    block-size: 1px;
    background: color-mix(in oklch, var(--_accent) 45%, transparent);
  }
  .strip .item {
    --_gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1);
  }
  .strip .item::before {
    display: none;
  }
  /* As wide as a week, whatever the room there is for the whole. */
  .strip-tray > .groups {
    container-type: inline-size;
  }
  .strip-tray .group-heading {
    padding-inline-start: 0;
  }
  .strip-frame + .add-item {
    margin-inline-start: 0;
  }
  @container (max-width: 52em) {
    .strip-frame {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 30em) {
    .strip-bar,
    .week.empty {
      display: none;
    }
    .strip {
      overflow: visible;
      border: 0;
      border-radius: 0;
    }
    .weeks {
      display: block;
      inline-size: auto;
    }
    .week,
    .week.gap {
      inline-size: auto;
    }
    .week {
      padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    }
    .week + .week {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_border);
    }
    .strip .days {
      max-inline-size: none;
    }
  }
  @media (forced-colors: active) {
    .week.now {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .date.now .number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .date.has::after,
    .day-name.now::after {
      background: CanvasText;
    }
  }
  @media print {
    .strip-frame,
    .weeks {
      display: block;
      inline-size: auto;
    }
    .strip-bar,
    .week.empty {
      display: none;
    }
    .strip {
      overflow: visible;
    }
    .week,
    .week.gap {
      inline-size: auto;
    }
    .week + .week {
      border-inline-start: 0;
      border-block-start: 1px solid #999;
    }
    .date.now .number {
      background: none;
      color: inherit;
      border: 1px solid currentColor;
    }
  }
`;
