// How an agenda looks on the screen: a quiet head, three lists, rows that lead with the promise, the line that adds.
import { css } from 'lit';

export const agendaStyles = css`
  :host {
    min-inline-size: 200px;
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block-end: calc(var(--_space) * 3);
  }
  .heading-block {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .heading {
    font-size: 1.143em;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 0.5);
    color: var(--_text-muted);
  }
  .chip {
    padding-inline: calc(var(--_space) * 1.75);
    border-radius: var(--_radius-small);
    background: var(--_active);
    color: var(--_text-muted);
    font-size: var(--_meta);
    line-height: 1.7;
    white-space: nowrap;
  }
  .chip.run {
    background: var(--_success-tint);
    color: var(--_success);
  }
  .ways {
    display: flex;
    gap: calc(var(--_space) * 1);
    margin-inline-start: auto;
  }
  .way {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    text-decoration: none;
    white-space: nowrap;
  }
  .way:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .backwards {
    display: inline-flex;
    transform: scaleX(-1);
  }
  .banner-text {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .explanation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }
  .explanation p {
    flex: 1 1 18em;
  }

  .list-of + .list-of,
  .entry + .list-of {
    margin-block-start: calc(var(--_space) * 5);
  }
  .list-head {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 2em;
    border-block-end: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .list-name {
    font-size: var(--_meta);
    font-weight: 600;
    color: var(--_text);
  }
  .list-head .count {
    font-size: var(--_meta);
  }
  .fold {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: max(1.75em, 24px);
    padding-inline-end: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
  }
  .fold .icon {
    transition: rotate var(--_motion);
  }
  .fold[aria-expanded='true'] .icon {
    rotate: 90deg;
  }
  .base:dir(rtl) .fold[aria-expanded='true'] .icon {
    rotate: -90deg;
  }
  .fold:hover {
    background: var(--_hover);
  }
  .quiet-line {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 1);
    color: var(--_text-muted);
  }

  .entry {
    margin-block-start: calc(var(--_space) * 2);
    background: var(--_surface);
  }
  .entry-place {
    min-block-size: var(--_row);
    margin-block-start: calc(var(--_space) * 2);
  }
  .nothing {
    border-block-start: 0;
    padding-block: calc(var(--_space) * 9);
  }
  .nothing > .icon {
    inline-size: 1.571em;
    block-size: 1.571em;
    color: var(--_text-muted);
  }
  .skeleton-head {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding-block: calc(var(--_space) * 1.5) calc(var(--_space) * 6);
  }
  .skeleton-head > :first-child {
    inline-size: 34%;
    block-size: 1em;
  }
  .skeleton-head > :last-child {
    inline-size: 22%;
  }
  .skeleton-gap {
    block-size: 3em;
  }

  /* On a phone the line that adds stays within reach of the thumb, above the keyboard where a browser tells of it. */
  @container (max-width: 34em) {
    .entry {
      position: sticky;
      inset-block-end: env(keyboard-inset-height, 0px);
      z-index: 1;
      padding-block: calc(var(--_space) * 2) max(calc(var(--_space) * 2), env(safe-area-inset-bottom));
      background: var(--followthrough-surface, light-dark(#fff, #17191c));
    }
    .ways {
      margin-inline-start: calc(var(--_space) * -1.5);
    }
  }
  @media (forced-colors: active) {
    .explanation,
    .chip {
      border: 1px solid CanvasText;
    }
  }
  @media (pointer: coarse) {
    .way,
    .fold {
      min-block-size: 44px;
    }
  }
`;
