// How the settings of a room look: one column of fields, what is decided at the foot.
import { css } from 'lit';

export const roomSettingsStyles = css`
  .room-settings form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .room-settings h2 {
    padding-block: calc(var(--_space) * 5) calc(var(--_space) * 2);
    /* As far in as the fields, whose letters are smaller. */
    padding-inline: calc(var(--_space) * 5 / 1.143);
    font-size: 1.143em;
    font-weight: 600;
  }
  .settings-fields {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-block-size: 0;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 5) calc(var(--_space) * 3);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .settings-field {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .settings-field > label,
  .settings-field > legend {
    display: block;
    margin-block-end: var(--_space);
    padding: 0;
    font-weight: 500;
  }
  .settings-field > .input {
    inline-size: 100%;
  }
  .settings-field > .meta {
    margin-block-start: var(--_space);
  }
  .settings-field > legend + .meta {
    margin-block-start: 0;
  }
  .settings-members {
    margin-block: calc(var(--_space) * 1.5);
    max-block-size: 14em;
    overflow-y: auto;
  }
  .settings-member {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2.286em, 32px);
  }
  /* Names in their own direction, on the side where the form begins. */
  .settings-member > span[dir],
  .settings-conflict dd {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .settings-conflict {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
  }
  .settings-conflict dl {
    display: grid;
    gap: var(--_space);
    margin-block: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  .settings-conflict dl > div {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .settings-conflict dt {
    color: var(--_text-muted);
  }
  .settings-conflict dd {
    overflow-wrap: anywhere;
  }
  .settings-fault:not(:empty) {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 5) calc(var(--_space) * 3);
  }
  .settings-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_border);
  }
  .settings-foot p {
    flex: 1 1 16em;
    overflow-wrap: anywhere;
  }
  .settings-gap {
    flex: 1;
  }
  .settings-foot.removal {
    justify-content: end;
  }
  .removal .settings-gap {
    display: none;
  }
  @media (max-width: 29.99em) {
    .removal > p {
      flex-basis: 100%;
    }
  }
  .button.quiet.settings-remove {
    padding-inline: 0;
    color: var(--_danger);
    border-color: transparent;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  @media (pointer: coarse) {
    .settings-member,
    .settings-foot .button,
    .settings-field > .input {
      min-block-size: 44px;
    }
  }
`;
