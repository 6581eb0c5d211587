// Text that is edited in its row: the title of an action, the name of a section, and what is to be added. Enter saves,
// Escape takes it back, leaving the field saves what changed. What was typed is never lost: an empty one is refused in
// place, and one that the backend refuses comes back with the reason, as soon as nothing else is typed.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { isUndoKey } from '../undo-key.ts';

/** One field. */
export interface EditedText {
  /** The row it stands in. */
  readonly key: string;
  readonly text: string;
  readonly label: string;
  readonly placeholder?: string;
  /** What is said of an empty one. */
  readonly emptyFault: string;
  /** Saves it; rejects with an Error whose message is the reason. */
  readonly save: (text: string) => Promise<unknown>;
  /** Whether Enter saves and leaves an empty field for the next. */
  readonly stays?: boolean;
  /** Shown below the field while one types. */
  readonly hint?: (text: string) => TemplateResult | typeof nothing;
  readonly maxLength: number;
}

/** Text that was not taken, and why. */
interface Refused {
  readonly edited: EditedText;
  readonly text: string;
  readonly fault: string;
}

export class TextEdit {
  readonly #host: LitElement;
  /** Gives the focus back to the row. */
  readonly #leave: (key: string) => void;
  #edited: EditedText | null = null;
  #text = '';
  #fault: string | null = null;
  #toFocus = false;
  /** In the order in which they come back. */
  #refused: Refused[] = [];

  constructor(host: LitElement, leave: (key: string) => void) {
    this.#host = host;
    this.#leave = leave;
  }

  /** Whether the text of this row is edited. */
  isOf(key: string): boolean {
    return this.#edited?.key === key;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#text;
  }

  /** Begins. What is typed in another row is saved; what waits there to be mended keeps waiting. */
  start(edited: EditedText): void {
    if (this.#edited?.key !== edited.key) {
      this.#putAside();
      const waiting = this.#refused.find((one) => one.edited.key === edited.key);
      this.#refused = this.#refused.filter((one) => one !== waiting);
      this.#edited = edited;
      this.#text = waiting?.text ?? edited.text;
      this.#fault = waiting?.fault ?? null;
    }
    this.#toFocus = true;
    this.#host.requestUpdate();
  }

  /** Call when the host has updated. */
  updated(): void {
    if (!this.#toFocus || !this.#field) return;
    this.#toFocus = false;
    // Focus moves the grid's tab stop, which draws again: not in the midst of this update.
    queueMicrotask(() => {
      this.#field?.focus();
      // Not what came back: somebody who types on would type over it.
      if (this.#fault === null) this.#field?.select();
    });
  }

  render(): TemplateResult | typeof nothing {
    const edited = this.#edited;
    if (!edited) return nothing;
    return html`<span class="text-edit">
      <input
        type="text"
        class="input text-field"
        part="input"
        aria-label=${edited.label}
        aria-invalid=${this.#fault === null ? nothing : 'true'}
        aria-describedby="text-fault"
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${edited.placeholder ?? nothing}
        maxlength=${edited.maxLength}
        .value=${this.#text}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
        @blur=${this.#onBlur}
      />
      <span id="text-fault" class="text-fault danger-text" role="alert">${this.#fault ?? nothing}</span>
      ${edited.hint?.(this.#text) ?? nothing}
    </span>`;
  }

  /** Takes a part of the text out, or puts other text in its place. */
  write(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
    this.#field?.focus();
  }

  readonly #onInput = (event: InputEvent): void => {
    this.#text = (event.currentTarget as HTMLInputElement).value;
    this.#fault = null;
    this.#host.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // In a line that adds there was nothing before that could be typed back.
    if (this.#edited?.text === '' && isUndoKey(event)) return;
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void this.#save(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#end(true);
    }
  };

  readonly #onBlur = (): void => {
    const edited = this.#edited;
    if (!edited || this.#toFocus || this.#fault !== null) return;
    if (this.#text.trim() === '' || this.#text.trim() === edited.text) this.#end(false);
    else if (!edited.stays) void this.#save(false);
  };

  async #save(byKey: boolean): Promise<void> {
    const edited = this.#edited;
    if (!edited) return;
    const text = this.#text.trim();
    if (text === '') {
      if (!byKey) return this.#end(false);
      if (edited.stays) return this.#end(true);
      this.#fault = edited.emptyFault;
      this.#host.requestUpdate();
      return;
    }
    if (edited.stays && byKey) {
      this.#text = '';
      this.#fault = null;
      this.#host.requestUpdate();
      const next = this.#refused.shift();
      if (next) this.#return(next);
    } else this.#end(byKey);
    await this.#send(edited, text);
  }

  async #send(edited: EditedText, text: string): Promise<void> {
    if (text === edited.text) return;
    try {
      await edited.save(text);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      // It comes back; where something else is being typed by now, after that.
      const isFree = this.#edited === null || (this.#edited.key === edited.key && this.#text.trim() === '');
      if (isFree) this.#return({ edited, text, fault });
      else this.#refused.push({ edited, text, fault });
    }
  }

  /** Makes room for another. */
  #putAside(): void {
    const edited = this.#edited;
    const text = this.#text.trim();
    if (!edited || text === '') return;
    if (this.#fault === null) void this.#send(edited, text);
    else this.#refused.push({ edited, text, fault: this.#fault });
  }

  #return({ edited, text, fault }: Refused): void {
    this.#edited = edited;
    this.#text = text;
    this.#fault = fault;
    this.#toFocus = true;
    this.#host.requestUpdate();
  }

  #end(toFocus: boolean): void {
    const key = this.#edited?.key;
    this.#edited = null;
    this.#fault = null;
    this.#text = '';
    this.#host.requestUpdate();
    const next = this.#refused.shift();
    if (next) this.#return(next);
    else if (toFocus && key !== undefined) this.#leave(key);
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.text-field');
  }
}
