// What a room adds to the details of an action: start and due date by date or rule, whom of the room it is assigned to, and
// what its plan knows of its dates. Made by the plan that shows it.
import { type DateField, draftOfDate, isSameDate } from '@followthrough/core/domain';
import type {
  Action,
  ActionPatch,
  Assignee,
  Calendar,
  Id,
  PlannedDateDraft,
  Preview,
} from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { css, html, type nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { detailsWords } from '../localize/late-details.ts';
import { avatarStyles } from './avatar.ts';
import { type Choice, ChoicePicker } from './choice-picker.ts';
import { brokenInWords, dateLabelOf, dateView, dateViewStyles } from './date-view.ts';
import type { PlanDueEditor } from './plan-due-editor.ts';
import { adoptStyles, type PartHost, type PartOptions } from './popover.ts';
import { namesOf, pinInWords, ruleInWords } from './rule-words.ts';

export interface RoomDetailsSpec {
  /** The plan as it stands; asked at every render. */
  plan: () => ShownPlan;
  calendar: Calendar;
  weekStart?: number | undefined;
  /** How who holds an action shows, and is named. */
  holder: (action: Action) => { view: TemplateResult; name: string };
  /** Whom an action can be assigned to. */
  assignees: (action: Action) => readonly Choice[];
  /** The value of the choice that an assignee is, and the assignee that a value means. */
  choiceOf: (assignee: Assignee | null) => string;
  assigneeOf: (value: string) => Assignee | null;
  /** What new dates of an action would move. */
  preview: (action: Action, patch: Pick<ActionPatch, 'start' | 'due'>) => Promise<Preview>;
}

export class RoomDetails {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #localize: DateWords;
  readonly #spec: RoomDetailsSpec;
  readonly #assignee: ChoicePicker;
  #due: PlanDueEditor | null = null;

  constructor(host: PartHost, options: PartOptions, spec: RoomDetailsSpec) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize;
    this.#spec = spec;
    this.#assignee = new ChoicePicker(host, options, [avatarStyles]);
    adoptStyles(host, [dateViewStyles, roomDetailsStyles]);
  }

  /** Whether its reader sees the whole of the room, and so may be told what guests do not see. */
  get isWhole(): boolean {
    return this.#spec.plan().whole;
  }

  nameOf(id: Id): string | undefined {
    return namesOf(this.#spec.plan())(id);
  }

  holder(action: Action): { view: TemplateResult; name: string } {
    return this.#spec.holder(action);
  }

  /** A date as it shows in a row; nothing where there is none. */
  date(action: Action, field: DateField): TemplateResult | typeof nothing {
    return dateView(action, this.#view(field));
  }

  /** A date in words, to read it beside another one. */
  dateText(action: Action, field: DateField): string {
    const date = action[field];
    if (date === null) return this.#localize.messages.date.none;
    const view = this.#view(field);
    const pin = pinInWords(date, view.nameOf, this.#localize);
    if (date.rule.type === 'relative') return pin ?? ruleInWords(date.rule, view.nameOf, this.#localize);
    return brokenInWords(action.id, field, view) ?? dateLabelOf(action, view).name;
  }

  pickAssignee(anchor: HTMLElement, action: Action, onPick: (assignee: Assignee | null) => void): void {
    const { assignees, choiceOf, assigneeOf } = this.#spec;
    this.#assignee.open(anchor, {
      label: detailsWords(this.#localize.messages).assignee,
      choices: assignees(action),
      selected: choiceOf(action.assignee),
      onPick: (value) => onPick(assigneeOf(value)),
    });
  }

  /** @param edited the action with what is changed of it and not saved */
  async pickDate(
    anchor: HTMLElement,
    { action, edited, field }: { action: Action; edited: Action; field: DateField },
    onPick: (draft: PlannedDateDraft | null) => void,
  ): Promise<void> {
    const { PlanDueEditor } = await import('./plan-due-editor.ts');
    const { plan, calendar, weekStart, preview } = this.#spec;
    const other = field === 'start' ? 'due' : 'start';
    const unsaved = isSameDate(edited[other], action[other])
      ? {}
      : { [other]: edited[other] && draftOfDate(edited[other]) };
    this.#due ??= new PlanDueEditor(this.#host, this.#options);
    this.#due.open(anchor, {
      field,
      actionId: action.id,
      date: edited[field],
      plan: plan(),
      calendar,
      weekStart,
      preview: (draft) => preview(action, { ...unsaved, [field]: draft }),
      onPick,
    });
  }

  render(): TemplateResult {
    return html`${this.#assignee.render()}${this.#due?.render()}`;
  }

  #view(field: DateField) {
    const plan = this.#spec.plan();
    return { field, today: plan.today, plan, nameOf: namesOf(plan), words: this.#localize };
  }
}

const roomDetailsStyles = css`
  .details-knob {
    flex: none;
    inline-size: 2em;
    block-size: 1.143em;
    border: 1px solid var(--_border-control);
    border-radius: 1em;
    transition: background-color var(--_motion);
  }
  .details-knob::before {
    content: '';
    display: block;
    inline-size: calc(1.143em - 6px);
    block-size: calc(1.143em - 6px);
    margin: 2px;
    border-radius: 50%;
    background: var(--_text-muted);
    transition: margin-inline-start var(--_motion);
  }
  [aria-checked='true'] > .details-knob {
    border-color: transparent;
    background: var(--_accent);
  }
  [aria-checked='true'] > .details-knob::before {
    margin-inline-start: calc(0.857em + 3px);
    background: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .details-knob {
      forced-color-adjust: none;
      border-color: ButtonText;
    }
    .details-knob::before {
      background: ButtonText;
    }
    [aria-checked='true'] > .details-knob {
      background: Highlight;
    }
    [aria-checked='true'] > .details-knob::before {
      background: HighlightText;
    }
  }
`;
