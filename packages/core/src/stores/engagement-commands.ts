// What is done with an engagement and its items: each shows at once, is taken back where the backend refuses it, and leaves a
// step back where there is one. What may be done, and what it brings about, the backend says.
import { formatInstant, keyAt } from '../domain/index.ts';
import type {
  Engagement,
  EngagementDetail,
  EngagementPatch,
  Id,
  Item,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemSchedule,
  OpenItem,
} from '../schema/index.ts';
import { patchBack, scheduleBack } from './engagement-back.ts';
import { type EngagementChange, type EngagementMoment, openItemOf } from './engagement-change.ts';
import type { EngagementAnswer, EngagementLog, EngagementOperation } from './engagement-log.ts';
import type { EngagementSteps } from './engagement-steps.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface EngagementCommandParts {
  readonly id: Id;
  readonly workspace: WorkspaceStore;
  readonly log: EngagementLog;
  readonly steps: EngagementSteps;
  /** What the backend told last; null before it did. */
  readonly told: () => EngagementDetail | null;
  /** As it is shown. */
  readonly shown: () => EngagementDetail | null;
  readonly zone: () => string;
}

/** A decision may say on which version it was made: where another was there first, it is refused. */
export interface DecidedOn {
  readonly version?: number | undefined;
}

export function createEngagementCommands({ id, workspace, log, steps, told, shown, zone }: EngagementCommandParts) {
  const { backend, environment } = workspace;

  function moment(): EngagementMoment {
    const me = workspace.$me.get();
    return {
      by: me?.person.id ?? '',
      at: formatInstant(environment.now()),
      zone: zone(),
      calendar: me?.workspace.calendar ?? { workingWeekdays: [], holidays: [] },
    };
  }

  function run<T extends EngagementAnswer>(
    target: Id,
    change: EngagementChange,
    send: EngagementOperation['send'],
    back?: () => Promise<unknown>,
  ): Promise<T> {
    const answer = log.append({ target, change, moment: moment(), send }).then((answered) => {
      if (back) steps.push(environment.newId(), back);
      return answered as T;
    });
    answer.catch(() => undefined);
    return answer;
  }

  function item(itemId: Id): OpenItem {
    const detail = shown();
    const found = detail && openItemOf(detail, itemId);
    if (!found) throw new TypeError(`There is no item ${itemId} to be changed in this engagement.`);
    return found;
  }

  /** The version of an item that the backend told last. */
  function versionOf(itemId: Id): number {
    const detail = told();
    return (detail && openItemOf(detail, itemId)?.version) ?? 0;
  }

  // ── the engagement ──────────────────────────────────────────────────────────────────────────

  function activate(): Promise<EngagementDetail> {
    return run(id, { type: 'activate' }, (options) => backend.engagements.activate(id, options));
  }

  function setShared(shared: boolean, undoable: boolean): Promise<EngagementDetail> {
    const type = shared ? 'share' : 'unshare';
    const back = undoable ? () => setShared(!shared, false) : undefined;
    return run(id, { type }, (options) => backend.engagements[type](id, options), back);
  }

  function update(
    patch: EngagementPatch,
    { base = shown() ?? undefined, undoable = true }: { base?: Engagement | undefined; undoable?: boolean } = {},
  ): Promise<EngagementDetail> {
    const before = shown();
    const fields = Object.keys(patch) as (keyof EngagementPatch)[];
    const kept =
      before && (Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) as EngagementPatch);
    const back = undoable && kept ? () => update(kept, { undoable: false }) : undefined;
    return run(
      id,
      { type: 'update', patch },
      (options) =>
        backend.engagements.update(id, patch, { ...options, version: base?.version ?? told()?.version ?? 0, base }),
      back,
    );
  }

  async function remove(): Promise<void> {
    const intent = environment.newId();
    await workspace.call(() => backend.engagements.remove(id, { version: told()?.version ?? 0, intent }));
    steps.push(environment.newId(), () => workspace.call(() => backend.engagements.restore(id)));
  }

  // ── its items ───────────────────────────────────────────────────────────────────────────────

  function addItem(draft: Omit<ItemDraft, 'id' | 'position'>, before: Id | null = null) {
    const made = environment.newId();
    const position = keyAt(shown()?.items ?? [], null, before);
    const written = { ...draft, id: made, position };
    const done = run<Item>(
      made,
      { type: 'addItem', id: made, draft: written },
      (options) => backend.items.create(id, written, options),
      () => removeItem(made, false),
    );
    return { id: made, done };
  }

  function updateItem(itemId: Id, patch: ItemPatch, decided: DecidedOn = {}, undoable = true): Promise<Item> {
    const before = item(itemId);
    const back = undoable ? () => updateItem(itemId, patchBack(before, patch), {}, false) : undefined;
    return run(
      itemId,
      { type: 'updateItem', id: itemId, patch },
      (options) => backend.items.update(itemId, patch, { ...options, version: decided.version ?? versionOf(itemId) }),
      back,
    );
  }

  function moveItem(itemId: Id, before: Id | null): Promise<Item> {
    return updateItem(itemId, { position: keyAt(shown()?.items ?? [], itemId, before) });
  }

  function schedule(itemId: Id, written: ItemSchedule, decided: DecidedOn = {}, undoable = true): Promise<Item> {
    const before = item(itemId);
    const back = undoable ? () => schedule(itemId, scheduleBack(before, written), {}, false) : undefined;
    const version = decided.version;
    return run(
      itemId,
      { type: 'schedule', id: itemId, schedule: written },
      (options) => backend.items.schedule(itemId, written, { ...options, ...(version !== undefined && { version }) }),
      back,
    );
  }

  function complete(itemId: Id, completion: ItemCompletion, undoable = true): Promise<Item> {
    const back = undoable ? () => complete(itemId, { completed: !completion.completed }, false) : undefined;
    return run(
      itemId,
      { type: 'complete', id: itemId, completion },
      (options) => backend.items.complete(itemId, completion, options),
      back,
    );
  }

  function saveResponse(itemId: Id, response: Pick<ItemCompletion, 'answers' | 'text'>): Promise<Item> {
    const completion = { completed: false, ...response };
    const change: EngagementChange = { type: 'complete', id: itemId, completion };
    const waiting = log.unsent(itemId);
    // What was saved before and is not sent yet is saved with it.
    if (waiting?.change.type === 'complete' && isSave(waiting.change.completion)) {
      waiting.replace(change);
      return waiting.answer as Promise<Item>;
    }
    const operation: EngagementOperation = {
      target: itemId,
      change,
      moment: moment(),
      send: (options) => {
        const latest = operation.change.type === 'complete' ? operation.change.completion : completion;
        return backend.items.complete(itemId, latest, options);
      },
    };
    return log.append(operation) as Promise<Item>;
  }

  function removeItem(itemId: Id, undoable = true): Promise<void> {
    const before = item(itemId);
    const back = undoable ? () => restoreItem(before) : undefined;
    return run<undefined>(
      itemId,
      { type: 'removeItem', id: itemId },
      async (options) => {
        await backend.items.remove(itemId, { ...options, version: versionOf(itemId) });
        return undefined;
      },
      back,
    );
  }

  function restoreItem(before: OpenItem): Promise<Item> {
    return run(before.id, { type: 'restoreItem', id: before.id, item: before }, (options) =>
      backend.items.restore(before.id, options),
    );
  }

  return {
    activate,
    share: () => setShared(true, true),
    unshare: () => setShared(false, true),
    update: (patch: EngagementPatch, base?: Engagement) => update(patch, { base }),
    remove,
    addItem,
    updateItem: (itemId: Id, patch: ItemPatch, decided?: DecidedOn) => updateItem(itemId, patch, decided),
    moveItem,
    schedule: (itemId: Id, written: ItemSchedule, decided?: DecidedOn) => schedule(itemId, written, decided),
    sendNow: (itemId: Id) => schedule(itemId, { release: { type: 'immediately' } }),
    complete: (itemId: Id, response: Pick<ItemCompletion, 'answers' | 'text'> = {}) =>
      complete(itemId, { completed: true, ...response }),
    reopen: (itemId: Id) => complete(itemId, { completed: false }),
    saveResponse,
    removeItem: (itemId: Id) => removeItem(itemId),
  };
}

function isSave({ completed, answers, text }: ItemCompletion): boolean {
  return !completed && (answers !== undefined || text !== undefined);
}
