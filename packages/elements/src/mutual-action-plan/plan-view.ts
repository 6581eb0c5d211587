// What a plan's element draws, and what its parts are given: the head, the list or the timeline, and what floats.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Id, Person } from '@followthrough/core/schema';
import type { ShownPlan, WorkspaceStore } from '@followthrough/core/stores';
import { ActionCommands } from '../action-commands.ts';
import { plusIcon } from '../icons/icons.ts';
import { cloudOffIcon } from '../icons/shown-icons.ts';
import { planWords } from '../localize/late-plan.ts';
import { toastWords } from '../localize/late-tools.ts';
import { stateWords } from '../localize/late-acts.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { ToastController } from '../parts/toast.ts';
import { ActiveCell } from './active-cell.ts';
import { RowDrag } from './drag.ts';
import { holder, holderThumbnail } from './holder.ts';
import { lookingAsBanner, PlanMenus } from './plan-menus.ts';
import type { PlanController } from './plan-controller.ts';
import { PlanViewChange } from './plan-events.ts';
import { guestsOf, planHeader } from './plan-header.ts';
import { PlanList } from './plan-list.ts';
import { planFailure, planSkeleton } from './plan-notes.ts';
import { actionKey, type PlanRow, planRows, type ShownSide } from './plan-rows.ts';
import { PlanTools } from './plan-tools.ts';
import type { RowSetting } from './row-views.ts';
import { SetupView } from './setup-view.ts';
import { TextEdit } from './text-edit.ts';
import type { TimelineScale } from './timeline/scale.ts';
import { TimelineView } from './timeline-view.ts';

/** What the view reads off its element. */
export interface PlanViewHost extends LitElement {
  room: Id | undefined;
  company: Id | undefined;
  view: 'list' | 'timeline';
  scale: TimelineScale;
  side: ShownSide;
  readonly: boolean;
  hotkeys: 'on' | 'off';
  headingLevel: number;
  label: string | undefined;
  hideHeader: boolean;
}

/** How things stand beside the plan. */
interface PlanStanding {
  readonly offline: boolean;
  readonly unsent: number;
  readonly pending: ReadonlySet<Id>;
  readonly people: ReadonlyMap<Id, Person>;
}

export interface PlanViewSetting {
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly plan: PlanController;
  readonly standing: () => PlanStanding;
}

/** The key of the line that adds a section. */
const NEW_SECTION = 'new-section';

export class PlanView {
  readonly #host: PlanViewHost;
  readonly #on: PlanViewSetting;
  readonly #toast: ToastController;
  readonly #cell: ActiveCell;
  readonly #edit: TextEdit;
  readonly #list: PlanList;
  readonly #tools: PlanTools;
  readonly #drag: RowDrag;
  readonly #menus: PlanMenus;
  readonly #timeline: TimelineView;
  readonly #setup: SetupView;
  #isPrepared = false;
  #folded: ReadonlySet<Id> = new Set();
  #rows: readonly PlanRow[] = [];

