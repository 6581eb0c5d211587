// What opens in an engagement when somebody does something: the menus, sharing, scheduling, an item's form and its details.
// Each comes when it is first opened.
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Id, ItemKind, OpenItem } from '@followthrough/core/schema';
import type { EngagementStore, ShownEngagement, WorkspaceStore } from '@followthrough/core/stores';
import { EngagementItemOpen, SessionScheduleRequest } from '../engagement-events.ts';
import { refreshIcon } from '../icons/shown-icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { ITEM_KINDS, itemKindIcon } from '../parts/item-kind.ts';
import { Menu } from '../parts/menu.ts';
import type { ToastController } from '../parts/toast.ts';
import { type ItemAct, type ItemMenuActs, itemMenu } from './item-acts.ts';
import { ItemCommands } from './item-commands.ts';
import type { ItemDialog } from './item-dialog.ts';
import { listed } from './item-facts.ts';
import type { ItemForm } from './item-form.ts';
import { dropOf, movableItems, stepOf } from './item-moves.ts';
import type { SchedulePopover } from './schedule-popover.ts';
import type { SharePanel } from './share-panel.ts';

export interface TimelineToolSetting {
  readonly host: LitElement & { readonly readonly: boolean };
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly store: () => EngagementStore | undefined;
  /** Puts the focus on an item, where it is shown. */
  readonly focusItem: (id: Id) => void;
  readonly fallbackFocus: () => void;
}

export class TimelineTools {
  readonly #on: TimelineToolSetting;
  readonly commands: ItemCommands;
  readonly #menu: Menu;
  #share: SharePanel | undefined;
  #schedule: SchedulePopover | undefined;
  #form: ItemForm | undefined;
  #dialog: ItemDialog | undefined;

  constructor(setting: TimelineToolSetting) {
    this.#on = setting;
    this.commands = new ItemCommands(setting);
    this.#menu = new Menu(setting.host, setting);
  }

  /** What floats, where something does. */
  render(): TemplateResult {
    return html`${this.#menu.render()} ${this.#share?.render()} ${this.#schedule?.render()} ${this.#form?.render()}
    ${this.#dialog?.render()}`;
  }

  // ── the engagement ──────────────────────────────────────────────────────────────────────────

