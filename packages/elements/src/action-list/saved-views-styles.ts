// How the views' button and the form for a view's name look.
import { css } from 'lit';

export const savedViewsStyles = css`
  .views {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    max-inline-size: 18em;
    font-weight: 500;
  }
  .views[aria-expanded='true'] {
    background: var(--_hover);
  }
  .views .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    color: var(--_text-muted);
  }
  .views-changed {
    flex: none;
    font-weight: 400;
  }
  @container (inline-size < 40em) {
    .views {
      order: 1;
    }
  }
  .view-form form {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: 8px;
    inline-size: 18em;
    max-inline-size: 100%;
  }
  .view-form label {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .view-form .danger-text:empty {
    display: none;
  }
  @media (max-width: 29.99em) {
    .view-form form {
      inline-size: auto;
    }
  }
`;
