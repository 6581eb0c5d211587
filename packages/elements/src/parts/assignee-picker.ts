// Picking whom an action is assigned to, "Assign to me" first. Loaded when first opened.
import { partWords } from '../localize/late-tools.ts';
import { assignedTo, assigneeId } from '@followthrough/core/domain';
import type { Assignee, Id, Person } from '@followthrough/core/schema';
import type { nothing, TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { avatar, avatarStyles } from './avatar.ts';
import { type Choice, ChoicePicker } from './choice-picker.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface AssigneePickerSpec {
  options: readonly { person: Person; group?: string | undefined }[];
  selected: Assignee | null;
  /** The viewer: offered first, as "Assign to me", where they are among the options. */
  me: Id | null;
  /** Whether the action can be left to nobody. */
  allowNone: boolean;
  onPick: (assignee: Assignee | null) => void;
}

/** The value of the choice that assigns to nobody; no id has a colon. */
const NOBODY = ':nobody';

export class AssigneePicker {
  readonly #picker: ChoicePicker;
  readonly #localize: DateWords;

  constructor(host: PartHost, options: PartOptions) {
    this.#picker = new ChoicePicker(host, options, [avatarStyles]);
    this.#localize = options.localize;
  }

  get isOpen(): boolean {
    return this.#picker.isOpen;
  }

  open(anchor: HTMLElement, { options, selected, me, allowNone, onPick }: AssigneePickerSpec): void {
    const { messages } = this.#localize;
    const mine = options.filter(({ person }) => person.id === me);
    const others = options.filter(({ person }) => person.id !== me);
    this.#picker.open(anchor, {
      label: partWords(messages).assignee,
      placeholder: partWords(messages).findPerson,
      choices: [
        ...mine.map(({ person }) => ({
          ...choiceOf(person),
          label: partWords(messages).assignToMe,
          description: person.name,
        })),
        ...(allowNone
          ? [
              {
                value: NOBODY,
                label: partWords(messages).nobody,
                icon: avatar({ id: '', name: '', shape: 'unresolved' }),
              },
            ]
          : []),
        ...others.map(({ person, group }) => choiceOf(person, group)),
      ],
      selected: assigneeId(selected) ?? (allowNone && selected === null ? NOBODY : null),
      onPick: (value) => onPick(value === NOBODY ? null : assignedTo(value)),
    });
  }

  close(options?: CloseOptions): void {
    this.#picker.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#picker.render();
  }
}

function choiceOf(person: Person, group?: string): Choice {
  return { value: person.id, label: person.name, icon: avatar(person), group };
}
