// Filtering by any span of due dates: from, to, or both, each typed ("fri", "15 mar") or picked in the browser's own
// calendar. What is typed is said in full while one types; what is no date is said on Enter. Loaded when first opened.
import { dueDateWords } from '../localize/late-tools.ts';
import { type Day, formatDay, parseDay } from '@followthrough/core/domain';
import type { Calendar, CivilDate } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { calendarIcon } from '../icons/icons.ts';
import { filterWords } from '../localize/late-filter.ts';
import { type TypedDue, typedDue } from './due-typing.ts';
import { filterDatesStyles } from './filter-dates-styles.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface FilterDatesSpec {
  from: CivilDate | undefined;
  to: CivilDate | undefined;
  /** Today on the viewer's clock: "fri" is the next one. */
  today: Day;
  /** The ISO weekday on which weeks begin; by the locale where absent. */
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  onPick: (from: CivilDate | undefined, to: CivilDate | undefined) => void;
}

const MIN = '1970-01-01';
const MAX = '2199-12-31';

const ENDS = ['from', 'to'] as const;
type End = (typeof ENDS)[number];

/** One end of the span as it stands in its field. */
interface Field {
  text: string;
  typed: TypedDue;
}

const NOTHING: Field = { text: '', typed: { type: 'none' } };

export class FilterDates {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #fields: Record<End, Field> = { from: NOTHING, to: NOTHING };
  /** It was to be applied as it stands, and what is no date is said to be none. */
  #refused = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [filterDatesStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: FilterDatesSpec): void {
    this.#refused = false;
    this.#fields = { from: this.#fieldOf(spec.from), to: this.#fieldOf(spec.to) };
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'filter-dates',
      label: filterWords(this.#localize.messages).dates,
      content: () => this.#content(spec),
      // A field with focus brings the keyboard of a phone up over the rest.
      initialFocus: () => (matchMedia('(pointer: coarse)').matches ? '.filter-pick' : '.filter-day > .input'),
    });
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #fieldOf(date: CivilDate | undefined): Field {
    if (date === undefined || date === '') return NOTHING;
    const day = parseDay(date);
    return { text: this.#localize.dates.dayMonthYear(day), typed: { type: 'day', day } };
  }

  #content(spec: FilterDatesSpec): TemplateResult {
    const filter = filterWords(this.#localize.messages);
    return html`<form class="filter-span" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, spec)}>
      ${ENDS.map((end) => this.#end(end, spec))}
      <p class="filter-fault danger-text" role="alert">${this.#isBackwards && this.#refused ? filter.backwards : ''}</p>
      <button class="button primary">${filter.apply}</button>
    </form>`;
  }

  #end(end: End, spec: FilterDatesSpec): TemplateResult {
    const dueDate = dueDateWords(this.#localize.messages);
    const filter = filterWords(this.#localize.messages);
    const { text, typed } = this.#fields[end];
    const fault = this.#faultOf(typed);
    return html`<div>
      <label class="meta" for="filter-${end}">${filter[end]}</label>
      <div class="filter-day">
        <input
          type="text"
          class="input"
          part="input"
          id="filter-${end}"
          aria-describedby="filter-${end}-day"
          aria-invalid=${fault === null ? nothing : 'true'}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="done"
          placeholder=${dueDate.placeholder}
          .value=${text}
          @input=${(event: InputEvent) => this.#type(end, (event.currentTarget as HTMLInputElement).value, spec)}
        />
        <input
          type="date"
          class="filter-native"
          tabindex="-1"
          aria-hidden="true"
          min=${MIN}
          max=${MAX}
          .value=${typed.type === 'day' ? formatDay(typed.day) : ''}
          @change=${(event: Event) => this.#pick(end, event.currentTarget as HTMLInputElement)}
        />
        <button
          type="button"
          class="icon-button filter-pick"
          aria-label=${filter.chip(filter[end], dueDate.pick)}
          title=${dueDate.pick}
          @click=${openNative}
        >
          ${calendarIcon()}
        </button>
      </div>
      <p class="filter-meaning meta ${fault === null ? '' : 'danger-text'}" id="filter-${end}-day" role="status">
        ${fault ?? (typed.type === 'day' ? this.#localize.dates.full(typed.day) : '')}
      </p>
    </div>`;
  }

  /** Why what is typed cannot be one of the days; null while it can, or may still become one. */
  #faultOf(typed: TypedDue): string | null {
    const dueDate = dueDateWords(this.#localize.messages);
    if (typed.type === 'outOfRange') return dueDate.outOfRange;
    return typed.type === 'unknown' && this.#refused ? dueDate.notUnderstood : null;
  }

  get #isBackwards(): boolean {
    const { from, to } = this.#fields;
    return from.typed.type === 'day' && to.typed.type === 'day' && from.typed.day > to.typed.day;
  }

  #type(end: End, text: string, { today, weekStart, calendar }: FilterDatesSpec): void {
    const { dates } = this.#localize;
    const setting = { today, weekStart: weekStart ?? dates.weekStart, calendar, dates };
    this.#set(end, { text, typed: typedDue(text, setting) });
  }

  #pick(end: End, { value }: HTMLInputElement): void {
    this.#set(end, this.#fieldOf(value));
  }

  #set(end: End, field: Field): void {
    this.#fields = { ...this.#fields, [end]: field };
    this.#refused = false;
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, { onPick }: FilterDatesSpec): void {
    event.preventDefault();
    const wrong = ENDS.find((end) => ['unknown', 'outOfRange'].includes(this.#fields[end].typed.type));
    if (wrong !== undefined || this.#isBackwards) {
      this.#refused = true;
      this.#host.requestUpdate();
      this.#popover.element?.querySelector<HTMLElement>(`#filter-${wrong ?? 'to'}`)?.focus();
      return;
    }
    this.close();
    onPick(dateOf(this.#fields.from), dateOf(this.#fields.to));
  }
}

function dateOf({ typed }: Field): CivilDate | undefined {
  return typed.type === 'day' ? formatDay(typed.day) : undefined;
}

/** Opens the browser's calendar over the button; where it may not (a frame of another origin), its field takes over. */
function openNative(event: Event): void {
  const native = (event.currentTarget as HTMLElement).previousElementSibling as HTMLInputElement;
  try {
    native.showPicker();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    native.classList.add('shown');
    native.focus();
  }
}
