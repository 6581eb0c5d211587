// One room's plan: what the backend told of it last, with what is pending over it and its dates worked out anew, so that a
// change and all it moves show in the moment it is made (rulebook §3). Sections are changed here, actions by the store of
// the workspace; both have one way back.
import { atom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import { type Day, keyAt, roomSettingOf, formatInstant } from '../domain/index.ts';
import type { Action, Company, Dependents, Id, PlanEdit, Preview, Room, RoomPlan } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import { createRoomPlanDates } from './room-plan-dates.ts';
import { createRoomCommands } from './room-plan-room-commands.ts';
import { createSectionCommands } from './room-plan-section-commands.ts';
import { createPendingSections } from './room-plan-sections.ts';
import { createRoomPlanSteps } from './room-plan-steps.ts';
import type { PlanActionDraft, RoomPlanStore } from './room-plan-store.ts';
import { type LookingAs, type ShownPlan, shownPlan } from './room-plan-view.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export type { PlanActionDraft, RoomPlanStore } from './room-plan-store.ts';
export type { PlanSection } from './room-plan-sections.ts';
export type { LookingAs, ShownPlan } from './room-plan-view.ts';

/** How long it waits after a change before it asks how all stands, in milliseconds. */
const SETTLING = 400;
/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 60_000;

/**
 * The plan of a room. It begins to load at once.
 * @example createRoomPlan(workspace, 'room_1').$plan.subscribe((plan) => plan && show(plan.sections, plan.actions))
 */
export function createRoomPlan(workspace: WorkspaceStore, roomId: Id): RoomPlanStore {
  const { backend, actions, environment } = workspace;

  // ── state ───────────────────────────────────────────────────────────────────────────────────

  const $status = atom<LoadStatus>('idle');
  const $refreshing = atom(false);
  const $error = atom<BackendError | null>(null);
  const $plan = atom<ShownPlan | null>(null);
  const $company = atom<Company | null>(null);
  const $as = atom<LookingAs>('self');
  const $loadedAt = atom<number | null>(null);
  /** What the backend told last. */
  let told: RoomPlan | null = null;
  /** The actions of the room as they are shown. */
  const shown = new Map<Id, Action>();
  const dates = createRoomPlanDates();
  const sections = createPendingSections(retake);
  const steps = createRoomPlanSteps(actions);
  let reading: AbortController | null = null;
  let cancelRefresh: (() => void) | null = null;
  let isReceiving = false;
  /** As whom it is to be looked at; `$as` follows once that plan is here. */
  let wanted: LookingAs = 'self';

  // ── derived ─────────────────────────────────────────────────────────────────────────────────

  const isOwn = () => $as.get() === 'self';
  const isWhole = (plan: RoomPlan) => isOwn() && plan.room.may.edit === true;

  function settingOf({ room }: RoomPlan) {
    const me = workspace.$me.get();
    if (!me) throw new TypeError('The workspace is not loaded: load() it first.');
    return { ...roomSettingOf(room, me.workspace, environment.now()), today: todayOf(room) };
  }

  function todayOf({ timeZone }: Pick<Room, 'timeZone'>): Day {
    return workspace.todayIn(timeZone ?? workspace.$me.get()?.workspace.timeZone ?? 'UTC');
  }

  /** Works all dates out anew: other sections, another room, or another day. */
  function retake(): void {
    if (!told) return;
    if (isWhole(told)) {
      const ids = sections.over(told.sections).map(({ id }) => id);
      dates.load(ids, shown.values(), settingOf(told));
    }
    show();
  }

  function show(): void {
    if (!told) return;
    const today = todayOf(told.room);
    if (!isOwn()) {
      $plan.set({ ...told, today, whole: false, slack: new Map() });
      return;
    }
    const inOrder = sections.over(told.sections);
    const people = workspace.$people.get();
    $plan.set(
      shownPlan({
        told,
        sections: inOrder,
        actions: shown.values(),
        today,
        people,
        dates: isWhole(told) ? dates : null,
      }),
    );
  }

  // ── loading ─────────────────────────────────────────────────────────────────────────────────

  async function load(): Promise<void> {
    cancelRefresh?.();
    reading?.abort();
    const own = (reading = new AbortController());
    const { signal } = own;
    const as = wanted;
    if (told) $refreshing.set(true);
    else $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const failure = workspace.$error.get();
      if (!workspace.$me.get() && failure) throw failure;
      const since = actions.moment();
      const query = as === 'self' ? {} : { as };
      const plan = await workspace.call(() => backend.rooms.plan(roomId, query, { signal }));
      if (signal.aborted) return;
      $as.set(as);
      told = plan;
      if (as === 'self') receive(plan, since);
      retake();
      $loadedAt.set(environment.now());
      $error.set(null);
      $status.set('ready');
      void lookUpCompany(plan.room.companyId, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      const error = asBackendError(thrown);
      $error.set(error);
      // Whoever cannot be looked as (any more) is not: what is shown is never somebody else's under their name.
      if (as !== 'self') {
        wanted = 'self';
        if (!isOwn()) void load();
        return;
      }
      // A room that was taken away is not shown any longer.
      if (error.code === 'not-found') clear();
      if (!told) $status.set('error');
    } finally {
      if (reading === own) $refreshing.set(false);
    }
  }

  /** Its name is all that is missing where it cannot be had: the next load asks again. */
  async function lookUpCompany(id: Id, signal: AbortSignal): Promise<void> {
    if ($company.get()?.id === id) return;
    try {
      for (let cursor: string | undefined; ;) {
        const query = { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) };
        const page = await workspace.call(() => backend.companies.list(query, { signal }));
        const found = page.items.find((company) => company.id === id);
        if (found) return $company.set(found);
        if (page.next === null) return;
        cursor = page.next;
      }
    } catch (thrown) {
      if (!signal.aborted) $error.set(asBackendError(thrown));
    }
  }

  function receive(plan: RoomPlan, since: number): void {
    isReceiving = true;
    actions.receive(plan.actions, since);
    const there = new Set(plan.actions.map(({ id }) => id));
    actions.forget(
      [...actions.$actions.get().values()].filter((one) => isOfRoom(one) && !there.has(one.id)).map(({ id }) => id),
      since,
    );
    shown.clear();
    for (const action of actions.$actions.get().values()) if (isOfRoom(action)) shown.set(action.id, action);
    isReceiving = false;
  }

  function clear(): void {
    told = null;
    shown.clear();
    $plan.set(null);
  }

  function isOfRoom({ context }: Action): boolean {
    return context.type === 'room' && context.roomId === roomId;
  }

  function refreshSoon(): void {
    cancelRefresh?.();
    cancelRefresh = environment.after(SETTLING, () => void load());
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────

  function moment() {
    const by = workspace.$me.get()?.person.id ?? '';
    return { by, at: formatInstant(environment.now()), today: $plan.get()?.today ?? 0 };
  }

  async function preview(edits: readonly PlanEdit[]): Promise<Preview> {
    if (told && isWhole(told)) return dates.preview(edits, moment());
    return workspace.call(() => backend.rooms.preview(roomId, { changes: [...edits] }));
  }

  function actionsIn(sectionId: Id): readonly Action[] {
    const all = $plan.get()?.actions ?? [];
    return all.filter(({ context }) => context.type === 'room' && context.sectionId === sectionId);
  }

  function addAction(sectionId: Id, { internalOnly = false, ...draft }: PlanActionDraft, before: Id | null = null) {
    const position = keyAt(actionsIn(sectionId), null, before);
    return actions.create({ ...draft, context: { type: 'room', roomId, sectionId, internalOnly }, position });
  }

  function moveAction(id: Id, sectionId: Id, before: Id | null = null): Promise<Action> {
    const position = keyAt(actionsIn(sectionId), id, before);
    const { context } = shown.get(id) ?? {};
    const stays = context?.type === 'room' && context.sectionId === sectionId;
    return actions.edit(id, { position, ...(stays ? {} : { context: { sectionId } }) });
  }

  function release(ids: ReadonlySet<Id>, dependents: Dependents): void {
    if (!told || !isWhole(told)) return;
    const released = dates.released(ids, dependents, moment());
    for (const action of released) shown.set(action.id, action);
    dates.take(released.map((action) => ({ id: action.id, action })));
    show();
  }

  const roomCommands = createRoomCommands({
    roomId,
    workspace,
    steps,
    told: () => told?.room,
    tell(room) {
      if (told) told = { ...told, room };
      retake();
    },
    load,
    refreshSoon,
  });

  const sectionCommands = createSectionCommands({
    roomId,
    workspace,
    pending: sections,
    steps,
    told: () => told?.sections ?? [],
    tell(next) {
      if (told) told = { ...told, sections: [...next] };
    },
    actionsIn,
    release,
    load,
    refreshSoon,
  });

  const stops = [
    actions.onChange((changes) => {
      if (isReceiving || !told || !isOwn()) return;
      const own = changes.filter(({ id, action }) => shown.has(id) || (action && isOfRoom(action)));
      if (own.length === 0) return;
      for (const { id, action } of own) {
        if (action) shown.set(id, action);
        else shown.delete(id);
      }
      if (isWhole(told)) dates.take(own);
      show();
    }),
    actions.onSettled(({ action, previous }) => {
      if (!(action && isOfRoom(action)) && !(previous && isOfRoom(previous))) return;
      // What moved with it has a later version now: its next edit is to meet that one.
      if (action?.moved && action.moved.length > 0) void load();
      else refreshSoon();
    }),
    workspace.$day.listen(() => {
      retake();
      void load();
    }),
    workspace.$people.listen(show),
    workspace.$online.listen((online) => {
      if (online && $error.get()) void load();
    }),
    workspace.onWake(() => {
      if ($error.get() || environment.now() - ($loadedAt.get() ?? 0) > STALE) void load();
    }),
  ];
  void load();

  return {
    roomId,
    $status,
    $refreshing,
    $error,
    $plan,
    $company,
    $as,
    $loadedAt,
    async lookAs(as) {
      wanted = as;
      await load();
      const failure = $error.get();
      if ($as.get() !== as && failure) throw failure;
    },
    preview,
    explain: (id) => workspace.call(() => backend.actions.explain(id)),
    addAction,
    moveAction,
    addSection: sectionCommands.add,
    renameSection: sectionCommands.rename,
    moveSection: sectionCommands.move,
    removeSection: sectionCommands.remove,
    release: (id, dependents) => release(new Set([id]), dependents),
    updateRoom: roomCommands.update,
    removeRoom: roomCommands.remove,
    restoreRoom: roomCommands.restore,
    share: roomCommands.share,
    unshare: roomCommands.unshare,
    setPrimaryContact: roomCommands.setPrimaryContact,
    undo: (key) => steps.take(key),
    refresh: load,
    dispose() {
      for (const stop of stops) stop();
      steps.dispose();
      cancelRefresh?.();
      reading?.abort();
    },
  };
}
