// What people do with a timeline: the row they are in, what they point at and press, and the bar they move.
import type { Action } from '@followthrough/core/schema';
import { announce } from '../../announce.ts';
import { Adjusting, othersMoved } from './adjusting.ts';
import { BarDrag } from './bar-drag.ts';
import { triedWords } from './bar-words.ts';
import { barOf } from './bar.ts';
import type { GridHandlers } from './grid-view.ts';
import { scrolledTo } from './row-window.ts';
import { type Reach, xOf } from './span.ts';
import { TimelineCursor } from './timeline-cursor.ts';
import { onTimelineKey, type TimelineKeysOptions } from './timeline-keys.ts';
import { type TimelineRow, type TimelineRows, TRAY } from './timeline-rows.ts';
import type { TimelineSight } from './timeline-spec.ts';
import type { Viewport } from './viewport.ts';

export interface TimelineHandOptions {
  readonly view: Viewport;
  /** What was drawn last. */
  readonly sight: () => TimelineSight | null;
  readonly scroller: () => HTMLElement | null;
  readonly draw: () => void;
}

/** What is brought into view stands this far from the edge, in em. */
const MARGIN = 3;

export class TimelineHand {
  readonly #on: TimelineHandOptions;
  readonly cursor = new TimelineCursor();
  readonly adjusting: Adjusting;
  readonly #drag: BarDrag;
  readonly handlers: Omit<GridHandlers, 'scroll'>;
  readonly #keys: TimelineKeysOptions;
  trayFolded = false;
  #toFocus = false;

