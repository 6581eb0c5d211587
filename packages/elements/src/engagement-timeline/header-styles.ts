// How the head of an engagement looks, and what greets coach and coachees.
import { css } from 'lit';

export const timelineHeaderStyles = css`
  .top {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding-block-end: calc(var(--_space) * 4);
  }
  .top-line {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .top-line > slot {
    display: block;
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .heading {
    font-size: 1.286em;
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    padding-block: calc((var(--_control) - 1.672em) / 2);
  }
  .top-end {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    margin-inline-start: auto;
    flex: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 5);
    min-inline-size: 0;
  }
  .facts > .views {
    margin-inline-start: auto;
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .fact > .icon {
    color: var(--_text-muted);
  }
  .fact time {
    white-space: nowrap;
  }
  .who {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .faces {
    display: inline-flex;
    flex: none;
  }
  .faces > .avatar + .avatar {
    margin-inline-start: -0.25em;
  }
  .faces > .avatar {
    box-shadow: 0 0 0 2px var(--_surface-raised);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: max(1.714em, 24px);
    padding-inline: calc(var(--_space) * 2);
    border-radius: 1em;
    background: var(--_hover);
    color: var(--_text-muted);
    font-size: var(--_meta);
    font-weight: 500;
    white-space: nowrap;
  }
  .badge.active {
    background: var(--_success-tint);
    color: var(--_success);
  }
  .badge.shared {
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  .banner > span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .banner {
    flex-wrap: wrap;
  }
  .banner .activate-note {
    flex: 1 1 100%;
    color: var(--_text-muted);
    font-size: 0.8125em;
  }
  .banner .button.activate {
    font-weight: 600;
  }
  .welcome {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
  }
  .welcome-title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .welcome-message {
    margin-block-start: calc(var(--_space) * 1);
    color: var(--_text-muted);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-inline-size: 65ch;
  }
  @container (max-width: 34em) {
    .top-line {
      flex-wrap: wrap;
    }
    .top-line > slot {
      flex-basis: 100%;
    }
    .top-end {
      margin-inline-start: 0;
      flex: 1 1 100%;
      justify-content: flex-start;
    }
    .top-end > .icon-button:last-child {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .facts > .views,
    .banner {
      display: none;
    }
    .badge {
      background: none;
      border: 1px solid #999;
    }
  }
`;
