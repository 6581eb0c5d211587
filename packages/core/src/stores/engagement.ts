// One engagement with its items: what the backend told of it last with what is pending over it, so that a change shows in the
// moment it is made (rulebook §5). Everything else that a change brings about shows once the backend has said so: after each
// it is asked again how all stands.
import { atom, type ReadableAtom } from 'nanostores';
import { BackendError } from '../backend.ts';
import { type Day, knownZone } from '../domain/index.ts';
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
  TimeZone,
} from '../schema/index.ts';
import { asBackendError } from './connection.ts';
import { withItem, withoutItem } from './engagement-change.ts';
import { createEngagementCommands, type DecidedOn } from './engagement-commands.ts';
import { createEngagementLog, type EngagementAnswer, type EngagementOperation } from './engagement-log.ts';
import { createEngagementSteps } from './engagement-steps.ts';
import { onEngagementNews, tellEngagementNews } from './engagement-news.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export type { DecidedOn } from './engagement-commands.ts';

/** An engagement as a page shows it. */
export interface ShownEngagement extends EngagementDetail {
  /** On whose clock its days and times are told. */
  readonly zone: TimeZone;
  /** Today on that clock, as a day number (days since 1970-01-01). */
  readonly today: Day;
}

export interface EngagementStore {
  readonly engagementId: Id;
  readonly $status: ReadableAtom<LoadStatus>;
  /** Whether it is being loaded again while it is shown. */
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** As it is shown; null until it was loaded, and once it is gone. */
  readonly $engagement: ReadableAtom<ShownEngagement | null>;
  /** What has a change on its way: the ids of items, and the engagement's own. */
  readonly $pending: ReadableAtom<ReadonlySet<Id>>;
  /** How many changes wait because the backend could not be reached. */
  readonly $waiting: ReadableAtom<number>;
  /** The newest step that can be taken back. */
  readonly $undo: ReadableAtom<Id | null>;
  /** When it was loaded last, in milliseconds since 1970-01-01T00:00Z. */
  readonly $loadedAt: ReadableAtom<number | null>;

  // Commands show at once, and reject with the BackendError where they were refused; what they did is taken back then. While
  // a change waits for a connection it stays shown and its promise open.
  activate(): Promise<EngagementDetail>;
  share(): Promise<EngagementDetail>;
  unshare(): Promise<EngagementDetail>;
  /** @param base as its editor saw it: edits of other fields than those that changed meanwhile are merged with it */
  update(patch: EngagementPatch, base?: Engagement): Promise<EngagementDetail>;
  /** Deletes it from every portal. */
  remove(): Promise<void>;
  /** Adds an item: before another, or last. */
  addItem(draft: Omit<ItemDraft, 'id' | 'position'>, before?: Id | null): { id: Id; done: Promise<Item> };
  updateItem(id: Id, patch: ItemPatch, decided?: DecidedOn): Promise<Item>;
  removeItem(id: Id): Promise<void>;
  schedule(id: Id, schedule: ItemSchedule, decided?: DecidedOn): Promise<Item>;
  /** Releases an item at once. */
  sendNow(id: Id): Promise<Item>;
  /** Completes an item, with what was answered where something was. */
  complete(id: Id, response?: Pick<ItemCompletion, 'answers' | 'text'>): Promise<Item>;
  reopen(id: Id): Promise<Item>;
  /** Keeps what was answered so far. */
  saveResponse(id: Id, response: Pick<ItemCompletion, 'answers' | 'text'>): Promise<Item>;
  /** Puts an item before another, or last. */
  moveItem(id: Id, before: Id | null): Promise<Item>;
  /** Takes the newest step back, or the one named; gives whether there was one. */
  undo(key?: Id): Promise<boolean>;

  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** How long it waits after a change before it asks how all stands, in milliseconds. */
const SETTLING = 400;
/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 60_000;

/**
 * One engagement. It begins to load at once.
 * @example createEngagement(workspace, 'eng_1').$engagement.subscribe((shown) => shown && show(shown.items))
 */
export function createEngagement(workspace: WorkspaceStore, engagementId: Id): EngagementStore {
  const { backend, environment } = workspace;
  /** Who this is among the stores of the page. */
  const self = {};

  // ── state ───────────────────────────────────────────────────────────────────────────────────

  const $status = atom<LoadStatus>('idle');
  const $refreshing = atom(false);
  const $error = atom<BackendError | null>(null);
  const $engagement = atom<ShownEngagement | null>(null);
  const $loadedAt = atom<number | null>(null);
  /** What the backend told last. */
  let told: EngagementDetail | null = null;
  let reading: AbortController | null = null;
  let cancelRefresh: (() => void) | null = null;
  const steps = createEngagementSteps();
  const log = createEngagementLog({
    workspace,
    changed: (answered) => {
      if (answered) takeIn(answered);
      show();
    },
  });

  // ── derived ─────────────────────────────────────────────────────────────────────────────────

  function zone(): TimeZone {
    return knownZone(told?.timeZone, workspace.$me.get()?.workspace.timeZone);
  }

  function show(): void {
    if (told) $engagement.set({ ...log.over(told), zone: zone(), today: workspace.todayIn(zone()) });
    else if ($engagement.get()) $engagement.set(null);
  }

  // ── loading ─────────────────────────────────────────────────────────────────────────────────

  async function load(): Promise<void> {
    cancelRefresh?.();
    reading?.abort();
    const own = (reading = new AbortController());
    const { signal } = own;
    if (told) $refreshing.set(true);
    else $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const failure = workspace.$error.get();
      if (!workspace.$me.get() && failure) throw failure;
      const detail = await workspace.call(() => backend.engagements.get(engagementId, { signal }));
      if (signal.aborted) return;
      told = detail;
      $loadedAt.set(environment.now());
      $error.set(null);
      show();
      $status.set('ready');
    } catch (thrown) {
      if (signal.aborted) return;
      const error = asBackendError(thrown);
      // What was taken away is not shown any longer.
      if (error.code === 'not-found') leave();
      $error.set(error);
      if (!told) $status.set('error');
    } finally {
      if (reading === own) $refreshing.set(false);
    }
  }

