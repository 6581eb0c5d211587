// What opens from the head of a plan: the menu with the ways to look at it, whom it is shared with, what its finish hangs
// on, saving it as a template, and the help for keys. Panels come when they are first opened.
import { html, type LitElement, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import { parseDay } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import type { LookingAs, RoomPlanStore, ShownPlan, WorkspaceStore } from '@followthrough/core/stores';
import { dayText } from '../dates/date-label.ts';
import { eyeIcon } from '../icons/icons.ts';
import { planWords } from '../localize/late-plan.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { Shortcut, Shortcuts } from '../parts/shortcuts.ts';
import type { ToastController } from '../parts/toast.ts';
import { problemText } from '../problem-text.ts';
import type { FinishPanel } from './finish-panel.ts';
import { guestsOf } from './plan-header.ts';
import type { PlanTools } from './plan-tools.ts';
import type { RoomSettings } from './room-settings.ts';
import type { SharePanel } from './share-panel.ts';
import type { TemplateForm } from './template-form.ts';

export interface PlanMenuSetting {
  readonly host: LitElement & { readonly readonly: boolean };
  readonly localize: LocalizeController;
  readonly tools: PlanTools;
  readonly toast: ToastController;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly store: () => RoomPlanStore | undefined;
  readonly companyName: () => string;
  readonly held: (plan: ShownPlan) => string | null;
  readonly foldAll: (folded: boolean) => void;
  readonly openAction: (id: Id) => void;
  readonly fallbackFocus: () => void;
}

/** The keys of a plan. */
const KEYS: readonly Shortcut[] = [
  { keys: ['↑', 'K'], command: 'up' },
  { keys: ['↓', 'J'], command: 'down' },
  { keys: ['Space'], command: 'complete' },
  { keys: ['Enter'], command: 'open' },
  { keys: ['F2', 'E'], command: 'edit' },
  { keys: ['D'], command: 'due' },
  { keys: ['Shift+D'], command: 'start' },
  { keys: ['Alt+→'], command: 'later' },
  { keys: ['Alt+←'], command: 'earlier' },
  { keys: ['A'], command: 'assignee' },
  { keys: ['S'], command: 'status' },
  { keys: ['N'], command: 'add' },
  { keys: ['Alt+↑'], command: 'moveUp' },
  { keys: ['Alt+↓'], command: 'moveDown' },
  { keys: ['←', '→'], command: 'fold' },
  { keys: ['Delete'], command: 'remove' },
  { keys: ['Ctrl+Z'], command: 'undo' },
  { keys: ['?'], command: 'help' },
];

export class PlanMenus {
  readonly #on: PlanMenuSetting;
  #share: SharePanel | undefined;
  #finish: FinishPanel | undefined;
  #template: TemplateForm | undefined;
  #settings: RoomSettings | undefined;
  #help: Shortcuts | undefined;

  constructor(setting: PlanMenuSetting) {
    this.#on = setting;
  }

  render(): TemplateResult {
    return html`${this.#share?.render()} ${this.#finish?.render()} ${this.#template?.render()}
    ${this.#settings?.render()} ${this.#help?.render()}`;
  }

  openMore(anchor: HTMLElement): void {
    this.#on.tools.menu.open(anchor, { label: this.#words.more, items: () => this.#items(anchor) });
  }

  async openShare(anchor: HTMLElement): Promise<void> {
    const { SharePanel } = await import('./share-panel.ts');
    const { commands } = this.#on.tools;
    this.#share ??= new SharePanel(this.#on.host, this.#on);
    this.#share.open(anchor, {
      room: () => this.#plan?.room,
      people: () => this.#people,
      onShare: ({ id, name }) => commands.share(id, name),
      onUnshare: ({ id, name }) => commands.unshare(id, name),
      onContact: ({ id, name }) => commands.setContact(id, name),
    });
  }

  async openFinish(anchor: HTMLElement): Promise<void> {
    const { FinishPanel } = await import('./finish-panel.ts');
    this.#finish ??= new FinishPanel(this.#on.host, this.#on);
    this.#finish.open(anchor, {
      plan: () => this.#plan ?? null,
      held: this.#on.held,
      mayEdit: this.#plan?.room.may.edit === true && !this.#readonly,
      onTarget: (from) => this.#openTarget(from),
      onOpen: this.#on.openAction,
    });
  }

  async openHelp(): Promise<void> {
    const { Shortcuts } = await import('../parts/shortcuts.ts');
    this.#help ??= new Shortcuts(this.#on.host, { ...this.#on, keys: KEYS, onClose: this.#on.fallbackFocus });
    await this.#help.open();
  }

  #openTarget(anchor: HTMLElement): void {
    const plan = this.#plan;
    const workspace = this.#on.workspace();
    if (!plan || !workspace) return;
    const { localize, tools } = this.#on;
    void tools.pickers.due(anchor, {
      date: plan.room.targetDate,
      today: plan.today,
      weekStart: workspace.$weekStart.get(),
      calendar: workspace.$me.get()?.workspace.calendar,
      clearable: true,
      onPick: (date) => {
        const said =
          date === null
            ? this.#words.targetCleared
            : this.#words.targetSet(dayText(parseDay(date), plan.today, localize));
        void tools.commands.setTarget(date, said);
      },
    });
  }

  #items(anchor: HTMLElement): MenuItem[] {
    const words = this.#words;
    const plan = this.#plan;
    if (!plan) return [];
    const look = (as: LookingAs, name: string): MenuItem => ({
      label: words.viewAs(name),
      icon: eyeIcon(),
      onPick: () => void this.#lookAs(as),
    });
    const mayLook = plan.room.may.viewAs === true && this.#on.store()?.$as.get() === 'self';
    return [
      { label: words.unfoldAll, onPick: () => this.#on.foldAll(false) },
      { label: words.foldAll, onPick: () => this.#on.foldAll(true) },
      ...(mayLook
        ? [
            { ...look('company', this.#on.companyName()), separated: true },
            ...guestsOf(plan.room, this.#people).map(({ id, name }) => look(id, name)),
          ]
        : []),
      ...(plan.whole && !this.#readonly
        ? [{ label: words.saveTemplate, separated: true, onPick: () => void this.#saveTemplate(anchor) }]
        : []),
      ...(plan.room.may.edit === true && !this.#readonly
        ? [{ label: words.roomSettings, separated: !plan.whole, onPick: () => void this.#openSettings(anchor) }]
        : []),
      { label: words.print, separated: true, onPick: () => globalThis.print() },
      { label: words.shortcuts, onPick: () => void this.openHelp() },
    ];
  }

  async #lookAs(as: LookingAs): Promise<void> {
    try {
      await this.#on.store()?.lookAs(as);
    } catch (error) {
      this.#on.toast.show({ text: problemText(error as BackendError, this.#on.localize.messages), tone: 'problem' });
    }
  }

  async #openSettings(anchor: HTMLElement): Promise<void> {
    const { RoomSettings, settingsWords } = await import('./room-settings.ts');
    const { host, localize, fallbackFocus, tools, workspace } = this.#on;
    const room = this.#plan?.room;
    const me = workspace()?.$me.get();
    if (!room || !me) return;
    const words = settingsWords(localize.messages);
    this.#settings ??= new RoomSettings(host, { localize, fallbackFocus });
    this.#settings.open(anchor, room, {
      people: this.#people,
      me: me.person.id,
      workspaceZone: me.workspace.timeZone,
      mayDelete: room.may.delete === true,
      save: (patch, seen) => tools.commands.saveSettings(patch, seen, words),
      remove: () => tools.commands.removeRoom(room, words),
    });
  }

  async #saveTemplate(anchor: HTMLElement): Promise<void> {
    const { TemplateForm } = await import('./template-form.ts');
    const { workspace, toast, localize } = this.#on;
    const plan = this.#plan;
    const store = workspace();
    if (!plan || !store) return;
    this.#template ??= new TemplateForm(this.#on.host, { localize, fallbackFocus: this.#on.fallbackFocus });
    this.#template.open(anchor, {
      name: plan.room.name,
      save: async (name) => {
        await store.call(() => store.backend.templates.create({ name, roomId: plan.room.id }));
        toast.show({ text: this.#words.templateSaved(name) });
      },
    });
  }

  get #plan() {
    return this.#on.store()?.$plan.get();
  }

  get #people() {
    return this.#on.workspace()?.$people.get() ?? new Map();
  }

  get #readonly(): boolean {
    return this.#on.host.readonly || this.#on.store()?.$as.get() !== 'self';
  }

  get #words() {
    return planWords(this.#on.localize.messages);
  }
}

/** Says with whose eyes the plan is seen, and the way back. */
export function lookingAsBanner(
  as: LookingAs,
  companyName: string,
  on: {
    readonly workspace: { readonly store: WorkspaceStore | undefined };
    readonly plan: { readonly store: RoomPlanStore | undefined };
  },
  words: ReturnType<typeof planWords>,
): TemplateResult {
  const name = as === 'company' ? companyName : (on.workspace.store?.$people.get().get(as)?.name ?? '');
  return html`<div class="banner as" part="banner" role="status">
    <span>${eyeIcon()}${words.lookingAs(name)}</span>
    <button
      type="button"
      class="button"
      part="button"
      @click=${() => void on.plan.store?.lookAs('self').catch(() => undefined)}
    >
      ${words.stopLooking}
    </button>
  </div>`;
}
