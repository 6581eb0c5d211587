// What a person does in a plan. What a change moves, and what it takes away from others, is asked about first.
import type { BackendError } from '@followthrough/core/backend';
import { isOpen } from '@followthrough/core/domain';
import type {
  Action,
  ActionPatch,
  ActionState,
  Assignee,
  CivilDate,
  Id,
  PlanEdit,
  PlannedDateDraft,
  Preview,
  Room,
  RoomPatch,
} from '@followthrough/core/schema';
import type { PlanActionDraft, RoomPlanStore, WorkspaceStore } from '@followthrough/core/stores';
import type { ActionCommands } from '../action-commands.ts';
import { announce } from '../announce.ts';
import type { roomSetup } from '../localize/en-room-setup.ts';
import { planWords } from '../localize/late-plan.ts';
import { toastWords } from '../localize/late-tools.ts';
import { problemText } from '../problem-text.ts';
import { PlanAsking, type PlanAskingSetting } from './plan-asking.ts';
import { PlanError, RoomRemoved, RoomShared, RoomUpdated, SectionChanged } from './plan-events.ts';

export interface PlanCommandSetting extends PlanAskingSetting {
  readonly commands: ActionCommands;
  readonly workspace: () => WorkspaceStore | undefined;
}

type DateField = 'start' | 'due';

/** What is said of a room's settings; it comes with their form. */
type RoomWords = Pick<typeof roomSetup, 'saved' | 'savedMoved' | 'removed' | 'restored'>;

export class PlanCommands {
  readonly #on: PlanCommandSetting;
  readonly #asking: PlanAsking;

  constructor(setting: PlanCommandSetting) {
    this.#on = setting;
    this.#asking = new PlanAsking(setting);
  }

  /** What floats, where something does. */
  render() {
    return this.#asking.render();
  }

  // ── actions ─────────────────────────────────────────────────────────────────────────────────

  /** Completes an open action, reopens a closed one. */
  toggle(action: Action): Promise<void> {
    return this.setState(action, isOpen(action.state) ? 'done' : 'todo');
  }

