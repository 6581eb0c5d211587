// How the bar for the selection looks: it floats at the list's end and takes no room while nothing is selected.
import { css } from 'lit';

/** The bar for the selection. */
export const bulkStyles = css`
  .bulk {
    position: sticky;
    inset-block-end: calc(var(--_space) * 2);
    z-index: 2;
    margin-block-start: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .bulk-row {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .bulk-count {
    padding-inline: calc(var(--_space) * 2);
    font-weight: 500;
    white-space: nowrap;
  }
  .bulk-gap {
    flex: 1;
  }
  .bulk-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    min-inline-size: var(--_control);
    padding-inline: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    white-space: nowrap;
  }
  .bulk-button:hover,
  .bulk-button[aria-expanded='true'] {
    background: var(--_hover);
  }
  .bulk-button .icon {
    color: var(--_text-muted);
  }
  .outcome {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }
  .outcome ul {
    max-block-size: 9em;
    overflow-y: auto;
    inline-size: 100%;
  }
  .outcome li {
    overflow-wrap: anywhere;
  }
  .outcome-title {
    font-weight: 500;
    margin-inline-end: var(--_space);
  }
  @container (inline-size < 51.5em) {
    .bulk-word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bulk-button {
      position: relative;
      padding-inline: 0;
    }
  }
  @media (pointer: coarse) {
    .bulk-button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    /* All of them in reach of a thumb: how many, and the way out, over what can be done. */
    @container (inline-size < 34.5em) {
      .bulk-row {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(44px, 1fr));
        gap: 0;
      }
      .bulk-count {
        grid-row: 1;
        grid-column: 1 / -2;
      }
      .bulk-button.clear {
        grid-row: 1;
        grid-column: -2;
      }
      .bulk-gap {
        display: none;
      }
    }
  }
  @container (inline-size < 24.5em) {
    .bulk-row {
      gap: 0;
      padding-inline: var(--_space);
    }
    .bulk-count {
      padding-inline: var(--_space);
      font-size: var(--_meta);
    }
  }
`;
