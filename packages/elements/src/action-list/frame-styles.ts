// How the frame of the list looks: heading, toolbar, and the skeleton or the error in place of rows.
import { css } from 'lit';

export const frameStyles = css`
  .base {
    --_row-height: 2.857em;
    --_group-height: 2.571em;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-inline-size: 0;
  }
  .base.compact {
    --_row-height: 2.4615em;
    --_group-height: 2.308em;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 2);
  }
  .heading {
    font-size: 1.143em;
    font-weight: 600;
    letter-spacing: -0.006em;
    margin-inline-end: auto;
    min-inline-size: 0;
  }
  .heading .count {
    margin-inline-start: calc(var(--_space) * 1.5);
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_text-muted);
  }
  /* The filters and the line that adds come after the rows: they find their room kept, in as many lines as they take. */
  .toolbar {
    --_line: var(--_control);
    --_chips: calc(max(var(--_meta) * 2, 24px) + 2px);
    min-block-size: max(var(--_line), var(--_row));
  }
  .toolbar.bare {
    min-block-size: 0;
  }
  .add {
    box-sizing: content-box;
    min-block-size: var(--_row);
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  @container (40em <= inline-size < 69em) {
    .toolbar.chips {
      padding-block-end: var(--_space);
    }
    .toolbar.waiting.chips {
      min-block-size: calc(var(--_line) + var(--_space) * 2.5 + var(--_chips));
    }
  }
  @container (inline-size < 28.5em) {
    .toolbar.waiting {
      min-block-size: calc(var(--_line) * 2 + var(--_space) * 1.5);
    }
  }
  @container (inline-size < 15.25em) {
    .toolbar.waiting {
      min-block-size: calc(var(--_line) * 3 + var(--_space) * 3);
    }
  }
  @media (pointer: coarse) {
    .toolbar {
      --_line: max(var(--_control), 44px);
      --_chips: calc(max(var(--_meta) * 2, 36px) + 2px);
    }
    .add {
      min-block-size: max(var(--_row), calc(46px + var(--_space)));
    }
  }
  .scope {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .progress {
    position: absolute;
    inset-inline: 0;
    block-size: 2px;
    overflow: hidden;
    pointer-events: none;
  }
  .progress::before {
    content: '';
    display: block;
    block-size: 100%;
    inline-size: 30%;
    background: var(--_accent);
    animation: slide 1.1s ease-in-out 400ms infinite both;
  }
  @keyframes slide {
    from {
      translate: -100% 0;
    }
    to {
      translate: 340% 0;
    }
  }
  .skeletons {
    border-block-start: 1px solid var(--_border);
  }
`;
