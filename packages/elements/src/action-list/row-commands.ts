// What a row can be asked to do, by key, press or menu: each looks whether it may, then opens a part or runs a command.
// What is withheld says why, in words and to screen readers, instead of doing nothing.
import { dueDateWords, partWords, toastWords } from '../localize/late-tools.ts';
import type { ActionCommands } from '../action-commands.ts';
import {
  assignedTo,
  assigneeId,
  formatDay,
  isOpen,
  isSameAssignee,
  isWritable,
  parseDay,
} from '@followthrough/core/domain';
import type { Action, Assignee, CivilDate, Id, Permission, Person, Room } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { actionWords, listWords, ruleWords } from '../localize/late-acts.ts';
import { refusalWords } from '../localize/late-refusal.ts';
import type { Messages } from '../localize/messages.ts';
import type { DuePopoverSpec } from '../parts/due-popover.ts';
import type { Menu, MenuItem } from '../parts/menu.ts';
import type { Pickers } from '../parts/pickers.ts';
import type { RescheduleMenu } from '../parts/reschedule-menu.ts';
import type { StatusMenu } from '../parts/status-menu.ts';
import type { ToastController } from '../parts/toast.ts';
import { calendarClockIcon, checkIcon, eyeIcon, pencilIcon, trashIcon } from '../icons/icons.ts';
import { statusIcon } from '../parts/status-icon.ts';
import { reasonOf } from '../load-problem-text.ts';

/** What the commands of rows need of the list. */
export interface RowSetting {
  readonly commands: ActionCommands;
  readonly pickers: Pickers;
  readonly statusMenu: StatusMenu;
  readonly rescheduleMenu: RescheduleMenu;
  readonly menu: Menu;
  readonly toast: ToastController;
  readonly messages: () => Messages;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly readonly: () => boolean;
  readonly selectable: () => boolean;
  readonly select: (id: Id) => void;
  readonly editTitle: (action: Action) => void;
  readonly openDetails: (action: Action, anchor: HTMLElement) => void;
  /** What the customer of a room is called. */
  readonly companyName: (room: Room) => string;
}

export class RowCommands {
  readonly #list: RowSetting;

  constructor(list: RowSetting) {
    this.#list = list;
  }

