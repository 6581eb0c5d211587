// A month to pick a day from: one tab stop, arrows by day and week, Page Up and Down by month (with Shift by year), Home
// and End within the week. Weeks begin as the locale's do; days off are muted; always six weeks, so nothing jumps.
import { dueDateWords } from '../localize/late-tools.ts';
import {
  addMonths,
  type Day,
  FIRST_DAY,
  formatDay,
  isWorkingDay,
  isWritable,
  LAST_DAY,
  monthOf,
  startOfWeek,
  weekdayOf,
  yearMonthDayOf,
} from '@followthrough/core/domain';
import type { Calendar } from '@followthrough/core/schema';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { chevronRightIcon } from '../icons/icons.ts';
import type { PartHost } from './popover.ts';

const WEEKS = [0, 1, 2, 3, 4, 5];
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const DAY = 86_400_000;

export interface DueCalendarSpec {
  /** Marked as picked. */
  selected: Day | null;
  today: Day;
  weekStart: number;
  calendar?: Calendar | undefined;
  onPick: (day: Day) => void;
}

export class DueCalendar {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  /** The day that has the tab stop; its month is the one shown. */
  #at: Day = 0;

  constructor(host: PartHost, localize: DateWords) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Shows the month of `day`. */
  show(day: Day): void {
    this.#at = Math.max(FIRST_DAY, Math.min(LAST_DAY, day));
    this.#host.requestUpdate();
  }

  /** Puts focus on the day that has the tab stop, once it is drawn. */
  async focus(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.due-day[tabindex="0"]')?.focus();
  }

  render(spec: DueCalendarSpec): TemplateResult {
    const { messages } = this.#localize;
    const first = startOfWeek(monthOf(this.#at).first, spec.weekStart);
    return html`
      <div class="due-month">
        <span class="due-month-name" id="due-month" aria-live="polite">${this.#format(this.#at, MONTH)}</span>
        ${this.#turn(-1, dueDateWords(messages).previousMonth)} ${this.#turn(1, dueDateWords(messages).nextMonth)}
      </div>
      <table
        class="due-grid"
        role="grid"
        aria-labelledby="due-month"
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event, spec)}
      >
        <thead>
          <tr>
            ${DAYS.map((offset) => html`<th scope="col" abbr=${this.#format(first + offset, LONG)}>${this.#format(first + offset, NARROW)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${WEEKS.map(
            (week) =>
              html`<tr>
                ${DAYS.map((offset) => this.#day(first + week * 7 + offset, spec))}
              </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  #turn(months: 1 | -1, label: string): TemplateResult {
    const to = addMonths(monthOf(this.#at).first, months);
    const end = months < 0 ? monthOf(to).last < FIRST_DAY : to > LAST_DAY;
    return html`<button
      type="button"
      class="icon-button ${months < 0 ? 'due-back' : ''}"
      aria-label=${label}
      aria-disabled=${end ? 'true' : nothing}
      @click=${() => end || this.show(addMonths(this.#at, months))}
    >
      ${chevronRightIcon()}
    </button>`;
  }

  #day(day: Day, { selected, today, calendar, onPick }: DueCalendarSpec): TemplateResult {
    const { dates, messages } = this.#localize;
    if (!isWritable(day)) return html`<td role="gridcell"></td>`;
    const full = dates.full(day);
    const off = calendar ? !isWorkingDay(day, calendar) : weekdayOf(day) >= 6;
    const outside = yearMonthDayOf(day).month !== yearMonthDayOf(this.#at).month;
    return html`<td role="gridcell" aria-selected=${day === selected}>
      <button
        type="button"
        class="due-day ${outside ? 'outside' : ''} ${off ? 'off' : ''} ${day === selected ? 'selected' : ''}"
        tabindex=${day === this.#at ? 0 : -1}
        data-date=${formatDay(day)}
        aria-label=${day < today ? dueDateWords(messages).isPast(full) : full}
        aria-current=${day === today ? 'date' : nothing}
        @click=${() => onPick(day)}
      >
        ${this.#format(day, NUMBER)}
      </button>
    </td>`;
  }

  #onKeyDown(event: KeyboardEvent, { weekStart }: DueCalendarSpec): void {
    const to = this.#destination(event, weekStart);
    if (to === null) return;
    event.preventDefault();
    this.show(to);
    void this.focus();
  }

  /** The day that the key goes to, or null where it is no key of movement. */
  #destination({ key, shiftKey, currentTarget }: KeyboardEvent, weekStart: number): Day | null {
    const rtl = getComputedStyle(currentTarget as HTMLElement).direction === 'rtl';
    const at = this.#at;
    const forwards = rtl ? 'ArrowLeft' : 'ArrowRight';
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return at + (key === forwards ? 1 : -1);
      case 'ArrowUp':
        return at - 7;
      case 'ArrowDown':
        return at + 7;
      case 'Home':
        return startOfWeek(at, weekStart);
      case 'End':
        return startOfWeek(at, weekStart) + 6;
      case 'PageUp':
        return addMonths(at, shiftKey ? -12 : -1);
      case 'PageDown':
        return addMonths(at, shiftKey ? 12 : 1);
      default:
        return null;
    }
  }

  #format(day: Day, options: Intl.DateTimeFormatOptions): string {
    const { locale, isolated } = this.#localize.dates;
    return isolated(formatOf(locale, options).format(day * DAY));
  }
}

const MONTH = { month: 'long', year: 'numeric' } as const;
const LONG = { weekday: 'long' } as const;
const NARROW = { weekday: 'narrow' } as const;
const NUMBER = { day: 'numeric' } as const;

const formats = new Map<string, Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>>();

/** The format, made once for each locale: a month asks for some fifty. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const ofLocale = formats.get(locale) ?? new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();
  formats.set(locale, ofLocale);
  let format = ofLocale.get(options);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    ofLocale.set(options, format);
  }
  return format;
}

export const dueCalendarStyles = css`
  .due-month {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }
  .due-month-name {
    flex: 1;
    font-weight: 500;
    padding-inline-start: calc(var(--_space) * 1.5);
  }
  .due-back {
    rotate: 180deg;
  }
  .due-grid {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .due-grid th {
    padding: 2px 0;
    font-size: var(--_meta);
    font-weight: 400;
    color: var(--_text-muted);
    text-align: center;
  }
  .due-grid td {
    padding: 0;
    text-align: center;
  }
  .due-day {
    inline-size: 100%;
    max-inline-size: 3em;
    min-block-size: max(2em, 26px);
    border-radius: var(--_radius-small);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .due-day:hover {
    background: var(--_hover);
  }
  .due-day.off,
  .due-day.outside {
    color: var(--_text-muted);
  }
  .due-day[aria-current] {
    font-weight: 600;
    color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_border-control);
  }
  .due-day.selected {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .due-day:focus-visible {
    outline-offset: -1px;
  }
  .due-day.selected:focus-visible {
    outline-offset: 1px;
  }
  @media (pointer: coarse) {
    .due-day {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .due-day.selected {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .due-day[aria-current] {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
