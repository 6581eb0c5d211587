// A few ways to look at the same thing, side by side, one of them pressed: whose turn, list or timeline.
import { css, html, nothing, type TemplateResult } from 'lit';

export interface SegmentChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** How many there are of it. */
  readonly count?: number | undefined;
}

/**
 * @param name a further class
 * @param label the accessible name of them all
 */
export function segmentGroup<T extends string>(
  { name = '', label, chosen }: { readonly name?: string; readonly label: string; readonly chosen: T },
  choices: readonly SegmentChoice<T>[],
  onChoose: (value: T) => void,
): TemplateResult {
  return html`<div class="segments ${name}" role="group" aria-label=${label}>
    ${choices.map(
      ({ value, label: text, count }) =>
        html`<button
          type="button"
          class="segment"
          part="button"
          aria-pressed=${chosen === value ? 'true' : 'false'}
          @click=${() => onChoose(value)}
        >
          <span>${text}</span>${count === undefined ? nothing : html`<span class="segment-count">${count}</span>`}
        </button>`,
    )}
  </div>`;
}

export const segmentGroupStyles = css`
  .segments {
    display: inline-flex;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    padding: 1px;
  }
  .segment {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: calc(var(--_control) - 4px);
    padding-inline: calc(var(--_space) * 2.5);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .segment:hover {
    color: var(--_text);
  }
  .segment[aria-pressed='true'] {
    background: var(--_accent-tint);
    color: var(--_text);
    font-weight: 500;
  }
  .segment-count {
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  @container (max-width: 40em) {
    .segment {
      padding-inline: calc(var(--_space) * 2);
    }
  }
  @container (max-width: 19em) {
    .segments {
      flex-wrap: wrap;
      max-inline-size: 100%;
    }
    .segment {
      flex: 1 0 auto;
    }
  }
  @media (pointer: coarse) {
    .segment {
      min-block-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .segment[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .segment[aria-pressed='true'] .segment-count {
      color: HighlightText;
    }
  }
`;
