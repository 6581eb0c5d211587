// Making a room in place of a plan: its name, whose it is, and the template it begins from, shown with the dates that it
// would have and what its check found. What was typed stays whatever becomes of it. Loaded where there is no room.
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Id, Room } from '@followthrough/core/schema';
import { createRoomSetup, type RoomSetupStore, type WorkspaceStore } from '@followthrough/core/stores';
import { roomSetupWords } from '../localize/late-room-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { Pickers } from '../parts/pickers.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { problemText } from '../problem-text.ts';
import { roomSetupStyles } from './room-setup-styles.ts';
import { templateSample } from './template-sample.ts';

export interface RoomSetupSetting {
  readonly localize: LocalizeController;
  readonly workspace: () => WorkspaceStore | undefined;
  /** The customer that the host page knows; absent: to be chosen. */
  readonly company: () => Id | undefined;
  readonly level: () => number;
  readonly onCreated: (room: Room) => void;
}

export class RoomSetup implements ReactiveController {
  readonly #host: LitElement;
  readonly #on: RoomSetupSetting;
  readonly #pickers: Pickers;
  #store: RoomSetupStore | undefined;
  #of: WorkspaceStore | undefined;
  #release: (() => void)[] = [];
  #name = '';
  #company: Id | null = null;
  #faults: { name?: string; company?: string; all?: string } = {};
  #isCreating = false;

  constructor(host: LitElement, setting: RoomSetupSetting) {
    this.#host = host;
    this.#on = setting;
    this.#pickers = new Pickers(host, { localize: setting.localize });
    adoptStyles(host, [roomSetupStyles]);
    host.addController(this);
  }

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#on.workspace() : undefined;
    if (workspace === this.#of) return;
    this.hostDisconnected();
    this.#of = workspace;
    if (!workspace) return;
    const store = (this.#store = createRoomSetup(workspace));
    const { $status, $companies, $templates, $chosen, $start, $sample, $error } = store;
    this.#release = [$status, $companies, $templates, $chosen, $start, $sample, $error].map(($one) =>
      $one.listen(() => this.#host.requestUpdate()),
    );
  }

  hostDisconnected(): void {
    for (const release of this.#release) release();
    this.#release = [];
    this.#store?.dispose();
    this.#store = undefined;
    this.#of = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const store = this.#store;
    if (!store) return nothing;
    const words = this.#words;
    const error = store.$error.get();
    if (store.$status.get() === 'error' && error) {
      const { messages } = this.#on.localize;
      return html`<div class="nothing" part="error" role="alert">
        <p class="nothing-title">${error.code === 'forbidden' ? words.notAllowed : messages.problem.load}</p>
        ${error.code === 'forbidden' ? nothing : html`<p class="muted">${loadProblemText(error, messages)}</p>`}
        ${
          error.transient
            ? html`<button type="button" class="button" @click=${() => void store.load()}>
                ${messages.problem.retry}
              </button>`
            : nothing
        }
      </div>`;
    }
    return html`<form class="setup" part="room-setup" novalidate @submit=${this.#submit}>
      <div class="heading" role="heading" aria-level=${this.#on.level()}>${words.heading}</div>
      <div class="setup-columns">
        <div class="setup-fields">
          ${this.#nameField()} ${this.#companyField(store)} ${this.#templates(store)} ${this.#end(store)}
        </div>
        ${templateSample(store, this.#on.localize, (anchor) => this.#pickStart(store, anchor))}
      </div>
      ${this.#pickers.render()}
    </form>`;
  }

  #end(store: RoomSetupStore): TemplateResult {
    const words = this.#words;
    return html`<p class="danger-text" role="alert">${this.#faults.all ?? nothing}</p>
      <p class="setup-end">
        <button
          type="submit"
          class="button primary"
          part="button"
          ?disabled=${this.#isCreating || (store.$sample.get()?.check.faults.length ?? 0) > 0}
        >
          ${this.#isCreating ? words.creating : words.create}
        </button>
      </p>`;
  }

  #nameField(): TemplateResult {
    const words = this.#words;
    const fault = this.#faults.name;
    return html`<label class="setup-field"
      ><span>${words.name}</span
      ><input
        type="text"
        class="input setup-name"
        part="input"
        autocomplete="off"
        maxlength=${TEXT_LIMITS.name}
        placeholder=${words.namePlaceholder}
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby="setup-name-fault"
        .value=${this.#name}
        @input=${(event: InputEvent) => {
          this.#name = (event.currentTarget as HTMLInputElement).value;
          this.#faults = {};
          this.#host.requestUpdate();
        }}
      /><span id="setup-name-fault" class="danger-text">${fault ?? nothing}</span></label
    >`;
  }

