// How the buttons of the list and the bar for its selection look.
import { css } from 'lit';

export const toolsStyles = css`
  .bulk-toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_selected);
    color: var(--_accent);
  }
  .bulk-row {
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  .bulk-choose {
    min-inline-size: 0;
    font-weight: 400;
  }
  .bulk-choose .icon {
    color: var(--_text-muted);
  }
  .bulk-missing {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3) 0;
  }
  .bulk-all {
    min-block-size: 24px;
    white-space: normal;
    text-align: start;
  }
  @container (inline-size < 40em) {
    /* How many and the way out over what can be done: all in reach of a thumb. */
    .bulk-row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding: calc(var(--_space) * 2);
    }
    .bulk-count {
      grid-area: 1 / 1;
      padding-inline: var(--_space);
      white-space: normal;
    }
    .bulk-button.clear {
      grid-area: 1 / 2;
      justify-self: end;
    }
    .bulk-all {
      grid-area: 2 / 1 / auto / span 2;
      justify-content: start;
    }
    .bulk-gap {
      display: none;
    }
    .bulk-choose {
      grid-area: 3 / 1;
      justify-content: space-between;
    }
    .bulk-apply {
      grid-area: 3 / 2;
    }
  }
  @media print {
    .actions,
    .bulk {
      display: none !important;
    }
  }
`;
