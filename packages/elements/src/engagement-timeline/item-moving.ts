// The ways in which an item is taken to another place, put together: by a mouse or a pen, and by its handle. One at a time.
import { ItemDrag } from './item-drag.ts';
import { ItemLift, type ItemLiftSetting } from './item-lift.ts';
import type { MovingItem } from './item-moves.ts';

export class ItemMoving {
  readonly #drag: ItemDrag;
  /** What its handle does. */
  readonly grip: ItemLift;

  constructor(setting: ItemLiftSetting) {
    this.#drag = new ItemDrag(setting);
    this.grip = new ItemLift(setting);
  }

  /** What is taken along; null where nothing is. */
  get moving(): MovingItem | null {
    return this.#drag.moving ?? this.grip.moving;
  }

  /** Whether it is a pointer that takes it along. */
  get isDragging(): boolean {
    return this.#drag.moving !== null;
  }

  /** For the list's `pointerdown`. */
  get down(): (event: PointerEvent) => void {
    return this.#drag.down;
  }
}
