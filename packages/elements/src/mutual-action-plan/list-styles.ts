// How the list of a plan looks: sections that lead, actions of one height, dates that never wrap.
import { css } from 'lit';

export const planListStyles = css`
  .grid {
    --_more: 4.286em;
    --_tracks: 2em minmax(14em, 1fr) minmax(0, 14em) minmax(9em, 18em) var(--_more);
    min-inline-size: 0;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_tracks);
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    padding-inline: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    transition: background-color var(--_motion);
  }
  .columns {
    min-block-size: 2.286em;
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .columns > .cell > span {
    font-size: var(--_meta);
  }
  .row.section {
    margin-block-start: calc(var(--_space) * 3);
    border-block-end-color: var(--_border-strong);
  }
  .columns + .rows > .row.section:first-of-type:not(.gap-before) {
    margin-block-start: 0;
  }
  .row.section > .title {
    grid-column: 1 / 3;
    gap: calc(var(--_space) * 1.5);
  }
  .row.add > .title {
    grid-column: 1 / -1;
  }
  .row.add {
    border-block-end-color: transparent;
  }
  .cell {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    border-radius: var(--_radius-small);
  }
  .cell:focus-visible {
    outline-offset: -1px;
  }
  .cell.done {
    justify-content: center;
  }
  .cell.more {
    justify-content: flex-end;
    gap: 0;
  }
  .row:not(.columns) > .cell {
    block-size: 100%;
  }
  .rows.far {
    --_row-guess: calc(var(--_row) + 1px);
    block-size: calc(var(--_rows) * var(--_row-guess));
    overflow: hidden;
    padding-inline-start: 4em;
    white-space: pre;
    line-height: var(--_row-guess);
    color: transparent;
    user-select: none;
  }

  .fold {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: max(1.714em, 24px);
    block-size: max(1.714em, 24px);
    flex: none;
    border-radius: var(--_radius-small);
    color: var(--_text-muted);
  }
  .fold:hover {
    background: var(--_hover);
  }
  .fold .icon {
    transition: rotate var(--_motion);
  }
  .folded .fold .icon {
    rotate: -90deg;
  }
  .base:dir(rtl) .folded .fold .icon {
    rotate: 90deg;
  }
  .section-name {
    font-weight: 600;
    cursor: default;
  }
  .section-progress {
    gap: calc(var(--_space) * 1.5);
  }

  .mark {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: max(1.714em, 24px);
    block-size: max(1.714em, 24px);
    border-radius: 50%;
  }
  .mark.pressable {
    cursor: pointer;
  }
  .mark.pressable:hover {
    background: var(--_hover);
  }
  .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    min-inline-size: 0;
    font-weight: 500;
    line-height: 1.3;
    cursor: pointer;
  }
  .row.editable .text {
    cursor: text;
  }
  .row.done .text {
    font-weight: 400;
    color: var(--_text-muted);
  }
  .row.cancelled .text {
    font-weight: 400;
    color: var(--_text-muted);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 0.75);
    flex: none;
    padding: 0.1em 0.5em;
    border-radius: var(--_radius-small);
    background: var(--_warning-tint);
    color: var(--_warning);
    font-size: var(--_meta);
  }
  .badge .icon {
    inline-size: 0.9em;
    block-size: 0.9em;
  }
  .field {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    max-inline-size: calc(100% + var(--_space) * 3);
    min-block-size: max(1.857em, 24px);
    padding-inline: calc(var(--_space) * 1.5);
    margin-inline: calc(var(--_space) * -1.5);
    border-radius: var(--_radius-small);
    color: var(--_text-muted);
  }
  .field.pressable {
    cursor: pointer;
  }
  .row:hover .field.pressable:hover,
  .field.pressable[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }
  .cell.dates .field {
    flex: none;
    white-space: nowrap;
  }
  .cell.dates .field:has(.waiting, .broken) {
    flex: 0 1 auto;
  }
  .rule {
    flex: 0 1 auto;
  }
  /* Words of the other direction are cut at their own end. */
  .rule,
  .due-rule,
  .holder-name,
  .section-name {
    unicode-bidi: plaintext;
  }
  .no-date,
  .row:not(:hover, :focus-within) .nobody .holder-name {
    color: var(--_text-muted);
  }
  .row:not(:hover, :focus-within) .no-date {
    opacity: 0;
  }
  .holder-tag {
    flex: none;
    padding: 0 0.4em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .row:not(:hover, :focus-within) .near {
    color: transparent;
  }
  .add-button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2em, 24px);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
    color: var(--_text-muted);
  }
  .add-button:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .text-edit {
    display: block;
    inline-size: 100%;
    padding-block: calc(var(--_space) * 0.5);
  }
  .text-fault:empty {
    display: none;
  }
  .text-hint {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding-block-start: var(--_space);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 24px;
    padding-inline: calc(var(--_space) * 2);
    border-radius: 99px;
    background: var(--_accent-tint);
    font-size: var(--_meta);
  }

  .chip-remove {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 24px;
    block-size: 24px;
    margin-inline-end: -6px;
    border-radius: 50%;
  }
  .chip-remove:hover {
    background: var(--_hover);
  }
  .chip-remove .icon {
    inline-size: 1em;
    block-size: 1em;
  }

  .row.pending .text {
    color: color-mix(in oklch, var(--_text) 75%, transparent);
  }
  .row.critical > .title .text {
    font-weight: 600;
  }
  .row.dragged {
    opacity: 0.45;
  }
  .row.drop {
    box-shadow: inset 0 2px 0 var(--_accent);
  }
  /* A gap for a section, with the place that it would take. */
  .row.gap-before,
  .row.gap-after {
    position: relative;
  }
  .row.section.gap-before {
    margin-block-start: 3.4em;
  }
  .row.gap-after {
    margin-block-end: 3em;
  }
  .row.gap-before::before,
  .row.gap-after::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    block-size: 2.4em;
    border: 1px dashed var(--_accent);
    border-radius: var(--_radius);
    background: var(--_selected);
    pointer-events: none;
  }
  .row.gap-before::before {
    inset-block-end: calc(100% + 0.3em);
  }
  .row.gap-after::after {
    inset-block-start: calc(100% + 0.3em);
  }
  .row.action:hover {
    background: var(--_hover);
  }
  .add-section {
    margin-block-start: calc(var(--_space) * 3);
  }

  @container (min-width: 72em) {
    .grid {
      --_tracks: 2em minmax(14em, 1fr) minmax(0, 15em) minmax(9em, 26em) var(--_more);
    }
  }
  @container (max-width: 56em) {
    .rule {
      display: none;
    }
    .grid {
      --_tracks: 2em minmax(14em, 1fr) minmax(0, 13em) minmax(9em, 11em) var(--_more);
    }
  }
  @container (max-width: 40em) {
    .grid {
      --_tracks: 2.286em minmax(0, 1fr) auto 2.286em;
    }
    .columns {
      display: none;
    }
    .rows.far {
      --_row-guess: 3.786em;
    }
    .row.action {
      grid-template-areas: 'done title title more' 'done dates assignee more';
      padding-block: calc(var(--_space) * 1.5);
      row-gap: calc(var(--_space) * 0.5);
    }
    .row.action > .done {
      grid-area: done;
    }
    .row.action > .title {
      grid-area: title;
    }
    .row.action > .dates {
      grid-area: dates;
    }
    .row.action > .assignee {
      grid-area: assignee;
      justify-content: flex-end;
    }
    .row.action > .more {
      grid-area: more;
    }
    .row.action > .cell {
      block-size: auto;
    }
    .row.section {
      grid-template-columns: minmax(0, 1fr) auto auto;
    }
    .row.section > .title {
      grid-column: auto;
    }
    .row.section > .dates {
      display: none;
    }
    .row.action .holder-name,
    .row.action .holder-tag {
      display: none;
    }
    .row.action .nobody .holder-name {
      display: none;
    }
    .row.action .no-date {
      opacity: 1;
    }
    .badge > span {
      display: none;
    }
  }
  /* Three lines: a date beside whose it is would lie over it. */
  @container (max-width: 19em) {
    .grid {
      --_tracks: 2.286em minmax(0, 1fr) 2.286em;
    }
    .row {
      padding-inline: 0;
    }
    .rows.far {
      --_row-guess: 5.5em;
    }
    .row.action {
      grid-template-areas: 'done title title' 'done dates dates' 'done assignee more';
    }
    .row.action > .title {
      flex-wrap: wrap;
    }
    .row.action > .title > .text {
      flex: 0 1 auto;
    }
    .row.action > .dates {
      font-size: var(--_meta);
    }
    .row.action > .assignee {
      justify-content: flex-start;
    }
    .row.section {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block-end: calc(var(--_space) * 1.5);
    }
    .row.section > .title {
      grid-column: 1 / -1;
    }
    .row.section > .section-progress {
      padding-inline-start: 2.286em;
      white-space: nowrap;
    }
  }
  @media (pointer: coarse) {
    .row {
      min-block-size: 48px;
    }
    .row:not(:hover, :focus-within) .near {
      color: var(--_text-muted);
    }
    .row:not(:hover, :focus-within) .no-date {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .row.drop {
      border-block-start: 2px solid Highlight;
    }
    .badge {
      border: 1px solid CanvasText;
    }
    .row:not(:hover, :focus-within) .near {
      color: ButtonText;
    }
  }
  @media print {
    .grid {
      --_tracks: 2em minmax(0, 1fr) minmax(0, 10em) minmax(0, 18em);
    }
    /* Whole dates, with how they are known, over as many lines as they take. */
    .cell.dates .field,
    .row .due {
      display: block;
      white-space: normal;
    }
    .cell.dates .field > [aria-hidden] {
      display: none;
    }
    .row.action {
      padding-block: var(--_space);
    }
    .holder-name {
      white-space: normal;
    }
    .rule {
      display: none;
    }
    .near,
    .row.add,
    .add-section,
    .cell.more {
      display: none !important;
    }
    .row {
      break-inside: avoid;
    }
    .row.section {
      break-after: avoid;
    }
  }
`;
