// How the dialogs of the list look: a title, what they say, and buttons at the end.
import { css } from 'lit';

export const listDialogStyles = css`
  .modal-body {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 5) calc(var(--_space) * 4);
    overflow: auto;
    overscroll-behavior: contain;
    font-size: var(--_font-size);
  }
  .modal-title {
    font-size: 1.143em;
    font-weight: 600;
    letter-spacing: -0.006em;
  }
  .modal-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5) calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .modal-gap {
    margin-inline-end: auto;
  }
  .modal-lead {
    font-weight: 500;
  }
  .danger-note {
    color: var(--_danger);
  }
  .button.primary.destructive {
    background: var(--_danger);
    color: light-dark(#ffffff, #1c1214);
  }

  .forecast {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 1.5);
  }
  .forecast-line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    align-items: baseline;
  }
  .forecast-line .icon {
    translate: 0 0.15em;
  }
  .forecast-line.done .icon {
    color: var(--_success);
  }
  .forecast-line.skipped .icon {
    color: var(--_text-muted);
  }
  .forecast-line.deleted .icon,
  .forecast-line.refused .icon {
    color: var(--_danger);
  }
  .forecast-line summary {
    display: inline-flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    min-block-size: 24px;
    list-style: none;
    cursor: pointer;
    border-radius: var(--_radius-small);
  }
  .forecast-line summary::-webkit-details-marker {
    display: none;
  }
  .forecast-line summary::after {
    content: '';
    flex: none;
    inline-size: 0.42em;
    block-size: 0.42em;
    border: solid var(--_text-muted);
    border-width: 0 1.5px 1.5px 0;
    translate: 0 -0.2em;
    rotate: 45deg;
  }
  .forecast-line details[open] summary::after {
    translate: 0 0.05em;
    rotate: 225deg;
  }
  .forecast-names {
    max-block-size: 12em;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-block: var(--_space);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .forecast-who {
    color: var(--_text-muted);
  }

  .job-progress {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  .job-bar {
    flex: 1;
    block-size: 0.5em;
    border-radius: 1em;
    overflow: hidden;
    background: var(--_skeleton);
  }
  .job-bar > span {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_accent);
    transition: inline-size var(--_motion);
  }
  .job-bar.unknown > span {
    inline-size: 30%;
    animation: slide 1.1s ease-in-out infinite;
  }
  .job-count {
    white-space: nowrap;
  }

  .results {
    display: flex;
    flex-direction: column;
    max-block-size: 22em;
    overflow-y: auto;
    margin-inline: calc(var(--_space) * -2);
    border-block-start: 1px solid var(--_border);
  }
  .result {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 2.5);
    align-items: baseline;
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }
  .result .icon {
    translate: 0 0.15em;
  }
  .result.done .icon {
    color: var(--_success);
  }
  .result.refused .icon {
    color: var(--_danger);
  }
  .result.skipped .icon,
  .result.left .icon {
    color: var(--_text-muted);
  }
  .result-title {
    overflow-wrap: anywhere;
  }
  .result-why {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_meta);
  }
  .result-word {
    color: var(--_text-muted);
    font-size: var(--_meta);
    white-space: nowrap;
  }

  .form-legend {
    padding: 0;
    font-weight: 500;
  }
  .kinds,
  .formats {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    gap: calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
  }
  .formats {
    grid-template-columns: repeat(auto-fit, minmax(14em, 1fr));
  }
  .kind {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2.286em, 32px);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .kind:hover {
    background: var(--_hover);
  }
  .kind:has(:checked) {
    border-color: var(--_accent);
    background: var(--_selected);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .kind:has(:focus-visible) {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 2px;
  }
  .kind input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .kind .icon {
    color: var(--_text-muted);
  }
  .kind-hint {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_meta);
  }
  .export-chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
  }
  @media (max-width: 29.99em) {
    .modal-foot {
      flex-direction: column-reverse;
      align-items: stretch;
      padding-block-end: max(calc(var(--_space) * 4), env(safe-area-inset-bottom));
    }
    .modal-gap {
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .kind:has(:checked) {
      outline: 2px solid Highlight;
    }
    .job-bar {
      border: 1px solid CanvasText;
    }
    .job-bar > span {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .job-bar.unknown > span {
      animation: none;
      inline-size: 100%;
      opacity: 0.4;
    }
  }
`;
