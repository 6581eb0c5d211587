// What one does with an agenda: loaded right after its rows, for those are what one comes to see. Completing, the line that
// adds, pickers, menus, details, and the title edited in its place.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { assigneeId, dueByNextMeeting } from '@followthrough/core/domain';
import type { Action, ActionState, Id } from '@followthrough/core/schema';
import type { MeetingAgendaStore, WorkspaceStore } from '@followthrough/core/stores';
import { ActionCommands } from '../action-commands.ts';
import { detailsSpec } from '../action-list/specs.ts';
import { toastWords } from '../localize/late-tools.ts';
import { TextEdit } from '../mutual-action-plan/text-edit.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import type { DetailsDialog } from '../parts/details-dialog.ts';
import { Pickers } from '../parts/pickers.ts';
import type { PartOptions } from '../parts/popover.ts';
import { QuickAdd } from '../parts/quick-add.ts';
import { quickAddStyles } from '../parts/quick-add-styles.ts';
import { RescheduleMenu } from '../parts/reschedule-menu.ts';
import { StatusMenu } from '../parts/status-menu.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { problemText } from '../problem-text.ts';
import { controls } from '../styles/controls.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import type { AgendaReading } from './agenda-reading.ts';
import { listWords } from '../localize/late-acts.ts';

/** What an agenda's tools work with. */
export interface AgendaSetting {
  readonly workspace: WorkspaceController;
  readonly localize: LocalizeController;
  /** Gives focus a place where what opened a tool is gone. */
  readonly fallbackFocus: () => void;
}

/** The tools of one agenda. */
export class AgendaTools {
  readonly #host: LitElement;
  readonly #setting: AgendaSetting;
  readonly #options: PartOptions;
  readonly #toast: ToastController;
  readonly #commands: ActionCommands;
  readonly #pickers: Pickers;
  readonly #reschedule: RescheduleMenu;
  readonly #status: StatusMenu;
  readonly #quickAdd: QuickAdd;
  readonly #edit: TextEdit;
  #details: DetailsDialog | undefined;
  /** Whom new actions go to until it is turned. */
  #assignee: Id | undefined;
  /** What was added last, here. */
  #last: Id | undefined;

  constructor(host: LitElement, setting: AgendaSetting) {
    adoptStyles(host, [controls, quickAddStyles, toastStyles]);
    const { workspace, localize, fallbackFocus } = setting;
    const options = { localize, fallbackFocus };
    this.#host = host;
    this.#setting = setting;
    this.#options = options;
    this.#toast = new ToastController(host, () => toastWords(localize.messages).dismiss);
    this.#commands = new ActionCommands(host, { workspace, localize, toast: this.#toast });
    this.#pickers = new Pickers(host, options);
    this.#reschedule = new RescheduleMenu(host, { ...options, pickers: this.#pickers });
    this.#status = new StatusMenu(host, options);
    this.#quickAdd = new QuickAdd(host, { ...options, pickers: this.#pickers });
    this.#edit = new TextEdit(host, () => void this.#quickAdd.focus());
  }

  setState(action: Action, state: ActionState): void {
    void this.#commands.setState(action, state);
  }

  undoOnKey(event: KeyboardEvent): void {
    this.#commands.undoOnKey(event);
  }

  /** Call when the host has updated. */
  updated(): void {
    this.#edit.updated();
  }

  /** Puts focus into the line that adds: on the host page's own wish alone. */
  focus(): Promise<void> {
    return this.#quickAdd.focus();
  }

  // ── adding ────────────────────────────────────────────────────────────────────────────────────

