// What an engagement's element draws, and what its parts are given: the head, the items in time, and what floats.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Id, Person } from '@followthrough/core/schema';
import type { ShownEngagement, WorkspaceStore } from '@followthrough/core/stores';
import { EngagementViewChange } from '../engagement-events.ts';
import { plusIcon } from '../icons/icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { toastWords } from '../localize/late-tools.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { ToastController } from '../parts/toast.ts';
import type { EngagementController } from './engagement-controller.ts';
import { type EngagementView, itemGroups, type TimelineGrouping } from './entries.ts';
import { ItemKeys } from './item-keys.ts';
import { LateMoving } from './late-moving.ts';
import { LateStrip } from './late-strip.ts';
import { timelineHeader, welcomeView } from './timeline-header.ts';
import { type ListSetting, timelineList } from './timeline-list.ts';
import { draftBanner, emptyTimeline, standingBanner, timelineFailure, timelineSkeleton } from './timeline-notes.ts';
import { TimelineTools } from './timeline-tools.ts';

/** What the view reads off its element. */
export interface TimelineViewHost extends LitElement {
  readonly: boolean;
  headingLevel: number;
  label: string | undefined;
  hideHeader: boolean;
  view: EngagementView;
  groupBy: TimelineGrouping;
}

export interface TimelineViewSetting {
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly engagement: EngagementController;
  readonly standing: () => { readonly offline: boolean; readonly people: ReadonlyMap<Id, Person> };
}

export class TimelineView {
  readonly #host: TimelineViewHost;
  readonly #on: TimelineViewSetting;
  readonly #toast: ToastController;
  readonly #tools: TimelineTools;
  readonly #moving: LateMoving;
  readonly #keys: ItemKeys;
  readonly #strip: LateStrip;
  /** The item that held the focus last: what is done to it may take away the very button that was pressed. */
  #last: Id | null = null;

