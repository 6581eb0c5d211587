// The dialog of one operation on many engagements: for an item first its kind and its form, then what would be done and to how many, then how far
// it is, then what became of each, with another try and the way back. All that went as said is told by a toast instead.
import type { EngagementBulkOperation, ItemKind, NotificationChannel } from '@followthrough/core/schema';
import type { EngagementBulkChange, EngagementBulkJob, EngagementListStore } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { DateWords } from '../dates/date-label.ts';
import { SessionExpired } from '../events.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import { Modal } from '../parts/modal.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import type { ToastController } from '../parts/toast.ts';
import type { ItemForm } from '../engagement-timeline/item-form.ts';
import { problemText } from '../problem-text.ts';
import { isSessionProblem } from '../problem-kind.ts';
import { type CoacheesOf, eligible, forecastView } from './bulk-forecast.ts';
import { hasSurprises, resultsView, retryable, runningView, unfinished } from './bulk-results.ts';
import { operationWords } from './bulk-words.ts';
import { dialogFrame } from './dialog-frame.ts';
import { listDialogStyles } from './dialog-styles.ts';
import { kindPicker } from './kind-picker.ts';
import { EngagementBulkApplied, EngagementBulkBeforeApply } from './list-events.ts';

export interface BulkDialogSetting extends PartOptions {
  readonly list: () => EngagementListStore | undefined;
  /** Whether the backend tells people of what concerns them. */
  readonly notifies: () => readonly NotificationChannel[];
  /** Who an engagement is for, in a line. */
  readonly coacheesOf: CoacheesOf;
  readonly toast: ToastController;
  /** It has ended: nothing of it is chosen any more. */
  readonly onEnd: () => void;
}

export class BulkDialog {
  readonly #host: PartHost;
  readonly #on: BulkDialogSetting;
  readonly #localize: DateWords;
  readonly #modal: Modal;
  #form: ItemForm | undefined;
  #anchor: HTMLElement | null = null;
  #operation: EngagementBulkOperation = 'activate';
  #kind: ItemKind = 'session';
  /** The kind of the item is still to be chosen. */
  #isChoosing = false;

  constructor(host: PartHost, on: BulkDialogSetting) {
    this.#host = host;
    this.#on = on;
    this.#localize = on.localize;
    this.#modal = new Modal(host, on, [listDialogStyles]);
  }

  get isOpen(): boolean {
    return this.#modal.isOpen;
  }

  /** Asks what the operation would do to those selected; adding an item begins with writing it. */
  open(operation: EngagementBulkOperation, anchor: HTMLElement): void {
    this.#operation = operation;
    this.#anchor = anchor;
    this.#isChoosing = operation === 'addItem';
    if (operation !== 'addItem') void this.#ask({ operation });
    this.#show(anchor);
  }

  render(): TemplateResult {
    return html`${this.#modal.render()} ${this.#form?.render() ?? nothing}`;
  }

  #show(anchor: HTMLElement): void {
    const title = operationWords(this.#operation, this.#localize.messages).name;
    this.#modal.open(anchor, {
      name: 'bulk-dialog',
      label: title,
      content: () => dialogFrame({ title, content: this.#content(), buttons: this.#buttons() }),
      // While it runs it does not close: it is stopped first.
      mayClose: () => this.#job?.phase !== 'running',
      onClose: () => this.#closed(),
    });
  }

