// What is asked before a change of a room's action: only where whoever makes it may change the whole of the room, for others
// are told what moved by the backend's answer alone. The plans that know what would move come with the first such change.
import type { Action, Dependents, Id, PlanEdit, Room } from '@followthrough/core/schema';
import type { ChangeAsking } from '../action-commands.ts';
import type { DetailsDialogSpec } from '../parts/details-dialog.ts';
import type { ListPlans, ListPlansSetting } from './list-plans.ts';

export class ChangeAsks implements ChangeAsking {
  readonly #on: ListPlansSetting;
  #plans: ListPlans | undefined;

  constructor(setting: ListPlansSetting) {
    this.#on = setting;
  }

  render() {
    return this.#plans?.render();
  }

  mayMake(actions: readonly Action[], editOf: (action: Action) => PlanEdit): true | Promise<boolean> {
    const planned = actions.filter((action) => this.#isPlanned(action));
    if (planned.length === 0) return true;
    return this.#ready().then((plans) => plans.mayMake(planned, editOf));
  }

  whatRests(action: Action): undefined | Promise<Dependents | undefined | null> {
    return this.#isPlanned(action) ? this.#ready().then((plans) => plans.whatRests(action)) : undefined;
  }

  /** What the room of an action adds to its details: names, rules for dates, whom it can be assigned to. */
  async adapt(spec: DetailsDialogSpec, action: Action): Promise<DetailsDialogSpec> {
    if (this.#roomOf(action) === undefined) return spec;
    return (await this.#ready()).adapt(spec, action);
  }

  #isPlanned(action: Action): boolean {
    return this.#roomOf(action)?.may.edit === true;
  }

  #roomOf({ context }: Action): Room | undefined {
    const id: Id | null = context.type === 'room' ? context.roomId : null;
    return id === null ? undefined : this.#on.workspace.store?.$rooms.get().get(id);
  }

  async #ready(): Promise<ListPlans> {
    const { ListPlans } = await import('./list-plans.ts');
    return (this.#plans ??= new ListPlans(this.#on));
  }
}
