// How the choice picker looks: a field over a list; the present choice ticked, the current one tinted.
import { css } from 'lit';

export const choicePickerStyles = css`
  .popover.choices {
    display: flex;
    flex-direction: column;
    inline-size: 20em;
    max-block-size: min(26em, calc(100vh - 16px));
    overflow: hidden;
  }
  .choices-list {
    overflow: auto;
    overscroll-behavior: contain;
    margin-block-start: 4px;
  }
  .choices-group {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 0.5);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .choice {
    display: flex;
    inline-size: 100%;
    text-align: start;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2.2em, 28px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    border-radius: var(--_radius-small);
    cursor: default;
  }
  .choice.current {
    background: var(--_hover);
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .choice-icon {
    display: flex;
    flex: none;
    color: var(--_text-muted);
  }
  .choice-label {
    flex: 0 1 auto;
    overflow-wrap: anywhere;
  }
  .choice-description {
    flex: 1 1 0;
    min-inline-size: 4em;
    font-size: var(--_meta);
    color: var(--_text-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .choice-check {
    display: flex;
    flex: none;
    margin-inline-start: auto;
    inline-size: 1.143em;
    color: var(--_accent);
  }
  .choices-none {
    padding: calc(var(--_space) * 2);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  @media (max-width: 29.99em) {
    .popover.choices {
      inline-size: auto;
      max-block-size: 70vh;
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .choice.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
