// The rows of one group, in order. Changes are noted and made together when the rows are read: each finds its place by
// halving. A few are made in place; many by one pass over the whole, be they a hundred or ten thousand.
import type { SortPosition } from './action-list.ts';

/** An action with its place in the order. One that is changed is another row. */
export interface PlacedRow<T> extends SortPosition {
  action: T;
  /** How it stands with its group, which alone changes this; `coming` at first. */
  stage: 'coming' | 'placed' | 'gone';
}

/** What a view shows of a group. Never changed afterwards. */
export interface ShownGroup<T> {
  readonly key: string;
  readonly rows: readonly T[];
}

/** Up to how many changes moving what follows each is quicker than one pass. */
const FEW = 8;

type Comparator = (a: SortPosition, b: SortPosition) => number;

export class RowGroup<T> {
  readonly #compare: Comparator;
  // Each with its row at the same index.
  #placed: PlacedRow<T>[] = [];
  #added: PlacedRow<T>[] = [];
  #removed: PlacedRow<T>[] = [];
  #shown: ShownGroup<T>;

  constructor(key: string, compare: Comparator) {
    this.#compare = compare;
    this.#shown = { key, rows: [] };
  }

  /** Adds a row that is not in the group. */
  add(row: PlacedRow<T>): void {
    this.#added.push(row);
  }

  /** Takes out the very row that was added. */
  remove(row: PlacedRow<T>): void {
    if (row.stage === 'placed') this.#removed.push(row);
    row.stage = 'gone';
  }

  /** The group as it stands: the very same object until a row of it has changed. */
  get shown(): ShownGroup<T> {
    if (this.#added.length > 0 || this.#removed.length > 0) this.#settle();
    return this.#shown;
  }

  #settle(): void {
    const added = this.#added.filter(({ stage }) => stage === 'coming');
    const removed = this.#removed;
    this.#added = [];
    this.#removed = [];
    const rows = removed.length + added.length > FEW ? this.#merge(removed, added) : this.#splice(removed, added);
    for (const row of added) row.stage = 'placed';
    this.#shown = { key: this.#shown.key, rows };
  }

  #splice(removed: readonly PlacedRow<T>[], added: readonly PlacedRow<T>[]): T[] {
    const placed = this.#placed;
    const rows = this.#shown.rows.slice();
    const coming = new Set(added);
    for (const row of removed) {
      const at = placeIn(placed, row, 0, this.#compare);
      // What only became another row keeps its place: nothing after it moves.
      const successor = added.find(({ id, key }) => id === row.id && key === row.key);
      if (successor) {
        placed[at] = successor;
        rows[at] = successor.action;
        coming.delete(successor);
      } else {
        placed.splice(at, 1);
        rows.splice(at, 1);
      }
    }
    for (const row of coming) {
      const at = placeIn(placed, row, 0, this.#compare);
      placed.splice(at, 0, row);
      rows.splice(at, 0, row.action);
    }
    return rows;
  }

  #merge(removed: readonly PlacedRow<T>[], added: readonly PlacedRow<T>[]): T[] {
    const before = this.#placed;
    const placed: PlacedRow<T>[] = [];
    let from = 0;
    for (const row of removed.concat(added).sort(this.#compare)) {
      const at = placeIn(before, row, from, this.#compare);
      while (from < at) placed.push(before[from++] as PlacedRow<T>);
      if (row.stage === 'gone') from++;
      else placed.push(row);
    }
    while (from < before.length) placed.push(before[from++] as PlacedRow<T>);
    this.#placed = placed;
    return placed.map(({ action }) => action);
  }
}

/** The index of the first row, from an index on, that does not come before `row`: sought in steps that double, then halved. */
function placeIn(rows: readonly SortPosition[], row: SortPosition, from: number, compare: Comparator): number {
  const comesBefore = (index: number) => compare(rows[index] as SortPosition, row) < 0;
  let low = from;
  let high = from;
  for (let step = 1; high < rows.length && comesBefore(high); step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, rows.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comesBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
