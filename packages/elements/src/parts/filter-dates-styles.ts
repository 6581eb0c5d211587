// How the span of a filter's due dates looks: two fields, each with its meaning under it.
import { css } from 'lit';

export const filterDatesStyles = css`
  .filter-span {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: 8px;
    inline-size: 19em;
    max-inline-size: 100%;
  }
  .filter-day {
    position: relative;
    display: flex;
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .filter-day > .input {
    padding-inline-end: calc(var(--_control) + 4px);
  }
  .filter-pick {
    margin-inline-start: calc(-1 * var(--_control) - 1px);
    align-self: center;
  }
  /* There for its calendar, which opens beside it. */
  .filter-native {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    min-inline-size: 0;
    opacity: 0;
    pointer-events: none;
  }
  .filter-native.shown {
    opacity: 1;
    pointer-events: auto;
    background: var(--_surface-raised);
  }
  .filter-meaning {
    min-block-size: 1.45em;
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .filter-meaning.danger-text {
    color: var(--_danger);
  }
  .filter-fault:empty {
    display: none;
  }
  @media (max-width: 29.99em) {
    .filter-span {
      inline-size: auto;
    }
  }
  @media (pointer: coarse) {
    .filter-day > .input {
      padding-inline-end: 48px;
    }
    .filter-pick {
      inline-size: 44px;
      margin-inline-start: -44px;
    }
  }
`;
