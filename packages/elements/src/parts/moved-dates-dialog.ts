// What a change moves in a plan, shown before it is made (rulebook §3): each date from what to what and why, under its
// section, with what becomes overdue; then saved or let be. Of something that others rest on it asks what becomes of their
// dates. Loaded when first asked.
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate, Dependents } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { alertIcon } from '../icons/icons.ts';
import { arrowRightIcon } from '../icons/plan-date-icons.ts';
import { planMovedWords } from '../localize/late-plan-moved.ts';
import { type MovedDatesSpec, type MovedRow, movedRows } from './moved-dates-rows.ts';
import { dialogStyles } from './dialog-styles.ts';
import { movedDatesStyles } from './moved-dates-styles.ts';
import { adoptStyles, type PartHost, type PartOptions } from './popover.ts';
import { namesOf } from './rule-words.ts';
import { actionWords } from '../localize/late-acts.ts';

export type { MovedDatesSpec } from './moved-dates-rows.ts';

/** `save`: make the change; `freeze` or `clear`: delete, and that becomes of what rests on it; null: let it be. */
export type MovedDatesAnswer = 'save' | Dependents | null;

/** How many rows are drawn at once. */
const DRAWN = 200;

export class MovedDatesDialog implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #localize: DateWords;
  #asked: { spec: MovedDatesSpec; rows: readonly MovedRow[]; resolve: (answer: MovedDatesAnswer) => void } | null =
    null;
  #from: HTMLElement | null = null;
  #shown = false;
  #all = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#asked !== null;
  }

  /** Shows what would move; gives what is to be done. */
  ask(spec: MovedDatesSpec): Promise<MovedDatesAnswer> {
    this.#answer(null);
    if (!this.#host.isConnected) return Promise.resolve(null);
    adoptStyles(this.#host, [dialogStyles, movedDatesStyles]);
    this.#from = (this.#host.shadowRoot?.activeElement as HTMLElement | null) ?? null;
    this.#shown = false;
    this.#all = false;
    const rows = movedRows(spec, planMovedWords(this.#localize.messages));
    this.#host.requestUpdate();
    return new Promise((resolve) => {
      this.#asked = { spec, rows, resolve };
    });
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#asked || this.#shown || !dialog) return;
    this.#shown = true;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.button.primary')?.focus();
  }

  hostDisconnected(): void {
    this.#answer(null);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#asked) return nothing;
    const { spec, rows } = this.#asked;
    const words = planMovedWords(this.#localize.messages);
    const asks = spec.dependents !== undefined && spec.dependents.length > 0;
    const drawn = this.#all ? rows : rows.slice(0, DRAWN);
    const late = spec.preview.overdue.length;
    return html`<dialog
      class="dialog moved"
      part="dialog"
      aria-labelledby="moved-heading"
      @keydown=${this.#onKeyDown}
      @cancel=${this.#onCancel}
      @close=${() => this.#answer(null)}
    >
      <header class="moved-head">
        ${spec.title === undefined ? nothing : html`<p class="meta" dir="auto">${spec.title}</p>`}
        <h2 id="moved-heading">${asks ? words.dependents(rows.length) : words.heading(rows.length)}</h2>
        ${asks ? html`<p class="muted">${words.dependentsHint}</p>` : nothing}
        ${late > 0 ? html`<p class="moved-late">${alertIcon()}<span>${words.overdue(late)}</span></p>` : nothing}
      </header>
      <div class="moved-body" tabindex="0" role="group" aria-labelledby="moved-heading">
        ${this.#sections(spec, drawn)}
        ${
          rows.length > drawn.length
            ? html`<button type="button" class="button quiet" @click=${this.#showAll}>
                ${words.more(rows.length - drawn.length)}
              </button>`
            : nothing
        }
      </div>
      <footer class="moved-foot">${asks ? this.#choice() : this.#saving()}</footer>
    </dialog>`;
  }

  // ── what shows ────────────────────────────────────────────────────────────────────────────────

  #sections({ plan }: MovedDatesSpec, rows: readonly MovedRow[]): TemplateResult[] {
    const words = planMovedWords(this.#localize.messages);
    const actions = new Map(plan.actions.map((action) => [action.id, action]));
    const bySection = Map.groupBy(rows, ({ actionId }) => {
      const context = actions.get(actionId)?.context;
      return context?.type === 'room' ? context.sectionId : '';
    });
    const names = namesOf(plan);
    return [...bySection].map(
      ([id, own]) =>
        html`<section>
          <h3 class="meta" dir="auto">${names(id) ?? words.elsewhere}</h3>
          <div role="list">
            ${own.map((row) => this.#row(row, names(row.actionId) ?? actionWords(this.#localize.messages).untitled, plan))}
          </div>
        </section>`,
    );
  }

  #row({ field, from, to, notes, overdue }: MovedRow, title: string, plan: ShownPlan): TemplateResult {
    const words = planMovedWords(this.#localize.messages);
    const said = (date: CivilDate | null) => (date === null ? words.none : this.#day(date, plan));
    const marks = field === 'start' ? [words.start, ...notes] : notes;
    return html`<div class="moved-row" role="listitem">
      <span class="moved-title" dir="auto">${title}</span>
      ${
        to === undefined
          ? html`<span class="moved-dates">${said(from)}</span>`
          : html`<span class="moved-dates"
              ><span aria-hidden="true" class="muted">${said(from)}</span>${arrowRightIcon()}<span aria-hidden="true"
                >${said(to)}</span
              ><span class="visually-hidden">${words.fromTo(said(from), said(to))}</span></span
            >`
      }
      ${marks.length === 0 ? nothing : html`<span class="moved-notes meta">${words.told(marks)}</span>`}
      ${overdue ? html`<span class="moved-overdue meta">${alertIcon()}${words.becomesOverdue}</span>` : nothing}
    </div>`;
  }

  #day(date: CivilDate, { today }: ShownPlan): string {
    const { dates } = this.#localize;
    const day = parseDay(date);
    const year = dates.dayMonthYear(day).slice(-4) === dates.dayMonthYear(today).slice(-4);
    return dates.isolated(`${dates.weekday(day)} ${year ? dates.dayMonth(day) : dates.dayMonthYear(day)}`);
  }

  #saving(): TemplateResult {
    const words = planMovedWords(this.#localize.messages);
    return html`<button type="button" class="button" @click=${() => this.#answer(null)}>${words.cancel}</button>
      <button type="button" class="button primary" @click=${() => this.#answer('save')}>${words.save}</button>`;
  }

  #choice(): TemplateResult {
    const words = planMovedWords(this.#localize.messages);
    return html`<button type="button" class="button" @click=${() => this.#answer(null)}>${words.cancel}</button>
      <button type="button" class="button" @click=${() => this.#answer('clear')}>${words.clear}</button>
      <button type="button" class="button primary" @click=${() => this.#answer('freeze')}>${words.freeze}</button>`;
  }

  // ── what is done ──────────────────────────────────────────────────────────────────────────────

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.moved');
  }

  #answer(answer: MovedDatesAnswer): void {
    const asked = this.#asked;
    if (!asked) return;
    this.#asked = null;
    this.#dialog?.close();
    if (this.#from?.isConnected) this.#from.focus();
    else this.#options.fallbackFocus?.();
    this.#host.requestUpdate();
    asked.resolve(answer);
  }

  readonly #showAll = (): void => {
    this.#all = true;
    this.#host.requestUpdate();
    // The button that had it is gone.
    this.#dialog?.querySelector<HTMLElement>('.moved-body')?.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of the list under it.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#answer(null);
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#answer(null);
  };
}
