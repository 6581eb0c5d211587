// How the header of a group looks.
import { css } from 'lit';

/** The header of a group. */
export const groupStyles = css`
  .group {
    display: flex;
    align-items: end;
    block-size: var(--_header-px, var(--_group-height));
    border-block-end: 1px solid var(--_border);
  }
  .group-cell {
    min-inline-size: 0;
    inline-size: 100%;
  }
  .group-cell {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .group-cell > .place-link {
    flex: none;
    padding-inline: calc(var(--_space) * 2);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .group-button {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.286em;
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
    border-radius: var(--_radius-small);
  }
  .group-button .icon {
    color: var(--_text-muted);
    transition: rotate var(--_motion);
  }
  .group-button[aria-expanded='false'] .icon {
    rotate: -90deg;
  }
  .group-button .count {
    font-weight: 400;
    color: var(--_text-muted);
  }
  @container (inline-size < 15.25em) {
    .group-button,
    .group-cell > .place-link {
      padding-inline: 0;
    }
    .group-button .count {
      display: none;
    }
  }
`;
