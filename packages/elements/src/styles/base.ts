// What every element's root begins with: a small reset, type, and the controls (button, input, chip, link) in all their
// states. Sizes in em of the host page's font; logical properties, so right-to-left needs nothing more.
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
  }
  :host(:dir(rtl)) .icon.flips {
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

  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    border-radius: var(--_radius);
    white-space: nowrap;
    transition:
      background-color var(--_motion),
      border-color var(--_motion),
      color var(--_motion);
  }
  .button {
    padding: 0 calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-control);
    color: var(--_text);
    font-weight: 500;
  }
  .button:hover {
    background: var(--_hover);
  }
  .button:active,
  .icon-button:active {
    background: var(--_active);
  }
  .button.primary {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-hover);
  }
  .button.danger {
    color: var(--_danger);
    border-color: currentColor;
  }
  .button.quiet {
    border-color: transparent;
    color: var(--_text-muted);
  }
  .button.quiet:hover {
    color: var(--_text);
  }
  .button.link {
    border-color: transparent;
    padding-inline: calc(var(--_space) * 1);
    color: var(--_accent);
  }
  .icon-button {
    position: relative;
    inline-size: var(--_control);
    color: var(--_text-muted);
    flex: none;
  }
  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }
  .button:disabled,
  .icon-button:disabled,
  .button[aria-disabled='true'],
  .icon-button[aria-disabled='true'] {
    color: color-mix(in oklch, var(--_text-muted) 70%, transparent);
    border-color: var(--_border);
    background: none;
  }

  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_surface-raised) 60%, transparent);
    transition: border-color var(--_motion);
  }
  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: -1px;
    border-color: var(--_focus-ring);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.75em;
    max-inline-size: 100%;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_border-control);
    border-radius: 1em;
    font-size: var(--_meta);
    line-height: 1.3;
    white-space: nowrap;
  }
  .chip.soft {
    border-color: transparent;
    background: var(--_hover);
  }
  .chip.on {
    border-color: transparent;
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  button.chip:hover {
    background: var(--_hover);
  }
  button.chip.on:hover {
    background: color-mix(in oklch, var(--_accent) 20%, transparent);
  }
  .ellipsis {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--_text-muted);
  }
  .meta {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .danger-text {
    color: var(--_danger);
  }
  .struck {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
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
    .icon-button::after {
      content: '';
      position: absolute;
      inset: 50% auto auto 50%;
      inline-size: max(44px, 100%);
      block-size: max(44px, 100%);
      translate: -50% -50%;
    }
    .button,
    .input {
      min-block-size: 44px;
    }
    .input {
      font-size: max(1em, 16px);
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
    .button,
    .icon-button,
    .chip {
      border: 1px solid ButtonBorder;
    }
    .button:disabled,
    .icon-button:disabled,
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
    .button,
    .icon-button,
    .no-print {
      display: none !important;
    }
  }
`;
