// How the list looks on paper: every row at its natural height, and nothing to press.
import { css } from 'lit';

/** The list on paper. */
export const printStyles = css`
  @media print {
    .toolbar,
    .add,
    .bulk,
    .banner,
    .progress {
      display: none !important;
    }
    .scroller {
      overflow: visible !important;
    }
    .rows {
      block-size: auto !important;
      overflow: visible;
    }
    .slot {
      position: static;
      transform: none !important;
      break-inside: avoid;
    }
    .find,
    .group .place-link,
    .group-button .icon,
    .cell.more,
    .cell.select {
      display: none;
    }
    .grid {
      --_select: ;
      --_more: ;
    }
    .row {
      block-size: auto;
      min-block-size: var(--_row-height);
    }
    .due {
      white-space: normal;
    }
    .text {
      white-space: normal;
    }
    .field {
      display: flex !important;
    }
  }
`;
