// What rows do when somebody asks: the menus, pickers and fields behind a press or a key, and the line that adds. What of it
// changes something goes through the plan's commands.
import { html, type LitElement, type TemplateResult } from 'lit';
import { fixedDate, formatDay, parseDay, pinnedByHand } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { ListDetails } from '../action-list/list-details.ts';
import { announce } from '../announce.ts';
import { dayText } from '../dates/date-label.ts';
import { planWords } from '../localize/late-plan.ts';
import type { DateExplanation } from '../parts/date-explanation.ts';
import { Menu } from '../parts/menu.ts';
import { Pickers } from '../parts/pickers.ts';
import type { PlanDueEditor } from '../parts/plan-due-editor.ts';
import { StatusMenu } from '../parts/status-menu.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { ruleText } from '../load-problem-text.ts';
import type { AddedText } from './added-text.ts';
import { assigneeChoices, assigneeOf, choiceOf } from './assignee-choices.ts';
import { PlanCommands, type PlanCommandSetting } from './plan-commands.ts';
import { PlanDetails } from './plan-details.ts';
import type { RowActions } from './plan-list.ts';
import { actionKey, type ActionRow, addKey, type SectionRow, sectionKey } from './plan-rows.ts';
import { actionItems, sectionItems } from './row-menus.ts';
import type { TextEdit } from './text-edit.ts';

export interface PlanToolSetting extends Omit<PlanCommandSetting, 'store'> {
  readonly host: LitElement & { readonly readonly: boolean };
  readonly store: PlanCommandSetting['store'];
  readonly edit: TextEdit;
  readonly companyName: () => string;
  readonly fold: (sectionId: Id) => void;
  readonly focusRow: (key: string) => void;
  readonly help: () => void;
}

export class PlanTools implements RowActions {
  readonly #on: PlanToolSetting;
  readonly commands: PlanCommands;
  readonly pickers: Pickers;
  readonly menu: Menu;
  readonly #status: StatusMenu;
  readonly #details: ListDetails;
  #added: AddedText | undefined;
  #due: PlanDueEditor | undefined;
  #why: DateExplanation | undefined;