  constructor(options: TimelineHandOptions) {
    this.#on = options;
    const { sight, draw, view } = options;
    this.adjusting = new Adjusting({
      preview: (id, dates) => sight()?.spec.preview(id, dates) ?? Promise.reject(new TypeError('Nothing is shown.')),
      save: (id, dates) => sight()?.spec.onDates(id, dates),
      changed: draw,
      known: (adjustment) => {
        const others = othersMoved(adjustment);
        const texts = sight()?.texts;
        if (adjustment.by !== 'keys' || !texts) return;
        if (adjustment.preview?.refused) announce(texts.refused);
        else if (others > 0) announce(texts.othersMove(others));
      },
    });
    const isReadonly = () => sight()?.spec.readonly ?? true;
    const dayWidth = () => sight()?.time.width ?? 1;
    this.#drag = new BarDrag({
      ...{ adjusting: this.adjusting, dayWidth, isReadonly },
      actionOf: (key) => actionOf(this.#row(key)),
    });
    this.handlers = {
      pointerDown: this.#drag.onPointerDown,
      click: this.#onClick,
      keyDown: this.#onKeyDown,
      focusIn: this.#onFocusIn,
      focusOut: this.#onFocusOut,
      pointerOver: this.#onPointerOver,
      pointerLeave: () => this.#hover(null),
    };
    this.#keys = {
      ...{ adjusting: this.adjusting, dayWidth, isReadonly },
      row: () => this.#row(this.cursor.active),
      page: () => Math.max(1, Math.floor(view.rowsHeight / view.rowHeight) - 1),
      step: (rows) => this.go(this.cursor.index + rows),
      fold: (row) => this.#fold(row),
      open: (row) => this.#open(row),
      scroll: (share) => this.scrollTo(view.x + share * view.room),
      refused: ({ title }) => announce(sight()?.texts.cannotMove(title) ?? ''),
      moved: (action) => this.#announceMoved(action),
      givenUp: ({ title }) => announce(sight()?.texts.givenUp(title) ?? ''),
    };
  }

  /** Takes the rows as they are now. */
  settle(rows: TimelineRows): void {
    if (this.cursor.settle(rows)) this.#toFocus = true;
  }

  /** Call once it is drawn. */
  drawn(root: HTMLElement): void {
    if (!this.#toFocus) return;
    this.#toFocus = false;
    root.querySelector<HTMLElement>('.tl-row[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Lets go of everything, nothing saved. */
  giveUp(): void {
    this.#drag.cancel();
    this.adjusting.cancel();
    this.cursor.focused = null;
    this.cursor.hovered = null;
  }

  /** Goes to the row at a place, or the nearest there is. */
  go(index: number): void {
    const sight = this.#on.sight();
    const at = Math.max(0, Math.min(index, (sight?.rows.rows.length ?? 0) - 1));
    const row = sight?.rows.rows[at];
    if (!sight || !row) return;
    if (row.key !== this.cursor.active && this.adjusting.current?.by === 'keys') this.adjusting.drop();
    this.cursor.to(row, at);
    const { view, draw } = this.#on;
    view.scrollTo({ y: scrolledTo(at, view.y, view.rowsHeight, view.rowHeight) });
    if (row.type === 'action') this.#bringIn(row.bar, sight);
    this.#toFocus = true;
    draw();
  }

  goToTray(): void {
    this.trayFolded = false;
    const at = this.#on.sight()?.rows.at.get(TRAY);
    if (at === undefined) return;
    this.#on.draw();
    // With some of what is in it.
    const { view } = this.#on;
    const last = (this.#on.sight()?.rows.rows.length ?? 1) - 1;
    view.scrollTo({ y: scrolledTo(Math.min(last, at + 5), view.y, view.rowsHeight, view.rowHeight) });
    this.go(at);
  }

  /** Scrolls time so far. */
  scrollTo(x: number): void {
    const scroller = this.#on.scroller();
    if (!scroller) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const left = Math.max(0, x);
    scroller.scrollTo({ left: this.#on.sight()?.rtl ? -left : left, behavior: calm ? 'instant' : 'smooth' });
  }

  /** Scrolls time so that a bar is seen, its beginning at least. */
  #bringIn({ from, to }: Reach, { time, inView, em }: TimelineSight): void {
    if (from <= inView.to && to >= inView.from) return;
    const { view } = this.#on;
    const margin = MARGIN * em;
    const x = from > inView.to ? xOf(to + 1, time) + 5 * margin - view.room : xOf(from, time) - margin;
    view.scrollTo({ x: Math.max(0, Math.min(x, xOf(from, time) - margin, time.days * time.width - view.room)) });
  }

  #row(key: string | null): TimelineRow | null {
    const rows = this.#on.sight()?.rows;
    const index = key === null ? undefined : rows?.at.get(key);
    return index === undefined ? null : (rows?.rows[index] ?? null);
  }

  #fold(row: TimelineRow): void {
    if (row.type === 'section') this.#on.sight()?.spec.onFold(row.section.id);
    else if (row.type === 'tray') {
      this.trayFolded = !this.trayFolded;
      this.#on.draw();
    }
  }

  #open(row: TimelineRow): void {
    const action = actionOf(row);
    const anchor = this.#on.scroller()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`);
    if (action && anchor) this.#on.sight()?.spec.onOpen(action.id, anchor);
  }

  #announceMoved(action: Action): void {
    const sight = this.#on.sight();
    const { current } = this.adjusting;
    if (!sight || !current) return;
    announce(sight.texts.adjusted(action.title, triedWords(current.dates, sight, true)));
    const bar = barOf(action, current.dates);
    if (bar) this.#bringIn(bar, sight);
    this.#on.draw();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const sight = this.#on.sight();
    const row = this.#row(target.closest<HTMLElement>('.tl-row')?.dataset.key ?? null);
    if (!row || !sight) return;
    const day = target.closest<HTMLElement>('.tl-edge')?.dataset.day;
    if (day !== undefined) this.scrollTo(this.#on.view.xFor(Number(day)));
    else if (!target.closest('.tl-side, .tl-bar, .tl-beside, .tl-stays, .tl-summary')) return;
    else if (row.type === 'section' || row.type === 'tray') this.#fold(row);
    else this.#open(row);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || this.#drag.isDragging || !(event.target as Element).matches('.tl-row')) return;
    if (!onTimelineKey(event, this.#keys)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('.tl-row')?.dataset.key ?? null;
    const index = key === null ? undefined : this.#on.sight()?.rows.at.get(key);
    const row = this.#row(key);
    if (!row || index === undefined || (this.cursor.focused === key && this.cursor.active === key)) return;
    this.cursor.to(row, index);
    this.cursor.focused = key;
    this.#on.draw();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const next = event.relatedTarget as Element | null;
    if (next?.closest('.tl-grid') === event.currentTarget) return;
    // The page lost the focus, not the row.
    if (next === null && !document.hasFocus()) return;
    this.cursor.focused = null;
    if (this.adjusting.current?.by === 'keys') this.adjusting.drop();
    else this.#on.draw();
  };

  readonly #onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || this.#drag.isDragging) return;
    const isOfRow = (event.target as Element).closest('.tl-side, .tl-bar, .tl-beside, .tl-summary, .tl-stays');
    this.#hover(isOfRow?.closest<HTMLElement>('.tl-row')?.dataset.key ?? null);
  };

  #hover(key: string | null): void {
    if (key === this.cursor.hovered || this.#drag.isDragging) return;
    this.cursor.hovered = key;
    this.#on.draw();
  }
}

function actionOf(row: TimelineRow | null): Action | null {
  return row?.type === 'action' || row?.type === 'undated' ? row.action : null;
}
