// Whatever floats: one panel in the host's own shadow root, in the top layer, beside what opened it. One is open at a
// time in a host. Escape and a press outside close it; focus moves in when it opens and back to where it was when it
// closes, and is never lost: where that is gone, it goes to what opened it, else where the host says.
import { css, type CSSResult, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { adoptStyles } from './adopt-styles.ts';
import { placed } from './popover-placement.ts';

export { adoptStyles };

/** The element that a part belongs to: it calls the part's `render()` once, at the end of its template. */
export type PartHost = LitElement;

export interface PartOptions {
  /** The host's language; its LocalizeController serves. */
  localize: DateWords;
  /** Gives focus a place where what opened the part is gone by the time it closes. */
  fallbackFocus?: (() => void) | undefined;
}

export interface CloseOptions {
  /** Whether focus goes back to what opened it; true by default. */
  returnFocus?: boolean | undefined;
}

export interface PopoverSpec {
  /** Its accessible name. */
  label: string;
  role: 'dialog' | 'menu';
  /** Names its look: the class and the CSS part. */
  name: string;
  content: () => TemplateResult;
  /** A selector of what in it gets focus; the panel itself where nothing matches. */
  initialFocus: () => string;
  /** Sees keys before the panel does: what it prevents is left alone. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  /** Called once it has closed, however it came about. */
  onClose?: (() => void) | undefined;
}

/** The media query under which what floats becomes a sheet at the bottom of the screen. */
const SHEET = '(max-width: 29.99em)';
const ANCHOR = '--followthrough-anchor';
const TABBABLE =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex="0"]';

const openIn = new WeakMap<PartHost, Popover>();
let count = 0;