  /** The line that adds to the meeting. */
  adding(store: WorkspaceStore, agenda: MeetingAgendaStore, reading: AgendaReading): TemplateResult {
    const me = store.$me.get();
    const { meeting } = reading.agenda;
    const context = {
      value: { type: 'relationship' as const, relationshipId: meeting.relationshipId, meetingId: meeting.id },
      label: reading.names,
      parties: reading.parties,
      reportId: reading.relationship?.reportId,
      today: store.todayIn(reading.zone),
    };
    const spec = {
      contexts: [context],
      fixedContext: context,
      me: me?.person.id ?? null,
      weekStart: store.$weekStart.get(),
      calendar: me?.workspace.calendar,
      standing: { due: dueByNextMeeting(reading.agenda, reading.zone, context.today), assignee: this.#assignee },
      onTurn: (assignee: Id) => {
        this.#assignee = assignee;
        this.#host.requestUpdate();
      },
      onSubmit: async (draft: Parameters<ActionCommands['create']>[0], { openDetails }: { openDetails: boolean }) => {
        const made = await this.#commands.create({ ...draft, ...agenda.draft(draft) });
        if (made) this.#last = made.id;
        const field = this.#host.renderRoot.querySelector<HTMLElement>('.quick-add-field');
        if (made && openDetails && field) await this.details(field, store, made);
        return made;
      },
    };
    return html`<div class="entry" @keydown=${(event: KeyboardEvent) => this.#onEntryKey(event, store, reading)}>
      ${this.#quickAdd.render(spec)}
    </div>`;
  }

  /** ↑ in the empty line edits what was added last. */
  #onEntryKey(event: KeyboardEvent, store: WorkspaceStore, { agenda }: AgendaReading): void {
    const [target] = event.composedPath();
    if (event.key !== 'ArrowUp' || event.isComposing || this.#quickAdd.text !== '') return;
    if (!(target instanceof HTMLInputElement) || !target.classList.contains('quick-add-field')) return;
    const last = agenda.added.find(({ id }) => id === this.#last) ?? agenda.added.at(-1);
    if (last?.may.edit !== true) return;
    event.preventDefault();
    this.#editTitle(last, store);
  }

  #editTitle(action: Action, store: WorkspaceStore): void {
    const { messages } = this.#setting.localize;
    this.#edit.start({
      key: action.id,
      text: action.title,
      label: listWords(messages).editTitle,
      emptyFault: listWords(messages).titleEmpty,
      maxLength: TEXT_LIMITS.title,
      save: async (title) => {
        const now = store.actions.get(action.id) ?? action;
        const saved = await this.#commands.edit(now, { title });
        const failure = store.actions.$failures
          .get()
          .find(({ command }) => 'id' in command && command.id === action.id);
        if (saved === null && failure) throw new Error(problemText(failure.error, messages));
      },
    });
  }

  /** The field in place of a title that is being edited. */
  editOf(id: Id): TemplateResult | typeof nothing {
    return this.#edit.isOf(id) ? this.#edit.render() : nothing;
  }

  // ── one action ────────────────────────────────────────────────────────────────────────────────

  due(anchor: HTMLElement, store: WorkspaceStore, action: Action): void {
    this.#reschedule.open(anchor, {
      date: action.due?.date ?? null,
      today: store.actions.todayOf(action),
      weekStart: store.$weekStart.get(),
      clearable: false,
      calendar: store.$me.get()?.workspace.calendar,
      onPick: (date) => void this.#commands.reschedule(action, date),
    });
  }

  assignee(anchor: HTMLElement, store: WorkspaceStore, action: Action, { parties }: AgendaReading): void {
    void this.#pickers.assignee(anchor, {
      options: parties.map((person) => ({ person })),
      selected: action.assignee,
      me: store.$me.get()?.person.id ?? null,
      allowNone: false,
      onPick: (assignee) => {
        const name = parties.find(({ id }) => id === assigneeId(assignee))?.name ?? '';
        const said = toastWords(this.#setting.localize.messages).assigned(action.title, name);
        void this.#commands.edit(action, { assignee }, said);
      },
    });
  }

  status(anchor: HTMLElement, store: WorkspaceStore, action: Action): void {
    const today = store.actions.todayOf(action);
    this.#status.open(anchor, { action, today, onPick: (state) => this.setState(action, state) });
  }

  async details(anchor: HTMLElement, store: WorkspaceStore, action: Action): Promise<void> {
    const { DetailsDialog } = await import('../parts/details-dialog.ts');
    this.#details ??= new DetailsDialog(this.#host, this.#options);
    const { context } = action;
    const relationship =
      context.type === 'relationship' ? store.$relationships.get().get(context.relationshipId) : undefined;
    const ids = relationship ? [relationship.managerId, relationship.reportId] : [];
    const parties = ids.flatMap((id) => store.$people.get().get(id) ?? []);
    this.#details.open(anchor, detailsSpec(store, action.id, this.#setting.localize, parties, this.#commands));
  }

  /** What floats, where something does, and the word after a change. */
  render(): TemplateResult {
    return html`${this.#reschedule.render()}${this.#status.render()}${this.#pickers.render()}
    ${this.#details?.render() ?? nothing}${this.#toast.render()}`;
  }
}