  function leave(): void {
    told = null;
    show();
  }

  /** Takes in what the backend answered to a change. What was being read was read before it. */
  function takeIn({ operation, answer }: { operation: EngagementOperation; answer: EngagementAnswer }): void {
    reading?.abort();
    $refreshing.set(false);
    if (told) {
      if (answer === undefined) told = withoutItem(told, operation.target);
      else if ('items' in answer) told = answer;
      else told = withItem(told, answer);
      if (answer && 'actionIds' in answer) for (const id of answer.actionIds) refreshAction(id);
    }
    tellEngagementNews(workspace, self);
    refreshSoon();
  }

  function refreshAction(id: Id): void {
    if (workspace.actions.get(id)) void workspace.actions.refresh(id);
  }

  function refreshSoon(): void {
    cancelRefresh?.();
    cancelRefresh = environment.after(SETTLING, () => void load());
  }

  // ── what happens beside it ──────────────────────────────────────────────────────────────────

  const stops = [
    onEngagementNews(workspace, self, () => {
      if (told) refreshSoon();
    }),
    // An action of its is done in a list, or its place is taken away with it.
    workspace.actions.onSettled(({ action, previous }) => {
      const { context } = action ?? previous ?? {};
      if (context?.type === 'engagement' && context.engagementId === engagementId) refreshSoon();
    }),
    workspace.$day.listen(() => {
      show();
      if (told) refreshSoon();
    }),
    workspace.onWake(() => {
      log.retry();
      const loadedAt = $loadedAt.get();
      if ($error.get() || (loadedAt !== null && environment.now() - loadedAt > STALE)) void load();
    }),
    workspace.$online.listen((online) => {
      if (online && $error.get()) void load();
    }),
  ];

  const { remove, ...commands } = createEngagementCommands({
    id: engagementId,
    workspace,
    log,
    steps,
    told: () => told,
    shown: () => $engagement.get(),
    zone,
  });

  void load();

  return {
    engagementId,
    $status,
    $refreshing,
    $error,
    $engagement,
    $loadedAt,
    $pending: log.$pending,
    $waiting: log.$waiting,
    $undo: steps.$newest,
    ...commands,
    async remove() {
      await remove();
      tellEngagementNews(workspace, self);
      reading?.abort();
      cancelRefresh?.();
      leave();
      $error.set(new BackendError('not-found'));
      $status.set('error');
    },
    async undo(key) {
      const found = await steps.take(key);
      if (found) refreshSoon();
      return found;
    },
    refresh: load,
    dispose() {
      reading?.abort();
      cancelRefresh?.();
      log.dispose();
      for (const stop of stops) stop();
    },
  };
}
