// How a modal dialog looks: a raised column of reading width, over a dimmed page.
import { css } from 'lit';

export const dialogStyles = css`
  .dialog {
    margin: auto;
    padding: 0;
    border: 0;
    inline-size: min(36em, calc(100vw - 32px));
    max-block-size: min(46em, calc(100vh - 32px));
    border-radius: calc(var(--_radius) + 6px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
    overscroll-behavior: contain;
  }
  .dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .dialog:focus {
    outline: none;
  }
  .dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }
  @media (max-width: 29.99em) {
    .dialog {
      margin: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 92vh;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
  @media (forced-colors: active) {
    .dialog {
      border: 1px solid CanvasText;
    }
  }
`;
