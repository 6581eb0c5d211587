// A date in a row: its words in a <time>, coloured only where it is overdue, with a mark so that the colour is never
// alone. Whatever rests on something still open is marked as an estimate by core's basis.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateLabel } from '../dates/date-label.ts';
import { alertIcon } from '../icons/icons.ts';

/** The visible label of a date; its full date is the tooltip, and what screen readers hear. */
export function dueText(label: DateLabel): TemplateResult | typeof nothing {
  if (label.date === null) return nothing;
  return html`<time class="due ${label.tone}" part="due due-${label.tone}" datetime=${label.date} title=${label.name}
    >${label.tone === 'overdue' ? alertIcon() : nothing}<span aria-hidden="true">${label.text}</span
    ><span class="visually-hidden">${label.name}</span></time
  >`;
}

/** Styles of {@link dueText}. */
export const dueStyles = css`
  .due {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    white-space: nowrap;
    color: var(--_text-muted);
    position: relative;
  }
  .due.overdue {
    color: var(--_danger);
  }
  .due.today {
    color: var(--_text);
    font-weight: 500;
  }
  .due .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  @media print {
    .due > [aria-hidden] {
      display: none;
    }
    .due > .visually-hidden:not(:focus):not(:focus-within) {
      all: revert;
      position: static;
    }
  }
`;
