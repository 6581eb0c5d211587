// What a person does with actions from any element, with all that goes with it: the event that can cancel it, the
// change shown at once, the word with its Undo, the event after the backend agreed, and the failure with its reason.
import { toastWords } from './localize/late-tools.ts';
import type { ReactiveControllerHost } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import { fixedDate, parseDay, pinnedByHand } from '@followthrough/core/domain';
import type {
  Action,
  ActionDraft,
  ActionPatch,
  ActionState,
  Assignee,
  BulkOutcome,
  CivilDate,
  Dependents,
  Id,
  PlanEdit,
} from '@followthrough/core/schema';
import type { ActionCommand, ActionsStore, WorkspaceStore } from '@followthrough/core/stores';
import { announce } from './announce.ts';
import { saidDay } from './dates/date-label.ts';
import {
  ActionBeforeCreate,
  ActionBeforeDelete,
  ActionBeforeSetState,
  ActionBeforeUpdate,
  ActionCreated,
  ActionDeleted,
  ActionError,
  ActionRestored,
  ActionStateChanged,
  ActionUpdated,
  BulkApplied,
  BulkBeforeApply,
  type BeforeEvent,
  SessionExpired,
} from './events.ts';
import type { LocalizeController } from './localize/localize-controller.ts';
import type { ToastController } from './parts/toast.ts';
import { isSessionProblem } from './problem-kind.ts';
import { problemText } from './problem-text.ts';
import { isUndoKey } from './undo-key.ts';

/** What the commands work with. */
export interface CommandSetting {
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  /** Asked before changes that may move dates of others; absent: whoever commands has asked. */
  readonly asks?: ChangeAsking;
}

/** What is asked before a change is made. Nothing is awaited where there is nothing to ask. */
export interface ChangeAsking {
  /** Whether actions may be changed so. */
  mayMake(actions: readonly Action[], editOf: (action: Action) => PlanEdit): true | Promise<boolean>;
  /** What becomes of what rests on an action that goes; null where it is let be after all. */
  whatRests(action: Action): undefined | Promise<Dependents | undefined | null>;
}

/** A bulk operation with what it needs. */
export type BulkCommand =
  | { operation: 'setState'; state: ActionState }
  | { operation: 'assign'; assignee: Assignee | null }
  | { operation: 'reschedule'; due: CivilDate | null }
  | { operation: 'delete' };

/**
 * The commands of one element. Each resolves with what came of it, or null where it was cancelled or failed (which the
 * person has then been told).
 */
export class ActionCommands {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #setting: CommandSetting;

  constructor(host: ReactiveControllerHost & HTMLElement, setting: CommandSetting) {
    this.#host = host;
    this.#setting = setting;
  }

