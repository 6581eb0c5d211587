// How an item of an engagement stands (rulebook §5): grey and an empty ring while it is not scheduled, purple and half full
// once it is, green and a check when it is completed, a lock where its place is all that is told. The word goes with it; where
// colours are forced, the shapes are what is left.
import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ItemState } from '@followthrough/core/schema';

/** What the dot tells: a state, or that the item is locked. */
export type ItemMark = ItemState | 'locked';

const RING = svg`<circle cx="8" cy="8" r="6.25" />`;
const SHAPES: Readonly<Record<ItemMark, SVGTemplateResult>> = {
  unscheduled: RING,
  scheduled: svg`${RING}<path class="fill" d="M8 4.25a3.75 3.75 0 0 1 0 7.5Z" />`,
  completed: svg`<circle class="fill" cx="8" cy="8" r="7" /><path class="cut" d="m5 8.2 2.1 2.1L11.2 6" />`,
  locked: svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />`,
};

/** The shape of a state, decoration only. */
export function itemStateIcon(mark: ItemMark): TemplateResult {
  return html`<svg class="item-mark ${mark}" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[mark]}</svg>`;
}

/** Shape and word. */
export function itemStateLabel(state: ItemState, words: Readonly<Record<ItemState, string>>): TemplateResult {
  return html`<span class="item-state ${state}" part="state state-${state}"
    >${itemStateIcon(state)}<span>${words[state]}</span></span
  >`;
}

/** Styles of {@link itemStateIcon} and {@link itemStateLabel}; the colours are `--_item-` and the state. */
export const itemStateStyles = css`
  .base {
    --_item-unscheduled: var(--_text-muted);
    --_item-scheduled: light-dark(#7338c4, #c4a0ff);
    --_item-completed: var(--_success);
  }
  .item-mark {
    inline-size: 1.143em;
    block-size: 1.143em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
    color: var(--_item-unscheduled);
  }
  .item-mark.scheduled {
    color: var(--_item-scheduled);
  }
  .item-mark.completed {
    color: var(--_item-completed);
  }
  .item-mark .fill {
    fill: currentColor;
    stroke: none;
  }
  .item-mark .cut {
    stroke: var(--_cut, light-dark(#fff, #1b1c20));
    stroke-width: 1.75;
  }
  .item-state {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    white-space: nowrap;
    color: var(--_item-unscheduled);
  }
  .item-state.scheduled {
    color: var(--_item-scheduled);
  }
  .item-state.completed {
    color: var(--_item-completed);
  }
  @media (forced-colors: active) {
    .base {
      --_item-scheduled: CanvasText;
      --_item-completed: CanvasText;
    }
    .item-mark .cut {
      stroke: Canvas;
    }
  }
  @media print {
    .base {
      --_item-unscheduled: #555;
      --_item-scheduled: #5a2ca0;
      --_item-completed: #14693c;
    }
    .item-mark .cut {
      stroke: #fff;
    }
  }
`;
