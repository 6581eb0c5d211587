// What an element says in place of rows: words where there is nothing, grey bars where rows will be. Shared by what shows
// rows.
import { css } from 'lit';

export const noteStyles = css`
  .nothing {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 12) calc(var(--_space) * 4);
    text-align: center;
    border-block-start: 1px solid var(--_border);
  }
  .nothing-title {
    font-weight: 500;
  }
  .nothing .button {
    margin-block-start: calc(var(--_space) * 3);
  }
  .skeletons {
    animation: appear 1ms 150ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .skeleton-row {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    block-size: var(--_row-height, var(--_row));
    padding-inline: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }
  .skeleton.dot {
    inline-size: 1.143em;
    block-size: 1.143em;
    border-radius: 50%;
    flex: none;
  }
  .skeleton.line {
    inline-size: 38%;
  }
  .skeleton-row:nth-child(even) .line {
    inline-size: 52%;
  }
  .skeleton.meta-line {
    inline-size: 16%;
    margin-inline-start: auto;
  }
`;
