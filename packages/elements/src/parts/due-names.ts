// Names for dates that are turned into a date when chosen (rulebook §3): today, end of week, in two weeks.
import { type DateName, type Day, isWritable, namedDate } from '@followthrough/core/domain';
import type { Calendar } from '@followthrough/core/schema';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { dueDateWords } from '../localize/late-tools.ts';
import { dateNameWords } from '../localize/late-acts.ts';

const NAMES = [
  'today',
  'tomorrow',
  'endOfWeek',
  'nextWeek',
  'inTwoWeeks',
  'endOfMonth',
] as const satisfies readonly DateName[];

/** A button for each name, with its day. */
export function dueNames(
  setting: { today: Day; weekStart: number; calendar?: Calendar | undefined },
  words: DateWords,
  onPick: (day: Day) => void,
): TemplateResult {
  return html`<div class="due-names" role="group" aria-label=${dueDateWords(words.messages).names}>
    ${NAMES.map((name) => named({ ...words.messages.date, ...dateNameWords(words.messages) }[name], namedDate(name, setting), words, onPick))}
  </div>`;
}

function named(name: string, day: Day, { dates }: DateWords, onPick: (day: Day) => void) {
  if (!isWritable(day)) return nothing;
  return html`<button type="button" class="due-name" @click=${() => onPick(day)}>
    <span>${name}</span>
    <span class="meta">${dates.isolated(`${dates.weekday(day)} ${dates.dayMonth(day)}`)}</span>
  </button>`;
}

export const dueNamesStyles = css`
  .due-names {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(max(6.5em, 30%), 1fr));
    gap: 2px;
    padding-block-end: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_border);
  }
  .due-name {
    display: grid;
    align-content: center;
    line-height: 1.3;
    min-block-size: max(2em, 26px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
  }
  .due-name:hover {
    background: var(--_hover);
  }
  .due-name .meta {
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .due-name {
      min-block-size: 44px;
    }
  }
`;
