// Dragging an action to another place, by a mouse or a pen: a press on its row that moves takes the row along, and a line
// shows where it would be put. Escape gives up. The same is done by keys (Alt with an arrow) and from its menu; a finger
// scrolls, and uses those.
import type { LitElement } from 'lit';
import type { Action, Id } from '@followthrough/core/schema';
import type { PlanRow } from './plan-rows.ts';

export interface DragSetting {
  readonly host: LitElement;
  readonly rows: () => readonly PlanRow[];
  readonly mayMove: (action: Action) => boolean;
  readonly place: (action: Action, sectionId: Id, before: Id | null) => void;
}

/** Pixels that a press moves before it is a drag. */
const SLACK = 6;

export class RowDrag {
  readonly #set: DragSetting;
  #from: { readonly row: PlanRow & { type: 'action' }; readonly y: number; readonly pointer: number } | null = null;
  #active = false;
  #target: string | null = null;
  #ended = false;

  constructor(setting: DragSetting) {
    this.#set = setting;
  }

  /** The row that is taken along. */
  get dragged(): string | null {
    return this.#active ? (this.#from?.row.key ?? null) : null;
  }

  /** The row that it would be put before. */
  get dropAt(): string | null {
    return this.#active ? this.#target : null;
  }

  /** For the grid's `pointerdown`. */
  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const target = event.target as Element;
    if (target.closest('button, input, textarea, a[href]')) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = this.#set.rows().find((one) => one.key === key);
    if (row?.type !== 'action' || !this.#set.mayMove(row.action)) return;
    this.#from = { row, y: event.clientY, pointer: event.pointerId };
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#end);
    addEventListener('keydown', this.#key, true);
  };

  /** Whether a drag has just ended: the click that follows it means nothing. */
  get ended(): boolean {
    return this.#ended;
  }

  readonly #move = (event: PointerEvent): void => {
    const from = this.#from;
    if (!from || event.pointerId !== from.pointer) return;
    if (!this.#active && Math.abs(event.clientY - from.y) < SLACK) return;
    event.preventDefault();
    this.#active = true;
    getSelection()?.removeAllRanges();
    const target = this.#at(event.clientX, event.clientY);
    if (target === this.#target) return;
    this.#target = target;
    this.#set.host.requestUpdate();
  };

  /** The row before which something at this point would be put; null where it can be put nowhere. */
  #at(x: number, y: number): string | null {
    const root = this.#set.host.renderRoot as ShadowRoot;
    const element = root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-key]');
    const rows = this.#set.rows();
    const index = rows.findIndex(({ key }) => key === element?.dataset['key']);
    const row = rows[index];
    if (!row || !element) return null;
    const { top, height } = element.getBoundingClientRect();
    // Above a section's header is the end of the one before it; on it is its beginning.
    if (row.type === 'section') return rows[index + 1]?.key ?? row.key;
    if (row.type === 'add' || y < top + height / 2) return row.key;
    return rows[index + 1]?.key ?? row.key;
  }

  readonly #up = (): void => {
    const from = this.#from;
    const target = this.#target;
    const wasActive = this.#active;
    this.#end();
    if (!from || !wasActive || target === null || target === from.row.key) return;
    const row = this.#set.rows().find(({ key }) => key === target);
    if (!row) return;
    if (row.type === 'action') this.#set.place(from.row.action, row.section.id, row.action.id);
    else this.#set.place(from.row.action, row.section.id, null);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#active) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  readonly #end = (): void => {
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#end);
    removeEventListener('keydown', this.#key, true);
    this.#ended = this.#active;
    // A click follows in the same task, or never.
    setTimeout(() => (this.#ended = false));
    this.#from = null;
    this.#active = false;
    this.#target = null;
    this.#set.host.requestUpdate();
  };
}
