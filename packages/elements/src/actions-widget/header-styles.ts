// How the widget's first line looks, and what stands under its heading.
import { css } from 'lit';

export const headerStyles = css`
  .header {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    padding-inline: calc(var(--_space) * 1);
  }
  .heading {
    min-inline-size: 0;
    font-size: 1.071em;
    font-weight: 600;
    letter-spacing: -0.005em;
  }
  .count,
  .view-all {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_meta);
    white-space: nowrap;
  }
  .view-all {
    text-decoration: none;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    margin-inline-end: calc(var(--_space) * -1);
    border-radius: var(--_radius);
  }
  .view-all:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  /* How the widget stands, under the heading: what is in the line makes room and the line keeps its height. */
  .header.stands > :not(.standing) {
    translate: 0 -0.55em;
  }
  .header.stands > :is(.count, .view-all) {
    translate: 0 -0.65em;
  }
  .standing {
    position: absolute;
    inset-inline: calc(var(--_space) * 1);
    inset-block-end: 0.15em;
    display: flex;
    align-items: center;
    font-size: var(--_meta);
    line-height: 1.3;
    color: var(--_text-muted);
  }
  .compact .standing {
    inset-block-end: -0.15em;
  }
  .standing.offline > [role='status'] {
    color: var(--_warning);
  }
  .standing .icon {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  .standing > [role='status'] > .icon {
    margin-inline-end: 0.35em;
  }
  .standing.offline > .updated::before {
    content: '·';
    padding-inline: 0.35em;
  }
  .updated {
    flex: 0 100 auto;
    min-inline-size: 0;
  }
  button.updated {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    border-radius: var(--_radius-small);
  }
  button.updated:hover {
    color: var(--_text);
  }
  button.updated::after {
    content: '';
    position: absolute;
    inset: -6px -4px -4px;
  }
  @media (pointer: coarse) {
    button.updated::after {
      inset: -20px -8px -10px;
    }
  }
`;
