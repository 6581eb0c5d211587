// A modal dialog of the list: what it holds is drawn anew with the element. Escape and a press on its backdrop ask its owner
// whether it may close; the focus goes back to what opened it, else where the host says.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { adoptStyles, type PartHost, type PartOptions } from '../parts/popover.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { modalStyles } from './modal-styles.ts';

/** What a dialog shows. */
export interface ModalSpec {
  /** Names its look. */
  readonly name: string;
  readonly title: string;
  readonly content: () => unknown;
  /** What stands at its end, in the order in which it is read. */
  readonly buttons: () => unknown;
  /** Whether it may close now, and what is done then. */
  readonly onClose: () => boolean;
  /** What floats inside it. */
  readonly floating?: (() => unknown) | undefined;
}

export class Modal implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  #anchor: HTMLElement | null = null;
  #spec: ModalSpec | null = null;
  #shown = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== null;
  }

  get element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>(`dialog.${this.#spec?.name ?? 'none'}`);
  }

  open(anchor: HTMLElement | null, spec: ModalSpec): void {
    if (!this.#host.isConnected) return;
    adoptStyles(this.#host, [dialogStyles, modalStyles]);
    this.#anchor = anchor;
    this.#spec = spec;
    this.#shown = false;
    this.#host.requestUpdate();
  }

  /** Closes at once. */
  close(returnFocus = true): void {
    if (!this.#spec) return;
    this.element?.close();
    this.#spec = null;
    if (returnFocus) {
      if (this.#anchor?.isConnected && this.#anchor.checkVisibility()) this.#anchor.focus();
      else this.#options.fallbackFocus?.();
    }
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.element;
    if (!this.#spec || this.#shown || !dialog) return;
    this.#shown = true;
    dialog.showModal();
    dialog.focus();
  }

  hostDisconnected(): void {
    this.close(false);
  }

  render(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    return html`<dialog
      class="dialog modal ${spec.name}"
      part="dialog"
      tabindex="-1"
      aria-labelledby="${spec.name}-title"
      @keydown=${this.#onKeyDown}
      @pointerdown=${this.#onPointerDown}
      @cancel=${this.#onCancel}
      @close=${this.#onClosed}
    >
      <div class="modal-body">
        <h2 class="modal-title" id="${spec.name}-title">${spec.title}</h2>
        ${spec.content()}
      </div>
      <div class="modal-foot">${spec.buttons()}</div>
      ${spec.floating?.()}
    </dialog>`;
  }

  /** For the button that closes. */
  readonly askToClose = (): void => {
    if (this.#spec?.onClose()) this.close();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of the list under it.
    event.stopPropagation();
    if (event.isComposing || event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    this.askToClose();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.target === event.currentTarget) this.askToClose();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.askToClose();
  };

  /** A browser can close a dialog without asking (Android's back key, pressed twice). */
  readonly #onClosed = (): void => {
    if (!this.#spec || this.element?.open) return;
    if (this.#spec.onClose()) this.close();
    else this.element?.showModal();
  };
}
