// Picking a start or due date of a plan: a date, or a rule relative to what else is in the plan, by typing it or by its
// parts. What it comes to is told while it is picked, a loop with the names on it. A date picked beside a rule pins it: the
// rule stays, and stands again once it is unpinned. Loaded when first opened.
import { type Day, isSameDate, type RelativeRule } from '@followthrough/core/domain';
import type { PlannedDateDraft } from '@followthrough/core/schema';
import { html, type nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { planDueWords } from '../localize/late-plan-due.ts';
import { choicePickerStyles } from './choice-picker-styles.ts';
import { DueCalendar, dueCalendarStyles } from './due-calendar.ts';
import { dueNames, dueNamesStyles } from './due-names.ts';
import {
  beginning,
  draftOfDay,
  draftOfParts,
  type DueMode,
  faultOfParts,
  partsOf,
  type PlanDueSpec,
  type RelativeParts,
  relativeOf,
} from './plan-due-choice.ts';
import { PlanDueField } from './plan-due-field.ts';
import { type OutcomePlace, PlanDueOutcome } from './plan-due-outcome.ts';
import { PlanDueRelative } from './plan-due-relative.ts';
import { planDueStyles } from './plan-due-styles.ts';
import { planDueSwitch } from './plan-due-switch.ts';
import { footView, pinView, type PlanDueScene, previewView } from './plan-due-views.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';
import { namesOf } from './rule-words.ts';

export type { PlanDueSpec } from './plan-due-choice.ts';

export class PlanDueEditor {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  readonly #calendar: DueCalendar;
  readonly #field: PlanDueField;
  readonly #relative: PlanDueRelative;
  readonly #outcome: PlanDueOutcome;
  #mode: DueMode = 'date';
  #day: Day | null = null;
  /** A day was chosen, and how it goes with the rule is still to be said. */
  #isChosen = false;
  #parts: RelativeParts = beginning(null).parts;
  /** Saving was tried with parts that are not whole. */
  #complains = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    const styles = [planDueStyles, choicePickerStyles, dueNamesStyles, dueCalendarStyles];
    this.#popover = new Popover(host, options, styles);
    this.#calendar = new DueCalendar(host, options.localize);
    this.#field = new PlanDueField(host, options.localize);
    this.#relative = new PlanDueRelative(host, options.localize, this.#popover.id);
    this.#outcome = new PlanDueOutcome(host);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  /** Opens beside `anchor`, as the date stands. */
  open(anchor: HTMLElement, spec: PlanDueSpec): void {
    ({ mode: this.#mode, day: this.#day, parts: this.#parts } = beginning(spec.date));
    this.#isChosen = false;
    this.#complains = false;
    this.#field.begin();
    this.#relative.begin();
    this.#outcome.forget();
    this.#calendar.show(this.#day ?? spec.plan.today);
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'plan-due',
      label: planDueWords(this.#localize.messages).label[spec.field],
      content: () => this.#content(spec),
      // A field with focus brings the keyboard of a phone up over the rest.
      initialFocus: () => (matchMedia('(pointer: coarse)').matches ? '[role="radio"][tabindex="0"]' : '.due-field'),
      onKeyDown: (event) => this.#onKeyDown(event, spec),
    });
    this.#ask(spec);
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  // ── what shows ────────────────────────────────────────────────────────────────────────────────

  #content(spec: PlanDueSpec): TemplateResult {
    const words = planDueWords(this.#localize.messages);
    const scene = this.#scene(spec);
    return html`
      ${this.#field.render({
        ...this.#setting(spec),
        plan: spec.plan,
        nameOf: namesOf(spec.plan),
        onDay: (day) => this.#typedDay(day, spec),
        onRule: (typed) => this.#typedRule(typed, spec),
        onEnter: (typed) => void this.#enter(typed, spec),
        onDown: () => void (this.#mode === 'date' ? this.#calendar.focus() : this.#focus('.plan-due-amount')),
      })}
      ${planDueSwitch(this.#mode, words, (mode) => this.#switch(mode, spec))} ${pinView(scene)}
      ${this.#mode === 'date' ? this.#date(spec) : this.#rule(spec, scene)} ${previewView(scene)} ${footView(scene)}
    `;
  }

  #date(spec: PlanDueSpec): TemplateResult {
    const setting = this.#setting(spec);
    const onPick = (day: Day) => this.#chooseDay(day, spec);
    return html`${dueNames(setting, this.#localize, onPick)}
    ${this.#calendar.render({ ...setting, selected: this.#day, onPick })}`;
  }

  #rule(spec: PlanDueSpec, { nameOf, outcome }: PlanDueScene): TemplateResult {
    return this.#relative.render({
      parts: this.#parts,
      plan: spec.plan,
      nameOf,
      complains: this.#complains,
      preview: 'plan-due-preview',
      refused: outcome?.refused === true,
      onChange: (parts) => {
        this.#parts = parts;
        this.#field.letGo();
        this.#ask(spec);
      },
    });
  }

  #scene(spec: PlanDueSpec): PlanDueScene {
    const draft = this.#draft(spec);
    return {
      mode: this.#mode,
      date: spec.date,
      day: this.#day,
      isChosen: this.#isChosen,
      fault: this.#mode === 'relative' ? faultOfParts(this.#parts) : null,
      complains: this.#complains,
      outcome: draft && this.#outcome.tell(draft, this.#place(spec)),
      nameOf: namesOf(spec.plan),
      words: this.#localize,
      unpin: (rule) => this.#pick({ rule }, spec),
      pick: (draft) => this.#pick(draft, spec),
      save: () => void this.#save(spec),
    };
  }

  // ── what is done ──────────────────────────────────────────────────────────────────────────────

  /** What would be written as it stands; null where it is not whole, or nothing is changed. */
  #draft(spec: PlanDueSpec): PlannedDateDraft | null {
    if (this.#mode === 'relative') return draftOfParts(this.#parts);
    return this.#day === null ? null : draftOfDay(this.#day, this.#isChosen ? relativeOf(spec.date) : null);
  }

  #ask(spec: PlanDueSpec): void {
    const draft = this.#draft(spec);
    if (draft) this.#outcome.ask(draft, spec.preview);
    this.#host.requestUpdate();
  }

  #switch(mode: DueMode, spec: PlanDueSpec): void {
    this.#mode = mode;
    this.#complains = false;
    this.#ask(spec);
  }

  #typedDay(day: Day, spec: PlanDueSpec): void {
    this.#mode = 'date';
    this.#day = day;
    this.#isChosen = true;
    this.#calendar.show(day);
    this.#ask(spec);
  }

  #typedRule(rule: RelativeRule, spec: PlanDueSpec): void {
    this.#mode = 'relative';
    this.#parts = partsOf(rule);
    this.#ask(spec);
  }

  async #enter(typed: 'day' | 'rule' | 'clear' | 'none', spec: PlanDueSpec): Promise<void> {
    if (typed === 'clear') this.#pick(null, spec);
    else if (typed === 'day' && this.#day !== null) this.#chooseDay(this.#day, spec);
    else if (this.#mode === 'relative') await this.#save(spec);
    else this.close();
  }

  #chooseDay(day: Day, spec: PlanDueSpec): void {
    if (relativeOf(spec.date) === null) {
      this.#pick(draftOfDay(day, null), spec);
      return;
    }
    this.#day = day;
    this.#isChosen = true;
    this.#field.letGo();
    this.#calendar.show(day);
    this.#ask(spec);
    void this.#focus('.plan-due-to-pin');
  }

  async #save(spec: PlanDueSpec): Promise<void> {
    const draft = draftOfParts(this.#parts);
    if (draft === null) {
      this.#complains = true;
      this.#host.requestUpdate();
      await this.#focus(faultOfParts(this.#parts) === 'amount' ? '.plan-due-amount' : '.choices-field');
      return;
    }
    await this.#outcome.settled;
    // It may have been closed meanwhile, or have come to something else.
    if (!this.isOpen || !isSameDate(draft, draftOfParts(this.#parts))) return;
    if (this.#outcome.tell(draft, this.#place(spec)).refused) await this.#focus('.choices-field');
    else this.#pick(draft, spec);
  }

  #pick(draft: PlannedDateDraft | null, spec: PlanDueSpec): void {
    this.close();
    if (!isSameDate(draft, spec.date)) spec.onPick(draft);
  }

  #onKeyDown(event: KeyboardEvent, spec: PlanDueSpec): void {
    if (this.#relative.onKeyDown(event)) return;
    const { target } = event;
    if (event.key === 'Enter' && target instanceof Element && target.matches('.plan-due-amount, .choices-field')) {
      event.preventDefault();
      void this.#save(spec);
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#popover.element?.querySelector<HTMLElement>(selector)?.focus();
  }

  #place({ actionId, field, date, plan }: PlanDueSpec): OutcomePlace {
    return { actionId, field, date, today: plan.today, nameOf: namesOf(plan), words: this.#localize };
  }

  #setting({ plan, weekStart = this.#localize.dates.weekStart, calendar }: PlanDueSpec) {
    return { today: plan.today, weekStart, calendar, dates: this.#localize.dates };
  }
}