  constructor(host: PlanViewHost, on: PlanViewSetting) {
    this.#host = host;
    this.#on = on;
    const { localize, workspace } = on;
    const store = () => on.plan.store;
    const fallbackFocus = () => this.#cell.focus();
    this.#toast = new ToastController(host, () => toastWords(localize.messages).dismiss);
    this.#cell = new ActiveCell(host);
    this.#edit = new TextEdit(host, (key) => {
      if (key === NEW_SECTION) void host.updateComplete.then(() => this.#newSectionButton?.focus());
      else this.#cell.go(key);
    });
    this.#tools = new PlanTools({
      host,
      localize,
      toast: this.#toast,
      commands: new ActionCommands(host, { workspace, localize, toast: this.#toast }),
      workspace: () => workspace.store,
      store,
      edit: this.#edit,
      companyName: () => this.#companyName,
      fold: (id) => this.#fold(id),
      focusRow: (key) => this.#cell.go(key),
      help: () => void this.#menus.openHelp(),
      fallbackFocus,
    });
    this.#drag = new RowDrag({
      host,
      rows: () => this.#rows,
      mayMove: (row) => !this.#readonly && (row.type === 'action' ? row.action : row.section).may.edit === true,
      place: (action, sectionId, before) => this.#tools.place(action, sectionId, before),
      placeSection: (row, before) => this.#tools.placeSection(row, before),
    });
    this.#list = new PlanList({
      host,
      localize,
      rows: () => this.#rows,
      cell: this.#cell,
      on: this.#tools,
      drag: this.#drag,
      readonly: () => this.#readonly,
    });
    this.#menus = new PlanMenus({
      host,
      localize,
      tools: this.#tools,
      toast: this.#toast,
      workspace: () => workspace.store,
      store,
      companyName: () => this.#companyName,
      held: (plan) => this.#held(plan),
      foldAll: (folded) => this.#foldAll(folded),
      openAction: (id) => this.#openAction(id),
      fallbackFocus,
    });
    this.#setup = new SetupView(host, on);
    this.#timeline = new TimelineView({
      host,
      localize,
      tools: this.#tools,
      workspace: () => workspace.store,
      fold: (id) => this.#fold(id),
      fallbackFocus,
    });
  }

  /** What the plan is called. */
  get label(): string {
    return this.#host.label ?? this.#plan?.room.name ?? this.#words.heading;
  }

  /** Call when the element has updated. */
  updated(): void {
    this.#edit.updated();
    if (this.#isPrepared || !this.#plan?.whole) return;
    this.#isPrepared = true;
    // Once the plan is on the page; where it cannot be had now, it is asked for when it is needed.
    setTimeout(() => void this.#tools.prepare().catch(() => undefined));
  }

  focusItem(id: Id): boolean {
    const plan = this.#plan;
    const place = plan?.actions.find((action) => action.id === id)?.context;
    if (!plan || place?.type !== 'room') return false;
    if (this.#folded.has(place.sectionId)) this.#fold(place.sectionId);
    this.#rows = this.#rowsOf(plan);
    if (this.#host.view === 'list') return this.#list.focus(actionKey(id));
    this.#timeline.focus(id);
    return this.#rows.some(({ key }) => key === actionKey(id));
  }

  render(): TemplateResult {
    const { plan: control } = this.#on;
    const plan = this.#plan;
    if (!this.#host.room && this.#on.workspace.store) return this.#setup.render();
    if (!plan)
      return control.phase === 'loading' || control.phase === 'waiting'
        ? planSkeleton(this.#on.localize.messages)
        : planFailure(control.phase, control.error, this.#on.localize.messages, () => void control.store?.refresh());
    return html`${this.#host.hideHeader ? nothing : this.#header(plan)} ${this.#banner()} ${this.#body(plan)}`;
  }

  /** What floats, where something does. */
  floating(): TemplateResult {
    return html`${this.#tools.render()} ${this.#menus.render()} ${this.#toast.render()}`;
  }

  #header(plan: ShownPlan): TemplateResult {
    const { people } = this.#on.standing();
    const host = this.#host;
    const isGuest = this.#on.workspace.store?.$me.get()?.person.side === 'external';
    return planHeader({
      plan,
      label: this.label,
      level: host.headingLevel,
      words: this.#on.localize,
      held: this.#held(plan),
      guests: guestsOf(plan.room, people),
      side: host.side,
      isGuest,
      view: host.view,
      maySharing: plan.room.may.share === true && !this.#readonly,
      onSide: (side) => {
        host.side = side;
      },
      onView: (view) => {
        host.view = view;
        host.dispatchEvent(new PlanViewChange(view));
      },
      onFinish: (anchor) => void this.#menus.openFinish(anchor),
      onShare: (anchor) => void this.#menus.openShare(anchor),
      onMore: (anchor) => this.#menus.openMore(anchor),
    });
  }

  #banner(): TemplateResult | typeof nothing {
    const { messages } = this.#on.localize;
    const { offline, unsent } = this.#on.standing();
    const { plan: control } = this.#on;
    if (control.as !== 'self') return lookingAsBanner(control.as, this.#companyName, this.#on, this.#words);
    if (!offline) return nothing;
    const waiting = unsent > 0 ? ` · ${stateWords(messages).waiting(unsent)}` : '';
    return html`<div class="banner" part="banner" role="status">
      <span>${cloudOffIcon()}${stateWords(messages).offline}${waiting}</span>
    </div>`;
  }

  #body(plan: ShownPlan): TemplateResult {
    if (plan.sections.length === 0 && !this.#edit.isOf(NEW_SECTION)) return this.#empty(plan);
    this.#rows = this.#rowsOf(plan);
    if (this.#host.view === 'timeline') {
      return html`<div class="screen-only">${this.#timelineOf(plan)}</div>
        ${this.#list.isPrinting ? html`<div class="print-only">${this.#listOf(plan)}</div>` : nothing}`;
    }
    return this.#listOf(plan);
  }

  #rowsOf(plan: ShownPlan): readonly PlanRow[] {
    const { side } = this.#host;
    return planRows(plan, {
      folded: this.#folded,
      side,
      people: this.#on.standing().people,
      adds: plan.room.may.createAction === true && !this.#readonly && side === 'all',
    });
  }

  #listOf(plan: ShownPlan): TemplateResult {
    const words = this.#words;
    const { side } = this.#host;
    if (this.#rows.length === 0 && side !== 'all') {
      return html`<div class="nothing" part="empty">
        <p class="nothing-title">${words.nobodysTurn(side === 'us' ? words.us : words.them)}</p>
        <button type="button" class="button" part="button" @click=${() => (this.#host.side = 'all')}>
          ${words.showAll}
        </button>
      </div>`;
    }
    return html`${this.#list.render(this.#rows, this.#rowSetting(plan), words.grid(plan.room.name))}
    ${this.#adder(plan)}`;
  }

  #timelineOf(plan: ShownPlan): TemplateResult {
    const { people, pending } = this.#on.standing();
    return this.#timeline.render(plan, {
      scale: this.#host.scale,
      side: this.#host.side,
      folded: this.#folded,
      readonly: this.#readonly || !plan.whole,
      pending,
      assigneeView: (action) => holderThumbnail(holder(action, this.#holderSetting(plan, people))),
      onScale: (scale) => {
        this.#host.scale = scale;
      },
    });
  }

  #adder(plan: ShownPlan): TemplateResult | typeof nothing {
    if (plan.room.may.editSections !== true || this.#readonly || this.#host.side !== 'all') return nothing;
    return html`<div class="add-section">
      ${
        this.#edit.isOf(NEW_SECTION)
          ? this.#edit.render()
          : html`<button type="button" class="button new-section" part="button" @click=${this.#startSection}>
              ${plusIcon()}<span>${this.#words.addSection}</span>
            </button>`
      }
    </div>`;
  }

  #empty(plan: ShownPlan): TemplateResult {
    const words = this.#words;
    const may = plan.room.may.editSections === true && !this.#readonly;
    return html`<div class="nothing" part="empty">
      <slot name="empty"
        ><p class="nothing-title">${may ? words.empty : words.emptyGuest}</p>
        ${may ? html`<p class="muted">${words.emptyText}</p>` : nothing}</slot
      >
      ${may ? html`<button type="button" class="button new-section" part="button" @click=${this.#startSection}>${words.addSection}</button>` : nothing}
    </div>`;
  }

  readonly #startSection = (): void => {
    this.#tools.addSection(NEW_SECTION);
  };

  #rowSetting(plan: ShownPlan): RowSetting {
    const { people, pending } = this.#on.standing();
    const names = new Map([
      ...plan.sections.map(({ id, name }) => [id, name] as const),
      ...plan.actions.map(({ id, title }) => [id, title] as const),
    ]);
    const setting = this.#holderSetting(plan, people);
    return {
      localize: this.#on.localize,
      today: plan.today,
      plan,
      edit: this.#edit,
      active: (row) => this.#cell.in(row),
      holderOf: (action) => holder(action, setting),
      nameOf: (id) => names.get(id),
      pending,
      critical: new Set(plan.criticalPath),
      readonly: this.#readonly,
      dragged: this.#drag.dragged,
      dropAt: this.#drag.dropAt,
      gap: this.#drag.gap,
    };
  }

  #holderSetting({ room }: ShownPlan, people: ReadonlyMap<Id, Person>) {
    return { room, people, companyName: this.#companyName, messages: this.#on.localize.messages };
  }

  #openAction(id: Id): void {
    const action = this.#plan?.actions.find((one) => one.id === id);
    if (!action) return;
    this.focusItem(id);
    void this.#host.updateComplete.then(() => this.#tools.openDetails({ action }, this.#host));
  }

  #fold(sectionId: Id): void {
    const folded = new Set(this.#folded);
    if (!folded.delete(sectionId)) folded.add(sectionId);
    this.#folded = folded;
    this.#host.requestUpdate();
  }

  #foldAll(folded: boolean): void {
    this.#folded = new Set(folded ? this.#plan?.sections.map(({ id }) => id) : []);
    this.#host.requestUpdate();
  }

  get #readonly(): boolean {
    return this.#host.readonly || this.#on.plan.as !== 'self';
  }

  /** Whose side holds how many of the days, as its reader says it; null where none are held. */
  #held({ finish }: ShownPlan): string | null {
    const { us, them } = finish.held;
    if (us + them === 0) return null;
    const me = this.#on.workspace.store?.$me.get();
    return me?.person.side === 'external'
      ? this.#words.heldGuest(us, them, me.workspace.name)
      : this.#words.held(us, them, this.#companyName);
  }

  get #companyName(): string {
    return this.#on.plan.company?.name ?? this.#words.column.assignee;
  }

  get #plan(): ShownPlan | null {
    return this.#on.plan.plan;
  }

  get #newSectionButton(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.new-section');
  }

  get #words() {
    return planWords(this.#on.localize.messages);
  }
}