  /**
   * Makes an action. Rejects with the BackendError where it was refused, for whoever typed it to show and to keep the text.
   */
  create(draft: Omit<ActionDraft, 'id'>): Promise<Action | null> {
    return this.#run('create', new ActionBeforeCreate(draft), (actions) => ({
      done: actions.create(draft).done,
      said: toastWords(this.#words).created(draft.title),
      after: (action) => new ActionCreated(action),
    }));
  }

  /** Changes fields: title, description, assignee, dates. */
  edit(
    action: Action,
    changes: ActionPatch,
    said = toastWords(this.#words).updated(changes.title ?? action.title),
  ): Promise<Action | null> {
    const isDated = changes.start !== undefined || changes.due !== undefined;
    const patch = { ...changes };
    return this.#asked(
      isDated ? [action] : [],
      ({ id }) => ({ type: 'update', actionId: id, patch }),
      () =>
        this.#run('update', new ActionBeforeUpdate(action, changes), (actions) => ({
          done: actions.edit(action.id, changes),
          said,
          after: (now) => new ActionUpdated(now, action, changes),
        })),
    );
  }

  /** Gives it another due date, or none: one with a rule is pinned. */
  reschedule(action: Action, due: CivilDate | null): Promise<Action | null> {
    const date = due === null ? null : pinnedByHand(action.due, fixedDate(due));
    return this.edit(action, { due: date }, this.#rescheduled(action, due));
  }

  /** Completes, reopens, marks as not done. */
  setState(action: Action, state: ActionState): Promise<Action | null> {
    const { status } = this.#words;
    const toast = toastWords(this.#words);
    const said =
      state === 'done'
        ? toast.completed(action.title)
        : state === 'todo'
          ? toast.reopened(action.title)
          : state === 'notDone'
            ? toast.dismissed(action.title)
            : toast.stateSet(action.title, status[state]);
    return this.#asked(
      [action],
      ({ id }) => ({ type: 'setState', actionId: id, state }),
      () =>
        this.#run('setState', new ActionBeforeSetState(action, state), (actions) => ({
          done: actions.setState(action.id, state),
          said,
          after: (now) => new ActionStateChanged(now, action),
        })),
    );
  }

  /**
   * Deletes; undo brings it back.
   * @param dependents what becomes of the dates that rest on it
   */
  async remove(action: Action, dependents?: Dependents): Promise<true | null> {
    const asked = dependents === undefined ? this.#setting.asks?.whatRests(action) : undefined;
    const rests = asked === undefined ? dependents : await asked;
    return rests === null ? null : this.#remove(action, rests);
  }

  #remove(action: Action, dependents: Dependents | undefined): Promise<true | null> {
    return this.#run('delete', new ActionBeforeDelete(action), (actions) => ({
      done: actions.remove(action.id, dependents).then(() => true as const),
      said: toastWords(this.#words).deleted(action.title),
      after: () => new ActionDeleted(action),
    }));
  }

  /** One operation on several actions; every one answers for itself. */
  bulk(ids: readonly Id[], command: BulkCommand): Promise<readonly BulkOutcome[] | null> {
    const actions = this.#setting.workspace.store?.actions;
    const edits = editsOf(command);
    const asked = edits === null ? [] : ids.flatMap((id) => actions?.get(id) ?? []);
    return this.#asked(
      asked,
      (action) => (edits as EditOf)(action),
      () => this.#bulk(ids, command),
    );
  }

  #bulk(ids: readonly Id[], command: BulkCommand): Promise<readonly BulkOutcome[] | null> {
    const { operation } = command;
    return this.#run(
      operation,
      new BulkBeforeApply(operation, ids),
      (actions) => ({
        done: applyTo(actions, ids, command),
        said: null,
        after: (results) => new BulkApplied(operation, results),
      }),
      (results, step) => {
        const toast = toastWords(this.#words);
        const done = results.filter(({ outcome }) => outcome !== 'refused').length;
        const failed = results.length - done;
        this.#say(failed === 0 ? toast.bulk(done) : toast.bulkPartly(done, failed), done > 0 ? step : undefined);
      },
    );
  }

  /** Takes the newest step back (Ctrl/⌘+Z), or the one named (Undo). */
  async undo(key?: string): Promise<void> {
    const actions = this.#setting.workspace.store?.actions;
    if (!actions) return;
    this.#setting.toast.hide();
    const newest = actions.$undo.get();
    const concerned = newest !== null && (key ?? newest.key) === newest.key ? newest.actions : [];
    const shown = new Map(concerned.map(({ id }) => [id, actions.get(id) ?? null]));
    try {
      const step = await actions.undo(key);
      if (!step) return;
      announce(toastWords(this.#words).undone);
      for (const before of step.actions) {
        this.#host.dispatchEvent(undone(step.command, before, shown.get(before.id) ?? null, actions.get(before.id)));
      }
    } catch (error) {
      this.#failed('update', error as BackendError, null);
    }
  }

  /** Undoes on Ctrl/⌘+Z, unless somebody is typing. Gives whether the key was taken. */
  undoOnKey(event: KeyboardEvent): boolean {
    if (!isUndoKey(event)) return false;
    event.preventDefault();
    void this.undo();
    return true;
  }

  get #words() {
    return this.#setting.localize.messages;
  }

  #rescheduled(action: Action, due: CivilDate | null): string {
    const toast = toastWords(this.#words);
    const store = this.#setting.workspace.store;
    if (due === null || !store) return toast.undated(action.title);
    const { messages, dates } = this.#setting.localize;
    return toast.rescheduled(action.title, saidDay(parseDay(due), store.actions.todayOf(action), { messages, dates }));
  }

  /** Runs where the change may be made; null where it is let be. */
  #asked<T>(actions: readonly Action[], editOf: EditOf, run: () => Promise<T | null>): Promise<T | null> {
    const may = actions.length === 0 ? true : (this.#setting.asks?.mayMake(actions, editOf) ?? true);
    return may === true ? run() : may.then((allowed) => (allowed ? run() : null));
  }

  async #run<T>(
    operation: ActionError['operation'],
    before: BeforeEvent,
    start: (actions: ActionsStore) => { done: Promise<T>; said: string | null; after: (result: T) => Event },
    settled?: (result: T, step: string | undefined) => void,
  ): Promise<T | null> {
    const actions = this.#setting.workspace.store?.actions;
    if (!actions) return null;
    this.#host.dispatchEvent(before);
    // Nothing is awaited where nobody asked to wait: the change shows in this very tick.
    const allowed = before.allowed;
    if (allowed === false || (allowed !== true && !(await allowed))) return null;
    // Sooner than a workspace is ready: what cannot be had is told by the command itself.
    if (!actions.isPrepared) await actions.prepare().catch(() => undefined);
    const { done, said, after } = start(actions);
    // The newest step is the one just taken: its Undo takes back this one, whatever is done meanwhile.
    const step = actions.$undo.get()?.key;
    if (said !== null) this.#say(said, step);
    try {
      const result = await done;
      settled?.(result, step);
      this.#host.dispatchEvent(after(result));
      return result;
    } catch (error) {
      this.#failed(operation, error as BackendError, actions);
      if (operation === 'create') throw error;
      return null;
    }
  }

  #say(text: string, step: string | undefined): void {
    const action =
      step === undefined ? undefined : { label: toastWords(this.#words).undo, run: () => void this.undo(step) };
    this.#setting.toast.show({ text, action });
  }

  #failed(operation: ActionError['operation'], error: BackendError, actions: ActionsStore | null): void {
    const failure = actions?.$failures.get().find((one) => one.error === error);
    const retry = () => failure?.retry();
    if (isSessionProblem(error)) this.#host.dispatchEvent(new SessionExpired());
    if (!this.#host.dispatchEvent(new ActionError(operation, error, retry))) {
      this.#setting.toast.hide();
      return;
    }
    if (operation === 'create') {
      this.#setting.toast.hide();
      return;
    }
    const { messages } = this.#setting.localize;
    this.#setting.toast.show({
      text: problemText(error, messages, (id) => this.#setting.workspace.store?.actions.get(id)?.title),
      tone: 'problem',
      action: failure && error.transient ? { label: toastWords(messages).retry, run: retry } : undefined,
    });
  }
}