export class Popover implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #styles: readonly CSSResult[];
  /** Its id in the host's root; a beginning for the ids in it. */
  readonly id = `popover-${(count += 1)}`;
  #spec: PopoverSpec | null = null;
  #anchor: HTMLElement | null = null;
  /** What had the focus before: a cell whose key opened it need not be the control that it stands beside. */
  #from: HTMLElement | null = null;
  #anchorBox: DOMRect | null = null;
  #shown = false;

  constructor(host: PartHost, options: PartOptions, styles: readonly CSSResult[] = []) {
    this.#host = host;
    this.#options = options;
    this.#styles = [popoverStyles, ...styles];
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== null;
  }

  /** What opened it, while it is open. */
  get anchor(): HTMLElement | null {
    return this.#anchor;
  }

  /** The panel, while it is on the page. */
  get element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${this.id}`);
  }

  /** Opens beside `anchor`; opened again from the same anchor, it closes. */
  open(anchor: HTMLElement, spec: PopoverSpec): void {
    const same = this.#anchor === anchor;
    const before = openIn.get(this.#host);
    const focused = this.#host.shadowRoot?.activeElement as HTMLElement | null | undefined;
    // A dialog around the control had it only because the browser gives none to a pressed button.
    const from = before ? before.#from : focused?.contains(anchor) ? anchor : focused;
    before?.close({ returnFocus: same });
    // What was loaded for it may have come after the host has gone.
    if (same || !this.#host.isConnected) return;
    this.#from = from ?? null;
    adoptStyles(this.#host, this.#styles);
    openIn.set(this.#host, this);
    this.#anchor = anchor;
    this.#spec = spec;
    if (anchor.hasAttribute('aria-haspopup')) anchor.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', this.#onPointerDown, true);
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place);
    this.#host.requestUpdate();
  }

  close({ returnFocus = true }: CloseOptions = {}): void {
    const spec = this.#spec;
    const anchor = this.#anchor;
    if (!spec || !anchor) return;
    const heldFocus = this.element?.matches(':focus-within') ?? false;
    this.#spec = null;
    this.#anchor = null;
    this.#anchorBox = null;
    this.#shown = false;
    if (openIn.get(this.#host) === this) openIn.delete(this.#host);
    document.removeEventListener('pointerdown', this.#onPointerDown, true);
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    if (anchor.hasAttribute('aria-haspopup')) anchor.setAttribute('aria-expanded', 'false');
    anchor.style.removeProperty('anchor-name');
    if (returnFocus || heldFocus) {
      const back = [this.#from, anchor].find((one) => one?.isConnected && one.checkVisibility());
      if (back) back.focus();
      else this.#options.fallbackFocus?.();
    }
    this.#host.requestUpdate();
    spec.onClose?.();
  }

  hostUpdated(): void {
    const panel = this.element;
    if (!this.#spec || !panel) return;
    if (this.#shown) {
      this.#place();
      return;
    }
    this.#shown = true;
    panel.showPopover();
    this.#place();
    (panel.querySelector<HTMLElement>(this.#spec.initialFocus()) ?? panel).focus();
  }

  hostDisconnected(): void {
    this.close({ returnFocus: false });
  }

  render(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    return html`<div
      popover="manual"
      id=${this.id}
      class="popover ${spec.name}"
      part="popover ${spec.name}"
      role=${spec.role}
      aria-label=${spec.label}
      tabindex="-1"
      @keydown=${this.#onKeyDown}
    >
      ${spec.content()}
    </div>`;
  }

  readonly #place = (): void => {
    const anchor = this.#anchor;
    const panel = this.element;
    if (!anchor || !panel || !this.#shown) return;
    const anchored = anchor.isConnected && CSS.supports('anchor-name', ANCHOR);
    if (anchor.isConnected) this.#anchorBox = anchor.getBoundingClientRect();
    panel.toggleAttribute('data-measured', !anchored);
    if (anchored) {
      anchor.style.setProperty('anchor-name', ANCHOR);
      return;
    }
    if (matchMedia(SHEET).matches || !this.#anchorBox) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const rtl = getComputedStyle(panel).direction === 'rtl';
    const { left, top } = placed(this.#anchorBox, panel.getBoundingClientRect(), { width, height }, rtl);
    panel.style.setProperty('left', `${left}px`);
    panel.style.setProperty('top', `${top}px`);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    const path = event.composedPath();
    const panel = this.element;
    if ((panel && path.includes(panel)) || (this.#anchor && path.includes(this.#anchor))) return;
    this.close({ returnFocus: false });
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of what floats are not keys of the list under it.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.isComposing) return;
    this.#spec?.onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Tab') this.#keepInside(event);
  };

  /** Tab goes round inside; out of a menu it closes, as menus do. */
  #keepInside(event: KeyboardEvent): void {
    if (this.#spec?.role === 'menu') {
      event.preventDefault();
      this.close();
      return;
    }
    const stops = [...(this.element?.querySelectorAll<HTMLElement>(TABBABLE) ?? [])].filter(
      (stop) => stop.tabIndex >= 0,
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const inside = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (inside !== edge && inside !== this.element) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

const popoverStyles = css`
  /* Where it fits neither above nor below, it lies over what opened it: nothing of it is out of reach. */
  @position-try --over {
    position-area: span-all;
    place-self: end center;
  }
  .popover {
    position: fixed;
    inset: auto;
    margin: 4px 0;
    padding: 4px;
    border: 0;
    min-inline-size: min(12em, 100vw - 16px);
    inline-size: max-content;
    max-inline-size: min(26em, calc(100vw - 16px));
    max-block-size: min(34em, calc(100vh - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    position-anchor: --followthrough-anchor;
    position-area: self-block-end span-self-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline,
      --over;
    position-visibility: always;
    transition:
      opacity var(--_motion),
      translate var(--_motion);
  }
  .popover[data-measured] {
    position-area: none;
    margin: 0;
  }
  .popover:focus {
    outline: none;
  }
  @starting-style {
    .popover:popover-open {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  @media (max-width: 29.99em) {
    .popover {
      position-area: none;
      inset: auto 0 0 0 !important;
      margin: 0;
      padding: 8px 8px max(8px, env(safe-area-inset-bottom));
      inline-size: auto;
      min-inline-size: 0;
      max-inline-size: none;
      max-block-size: 85vh;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .popover::backdrop {
      background: rgb(0 0 0 / 0.35);
    }
    @starting-style {
      .popover:popover-open {
        translate: 0 24px;
      }
    }
  }
  @media (forced-colors: active) {
    .popover {
      border: 1px solid CanvasText;
    }
  }
`;
