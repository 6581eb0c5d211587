// How a title looks that is being edited or was not saved.
import { css } from 'lit';

/** The field of a title, its fault, and what tries again. */
export const editStyles = css`
  .title-input {
    inline-size: 100%;
    block-size: calc(100% - 6px);
    min-inline-size: 0;
    padding: 0 calc(var(--_space) * 1.5);
    margin-inline-start: calc(var(--_space) * -1.5 - 1px);
    border: 1px solid var(--_focus-ring);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    font-weight: 500;
  }
  .title-input[aria-invalid] {
    border-color: var(--_danger);
  }
  .fault {
    flex: 0 1 auto;
    min-inline-size: 4em;
    max-inline-size: 60%;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    line-height: 1.25;
    font-size: var(--_meta);
    color: var(--_danger);
  }
  .retry {
    flex: none;
    min-block-size: 24px;
    color: var(--_danger);
    font-size: var(--_meta);
  }
  .retry-word {
    text-decoration: underline;
  }
  @container (inline-size < 51.5em) {
    .title-input {
      block-size: 100%;
    }
  }
  @container (inline-size < 21.5em) {
    .retry-word {
      display: none;
    }
  }
`;