  #companyField(store: RoomSetupStore): TemplateResult | typeof nothing {
    if (this.#on.company() !== undefined) return nothing;
    const words = this.#words;
    const companies = store.$companies.get();
    const name = companies.find(({ id }) => id === this.#company)?.name;
    const fault = this.#faults.company;
    return html`<div class="setup-field">
      <span id="setup-company">${words.customer}</span>
      <button
        type="button"
        class="button setup-company"
        aria-haspopup="dialog"
        aria-labelledby="setup-company setup-company-name"
        aria-describedby="setup-company-fault"
        @click=${(event: Event) =>
          void this.#pickers.choice(event.currentTarget as HTMLElement, {
            label: words.customer,
            placeholder: words.findCustomer,
            choices: companies.map((company) => ({ value: company.id, label: company.name })),
            selected: this.#company,
            onPick: (id) => {
              this.#company = id;
              this.#faults = {};
              this.#host.requestUpdate();
            },
          })}
      >
        <span id="setup-company-name" class="ellipsis">${name ?? words.chooseCustomer}</span>
      </button>
      <span id="setup-company-fault" class="danger-text">${fault ?? nothing}</span>
    </div>`;
  }

  #templates(store: RoomSetupStore): TemplateResult {
    const words = this.#words;
    const chosen = store.$chosen.get();
    const choice = (id: Id | null, name: string, hint: string) =>
      html`<label class="setup-choice ${chosen === id ? 'chosen' : ''}"
        ><input
          type="radio"
          name="setup-template"
          value=${id ?? ''}
          .checked=${chosen === id}
          @change=${() => store.choose(id)}
        /><span class="setup-choice-name">${name}</span><span class="meta">${hint}</span></label
      >`;
    return html`<fieldset class="setup-field">
      <legend>${words.start}</legend>
      ${choice(null, words.empty, words.emptyHint)}
      ${store.$templates
        .get()
        .map(({ id, name, sectionCount, actionCount }) => choice(id, name, words.size(sectionCount, actionCount)))}
    </fieldset>`;
  }

  #pickStart(store: RoomSetupStore, anchor: HTMLElement): void {
    const workspace = this.#on.workspace();
    const me = workspace?.$me.get();
    if (!workspace || !me) return;
    void this.#pickers.due(anchor, {
      date: store.$start.get(),
      today: workspace.todayIn(me.workspace.timeZone),
      weekStart: workspace.$weekStart.get(),
      calendar: me.workspace.calendar,
      clearable: false,
      onPick: (date) => {
        if (date !== null) store.setStart(date);
      },
    });
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#create();
  };

  async #create(): Promise<void> {
    const store = this.#store;
    if (!store || this.#isCreating) return;
    const words = this.#words;
    const name = this.#name.trim();
    const companyId = this.#on.company() ?? this.#company;
    this.#faults = {
      ...(name === '' && { name: words.nameMissing }),
      ...(companyId === null && { company: words.customerMissing }),
    };
    if (name === '' || companyId === null) {
      this.#host.requestUpdate();
      this.#host.renderRoot.querySelector<HTMLElement>(name === '' ? '.setup-name' : '.setup-company')?.focus();
      return;
    }
    this.#isCreating = true;
    this.#host.requestUpdate();
    try {
      const room = await store.create({ name, companyId });
      this.#name = '';
      this.#on.onCreated(room);
    } catch (error) {
      this.#faults = { all: problemText(error as BackendError, this.#on.localize.messages) };
    } finally {
      this.#isCreating = false;
      this.#host.requestUpdate();
    }
  }

  get #words() {
    return roomSetupWords(this.#on.localize.messages);
  }
}
