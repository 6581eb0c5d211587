// Taking items to another place, whose code comes once something is shown that may be moved.
import type { OpenItem } from '@followthrough/core/schema';
import type { GripClick, ItemLiftSetting } from './item-lift.ts';
import { movableItems, type MovingItem } from './item-moves.ts';
import type { ItemMoving } from './item-moving.ts';

export class LateMoving {
  readonly #set: ItemLiftSetting;
  #moving: ItemMoving | undefined;
  #isLoading = false;
  /** What was done with a handle before its code was there, in order. */
  #early: ((moving: ItemMoving) => void)[] = [];

  constructor(setting: ItemLiftSetting) {
    this.#set = setting;
  }

  /** What is taken along; null where nothing is. */
  get moving(): MovingItem | null {
    return this.#moving?.moving ?? null;
  }

  /** Whether it is a pointer that takes it along. */
  get isDragging(): boolean {
    return this.#moving?.isDragging ?? false;
  }

  /** For the list's `pointerdown`. */
  readonly down = (event: PointerEvent): void => this.#moving?.down(event);

  /** What its handle does. */
  readonly grip = {
    click: (item: OpenItem, { detail, currentTarget }: GripClick): void =>
      this.#do(({ grip }) => grip.click(item, { detail, currentTarget })),
    press: (event: KeyboardEvent): void => {
      // What follows on a press that waits is not the page's either.
      if (this.#early.length > 0 && ['ArrowUp', 'ArrowDown', 'Escape'].includes(event.key)) event.preventDefault();
      if (this.#moving || this.#early.length > 0) this.#do(({ grip }) => grip.press(event));
    },
    leave: (): void => {
      this.#early = [];
      this.#moving?.grip.leave();
    },
  };

  /** Does it now, or once the code is there. */
  #do(work: (moving: ItemMoving) => void): void {
    if (this.#moving) work(this.#moving);
    else this.#early.push(work);
  }

  /** Has its code come, where something may be moved. */
  prepare(): void {
    if (this.#moving || this.#isLoading || this.#set.readonly() || movableItems(this.#set.shown()).length === 0) return;
    this.#isLoading = true;
    import('./item-moving.ts').then(
      ({ ItemMoving }) => {
        this.#moving = new ItemMoving(this.#set);
        for (const work of this.#early.splice(0)) work(this.#moving);
      },
      // Where it could not be had, the next drawing asks again.
      () => {
        this.#isLoading = false;
        this.#early = [];
      },
    );
  }
}
