// The plans behind a list of rooms' actions: what a change would move is shown before it is made, as it is in the plan itself
// (rulebook §3), and details say what dates rest on by name. The plan of one room at a time is kept at hand.
import type { LitElement, ReactiveController } from 'lit';
import type { Action, Dependents, Id, PlanEdit, Room } from '@followthrough/core/schema';
import { createRoomPlan, type RoomPlanStore, type WorkspaceStore } from '@followthrough/core/stores';
import { planWords } from '../localize/late-plan.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { othersMoved, PlanAsking } from '../mutual-action-plan/plan-asking.ts';
import { PlanDetails } from '../mutual-action-plan/plan-details.ts';
import type { DetailsDialogSpec } from '../parts/details-dialog.ts';
import type { ToastController } from '../parts/toast.ts';

/** What they need of the list. */
export interface ListPlansSetting {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly companyName: (room: Room) => string;
  readonly focusAgain: () => void;
}

export class ListPlans implements ReactiveController {
  readonly #on: ListPlansSetting;
  readonly #asking: PlanAsking;
  readonly #details: PlanDetails;
  #kept: { readonly workspace: WorkspaceStore; readonly store: RoomPlanStore } | undefined;

  constructor(setting: ListPlansSetting) {
    const { host, localize, focusAgain, workspace, companyName } = setting;
    this.#on = setting;
    const store = () => this.#kept?.store;
    this.#asking = new PlanAsking({ ...setting, store, fallbackFocus: focusAgain });
    this.#details = new PlanDetails({
      ...{ host, localize, fallbackFocus: focusAgain },
      workspace: () => workspace.store,
      plan: () => store()?.$plan.get() ?? null,
      people: () => workspace.store?.$people.get() ?? new Map(),
      companyName: () => {
        const room = store()?.$plan.get()?.room;
        return store()?.$company.get()?.name ?? (room ? companyName(room) : '');
      },
      commands: {
        // The list's own commands ask.
        mayEdit: () => Promise.resolve(true),
        previewPatch: async ({ id }, patch) =>
          (await store()?.preview([{ type: 'update', actionId: id, patch }])) ?? { moved: [], overdue: [] },
      },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#on.host.isConnected) this.#let();
    });
  }

  /** What floats, where something does. */
  render() {
    return this.#asking.render();
  }

  /** Whether these may be changed so: asked, room by room, where that moves dates of others. */
  async mayMake(actions: readonly Action[], editOf: (action: Action) => PlanEdit): Promise<boolean> {
    for (const [roomId, own] of Map.groupBy(actions, roomOf)) {
      if (!(await this.#mayMake(roomId, own.map(editOf), new Set(own.map(({ id }) => id))))) return false;
    }
    return true;
  }

  /** What becomes of what rests on an action that is deleted: undefined where nothing does; null where it is let be. */
  async whatRests(action: Action): Promise<Dependents | undefined | null> {
    if (!(await this.#load(roomOf(action)))) return undefined;
    const title = planWords(this.#on.localize.messages).deleteTitle(action.title);
    return this.#asking.whatRests({ type: 'remove', actionId: action.id }, action.id, title);
  }

  async adapt(spec: DetailsDialogSpec, action: Action): Promise<DetailsDialogSpec> {
    return (await this.#load(roomOf(action))) ? this.#details.adapt(spec) : spec;
  }

  async #mayMake(roomId: Id, edits: readonly PlanEdit[], own: ReadonlySet<Id>): Promise<boolean> {
    const workspace = this.#on.workspace.store;
    if (!workspace) return true;
    if (this.#kept?.store.roomId !== roomId) {
      // The whole plan is asked for only where there is something to show of it.
      const preview = workspace.call(() => workspace.backend.rooms.preview(roomId, { changes: [...edits] }));
      const moves = await preview.then(
        (told) => told.refused !== undefined || othersMoved(told, own).length > 0,
        // What cannot be asked is told by the change itself.
        () => false,
      );
      if (!moves) return true;
    }
    return !(await this.#load(roomId)) || this.#asking.mayMake(edits, own);
  }

  /** Gives whether the plan of this room is at hand. */
  async #load(roomId: Id): Promise<boolean> {
    const workspace = this.#on.workspace.store;
    if (!workspace) return false;
    if (this.#kept?.workspace !== workspace || this.#kept.store.roomId !== roomId) {
      this.#let();
      this.#kept = { workspace, store: createRoomPlan(workspace, roomId) };
    }
    const { store } = this.#kept;
    if (store.$status.get() === 'error') await store.refresh();
    if (store.$plan.get()) return true;
    return new Promise((resolve) => {
      const stop = store.$status.listen((status) => {
        if (status === 'loading') return;
        stop();
        resolve(store.$plan.get() !== null);
      });
    });
  }

  #let(): void {
    this.#kept?.store.dispose();
    this.#kept = undefined;
  }
}

function roomOf({ context }: Action): Id {
  return context.type === 'room' ? context.roomId : '';
}