  /** Completes what is open, reopens what is done; what was not done or cancelled is completed. */
  complete(action: Action): void {
    if (!this.#may(action.may.setState)) return;
    void this.#list.commands.setState(action, action.state === 'done' ? 'todo' : 'done');
  }

  editTitle(action: Action): void {
    if (this.#may(action.may.edit)) this.#list.editTitle(action);
  }

  open(action: Action, anchor: HTMLElement): void {
    this.#list.openDetails(action, anchor);
  }

  due(action: Action, anchor: HTMLElement): void {
    if (!this.#may(action.may.edit)) return;
    void this.#list.pickers.due(anchor, this.#dueSpec(action));
  }

  reschedule(action: Action, anchor: HTMLElement): void {
    if (!this.#may(action.may.edit)) return;
    this.#list.rescheduleMenu.open(anchor, this.#dueSpec(action));
  }

  /** Moves its due date by days. */
  shift(action: Action, days: number): void {
    if (!this.#may(action.may.edit)) return;
    const messages = this.#list.messages();
    const date = action.due?.date;
    if (!isOpen(action.state)) return this.#why(ruleWords(messages)['reopen-first']);
    if (date == null) return this.#why(dueDateWords(messages).nothingToMove);
    const day = parseDay(date) + days;
    if (isWritable(day)) void this.#list.commands.reschedule(action, formatDay(day));
    else this.#why(dueDateWords(messages).outOfRange);
  }

  assignee(action: Action, anchor: HTMLElement): void {
    if (!this.#may(action.may.edit)) return;
    if (action.context.type === 'personal') return this.#why(refusalWords(this.#list.messages()).ownerOnly);
    if (action.context.type === 'room') {
      void this.#assigneeInRoom(action, anchor);
      return;
    }
    void this.#list.pickers.assignee(anchor, {
      options: this.partiesOf(action).map((person) => ({ person })),
      selected: action.assignee,
      me: this.#me,
      allowNone: false,
      onPick: (assignee) => {
        if (isSameAssignee(assignee, action.assignee)) return;
        void this.#list.commands.edit(action, { assignee }, this.#assigned(action, assigneeId(assignee)));
      },
    });
  }

  assignToMe(action: Action): void {
    const me = this.#me;
    if (me === null || !this.#may(action.may.edit)) return;
    const messages = this.#list.messages();
    if (assigneeId(action.assignee) === me) return this.#why(partWords(messages).yoursAlready);
    if (action.context.type === 'personal') return this.#why(refusalWords(messages).ownerOnly);
    void this.#list.commands.edit(action, { assignee: assignedTo(me) }, this.#assigned(action, me));
  }

  status(action: Action, anchor: HTMLElement): void {
    const workspace = this.#list.workspace();
    if (!workspace || !this.#may(action.may.setState)) return;
    this.#list.statusMenu.open(anchor, {
      action,
      today: workspace.actions.todayOf(action),
      onPick: (state) => {
        if (state !== action.state) void this.#list.commands.setState(action, state);
      },
    });
  }

  remove(action: Action): void {
    if (this.#may(action.may.delete)) void this.#list.commands.remove(action);
  }

  /** Everything a row offers, as a menu; what is withheld stays in it and says why. */
  more(action: Action, anchor: HTMLElement): void {
    const messages = this.#list.messages();
    const withheld = (permission: Permission) => reasonOf(permission, messages) ?? undefined;
    const items = (): readonly MenuItem[] => [
      { label: listWords(messages).open, icon: eyeIcon(), onPick: () => this.open(action, anchor) },
      {
        label: listWords(messages).editTitle,
        icon: pencilIcon(),
        refused: withheld(action.may.edit),
        onPick: () => this.editTitle(action),
      },
      ...(isOpen(action.state)
        ? [
            {
              label: actionWords(messages).reschedule,
              icon: calendarClockIcon(),
              refused: withheld(action.may.edit),
              onPick: () => this.reschedule(action, anchor),
            },
          ]
        : []),
      {
        label: listWords(messages).status,
        icon: statusIcon(action.status),
        refused: withheld(action.may.setState),
        onPick: () => this.status(action, anchor),
      },
      ...(this.#list.selectable()
        ? [{ label: listWords(messages).selectItem, icon: checkIcon(), onPick: () => this.#list.select(action.id) }]
        : []),
      {
        label: listWords(messages).delete,
        icon: trashIcon(),
        danger: true,
        separated: true,
        refused: withheld(action.may.delete),
        onPick: () => this.remove(action),
      },
    ];
    this.#list.menu.open(anchor, { label: messages.list.more(action.title), items });
  }

  /** Whom an action can be assigned to: the two of its relationship, those in its room, or its owner. */
  partiesOf(action: Action): readonly Person[] {
    const workspace = this.#list.workspace();
    if (!workspace) return [];
    const people = workspace.$people.get();
    const { context } = action;
    const room = context.type === 'room' ? workspace.$rooms.get().get(context.roomId) : undefined;
    if (room) {
      const own = context.type === 'room' && context.internalOnly ? [] : room.guests.map(({ personId }) => personId);
      return [...room.memberIds, ...own].flatMap((id) => people.get(id) ?? []);
    }
    const relationship =
      context.type === 'relationship' ? workspace.$relationships.get().get(context.relationshipId) : undefined;
    const ids = relationship ? [relationship.managerId, relationship.reportId] : [action.createdBy];
    return ids.flatMap((id) => (id === null ? [] : (people.get(id) ?? [])));
  }

  /** Picks whom several actions go to: anybody whom one of them can go to; the others say why not. */
  async assigneeOfMany(
    anchor: HTMLElement,
    ids: readonly Id[],
    onPick: (assignee: Assignee | null) => void,
  ): Promise<void> {
    const parties = new Map(
      this.#actions(ids).flatMap((action) => this.partiesOf(action).map((person) => [person.id, person])),
    );
    const options = [...parties.values()].map((person) => ({ person }));
    // Only what is in a room can be left to nobody.
    const allowNone = this.#actions(ids).every(({ context }) => context.type === 'room');
    await this.#list.pickers.assignee(anchor, { options, selected: null, me: this.#me, allowNone, onPick });
  }

  /** Picks when several actions are due. */
  async dueOfMany(anchor: HTMLElement, ids: readonly Id[], onPick: (due: CivilDate | null) => void): Promise<void> {
    const [first] = this.#actions(ids);
    if (first) await this.#list.pickers.due(anchor, { ...this.#dueSpec(first), date: null, clearable: false, onPick });
  }

  /** In a room: somebody of the team, the contact, the company, a guest, or nobody. */
  async #assigneeInRoom(action: Action, anchor: HTMLElement): Promise<void> {
    const { assigneeChoices, assigneeOf, choiceOf } = await import('../mutual-action-plan/assignee-choices.ts');
    const workspace = this.#list.workspace();
    const room = action.context.type === 'room' ? workspace?.$rooms.get().get(action.context.roomId) : undefined;
    if (!workspace || !room) return;
    const messages = this.#list.messages();
    const choices = assigneeChoices(action, {
      plan: { room },
      people: workspace.$people.get(),
      companyName: this.#list.companyName(room),
      messages,
    });
    await this.#list.pickers.choice(anchor, {
      label: partWords(messages).assignee,
      placeholder: partWords(messages).findPerson,
      choices,
      selected: choiceOf(action.assignee),
      onPick: (value) => {
        const assignee = assigneeOf(value);
        if (isSameAssignee(assignee, action.assignee)) return;
        const name = choices.find((choice) => choice.value === value)?.label ?? '';
        void this.#list.commands.edit(action, { assignee }, toastWords(messages).assigned(action.title, name));
      },
    });
  }

  #actions(ids: readonly Id[]): readonly Action[] {
    const workspace = this.#list.workspace();
    return ids.flatMap((id) => workspace?.actions.get(id) ?? []);
  }

  #dueSpec(action: Action): DuePopoverSpec {
    const workspace = this.#list.workspace();
    return {
      date: action.due?.date ?? null,
      today: workspace?.actions.todayOf(action) ?? 0,
      weekStart: workspace?.$weekStart.get(),
      clearable: action.context.type !== 'relationship',
      calendar: workspace?.$me.get()?.workspace.calendar,
      onPick: (date) => {
        if (date !== (action.due?.date ?? null)) void this.#list.commands.reschedule(action, date);
      },
    };
  }

  #assigned(action: Action, id: Id | null): string {
    const messages = this.#list.messages();
    const person = id === null ? undefined : this.#list.workspace()?.$people.get().get(id);
    return toastWords(messages).assigned(action.title, person?.name ?? messages.context.unknownPerson);
  }

  get #me(): Id | null {
    return this.#list.workspace()?.$me.get()?.person.id ?? null;
  }

  #may(permission: Permission): boolean {
    if (this.#list.readonly()) return false;
    const reason = reasonOf(permission, this.#list.messages());
    if (reason === null) return true;
    this.#why(reason);
    return false;
  }

  /** A key was pressed on what is withheld, or has nothing to do: the toast shows the reason and says it. */
  #why(reason: string): void {
    this.#list.toast.show({ text: reason });
  }
}
