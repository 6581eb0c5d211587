// Which row of a timeline has the tab stop, which has the focus and which is pointed at. The tab stop is always in a row that
// is there: where its own goes, in the one that took its place.
import type { TimelineRow, TimelineRows } from './timeline-rows.ts';

export class TimelineCursor {
  #active: string | null = null;
  #index = 0;
  /** The row with the focus, while one has it. */
  focused: string | null = null;
  /** The row under the pointer. */
  hovered: string | null = null;

  get active(): string | null {
    return this.#active;
  }

  /** Where the row with the tab stop is. */
  get index(): number {
    return this.#index;
  }

  /** What links and details are shown of. */
  get pointed(): string | null {
    return this.hovered ?? this.focused;
  }

  /** Takes the rows as they are now; gives whether the row with the focus has gone. */
  settle({ rows, at }: TimelineRows): boolean {
    if (this.hovered !== null && !at.has(this.hovered)) this.hovered = null;
    const index = this.#active === null ? undefined : at.get(this.#active);
    if (index !== undefined) {
      this.#index = index;
      return false;
    }
    const lost = this.focused !== null;
    this.#index = Math.max(0, Math.min(this.#index, rows.length - 1));
    this.#active = rows[this.#index]?.key ?? null;
    if (lost) this.focused = this.#active;
    return lost;
  }

  to(row: TimelineRow, index: number): void {
    this.#active = row.key;
    this.#index = index;
  }
}
