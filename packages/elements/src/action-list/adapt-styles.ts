// How the grid suits a finger, less motion, and colours forced by the system.
import { css } from 'lit';

/** Touch, motion and forced colours. */
export const adaptStyles = css`
  @media (hover: none), (pointer: coarse) {
    .row .box[aria-checked='false']::before {
      border-color: var(--_border-control);
    }
    .row .more-button,
    .row .none {
      color: var(--_text-muted);
    }
  }
  @media (pointer: coarse) {
    .base {
      --_row-height: max(2.857em, 44px);
    }
    .box,
    .mark,
    .more-button {
      min-inline-size: 40px;
      min-block-size: 40px;
    }
    .cell.select,
    .cell.done,
    .cell.more {
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::before,
    .skeletons {
      animation: none;
    }
    .progress::before {
      inline-size: 100%;
    }
  }
`;
