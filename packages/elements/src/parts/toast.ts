// A short word after a change, with the step back in it. It floats above the page, stays at least ten seconds (and as
// long as it is pointed at, focused or not looked at), is announced, and never takes the focus, nor lies over what is to be
// pressed at the element's own lower end.
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import { closeIcon } from '../icons/icons.ts';

/** What a toast says and offers. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** `problem` stays until it is dismissed; `working` until what it speaks of is over, which its action can end. */
  readonly tone?: 'done' | 'problem' | 'working' | undefined;
}

const SHOWN_FOR = 10_000;

/** What floats at an element's lower end: the bar for the selection, the line that adds, what saves. */
const BARS = '.bulk, .entry, .save-bar';

/** On one page one toast at a time: the next element's takes the place of the last one's. */
let front: ToastController | undefined;

function bringToFront(toast: ToastController): void {
  if (front !== toast) front?.hide();
  front = toast;
}

/**
 * The toast of an element: `show()` from a handler, `render()` once at the end of the element's template.
 * @example this.#toast.show({ text: 'Completed', action: { label: 'Undo', run: () => this.#commands.undo() } })
 */
export class ToastController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #dismissLabel: () => string;
  #toast: Toast | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;
  #left = SHOWN_FOR;
  #since = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, dismissLabel: () => string) {
    this.#host = host;
    this.#dismissLabel = dismissLabel;
    host.addController(this);
  }

  /** Whether one is shown. */
  get shown(): boolean {
    return this.#toast !== undefined;
  }

  /** Shows a toast in place of the last one, and announces it. */
  show(toast: Toast): void {
    bringToFront(this);
    this.#toast = toast;
    this.#left = SHOWN_FOR;
    this.#held = false;
    this.#run();
    for (const moved of ['scroll', 'resize']) addEventListener(moved, this.#keepOff, { capture: true, passive: true });
    this.#host.requestUpdate();
    announce(toast.text);
  }

  /** Takes it away; nothing where `only` has given way to another already. */
  hide(only = this.#toast): void {
    if (only !== this.#toast) return;
    clearTimeout(this.#timer);
    if (front === this) front = undefined;
    this.#toast = undefined;
    for (const moved of ['scroll', 'resize']) removeEventListener(moved, this.#keepOff, { capture: true });
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.#visibility);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#visibility);
    this.hide();
  }

  hostUpdated(): void {
    const region = this.#host.shadowRoot?.querySelector<HTMLElement>('.toast');
    // In the top layer, so that no host page's overflow cuts it off.
    if (region?.isConnected && !region.matches(':popover-open')) region.showPopover();
    this.#keepOff();
  }

  /** Raises it over a bar that it would lie on. */
  readonly #keepOff = () => {
    const toast = this.#toast && this.#host.shadowRoot?.querySelector<HTMLElement>('.toast');
    if (!toast) return;
    toast.style.removeProperty('--_raised');
    const own = toast.getBoundingClientRect();
    const tops = [...(this.#host.shadowRoot?.querySelectorAll(BARS) ?? [])]
      .map((bar) => bar.getBoundingClientRect())
      .filter((bar) => bar.height > 0 && bar.top < own.bottom && bar.bottom > own.top)
      .map(({ top }) => top);
    const least = Math.max(own.height, Math.min(...tops));
    if (tops.length > 0) toast.style.setProperty('--_raised', `${innerHeight - least}px`);
  };

  /** The toast, or nothing. */
  render(): TemplateResult | typeof nothing {
    const toast = this.#toast;
    if (!toast) return nothing;
    return html`<div
      class="toast ${toast.tone === 'problem' ? 'toast-problem' : ''}"
      part="toast"
      popover="manual"
      @pointerenter=${this.#hold}
      @pointerleave=${this.#release}
      @focusin=${this.#hold}
      @focusout=${this.#release}
    >
      <span class="toast-text">${toast.text}</span>
      ${
        toast.action
          ? html`<button type="button" class="toast-action" part="button" @click=${this.#act}>
              ${toast.action.label}
            </button>`
          : nothing
      }
      ${
        toast.tone === 'working'
          ? nothing
          : html`<button
              type="button"
              class="toast-close"
              aria-label=${this.#dismissLabel()}
              @click=${() => this.hide()}
            >
              ${closeIcon()}
            </button>`
      }
    </div>`;
  }

  readonly #act = () => {
    const action = this.#toast?.action;
    this.hide();
    action?.run();
  };

  readonly #hold = () => {
    if (this.#held) return;
    this.#held = true;
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#since;
  };

  readonly #release = () => {
    this.#held = false;
    this.#left = Math.max(this.#left, SHOWN_FOR / 2);
    this.#run();
  };

  readonly #visibility = () => {
    if (!this.#toast) return;
    if (document.hidden) this.#hold();
    else this.#release();
  };

  #run(): void {
    clearTimeout(this.#timer);
    if (this.#toast?.tone === 'problem' || this.#toast?.tone === 'working') return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.hide(), this.#left);
  }
}

/** Styles of the toast. */
export const toastStyles = css`
  .toast {
    position: fixed;
    inset: auto 0 calc(var(--_raised, 0.75em) + 0.5em);
    margin: 0 auto;
    inline-size: max-content;
    max-inline-size: min(32em, calc(100vw - 2em));
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 3.5);
    border: 0;
    border-radius: calc(var(--_radius) + 2px);
    background: light-dark(#1f2026, #34363d);
    color: #fff;
    box-shadow: var(--_shadow);
    font-size: 1em;
  }
  .toast:popover-open {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .toast-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    padding-block: calc(var(--_space) * 1.25);
  }
  .toast button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_control);
    min-inline-size: var(--_control);
    border-radius: var(--_radius);
    color: inherit;
  }
  .toast button:hover {
    background: rgb(255 255 255 / 0.12);
  }
  .toast button:focus-visible {
    outline-color: #fff;
    outline-offset: -2px;
  }
  .toast-action {
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
    white-space: nowrap;
  }
  .toast-problem {
    border-inline-start: 3px solid #ff8b90;
  }
  .toast-close {
    color: rgb(255 255 255 / 0.75);
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast:popover-open {
      animation: toast-in 160ms ease-out;
    }
    @keyframes toast-in {
      from {
        opacity: 0;
        translate: 0 0.5em;
      }
    }
  }
  @media (forced-colors: active) {
    .toast {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .toast {
      display: none !important;
    }
  }
`;
