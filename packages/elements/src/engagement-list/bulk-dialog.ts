// The dialog of one operation on many engagements: for an item its form, then what would be done and to how many, then how far
// it is, then what became of each, with another try and the way back. All that went as said is told by a toast instead.
import type { EngagementBulkOperation } from '@followthrough/core/schema';
import type { EngagementBulkChange, EngagementBulkJob, EngagementListStore } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { DateWords } from '../dates/date-label.ts';
import { SessionExpired } from '../events.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import { adoptStyles, type PartHost, type PartOptions } from '../parts/popover.ts';
import type { ToastController } from '../parts/toast.ts';
import { problemText } from '../problem-text.ts';
import { isSessionProblem } from '../problem-kind.ts';
import { eligible, forecastView } from './bulk-forecast.ts';
import { hasSurprises, resultsView, retryable, runningView, unfinished } from './bulk-results.ts';
import { operationWords } from './bulk-words.ts';
import { ItemForm } from './item-form.ts';
import { EngagementBulkApplied, EngagementBulkBeforeApply } from './list-events.ts';
import { Modal } from './modal.ts';

export interface BulkDialogSetting extends PartOptions {
  readonly list: () => EngagementListStore | undefined;
  readonly toast: ToastController;
  /** It has ended: nothing of it is chosen any more. */
  readonly onEnd: () => void;
}

export class BulkDialog {
  readonly #host: PartHost;
  readonly #on: BulkDialogSetting;
  readonly #localize: DateWords;
  readonly #modal: Modal;
  readonly #form: ItemForm;
  #operation: EngagementBulkOperation = 'activate';
  #isWriting = false;

  constructor(host: PartHost, on: BulkDialogSetting) {
    this.#host = host;
    this.#on = on;
    this.#localize = on.localize;
    this.#modal = new Modal(host, on);
    this.#form = new ItemForm(host, on.localize);
  }

  get isOpen(): boolean {
    return this.#modal.isOpen;
  }

  /** Asks what the operation would do to those selected; adding an item begins with writing it. */
  open(operation: EngagementBulkOperation, anchor: HTMLElement): void {
    this.#operation = operation;
    this.#isWriting = operation === 'addItem';
    if (this.#isWriting) {
      adoptStyles(this.#host, this.#form.styles);
      this.#form.begin();
    }
    if (operation !== 'addItem') void this.#ask({ operation });
    const { messages } = this.#localize;
    this.#modal.open(anchor, {
      name: 'bulk-dialog',
      title: operationWords(operation, messages).name,
      content: () => this.#content(),
      buttons: () => this.#buttons(),
      onClose: () => this.#onClose(),
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#modal.render();
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
    if (this.#isWriting) return this.#form.render(() => void this.#writtenItem());
    if (!job) return nothing;
    switch (job.phase) {
      case 'asking':
      case 'asked':
        return forecastView(job, messages);
      case 'running':
        return runningView(job, messages);
      case 'ended':
        return resultsView(job, messages);
    }
  }

  #buttons(): unknown {
    const job = this.#job;
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    const cancel = html`<button type="button" class="button" part="button" @click=${this.#modal.askToClose}>
      ${words.cancel}
    </button>`;
    if (this.#isWriting) return html`${cancel} ${this.#primary(words.itemNext, () => void this.#writtenItem())}`;
    if (!job) return cancel;
    const close = html`<button type="button" class="button" part="button" @click=${this.#modal.askToClose}>
      ${words.close}
    </button>`;
    switch (job.phase) {
      case 'asking':
        return html`${cancel}
        ${job.error ? this.#primary(messages.problem.retry, () => void this.#askAgain()) : nothing}`;
      case 'asked':
        return eligible(job) === 0 ? html`${this.#back()} ${close}` : html`${this.#back()} ${cancel} ${this.#go(job)}`;
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

  /** From what would be done with an item to the item. */
  #back(): TemplateResult | typeof nothing {
    if (this.#operation !== 'addItem') return nothing;
    return html`<button type="button" class="button quiet modal-gap" part="button" @click=${this.#writeAgain}>
      ${engagementBulkWords(this.#localize.messages).itemBack}
    </button>`;
  }

  #go(job: EngagementBulkJob): TemplateResult {
    const words = operationWords(this.#operation, this.#localize.messages);
    const isDelete = this.#operation === 'delete';
    return this.#primary(words.go(eligible(job)), () => void this.#apply(), isDelete);
  }

  #undoButton(): TemplateResult | typeof nothing {
    if (!this.#on.list()?.bulk.$undo.get()) return nothing;
    const run = () => {
      this.#modal.askToClose();
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

  async #writtenItem(): Promise<void> {
    const item = this.#form.item();
    this.#host.requestUpdate();
    if (item === null) {
      await this.#host.updateComplete;
      this.#form.focusFault();
      return;
    }
    this.#isWriting = false;
    await this.#ask({ operation: 'addItem', item });
  }

  readonly #writeAgain = (): void => {
    this.#isWriting = true;
    this.#on.list()?.bulk.close();
    this.#host.requestUpdate();
  };

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
      this.#modal.askToClose();
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
      this.#modal.askToClose();
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

  /** While it runs it does not close: it is stopped first. */
  #onClose(): boolean {
    const list = this.#on.list();
    if (this.#job?.phase === 'running') return false;
    if (this.#job?.phase === 'ended') this.#letGo(this.#job);
    list?.bulk.close();
    return true;
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
