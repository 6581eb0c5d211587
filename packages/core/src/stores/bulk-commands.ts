// One command on many actions: shown at once on all of them, sent by as many as a backend takes, each answering for itself. A
// refused row goes back alone. It is one step to undo: each action goes back to what it was.
import type { BackendError } from '../backend.ts';
import { pinnedByHand } from '../domain/index.ts';
import type { Action, ActionState, BulkOutcome, Id } from '../schema/index.ts';
import { BULK_LIMIT } from '../schema/limits.ts';
import type { ActionCommand } from './action-command.ts';
import { type Change, writtenDate } from './change.ts';
import type { Answer, BulkChange, Operation, StepBack } from './operation.ts';
import { quiet } from './quiet.ts';
import type { CommandParts } from './single-commands.ts';
import { pathBetween } from './state-path.ts';
import { createStepBack, isAlike, type Taken, type Taking } from './step-back.ts';

interface BulkParts extends CommandParts {
  restoreAs: (action: Action) => Promise<Action>;
}

/** What became of each action that is known. */
type Answers = Promise<ReadonlyMap<Id, Answer>>;

export function createBulkCommands({ log, shown, undo, newId, momentOf, restoreAs }: BulkParts) {
  /** Resolves with every row's outcome, in the order asked, also where the backend refused the whole. */
  function run(asked: readonly Id[], bulk: BulkChange): Promise<readonly BulkOutcome[]> {
    const ids = [...new Set(asked)];
    const known = ids.flatMap((id) => shown.get(id) ?? []);
    const step = newId();
    const answers = submit(known, bulk, step);
    if (known.length > 0) {
      const command = commandOf(bulk, known);
      const left = new Map(known.map(({ id }) => [id, shown.get(id)]));
      const takenBack = (rows: readonly Action[]) => takeBack(rows, bulk, left);
      undo.push({ key: step, of: step, command, actions: known, takeBack: takenBack });
    }
    return quiet(answers.then((answered) => ids.map((id) => outcomeOf(id, answered.get(id)))));
  }

  async function submit(known: readonly Action[], bulk: BulkChange, step: Id, back?: Taking): Answers {
    // Rows that wait for an earlier change of their own go by themselves, so that they hold up no other; those that wait for
    // the same one go together, for it is answered for all of them at once.
    const groups = grouped(known, ({ id }) => log.behind(id));
    const sent = Array.from(groups.values(), (rows) => {
      const stepBack = back && createStepBack(idsOf(rows), back);
      return chunksOf(rows).map((chunk) => send(chunk, bulk, step, stepBack));
    });
    const answers = new Map<Id, Answer>();
    for (const answered of await Promise.all(sent.flat())) for (const [id, answer] of answered) answers.set(id, answer);
    return answers;
  }

  async function send(
    rows: readonly Action[],
    bulk: BulkChange,
    step: Id,
    stepBack?: StepBack,
  ): Promise<[Id, Answer][]> {
    const operations = rows.map((action): Operation => {
      return { id: action.id, change: changeOf(bulk, action), moment: momentOf(action), base: action };
    });
    // What was refused had no effect, so it can be asked for as if for the first time.
    const again = (command: ActionCommand) => {
      if (command.type === 'bulk') void run(command.ids, bulk);
    };
    const command = commandOf(bulk, rows);
    const answers = await log.append({ intent: newId(), command, operations, bulk, step, stepBack, again });
    return rows.flatMap(({ id }, at): [Id, Answer][] => {
      const answer = answers[at];
      return answer ? [[id, answer]] : [];
    });
  }

  /**
   * Each action goes back to what it was, in as few requests as can be; those stay that another has written over since.
   * @param left the actions as the bulk left them
   */
  async function takeBack(
    rows: readonly Action[],
    bulk: BulkChange,
    left: ReadonlyMap<Id, Action | undefined>,
  ): Promise<ReadonlySet<Id> | null> {
    const errors = new Map<Id, BackendError>();
    if (bulk.operation === 'delete') {
      const failed = (id: Id) => (error: BackendError) => void errors.set(id, error);
      await Promise.all(rows.map((row) => restoreAs(row).catch(failed(row.id))));
    } else {
      const taken = new Map<Id, Taken>();
      for (const before of rows) {
        const after = left.get(before.id);
        if (after && !isAlike(changeOf(bulk, before), before, after)) taken.set(before.id, { before, after });
      }
      for (const answered of await Promise.all(wayBack(taken, bulk))) {
        for (const [id, answer] of answered) if (answer.type === 'refused') errors.set(id, answer.error);
      }
    }
    const [error] = errors.values();
    if (error && errors.size === rows.length) throw error;
    return new Set(errors.keys());
  }

  function wayBack(taken: ReadonlyMap<Id, Taken>, { operation }: BulkChange): Answers[] {
    switch (operation) {
      case 'setState':
        return throughStates(taken);
      case 'assign':
        return inGroups(only(taken), ({ assignee }) => ({ operation, assignee }));
      case 'reschedule':
        return inGroups(only(taken), ({ due }) => ({ operation, due: writtenDate(due) }));
      case 'delete':
        return [];
    }
  }

  // There may be no single step back (done → not done): the states between are gone through, all actions together.
  function throughStates(taken: ReadonlyMap<Id, Taken>): Answers[] {
    const paths = new Map<Id, readonly ActionState[]>();
    for (const { before } of taken.values()) {
      const now = shown.get(before.id);
      if (now) paths.set(before.id, pathBetween(now, before.state, momentOf(now)));
    }
    const asked: Answers[] = [];
    const overwritten = new Set<Id>();
    for (let at = 0; ; at++) {
      const steps = new Map<Id, ActionState>();
      for (const [id, path] of paths) {
        const state = path[at];
        if (state) steps.set(id, state);
      }
      if (steps.size === 0) return asked;
      const rows = [...taken].filter(([id]) => steps.has(id));
      const from = ([id, { before, after }]: [Id, Taken]): [Id, Taken] => {
        return [id, { before, after: at === 0 ? after : (shown.get(id) ?? after) }];
      };
      const change = ({ id, state }: Action): BulkChange => ({ operation: 'setState', state: steps.get(id) ?? state });
      asked.push(...inGroups({ taken: new Map(rows.map(from)), isFirst: at === 0, overwritten }, change));
    }
  }

  /** One bulk for all that go back to the same. */
  function inGroups(taking: Taking, inverse: (before: Action) => BulkChange): Answers[] {
    const groups = grouped(taking.taken.values(), ({ before }) => JSON.stringify(inverse(before)));
    return Array.from(groups.values(), (rows) => {
      const [first] = rows;
      const known = rows.flatMap(({ before }) => shown.get(before.id) ?? []);
      return first ? submit(known, inverse(first.before), newId(), taking) : Promise.resolve(new Map());
    });
  }

  return { run };
}

