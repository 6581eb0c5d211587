// One meeting's agenda: what the backend told of it last, with the page's own actions over it, so that what is added or
// closed shows in the moment it is done, offline too. A meeting that is over is shown as it was told: what its actions have
// become since is none of it.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import { type AgendaLists, currentMeeting, inStandingOrder, liveAgenda, parseInstant } from '../domain/index.ts';
import type { Action, ActionDraft, Agenda, CarriedAction, Id, Meeting, MeetingPatch } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

/** Which meeting: one by its id, or the one that a relationship is at (the one that goes on, the next, else the last). */
export type WhichMeeting = { meetingId: Id } | { relationshipId: Id };

/** What is written to add an action to the meeting. */
export type MeetingActionDraft = Omit<ActionDraft, 'id' | 'context'>;

export interface MeetingAgendaStore {
  readonly $status: ReadableAtom<LoadStatus>;
  /** Whether it is being loaded again while it is shown. */
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** The agenda as it is shown; null until it was loaded, and where the relationship has no meeting. */
  readonly $agenda: ReadableAtom<Agenda | null>;
  /** Carried rows that were just completed here, and stay a moment where they were. */
  readonly $lingering: ReadableAtom<ReadonlySet<Id>>;
  /** When it was loaded last, in milliseconds since 1970-01-01T00:00Z. */
  readonly $loadedAt: ReadableAtom<number | null>;

  /** The action as it would be made in the meeting. */
  draft(draft: MeetingActionDraft): Omit<ActionDraft, 'id'>;
  /** Renames, moves or ends the meeting. Rejects with the BackendError where it was refused. */
  update(patch: MeetingPatch): Promise<Meeting>;
  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** How long it waits after a change before it asks how all stands, in milliseconds. */
const SETTLING = 400;
/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 60_000;
/** How long a carried row that was completed here stays where it was, in milliseconds. */
const GRACE = 3_000;
/** A timer waits no longer than this: the meeting's start is looked for again then. */
const LONGEST_WAIT = 12 * 3_600_000;

/**
 * The agenda of a meeting. It begins to load at once.
 * @example createMeetingAgenda(workspace, { meetingId: 'm1' }).$agenda.subscribe((agenda) => agenda && show(agenda.carried))
 */
export function createMeetingAgenda(workspace: WorkspaceStore, which: WhichMeeting): MeetingAgendaStore {
  const { backend, actions, environment } = workspace;

  // ── state ───────────────────────────────────────────────────────────────────────────────────

  const $status = atom<LoadStatus>('idle');
  const $refreshing = atom(false);
  const $error = atom<BackendError | null>(null);
  const $agenda = atom<Agenda | null>(null);
  const $lingering = atom<ReadonlySet<Id>>(new Set());
  const $loadedAt = atom<number | null>(null);
  /** What the backend told last. */
  let told: Agenda | null = null;
  /** The order in which the rows of each list stand. */
  let order: Record<keyof AgendaLists, Id[]> = { carried: [], added: [], completed: [] };
  let reading: AbortController | null = null;
  let isReceiving = false;
  let cancelRefresh: (() => void) | null = null;
  let cancelStart: (() => void) | null = null;
  const graces = new Map<Id, () => void>();

  // ── derived ─────────────────────────────────────────────────────────────────────────────────

  function isHere({ context }: Action, agenda: Agenda): boolean {
    return context.type === 'relationship' && context.relationshipId === agenda.meeting.relationshipId;
  }

  function lists(agenda: Agenda): AgendaLists {
    const here = [...actions.$actions.get().values()].filter((action) => isHere(action, agenda));
    return liveAgenda(agenda, here, environment.now());
  }

  function show(): void {
    if (!told) return;
    const { carried, added, completed } = lists(told);
    const stay = completed.filter(({ id }) => graces.has(id));
    const shown = {
      carried: inStandingOrder([...carried, ...stay.map(asCarried)], order.carried),
      added: inStandingOrder(added, order.added),
      completed: inStandingOrder(
        completed.filter(({ id }) => !graces.has(id)),
        order.completed,
      ),
    };
    order = { carried: idsOf(shown.carried), added: idsOf(shown.added), completed: idsOf(shown.completed) };
    $lingering.set(new Set(idsOf(stay)));
    $agenda.set({ ...told, ...shown });
  }

  /** A row that has left the list it was in: how often it was carried is known from before. */
  function asCarried(action: Action): CarriedAction {
    const before = $agenda.get()?.carried.find(({ id }) => id === action.id)?.carried;
    return { ...action, carried: before ?? { since: null, times: 1 } };
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
      const meetingId = 'meetingId' in which ? which.meetingId : await lookUpMeeting(which.relationshipId, signal);
      const since = actions.moment();
      const agenda =
        meetingId === null ? null : await workspace.call(() => backend.meetings.agenda(meetingId, { signal }));
      if (signal.aborted) return;
      if (agenda) receive(agenda, since);
      else clear();
      $loadedAt.set(environment.now());
      $error.set(null);
      $status.set('ready');
    } catch (thrown) {
      if (signal.aborted) return;
      const error = asBackendError(thrown);
      $error.set(error);
      // A meeting that was taken away is not shown any longer.
      if (error.code === 'not-found') clear();
      if (!told) $status.set('error');
    } finally {
      if (reading === own) $refreshing.set(false);
    }
  }

