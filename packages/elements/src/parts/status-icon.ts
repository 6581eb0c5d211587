// How an action stands, by shape first and colour second: an empty ring, a half one, a filled check, a check with a
// clock, a ring with a mark, a ring struck through. The word goes with it, shown or for screen readers.
import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ActionStatus } from '@followthrough/core/schema';

const RING = svg`<circle cx="8" cy="8" r="6.25" />`;
const DISC = svg`<circle class="fill" cx="8" cy="8" r="7" />`;
const CHECK = svg`<path class="cut" d="m5 8.2 2.1 2.1L11.2 6" />`;

const SHAPES: Record<ActionStatus, SVGTemplateResult> = {
  todo: RING,
  overdue: svg`${RING}<path d="M8 4.9v3.6M8 11v.01" />`,
  inProgress: svg`${RING}<path class="fill" d="M8 4.25a3.75 3.75 0 0 1 0 7.5Z" />`,
  done: svg`${DISC}${CHECK}`,
  doneLate: svg`<path class="fill" d="M8 1a7 7 0 1 0 1.2 13.9A4.9 4.9 0 0 1 14.98 8.5 7 7 0 0 0 8 1Z" /><path class="cut" d="m4.8 7.7 1.9 1.9L10.4 6" /><circle cx="12.2" cy="12.2" r="3" /><path d="M12.2 10.8v1.5l.9.6" />`,
  notDone: svg`${RING}<path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />`,
  cancelled: svg`${RING}<path d="M3.7 12.3 12.3 3.7" />`,
};

/** The shape of a status, decoration only. */
export function statusIcon(status: ActionStatus): TemplateResult {
  return html`<svg class="status-icon ${status}" part="status-icon" viewBox="0 0 16 16" aria-hidden="true">
    ${SHAPES[status]}
  </svg>`;
}

/** Shape and word. */
export function statusLabel(status: ActionStatus, words: Record<ActionStatus, string>): TemplateResult {
  return html`<span class="status-label ${status}" part="status"
    >${statusIcon(status)}<span>${words[status]}</span></span
  >`;
}

/** Styles of {@link statusIcon} and {@link statusLabel}. */
export const statusStyles = css`
  .status-icon {
    inline-size: 1.143em;
    block-size: 1.143em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
  .status-icon .fill {
    fill: currentColor;
    stroke: none;
  }
  .status-icon .cut {
    stroke: var(--_cut, light-dark(#fff, #1b1c20));
    stroke-width: 1.75;
  }
  .status-icon.todo {
    color: var(--_border-control);
  }
  .status-icon.overdue {
    color: var(--_danger);
  }
  .status-icon.inProgress {
    color: var(--_accent);
  }
  .status-icon.done,
  .status-icon.doneLate {
    color: var(--_success);
  }
  .status-icon.notDone,
  .status-icon.cancelled {
    color: var(--_text-muted);
  }
  .status-label {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    white-space: nowrap;
  }
  .status-label.overdue {
    color: var(--_danger);
  }
  .status-label.notDone > span,
  .status-label.cancelled > span {
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  @media (forced-colors: active) {
    .status-icon {
      color: CanvasText;
    }
    .status-icon .cut {
      stroke: Canvas;
    }
  }
`;
