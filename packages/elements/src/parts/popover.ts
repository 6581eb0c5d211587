// Whatever floats: one panel in the host's own shadow root, in the top layer, beside what opened it. One is open at a
// time in a host. Escape and a press outside close it; focus moves in when it opens and back when it closes, and is
// never lost: where what opened it is gone, the host says where focus goes.
import {
  css,
  type CSSResult,
  html,
  type LitElement,
  nothing,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import { placed } from './popover-placement.ts';

/** The element that a part belongs to: it calls the part's `render()` once, at the end of its template. */
export type PartHost = LitElement;

export interface PartOptions {
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
  /** Called once it has closed, however it came about. */
  onClose?: (() => void) | undefined;
}

/** The media query under which what floats becomes a sheet at the bottom of the screen. */
const SHEET = '(max-width: 479.98px)';
const ANCHOR = '--followthrough-anchor';
const TABBABLE = 'a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),[tabindex="0"]';

const openIn = new WeakMap<PartHost, Popover>();
let count = 0;

/** Adds the styles of a part that came late to its host, once. */
export function adoptStyles(host: PartHost, styles: readonly CSSResult[]): void {
  const root = host.renderRoot;
  if (!(root instanceof ShadowRoot)) return;
  for (const { styleSheet } of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}

export class Popover implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #styles: readonly CSSResult[];
  readonly #id = `popover-${(count += 1)}`;
  #spec: PopoverSpec | null = null;
  #anchor: HTMLElement | null = null;
  #anchorBox: DOMRect | null = null;
  #shown = false;

  constructor(host: PartHost, options: PartOptions = {}, styles: readonly CSSResult[] = []) {
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
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#id}`);
  }

  /** Opens beside `anchor`; opened again from the same anchor, it closes. */
  open(anchor: HTMLElement, spec: PopoverSpec): void {
    const same = this.#anchor === anchor;
    openIn.get(this.#host)?.close({ returnFocus: same });
    if (same) return;
    adoptStyles(this.#host, this.#styles);
    openIn.set(this.#host, this);
    this.#anchor = anchor;
    this.#spec = spec;
    anchor.setAttribute('aria-expanded', 'true');
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
    anchor.setAttribute('aria-expanded', 'false');
    anchor.style.removeProperty('anchor-name');
    if (returnFocus || heldFocus) {
      if (anchor.isConnected) anchor.focus();
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
      id=${this.#id}
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
    if (event.defaultPrevented || event.isComposing) return;
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
    const stops = [...(this.element?.querySelectorAll<HTMLElement>(TABBABLE) ?? [])].filter((stop) => stop.tabIndex >= 0);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const inside = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (inside !== edge && inside !== this.element) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

export const popoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    margin: 4px 0;
    padding: 4px;
    box-sizing: border-box;
    min-inline-size: 180px;
    max-inline-size: min(360px, calc(100vw - 16px));
    max-block-size: min(480px, calc(100vh - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    position-anchor: --followthrough-anchor;
    position-area: self-block-end span-self-inline-end;
    position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
    position-visibility: always;
  }
  .popover[data-measured] {
    position-area: none;
    margin: 0;
  }
  .popover:focus {
    outline: none;
  }
`;
