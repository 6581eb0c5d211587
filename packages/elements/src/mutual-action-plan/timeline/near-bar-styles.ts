// What stands around bars: titles beside them, what is told of them, what is tried out, marks at the edge, and the lines
// between them.
import { css } from 'lit';

export const nearBarStyles = css`
  .tl-beside {
    position: absolute;
    inset-block: 0;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    padding-inline: calc(var(--_space) * 1.75);
    white-space: nowrap;
    cursor: pointer;
  }
  .tl-beside.after {
    inset-inline-start: var(--x);
  }
  .tl-beside.before {
    inset-inline-end: var(--x);
  }
  .tl-beside .tl-name {
    max-inline-size: 34em;
  }
  .tl-estimate {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    font-size: var(--tl-small);
    color: var(--_text-muted);
  }
  .tl-told {
    position: absolute;
    inset-block: 0;
    display: flex;
    align-items: center;
    padding-inline: calc(var(--_space) * 2);
    font-size: var(--tl-small);
    color: var(--_text-muted);
    white-space: nowrap;
    pointer-events: none;
  }
  .tl-told.after {
    inset-inline-start: var(--x);
  }
  .tl-told.before {
    inset-inline-end: var(--x);
    padding-inline-end: calc(var(--_space) * 4);
  }
  .tl-slack {
    position: absolute;
    inset-inline-start: var(--x);
    inset-block-end: 14%;
    border-block-end: 2px dotted var(--_border-control);
    pointer-events: none;
  }
  .tl-tip {
    position: absolute;
    inset-inline-start: var(--x);
    inset-block-end: calc(100% + 1px);
    z-index: 5;
    display: flex;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--tl-ground);
    font-size: var(--tl-small);
    white-space: nowrap;
    pointer-events: none;
  }
  .tl-tip.tried > :first-child {
    font-weight: 600;
  }
  .tl-tip.told {
    background: color-mix(in oklab, var(--_text) 10%, var(--tl-ground));
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .tl-edge {
    position: sticky;
    z-index: 1;
    display: inline-flex;
    align-items: center;
    align-self: center;
    block-size: 1.9em;
    padding-inline: calc(var(--_space) * 1.25);
    border-radius: var(--_radius-small);
    background: var(--tl-ground);
    color: var(--_text-muted);
    font-size: var(--tl-small);
    white-space: nowrap;
    cursor: pointer;
  }
  .tl-edge:hover {
    color: var(--_text);
  }
  .tl-edge.earlier {
    inset-inline-start: calc(var(--tl-side) + 2px);
  }
  .tl-edge.earlier .icon {
    scale: -1 1;
  }
  .tl-edge.later {
    inset-inline-end: 2px;
    margin-inline-start: auto;
  }

  .tl-links {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: var(--tl-side);
    z-index: 2;
    overflow: visible;
    pointer-events: none;
  }
  .tl-links:dir(rtl) {
    transform: scaleX(-1);
    transform-origin: right;
  }
  .tl-link {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .tl-link.into {
    stroke-dasharray: 5 3;
  }
  .tl-arrow {
    fill: var(--_accent);
  }
  @media (pointer: coarse) {
    .tl-edge {
      block-size: 100%;
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .tl-link {
      stroke: Highlight;
    }
    .tl-arrow {
      fill: Highlight;
    }
    .tl-tip {
      border: 1px solid CanvasText;
    }
  }
`;
