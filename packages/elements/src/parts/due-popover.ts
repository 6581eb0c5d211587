// Picking a due date: by typing it, by a named date, or on a month's calendar. What is typed is understood while one
// types and shown before it is taken. A date in the past is allowed and said to be one. Loaded when first opened.
import { dueDateWords } from '../localize/late-tools.ts';
import { type Day, formatDay, parseDay } from '@followthrough/core/domain';
import type { Calendar, CivilDate } from '@followthrough/core/schema';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { DueCalendar, dueCalendarStyles } from './due-calendar.ts';
import { dueNames, dueNamesStyles } from './due-names.ts';
import { type TypedDue, typedDue } from './due-typing.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';
import { dateNameWords } from '../localize/late-acts.ts';

export interface DuePopoverSpec {
  /** What the date is, where it is no due date. */
  label?: string | undefined;
  /** The date there is. */
  date: CivilDate | null;
  /** Today on the clock of the container. */
  today: Day;
  /** The ISO weekday on which weeks begin; by the locale where absent. */
  weekStart?: number | undefined;
  /** Whether the action can do without a date: a relationship's cannot. */
  clearable: boolean;
  /** The workspace's calendar: its days off are muted. */
  calendar?: Calendar | undefined;
  onPick: (date: CivilDate | null) => void;
}

export class DuePopover {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  readonly #calendar: DueCalendar;
  #text = '';
  /** Enter was pressed on something that is no date. */
  #refused = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [duePopoverStyles, dueNamesStyles, dueCalendarStyles]);
    this.#calendar = new DueCalendar(host, options.localize);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: DuePopoverSpec): void {
    this.#text = '';
    this.#refused = false;
    this.#calendar.show(spec.date === null ? spec.today : parseDay(spec.date));
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'due-picker',
      label: spec.label ?? dueDateWords(this.#localize.messages).label,
      content: () => this.#content(spec),
      // A field with focus brings the keyboard of a phone up over the calendar.
      initialFocus: () => (matchMedia('(pointer: coarse)').matches ? '.due-day[tabindex="0"]' : '.due-field'),
    });
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(spec: DuePopoverSpec): TemplateResult {
    const { messages } = this.#localize;
    const dueDate = dueDateWords(messages);
    const typed = typedDue(this.#text, this.#setting(spec));
    const invalid = typed.type === 'outOfRange' || (typed.type === 'unknown' && this.#refused);
    return html`
      <input
        type="text"
        class="input due-field"
        part="input"
        aria-label=${dueDate.field}
        aria-describedby="due-preview"
        aria-invalid=${invalid ? 'true' : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${dueDate.placeholder}
        .value=${this.#text}
        @input=${(event: InputEvent) => this.#onInput(event, spec)}
        @keydown=${(event: KeyboardEvent) => this.#onFieldKey(event, spec)}
      />
      <p class="due-preview" id="due-preview" role="status">${this.#preview(typed, spec)}</p>
      ${dueNames(this.#setting(spec), this.#localize, (day) => this.#pick(formatDay(day), spec))}
      ${this.#calendar.render({
        selected: typed.type === 'day' ? typed.day : spec.date === null ? null : parseDay(spec.date),
        today: spec.today,
        weekStart: this.#setting(spec).weekStart,
        calendar: spec.calendar,
        onPick: (day) => this.#pick(formatDay(day), spec),
      })}
      ${
        spec.clearable && spec.date !== null
          ? html`<button type="button" class="button quiet due-clear" @click=${() => this.#pick(null, spec)}>
              ${dateNameWords(messages).remove}
            </button>`
          : nothing
      }
    `;
  }

  /** What the typed words mean, or why they mean nothing. */
  #preview(typed: TypedDue, spec: DuePopoverSpec): TemplateResult | string | typeof nothing {
    const { messages } = this.#localize;
    switch (typed.type) {
      case 'none':
        return spec.date === null ? messages.date.none : this.#dayInWords(parseDay(spec.date), spec.today);
      case 'day':
        return html`<strong>${this.#dayInWords(typed.day, spec.today)}</strong>`;
      case 'clear':
        return spec.clearable
          ? html`<strong>${dueDateWords(messages).noDate}</strong>`
          : dueDateWords(messages).required;
      case 'outOfRange':
        return html`<span class="danger-text">${dueDateWords(messages).outOfRange}</span>`;
      case 'unknown':
        return this.#refused ? html`<span class="danger-text">${dueDateWords(messages).notUnderstood}</span>` : '…';
    }
  }

  #dayInWords(day: Day, today: Day): TemplateResult | string {
    const full = this.#localize.dates.full(day);
    return day < today
      ? html`${full} · <span class="due-past">${dueDateWords(this.#localize.messages).past}</span>`
      : full;
  }

  #onInput(event: InputEvent, spec: DuePopoverSpec): void {
    this.#text = (event.currentTarget as HTMLInputElement).value;
    this.#refused = false;
    const typed = typedDue(this.#text, this.#setting(spec));
    if (typed.type === 'day') this.#calendar.show(typed.day);
    this.#host.requestUpdate();
  }

  #onFieldKey(event: KeyboardEvent, spec: DuePopoverSpec): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      void this.#calendar.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter(spec);
    }
  }

  #enter(spec: DuePopoverSpec): void {
    const typed = typedDue(this.#text, this.#setting(spec));
    if (typed.type === 'day') this.#pick(formatDay(typed.day), spec);
    else if (typed.type === 'clear' && spec.clearable) this.#pick(null, spec);
    else if (typed.type === 'none') this.close();
    else {
      this.#refused = true;
      this.#host.requestUpdate();
    }
  }

  #pick(date: CivilDate | null, spec: DuePopoverSpec): void {
    this.close();
    if (date !== spec.date) spec.onPick(date);
  }

  #setting({ today, weekStart = this.#localize.dates.weekStart, calendar }: DuePopoverSpec) {
    return { today, weekStart, calendar, dates: this.#localize.dates };
  }
}

const duePopoverStyles = css`
  .popover.due-picker {
    inline-size: 24em;
    padding: 8px;
  }
  .due-preview {
    min-block-size: 1.45em;
    margin-block: calc(var(--_space) * 1.5);
    padding-inline: calc(var(--_space) * 1.5);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .due-preview strong {
    font-weight: 500;
    color: var(--_text);
  }
  .due-past {
    color: var(--_warning);
  }
  .due-clear {
    inline-size: 100%;
    margin-block-start: calc(var(--_space) * 1.5);
  }
  @media (max-width: 29.99em) {
    .popover.due-picker {
      inline-size: auto;
    }
  }
`;
