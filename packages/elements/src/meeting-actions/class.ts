// <meeting-actions>: a meeting's carried, added and completed actions, with a line that adds as fast as one types.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import { assigneeId } from '@followthrough/core/domain';
import type { Action, Carrying, Id, Person } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { RowFocus } from '../actions-widget/row-focus.ts';
import { announce } from '../announce.ts';
import type { Density } from '../context.ts';
import { dueLabel } from '../dates/date-label.ts';
import { defineElement } from '../define-element.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, innerLevels } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { dueStyles } from '../parts/due-label.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { Polling } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { controls } from '../styles/controls.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { AgendaController } from './agenda-controller.ts';
import { agendaHeader } from './agenda-header.ts';
import { agendaLists } from './agenda-lists.ts';
import { agendaBanner, agendaProblem, agendaSkeleton, carryForwardNote, emptyAgenda } from './agenda-notes.ts';
import { type AgendaReading, type MeetingPhase, readingOf } from './agenda-reading.ts';
import { agendaRow } from './agenda-row.ts';
import { Arrivals } from './arrivals.ts';
import { AgendaInteraction, type MeetingLinks } from './interaction.ts';
import { CarryForwardExplained } from './meeting-events.ts';
import { minutes } from './minutes.ts';
import { minutesStyles } from './print-styles.ts';
import { agendaRowStyles } from './row-styles.ts';
import { agendaStyles } from './styles.ts';

export type { MeetingPhase } from './agenda-reading.ts';
export type { MeetingLinks } from './interaction.ts';

/**
 * A meeting's actions: what was carried into it and since when, what is new, what was done since the last one. One line adds
 * them as fast as one types; a meeting that is over reads as it was; on paper it is the minutes.
 *
 * @example
 * <meeting-actions relationship="ana-and-ben"></meeting-actions>
 *
 * @tag meeting-actions
 * @slot header - In the head, before the ways to other meetings.
 * @slot attendees - In the minutes, in place of the names of manager and report.
 * @slot empty - In place of the words shown where nothing is on the agenda.
 * @slot error - In place of the words shown when loading failed or is not allowed.
 * @slot footer - Below the lists.
 * @fires meeting-open - Somebody goes to another meeting. Cancelled: it is neither shown nor its link followed.
 * @fires carry-forward-explained - The explanation was put away. Set `explained` to keep it away.
 * @fires action-open - A title was chosen. Cancelled: neither its link is followed nor its details opened.
 * @fires action-before-create - Before an action is added; can be cancelled.
 * @fires action-created - After the backend agreed.
 * @fires action-before-complete - Before an action is completed; can be cancelled.
 * @fires action-completed - After the backend agreed.
 * @fires action-before-reopen - Before an action is opened again; can be cancelled.
 * @fires action-reopened - After the backend agreed.
 * @fires action-before-dismiss - Before an action is marked as not done; can be cancelled.
 * @fires action-dismissed - After the backend agreed.
 * @fires action-before-update - Before a title, a due date or an assignee changes; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of changes waits to be sent.
 * @csspart base - The whole.
 * @csspart header - The head.
 * @csspart heading - The meeting's name; also `title`.
 * @csspart chip - How the meeting stands; also `as-of` where it is over.
 * @csspart banner - That there is no network, and how many changes wait for it.
 * @csspart explanation - How actions are carried forward.
 * @csspart group - One of the three lists with its name.
 * @csspart group-heading - The name of a list.
 * @csspart count - How many are in it.
 * @csspart list - The rows of a list.
 * @csspart row - A row; also `row-todo`, `row-overdue`, `row-done`, `row-doneLate`, `row-notDone`, `row-pending`.
 * @csspart checkbox - The control that completes.
 * @csspart item-title - A title.
 * @csspart badge - Where an action was carried from.
 * @csspart meta - The end of a row.
 * @csspart due - A due date; also `due-overdue`, `due-today`.
 * @csspart assignee - Whose an action is.
 * @csspart menu - What opens a row's status.
 * @csspart quick-add - The line that adds.
 * @csspart minutes - The minutes, on paper.
 */
export class MeetingActions extends PageElement {
  static readonly version = version;
  static define(tag = 'meeting-actions', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    controls,
    noteStyles,
    statusStyles,
    dueStyles,
    avatarStyles,
    agendaStyles,
    agendaRowStyles,
    minutesStyles,
  ];
  static override properties = {
    ...workspaceProperties,
    meeting: {},
    relationship: {},
    phase: { type: String, means: /^(prepare|run|review)$/ },
    label: {},
    headingLevel: { attribute: 'heading-level', type: Number, means: innerLevels, standard: 3 },
    hideHeader: { attribute: 'hide-header', type: Boolean },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
    explained: { type: Boolean },
    poll: { type: Number },
    links: { attribute: false, standard: {} },
    messages: { attribute: false },
    shown: { state: true },
  };

