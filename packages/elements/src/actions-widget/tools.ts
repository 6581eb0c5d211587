// What the widget needs only once somebody completes, adds, reschedules or looks closer: loaded right after the rows, so
// that a dashboard shows them first.
import { toastWords } from '../localize/late-tools.ts';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Action } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { ActionCommands } from '../action-commands.ts';
import { detailsSpec, quickAddSpec } from '../action-list/specs.ts';
import { avatarStyles } from '../parts/avatar.ts';
import type { DetailsDialog } from '../parts/details-dialog.ts';
import { Pickers } from '../parts/pickers.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import type { PartOptions } from '../parts/popover.ts';
import { QuickAdd } from '../parts/quick-add.ts';
import { quickAddStyles } from '../parts/quick-add-styles.ts';
import { RescheduleMenu } from '../parts/reschedule-menu.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { controls } from '../styles/controls.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import { type Age, Freshness } from './freshness.ts';

/** The one place that the widget adds to. */
const PERSONAL = { relationship: undefined, personal: true, recent: false };

/** What a widget's tools work with. */
export interface WidgetSetting {
  readonly workspace: WorkspaceController;
  readonly localize: LocalizeController;
  /** Gives focus a place where what opened a tool is gone. */
  readonly fallbackFocus: () => void;
}

/** The tools of one widget. */
export class WidgetTools {
  readonly #host: LitElement;
  readonly #options: PartOptions;
  readonly #toast: ToastController;
  readonly #commands: ActionCommands;
  readonly #pickers: Pickers;
  readonly #reschedule: RescheduleMenu;
  readonly #quickAdd: QuickAdd;
  readonly #freshness: Freshness;
  #details: DetailsDialog | undefined;

  constructor(host: LitElement, { workspace, localize, fallbackFocus }: WidgetSetting) {
    adoptStyles(host, [controls, avatarStyles, quickAddStyles, toastStyles]);
    const options = { localize, fallbackFocus };
    this.#host = host;
    this.#options = options;
    this.#toast = new ToastController(host, () => toastWords(localize.messages).dismiss);
    this.#commands = new ActionCommands(host, { workspace, localize, toast: this.#toast });
    this.#pickers = new Pickers(host, options);
    this.#reschedule = new RescheduleMenu(host, { ...options, pickers: this.#pickers });
    this.#quickAdd = new QuickAdd(host, { ...options, pickers: this.#pickers });
    this.#freshness = new Freshness(host);
  }

  /** Completes an action, or opens it again. */
  toggle(action: Action): void {
    void this.#commands.setState(action, action.state === 'done' ? 'todo' : 'done');
  }

  undoOnKey(event: KeyboardEvent): void {
    this.#commands.undoOnKey(event);
  }

  /** How old what is shown is, where that is worth a word. */
  ageText(age: Age): string | null {
    return this.#freshness.text(age, this.#options.localize);
  }

  /** The line to add a personal action by. */
  adding(store: WorkspaceStore): TemplateResult | typeof nothing {
    const add = (draft: Parameters<ActionCommands['create']>[0]) => this.#commands.create(draft);
    const spec = quickAddSpec(store, PERSONAL, this.#options.localize, add);
    return spec ? this.#quickAdd.render({ ...spec, compact: true }) : nothing;
  }

  /** Opens the reschedule menu beside what was pressed. */
  reschedule(anchor: HTMLElement, store: WorkspaceStore, action: Action): void {
    this.#reschedule.open(anchor, {
      date: action.due?.date ?? null,
      today: store.actions.todayOf(action),
      weekStart: store.$weekStart.get(),
      clearable: action.context.type === 'personal',
      calendar: store.$me.get()?.workspace.calendar,
      onPick: (date) => void this.#commands.reschedule(action, date),
    });
  }

  /** Opens an action's details. */
  async details(anchor: HTMLElement, store: WorkspaceStore, action: Action): Promise<void> {
    const { DetailsDialog } = await import('../parts/details-dialog.ts');
    this.#details ??= new DetailsDialog(this.#host, this.#options);
    const spec = detailsSpec(store, action.id, this.#options.localize, partiesOf(action, store), this.#commands);
    this.#details.open(anchor, spec);
  }

  /** What floats, where something does, and the word after a change. */
  render(): TemplateResult {
    return html`${this.#reschedule.render()}${this.#pickers.render()}${this.#details?.render() ?? nothing}
    ${this.#toast.render()}`;
  }
}

/** Whom an action can be assigned to: the two of its relationship; a personal one stays with its owner. */
function partiesOf({ context, createdBy }: Action, store: WorkspaceStore) {
  const relationship =
    context.type === 'relationship' ? store.$relationships.get().get(context.relationshipId) : undefined;
  const ids = relationship ? [relationship.managerId, relationship.reportId] : createdBy === null ? [] : [createdBy];
  return ids.flatMap((id) => store.$people.get().get(id) ?? []);
}
