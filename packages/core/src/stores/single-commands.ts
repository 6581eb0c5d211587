// The commands on one action. Each shows its change at once, and leaves a step back.
import { BackendError } from '../backend.ts';
import { anchorIdOf, type Moment, type Placed } from '../domain/index.ts';
import type { Action, ActionDraft, ActionPatch, ActionState, Dependents, Id } from '../schema/index.ts';
import type { ActionCommand } from './action-command.ts';
import { type Change, patchBack, writtenDate } from './change.ts';
import type { Answer, Submission } from './operation.ts';
import type { OperationLog } from './operation-log.ts';
import { quiet } from './quiet.ts';
import type { ShownActions } from './shown-actions.ts';
import { pathBetween } from './state-path.ts';
import type { Undo } from './undo.ts';

export interface CommandParts {
  log: OperationLog;
  shown: ShownActions;
  undo: Undo;
  newId: () => Id;
  /** An action as it was last told, deleted or not. */
  lastKnown: (id: Id) => Action | undefined;
  /** Who changes the action, and when. */
  momentOf: (action: Placed) => Moment;
}

/** How a command is given: under an intent it had before, and whether it leaves a step back. */
interface Manner {
  intent?: Id;
  undoable?: boolean;
  /** The action as its editor saw it, where that is not what is shown. */
  base?: Action;
  /** It is one of many. */
  paced?: boolean;
}

export function createSingleCommands({ log, shown, undo, newId, momentOf, lastKnown }: CommandParts) {
  function submission(
    command: ActionCommand,
    id: Id,
    change: Change,
    place: Placed,
    intent: Id,
    again: Submission['again'],
    base = shown.get(id),
  ): Submission {
    return { intent, command, operations: [{ id, change, moment: momentOf(place), base }], again };
  }

  /** Leaves a step back. Changes of state that are sent as one are steps of their own. */
  function leave(of: Id, command: ActionCommand, before: Action, back: () => Promise<unknown>): void {
    undo.push({ key: newId(), of, command, actions: [before], takeBack: () => back().then(() => null) });
  }

  function create(draft: ActionDraft & { id: Id }, { intent = newId() }: Manner = {}): Promise<Action> {
    const { id } = draft;
    const command: ActionCommand = { type: 'create', draft };
    const place = { context: draft.context, createdBy: null };
    const answers = log.append(
      submission(command, id, { type: 'create', draft }, place, intent, (refused) => {
        if (refused.type === 'create') void create({ ...refused.draft, id }, { intent });
      }),
    );
    const made = shown.get(id);
    if (made) leave(intent, command, made, () => remove(id, undefined, { undoable: false }));
    return agreed(answers);
  }

  function edit(id: Id, patch: ActionPatch, { intent = newId(), undoable = true, base }: Manner = {}): Promise<Action> {
    const before = shown.get(id);
    if (!before) return rejected(new BackendError('not-found'));
    const command: ActionCommand = { type: 'update', id, patch };
    const again = () => void edit(id, patch, { intent, undoable });
    const answers = log.append(
      submission(command, id, { type: 'update', patch }, before, intent, again, base ?? before),
    );
    const after = shown.get(id);
    if (undoable && after) {
      // The step back is an edit by someone who saw what this edit made: what another made of it since is theirs.
      leave(intent, command, before, () => edit(id, patchBack(before, patch), { undoable: false, base: after }));
    }
    return agreed(answers);
  }

  function setState(id: Id, state: ActionState, { intent = newId(), undoable = true }: Manner = {}): Promise<Action> {
    const before = shown.get(id);
    if (!before) return rejected(new BackendError('not-found'));
    const command: ActionCommand = { type: 'setState', id, state };
    const collapsed = log.collapse(id, state, momentOf(before));
    // What is refused may be another state, which took the place of this one before it was sent.
    const again = (refused: ActionCommand) => {
      if (refused.type === 'setState') void setState(id, refused.state, { intent, undoable });
    };
    const sent = collapsed ?? {
      intent,
      answers: log.append(submission(command, id, { type: 'setState', state }, before, intent, again)),
    };
    if (undoable && before.state !== state) leave(sent.intent, command, before, () => bringBack(before));
    return agreed(sent.answers);
  }

  // There may be no single step back (done → not done): the states between are gone through.
  async function bringBack(before: Action): Promise<void> {
    const now = shown.get(before.id);
    if (!now) throw new BackendError('not-found');
    const path = pathBetween(now, before.state, momentOf(now));
    await Promise.all(path.map((state) => setState(before.id, state, { undoable: false })));
  }

  function remove(id: Id, dependents?: Dependents, { intent = newId(), undoable = true }: Manner = {}): Promise<void> {
    const before = shown.get(id);
    if (!before) return rejected(new BackendError('not-found'));
    const command: ActionCommand = { type: 'delete', id };
    const again = () => void remove(id, dependents, { intent, undoable });
    const resting = dependents === undefined ? [] : restingOn(new Set([id]));
    const change: Change = { type: 'delete', ...(dependents && { dependents }) };
    const answers = log.append(submission(command, id, change, before, intent, again));
    if (undoable) leave(intent, command, before, () => restore(id, {}, before).then(() => redate(resting)));
    return quiet(answers.then(([answer]) => refuseOr(answer, () => undefined)));
  }

  /** The actions that rest on any of these actions and sections. */
  function restingOn(ids: ReadonlySet<Id>): Action[] {
    return [...shown.$actions.get().values()].filter(
      ({ id, start, due }) => !ids.has(id) && [start, due].some((date) => ids.has(anchorIdOf(date?.rule) ?? '')),
    );
  }

  /** Gives actions the rules again that they had, once what they rest on is back. */
  async function redate(actions: readonly Action[]): Promise<void> {
    // What became of them since has made later versions of them.
    await Promise.all(actions.map(({ id }) => log.lookUp(id)));
    const known = actions.filter(({ id }) => shown.get(id));
    await Promise.all(
      known.map(({ id, start, due }) =>
        edit(id, { start: writtenDate(start), due: writtenDate(due) }, { undoable: false }),
      ),
    );
  }

  function restore(id: Id, { intent = newId(), paced }: Manner = {}, last = lastKnown(id)): Promise<Action> {
    const command: ActionCommand = { type: 'restore', id };
    const change: Change = { type: 'restore', action: last };
    const again = () => void restore(id, { intent }, last);
    const place = last ?? { context: { type: 'personal' }, createdBy: null };
    return agreed(log.append({ ...submission(command, id, change, place, intent, again), paced }));
  }

  return {
    create: (draft: ActionDraft & { id: Id }) => create(draft),
    edit: (id: Id, patch: ActionPatch) => edit(id, patch),
    setState: (id: Id, state: ActionState) => setState(id, state),
    remove: (id: Id, dependents?: Dependents) => remove(id, dependents),
    restingOn,
    redate,
    restore: (id: Id) => restore(id),
    /** Brings back a deleted action that looked so, one of many. */
    restoreAs: (action: Action) => restore(action.id, { paced: true }, action),
  };
}

function agreed(answers: Promise<readonly Answer[]>): Promise<Action> {
  return quiet(
    answers.then(([answer]) =>
      refuseOr(answer, () => {
        if (answer?.type === 'agreed') return answer.action;
        throw new TypeError('The backend answered without the action.');
      }),
    ),
  );
}

function refuseOr<T>(answer: Answer | undefined, value: () => T): T {
  if (answer?.type === 'refused') throw answer.error;
  return value();
}

function rejected(error: BackendError): Promise<never> {
  return quiet(Promise.reject<never>(error));
}