  async setState(action: Action, state: ActionState): Promise<void> {
    if (!(await this.#asking.mayMake([{ type: 'setState', actionId: action.id, state }], only(action)))) return;
    await this.#on.commands.setState(action, state);
  }

  /** Rejects with an Error that holds the reason, for whoever typed it. */
  async rename(action: Action, title: string): Promise<void> {
    await this.#typed(this.#workspace.actions.edit(action.id, { title }));
  }

  async setDate(action: Action, field: DateField, draft: PlannedDateDraft | null): Promise<void> {
    await this.redate(action, { [field]: draft });
  }

  /** Gives new dates. */
  async redate(action: Action, patch: Pick<ActionPatch, 'start' | 'due'>): Promise<void> {
    if (!(await this.#asking.mayMake([{ type: 'update', actionId: action.id, patch }], only(action)))) return;
    await this.#on.commands.edit(action, patch);
  }

  async assign(action: Action, assignee: Assignee | null, name: string): Promise<void> {
    const said = toastWords(this.#messages).assigned(action.title, name);
    await this.#on.commands.edit(action, { assignee }, said);
  }

  async setInternal(action: Action, internalOnly: boolean): Promise<void> {
    const words = this.#words;
    const said = internalOnly ? words.nowInternal(action.title) : words.nowShared(action.title);
    await this.#on.commands.edit(action, { context: { internalOnly } }, said);
  }

  /** Adds to a section; rejects with an Error that holds the reason, for whoever typed it. */
  async add(sectionId: Id, draft: PlanActionDraft): Promise<void> {
    const { store } = this;
    if (!store) return;
    const { done } = store.addAction(sectionId, draft);
    announce(toastWords(this.#messages).created(draft.title));
    await this.#typed(done);
  }

  /** @param before the action it is put before; null: last in the section */
  async move(action: Action, sectionId: Id, before: Id | null, place: string): Promise<boolean> {
    const { store } = this;
    if (!store || action.context.type !== 'room') return false;
    const leaves = action.context.sectionId !== sectionId;
    const edit: PlanEdit = { type: 'update', actionId: action.id, patch: { context: { sectionId } } };
    if (leaves && !(await this.#asking.mayMake([edit], only(action)))) return false;
    return this.#done(this.#words.moved(action.title, place), store.moveAction(action.id, sectionId, before));
  }

  async remove(action: Action): Promise<void> {
    const edit: PlanEdit = { type: 'remove', actionId: action.id };
    const dependents = await this.#asking.whatRests(edit, action.id, this.#words.deleteTitle(action.title));
    if (dependents === null) return;
    if (dependents !== undefined) this.store?.release(action.id, dependents);
    const removed = await this.#on.commands.remove(action, dependents);
    // Where it stays, what rests on it does so still.
    if (removed === null && dependents !== undefined) await this.store?.refresh();
  }

  // ── sections ────────────────────────────────────────────────────────────────────────────────

  /** Rejects with an Error that holds the reason, for whoever typed it. */
  async addSection(name: string): Promise<Id | undefined> {
    const { store } = this;
    if (!store) return undefined;
    const { id, done } = store.addSection(name);
    await this.#typed(done);
    this.#say(this.#words.sectionAdded(name));
    this.#on.host.dispatchEvent(new SectionChanged('created', id));
    return id;
  }

  /** Rejects with an Error that holds the reason, for whoever typed it. */
  async renameSection(id: Id, name: string): Promise<void> {
    const { store } = this;
    if (!store) return;
    await this.#typed(store.renameSection(id, name));
    this.#say(this.#words.sectionRenamed(name));
    this.#on.host.dispatchEvent(new SectionChanged('updated', id));
  }

  async moveSection(id: Id, name: string, before: Id | null): Promise<void> {
    const { store } = this;
    if (store && (await this.#done(this.#words.sectionMoved(name), store.moveSection(id, before))))
      this.#on.host.dispatchEvent(new SectionChanged('moved', id));
  }

  async removeSection(id: Id, name: string): Promise<void> {
    const { store } = this;
    if (!store) return;
    const edit: PlanEdit = { type: 'removeSection', sectionId: id };
    const dependents = await this.#asking.whatRests(edit, null, this.#words.deleteTitle(name));
    if (dependents === null) return;
    if (await this.#done(this.#words.sectionDeleted(name), store.removeSection(id, dependents)))
      this.#on.host.dispatchEvent(new SectionChanged('deleted', id));
  }

  // ── the room ────────────────────────────────────────────────────────────────────────────────

  async setTarget(targetDate: CivilDate | null, said: string): Promise<void> {
    const { store } = this;
    if (store) await this.#done(said, store.updateRoom({ targetDate }));
  }

  /** Saves settings over the version they were decided on. Rejects with the BackendError, for whoever typed them. */
  async saveSettings(patch: RoomPatch, seen: number, words: RoomWords): Promise<void> {
    const { store } = this;
    if (!store) return;
    const room = await store.updateRoom(patch, seen);
    const moved = room.moved?.length ?? 0;
    this.#say(moved > 0 ? words.savedMoved(moved) : words.saved);
    this.#on.host.dispatchEvent(new RoomUpdated(room));
  }

  /** Deletes the room; undo brings it back. Gives whether it is gone. */
  async removeRoom({ id, name }: Pick<Room, 'id' | 'name'>, words: RoomWords): Promise<boolean> {
    const { store } = this;
    if (!store) return false;
    try {
      await store.removeRoom();
    } catch (error) {
      this.#failed(error as BackendError);
      return false;
    }
    const restore = () => void this.#restoreRoom(store, id, words.restored(name));
    this.#on.toast.show({
      text: words.removed(name),
      action: { label: toastWords(this.#messages).undo, run: restore },
    });
    this.#on.host.dispatchEvent(new RoomRemoved('deleted', id));
    return true;
  }

  async #restoreRoom(store: RoomPlanStore, id: Id, said: string): Promise<void> {
    try {
      await store.restoreRoom();
      this.#on.toast.show({ text: said });
      this.#on.host.dispatchEvent(new RoomRemoved('restored', id));
    } catch (error) {
      this.#failed(error as BackendError);
    }
  }

  share(personId: Id, name: string): Promise<boolean> {
    return this.#room(this.#words.shared(name), (store) => store.share(personId));
  }

  unshare(personId: Id, name: string): Promise<boolean> {
    return this.#room(this.#words.unshared(name), (store) => store.unshare(personId));
  }

  setContact(personId: Id, name: string): Promise<boolean> {
    return this.#room(this.#words.contactSet(name), (store) => store.setPrimaryContact(personId));
  }

  /** Takes the newest step back, of actions or sections. */
  async undo(key?: Id): Promise<void> {
    const { store } = this;
    if (!store) return;
    this.#on.toast.hide();
    try {
      if (await store.undo(key)) announce(toastWords(this.#messages).undone);
    } catch (error) {
      this.#failed(error as BackendError);
    }
  }

  // ── asking ──────────────────────────────────────────────────────────────────────────────────

  /** What a change of an action's date would move, for whoever picks it. */
  preview(action: Action, field: DateField, draft: PlannedDateDraft | null): Promise<Preview> {
    return this.previewPatch(action, { [field]: draft });
  }

  /** Whether changed fields may be saved: asked where they move dates of others. */
  async mayEdit(action: Action, patch: ActionPatch): Promise<boolean> {
    if (patch.start === undefined && patch.due === undefined) return true;
    return this.#asking.mayMake([{ type: 'update', actionId: action.id, patch }], only(action));
  }

  /** What new dates of an action would move. */
  previewPatch(action: Action, patch: Pick<ActionPatch, 'start' | 'due'>): Promise<Preview> {
    const { store } = this;
    if (!store) return Promise.resolve({ moved: [], overdue: [] });
    return store.preview([{ type: 'update', actionId: action.id, patch }]);
  }

  // ── telling ─────────────────────────────────────────────────────────────────────────────────

  async #room(said: string, work: (store: RoomPlanStore) => Promise<Room>): Promise<boolean> {
    const { store } = this;
    if (!store) return false;
    try {
      const room = await work(store);
      this.#on.toast.show({ text: said });
      this.#on.host.dispatchEvent(new RoomShared(room));
      return true;
    } catch (error) {
      this.#failed(error as BackendError);
      return false;
    }
  }

  async #done(said: string, work: Promise<unknown>): Promise<boolean> {
    this.#say(said);
    try {
      await work;
      return true;
    } catch (error) {
      this.#failed(error as BackendError);
      return false;
    }
  }

  async #typed(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      throw new Error(problemText(error as BackendError, this.#messages), { cause: error });
    }
  }

  #say(text: string): void {
    const undo = { label: toastWords(this.#messages).undo, run: () => void this.undo() };
    this.#on.toast.show({ text, action: undo });
  }

  #failed(error: BackendError): void {
    if (!this.#on.host.dispatchEvent(new PlanError(error))) return;
    this.#on.toast.show({ text: problemText(error, this.#messages), tone: 'problem' });
  }

  get store(): RoomPlanStore | undefined {
    return this.#on.store();
  }

  get #workspace(): WorkspaceStore {
    const workspace = this.#on.workspace();
    if (!workspace) throw new TypeError('There is no workspace: put the element into an <action-workspace>.');
    return workspace;
  }

  get #messages() {
    return this.#on.localize.messages;
  }

  get #words() {
    return planWords(this.#messages);
  }
}

function only({ id }: Action): ReadonlySet<Id> {
  return new Set([id]);
}
