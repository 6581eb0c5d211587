// The treegrid of a timeline, with its head and the rows that are in view.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from '../../style-map.ts';
import { axisBack, axisHead } from './axis-view.ts';
import { linksView } from './links-view.ts';
import type { RowRange } from './row-window.ts';
import { rowView } from './row-view.ts';
import type { TimelineRow } from './timeline-rows.ts';
import type { TimelineSight } from './timeline-spec.ts';

export interface GridHandlers {
  readonly scroll: (event: Event) => void;
  readonly pointerDown: (event: PointerEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly focusIn: (event: FocusEvent) => void;
  readonly focusOut: (event: FocusEvent) => void;
  readonly pointerOver: (event: PointerEvent) => void;
  readonly pointerLeave: () => void;
}

/**
 * @param range the rows in view; the one with the tab stop is always in the page too
 * @param measures in pixels: the height of the axis, and the width there is for time
 */
export function gridView(
  sight: TimelineSight,
  range: RowRange,
  { head, room }: { head: number; room: number },
  on: GridHandlers,
): TemplateResult {
  const { spec, texts, time, rows, rowHeight, side, adjustment } = sight;
  const measures = {
    ...{ '--day': `${time.width}px`, '--tl-row': `${rowHeight}px`, '--tl-head': `${head}px` },
    ...{ '--tl-side': `${side}px`, '--tl-time': `${time.days * time.width}px`, '--tl-room': `${room}px` },
  };
  const along = axisDrawnFrom(sight);
  return html`<div class="tl-frame">
    <div
      class="tl-scroller"
      part="scroller"
      tabindex="-1"
      style=${styleMap(measures)}
      @scroll=${on.scroll}
      @pointerdown=${on.pointerDown}
    >
      <div
        role="treegrid"
        class="tl-grid ${adjustment?.by === 'pointer' ? 'dragging' : ''}"
        aria-label=${texts.label(spec.plan.room.name)}
        aria-rowcount=${rows.rows.length + 1}
        aria-readonly=${spec.readonly ? 'true' : nothing}
        @click=${on.click}
        @keydown=${on.keyDown}
        @focusin=${on.focusIn}
        @focusout=${on.focusOut}
        @pointerover=${on.pointerOver}
        @pointerleave=${on.pointerLeave}
      >
        ${guard(along, () => axisHead(sight))}
        <div role="rowgroup" class="tl-rows" style=${styleMap({ 'block-size': `${rows.rows.length * rowHeight}px` })}>
          ${guard(along, () => axisBack(sight))}
          ${repeat(
            indices(sight, range),
            (index) => rows.rows[index]?.key,
            (index) => {
              const row = rows.rows[index];
              return row ? guard(drawnFrom(row, index, sight), () => rowView(row, index, sight)) : nothing;
            },
          )}
          ${linksView(sight)}
        </div>
      </div>
    </div>
  </div>`;
}

/** What the axis is drawn from: scrolled down the rows, it stands as it is. */
function axisDrawnFrom({ spec, time, today, near, inView, em, rtl }: TimelineSight): unknown[] {
  return [spec, time.first, time.width, time.days, today, near.from, near.to, inView.from, em, rtl];
}

function indices({ rows, active }: TimelineSight, { start, end }: RowRange): number[] {
  const inView = Array.from({ length: end - start }, (_, index) => start + index);
  const at = active === null ? undefined : rows.at.get(active);
  if (at === undefined || (at >= start && at < end)) return inView;
  return at < start ? [at, ...inView] : [...inView, at];
}

/** What a row is drawn from: where nothing of it is another, it stands as it is, so that scrolling draws what comes alone. */
function drawnFrom(row: TimelineRow, index: number, sight: TimelineSight): unknown[] {
  const { spec, time, rowHeight, em, active, pointed, linked, inView, adjustment } = sight;
  // What is pointed at tells more, and where room for that is changes as it is scrolled.
  if (pointed === row.key || adjustment) return [sight];
  const id = row.type === 'section' ? row.section.id : row.type === 'tray' ? '' : row.action.id;
  const bar = row.type === 'section' || row.type === 'action' ? row.bar : null;
  const side = bar === null ? 0 : bar.to < inView.from ? -1 : bar.from > inView.to ? 1 : 0;
  return [spec, row, index, time.first, time.width, time.days, rowHeight, em, active === row.key, linked.has(id), side];
}
