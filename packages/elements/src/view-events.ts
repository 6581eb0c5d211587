// What a list tells its page about saved views and files: a view was chosen, a view is to be kept, a file is to be saved.
// A list keeps nothing itself: where views are stored is the host page's business.
import type { ActionFilter, ActionSort } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';

/** A filter, an order and groups under a name. What it leaves out is as a list begins: everything, by due date, ungrouped. */
export interface ListView {
  readonly id: string;
  readonly name: string;
  /** As text (`status:todo,overdue assignee:me`) or as a filter. */
  readonly filter?: string | ActionFilter | undefined;
  readonly sort?: ActionSort | undefined;
  readonly groupBy?: Grouping | undefined;
}

/** `view-change`: somebody chose a view. */
export class ViewChange extends Event {
  readonly view: ListView;
  constructor(view: ListView) {
    super('view-change');
    this.view = view;
  }
}

/**
 * `view-save`: somebody wants a view kept. The host page stores it and gives the list new `views`; where that takes
 * time or may fail, it says so with `waitUntil`. Cancelled: the list takes it as not saved, and says nothing itself.
 * @example
 * list.addEventListener('view-save', (event) => {
 *   event.waitUntil(store(event).then((views) => { list.views = views; }));
 * });
 */
export class ViewSave extends Event {
  /** The view that is changed; null for a new one. */
  readonly id: string | null;
  readonly name: string;
  /** As text, ready to be stored. */
  readonly filter: string;
  readonly sort: ActionSort;
  readonly groupBy: Grouping;
  readonly #waits: Promise<unknown>[] = [];

  constructor(view: { id: string | null; name: string; filter: string; sort: ActionSort; groupBy: Grouping }) {
    super('view-save', { bubbles: true, composed: true, cancelable: true });
    this.id = view.id;
    this.name = view.name;
    this.filter = view.filter;
    this.sort = view.sort;
    this.groupBy = view.groupBy;
  }

  /** It is saved once the promise is kept; where it rejects, the list shows the reason (an error's message), and nothing typed is lost. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Whether it was saved; false where the event was cancelled. Rejects with the reason where it could not be. */
  async settled(): Promise<boolean> {
    if (this.defaultPrevented) return false;
    await Promise.all(this.#waits);
    return !this.defaultPrevented;
  }
}

/** `export-before-save`: a file is made and about to be saved. Cancelled: it is not saved; the host page takes the text. */
export class ExportBeforeSave extends Event {
  /** All that the file holds: CSV in UTF-8, with a byte order mark. */
  readonly text: string;
  readonly fileName: string;
  constructor(text: string, fileName: string) {
    super('export-before-save', { bubbles: true, composed: true, cancelable: true });
    this.text = text;
    this.fileName = fileName;
  }
}

declare global {
  interface HTMLElementEventMap {
    'view-change': ViewChange;
    'view-save': ViewSave;
    'export-before-save': ExportBeforeSave;
  }
}
