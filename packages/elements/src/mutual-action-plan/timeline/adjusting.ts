// A bar that is being moved or resized, by the pointer or by keys, before it is let go: its dates as they would be, and what
// else would move with them, asked for as soon as it rests a moment. Nothing is changed until it is let go.
import type { Action, Id, Preview } from '@followthrough/core/schema';
import { type AdjustedDates, isChanged } from './adjusted-dates.ts';
import type { BarDates } from './bar.ts';

/** How long a bar rests before it is asked what moves with it, in milliseconds. */
const REST = 90;

export interface Adjustment {
  readonly action: Action;
  readonly by: 'pointer' | 'keys';
  readonly dates: AdjustedDates;
  /** What would move with it; null while that is not known. */
  readonly preview: Preview | null;
}

export interface AdjustingOptions {
  readonly preview: (id: Id, dates: AdjustedDates) => Promise<Preview>;
  readonly save: (id: Id, dates: AdjustedDates) => void;
  /** Called whenever it is another. */
  readonly changed: () => void;
  /** Called once it is known what would move. */
  readonly known: (adjustment: Adjustment) => void;
}

export class Adjusting {
  readonly #options: AdjustingOptions;
  #current: Adjustment | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** An answer counts only where nothing was moved since it was asked for. */
  #turn = 0;

  constructor(options: AdjustingOptions) {
    this.#options = options;
  }

  get current(): Adjustment | null {
    return this.#current;
  }

  /** Holds a bar where it would have these dates. */
  hold(action: Action, by: Adjustment['by'], dates: AdjustedDates): void {
    const before = this.#current;
    if (before?.action.id === action.id && isSame(before.dates, dates)) return;
    this.#current = { action, by, dates, preview: null };
    this.#ask(this.#current);
    this.#options.changed();
  }

  /** Lets go: the dates are saved where they are others. */
  drop(): void {
    const current = this.#current;
    this.#end();
    if (current && isChanged(current.action, current.dates)) this.#options.save(current.action.id, current.dates);
  }

  /** Gives up; gives whether there was something to give up. */
  cancel(): boolean {
    const was = this.#current !== null;
    this.#end();
    return was;
  }

  /** The dates that an action would have; undefined where it stays. */
  datesOf(id: Id): BarDates | undefined {
    const current = this.#current;
    if (!current) return undefined;
    if (current.action.id === id) return current.dates;
    return current.preview ? movedBy(current.preview).get(id) : undefined;
  }

  #ask(adjustment: Adjustment): void {
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    const { action, dates } = adjustment;
    if (!isChanged(action, dates)) return;
    this.#timer = setTimeout(() => {
      // Where it cannot be told what moves, the bar alone is shown; saving tells what is wrong.
      this.#options.preview(action.id, dates).then(
        (preview) => {
          if (turn !== this.#turn || this.#current !== adjustment) return;
          this.#current = { ...adjustment, preview };
          this.#options.changed();
          this.#options.known(this.#current);
        },
        () => undefined,
      );
    }, REST);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (this.#current === null) return;
    this.#current = null;
    this.#options.changed();
  }
}

const movedDates = new WeakMap<Preview, ReadonlyMap<Id, BarDates>>();

function movedBy(preview: Preview): ReadonlyMap<Id, BarDates> {
  let moved = movedDates.get(preview);
  if (!moved) {
    const dates = new Map<Id, { start?: string | null; due?: string | null }>();
    for (const { actionId, field, to } of preview.moved) dates.set(actionId, { ...dates.get(actionId), [field]: to });
    movedDates.set(preview, (moved = dates));
  }
  return moved;
}

/** How many dates of other actions a change moves. */
export function othersMoved({ action, preview }: Adjustment): number {
  return preview ? preview.moved.filter(({ actionId }) => actionId !== action.id).length : 0;
}

function isSame(a: AdjustedDates, b: AdjustedDates): boolean {
  return a.start === b.start && a.due === b.due;
}