function only(taken: ReadonlyMap<Id, Taken>): Taking {
  return { taken, isFirst: true, overwritten: new Set() };
}

function grouped<T, Key>(all: Iterable<T>, keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function commandOf(bulk: BulkChange, rows: readonly Action[]): ActionCommand {
  return { type: 'bulk', operation: bulk.operation, ids: idsOf(rows) };
}

function idsOf(rows: readonly Action[]): Id[] {
  return rows.map(({ id }) => id);
}

function changeOf(bulk: BulkChange, action: Action): Change {
  switch (bulk.operation) {
    case 'setState':
      return { type: 'setState', state: bulk.state };
    case 'assign':
      return { type: 'update', patch: { assignee: bulk.assignee } };
    case 'reschedule':
      return { type: 'update', patch: { due: pinnedByHand(action.due, bulk.due) } };
    case 'delete':
      return { type: 'delete' };
  }
}

function outcomeOf(id: Id, answer: Answer | undefined): BulkOutcome {
  switch (answer?.type) {
    case undefined:
      return { id, outcome: 'refused', reason: 'not-found' };
    case 'agreed':
      return { id, outcome: 'done', version: answer.action.version };
    case 'agreedTo':
      return { id, outcome: 'done', ...(answer.version !== undefined && { version: answer.version }) };
    case 'skipped':
      return { id, outcome: 'skipped', ...(answer.reason !== undefined && { reason: answer.reason }) };
    case 'refused':
      return { id, outcome: 'refused', reason: reasonOf(answer.error) };
  }
}

function reasonOf(error: BackendError): string {
  return error.rule ?? error.errors[0]?.code ?? error.code;
}

function chunksOf(rows: readonly Action[]): Action[][] {
  const chunks: Action[][] = [];
  for (let start = 0; start < rows.length; start += BULK_LIMIT) chunks.push(rows.slice(start, start + BULK_LIMIT));
  return chunks;
}
