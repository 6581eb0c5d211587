// <actions-widget>: the viewer's open actions in small space, never taller than its limit.
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Backend } from '@followthrough/core/backend';
import type { Action, ActionFilter } from '@followthrough/core/schema';
import { type ActionListStore, createActionList, type WorkspaceStore } from '@followthrough/core/stores';
import { ActionCommands } from '../action-commands.ts';
import { announce } from '../announce.ts';
import type { Density } from '../context.ts';
import { dueLabel } from '../dates/date-label.ts';
import { defineElement } from '../define-element.ts';
import { ActionOpen, ViewAll } from '../events.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { dueStyles } from '../parts/due-label.ts';
import { Pickers } from '../parts/pickers.ts';
import { QuickAdd, quickAddStyles } from '../parts/quick-add.ts';
import { RescheduleMenu } from '../parts/reschedule-menu.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { placeName } from '../place-name.ts';
import { isForbidden } from '../problem-text.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { emptyNote, failureNote, offlineBanner, skeletonRows } from './notes.ts';
import { widgetRow } from './row.ts';
import { widgetStyles } from './styles.ts';

/** Where things lead in the host's own pages. */
export interface WidgetLinks {
  /** The address of an action, or null where it has none. */
  action?: ((action: Action) => string | null) | undefined;
}

/** How long a completed action stays in sight, in milliseconds; the row's fading in styles.ts ends with it. */
const GRACE = 2_000;
/** How long loading is not worth a word, in milliseconds. */
const PATIENCE = 150;

/**
 * The viewer's open actions in small space: complete, reschedule, add a personal one. Never taller than `limit` rows.
 *
 * @example
 * <actions-widget heading="My actions" view-all-href="/actions" quick-add></actions-widget>
 *
 * @slot header - In place of the heading's end, beside "View all".
 * @slot footer - Below the list.
 * @slot empty - In place of the words shown when nothing is open.
 * @slot error - In place of the words shown when loading failed.
 * @fires action-open - A title was chosen. Cancelled: its link is not followed.
 * @fires view-all - "View all" was chosen. Cancelled: its link is not followed.
 * @fires action-before-complete - Before an action is completed; can be cancelled.
 * @fires action-completed - After the backend agreed.
 * @fires action-before-create - Before an action is added; can be cancelled.
 * @fires action-created - After the backend agreed.
 * @fires action-before-update - Before a due date changes; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart heading - The heading.
 * @csspart count - How many are open.
 * @csspart list - The list.
 * @csspart row - A row; also `row-todo`, `row-overdue`, `row-done`, `row-pending`.
 * @csspart checkbox - The control that completes.
 * @csspart item-title - A title.
 * @csspart due - A due date; also `due-overdue`, `due-today`.
 * @csspart place - Where an action belongs.
 * @csspart footer - The line below the list.
 */
export class ActionsWidget extends LitElement {
  static readonly version = version;
  static define(tag = 'actions-widget', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    statusStyles,
    dueStyles,
    avatarStyles,
    toastStyles,
    quickAddStyles,
    widgetStyles,
  ];
  static override properties = {
    ...workspaceProperties,
    limit: { type: Number },
    heading: {},
    label: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    viewAllHref: { attribute: 'view-all-href' },
    show: {},
    compact: { type: Boolean },
    quickAdd: { attribute: 'quick-add', type: Boolean },
    readonly: { type: Boolean },
    links: { attribute: false },
    messages: { attribute: false },
  };

