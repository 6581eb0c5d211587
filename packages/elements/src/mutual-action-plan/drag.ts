// Dragging an action or a whole section to another place, by a mouse or a pen: a press on its row that moves takes it along; a
// line shows where an action would be put, and a gap opens where a section would. The same is done by keys (Alt with an arrow)
// and from its menu.
import type { LitElement } from 'lit';
import type { Action, Id } from '@followthrough/core/schema';
import { type Point, PointerDrag } from '../parts/pointer-drag.ts';
import type { ActionRow, PlanRow, SectionRow } from './plan-rows.ts';

export interface DragSetting {
  readonly host: LitElement;
  readonly rows: () => readonly PlanRow[];
  readonly mayMove: (row: ActionRow | SectionRow) => boolean;
  readonly place: (action: Action, sectionId: Id, before: Id | null) => void;
  /** @param before the section it is put before; null: last */
  readonly placeSection: (row: SectionRow, before: Id | null) => void;
}

const NO_GAP = { before: null, after: null } as const;
/** In place of a row's key: after all sections. */
const END = ':end';

export class RowDrag {
  readonly #set: DragSetting;
  readonly #drag: PointerDrag;
  #row: ActionRow | SectionRow | null = null;
  #target: string | null = null;

  constructor(setting: DragSetting) {
    this.#set = setting;
    this.#drag = new PointerDrag({
      along: 'y',
      begin: () => setting.host.requestUpdate(),
      over: (at) => this.#over(at),
      drop: () => this.#drop(),
      end: () => this.#end(),
    });
  }

  /** The row that is taken along. */
  get dragged(): string | null {
    return this.#drag.isActive ? (this.#row?.key ?? null) : null;
  }

  /** The row that an action would be put before. */
  get dropAt(): string | null {
    return this.#drag.isActive && this.#row?.type === 'action' ? this.#target : null;
  }

  /** Where there is a gap for a section: before a row, or after the last one. */
  get gap(): { readonly before: string | null; readonly after: string | null } {
    if (!this.#drag.isActive || this.#row?.type !== 'section' || this.#target === null) return NO_GAP;
    if (this.#target !== END) return { before: this.#target, after: null };
    return { before: null, after: this.#set.rows().at(-1)?.key ?? null };
  }

  /** For the grid's `pointerdown`. */
  readonly down = (event: PointerEvent): void => {
    if (!PointerDrag.begins(event)) return;
    const target = event.target as Element;
    if (target.closest('button, input, textarea, a[href]')) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = this.#set.rows().find((one) => one.key === key);
    if (!row || row.type === 'add' || !this.#set.mayMove(row)) return;
    this.#row = row;
    this.#drag.press(event, event.currentTarget as Element);
  };

  #over(at: Point): void {
    const row = this.#row;
    if (!row) return;
    const target = row.type === 'action' ? this.#at(at) : this.#sectionAt(at, row);
    if (target === this.#target) return;
    this.#target = target;
    this.#set.host.requestUpdate();
  }

  /** The row before which something at this point would be put; null where it can be put nowhere. */
  #at({ x, y }: Point): string | null {
    const element = this.#elementAt({ x, y });
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

  /** The section before which another would be put; null where it would stay where it is. */
  #sectionAt(point: Point, { section: own }: SectionRow): string | null {
    const rows = this.#set.rows();
    const key = this.#elementAt(point)?.dataset['key'];
    const row = rows.find((one) => one.key === key);
    // In the gap, which no row is in, it stays.
    if (!row) return this.#target;
    const headers = rows.filter((one) => one.type === 'section');
    const at = headers.findIndex(({ section }) => section.id === row.section.id);
    const ownAt = headers.findIndex(({ section }) => section.id === own.id);
    const to = point.y < this.#middleOf(row.section.id) ? at : at + 1;
    if (to === ownAt || to === ownAt + 1) return null;
    return headers[to]?.key ?? END;
  }

  /** How far down the middle of a section is, as far as it is drawn. */
  #middleOf(sectionId: Id): number {
    const own = this.#set.rows().filter(({ section }) => section.id === sectionId);
    const boxes = own.flatMap(({ key }) => this.#rowElement(key)?.getBoundingClientRect() ?? []);
    return ((boxes[0]?.top ?? 0) + (boxes.at(-1)?.bottom ?? 0)) / 2;
  }

  #elementAt({ x, y }: Point): HTMLElement | null {
    const root = this.#set.host.renderRoot as ShadowRoot;
    return root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-key]') ?? null;
  }

  #rowElement(key: string): HTMLElement | null {
    return this.#set.host.renderRoot.querySelector<HTMLElement>(`.row[data-key="${CSS.escape(key)}"]`);
  }

  #drop(): void {
    const from = this.#row;
    const target = this.#target;
    if (!from || target === null || target === from.key) return;
    const row = this.#set.rows().find(({ key }) => key === target);
    if (from.type === 'section') this.#set.placeSection(from, row?.section.id ?? null);
    else if (row?.type === 'action') this.#set.place(from.action, row.section.id, row.action.id);
    else if (row) this.#set.place(from.action, row.section.id, null);
  }

  #end(): void {
    this.#row = null;
    this.#target = null;
    this.#set.host.requestUpdate();
  }
}
