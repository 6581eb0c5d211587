// What presses and keys in the list mean: found by where they happened (`data-column` and the row around it), then run.
// One listener of each kind serves all rows, so that a row costs no closures.
import type { LitElement } from 'lit';
import type { Action } from '@followthrough/core/schema';
import type { ActionListStore } from '@followthrough/core/stores';
import { RelationshipOpen, RoomOpen } from '../events.ts';
import type { ActiveCell } from './active-cell.ts';
import type { BulkBar } from './bulk-bar.ts';
import { move } from './cell-moves.ts';
import { type Column, nextSort } from './columns.ts';
import { HEADER, isGroupHeader, type ListEntry } from './entries.ts';
import { type Command, commandOf } from './grid-keys.ts';
import type { InlineEdit } from './inline-edit.ts';
import type { RowCommands } from './row-commands.ts';
import { isUndoKey } from '../undo-key.ts';

/** What presses and keys act on. */
export interface InteractionSetting {
  readonly host: LitElement & { readonly readonly: boolean; readonly hotkeys: string };
  readonly cell: ActiveCell;
  readonly rows: RowCommands;
  readonly edit: InlineEdit;
  readonly bulk: BulkBar;
  readonly list: () => ActionListStore | undefined;
  readonly entries: () => readonly ListEntry[];
  readonly selectable: () => boolean;
  readonly rtl: () => boolean;
  readonly keyAt: (node: Node) => string | null;
  readonly rowOf: (key: string) => HTMLElement | null;
  readonly toggleGroup: (key: string) => void;
  readonly setSort: (sort: ReturnType<typeof nextSort>) => void;
  readonly add: () => void;
  readonly search: () => void;
  readonly group: () => void;
  readonly undo: () => void;
  /** Changes what is selected as a person asks for, who is told how many are. */
  readonly select: (change: (list: ActionListStore) => void) => void;
  readonly help: () => void;
}

/** Presses on these do nothing but what they say themselves. */
const OWN = 'input, textarea, .retry';

export class Interaction {
  readonly #on: InteractionSetting;

  constructor(setting: InteractionSetting) {
    this.#on = setting;
  }

  /** For the grid's `focusin`: the tab stop follows the focus. */
  readonly focus = (event: FocusEvent): void => {
    const place = this.#place(event);
    if (place) this.#on.cell.at(place.key, place.column);
  };

  /** For the grid's `focusout`: a title's field that is left. */
  readonly blur = (event: FocusEvent): void => {
    if ((event.target as Element).matches('.title-input')) this.#on.edit.blur(event.target);
  };