  constructor(host: TimelineViewHost, on: TimelineViewSetting) {
    this.#host = host;
    this.#on = on;
    this.#toast = new ToastController(host, () => toastWords(on.localize.messages).dismiss);
    this.#tools = new TimelineTools({
      host,
      localize: on.localize,
      toast: this.#toast,
      workspace: () => on.workspace.store,
      store: () => on.engagement.store,
      focusItem: (id) => void this.#focusSoon(id),
      fallbackFocus: () => this.#heir?.focus(),
    });
    new FocusKeeper(host, () => this.#heir);
    this.#keys = new ItemKeys({
      root: () => this.#root,
      readonly: () => host.readonly,
      messages: () => on.localize.messages,
      move: (item, by) => this.#tools.move(item, by),
      remove: (item) => this.#tools.remove(item),
      refused: this.#refused,
    });
    this.#strip = new LateStrip(host);
    this.#moving = new LateMoving({
      host,
      shown: () => on.engagement.shown,
      readonly: () => host.readonly,
      messages: () => on.localize.messages,
      place: (item, before) => this.#tools.place(item, before),
      menu: (item, anchor) => this.#tools.openMenu(item, anchor),
    });
  }

  /** What the engagement is called. */
  get label(): string {
    return this.#host.label ?? this.#on.engagement.shown?.title ?? this.#words.heading;
  }

  /** Scrolls to an item and focuses its title; gives whether it is shown. */
  focusItem(id: Id): boolean {
    const title = this.#titleOf(id);
    title?.focus();
    title?.scrollIntoView({ block: 'nearest' });
    return title !== null;
  }

  render(): TemplateResult {
    const { engagement: control, localize } = this.#on;
    const { messages } = localize;
    const { shown, phase } = control;
    if (!shown)
      return phase === 'loading' || phase === 'waiting'
        ? timelineSkeleton(messages)
        : timelineFailure(phase, control.error, messages, () => void control.store?.refresh());
    return html`${this.#host.hideHeader ? nothing : this.#header(shown)} ${this.#banners(shown)}
    ${welcomeView(shown, this.#host.headingLevel)} ${this.#body(shown)}`;
  }

  /** What floats, where something does. */
  floating(): TemplateResult {
    return html`${this.#tools.render()} ${this.#toast.render()}`;
  }

  /** For the keys of the whole: undo. */
  readonly keydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    if (event.key.toLowerCase() !== 'z' || isTyping(event)) return;
    event.preventDefault();
    this.#toast.hide();
    void this.#tools.commands.undo();
  };

  #header(shown: ShownEngagement): TemplateResult {
    const host = this.#host;
    return timelineHeader({
      shown,
      people: this.#on.standing().people,
      label: this.label,
      level: host.headingLevel,
      localize: this.#on.localize,
      readonly: host.readonly,
      view: host.view,
      onView: (view) => {
        host.view = view;
        host.dispatchEvent(new EngagementViewChange(view));
      },
      onStatus: (anchor) => this.#tools.openStatus(anchor),
      onShare: (anchor) => void this.#tools.openShare(anchor),
      onMore: (anchor) => this.#tools.openMore(anchor),
      onRefused: this.#refused,
    });
  }

  #banners(shown: ShownEngagement): TemplateResult {
    const { messages } = this.#on.localize;
    const { engagement: control } = this.#on;
    const mayActivate = shown.may.activate === true && !this.#host.readonly;
    const activation = mayActivate
      ? { note: this.#tools.activationNote(shown), onActivate: () => void this.#activate() }
      : null;
    const stale = control.error !== null;
    const { offline } = this.#on.standing();
    return html`${shown.status === 'draft' ? draftBanner(messages, activation) : nothing}
    ${standingBanner({ offline, waiting: control.waiting, stale }, messages, () => void control.store?.refresh())}`;
  }

  /** The button goes with the banner: the focus goes to the heading of what can be done now. */
  async #activate(): Promise<void> {
    if (!(await this.#tools.commands.activate())) return;
    await this.#host.updateComplete;
    this.#root.querySelector<HTMLElement>('.button.share, .item-act')?.focus();
  }

  #body(shown: ShownEngagement): TemplateResult {
    this.#moving.prepare();
    const mayAdd = shown.may.addItem === true && !this.#host.readonly;
    const list =
      shown.items.length === 0
        ? emptyTimeline(this.#on.localize.messages, mayAdd)
        : this.#items(shown, this.#listSetting(shown));
    return html`<div
      class="timeline ${this.#moving.isDragging ? 'dragging' : ''}"
      @pointerdown=${this.#moving.down}
      @focusin=${this.#stand}
    >
      ${list}
      ${
        mayAdd
          ? html`<button
              type="button"
              class="button add-item"
              part="button"
              aria-haspopup="menu"
              @click=${(event: Event) => this.#tools.openAdd(event.currentTarget as HTMLElement)}
            >
              ${plusIcon()}<span>${this.#words.add}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  #items(shown: ShownEngagement, setting: ListSetting): TemplateResult {
    const { view, groupBy } = this.#host;
    if (view !== 'calendar-strip') return timelineList(itemGroups(shown, groupBy), setting);
    return this.#strip.render(shown, this.#on.workspace.store, setting);
  }

  #listSetting(shown: ShownEngagement): ListSetting {
    return {
      shown,
      people: this.#on.standing().people,
      viewerId: this.#tools.viewerId,
      localize: this.#on.localize,
      pending: this.#on.engagement.pending,
      readonly: this.#host.readonly,
      faultOf: (item) => this.#tools.commands.faults.of(item),
      headingLevel: this.#host.headingLevel,
      moving: this.#moving.moving,
      grip: this.#moving.grip,
      open: (item, anchor) => void this.#tools.openDetails(item, anchor),
      act: (item, act, anchor) => this.#tools.act(item, act, anchor),
      menu: (item, anchor) => this.#tools.openMenu(item, anchor),
      refused: this.#refused,
      keydown: this.#keys.press,
    };
  }

  readonly #refused = (reason: string): void => this.#toast.show({ text: reason, tone: 'problem' });

  readonly #stand = (event: FocusEvent): void => {
    this.#last = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'] ?? this.#last;
  };

  /** What gets the focus in place of what is gone: the item that one was at, else what comes first. */
  get #heir(): HTMLElement | null {
    const first = (selector: string) => this.#root.querySelector<HTMLElement>(selector);
    const last = this.#last === null ? null : this.#titleOf(this.#last);
    return last ?? first('.item-title') ?? first('.add-item') ?? first('.icon-button');
  }

  async #focusSoon(id: Id): Promise<void> {
    await this.#host.updateComplete;
    this.#titleOf(id)?.focus();
  }

  #titleOf(id: Id): HTMLElement | null {
    const item = [...this.#root.querySelectorAll<HTMLElement>('[data-id]')].find(({ dataset }) => dataset['id'] === id);
    return item?.querySelector<HTMLElement>('.item-title') ?? null;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  get #words() {
    return engagementWords(this.#on.localize.messages);
  }
}

function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
