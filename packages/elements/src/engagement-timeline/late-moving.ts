// Taking items to another place, whose code comes once something is shown that may be moved.
import type { OpenItem } from '@followthrough/core/schema';
import type { ItemLiftSetting } from './item-lift.ts';
import { movableItems, type MovingItem } from './item-moves.ts';
import type { ItemMoving } from './item-moving.ts';

export class LateMoving {
  readonly #set: ItemLiftSetting;
  #moving: ItemMoving | undefined;
  #isLoading = false;

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
    click: (item: OpenItem, event: MouseEvent): void => this.#moving?.grip.click(item, event),
    press: (event: KeyboardEvent): void => this.#moving?.grip.press(event),
    leave: (): void => this.#moving?.grip.leave(),
  };

  /** Has its code come, where something may be moved. */
  prepare(): void {
    if (this.#moving || this.#isLoading || this.#set.readonly() || movableItems(this.#set.shown()).length === 0) return;
    this.#isLoading = true;
    import('./item-moving.ts').then(
      ({ ItemMoving }) => {
        this.#moving = new ItemMoving(this.#set);
      },
      // Where it could not be had, the next drawing asks again.
      () => {
        this.#isLoading = false;
      },
    );
  }
}
