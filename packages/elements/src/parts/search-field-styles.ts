// How a search field looks: chips over a field with its list under it, in the page or floating over it.
import { css } from 'lit';

export const searchFieldStyles = css`
  .search {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .search-box {
    position: relative;
    min-inline-size: 0;
  }
  .search-box > .icon {
    position: absolute;
    inset-block-start: calc(max(var(--_control), 28px) / 2);
    inset-inline-start: 0.6em;
    translate: 0 -50%;
    color: var(--_text-muted);
    pointer-events: none;
  }
  .search-input {
    padding-inline-start: 2.2em;
  }
  .search-list {
    position: relative;
    max-block-size: 17em;
    overflow: auto;
    overscroll-behavior: contain;
    margin-block-start: calc(var(--_space) * 1);
    padding: 3px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .search.open .search-list {
    min-block-size: 9em;
  }
  .search.closed .search-list {
    position: absolute;
    inset-inline: 0;
    z-index: 2;
    border: 0;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .search-option {
    display: flex;
    inline-size: 100%;
    text-align: start;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2.286em, 28px);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .search-option:hover {
    background: var(--_hover);
  }
  .search-option.current {
    background: var(--_active);
    box-shadow: inset 0 0 0 1px var(--_border-strong);
  }
  .search-label {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .search-description {
    flex: 1 1 0;
    min-inline-size: 3em;
    font-size: var(--_meta);
    color: var(--_text-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .search-check {
    display: flex;
    flex: none;
    margin-inline-start: auto;
    inline-size: 1.143em;
    color: var(--_accent);
  }
  .search-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .search-more {
    inline-size: 100%;
  }
  .search-waiting {
    animation: search-appear 1ms 150ms both;
  }
  @keyframes search-appear {
    from {
      visibility: hidden;
    }
  }
  .search-skeleton {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    block-size: max(2.286em, 28px);
    padding-inline: calc(var(--_space) * 2);
  }
  .search-skeleton .dot {
    inline-size: 1.571em;
    block-size: 1.571em;
    border-radius: 50%;
  }
  .search-skeleton .line {
    inline-size: 40%;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 100%;
    min-block-size: max(2em, 26px);
    padding-inline-start: 3px;
    border: 1px solid var(--_border);
    border-radius: 1.2em;
    background: var(--_hover);
  }
  .chip.unknown {
    border-color: var(--_danger);
    border-style: dashed;
    background: none;
  }
  .chip-label {
    min-inline-size: 0;
    max-inline-size: 16em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip-remove {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    position: relative;
    flex: none;
    inline-size: max(1.714em, 24px);
    block-size: max(1.714em, 24px);
    border-radius: 50%;
    color: var(--_text-muted);
  }
  .chip-remove:hover {
    background: var(--_active);
    color: var(--_text);
  }
  .chip-remove .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  @media (pointer: coarse) {
    .search-option {
      min-block-size: 44px;
    }
    .search-box > .icon {
      inset-block-start: 22px;
    }
    .chip-remove::after {
      content: '';
      position: absolute;
      inset: -8px -4px;
    }
  }
  @media (forced-colors: active) {
    .search-option.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .search.closed .search-list {
      border: 1px solid CanvasText;
    }
  }
`;
