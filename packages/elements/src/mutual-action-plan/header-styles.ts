// How the head of a plan looks.
import { css } from 'lit';

export const planHeaderStyles = css`
  .top {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 3);
  }
  .top-line,
  .facts,
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    min-inline-size: 0;
  }
  .top-line {
    flex-wrap: nowrap;
  }
  /* In two lines at most: what it is called is the first that one looks for. */
  .heading.ellipsis {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .heading {
    font-size: 1.286em;
    font-weight: 600;
    letter-spacing: -0.01em;
    min-inline-size: 0;
    flex: 1 1 auto;
  }
  .top-end,
  .toolbar-end {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin-inline-start: auto;
    flex: none;
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .faces {
    display: inline-flex;
  }
  .faces > .avatar + .avatar {
    margin-inline-start: -0.5em;
  }
  .faces > .avatar {
    box-shadow: 0 0 0 2px var(--_surface-raised);
  }
  .finish {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: max(1.857em, 24px);
    padding-inline: calc(var(--_space) * 2);
    margin-inline: calc(var(--_space) * -1);
    border-radius: var(--_radius-small);
  }
  .finish:hover,
  .finish[aria-expanded='true'] {
    background: var(--_hover);
  }
  .finish-state {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    font-weight: 500;
  }
  .finish.onTrack .finish-state {
    color: var(--_success);
  }
  .finish.atRisk .finish-state {
    color: var(--_warning);
  }
  .finish.late .finish-state {
    color: var(--_danger);
  }
  .finish-when {
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .finish-when.target::before {
    content: '·';
    margin-inline-end: calc(var(--_space) * 2);
  }
  .as-banner {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }
  .as-banner > span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  @container (max-width: 40em) {
    .held {
      flex-basis: 100%;
    }
  }
  /* On a line of its own, it follows upon nothing. */
  @container (max-width: 26em) {
    .finish-when.target {
      flex-basis: 100%;
    }
    .finish-when.target::before {
      content: none;
    }
  }
  @container (max-width: 19em) {
    .top-line {
      flex-wrap: wrap;
    }
    .heading.ellipsis {
      flex-basis: 100%;
    }
    .top-end,
    .toolbar-end {
      margin-inline-start: 0;
      max-inline-size: 100%;
    }
    .finish {
      margin-inline-end: 0;
    }
    .finish-when {
      white-space: normal;
    }
  }
  @media (pointer: coarse) {
    .finish {
      min-block-size: 44px;
    }
  }
  @media print {
    .top-end,
    .toolbar {
      display: none;
    }
  }
`;
