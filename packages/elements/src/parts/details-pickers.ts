// What one picks with in the details: status, assignee and dates. A room's action is assigned and dated as its plan does
// it, where that is at hand.
import { type DateField, fixedDate, writtenRule } from '@followthrough/core/domain';
import type { ActionPatch, CivilDate, PlannedDateDraft, ShownRule } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { AssigneePicker } from './assignee-picker.ts';
import type { DetailsSession } from './details-session.ts';
import { DuePopover } from './due-popover.ts';
import type { PartHost, PartOptions } from './popover.ts';
import { StatusMenu } from './status-menu.ts';

export class DetailsPickers {
  readonly #status: StatusMenu;
  readonly #due: DuePopover;
  readonly #assignee: AssigneePicker;

  constructor(host: PartHost, options: PartOptions) {
    this.#status = new StatusMenu(host, options);
    this.#due = new DuePopover(host, options);
    this.#assignee = new AssigneePicker(host, options);
  }

  status(anchor: HTMLElement, { spec, action }: DetailsSession): void {
    this.#status.open(anchor, { action, today: spec.today, onPick: spec.onState });
  }

  assignee(anchor: HTMLElement, { spec, edited }: DetailsSession, write: (patch: ActionPatch) => void): void {
    if (spec.room) {
      spec.room.pickAssignee(anchor, edited, (assignee) => write({ assignee }));
      return;
    }
    this.#assignee.open(anchor, {
      options: spec.parties.map((person) => ({ person })),
      selected: edited.assignee,
      me: spec.me,
      allowNone: false,
      onPick: (assignee) => write({ assignee }),
    });
  }

  date(anchor: HTMLElement, field: DateField, session: DetailsSession, write: (patch: ActionPatch) => void): void {
    const { spec, action, edited } = session;
    if (spec.room) {
      void spec.room.pickDate(anchor, { action, edited, field }, (draft) => write({ [field]: draft }));
      return;
    }
    const rule = edited.due?.rule;
    this.#due.open(anchor, {
      date: edited.due?.date ?? null,
      today: spec.today,
      weekStart: spec.weekStart,
      calendar: spec.calendar,
      clearable: action.context.type !== 'relationship',
      onPick: (date) => write({ due: date === null ? null : dateBeside(rule, date) }),
    });
  }

  render({ spec }: DetailsSession): TemplateResult {
    return html`${this.#status.render()}${this.#due.render()}${this.#assignee.render()}${spec.room?.render() ?? nothing}`;
  }
}

/** The date; beside a rule a pin to it, so that the rule is not lost where its plan is not at hand. */
function dateBeside(rule: ShownRule | undefined, date: CivilDate): PlannedDateDraft {
  const written = rule ? writtenRule(rule) : null;
  return written?.type === 'relative' ? { rule: written, pinned: date } : fixedDate(date);
}
