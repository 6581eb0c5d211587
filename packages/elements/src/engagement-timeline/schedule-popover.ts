// Scheduling an item: when it is out and due; of a session, when it is held, how long, and whether its coachee picks the time.
// A coachee picks the time alone, within the engagement's dates. What was typed stays where it was refused. Loaded when first
// opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '@followthrough/core/backend';
import { formatInstant, parseDay } from '@followthrough/core/domain';
import type { Calendar, ItemSchedule, OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import type { DateWords } from '../dates/date-label.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';
import { changedWords } from './conflict-words.ts';
import { pickedDateField } from './date-picked.ts';
import { formStyles } from './form-styles.ts';
import {
  dayOfPicked,
  draftOfItem,
  type PickedDate,
  pickedTimeFault,
  type ScheduleDraft,
  type ScheduleField,
  scheduleFaults,
  scheduleOf,
} from './schedule-draft.ts';
import { zoneName } from './item-facts.ts';
import { sessionFields } from './session-fields.ts';

export interface SchedulePopoverSpec {
  readonly item: OpenItem;
  readonly shown: () => ShownEngagement | null;
  readonly calendar: Calendar;
  readonly now: () => number;
  /** Whether only the session's time may be set: all that a coachee may. */
  readonly timeOnly: boolean;
  /** Rejects with the BackendError where it was refused. Gives whether it was done. */
  readonly save: (schedule: ItemSchedule) => Promise<boolean>;
  readonly unschedule: () => void;
}

export class SchedulePopover {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #draft: ScheduleDraft | null = null;
  #faults: ReadonlyMap<ScheduleField, string> = new Map();
  #fault: string | null = null;
  #isSaving = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [formStyles, schedulePopoverStyles]);
  }

  open(anchor: HTMLElement, spec: SchedulePopoverSpec): void {
    const shown = spec.shown();
    if (!shown) return;
    this.#draft = draftOfItem(spec.item, shown);
    this.#faults = new Map();
    this.#fault = null;
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'schedule',
      label: `${this.#words.schedule}: ${spec.item.title}`,
      content: () => this.#content(spec),
      initialFocus: () => 'input:checked, input',
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(spec: SchedulePopoverSpec): TemplateResult {
    const shown = spec.shown();
    const draft = this.#draft;
    if (!shown || !draft) return html``;
    const words = this.#words;
    const isScheduled = spec.item.state === 'scheduled';
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(spec, shown);
      }}
    >
      <p class="schedule-title ellipsis" dir="auto" title=${spec.item.title}>${spec.item.title}</p>
      ${spec.item.session === null ? this.#dates(draft, spec, shown) : this.#session(draft, spec, shown)}
      <p class="form-fault" role="alert">${this.#fault ?? nothing}</p>
      <p class="form-buttons">
        ${
          isScheduled && !spec.timeOnly
            ? html`<button
                type="button"
                class="button quiet start"
                part="button"
                @click=${() => this.#unschedule(spec)}
              >
                ${words.unschedule}
              </button>`
            : nothing
        }
        <button type="button" class="button quiet" part="button" @click=${() => this.#popover.close()}>
          ${words.cancel}
        </button>
        <button type="submit" class="button primary" part="button button-primary" ?disabled=${this.#isSaving}>
          ${this.#isSaving ? words.saving : isScheduled ? words.save : words.schedule}
        </button>
      </p>
    </form>`;
  }

  #dates(draft: ScheduleDraft, { calendar }: SchedulePopoverSpec, { startDate }: ShownEngagement): TemplateResult {
    const words = this.#words;
    const field = (
      name: 'release' | 'due',
      legend: string,
      none: string,
      noneMode: 'now' | 'none',
      labels: [string, string],
    ) =>
      pickedDateField({
        name,
        legend,
        modes: [
          { mode: noneMode, label: none },
          { mode: 'on', label: labels[0] },
          { mode: 'relative', label: labels[1] },
        ],
        value: draft[name],
        fault: this.#faults.get(name) ?? null,
        day: draft[name].mode === 'relative' ? dayOfPicked(draft[name], startDate, calendar) : null,
        hasStart: startDate !== null,
        localize: this.#localize,
        onChange: (value: PickedDate) => this.#write({ [name]: value }),
      });
    return html`${field('release', words.release, words.releaseNow, 'now', [words.releaseOn, words.releaseAfter])}
    ${field('due', words.due, words.dueNone, 'none', [words.dueOn, words.dueAfter])}`;
  }

  #session(draft: ScheduleDraft, spec: SchedulePopoverSpec, shown: ShownEngagement): TemplateResult {
    const words = this.#words;
    return html`<div class="pair">
        ${this.#input('date', 'date', words.date, draft, shown)}
        ${this.#input('time', 'time', words.time, draft, shown)}
      </div>
      <p class="meta schedule-zone">
        ${words.zone(this.#zoneText(shown, spec))}
        ${spec.timeOnly ? html`${this.#withinText(shown)} ${words.once}` : nothing}
      </p>
      ${
        spec.timeOnly
          ? nothing
          : sessionFields({
              draft,
              isFaulty: this.#faults.has('minutes'),
              messages: this.#localize.messages,
              onChange: (change) => this.#write(change),
            })
      }`;
  }

  #input(
    name: 'date' | 'time',
    type: string,
    label: string,
    draft: ScheduleDraft,
    shown: ShownEngagement,
  ): TemplateResult {
    const fault = this.#faults.get(name) ?? null;
    const { startDate, endDate } = shown;
    return html`<div class="field" part="field">
      <label class="label" for="schedule-${name}">${label}</label>
      <input
        id="schedule-${name}"
        type=${type}
        class="input"
        part="input"
        min=${type === 'date' && startDate !== null ? startDate : nothing}
        max=${type === 'date' && endDate !== null ? endDate : nothing}
        aria-invalid=${fault === null ? nothing : 'true'}
        aria-describedby="schedule-${name}-fault"
        .value=${live(draft[name])}
        @input=${(event: Event) => this.#write({ [name]: (event.currentTarget as HTMLInputElement).value })}
      />
      <p id="schedule-${name}-fault" class="fault" role="alert">${fault ?? nothing}</p>
    </div>`;
  }

  #zoneText({ zone }: ShownEngagement, { now }: SchedulePopoverSpec): string {
    const { locale } = this.#localize.dates;
    return `${zone.replaceAll('_', ' ')} (${zoneName(zone, now(), locale)})`;
  }

  #withinText({ startDate, endDate }: ShownEngagement): string | typeof nothing {
    const { dates } = this.#localize;
    const day = (date: string) => dates.dayMonthYear(parseDay(date));
    if (startDate !== null && endDate !== null) return this.#words.within(day(startDate), day(endDate));
    return startDate === null ? nothing : this.#words.withinFrom(day(startDate));
  }

  #write(change: Partial<ScheduleDraft>): void {
    if (!this.#draft) return;
    this.#draft = { ...this.#draft, ...change };
    this.#faults = new Map();
    this.#fault = null;
    this.#host.requestUpdate();
  }

  #unschedule(spec: SchedulePopoverSpec): void {
    this.#popover.close();
    spec.unschedule();
  }

  async #save(spec: SchedulePopoverSpec, shown: ShownEngagement): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.#isSaving) return;
    this.#faults = this.#faultsOf(draft, spec, shown);
    if (this.#faults.size > 0) {
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#popover.element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const schedule = scheduleOf(draft, spec.item, shown);
    if (Object.keys(schedule).length === 0) return this.#popover.close();
    this.#isSaving = true;
    this.#host.requestUpdate();
    try {
      if (await spec.save(schedule)) this.#popover.close();
    } catch (error) {
      this.#fault = changedWords(error as BackendError, spec.item, this.#localize.messages, this.#localize.dates);
    } finally {
      this.#isSaving = false;
      this.#host.requestUpdate();
    }
  }

  #faultsOf(
    draft: ScheduleDraft,
    spec: SchedulePopoverSpec,
    shown: ShownEngagement,
  ): ReadonlyMap<ScheduleField, string> {
    const words = this.#words;
    const texts = {
      date: words.dateMissing,
      time: words.timeMissing,
      amount: words.amountWrong,
      minutes: words.minutesWrong,
    };
    if (!spec.timeOnly)
      return new Map([...scheduleFaults(draft, spec.item)].map(([field, fault]) => [field, texts[fault]]));
    const fault = pickedTimeFault(draft, shown, formatInstant(spec.now()));
    if (fault === null) return new Map();
    if (fault === 'time') return new Map([['time', texts.time]]);
    return new Map([['date', fault === 'date' ? texts.date : fault === 'outside' ? words.outside : words.inPast]]);
  }

  get #words() {
    return engagementFormWords(this.#localize.messages);
  }
}

const schedulePopoverStyles = css`
  .popover.schedule {
    inline-size: 25em;
    padding: calc(var(--_space) * 4);
  }
  .schedule-title {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    font-weight: 600;
    margin-block-end: calc(var(--_space) * 3);
  }
  .schedule-zone {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  @media (max-width: 29.99em) {
    .popover.schedule {
      inline-size: auto;
    }
  }
`;