  /** For the grid's `mousedown`: extending a selection selects no text. */
  readonly press = (event: MouseEvent): void => {
    if (event.shiftKey && this.#on.selectable() && !(event.target as Element).closest(OWN)) event.preventDefault();
  };

  /** For the grid's `click`. */
  readonly click = (event: MouseEvent): void => {
    const target = event.target as Element;
    const place = this.#place(event);
    if (!place || target.closest(OWN)) return;
    const { key, column } = place;
    if (key === HEADER) {
      this.#header(column);
      return;
    }
    const entry = this.#entry(key);
    if (!entry) return;
    const room = target.closest<HTMLElement>('[data-room]');
    if (room) {
      const href = room instanceof HTMLAnchorElement ? room.href : null;
      if (!this.#on.host.dispatchEvent(new RoomOpen(room.dataset['room'] ?? '', href))) event.preventDefault();
      return;
    }
    if (isGroupHeader(entry)) {
      this.#on.toggleGroup(entry.group.key);
      return;
    }
    if (this.#on.selectable() && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#on.select((list) => (event.shiftKey ? list.extendSelection(entry.id) : list.toggleSelected(entry.id)));
      return;
    }
    const link = target.closest<HTMLAnchorElement>('a[data-place]');
    if (link) {
      if (!this.#on.host.dispatchEvent(new RelationshipOpen(link.dataset['place'] ?? '', link.href)))
        event.preventDefault();
      return;
    }
    const control = target.closest<HTMLElement>('button[data-column]');
    if (control) this.#control(entry, column, control);
    else if (target.closest('.text') && this.#mayEdit(entry)) this.#on.rows.editTitle(entry);
    else this.#on.rows.open(entry, this.#titleOf(key));
  };

  /** For the whole element's `keydown`. */
  readonly key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    if (event.defaultPrevented || event.isComposing) return;
    if (target.matches('.title-input')) {
      this.#on.edit.key(event);
      return;
    }
    if (target.matches('input, textarea, select') && !isUndoKey(event)) return;
    // What opens a place is pressed as any link or button is.
    if (event.key === 'Enter' && target.matches('a[data-place], a[data-room]')) return;
    if ((event.key === 'Enter' || event.key === ' ') && target.matches('button[data-room]')) return;
    const place = this.#place(event);
    const column = place?.key === HEADER ? null : ((place?.column ?? null) as Column | 'group' | null);
    const command = commandOf(event, { column, rtl: this.#on.rtl(), hotkeys: this.#on.host.hotkeys !== 'off' });
    if (command === null || !this.#run(command, place?.key ?? null)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #control(action: Action, column: string | undefined, control: HTMLElement): void {
    const { rows } = this.#on;
    switch (column) {
      case 'select':
        this.#on.select((list) => list.toggleSelected(action.id));
        break;
      case 'done':
        rows.complete(action);
        break;
      case 'due':
        rows.due(action, control);
        break;
      case 'assignee':
        rows.assignee(action, control);
        break;
      case 'status':
        rows.status(action, control);
        break;
      case 'more':
        rows.more(action, control);
        break;
      default:
        break;
    }
  }

  #header(column: string | undefined): void {
    const list = this.#on.list();
    if (!list) return;
    if (column === 'select') {
      this.#on.select(() => (list.$selection.get().size > 0 ? list.clearSelection() : list.selectAll()));
    } else if (column !== undefined) this.#on.setSort(nextSort(column as Column, list.$sort.get()));
  }

  /** Runs a command; gives whether it meant anything here. */
  #run(command: Command, key: string | null): boolean {
    switch (command) {
      case 'add':
        this.#on.add();
        return true;
      case 'search':
        this.#on.search();
        return true;
      case 'group':
        this.#on.group();
        return true;
      case 'help':
        this.#on.help();
        return true;
      case 'undo':
        this.#on.undo();
        return true;
      case 'toBulk':
        return this.#on.bulk.focus();
      case 'escape':
        return this.#escape(key);
      default:
        return key !== null && this.#inGrid(command, key);
    }
  }

  #inGrid(command: Command, key: string): boolean {
    if (key !== HEADER && this.#inGroupHeader(command, key)) return true;
    if (move(this.#on.cell, command)) return true;
    if (command === 'selectAll') {
      if (this.#on.selectable()) this.#on.select((list) => list.selectAll());
      return this.#on.selectable();
    }
    if (key === HEADER) return false;
    const entry = this.#entry(key);
    if (!entry) return false;
    if (!isGroupHeader(entry)) return this.#onRow(command, entry);
    if (command !== 'open' && command !== 'complete') return false;
    this.#on.toggleGroup(entry.group.key);
    return true;
  }

  /** Between what folds a group and what opens its room. */
  #inGroupHeader(command: Command, key: string): boolean {
    const entry = this.#entry(key);
    if (!entry || !isGroupHeader(entry) || (command !== 'forward' && command !== 'back')) return false;
    const column = command === 'forward' ? 'room' : 'group';
    this.#on.rowOf(key)?.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus();
    return true;
  }

  #onRow(command: Command, action: Action): boolean {
    const { rows } = this.#on;
    const anchor = (column: Column) => this.#anchor(action.id, column);
    switch (command) {
      case 'complete':
        rows.complete(action);
        return true;
      case 'open':
        rows.open(action, this.#titleOf(action.id));
        return true;
      case 'edit':
        rows.editTitle(action);
        return true;
      case 'due':
        rows.due(action, anchor('due'));
        return true;
      case 'assignee':
        rows.assignee(action, anchor('assignee'));
        return true;
      case 'assignMe':
        rows.assignToMe(action);
        return true;
      case 'status':
        rows.status(action, anchor('status'));
        return true;
      case 'earlier':
      case 'later':
        rows.shift(action, command === 'later' ? 1 : -1);
        return true;
      case 'remove':
        rows.remove(action);
        return true;
      case 'select':
        if (this.#on.selectable()) this.#on.select((list) => list.toggleSelected(action.id));
        return true;
      case 'extendUp':
      case 'extendDown':
        this.#extend(action, command === 'extendUp' ? -1 : 1);
        return true;
      default:
        return false;
    }
  }

  /** Selects this row and the one the focus goes to. */
  #extend(action: Action, step: 1 | -1): void {
    const list = this.#on.list();
    if (!list || !this.#on.selectable()) return;
    const to = this.#on.cell.index + step;
    const next = this.#on.entries()[to];
    if (next === undefined) return;
    this.#on.select(() => {
      if (list.$selection.get().size === 0) list.toggleSelected(action.id);
      if (!isGroupHeader(next)) list.extendSelection(next.id);
    });
    this.#on.cell.focus(to);
  }

  /** The innermost thing: what floats closes by itself; then the selection is let go. */
  #escape(key: string | null): boolean {
    const list = this.#on.list();
    if (!list || list.$selection.get().size === 0) return false;
    this.#on.select(() => list.clearSelection());
    if (key === null) this.#on.cell.refocus();
    return true;
  }

  #mayEdit(action: Action): boolean {
    return !this.#on.host.readonly && action.may.edit === true;
  }

  #entry(key: string): ListEntry | undefined {
    return this.#on.entries()[this.#on.cell.indexOf(key)];
  }

  #titleOf(key: string): HTMLElement {
    return this.#on.rowOf(key)?.querySelector<HTMLElement>('[data-column="title"]') ?? this.#on.host;
  }

  /** What a part opens beside: the column's control, or what else of the row is shown at this width. */
  #anchor(key: string, column: Column): HTMLElement {
    const control = this.#on.rowOf(key)?.querySelector<HTMLElement>(`[data-column="${column}"]`);
    return control?.checkVisibility() ? control : this.#titleOf(key);
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