  constructor(setting: PlanToolSetting) {
    const { host, localize, fallbackFocus } = setting;
    const options = { localize, fallbackFocus };
    this.#on = setting;
    this.commands = new PlanCommands(setting);
    this.pickers = new Pickers(host, options);
    this.menu = new Menu(host, options);
    this.#status = new StatusMenu(host, options);
    const inPlan = new PlanDetails({
      ...{ host, localize, fallbackFocus },
      workspace: setting.workspace,
      plan: () => this.#plan ?? null,
      people: () => this.#people,
      companyName: setting.companyName,
      commands: this.commands,
    });
    this.#details = new ListDetails({
      host,
      localize,
      commands: setting.commands,
      toast: setting.toast,
      workspace: {
        get store() {
          return setting.workspace();
        },
      },
      partiesOf: () => this.#inRoom(),
      focusAgain: fallbackFocus,
      adapt: (spec) => inPlan.adapt(spec),
    });
  }

  /** What floats, where something does. */
  render(): TemplateResult {
    return html`${this.#status.render()} ${this.menu.render()} ${this.pickers.render()} ${this.#due?.render()}
    ${this.#why?.render()} ${this.#details.render()} ${this.commands.render()}`;
  }

  // ── an action's row ─────────────────────────────────────────────────────────────────────────

  toggle({ action }: ActionRow): void {
    if (this.#may(action, 'setState')) void this.commands.toggle(action);
  }

  openStatus({ action }: ActionRow, anchor: HTMLElement): void {
    if (!this.#may(action, 'setState')) return;
    const onPick = (state: Action['state']) => void this.commands.setState(action, state);
    this.#status.open(anchor, { action, today: this.#plan?.today ?? 0, onPick });
  }

  openDetails({ action }: Pick<ActionRow, 'action'>, anchor: HTMLElement): void {
    void this.#details.open(action, anchor);
  }

  editTitle(row: ActionRow): void {
    const { action } = row;
    if (!this.#may(action, 'edit')) return this.openDetails(row, this.#on.host);
    this.#on.edit.start({
      key: row.key,
      text: action.title,
      label: this.#words.titleLabel,
      emptyFault: this.#words.titleMissing,
      maxLength: TEXT_LIMITS.title,
      save: (title) => this.commands.rename(action, title),
    });
  }

  openAssignee({ action }: ActionRow, anchor: HTMLElement): void {
    const plan = this.#plan;
    if (!plan || !this.#may(action, 'edit')) return;
    const { messages } = this.#on.localize;
    const choices = assigneeChoices(action, {
      plan,
      people: this.#people,
      companyName: this.#on.companyName(),
      messages,
    });
    void this.pickers.choice(anchor, {
      label: this.#words.assign(action.title),
      choices,
      selected: choiceOf(action.assignee),
      onPick: (value) => {
        const name = choices.find((choice) => choice.value === value)?.label ?? '';
        void this.commands.assign(action, assigneeOf(value), name);
      },
    });
  }

  openDate({ action }: ActionRow, field: 'start' | 'due', anchor: HTMLElement): void {
    if (this.#plan?.whole !== true || !this.#may(action, 'edit', false)) {
      if (action[field] !== null) void this.openWhy(action, anchor);
      return;
    }
    void this.#openDue(action, field, anchor);
  }

  /** Tells why an action's dates are what they are. */
  async openWhy(action: Action, anchor: HTMLElement): Promise<void> {
    const store = this.#on.store();
    const plan = this.#plan;
    if (!store || !plan) return;
    const { DateExplanation } = await import('../parts/date-explanation.ts');
    const { host, localize, fallbackFocus } = this.#on;
    this.#why ??= new DateExplanation(host, { localize, fallbackFocus });
    this.#why.open(anchor, {
      action,
      plan,
      people: this.#people,
      explain: (id) => store.explain(id),
    });
  }

  openMenu(row: ActionRow | SectionRow, anchor: HTMLElement): void {
    const label = this.#words.moreOf(row.type === 'action' ? row.action.title : row.section.name);
    const items = () =>
      row.type === 'section'
        ? sectionItems(row, this, this.#words)
        : actionItems(row, anchor, {
            on: this,
            words: this.#words,
            whole: this.#plan?.whole === true,
            refusal: (operation) => this.#refusal(row.action, operation),
            openWhy: () => void this.openWhy(row.action, anchor),
            setInternal: (internalOnly) => void this.commands.setInternal(row.action, internalOnly),
            pickSection: () => this.#pickSection(row, anchor),
          });
    this.menu.open(anchor, { label, items });
  }

  remove(row: ActionRow | SectionRow): void {
    if (row.type === 'section') {
      if (row.section.may.delete === true && !this.#readonly)
        void this.commands.removeSection(row.section.id, row.section.name);
    } else if (this.#may(row.action, 'delete')) void this.commands.remove(row.action);
  }

  /** One place up or down; at the edge of its section an action goes into the next one. */
  move(row: ActionRow | SectionRow, by: 1 | -1): void {
    const plan = this.#plan;
    if (!plan || this.#readonly) return;
    if (row.type === 'section') return this.#moveSection(row, by, plan);
    const { action, section } = row;
    if (!this.#may(action, 'edit')) return;
    const inside = actionsOf(plan, section.id);
    const at = inside.findIndex(({ id }) => id === action.id);
    const place = by < 0 ? this.#words.movedUp : this.#words.movedDown;
    const to = at + by;
    if (to >= 0 && to < inside.length) {
      const before = inside[by < 0 ? to : to + 1]?.id ?? null;
      return this.#moved(action, section.id, before, place);
    }
    const next = plan.sections[plan.sections.findIndex(({ id }) => id === section.id) + by];
    if (!next) return;
    const before = by > 0 ? (actionsOf(plan, next.id)[0]?.id ?? null) : null;
    this.#moved(action, next.id, before, this.#words.movedTo(next.name));
  }

  /** Puts an action somewhere by dragging. */
  place(action: Action, sectionId: Id, before: Id | null): void {
    const name = this.#plan?.sections.find(({ id }) => id === sectionId)?.name ?? '';
    this.#moved(action, sectionId, before, this.#words.movedTo(name));
  }

  /** Puts a section before another, or last, by dragging. */
  placeSection({ key, section }: SectionRow, before: Id | null): void {
    void this.commands.moveSection(section.id, section.name, before);
    this.#on.focusRow(key);
  }

  /** Moves the due date by days, and the start with it: a date with a rule is pinned. */
  shift({ action }: ActionRow, days: number): void {
    const due = action.due?.date ?? null;
    if (due === null || this.#plan?.whole !== true || !this.#may(action, 'edit')) return;
    const to = formatDay(parseDay(due) + days);
    announce(dayText(parseDay(to), this.#plan.today, this.#on.localize));
    void this.commands.setDate(action, 'due', pinnedByHand(action.due, fixedDate(to)));
  }

  // ── a section's row ─────────────────────────────────────────────────────────────────────────

  fold({ section }: SectionRow): void {
    this.#on.fold(section.id);
  }

  rename({ key, section }: SectionRow): void {
    if (section.may.edit !== true || this.#readonly) return;
    this.#on.edit.start({
      key,
      text: section.name,
      label: this.#words.sectionName,
      emptyFault: this.#words.nameMissing,
      maxLength: TEXT_LIMITS.name,
      save: (name) => this.commands.renameSection(section.id, name),
    });
  }

  add(sectionId: Id): void {
    const section = this.#plan?.sections.find(({ id }) => id === sectionId);
    if (!section || this.#plan?.room.may.createAction !== true || this.#readonly) return;
    const { key, plan } = { key: addKey(sectionId), plan: this.#plan };
    const start = (added: AddedText) => added.start(key, section, plan, (draft) => this.commands.add(sectionId, draft));
    if (this.#added) start(this.#added);
    else void this.prepare().then(start);
  }

  /** Fetches what reads the line that adds, so that nobody waits for it. */
  async prepare(): Promise<AddedText> {
    const { AddedText } = await import('./added-text.ts');
    return (this.#added ??= new AddedText(this.#on.host, this.#on));
  }

  addSection(key: string): void {
    this.#on.edit.start({
      key,
      text: '',
      label: this.#words.sectionName,
      placeholder: this.#words.sectionPlaceholder,
      emptyFault: this.#words.nameMissing,
      maxLength: TEXT_LIMITS.name,
      save: async (name) => {
        const id = await this.commands.addSection(name);
        if (id !== undefined) this.#on.focusRow(sectionKey(id));
      },
    });
  }

  undo(): void {
    void this.commands.undo();
  }

  help(): void {
    this.#on.help();
  }

  #pickSection({ action, section }: ActionRow, anchor: HTMLElement): void {
    void this.pickers.choice(anchor, {
      label: this.#words.moveToLabel(action.title),
      choices: (this.#plan?.sections ?? []).map(({ id, name }) => ({ value: id, label: name })),
      selected: section.id,
      onPick: (id) => {
        if (id !== section.id) this.place(action, id, null);
      },
    });
  }

  // ── helpers ─────────────────────────────────────────────────────────────────────────────────

  async #openDue(action: Action, field: 'start' | 'due', anchor: HTMLElement): Promise<void> {
    const { PlanDueEditor } = await import('../parts/plan-due-editor.ts');
    const plan = this.#plan;
    const me = this.#on.workspace()?.$me.get();
    if (!plan || !me) return;
    const { host, localize, fallbackFocus } = this.#on;
    this.#due ??= new PlanDueEditor(host, { localize, fallbackFocus });
    this.#due.open(anchor, {
      field,
      actionId: action.id,
      date: action[field],
      plan,
      calendar: me.workspace.calendar,
      weekStart: this.#on.workspace()?.$weekStart.get(),
      preview: (draft) => this.commands.preview(action, field, draft),
      onPick: (draft) => void this.commands.setDate(action, field, draft),
    });
  }

  #moved(action: Action, sectionId: Id, before: Id | null, place: string): void {
    const key = actionKey(action.id);
    void this.commands.move(action, sectionId, before, place).then(() => this.#on.focusRow(key));
    this.#on.focusRow(key);
  }

  #moveSection(row: SectionRow, by: 1 | -1, { sections }: ShownPlan): void {
    const { section } = row;
    if (section.may.edit !== true) return;
    const at = sections.findIndex(({ id }) => id === section.id);
    const to = at + by;
    if (to < 0 || to >= sections.length) return;
    const before = sections[by < 0 ? to : to + 1]?.id ?? null;
    this.placeSection(row, before);
  }

  #inRoom() {
    const { room } = this.#plan ?? {};
    if (!room) return [];
    const ids = [...room.memberIds, ...room.guests.map(({ personId }) => personId)];
    return ids.flatMap((id) => this.#people.get(id) ?? []);
  }

  /** Whether the viewer may; where not, the reason is said. */
  #may(action: Action, operation: keyof Action['may'], said = true): boolean {
    const refusal = this.#refusal(action, operation);
    if (refusal !== null && said) this.#on.toast.show({ text: refusal });
    return refusal === null;
  }

  #refusal(action: Action, operation: keyof Action['may']): string | null {
    if (this.#readonly) return this.#words.readonly;
    const may = action.may[operation];
    return may === true ? null : ruleText(may, this.#on.localize.messages);
  }

  get #readonly(): boolean {
    return this.#on.host.readonly || this.#on.store()?.$as.get() !== 'self';
  }

  get #people() {
    return this.#on.workspace()?.$people.get() ?? new Map<Id, never>();
  }

  get #plan(): ShownPlan | null {
    return this.#on.store()?.$plan.get() ?? null;
  }

  get #words() {
    return planWords(this.#on.localize.messages);
  }
}

function actionsOf(plan: ShownPlan, sectionId: Id): readonly Action[] {
  return plan.actions.filter(({ context }) => context.type === 'room' && context.sectionId === sectionId);
}
