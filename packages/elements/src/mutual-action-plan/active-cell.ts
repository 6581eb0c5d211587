// Where the one tab stop of the plan's grid is: a row and a column in it. It follows the focus, and where its row goes it
// is in the row that took its place.
import type { LitElement } from 'lit';
import type { PlanRow } from './plan-rows.ts';

export type PlanColumn = 'done' | 'title' | 'assignee' | 'dates' | 'more';

/** The columns of a kind of row, in order. */
export const COLUMNS_OF: Readonly<Record<PlanRow['type'], readonly PlanColumn[]>> = {
  section: ['title', 'assignee', 'dates', 'more'],
  action: ['done', 'title', 'assignee', 'dates', 'more'],
  add: ['title'],
};

export class ActiveCell {
  readonly #host: LitElement;
  #key: string | null = null;
  #column: PlanColumn = 'title';
  /** Where the row was, for when it is gone. */
  #index = 0;

  constructor(host: LitElement) {
    this.#host = host;
  }

  get key(): string | null {
    return this.#key;
  }

  get column(): PlanColumn {
    return this.#column;
  }

  /** Settles on a row that is shown: its own, or the one that took its place. */
  settle(rows: readonly PlanRow[]): void {
    const at = rows.findIndex(({ key }) => key === this.#key);
    if (at >= 0) {
      this.#index = at;
      return;
    }
    const row = rows[Math.min(this.#index, rows.length - 1)];
    const lost = this.#key !== null && this.#holdsFocus;
    this.#key = row?.key ?? null;
    if (lost && row) void this.#host.updateComplete.then(() => this.focus());
  }

  /** The column of a row that the tab stop is in; null where it is in another row. */
  in(row: PlanRow): PlanColumn | null {
    if (row.key !== this.#key) return null;
    const columns = COLUMNS_OF[row.type];
    return columns.includes(this.#column) ? this.#column : 'title';
  }

  at(key: string, column: PlanColumn): void {
    if (key === this.#key && column === this.#column) return;
    this.#key = key;
    this.#column = column;
    this.#host.requestUpdate();
  }

  /** Goes to a cell and focuses it. */
  go(key: string, column: PlanColumn = this.#column): void {
    this.at(key, column);
    void this.#host.updateComplete.then(() => this.focus());
  }

  /** Focuses the cell. */
  focus(): void {
    this.#cell?.focus();
    this.#cell?.scrollIntoView({ block: 'nearest' });
  }

  get #cell(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.grid .cell[tabindex="0"]');
  }

  get #holdsFocus(): boolean {
    const active = (this.#host.renderRoot as ShadowRoot).activeElement;
    // A row that is taken out takes the focus with it.
    return active === null ? this.#host.matches(':focus, :focus-within') : active.closest('.grid') !== null;
  }
}
