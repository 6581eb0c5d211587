// A line over rows while something is wrong. Shared by what shows rows.
import { css } from 'lit';

export const bannerStyles = css`
  .banner {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_warning-tint);
  }
  .banner .button {
    min-block-size: max(1.75em, 24px);
  }
  .banner.problem {
    background: var(--_danger-tint);
  }
  @media (forced-colors: active) {
    .banner {
      border: 1px solid CanvasText;
    }
  }
`;
