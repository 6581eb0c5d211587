// Why the last change of an item was refused: it stands with the item until somebody tries again, or the item is another.
import type { Id, OpenItem } from '@followthrough/core/schema';

export class ItemFaults {
  readonly #faults = new Map<Id, { readonly version: number; readonly text: string }>();

  set({ id, version }: OpenItem, text: string): void {
    this.#faults.set(id, { version, text });
  }

  /** It is tried again. */
  forget({ id }: OpenItem): void {
    this.#faults.delete(id);
  }

  /** In words; null where nothing of it was refused. */
  of({ id, version }: OpenItem): string | null {
    const fault = this.#faults.get(id);
    return fault?.version === version ? fault.text : null;
  }
}
