// The dialog that exports: the list's filter to begin with, the format, how many there will be, then the file. What goes wrong
// is said in it, and it stays open. The host page can make the file its own way, or take the one that was made.
import type { ExportFile } from '@followthrough/core/backend';
import type { EngagementFilter, ExportFormat } from '@followthrough/core/schema';
import { createEngagementExport, type EngagementExportStore, type WorkspaceStore } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { SessionExpired } from '../events.ts';
import { checkIcon } from '../icons/icons.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import { Modal } from '../parts/modal.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { isSessionProblem } from '../problem-kind.ts';
import { StoreController } from '../store-controller.ts';
import { dialogFrame } from './dialog-frame.ts';
import { listDialogStyles } from './dialog-styles.ts';
import { FilterChips } from './filter-chips.ts';
import type { FilterSpec } from './filter-words.ts';
import { ExportBeforeStart, ExportReady } from './list-events.ts';

export interface ExportDialogSetting extends PartOptions {
  readonly workspace: () => WorkspaceStore | undefined;
  /** What the chips know, but for what they are about. */
  readonly facets: () => Omit<FilterSpec, 'filter' | 'onFilter'>;
}

/** How long the file stays to be fetched by the browser, in milliseconds. */
const KEPT = 600_000;

export class ExportDialog {
  readonly #host: PartHost;
  readonly #on: ExportDialogSetting;
  readonly #localize: DateWords;
  readonly #modal: Modal;
  readonly #chips: FilterChips;
  #store: EngagementExportStore | null = null;
  /** Where the file that was made is to be had. */
  #address: string | null = null;

  constructor(host: PartHost, on: ExportDialogSetting) {
    this.#host = host;
    this.#on = on;
    this.#localize = on.localize;
    this.#modal = new Modal(host, on, [listDialogStyles]);
    this.#chips = new FilterChips(host, on);
    new StoreController(host, () => this.#store?.$filter);
    new StoreController(host, () => this.#store?.$format);
    new StoreController(host, () => this.#store?.$count);
    new StoreController(host, () => this.#store?.$phase);
    new StoreController(host, () => this.#store?.$error);
  }

  /** Opens with the list's filter. */
  open(anchor: HTMLElement, filter: EngagementFilter): void {
    const workspace = this.#on.workspace();
    if (!workspace || this.#modal.isOpen) return;
    this.#store = createEngagementExport(workspace, filter);
    const title = engagementBulkWords(this.#localize.messages).exportTitle;
    this.#modal.open(anchor, {
      name: 'export-dialog',
      label: title,
      content: () =>
        dialogFrame({ title, content: this.#content(), buttons: this.#buttons(), floating: this.#chips.floating() }),
      onClose: () => this.#closed(),
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#modal.render();
  }

  #content(): unknown {
    const store = this.#store;
    if (!store) return nothing;
    const words = engagementBulkWords(this.#localize.messages);
    const facets = this.#on.facets();
    const spec: FilterSpec = { ...facets, filter: store.$filter.get(), onFilter: (filter) => store.setFilter(filter) };
    return html`<div>
        <p class="form-legend" id="export-filters">${words.exportFilters}</p>
        <div class="export-chips" role="group" aria-labelledby="export-filters">${this.#chips.render(spec)}</div>
      </div>
      ${store.formats.length > 1 ? this.#formats(store) : nothing} ${this.#outcome(store)}`;
  }

  #formats(store: EngagementExportStore): TemplateResult {
    const words = engagementBulkWords(this.#localize.messages);
    const hints: Readonly<Record<ExportFormat, string>> = { xlsx: words.xlsxHint, csv: words.csvHint };
    return html`<fieldset>
      <legend class="form-legend">${words.exportFormat}</legend>
      <div class="formats">
        ${store.formats.map(
          (format) =>
            html`<label class="kind"
              ><input
                type="radio"
                name="export-format"
                value=${format}
                aria-describedby="export-${format}"
                .checked=${format === store.$format.get()}
                @change=${() => store.setFormat(format)}
              /><span
                >${words[format]}<span class="kind-hint" id="export-${format}">${hints[format]}</span></span
              ></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  /** How many there will be, how it goes, what came of it or why not. */
  #outcome(store: EngagementExportStore): TemplateResult {
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    const error = store.$error.get();
    const count = store.$count.get();
    const file = store.$file.get();
    if (store.$phase.get() === 'running') {
      return html`<div class="job-progress" role="status">
        <span>${words.exporting(count)}</span>
        <span class="job-bar unknown" aria-hidden="true"><span></span></span>
      </div>`;
    }
    if (error) {
      const what = count === null ? words.countFailed : words.exportFailed;
      return html`<p class="danger-note" role="alert">${what} ${loadProblemText(error, messages)}</p>`;
    }
    if (file) {
      return html`<p class="forecast-line done" role="status">
        ${checkIcon()}<span
          >${words.exported(file.name)}
          ${this.#address === null ? nothing : html`<a href=${this.#address} download=${file.name}>${words.exportAgain}</a>`}</span
        >
      </p>`;
    }
    return html`<p class="modal-lead" role="status">
      ${count === null ? words.exportCounting : count === 0 ? words.exportNone : words.exportCount(count)}
    </p>`;
  }

  #buttons(): unknown {
    const store = this.#store;
    if (!store) return nothing;
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    const phase = store.$phase.get();
    const leave = (label: string, run: () => void) =>
      html`<button type="button" class="button" part="button" @click=${run}>${label}</button>`;
    if (phase === 'running') return leave(words.stop, () => store.cancel());
    if (phase === 'made') return leave(words.close, this.#modal.ask);
    const count = store.$count.get();
    const uncounted = count === null && store.$error.get() !== null;
    const go = uncounted
      ? html`<button type="button" class="button primary" part="button-primary" @click=${() => void store.count()}>
          ${messages.problem.retry}
        </button>`
      : html`<button
          type="button"
          class="button primary"
          part="button-primary"
          ?disabled=${count === 0}
          @click=${() => void this.#start(store)}
        >
          ${store.$error.get() ? messages.problem.retry : words.exportGo}
        </button>`;
    return html`${leave(words.cancel, this.#modal.ask)} ${go}`;
  }

  async #start(store: EngagementExportStore): Promise<void> {
    const before = new ExportBeforeStart(store.$filter.get(), store.$format.get());
    this.#host.dispatchEvent(before);
    if (!(await before.allowed)) {
      this.#modal.ask();
      return;
    }
    const file = await store.start();
    const error = store.$error.get();
    if (error && isSessionProblem(error)) this.#host.dispatchEvent(new SessionExpired());
    if (!file || store !== this.#store) return;
    if (this.#host.dispatchEvent(new ExportReady(file))) this.#save(file);
    else this.#modal.ask();
    this.#host.requestUpdate();
  }

  /** Hands the file to the browser to be kept; the same can be had again while the dialog is open. */
  #save(file: ExportFile): void {
    const address = URL.createObjectURL(file.data);
    this.#forget();
    this.#address = address;
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name;
    // Outside the page, so that no click handler of the host page takes it for a link of its own.
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT);
  }

  #forget(): void {
    if (this.#address !== null) URL.revokeObjectURL(this.#address);
    this.#address = null;
  }

  #closed(): void {
    this.#store?.dispose();
    this.#store = null;
    // The browser may still be fetching it.
    this.#address = null;
  }
}
