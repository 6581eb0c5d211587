// What presses and keys in the list mean: found by where they happened (`data-column` and the row around it), then run. One
// listener of each kind serves all rows.
import type { LitElement } from 'lit';
import type { Engagement } from '@followthrough/core/schema';
import { type Column, nextSort } from './columns.ts';
import { HEADER, type ListEntry, REST } from './entries.ts';
import type { GridCell } from './grid-cell.ts';
import { type Command, commandOf } from './grid-keys.ts';
import type { ListState } from './list-state.ts';
import type { ToolsLoader } from './tools-loader.ts';

/** What presses and keys act on. */
export interface InteractionSetting {
  readonly host: LitElement & { readonly hotkeys: string; readonly hideCreate: boolean };
  readonly cell: GridCell;
  readonly state: ListState;
  readonly loader: ToolsLoader;
  readonly entries: () => readonly ListEntry[];
  readonly keyAt: (node: Node) => string | null;
  readonly rtl: () => boolean;
  /** Tells the host page; false where it took over. */
  readonly open: (engagement: Engagement, href: string | null) => boolean;
  readonly create: () => void;
}

export class Interaction {
  readonly #on: InteractionSetting;

  constructor(setting: InteractionSetting) {
    this.#on = setting;
  }

  /** For the element's `focusin`: the tab stop follows the focus. */
  focus(event: FocusEvent): void {
    const place = this.#place(event);
    if (place) this.#on.cell.at(place.key, place.column);
  }

  /** For the element's `mousedown`: extending a selection selects no text. */
  press(event: MouseEvent): void {
    if (event.shiftKey && this.#on.state.selects && this.#place(event)) event.preventDefault();
  }

  /** For the element's `click`. */
  click(event: MouseEvent): void {
    const place = this.#place(event);
    const target = event.composedPath()[0] as Element;
    if (!place || target.closest('.retry')) return;
    const { list } = this.#on.state;
    if (place.key === HEADER) {
      this.#header(place.column);
      return;
    }
    const engagement = this.#engagement(place.key);
    if (!engagement || !list) return;
    const selects = this.#on.state.selects;
    const opener = target.closest<HTMLElement>('.text');
    if (selects && event.shiftKey) {
      event.preventDefault();
      list.extendSelection(engagement.id);
    } else if (selects && (place.column === 'select' || ((event.ctrlKey || event.metaKey) && !isLink(opener)))) {
      list.toggleSelected(engagement.id);
    } else if (selects && this.#on.state.isBulkMode && !opener) {
      list.toggleSelected(engagement.id);
    } else if (opener) {
      const href = isLink(opener) ? opener.href : null;
      if (!this.#on.open(engagement, href)) event.preventDefault();
    } else this.#opener(target)?.click();
  }

  /** For the element's `keydown`. */
  key(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as Element;
    if (event.defaultPrevented || event.isComposing) return;
    if (target.matches('input, textarea, select')) return;
    const place = this.#place(event);
    const inRow = place !== null && place.key !== HEADER;
    // What is pressed as any button or link is.
    if (event.key === 'Enter' && target.matches('.text, .retry')) return;
    if (event.key === ' ' && target.matches('.retry, .box')) return;
    const { host, rtl } = this.#on;
    const command = commandOf(event, { inRow, rtl: rtl(), hotkeys: host.hotkeys !== 'off' });
    if (command === null || !this.#run(command, place?.key ?? null)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #header(column: string | undefined): void {
    const { list } = this.#on.state;
    if (!list || column === undefined) return;
    if (column !== 'select') this.#on.loader.setSort(nextSort(column as Column, list.$sort.get()));
    else if (this.#on.state.selected === 0) list.selectLoaded();
    else list.clearSelection();
  }

  /** Runs a command; gives whether it meant anything here. */
  #run(command: Command, key: string | null): boolean {
    const { state, host, loader } = this.#on;
    switch (command) {
      case 'add':
        if (!state.manages || host.hideCreate) return false;
        this.#on.create();
        return true;
      case 'search':
        return loader.tools?.focusSearch() ?? false;
      case 'help':
        void loader.tools?.openHelp();
        return true;
      case 'undo':
        return loader.tools?.undo() ?? false;
      case 'toBulk':
        return loader.tools?.focusBar() ?? false;
      case 'escape':
        return this.#escape(key);
      default:
        return key !== null && this.#inGrid(command, key);
    }
  }

  #inGrid(command: Command, key: string): boolean {
    const { cell, state } = this.#on;
    if (cell.move(command)) return true;
    const { list } = state;
    if (command === 'selectAll') {
      if (state.selects) list?.selectLoaded();
      return state.selects;
    }
    if (key === REST && (command === 'open' || command === 'select')) {
      void list?.loadMore();
      return true;
    }
    const engagement = this.#engagement(key);
    if (!engagement || !list) return false;
    switch (command) {
      case 'open':
        if (cell.column === 'select' && state.selects) list.toggleSelected(engagement.id);
        else this.#opener(this.#focused)?.click();
        return true;
      case 'select':
        if (state.selects) list.toggleSelected(engagement.id);
        else this.#opener(this.#focused)?.click();
        return true;
      case 'extendUp':
      case 'extendDown':
        return this.#extend(engagement, command === 'extendUp' ? -1 : 1);
      default:
        return false;
    }
  }

  /** Selects this row and the one the focus goes to. */
  #extend(engagement: Engagement, step: 1 | -1): boolean {
    const { state, cell, entries } = this.#on;
    const { list } = state;
    if (!list || !state.selects) return false;
    const to = cell.index + step;
    const next = entries()[to];
    if (next === undefined || next === REST) return true;
    if (state.selected === 0) list.toggleSelected(engagement.id);
    list.extendSelection(next.id);
    cell.focus(to);
    return true;
  }

  /** The innermost thing: what floats closes by itself; then the selection is let go, then its mode. */
  #escape(key: string | null): boolean {
    const { state, host, cell } = this.#on;
    if (!state.selecting) return false;
    if (state.selected !== 0) state.list?.clearSelection();
    else state.isBulkMode = false;
    host.requestUpdate();
    if (key === null) cell.refocus();
    return true;
  }

  #engagement(key: string): Engagement | undefined {
    const entry = this.#on.entries()[this.#on.cell.indexOf(key)];
    return entry === REST ? undefined : entry;
  }

  get #focused(): Element | null {
    return this.#on.host.shadowRoot?.activeElement ?? null;
  }

  /** What opens the engagement of the row that something is in. */
  #opener(within: Element | null): HTMLElement | null {
    return within?.closest('.row')?.querySelector<HTMLElement>('.text') ?? null;
  }

  #place(event: Event): { key: string; column: string | undefined } | null {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return null;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (target.closest('.columns')) return { key: HEADER, column };
    const key = target.closest('.rows') ? this.#on.keyAt(target) : null;
    return key === null ? null : { key, column };
  }
}

function isLink(element: HTMLElement | null): element is HTMLAnchorElement {
  return element instanceof HTMLAnchorElement;
}
