// A modal dialog in the host's own shadow root: Escape and a press beside it close it, asking first where something was typed;
// focus moves in when it opens and back to what opened it when it closes, and is never lost. Loaded with what it holds.
import { html, nothing, type CSSResult, type ReactiveController, type TemplateResult } from 'lit';
import { adoptStyles } from './adopt-styles.ts';
import { dialogStyles } from './dialog-styles.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface ModalSpec {
  /** Names its look: the class. */
  readonly name: string;
  /** Its accessible name. */
  readonly label: string;
  readonly content: () => TemplateResult;
  /** A selector of what in it gets focus; the dialog itself where nothing matches. */
  readonly initialFocus?: string | undefined;
  /** Asked before it closes by itself; false: it stays, and what it holds says why. */
  readonly mayClose?: (() => boolean) | undefined;
  /** Called once it has closed, however it came about. */
  readonly onClose?: (() => void) | undefined;
}

export class Modal implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #styles: readonly CSSResult[];
  #spec: ModalSpec | null = null;
  #anchor: HTMLElement | null = null;
  #shown = false;

  constructor(host: PartHost, options: PartOptions, styles: readonly CSSResult[] = []) {
    this.#host = host;
    this.#options = options;
    this.#styles = [dialogStyles, ...styles];
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== null;
  }

  /** The dialog, while it is on the page. */
  get element(): HTMLDialogElement | null {
    return this.#spec && this.#host.renderRoot.querySelector<HTMLDialogElement>(`dialog.${this.#spec.name}`);
  }

  /** Opens; focus goes back to `anchor` in the end, or where the host says once that is gone. */
  open(anchor: HTMLElement, spec: ModalSpec): void {
    // What was loaded for it may have come after the host has gone.
    if (this.#spec || !this.#host.isConnected) return;
    adoptStyles(this.#host, this.#styles);
    this.#spec = spec;
    this.#anchor = anchor;
    this.#shown = false;
    this.#host.requestUpdate();
  }

  /** Closes at once. */
  close({ returnFocus = true }: CloseOptions = {}): void {
    const spec = this.#spec;
    const anchor = this.#anchor;
    if (!spec) return;
    const dialog = this.element;
    this.#spec = null;
    this.#anchor = null;
    dialog?.close();
    this.#host.requestUpdate();
    if (returnFocus) {
      if (anchor?.isConnected && anchor.checkVisibility()) anchor.focus();
      else this.#options.fallbackFocus?.();
    }
    spec.onClose?.();
  }

  /** Closes where what it holds lets it. */
  readonly ask = (): void => {
    if (this.#spec?.mayClose?.() === false) this.#host.requestUpdate();
    else this.close();
  };

  hostUpdated(): void {
    const dialog = this.element;
    if (!this.#spec || this.#shown || !dialog) return;
    this.#shown = true;
    dialog.showModal();
    const { initialFocus } = this.#spec;
    (initialFocus === undefined ? dialog : (dialog.querySelector<HTMLElement>(initialFocus) ?? dialog)).focus();
  }

  hostDisconnected(): void {
    this.close({ returnFocus: false });
  }

  render(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    return html`<dialog
      class="dialog ${spec.name}"
      part="dialog"
      tabindex="-1"
      aria-label=${spec.label}
      @keydown=${this.#onKeyDown}
      @pointerdown=${this.#onPointerDown}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      ${spec.content()}
    </dialog>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of what is under it.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    this.ask();
  };

  /** A press beside the dialog's content is one on its backdrop. */
  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.target === event.currentTarget) this.ask();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.ask();
  };

  /** A browser can close a dialog without asking (Android's back key, pressed twice): what was typed is kept. */
  readonly #onClose = (): void => {
    if (!this.#spec || this.element?.open) return;
    if (this.#spec.mayClose?.() === false) this.element?.showModal();
    else this.close();
    this.#host.requestUpdate();
  };
}
