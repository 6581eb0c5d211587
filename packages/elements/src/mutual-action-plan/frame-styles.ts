// How a plan looks as a whole, beside its notes: whose eyes it is seen with, a name where rows will be, and what of it is
// for paper.
import { css } from 'lit';

export const planFrameStyles = css`
  .banner.as {
    background: var(--_accent-tint);
  }
  .banner > span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .nothing .text-edit {
    margin-block-start: calc(var(--_space) * 3);
    max-inline-size: 24em;
  }
  .skeleton.name {
    inline-size: 22%;
    block-size: 1em;
  }
  .print-only {
    display: none;
  }
  @media print {
    .print-only {
      display: block;
    }
    .screen-only,
    .banner {
      display: none !important;
    }
  }
`;
