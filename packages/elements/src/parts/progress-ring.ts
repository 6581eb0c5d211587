// How much is done, as a ring that fills: decoration, for the numbers stand beside it.
import { css, html, type TemplateResult } from 'lit';

const LENGTH = 2 * Math.PI * 6.5;

/** A ring filled to `done` of `total`. */
export function progressRing(done: number, total: number): TemplateResult {
  const share = total === 0 ? 0 : done / total;
  return html`<svg
    class="ring ${total > 0 && done === total ? 'full' : ''}"
    part="progress"
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <circle class="ring-ground" cx="8" cy="8" r="6.5" />
    <circle
      class="ring-done"
      cx="8"
      cy="8"
      r="6.5"
      stroke-dasharray="${(share * LENGTH).toFixed(2)} ${LENGTH.toFixed(2)}"
      transform="rotate(-90 8 8)"
    />
  </svg>`;
}

/** Styles of {@link progressRing}. */
export const progressRingStyles = css`
  .ring {
    inline-size: 1.286em;
    block-size: 1.286em;
    flex: none;
    fill: none;
    stroke-width: 2.5;
  }
  .ring-ground {
    stroke: var(--_border-strong);
    opacity: 0.6;
  }
  .ring-done {
    stroke: var(--_accent);
    transition: stroke-dasharray var(--_motion);
  }
  .ring.full .ring-done {
    stroke: var(--_success);
  }
  @media (forced-colors: active) {
    .ring-ground {
      stroke: GrayText;
    }
    .ring-done {
      stroke: CanvasText;
    }
  }
`;