  /** The most rows shown. */
  declare limit: number;
  /** The heading; an empty one hides it (give a `label` then). */
  declare heading: string | undefined;
  /** The accessible name, where it is not the heading. */
  declare label: string | undefined;
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** Where "View all" leads; without it there is none. */
  declare viewAllHref: string | undefined;
  /** `mine`: what is assigned to the viewer; `all`: every open action they may see. */
  declare show: 'mine' | 'all';
  /** Smaller rows. */
  declare compact: boolean;
  /** A field to add a personal action. */
  declare quickAdd: boolean;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** Where things lead in the host's own pages. */
  declare links: WidgetLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;
  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #toast = new ToastController(this, () => this.#localize.messages.toast.dismiss);
  readonly #commands = new ActionCommands(this, {
    workspace: this.#workspace,
    localize: this.#localize,
    toast: this.#toast,
  });
  readonly #partOptions = { localize: this.#localize, fallbackFocus: () => this.#focusRow(0) };
  readonly #pickers = new Pickers(this, this.#partOptions);
  readonly #reschedule = new RescheduleMenu(this, { ...this.#partOptions, pickers: this.#pickers });
  readonly #quickAdd = new QuickAdd(this, { ...this.#partOptions, pickers: this.#pickers });
  readonly #view = new StoreController(this, () => this.#list?.$view);
  readonly #lingering = new StoreController(this, () => this.#list?.$lingering);
  readonly #status = new StoreController(this, () => this.#list?.$status);
  readonly #listError = new StoreController(this, () => this.#list?.$error);
  readonly #workspaceStatus = new StoreController(this, () => this.#workspace.store?.$status);
  readonly #workspaceError = new StoreController(this, () => this.#workspace.store?.$error);
  readonly #refreshing = new StoreController(this, () => this.#list?.$refreshing);
  readonly #pending = new StoreController(this, () => this.#workspace.store?.actions.$pending);
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #day = new StoreController(this, () => this.#workspace.store?.$day);
  readonly #people = new StoreController(this, () => this.#workspace.store?.$people);
  readonly #relationships = new StoreController(this, () => this.#workspace.store?.$relationships);

  #list: ActionListStore | undefined;
  #listOf: { store: WorkspaceStore; show: 'mine' | 'all' } | undefined;
  #patient = true;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #focusedRow = -1;
  #hadRows = false;

  constructor() {
    super();
    this.limit = 5;
    this.headingLevel = 3;
    this.show = 'mine';
    this.compact = false;
    this.quickAdd = false;
    this.readonly = false;
    this.links = {};
    new StatesController(this, () => this.#states());
    this.addEventListener('keydown', (event) => this.#commands.undoOnKey(event));
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    const { store } = this.#workspace;
    if (store?.$status.get() === 'error') await store.load();
    await this.#list?.refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#beginWaiting();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
    queueMicrotask(() => {
      if (!this.isConnected) this.#openList(undefined);
    });
  }

  protected override willUpdate(): void {
    this.#openList(this.#workspace.store);
    this.#focusedRow = this.#rowWithFocus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#focusedRow >= 0 && this.#rowWithFocus() < 0 && !this.shadowRoot?.activeElement)
      this.#focusRow(this.#focusedRow);
  }

  protected override render() {
    const { messages } = this.#localize;
    const heading = this.heading ?? (this.show === 'all' ? messages.widget.headingAll : messages.widget.heading);
    const density: Density = this.compact ? 'compact' : (this.#workspace.settings.density ?? 'comfortable');
    return html`<section
      class="base ${density}"
      part="base"
      dir=${this.#localize.direction}
      lang=${this.#localize.locale}
      aria-label=${this.label ?? (heading || messages.widget.heading)}
      aria-busy=${this.#phase === 'loading' ? 'true' : nothing}
    >
      ${this.#header(heading)} ${this.#banner()}
      <div class="body" style=${styleMap({ '--_limit': String(this.limit) })}>${this.#body()}</div>
      ${this.#footer()} ${this.#reschedule.render()} ${this.#pickers.render()} ${this.#toast.render()}
    </section>`;
  }

  // ── parts ─────────────────────────────────────────────────────────────────────────────────────

  #header(heading: string) {
    const { messages } = this.#localize;
    const open = this.#count;
    const { viewAllHref } = this;
    return html`<div class="header" part="header">
      ${
        heading
          ? html`<div class="heading ellipsis" part="heading" role="heading" aria-level=${this.headingLevel}>
              ${heading}
            </div>`
          : nothing
      }
      ${open > 0 ? html`<span class="count" part="count">${messages.widget.count(open)}</span>` : nothing}
      <span class="spring"></span><slot name="header"></slot>
      ${
        viewAllHref === undefined
          ? nothing
          : html`<a class="view-all" part="view-all" href=${viewAllHref} @click=${this.#onViewAll}
              >${messages.widget.viewAllPlain}</a
            >`
      }
    </div>`;
  }

  #banner() {
    if (this.#online.value !== false) return nothing;
    return offlineBanner(this.#pending.value?.size ?? 0, this.#localize.messages);
  }

  #body() {
    const { messages } = this.#localize;
    const retry = () => void this.refresh();
    switch (this.#phase) {
      case 'waiting':
        return nothing;
      case 'loading':
        return skeletonRows(this.limit, messages);
      case 'error':
      case 'forbidden':
        return failureNote(this.#error, messages, retry);
      case 'empty':
        return emptyNote(messages);
      case 'ready':
        return html`<ul class="list" part="list" role="list">
          ${repeat(
            this.#rows(),
            (action) => action.id,
            (action) => this.#row(action),
          )}
        </ul>`;
    }
  }

  #row(action: Action) {
    const { messages, dates } = this.#localize;
    const { store } = this.#workspace;
    if (!store) return nothing;
    const directory = {
      me: store.$me.get()?.person.id ?? null,
      people: this.#people.value ?? new Map(),
      relationships: this.#relationships.value ?? new Map(),
    };
    return widgetRow({
      action,
      messages,
      due: dueLabel(action, store.actions.todayOf(action), { messages, dates }),
      place: placeName(action, directory, messages),
      pending: this.#pending.value?.has(action.id) ?? false,
      leaving: this.#lingering.value?.has(action.id) ?? false,
      readonly: this.readonly,
      href: this.links.action?.(action) ?? null,
      onToggle: this.#onToggle,
      onOpen: this.#onOpen,
      onReschedule: this.#onReschedule,
    });
  }

  #footer() {
    const adds = this.quickAdd && !this.readonly && (this.#phase === 'ready' || this.#phase === 'empty');
    return html`${adds ? this.#adding() : nothing}<slot name="footer" part="footer"></slot>`;
  }

  #adding() {
    const { messages } = this.#localize;
    const { store } = this.#workspace;
    const me = store?.$me.get();
    if (!store || !me) return nothing;
    const today = store.todayIn(me.person.timeZone ?? me.workspace.timeZone);
    const context = {
      value: { type: 'personal' as const },
      label: messages.context.personal,
      parties: [me.person],
      today,
    };
    return this.#quickAdd.render({
      contexts: [context],
      fixedContext: context,
      me: me.person.id,
      calendar: me.workspace.calendar,
      compact: true,
      onSubmit: (draft) => this.#commands.create(draft),
    });
  }

  // ── what there is to show ─────────────────────────────────────────────────────────────────────

  get #error() {
    return this.#workspaceError.value ?? this.#listError.value ?? null;
  }

  get #phase(): 'waiting' | 'loading' | 'error' | 'forbidden' | 'empty' | 'ready' {
    const hasRows = this.#rows().length > 0;
    const loaded = this.#workspaceStatus.value === 'ready' && this.#status.value === 'ready';
    if (hasRows) return 'ready';
    if (this.#workspace.mistake) return 'error';
    const error = this.#error;
    if (error) return isForbidden(error) ? 'forbidden' : 'error';
    if (loaded) return 'empty';
    return this.#patient ? 'waiting' : 'loading';
  }

  /** The first rows; what was just completed still in its place, so that one sees what one did. */
  #rows(): readonly Action[] {
    return this.#view.value?.rows.slice(0, this.limit) ?? [];
  }

  /** How many are open. */
  get #count(): number {
    return (this.#view.value?.rows.length ?? 0) - (this.#lingering.value?.size ?? 0);
  }

  #states(): Record<string, boolean> {
    const phase = this.#phase;
    return {
      loading: phase === 'loading' || phase === 'waiting',
      refreshing: this.#refreshing.value === true,
      empty: phase === 'empty',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: this.#online.value === false,
      pending: (this.#pending.value?.size ?? 0) > 0,
      readonly: this.readonly,
    };
  }

  #openList(store: WorkspaceStore | undefined): void {
    const { show } = this;
    if (this.#listOf?.store === store && (store === undefined || this.#listOf?.show === show)) return;
    this.#list?.dispose();
    this.#list = store && createActionList({ workspace: store, filter: filterOf(show), sort: 'due', grace: GRACE });
    this.#listOf = store && { store, show };
    this.#hadRows = false;
    if (store) this.#beginWaiting();
  }

  #beginWaiting(): void {
    this.#patient = true;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      this.#patient = false;
      this.requestUpdate();
    }, PATIENCE);
  }

  // ── focus ─────────────────────────────────────────────────────────────────────────────────────

  #rowElements(): HTMLElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLElement>('.row[data-id]') ?? [])];
  }

  #rowWithFocus(): number {
    return this.#rowElements().findIndex((row) => row.matches(':focus-within'));
  }

  /** Puts focus on the control of a row, or of the last one, or of what else there is. */
  #focusRow(index: number): void {
    const rows = this.#rowElements();
    const row = rows[Math.min(index, rows.length - 1)];
    const target =
      row?.querySelector<HTMLElement>('button, a') ?? this.shadowRoot?.querySelector<HTMLElement>('input, a, button');
    target?.focus();
  }

  // ── what a person does ────────────────────────────────────────────────────────────────────────

  readonly #onToggle = (action: Action) => {
    void this.#commands.setState(action, action.state === 'done' ? 'todo' : 'done');
  };

  readonly #onOpen = (action: Action, event: Event) => {
    if (!this.dispatchEvent(new ActionOpen(action, this.links.action?.(action) ?? null))) event.preventDefault();
  };

  readonly #onViewAll = (event: Event) => {
    if (!this.dispatchEvent(new ViewAll(this.viewAllHref ?? null))) event.preventDefault();
  };

  readonly #onReschedule = (action: Action, anchor: HTMLElement) => {
    const { store } = this.#workspace;
    if (!store) return;
    this.#reschedule.open(anchor, {
      date: action.due?.date ?? null,
      today: store.actions.todayOf(action),
      clearable: action.context.type === 'personal',
      calendar: store.$me.get()?.workspace.calendar,
      onPick: (date) => void this.#commands.reschedule(action, date),
    });
  };
}

function filterOf(show: 'mine' | 'all'): ActionFilter {
  const open: ActionFilter = { status: ['todo', 'overdue', 'inProgress'] };
  return show === 'all' ? open : { ...open, assignee: 'me' };
}

declare global {
  interface HTMLElementTagNameMap {
    'actions-widget': ActionsWidget;
  }
}
