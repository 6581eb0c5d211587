// How what rows of rooms show in their own way looks: quiet marks beside what every row has.
import { css } from 'lit';

/** Marks and links of rooms' rows. */
export const roomStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    flex: none;
    padding-inline: 0.45em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .badge .icon {
    inline-size: 0.9em;
    block-size: 0.9em;
  }
  .holder-name {
    unicode-bidi: plaintext;
  }
  .holder-tag {
    display: none;
  }
  .side {
    display: inline-flex;
    flex: none;
    color: var(--_text-muted);
  }
  .side .icon,
  .cell.due .icon {
    inline-size: 0.95em;
    block-size: 0.95em;
    flex: none;
  }
  .cell.due .due {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .cell.due .due.waiting {
    max-inline-size: 100%;
  }
  .place-link {
    color: inherit;
    text-decoration: none;
    min-block-size: 24px;
    line-height: 24px;
    border-radius: var(--_radius-small);
  }
  .place-link:hover {
    color: var(--_text);
    text-decoration: underline;
  }
  @container (inline-size < 51.5em) {
    .badge-word {
      display: none;
    }
    .badge {
      border: 0;
      padding: 0;
    }
  }
`;
