// How what stands over and under a timeline looks: scales, ways, hint, legend.
import { css } from 'lit';

export const toolsStyles = css`
  .tl-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .tl-scales {
    display: inline-flex;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    padding: 1px;
  }
  .tl-scale {
    min-block-size: max(calc(var(--_control) - 4px), 24px);
    padding-inline: calc(var(--_space) * 2.5);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    transition:
      background-color var(--_motion),
      color var(--_motion);
  }
  .tl-scale:hover {
    color: var(--_text);
  }
  .tl-scale[aria-checked='true'] {
    background: var(--_accent-tint);
    color: var(--_text);
    font-weight: 500;
  }
  .tl-to-tray {
    margin-inline-start: auto;
  }
  .tl-hint {
    padding: calc(var(--_space) * 4);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    text-align: center;
  }
  .tl-hint strong {
    display: block;
    font-weight: 500;
    color: var(--_text);
  }

  .tl-legend {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
    color: var(--_text-muted);
    font-size: var(--tl-small);
  }
  .tl-legend > div {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  @media (pointer: coarse) {
    .tl-scale {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .tl-scale[aria-checked='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
