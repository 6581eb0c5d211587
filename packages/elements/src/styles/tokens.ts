// The look's public knobs: fourteen `--followthrough-*` tokens, read on :host and never defined there, so that a host
// page can set them at any level. Everything else is derived from them with color-mix, in light and in dark.
import { css } from 'lit';

/** The names of the public tokens, `--followthrough-` left out. */
export type TokenName =
  | 'surface'
  | 'surface-raised'
  | 'text'
  | 'text-muted'
  | 'border'
  | 'accent'
  | 'on-accent'
  | 'danger'
  | 'warning'
  | 'success'
  | 'radius'
  | 'font-size'
  | 'space'
  | 'focus-ring';

/** The public tokens as private properties, and what is derived from them. */
export const tokens = css`
  :host {
    --_surface: var(--followthrough-surface, transparent);
    --_surface-raised: var(--followthrough-surface-raised, light-dark(#ffffff, #232428));
    --_text: var(--followthrough-text, light-dark(#1d1e23, #ececf0));
    --_text-muted: var(--followthrough-text-muted, light-dark(#62656f, #a4a7b1));
    --_border: var(--followthrough-border, light-dark(#e3e4e8, #393b42));
    --_accent: var(--followthrough-accent, light-dark(#4a56d0, #9aa5ff));
    --_on-accent: var(--followthrough-on-accent, light-dark(#ffffff, #14151c));
    --_danger: var(--followthrough-danger, light-dark(#c02637, #ff8b90));
    --_warning: var(--followthrough-warning, light-dark(#8a5600, #f0b35a));
    --_success: var(--followthrough-success, light-dark(#1a7a48, #5fcf91));
    --_radius: var(--followthrough-radius, 6px);
    --_font-size: var(--followthrough-font-size, max(0.875em, 12px));
    --_space: var(--followthrough-space, 0.2857em);
    --_focus-ring: var(--followthrough-focus-ring, var(--_accent));

    /* Derived. Control borders keep 3:1 against the page; tints lie over whatever the host put behind, mixed where a faint
       colour keeps its hue. */
    --_border-control: color-mix(in oklab, var(--_text-muted) 80%, var(--_border));
    --_border-strong: color-mix(in oklab, var(--_text-muted) 45%, var(--_border));
    --_hover: color-mix(in oklab, var(--_text) 5%, transparent);
    --_active: color-mix(in oklab, var(--_text) 9%, transparent);
    --_selected: color-mix(in oklab, var(--_accent) 10%, transparent);
    --_accent-hover: color-mix(in oklch, var(--_accent) 88%, var(--_text));
    --_accent-tint: color-mix(in oklab, var(--_accent) 12%, transparent);
    --_danger-tint: color-mix(in oklab, var(--_danger) 10%, transparent);
    --_warning-tint: color-mix(in oklab, var(--_warning) 12%, transparent);
    --_success-tint: color-mix(in oklab, var(--_success) 12%, transparent);
    --_skeleton: color-mix(in oklab, var(--_text) 11%, transparent);
    --_shadow:
      0 0 0 1px color-mix(in oklab, var(--_text) 8%, transparent), 0 2px 6px -1px rgb(0 0 0 / 0.08),
      0 12px 28px -8px rgb(0 0 0 / 0.22);
    --_radius-small: calc(var(--_radius) * 0.67);
    --_row: 2.857em;
    --_control: 2em;
    --_meta: 0.857em;
    --_motion: 140ms;
  }
  .base.compact {
    --_font-size: var(--followthrough-font-size, max(0.8125em, 11px));
    --_space: var(--followthrough-space, 0.231em);
    --_row: 2.4615em;
    --_control: 1.846em;
    --_meta: 0.923em;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_danger: CanvasText;
      --_warning: CanvasText;
      --_success: CanvasText;
      --_border: CanvasText;
      --_border-control: CanvasText;
      --_border-strong: CanvasText;
      --_focus-ring: Highlight;
      --_skeleton: GrayText;
      --_surface-raised: Canvas;
    }
  }
`;
