// What every element's root begins with: a small reset, type, the plain button and what stands in while loading. Sizes in em of the host page's font; logical properties, so right-to-left needs nothing more.
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    color: var(--_text);
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .base {
    container-type: inline-size;
    position: relative;
    font-size: var(--_font-size);
    line-height: 1.45;
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    text-wrap: pretty;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    text-align: inherit;
    cursor: pointer;
  }
  button:disabled,
  [aria-disabled='true'] {
    cursor: default;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
    text-decoration-thickness: from-font;
  }
  .icon {
    inline-size: 1.143em;
    block-size: 1.143em;
    flex: none;
    vertical-align: -0.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .base:dir(rtl) .icon.flips {
    transform: scaleX(-1);
  }

  /* Focus: one ring, outside the control, seen on any ground. */
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 1px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    padding: 0 calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    color: var(--_text);
    font-weight: 500;
    white-space: nowrap;
    transition:
      background-color var(--_motion),
      border-color var(--_motion),
      color var(--_motion);
  }
  .button:hover {
    background: var(--_hover);
  }
  .button:active {
    background: var(--_active);
  }
  .button.link {
    border-color: transparent;
    padding-inline: calc(var(--_space) * 1);
    color: var(--_accent);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    color: color-mix(in oklch, var(--_text-muted) 70%, transparent);
    border-color: var(--_border);
    background: none;
  }

  .ellipsis {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .muted {
    color: var(--_text-muted);
  }
  .meta {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .visually-hidden:not(:focus):not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skeleton {
    display: block;
    block-size: 0.75em;
    border-radius: var(--_radius-small);
    background: var(--_skeleton);
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .icon {
      color: inherit;
    }
    .button {
      border: 1px solid ButtonBorder;
    }
    .button:disabled,
    [aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .base {
      background: none;
      color: black;
    }
    .button {
      display: none !important;
    }
  }
`;