  async function lookUpMeeting(relationshipId: Id, signal: AbortSignal): Promise<Id | null> {
    const meetings: Meeting[] = [];
    const now = environment.now();
    for (let cursor: string | undefined; ;) {
      const query = { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) };
      const page = await workspace.call(() => backend.meetings.list(relationshipId, query, { signal }));
      meetings.push(...page.items);
      // Latest first: once one has started, those before it are of no account.
      const last = meetings.at(-1);
      if (page.next === null || (last && parseInstant(last.startsAt) <= now)) break;
      cursor = page.next;
    }
    return currentMeeting(meetings, now)?.id ?? null;
  }

  function receive(agenda: Agenda, since: number): void {
    const isSame = told?.meeting.id === agenda.meeting.id && told.past === agenda.past;
    told = agenda;
    if (!isSame) order = { carried: [], added: [], completed: [] };
    order = {
      carried: merged(order.carried, agenda.carried),
      added: merged(order.added, agenda.added),
      completed: merged(order.completed, agenda.completed),
    };
    // What a past agenda tells is how things were; the page's own actions stay as they are.
    if (!agenda.past) {
      isReceiving = true;
      const all = [...agenda.carried.map(({ carried: _, ...action }) => action), ...agenda.added, ...agenda.completed];
      actions.receive(all, since);
      const there = new Set(idsOf(all));
      const { carried, added, completed } = lists(agenda);
      const lost = idsOf([...carried, ...added, ...completed]).filter((id) => !there.has(id));
      actions.forget(lost, since);
      isReceiving = false;
    }
    show();
    waitForStart(agenda);
  }

  /** The lists stand from the meeting's start on: looked at anew in that moment. */
  function waitForStart({ meeting }: Agenda): void {
    cancelStart?.();
    const wait = parseInstant(meeting.startsAt) - environment.now();
    if (wait > 0) cancelStart = environment.after(Math.min(wait, LONGEST_WAIT), () => void load());
  }

  function clear(): void {
    told = null;
    cancelStart?.();
    $agenda.set(null);
  }

  function refreshSoon(): void {
    cancelRefresh?.();
    cancelRefresh = environment.after(SETTLING, () => void load());
  }

  /** What was completed on this page would jump away under the pointer: it stays for a moment. */
  function linger(id: Id): void {
    graces.get(id)?.();
    graces.set(
      id,
      environment.after(GRACE, () => {
        graces.delete(id);
        show();
      }),
    );
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────

  function draft(written: MeetingActionDraft): Omit<ActionDraft, 'id'> {
    if (!told) throw new TypeError('The meeting is not loaded yet: wait for $agenda.');
    const { id: meetingId, relationshipId } = told.meeting;
    return { ...written, context: { type: 'relationship', relationshipId, meetingId } };
  }

  async function update(patch: MeetingPatch): Promise<Meeting> {
    if (!told) throw new TypeError('The meeting is not loaded yet: wait for $agenda.');
    const { id, version } = told.meeting;
    const meeting = await workspace.call(() => backend.meetings.update(id, patch, { version }));
    await load();
    return meeting;
  }

  const stops = [
    actions.onChange((changes) => {
      const agenda = told;
      if (isReceiving || !agenda || agenda.past) return;
      const here = changes.filter(({ action, previous }) =>
        [action, previous].some((one) => one !== undefined && isHere(one, agenda)),
      );
      if (here.length === 0) return;
      for (const { id, action, own } of here) {
        if (own && action?.state === 'done' && order.carried.includes(id)) linger(id);
      }

      show();
    }),
    actions.onSettled(({ action, previous }) => {
      const agenda = told;
      if (agenda && [action, previous].some((one) => one !== null && isHere(one, agenda))) refreshSoon();
    }),
    workspace.$day.listen(() => void load()),
    workspace.$online.listen((online) => {
      if (online && $error.get()) void load();
    }),
    workspace.onWake(() => {
      if ($error.get() || environment.now() - ($loadedAt.get() ?? 0) > STALE) void load();
    }),
  ];
  void load();

  return {
    $status,
    $refreshing,
    $error,
    $agenda,
    $lingering,
    $loadedAt,
    draft,
    update,
    refresh: load,
    dispose() {
      for (const stop of stops) stop();
      for (const cancel of graces.values()) cancel();
      cancelRefresh?.();
      cancelStart?.();
      reading?.abort();
    },
  };
}

function idsOf(rows: readonly { id: Id }[]): Id[] {
  return rows.map(({ id }) => id);
}

/** The order that rows had, and those that are new after them. */
function merged(before: readonly Id[], rows: readonly { id: Id }[]): Id[] {
  return idsOf(inStandingOrder(rows, before));
}