  /** The meeting's id. */
  declare meeting: string | undefined;
  /** A relationship's id, in place of `meeting`: the meeting that goes on, else the next one, else the last. */
  declare relationship: string | undefined;
  /** `prepare`, `run` or `review`; by the clock where it is not said. */
  declare phase: MeetingPhase | null | undefined;
  /** The accessible name, where it is not the meeting's. */
  declare label: string | undefined;
  /** The heading's level in the page, 1–5. */
  declare headingLevel: number;
  /** Without its head, where the page has one. */
  declare hideHeader: boolean;
  /** `comfortable` or `compact`; the workspace's by default. */
  declare density: Density | undefined;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** How actions are carried forward was explained to this person before. */
  declare explained: boolean;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Where things lead in the host's own pages. */
  declare links: MeetingLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;
  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;
  /** The meeting that was gone to from here. */
  declare private shown: Id | undefined;
  /** Whether what was done is unfolded, once the person said. */
  #unfolded: boolean | undefined;
  /** The person has read how actions carry forward. */
  #understood = false;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #agenda = new AgendaController(this, this.#workspace, () =>
    this.shown === undefined
      ? { meeting: this.meeting, relationship: this.relationship }
      : { meeting: this.shown, relationship: undefined },
  );
  readonly #focus = new RowFocus(this);
  #interaction!: AgendaInteraction;
  readonly #pending = new StoreController(this, () => this.#workspace.store?.actions.$pending);
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #unsent = new StoreController(this, () => this.#workspace.store?.$unsent);
  #arrivals!: Arrivals;

  constructor() {
    super();
    new Polling(this);
    new StatesController(this, () => this.#states());
    new StandingEvents(this, () => ({
      loading: this.#agenda.standing === 'loading' || this.#agenda.refreshing,
      error: this.#agenda.error,
      offline: this.#online.value === false,
      pending: this.#pending.value?.size ?? 0,
    }));
    new StoreController(this, () => this.#workspace.store?.$people);
    new StoreController(this, () => this.#workspace.store?.$relationships);
    // A new day makes other things overdue.
    new StoreController(this, () => this.#workspace.store?.$day);
    this.begin();
  }

  protected override assemble(): void {
    this.shown = this.#unfolded = undefined;
    this.#understood = false;
    this.#arrivals = new Arrivals();
    this.#interaction = new AgendaInteraction(this, {
      workspace: this.#workspace,
      localize: this.#localize,
      fallbackFocus: this.#focus.give,
      reading: () => this.#reading(),
      show: ({ id }) => {
        this.shown = id;
      },
    });
  }

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void> {
    return this.#agenda.refresh();
  }

  /** Puts focus into the line that adds: for a host's own button or key. The element never takes focus by itself. */
  async focusEntry(): Promise<void> {
    await (await this.#interaction.load()).focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meeting') || changed.has('relationship')) this.shown = undefined;
    const arrived = this.#arrivals.see(this.#agenda.agenda, this.#workspace.store?.$me.get()?.person.id);
    if (arrived > 0) announce(meetingWords(this.#localize.messages).arrived(arrived));
  }

  protected override render(): TemplateResult {
    const { direction, locale, messages } = this.#localize;
    const { standing } = this.#agenda;
    const reading = this.#reading();
    const density: Density = this.density ?? this.#workspace.settings.density ?? 'comfortable';
    const isNamed = reading !== null && !this.hideHeader && !this.label;
    return html`<section
      class="base ${density} ${reading?.agenda.past || this.readonly ? 'over' : ''}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${isNamed ? nothing : (this.label ?? meetingWords(messages).label)}
      aria-labelledby=${isNamed ? 'meeting-title' : nothing}
      aria-busy=${standing === 'loading' ? 'true' : nothing}
    >
      <div class="on-screen">
        ${
          standing === 'loading'
            ? agendaSkeleton(messages)
            : standing === 'ready'
              ? reading && this.#body(reading)
              : agendaProblem(standing, this.#agenda.error, messages, this.#retry)
        }
        <slot name="footer"></slot>
      </div>
      ${reading ? minutes({ reading, words: this.#localize, assigneeOf: this.#assigneeOf }) : nothing}
      ${this.#interaction.tools?.render()}
    </section>`;
  }

  #body(reading: AgendaReading): TemplateResult {
    const { messages } = this.#localize;
    const { agenda, phase } = reading;
    const isEmpty = agenda.carried.length + agenda.added.length + agenda.completed.length === 0;
    const entry = this.#entry(reading);
    const level = Math.min(6, this.headingLevel + (this.hideHeader ? 0 : 1));
    return html`${
      this.hideHeader
        ? nothing
        : agendaHeader({
            reading,
            words: this.#localize,
            level: this.headingLevel,
            hrefOf: this.#interaction.meetingHref,
            onOpen: this.#interaction.openMeeting,
          })
    }
    ${agendaBanner(this.#line(), messages, this.#retry)}
    ${
      this.explained || this.#understood || agenda.past || this.#mayNot(reading)
        ? nothing
        : carryForwardNote(messages, this.#understand)
    }
    ${
      isEmpty
        ? html`${emptyAgenda(reading, messages)}${entry}`
        : agendaLists({
            reading,
            words: this.#localize,
            level,
            unfolded: this.#unfolded ?? (phase === 'review' && !agenda.past),
            onFold: this.#fold,
            row: this.#row(reading),
            entry,
          })
    }`;
  }

  #row(reading: AgendaReading): (action: Action, carried: Carrying | null) => TemplateResult {
    const words = this.#localize;
    const readonly = this.readonly || reading.agenda.past || this.#mayNot(reading);
    const tools = this.#interaction.tools;
    return (action, carried) =>
      agendaRow({
        action,
        carried,
        reading,
        due: dueLabel(action, reading.today, words),
        assignee: this.#assigneeOf(action),
        pending: this.#pending.value?.has(action.id) ?? false,
        leaving: this.#agenda.isLeaving(action.id),
        arrived: this.#arrivals.has(action.id),
        readonly,
        href: this.#interaction.hrefOf(action),
        edit: readonly ? nothing : (tools?.editOf(action.id) ?? nothing),
        words,
        hand: this.#interaction.hand,
      });
  }

  /** The line that adds; why there is none where somebody only reads. */
  #entry(reading: AgendaReading): TemplateResult | typeof nothing {
    const { store } = this.#workspace;
    const agenda = this.#agenda.store;
    if (this.readonly || reading.agenda.past || !store || !agenda) return nothing;
    if (this.#mayNot(reading)) {
      return html`<p class="quiet-line">${meetingWords(this.#localize.messages).readonly}</p>`;
    }
    if (reading.phase === 'review') return nothing;
    return this.#interaction.tools?.adding(store, agenda, reading) ?? html`<div class="entry-place"></div>`;
  }

  #mayNot({ relationship }: AgendaReading): boolean {
    return relationship?.may.createAction !== true;
  }

  #reading(): AgendaReading | null {
    const { agenda } = this.#agenda;
    const { store } = this.#workspace;
    const asked = this.phase === 'prepare' || this.phase === 'run' || this.phase === 'review' ? this.phase : null;
    return agenda && store ? readingOf(agenda, store, asked, this.#localize) : null;
  }

  #line() {
    return {
      offline: this.#online.value === false,
      waiting: this.#unsent.value ?? 0,
      error: this.#agenda.error,
    };
  }

  #states(): Record<string, boolean> {
    const { standing, agenda, refreshing, error } = this.#agenda;
    return {
      loading: standing === 'loading',
      refreshing,
      empty:
        standing === 'none' ||
        (agenda !== null && agenda.carried.length + agenda.added.length + agenda.completed.length === 0),
      error: standing === 'error' || (standing === 'ready' && error !== null),
      forbidden: standing === 'forbidden' || standing === 'gone',
      offline: this.#online.value === false,
      pending: (this.#pending.value?.size ?? 0) > 0,
      readonly: this.readonly || agenda?.past === true,
      past: agenda?.past === true,
    };
  }

  readonly #assigneeOf = ({ assignee }: Action): Person | undefined =>
    this.#workspace.store?.$people.get().get(assigneeId(assignee) ?? '');

  readonly #fold = (): void => {
    const reading = this.#reading();
    this.#unfolded = !(this.#unfolded ?? (reading?.phase === 'review' && !reading.agenda.past));
    this.requestUpdate();
  };

  readonly #understand = (): void => {
    this.#understood = true;
    this.requestUpdate();
    this.dispatchEvent(new CarryForwardExplained());
    this.#focus.give();
  };

  readonly #retry = () => void this.refresh();
}

declare global {
  interface HTMLElementTagNameMap {
    'meeting-actions': MeetingActions;
  }
}