type EditOf = (action: Action) => PlanEdit;

/** What an operation on several means for each of them in its plan; null where it moves no dates, or none but its own. */
function editsOf(command: BulkCommand): EditOf | null {
  switch (command.operation) {
    case 'setState':
      return ({ id }) => ({ type: 'setState', actionId: id, state: command.state });
    case 'reschedule':
      return ({ id, due }) => {
        const to = command.due === null ? null : pinnedByHand(due, fixedDate(command.due));
        return { type: 'update', actionId: id, patch: { due: to } };
      };
    case 'assign':
    case 'delete':
      return null;
  }
}

function applyTo(actions: ActionsStore, ids: readonly Id[], command: BulkCommand): Promise<readonly BulkOutcome[]> {
  switch (command.operation) {
    case 'setState':
      return actions.setStates(ids, command.state);
    case 'assign':
      return actions.assign(ids, command.assignee);
    case 'reschedule':
      return actions.reschedule(ids, command.due);
    case 'delete':
      return actions.removeMany(ids);
  }
}

/**
 * The event that tells what a step back has made of an action.
 * @param before as it was before the step
 * @param shown as it was until the step back, where known
 * @param now as it is
 */
function undone(command: ActionCommand, before: Action, shown: Action | null, now: Action | undefined): Event {
  const operation = command.type === 'bulk' ? command.operation : command.type;
  if (now === undefined || operation === 'create' || operation === 'restore') return new ActionDeleted(now ?? before);
  if (operation === 'delete') return new ActionRestored(now);
  return operation === 'setState' ? new ActionStateChanged(now, shown) : new ActionUpdated(now, shown, {});
}
