// <actions-widget>: the viewer's open actions in small space, never taller than its limit.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from '../style-map.ts';
import type { Backend } from '@followthrough/core/backend';
import type { Action } from '@followthrough/core/schema';
import { announce } from '../announce.ts';
import type { Density } from '../context.ts';
import { dueLabel } from '../dates/date-label.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { dueStyles } from '../parts/due-label.ts';
import { hostLink } from '../parts/linked-text.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { ActionOpen, ViewAll } from '../page-events.ts';
import { placeName } from '../place-name.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { emptyNote, failureNote, offlineBanner, skeletonRows } from './notes.ts';
import { OpenActions, type Shown } from './open-actions.ts';
import { widgetRow } from './row.ts';
import { widgetStyles } from './styles.ts';
import type { WidgetTools } from './tools.ts';

/** Where things lead in the host's own pages. */
export interface WidgetLinks {
  /** The address of an action, or null where it has none. */
  action?: ((action: Action) => string | null) | undefined;
}

/**
 * The viewer's open actions in small space: complete, reschedule, add a personal one. Never taller than `limit` rows.
 *
 * @example
 * <actions-widget heading="My actions" view-all-href="/actions" quick-add></actions-widget>
 *
 * @tag actions-widget
 * @slot header - In place of the heading's end, beside "View all".
 * @slot footer - Below the list.
 * @slot empty - In place of the words shown when nothing is open.
 * @slot error - In place of the words shown when loading failed.
 * @fires action-open - A title was chosen. Cancelled: neither its link is followed nor its details opened.
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
  static override styles = [...foundation, statusStyles, dueStyles, widgetStyles];
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
  declare show: Shown;
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
  readonly #open = new OpenActions(this, this.#workspace, () => this.show);
  readonly #pending = new StoreController(this, () => this.#workspace.store?.actions.$pending);
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #people = new StoreController(this, () => this.#workspace.store?.$people);
  readonly #relationships = new StoreController(this, () => this.#workspace.store?.$relationships);

  #tools: WidgetTools | undefined;
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
    // A new day makes other things overdue.
    new StoreController(this, () => this.#workspace.store?.$day);
    this.addEventListener('keydown', (event) => this.#tools?.undoOnKey(event));
  }

  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void> {
    return this.#open.refresh();
  }

  protected override willUpdate(): void {
    this.#focusedRow = this.#rowWithFocus();
  }

  protected override firstUpdated(): void {
    void this.#loadTools().catch(reportError);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#focusedRow >= 0 && this.#rowWithFocus() < 0 && !this.shadowRoot?.activeElement)
      this.#focusRow(this.#focusedRow);
    const { phase } = this.#open;
    if (this.#hadRows && phase === 'empty') announce(this.#localize.messages.widget.allDone);
    this.#hadRows = phase === 'ready';
  }

  protected override render(): TemplateResult {
    const { messages } = this.#localize;
    const heading = this.heading ?? (this.show === 'all' ? messages.widget.headingAll : messages.widget.heading);
    const density: Density = this.compact ? 'compact' : (this.#workspace.settings.density ?? 'comfortable');
    return html`<section
      class="base ${density}"
      part="base"
      dir=${this.#localize.direction}
      lang=${this.#localize.locale}
      aria-label=${this.label ?? (heading || messages.widget.heading)}
      aria-busy=${this.#open.phase === 'loading' ? 'true' : nothing}
    >
      ${this.#header(heading)} ${this.#banner()}
      <div class="body" style=${styleMap({ '--_limit': String(this.limit) })}>${this.#body()}</div>
      ${this.#footer()} ${this.#tools?.render()}
    </section>`;
  }

  // ── parts ─────────────────────────────────────────────────────────────────────────────────────

  #header(heading: string) {
    const { messages } = this.#localize;
    const viewAllHref = hostLink(this.viewAllHref);
    const { count } = this.#open;
    return html`<div class="header" part="header">
      ${
        heading
          ? html`<div
              dir="auto"
              class="heading ellipsis"
              part="heading"
              role="heading"
              aria-level=${this.headingLevel}
              title=${heading}
            >
              ${heading}
            </div>`
          : nothing
      }
      <slot name="header"></slot>
      ${
        viewAllHref === null
          ? html`<span class="count" part="count">${count > 0 ? messages.widget.count(count) : nothing}</span>`
          : html`<a class="view-all" part="view-all count" href=${viewAllHref} @click=${this.#onViewAll}
              >${count > 0 ? messages.widget.viewAll(count) : messages.widget.viewAllPlain}</a
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
    switch (this.#open.phase) {
      case 'waiting':
        return nothing;
      case 'loading':
        return skeletonRows(this.limit, messages);
      case 'error':
      case 'forbidden':
        return failureNote(this.#open.error, messages, retry);
      case 'empty':
        return emptyNote(messages);
      case 'ready':
        return html`<div class="list" part="list" role="list">
          ${repeat(
            this.#open.rows.slice(0, this.limit),
            (action) => action.id,
            (action) => this.#row(action),
          )}
        </div>`;
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
      leaving: this.#open.isLeaving(action),
      readonly: this.readonly,
      href: this.#hrefOf(action),
      onToggle: this.#onToggle,
      onOpen: this.#onOpen,
      onReschedule: this.#onReschedule,
    });
  }

  #hrefOf(action: Action): string | null {
    return hostLink(this.links.action?.(action));
  }

  #footer() {
    return html`${this.quickAdd && !this.readonly ? html`<div class="adding">${this.#adding()}</div>` : nothing}
      <slot name="footer"></slot>`;
  }

  #adding() {
    const { store } = this.#workspace;
    return store && this.#tools ? this.#tools.adding(store) : nothing;
  }

  #states(): Record<string, boolean> {
    const { phase } = this.#open;
    return {
      loading: phase === 'loading' || phase === 'waiting',
      refreshing: this.#open.refreshing,
      empty: phase === 'empty',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: this.#online.value === false,
      pending: (this.#pending.value?.size ?? 0) > 0,
      readonly: this.readonly,
    };
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

  readonly #onToggle = async (action: Action) => {
    (this.#tools ?? (await this.#loadTools())).toggle(action);
  };

  readonly #onOpen = async (action: Action, event: Event) => {
    const { store } = this.#workspace;
    const href = this.#hrefOf(action);
    const anchor = event.currentTarget as HTMLElement;
    if (!this.dispatchEvent(new ActionOpen(action, href))) event.preventDefault();
    else if (href === null && store) await (await this.#loadTools()).details(anchor, store, action);
  };

  readonly #onViewAll = (event: Event) => {
    if (!this.dispatchEvent(new ViewAll(this.viewAllHref ?? null))) event.preventDefault();
  };

  readonly #onReschedule = async (action: Action, anchor: HTMLElement) => {
    const { store } = this.#workspace;
    if (store) (await this.#loadTools()).reschedule(anchor, store, action);
  };

  async #loadTools(): Promise<WidgetTools> {
    const { WidgetTools } = await import('./tools.ts');
    if (!this.#tools) {
      this.#tools = new WidgetTools({
        host: this,
        workspace: this.#workspace,
        localize: this.#localize,
        fallbackFocus: () => this.#focusRow(0),
      });
      this.requestUpdate();
    }
    return this.#tools;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'actions-widget': ActionsWidget;
  }
}
