// The controls of what opens when somebody does something (pickers, menus, dialogs, the line that adds): inputs, icon
// buttons, and the louder and quieter kinds of button. They come with it, and before its own styles.
import { css } from 'lit';

export const controls = css`
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

  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_control);
    border-radius: var(--_radius);
    transition:
      background-color var(--_motion),
      color var(--_motion);
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
  .icon-button:active {
    background: var(--_active);
  }
  .icon-button:disabled,
  .icon-button[aria-disabled='true'] {
    color: color-mix(in oklch, var(--_text-muted) 70%, transparent);
    background: none;
  }

  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_surface-raised) 60%, transparent);
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
  .danger-text {
    color: var(--_danger);
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
    .input {
      min-block-size: 44px;
      font-size: max(1em, 16px);
    }
  }
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
    .icon-button {
      border: 1px solid ButtonBorder;
    }
    .icon-button:disabled {
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media print {
    .icon-button {
      display: none !important;
    }
  }
`;