  openStatus(anchor: HTMLElement): void {
    const shown = this.#shown;
    if (!shown) return;
    const words = this.#words;
    this.#menu.open(anchor, {
      label: words.statusMenu,
      items: () => [
        { label: words.status.draft, kind: 'radio', checked: true, onPick: () => undefined },
        { label: words.activate, kind: 'radio', checked: false, onPick: () => void this.commands.activate() },
      ],
    });
  }

  /** Who will see the engagement once it is active, and who is told. */
  activationNote({ coachId, spectatorIds }: ShownEngagement): string {
    const words = this.#words;
    const setting = { people: this.#people, localize: this.#on.localize };
    const seers = [coachId, ...(spectatorIds ?? [])];
    const sees = words.activateSees(listed(seers, setting), seers.length);
    const notifies = this.#notifies;
    // Never to the person who did it.
    if (notifies.length === 0 || coachId === this.viewerId) return sees;
    const told = words.activateTold(listed([coachId], setting), notifies.includes('email'));
    return this.#on.localize.dates.isolated(`${sees} ${told}`);
  }

  async openShare(anchor: HTMLElement): Promise<void> {
    const { SharePanel } = await import('./share-panel.ts');
    const shown = this.#shown;
    if (!shown) return;
    this.#share ??= new SharePanel(this.#on.host, this.#on);
    const setting = { people: this.#people, localize: this.#on.localize };
    const coachees = listed(shown.coacheeIds, setting);
    const isShared = shown.sharedAt !== null;
    const notifies = this.#notifies;
    // Never to the person who did it.
    const told = [shown.coachId, ...shown.coacheeIds].filter((id) => id !== this.viewerId);
    this.#share.open(anchor, {
      isShared,
      coachees,
      told: notifies.length > 0 ? { names: listed(told, setting), byEmail: notifies.includes('email') } : null,
      onConfirm: () => void this.commands.setShared(!isShared, coachees),
    });
  }

  openMore(anchor: HTMLElement): void {
    const words = this.#words;
    this.#menu.open(anchor, {
      label: words.moreOfEngagement,
      items: () => [
        { label: words.refresh, icon: refreshIcon(), onPick: () => void this.#on.store()?.refresh() },
        { label: words.print, onPick: () => globalThis.print() },
      ],
    });
  }

  /** Offers the six kinds. */
  openAdd(anchor: HTMLElement): void {
    const words = this.#words;
    this.#menu.open(anchor, {
      label: words.add,
      items: () =>
        ITEM_KINDS.map((kind) => ({
          label: words.kind[kind],
          icon: itemKindIcon(kind),
          onPick: () => void this.#openForm(anchor, null, kind),
        })),
    });
  }

  // ── an item ─────────────────────────────────────────────────────────────────────────────────

  openMenu(item: OpenItem, anchor: HTMLElement): void {
    const shown = this.#shown;
    if (!shown) return;
    const movable = movableItems(shown);
    const at = movable.findIndex(({ id }) => id === item.id);
    const room = { up: at, down: movable.length - 1 - at };
    const label = this.#words.more(item.title);
    const acts = this.#acts(anchor);
    this.#menu.open(anchor, { label, items: () => itemMenu(item, acts, this.#on.localize.messages, room) });
  }

  act(item: OpenItem, act: ItemAct, anchor: HTMLElement): void {
    if (act === 'schedule') void this.openSchedule(item, anchor);
    else if (act === 'sendNow') void this.commands.sendNow(item);
    else if (act === 'complete' || act === 'done') void this.commands.complete(item);
    else void this.openDetails(item, anchor);
  }

  async openSchedule(item: OpenItem, anchor: HTMLElement): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    if (item.kind === 'session') {
      const schedule = async (startsAt: string) => void (await this.commands.schedule(item, { startsAt }));
      const request = new SessionScheduleRequest(shown, item, schedule);
      if (!this.#on.host.dispatchEvent(request)) return;
    }
    const { SchedulePopover } = await import('./schedule-popover.ts');
    const workspace = this.#on.workspace();
    if (!workspace) return;
    this.#schedule ??= new SchedulePopover(this.#on.host, this.#on);
    this.#schedule.open(anchor, {
      item,
      shown: () => this.#shown,
      calendar: workspace.$me.get()?.workspace.calendar ?? { workingWeekdays: [], holidays: [] },
      now: () => workspace.environment.now(),
      timeOnly: shown.role === 'coachee',
      save: (schedule) => this.commands.schedule(item, schedule, { version: item.version }),
      unschedule: () => void this.commands.unschedule(item),
    });
  }

  async openDetails(item: OpenItem, anchor: HTMLElement): Promise<void> {
    if (!this.#on.host.dispatchEvent(new EngagementItemOpen(item))) return;
    const { ItemDialog } = await import('./item-dialog.ts');
    this.#dialog ??= new ItemDialog(this.#on.host, this.#on);
    const acts = this.#acts(anchor);
    this.#dialog.open(anchor, {
      id: item.id,
      item: () => this.#item(item.id),
      shown: () => this.#shown,
      people: () => this.#people,
      viewerId: this.viewerId,
      readonly: this.#on.host.readonly,
      save: async (response) => {
        await this.#on.store()?.saveResponse(item.id, response);
      },
      handIn: (one, response) => this.commands.handIn(one, response),
      ...{ complete: acts.complete, reopen: acts.reopen, edit: acts.edit, schedule: acts.schedule },
    });
  }

  move(item: OpenItem, by: 1 | -1): void {
    const shown = this.#shown;
    const step = shown && stepOf(shown, item.id, by);
    if (!step) return;
    void this.commands.move(item, step.before, step);
    this.#on.focusItem(item.id);
  }

  /** Puts an item before another of those that may be moved, or after the last of them. */
  place(item: OpenItem, before: Id | null): void {
    const shown = this.#shown;
    if (!shown) return;
    const drop = dropOf(shown, item, before);
    void this.commands.move(item, drop.before, drop);
  }

  /** Deletes an item; the focus goes to the one that takes its place. */
  remove(item: OpenItem): void {
    const items = this.#shown?.items ?? [];
    const at = items.findIndex(({ id }) => id === item.id);
    const next = items[at + 1] ?? items[at - 1];
    void this.commands.remove(item);
    if (next && !next.locked) this.#on.focusItem(next.id);
    else this.#on.fallbackFocus();
  }

  #acts(anchor: HTMLElement): ItemMenuActs {
    return {
      open: (item) => void this.openDetails(item, anchor),
      schedule: (item) => void this.openSchedule(item, anchor),
      unschedule: (item) => void this.commands.unschedule(item),
      sendNow: (item) => void this.commands.sendNow(item),
      complete: (item) => void this.commands.complete(item),
      reopen: (item) => void this.commands.reopen(item),
      edit: (item) => void this.#openForm(anchor, item, item.kind),
      move: (item, by) => this.move(item, by),
      moveToEdge: (item, edge) => {
        this.place(item, edge === 'first' ? (movableItems(this.#shown)[0]?.id ?? null) : null);
        this.#on.focusItem(item.id);
      },
      remove: (item) => this.remove(item),
    };
  }

  async #openForm(anchor: HTMLElement, item: OpenItem | null, kind: ItemKind): Promise<void> {
    const { ItemForm } = await import('./item-form.ts');
    this.#form ??= new ItemForm(this.#on.host, this.#on);
    this.#form.open(anchor, {
      ...{ item, kind },
      selfScheduling: this.#shown?.selfScheduling ?? false,
      add: async (draft) => {
        const id = await this.commands.add(draft);
        if (id !== null) void this.#on.host.updateComplete.then(() => this.#on.focusItem(id));
        return id !== null;
      },
      update: (one, patch) => this.commands.update(one, patch),
    });
  }

  get viewerId(): Id {
    return this.#on.workspace()?.$me.get()?.person.id ?? '';
  }

  get #shown(): ShownEngagement | null {
    return this.#on.store()?.$engagement.get() ?? null;
  }

  #item(id: Id): OpenItem | undefined {
    const item = this.#shown?.items.find((one) => one.id === id);
    return item === undefined || item.locked ? undefined : item;
  }

  get #people() {
    return this.#on.workspace()?.$people.get() ?? new Map();
  }

  /** How people are told what concerns them. */
  get #notifies() {
    return this.#on.workspace()?.$me.get()?.notifies ?? [];
  }

  get #words() {
    return engagementWords(this.#on.localize.messages);
  }
}
