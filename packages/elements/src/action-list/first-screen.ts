// The first screenful of rows, shown before the window that scrolls through all has come: those in view where the page is
// now, and not one more.
import type { ReactiveController } from 'lit';
import type { RowBox } from './row-box.ts';

export class FirstScreen<Entry, Model extends object> implements ReactiveController {
  readonly #box: RowBox<Entry, Model>;

  /** @param box whose host it is added to */
  constructor(box: RowBox<Entry, Model>) {
    this.#box = box;
  }

  hostUpdated(): void {
    const box = this.#box;
    const rows = box.attach();
    if (!rows) return;
    box.measure();
    const { rowHeight, count } = box.layout;
    const first = Math.max(0, Math.floor(-rows.getBoundingClientRect().top / rowHeight));
    const end = Math.min(count, first + Math.ceil(innerHeight / rowHeight) + 1);
    const shown = new Map<string, number>();
    for (let index = first; index < end; index++) {
      const key = box.mount(index)?.key;
      if (key != null) shown.set(key, index);
    }
    box.slots.releaseOthers(shown, null);
    box.slots.trim();
  }
}
