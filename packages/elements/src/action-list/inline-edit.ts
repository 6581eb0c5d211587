// Editing a title in its row: Enter saves, Escape takes it back, leaving the field saves only what changed. What was
// typed is never lost: a title that is empty or too long is refused in place, and one that the backend refuses comes back
// to be mended.
import type { LitElement } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Action, Id } from '@followthrough/core/schema';
import { editCell, type EditedTitle } from './edit-cell.ts';

/** What editing needs of the list. */
export interface TitleEditing {
  readonly host: LitElement;
  /** The action as it stands now; undefined once it is gone. */
  current(id: Id): Action | undefined;
  /** Rejects where the title was refused. */
  save(action: Action, title: string): Promise<unknown>;
  reasonOf(error: BackendError): string;
  /** A title was refused whose action is gone. */
  gone(title: string, why: string): void;
  /** What is wrong with a title that nobody needs to be asked about; null where nothing is. */
  faultOf(title: string): string | null;
  rowOf(id: Id): HTMLElement | null;
  /** Puts the focus back on the row's title. */
  leave(id: Id): void;
}

export class InlineEdit {
  readonly #list: TitleEditing;
  #action: Action | null = null;
  #edited: EditedTitle | null = null;
  #toFocus = false;
  /** Refused while another title was edited: their turn comes after it. */
  #refused: { readonly id: Id; readonly text: string; readonly fault: string }[] = [];

  constructor(list: TitleEditing) {
    this.#list = list;
  }

  /** The title of this action while it is edited. */
  of(id: Id): EditedTitle | null {
    return this.#action?.id === id ? this.#edited : null;
  }

  get active(): boolean {
    return this.#action !== null;
  }

  /** Begins. A refused title that waits to be mended keeps waiting. */
  start(action: Action): void {
    if (this.#action && this.#edited?.fault != null) {
      this.#refused.push({ id: this.#action.id, text: this.#edited.text, fault: this.#edited.fault });
    }
    const waiting = this.#refused.find(({ id }) => id === action.id);
    this.#refused = this.#refused.filter((one) => one !== waiting);
    this.#begin(action, waiting?.text ?? action.title, waiting?.fault ?? null);
    this.#toFocus = true;
  }

  /** Call when the list has updated: puts the focus into a field that has just come. */
  updated(): void {
    if (!this.#toFocus) return;
    const input = this.#input();
    if (!input) return;
    this.#toFocus = false;
    input.focus();
    // Not what came back: somebody who types on would type over it.
    if (this.#edited?.fault == null) input.select();
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

  /** The field lost the focus. A refused title stays until it is mended or taken back. */
  blur(input: EventTarget | null): void {
    if (this.#action === null || this.#toFocus || input !== this.#input()) return;
    const text = this.#input()?.value ?? '';
    if (text !== '' && this.#edited?.fault != null && text === this.#edited.text) return;
    if (text.trim() !== '' && !this.#commit()) return;
    this.#end(false);
  }

  #begin(action: Action, text: string, fault: string | null): void {
    this.#action = action;
    this.#edited = { text, fault, cell: editCell };
    this.#list.host.requestUpdate();
  }

  #commit(): boolean {
    const action = this.#action;
    const text = this.#input()?.value.trim() ?? '';
    if (!action) return false;
    const fault = this.#list.faultOf(text);
    if (fault !== null) {
      this.#edited = { text, fault, cell: editCell };
      this.#list.host.requestUpdate();
      return false;
    }
    if (text !== this.#list.current(action.id)?.title) void this.#save(action, text);
    return true;
  }

  async #save(action: Action, text: string): Promise<void> {
    try {
      await this.#list.save(action, text);
    } catch (error) {
      this.#refused.push({ id: action.id, text, fault: this.#list.reasonOf(error as BackendError) });
      if (this.#action === null) this.#next(!isBusy(this.#list.host));
    }
  }

  /** The next refused title comes back into its field. */
  #next(toFocus: boolean): void {
    const next = this.#refused.shift();
    if (!next) return;
    const action = this.#list.current(next.id);
    if (!action) {
      this.#list.gone(next.text, next.fault);
      this.#next(toFocus);
      return;
    }
    this.#begin(action, next.text, next.fault);
    this.#toFocus = toFocus;
  }

  #leave(): void {
    const id = this.#action?.id;
    this.#end(true);
    if (id !== undefined && this.#action === null) this.#list.leave(id);
  }

  #end(toFocus: boolean): void {
    this.#action = null;
    this.#edited = null;
    this.#toFocus = false;
    this.#list.host.requestUpdate();
    this.#next(toFocus);
  }

  #input(): HTMLInputElement | null {
    const row = this.#action && this.#list.rowOf(this.#action.id);
    return row?.querySelector<HTMLInputElement>('.title-input') ?? null;
  }
}

/** Whether the person is at something else: typing, in something that floats, or elsewhere in the page. */
function isBusy({ shadowRoot }: LitElement): boolean {
  const inside = shadowRoot?.activeElement;
  if (inside) return inside.closest('input, textarea, dialog, [popover]') !== null;
  return document.activeElement !== null && document.activeElement !== document.body;
}
