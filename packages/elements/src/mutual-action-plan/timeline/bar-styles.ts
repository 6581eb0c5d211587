// How bars look. Shape says what kind it is, its icon how it stands, hatching that it is an estimate, and weight that it sets
// the finish; colour only repeats it.
import { css } from 'lit';

export const barStyles = css`
  .tl-bar,
  .tl-was {
    --tl-fill: color-mix(in oklab, var(--_text-muted) 15%, var(--tl-ground));
    --tl-edge: var(--_border-control);
    position: absolute;
    inset-block-start: calc((100% - 1.643em) / 2);
    inset-inline-start: calc(var(--from) * var(--day));
    inline-size: max(calc(var(--days) * var(--day)), 6px);
    block-size: 1.643em;
  }
  .tl-bar {
    display: flex;
    align-items: center;
    border: 1px solid var(--tl-edge);
    border-radius: var(--_radius-small);
    background: var(--tl-fill);
    overflow: clip;
    cursor: pointer;
  }
  /* Of a bar that begins out of view, what is in it stays in view. */
  .tl-inner {
    position: sticky;
    inset-inline-start: var(--tl-side);
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 1);
  }
  .tl-bar.inProgress {
    --tl-fill: color-mix(in oklab, var(--_accent) 18%, var(--tl-ground));
    --tl-edge: color-mix(in oklab, var(--_accent) 75%, var(--tl-ground));
  }
  .tl-bar.done,
  .tl-bar.doneLate {
    --tl-fill: color-mix(in oklab, var(--_success) 14%, var(--tl-ground));
    --tl-edge: color-mix(in oklab, var(--_success) 65%, var(--tl-ground));
  }
  .tl-bar.overdue {
    --tl-fill: color-mix(in oklab, var(--_danger) 13%, var(--tl-ground));
    --tl-edge: var(--_danger);
  }
  .tl-bar.cancelled {
    --tl-fill: transparent;
  }
  .tl-bar.estimate {
    border-style: dashed;
    background: repeating-linear-gradient(135deg, var(--tl-fill) 0 5px, transparent 5px 9px) var(--tl-ground);
  }
  .tl-bar.beginning {
    border-inline-end: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    mask-image: linear-gradient(to right, black 35%, transparent);
  }
  .tl-bar.beginning:dir(rtl) {
    mask-image: linear-gradient(to left, black 35%, transparent);
  }
  .critical .tl-bar,
  .tl-bar.heavy {
    border-width: 2px;
    border-color: color-mix(in oklab, var(--_text) 72%, var(--tl-edge));
  }
  .critical .tl-name {
    font-weight: 600;
  }
  /* A milestone: a square on its corner, in the middle of its day. */
  .tl-bar.milestone,
  .tl-was.milestone {
    inset-block-start: calc((100% - 0.93em) / 2);
    inset-inline-start: calc((var(--from) + 0.5) * var(--day) - 0.465em);
    inline-size: 0.93em;
    block-size: 0.93em;
    padding: 0;
    border-radius: 2px;
    border-width: 1.5px;
    rotate: 45deg;
    overflow: visible;
  }
  .tl-bar.milestone.estimate {
    border-style: dotted;
  }
  /* Small as it is, it is pressed as easily as a bar. */
  .tl-bar.milestone::after {
    content: '';
    position: absolute;
    inset: calc((100% - 24px) / 2);
    rotate: 45deg;
  }
  .critical .tl-bar.milestone {
    border-width: 2.5px;
  }
  .tl-bar.holds {
    cursor: grab;
    touch-action: auto;
    user-select: none;
  }
  .dragging .tl-bar {
    cursor: grabbing;
  }
  .tl-bar:hover,
  .pointed .tl-bar,
  .linked .tl-bar {
    --tl-edge: color-mix(in oklab, var(--_text) 60%, var(--_text-muted));
  }
  .tl-row:focus-visible .tl-bar {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 2px;
  }
  .held .tl-bar {
    z-index: 2;
    box-shadow: var(--_shadow);
  }
  .held .tl-bar,
  .moves .tl-bar {
    transition:
      inset-inline-start var(--_motion),
      inline-size var(--_motion);
  }
  .tl-was {
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius-small);
    opacity: 0.7;
  }
  .tl-mark {
    display: inline-flex;
    flex: none;
    --_cut: var(--tl-ground);
  }
  .tl-bar .status-icon.todo,
  .tl-beside .status-icon.todo {
    color: var(--_text-muted);
  }
  .tl-name {
    font-size: var(--tl-small);
  }
  .tl-end {
    position: absolute;
    inset-block: 0;
    inline-size: min(9px, 30%);
    cursor: ew-resize;
    opacity: 0;
    transition: opacity var(--_motion);
  }
  .tl-end.start {
    inset-inline-start: 0;
  }
  .tl-end.due {
    inset-inline-end: 0;
  }
  .tl-end::after {
    content: '';
    position: absolute;
    inset-block: 25%;
    inset-inline-start: calc(50% - 1px);
    inline-size: 2px;
    border-radius: 1px;
    background: currentColor;
  }
  .tl-bar:hover .tl-end {
    opacity: 0.55;
  }

  .tl-summary {
    --tl-whole: color-mix(in oklab, var(--_text-muted) 38%, var(--tl-ground));
    --tl-part: color-mix(in oklab, var(--_text) 72%, var(--tl-ground));
    position: absolute;
    inset-block-start: calc(50% - 0.2em);
    inset-inline-start: calc(var(--from) * var(--day));
    inline-size: max(calc(var(--days) * var(--day)), 6px);
    block-size: 0.4em;
    border-radius: 0.2em;
    background: var(--tl-whole);
    overflow: clip;
    cursor: pointer;
  }
  .tl-summary::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--done) * 100%);
    background: var(--tl-part);
  }
  .tl-summary.estimate {
    background: repeating-linear-gradient(90deg, var(--tl-whole) 0 6px, transparent 6px 9px);
  }

  .tl-bar.tl-swatch,
  .tl-diamond {
    position: static;
    inline-size: 2.2em;
    block-size: 1.35em;
    justify-content: center;
    cursor: default;
  }
  .tl-diamond {
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline: 0.25em;
    border: 1.5px solid var(--_border-control);
    border-radius: 2px;
    rotate: 45deg;
  }
  @media (forced-colors: active) {
    .tl-bar,
    .tl-bar:is(.inProgress, .done, .doneLate, .overdue, .cancelled) {
      forced-color-adjust: none;
      --tl-fill: Canvas;
      --tl-edge: CanvasText;
      color: CanvasText;
    }
    .critical .tl-bar,
    .tl-bar.heavy {
      border-color: CanvasText;
      border-width: 3px;
    }
    .tl-summary {
      border: 1px solid CanvasText;
    }
  }
`;
