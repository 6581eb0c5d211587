// An action's details in its plan: dates by date or rule, whom of the room it is assigned to, whether guests see it; and
// before dates that others rest on are saved, what moves with them is shown.
import type { LitElement } from 'lit';
import type { Action, Id, Person } from '@followthrough/core/schema';
import type { ShownPlan, WorkspaceStore } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { DetailsDialogSpec } from '../parts/details-dialog.ts';
import type { RoomDetails } from '../parts/details-room.ts';
import { assigneeChoices, assigneeOf, choiceOf } from './assignee-choices.ts';
import { holder, holderLabel } from './holder.ts';
import type { PlanCommands } from './plan-commands.ts';

export interface PlanDetailsSetting {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly fallbackFocus: () => void;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly plan: () => ShownPlan | null;
  readonly people: () => ReadonlyMap<Id, Person>;
  readonly companyName: () => string;
  readonly commands: Pick<PlanCommands, 'mayEdit' | 'previewPatch'>;
}

export class PlanDetails {
  readonly #on: PlanDetailsSetting;
  #room: RoomDetails | undefined;
  /** The plan as it was shown last. */
  #plan: ShownPlan | null = null;

  constructor(setting: PlanDetailsSetting) {
    this.#on = setting;
  }

  /** What the plan adds to an action's details. */
  async adapt(spec: DetailsDialogSpec): Promise<DetailsDialogSpec> {
    const { commands } = this.#on;
    const room = await this.#details();
    if (!room) return spec;
    const onSave: DetailsDialogSpec['onSave'] = async (patch, base) =>
      (await commands.mayEdit(base, patch)) ? spec.onSave(patch, base) : null;
    return { ...spec, room, onSave };
  }

  async #details(): Promise<RoomDetails | undefined> {
    const { host, localize, fallbackFocus, workspace, commands } = this.#on;
    const store = workspace();
    const me = store?.$me.get();
    if (!me || !this.#shown()) return undefined;
    const { RoomDetails } = await import('../parts/details-room.ts');
    this.#room ??= new RoomDetails(
      host,
      { localize, fallbackFocus },
      {
        plan: () => this.#shown() as ShownPlan,
        calendar: me.workspace.calendar,
        weekStart: store?.$weekStart.get(),
        holder: (action) => {
          const of = holder(action, { ...this.#people(), room: (this.#shown() as ShownPlan).room });
          return { view: holderLabel(of), name: of.said };
        },
        assignees: (action) => assigneeChoices(action, { ...this.#people(), plan: this.#shown() as ShownPlan }),
        choiceOf,
        assigneeOf,
        preview: (action: Action, patch) => commands.previewPatch(action, patch),
      },
    );
    return this.#room;
  }

  /** The plan; once it is gone, as it was: what is typed outlives it. */
  #shown(): ShownPlan | null {
    this.#plan = this.#on.plan() ?? this.#plan;
    return this.#plan;
  }

  #people() {
    const { people, companyName, localize } = this.#on;
    return { people: people(), companyName: companyName(), messages: localize.messages };
  }
}
