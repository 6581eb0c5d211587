// How the quick add's chips look: at the end of its row where there is room, under it where there is not; only while
// somebody is at it.
import { css } from 'lit';

export const quickAddPanelStyles = css`
  .quick-add-button {
    min-block-size: max(1.75em, 24px);
    padding-inline: calc(var(--_space) * 2);
  }
  .quick-add-chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }
  .quick-add-chip {
    display: inline-flex;
    max-inline-size: 16em;
    min-inline-size: 0;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-small);
    font-size: var(--_meta);
    line-height: 1.3;
  }
  .quick-add-value {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
    min-block-size: max(1.9em, 24px);
    padding-inline: calc(var(--_space) * 1.75);
    border-radius: inherit;
  }
  .quick-add-value:hover,
  .quick-add-value[aria-expanded='true'],
  .quick-add-remove:hover {
    background: var(--_hover);
  }
  .quick-add-value .avatar {
    font-size: 0.85em;
  }
  .quick-add-chip.empty {
    border-style: dashed;
    color: var(--_text-muted);
  }
  .quick-add-chip.understood {
    border-color: color-mix(in oklch, var(--_accent) 55%, transparent);
    background: var(--_accent-tint);
  }
  .quick-add-chip.pointed {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 1px;
  }
  .quick-add-chip.faulty {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .quick-add-remove {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 24px;
    border-radius: inherit;
    color: var(--_text-muted);
  }
  .quick-add-remove .icon {
    inline-size: 0.95em;
    block-size: 0.95em;
  }
  .quick-add-note,
  .quick-add-problem,
  .quick-add-returned {
    order: 2;
    flex: 1 0 100%;
    padding-block: calc(var(--_space) * 1);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .quick-add-problem:not(.shown) {
    display: none;
  }
  .quick-add-problem .icon {
    vertical-align: -0.25em;
  }
  .quick-add-problem {
    color: var(--_danger);
  }
  .quick-add-returned {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_danger);
    overflow-wrap: anywhere;
  }
  .quick-add-returned.aside {
    color: var(--_text-muted);
  }
  .quick-add-returned > span {
    flex: 1 1 12em;
  }
  .quick-add:not(.active, :focus-within) .quick-add-chips {
    display: none;
  }
  .compact .quick-add-chips {
    order: 1;
    flex-basis: 100%;
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
  }
  @container (inline-size < 46em) {
    .quick-add-chips {
      order: 1;
      flex-basis: 100%;
      padding-block: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    }
  }
  @media (pointer: coarse) {
    .quick-add-value {
      min-block-size: 36px;
    }
    .quick-add-remove {
      inline-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .quick-add-chip.understood {
      border: 2px solid Highlight;
    }
  }
`;
