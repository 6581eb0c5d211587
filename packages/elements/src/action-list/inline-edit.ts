// Editing a title in its row: Enter saves, Escape takes it back, leaving the field saves only what changed. What was
// typed is never lost: an empty title is refused in place, and one that the backend refuses comes back to be mended.
import type { LitElement } from 'lit';
import type { Action, Id } from '@followthrough/core/schema';

/** What editing needs of the list. */
export interface TitleEditing {
  readonly host: LitElement;
  save(action: Action, title: string): Promise<unknown>;
  /** The words for an empty title. */
  emptyFault(): string;
  /** Puts the focus back on the row's title. */
  leave(id: Id): void;
}

export class InlineEdit {
  readonly #list: TitleEditing;
  #action: Action | null = null;
  #edited: { text: string; fault: string | null } | null = null;
  #toFocus = false;
  /** What was saved last, for a backend that does not accept it. */
  lastSaved: { readonly action: Action; readonly title: string } | null = null;

  constructor(list: TitleEditing) {
    this.#list = list;
  }

  /** The title of this action while it is edited. */
  of(id: Id): { text: string; fault: string | null } | null {
    return this.#action?.id === id ? this.#edited : null;
  }

  get active(): boolean {
    return this.#action !== null;
  }

  /** Begins; `text` and `fault` where a refused title comes back. */
  start(action: Action, text = action.title, fault: string | null = null): void {
    this.#action = action;
    this.#edited = { text, fault };
    this.#toFocus = true;
    this.#list.host.requestUpdate();
  }

  /** Call when the list has updated: puts the focus into a field that has just come. */
  updated(): void {
    if (!this.#toFocus) return;
    const input = this.#input();
    if (!input) return;
    this.#toFocus = false;
    input.focus();
    input.select();
  }

  /** Takes a key of the field; gives whether it is the field's. Keys of the grid mean nothing here. */
  key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#commit()) this.#leave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#leave();
    }
  }

  /** The field lost the focus. */
  blur(): void {
    if (this.#action === null || this.#toFocus) return;
    const text = this.#input()?.value ?? '';
    if (text.trim() !== '') this.#commit();
    this.#end();
  }

  #commit(): boolean {
    const action = this.#action;
    const text = this.#input()?.value.trim() ?? '';
    if (!action) return false;
    if (text === '') {
      this.#edited = { text: '', fault: this.#list.emptyFault() };
      this.#list.host.requestUpdate();
      return false;
    }
    if (text !== action.title) {
      this.lastSaved = { action, title: text };
      void this.#list.save(action, text);
    }
    return true;
  }

  #leave(): void {
    const id = this.#action?.id;
    this.#end();
    if (id !== undefined) this.#list.leave(id);
  }

  #end(): void {
    this.#action = null;
    this.#edited = null;
    this.#toFocus = false;
    this.#list.host.requestUpdate();
  }

  #input(): HTMLInputElement | null {
    return this.#list.host.renderRoot.querySelector<HTMLInputElement>('.title-input');
  }
}