  get #job(): EngagementBulkJob | null {
    return this.#on.list()?.bulk.$job.get() ?? null;
  }

  async #ask(change: EngagementBulkChange): Promise<void> {
    await this.#on.list()?.bulk.ask(change);
    this.#tellOf(this.#job?.error ?? null);
  }

  #tellOf(error: BackendError | null): void {
    if (error && isSessionProblem(error)) this.#host.dispatchEvent(new SessionExpired());
  }

  // ── what is drawn ─────────────────────────────────────────────────────────────────────────────

  #content(): unknown {
    const job = this.#job;
    const { messages } = this.#localize;
    if (this.#isChoosing) {
      return kindPicker(this.#kind, messages, (kind) => {
        this.#kind = kind;
        this.#host.requestUpdate();
      });
    }
    if (!job) return nothing;
    switch (job.phase) {
      case 'asking':
      case 'asked':
        return forecastView(job, messages, this.#on.notifies(), this.#on.coacheesOf);
      case 'running':
        return runningView(job, messages);
      case 'ended':
        return resultsView(job, messages, this.#on.coacheesOf);
    }
  }

  #buttons(): unknown {
    const job = this.#job;
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    const cancel = html`<button type="button" class="button" part="button" @click=${this.#modal.ask}>
      ${words.cancel}
    </button>`;
    if (this.#isChoosing) return html`${cancel} ${this.#primary(words.itemNext, () => void this.#write())}`;
    if (!job) return cancel;
    const close = html`<button type="button" class="button" part="button" @click=${this.#modal.ask}>
      ${words.close}
    </button>`;
    switch (job.phase) {
      case 'asking':
        return html`${cancel}
        ${job.error ? this.#primary(messages.problem.retry, () => void this.#askAgain()) : nothing}`;
      case 'asked':
        return eligible(job) === 0 ? close : html`${cancel} ${this.#go(job)}`;
      case 'running':
        return html`<button
          type="button"
          class="button"
          part="button"
          ?disabled=${job.stopped}
          @click=${() => this.#on.list()?.bulk.stop()}
        >
          ${words.stop}
        </button>`;
      case 'ended':
        return html`${this.#undoButton()} ${close}
        ${retryable(job) > 0 ? this.#primary(words.retry(retryable(job)), () => void this.#retry()) : nothing}`;
    }
  }

  #go(job: EngagementBulkJob): TemplateResult {
    const words = operationWords(this.#operation, this.#localize.messages);
    const isDelete = this.#operation === 'delete';
    return this.#primary(words.go(eligible(job)), () => void this.#apply(), isDelete);
  }

  #undoButton(): TemplateResult | typeof nothing {
    if (!this.#on.list()?.bulk.$undo.get()) return nothing;
    const run = () => {
      this.#modal.ask();
      void this.undo();
    };
    return html`<button type="button" class="button quiet modal-gap" part="button" @click=${run}>
      ${engagementBulkWords(this.#localize.messages).undo}
    </button>`;
  }

  #primary(label: string, run: () => void, destructive = false): TemplateResult {
    return html`<button
      type="button"
      class="button primary ${destructive ? 'destructive' : ''}"
      part="button-primary"
      @click=${run}
    >
      ${label}
    </button>`;
  }

  // ── what is done ──────────────────────────────────────────────────────────────────────────────

  /** The form of an item comes when it is first asked for; what would be done with what is written is asked then. */
  async #write(): Promise<void> {
    const anchor = this.#anchor;
    const { ItemForm } = await import('../engagement-timeline/item-form.ts');
    this.#form ??= new ItemForm(this.#host, this.#on);
    this.#modal.close({ returnFocus: false });
    if (!anchor) return;
    this.#form.open(anchor, {
      item: null,
      kind: this.#kind,
      selfScheduling: false,
      add: (item) => {
        this.#isChoosing = false;
        void this.#ask({ operation: 'addItem', item });
        void this.#host.updateComplete.then(() => this.#show(anchor));
        return Promise.resolve(true);
      },
      update: () => Promise.resolve(false),
    });
  }

  async #askAgain(): Promise<void> {
    await this.#on.list()?.bulk.retry();
    this.#tellOf(this.#job?.error ?? null);
  }

  async #apply(): Promise<void> {
    const job = this.#job;
    const bulk = this.#on.list()?.bulk;
    if (!job || !bulk) return;
    const ids = job.forecast.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : []));
    const before = new EngagementBulkBeforeApply(this.#operation, ids);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed)) {
      this.#modal.ask();
      return;
    }
    await bulk.apply();
    this.#ended();
  }

  async #retry(): Promise<void> {
    await this.#on.list()?.bulk.retry();
    this.#ended();
  }

  /** All went as it was said to: a toast says so. Else the dialog stays, with what became of each. */
  #ended(): void {
    const job = this.#job;
    if (job?.phase !== 'ended') return;
    this.#tellOf(job.error);
    this.#host.dispatchEvent(new EngagementBulkApplied(this.#operation, job.results));
    if (!hasSurprises(job)) {
      const done = job.results.filter(({ outcome }) => outcome === 'done').length;
      this.#modal.ask();
      this.#on.toast.show({
        text: operationWords(this.#operation, this.#localize.messages).did(done),
        action: this.#on.list()?.bulk.$undo.get()
          ? { label: engagementBulkWords(this.#localize.messages).undo, run: () => void this.undo() }
          : undefined,
      });
    }
    this.#host.requestUpdate();
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    try {
      const back = (await this.#on.list()?.bulk.undo()) ?? [];
      if (back.length > 0) this.#on.toast.show({ text: words.undone(back.length) });
    } catch (error) {
      this.#on.toast.show({ text: words.undoFailed(problemText(error as BackendError, messages)), tone: 'problem' });
    }
  }

  #closed(): void {
    const job = this.#job;
    if (job?.phase === 'ended') this.#letGo(job);
    this.#on.list()?.bulk.close();
  }

  /** What it was done to is selected no more; what it could not be done to still is. */
  #letGo(job: EngagementBulkJob): void {
    const list = this.#on.list();
    const left = unfinished(job);
    const shown = list?.$rows.get().flatMap(({ id }) => (left.has(id) ? [id] : [])) ?? [];
    if (shown.length > 0) list?.select(shown);
    else {
      list?.clearSelection();
      this.#on.onEnd();
    }
  }
}
