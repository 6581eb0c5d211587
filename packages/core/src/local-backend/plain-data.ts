// A workspace as a host page writes it by hand. What goes without saying may be left out and is filled in; what cannot be
// used is told of, every fault with its place and how to mend it, and nothing of it is taken.
import { BackendError } from '../backend.ts';
import { formatInstant, isOpen, keyAfter } from '../domain/index.ts';
import {
  type ActionState,
  type Assignee,
  type CivilDate,
  type Company,
  type Group,
  type Id,
  type Instant,
  type Meeting,
  type Person,
  type PlannedDateDraft,
  type PlannedDateRecord,
  type RelationshipRecord,
  type RoomRecord,
  type SectionRecord,
  type TimeZone,
  timeZoneSchema,
  type Workspace,
} from '../schema/index.ts';
import { faultsOf, faultsOfReferences, type PlainFault } from './plain-data-faults.ts';
import { EMPTY_WORKSPACE, type SnapshotAction, type WorkspaceSnapshot } from './snapshot.ts';

type Given<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, K>>;
type PlainDate = CivilDate | PlannedDateDraft | PlannedDateRecord | null;

/** An action as it is written by hand: a title will do. */
export interface PlainAction extends Partial<Omit<SnapshotAction, 'title' | 'assignee' | 'start' | 'due'>> {
  title: string;
  /** A person's id, or whom else it is assigned to. Personal actions are their creator's. */
  assignee?: Id | Assignee | null | undefined;
  /** A date, or the rule that gives one. */
  start?: PlainDate | undefined;
  due?: PlainDate | undefined;
}

/**
 * A whole workspace as plain data. Times that are left out are now, creators the viewer, versions 1; an action's place is
 * the viewer's personal list, its state `todo`.
 */
export interface PlainData extends Omit<
  WorkspaceSnapshot,
  'workspace' | 'people' | 'companies' | 'groups' | 'relationships' | 'meetings' | 'rooms' | 'sections' | 'actions'
> {
  workspace?: Partial<Workspace> | undefined;
  people: readonly Given<Person, 'id' | 'name'>[];
  companies?: readonly Given<Company, 'id' | 'name'>[] | undefined;
  groups?: readonly Given<Group, 'id' | 'name'>[] | undefined;
  relationships?: readonly Given<RelationshipRecord, 'id' | 'managerId' | 'reportId'>[] | undefined;
  meetings?: readonly Given<Meeting, 'id' | 'relationshipId' | 'startsAt'>[] | undefined;
  rooms?: readonly Given<RoomRecord, 'id' | 'name' | 'companyId'>[] | undefined;
  sections?: readonly Given<SectionRecord, 'id' | 'name' | 'roomId'>[] | undefined;
  actions?: readonly PlainAction[] | undefined;
}

/** What is filled in where it is left out. */
export interface PlainDataDefaults {
  /** Whose eyes the workspace is seen with: a person of it. */
  viewerId: Id;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** The workspace's zone; UTC where it is none that can be written. */
  timeZone: TimeZone;
}

/** How many faults an error names. */
const TOLD = 5;

/**
 * The workspace that plain data holds.
 * @param data as a host page gives it; nothing of it is trusted
 * @throws BackendError `validation` where it cannot be used: `errors` has every fault, its message the place and what to mend
 * @example
 * readPlainData(
 *   { people: [{ id: 'ana', name: 'Ana' }], actions: [{ title: 'Send the deck', due: '2026-05-22' }] },
 *   { viewerId: 'ana', now: Date.now(), timeZone: 'Europe/Berlin' },
 * )
 */
export function readPlainData(data: PlainData, defaults: PlainDataDefaults): WorkspaceSnapshot {
  const whole = filled(data, defaults);
  refuse(faultsOf(data, whole));
  const snapshot = whole as unknown as WorkspaceSnapshot;
  refuse(faultsOfReferences(snapshot, defaults.viewerId));
  return snapshot;
}

function refuse(faults: readonly PlainFault[]): void {
  if (faults.length === 0) return;
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more` : '';
  const told = faults.slice(0, TOLD).map(({ place, message }) => `${place} ${message}`);
  throw new BackendError('validation', {
    errors: faults.map(({ place, pointer, code, message }) => ({ pointer, code, message: `${place} ${message}` })),
    detail: `The page's own data cannot be used: ${told.join('; ')}${more}.`,
  });
}

// ── what is left out ──────────────────────────────────────────────────────────────────────────────

type Fields = Readonly<Record<string, unknown>>;

/** What is written of a thing; what is not an object stays what it is, and is told of. */
function written(thing: unknown): Fields {
  if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return {};
  if (!Object.values(thing).includes(undefined)) return thing as Fields;
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));
}

function filled(data: unknown, { viewerId, now, timeZone }: PlainDataDefaults): Fields {
  const given = written(data);
  const at = formatInstant(now);
  const last = new Map<unknown, string>();

  /** Who made it when, and that it was not changed since. */
  function making({ createdAt = at, createdBy = viewerId }: Fields): Fields {
    return { createdBy, createdAt, updatedAt: createdAt, version: 1 };
  }

  /** Behind the one before it in its place. */
  function nextIn(place: unknown): string {
    const position = keyAfter(last.get(place) ?? null);
    last.set(place, position);
    return position;
  }

  function action(thing: Fields, index: number): Fields {
    const made = making(thing);
    const { createdBy, createdAt } = made as { createdBy: Id; createdAt: Instant };
    const { context = { type: 'personal' }, updatedAt = createdAt, state = 'todo' } = thing;
    const { type, sectionId } = context as { type?: unknown; sectionId?: unknown };
    const { start = null, due = null, assignee = type === 'personal' ? createdBy : null, ...others } = thing;
    const dated = (date: unknown) => plannedDate(date, { setBy: createdBy, setAt: createdAt });
    const dueDate = dated(due);
    return {
      id: `action-${index + 1}`,
      context,
      description: '',
      position: type === 'room' ? nextIn(sectionId) : null,
      state,
      closed: isOpen(state as ActionState)
        ? null
        : { at: updatedAt, by: createdBy, due: written(dueDate)['date'] ?? null },
      ...made,
      updatedBy: createdBy,
      deleted: null,
      ...others,
      assignee: typeof assignee === 'string' ? { type: 'person', personId: assignee } : assignee,
      start: dated(start),
      due: dueDate,
    };
  }

  const fill: Readonly<Record<string, (thing: Fields, index: number) => Fields>> = {
    people: (thing) => ({
      email: null,
      avatarUrl: null,
      side: 'internal',
      role: thing['side'] === 'external' ? 'guest' : 'member',
      companyId: null,
      timeZone: null,
      version: 1,
      ...thing,
    }),
    companies: (thing) => ({ version: 1, ...thing }),
    groups: (thing) => ({ memberIds: [], version: 1, ...thing }),
    relationships: (thing) => ({ viewerIds: [], timeZone: null, ...making(thing), ...thing }),
    meetings: (thing) => ({ title: null, endedAt: null, ...making(thing), ...thing }),
    rooms: (thing) => ({
      targetDate: null,
      timeZone: null,
      memberIds: [viewerId],
      guests: [],
      primaryContactId: null,
      ...making(thing),
      updatedBy: thing['createdBy'] ?? viewerId,
      deleted: null,
      ...thing,
    }),
    sections: (thing) => ({
      position: nextIn(thing['roomId']),
      ...making(thing),
      updatedBy: thing['createdBy'] ?? viewerId,
      deleted: null,
      ...thing,
    }),
    actions: action,
  };

  const lists = Object.entries(given).map(([name, list]): [string, unknown] => {
    const whole = fill[name];
    if (!whole || !Array.isArray(list)) return [name, list];
    return [name, list.map((thing, index) => whole(written(thing), index))];
  });
  // A browser may be set to an offset, or to no zone at all: that is not the host's fault.
  const own = timeZoneSchema.safeParse(timeZone).success ? timeZone : 'UTC';
  const workspace = { ...EMPTY_WORKSPACE, timeZone: own, ...written(given['workspace']) };
  return { ...Object.fromEntries(lists), workspace };
}

/** The date with its rule: a date alone is a fixed one. */
function plannedDate(date: unknown, set: { setBy: Id; setAt: Instant }): unknown {
  if (date === null) return null;
  const given = typeof date === 'string' ? { rule: { type: 'fixed', date } } : written(date);
  const rule = written(given['rule']);
  const isFixed = rule['type'] === 'fixed';
  return {
    pinned: null,
    date: given['pinned'] ?? (isFixed ? rule['date'] : null),
    basis: isFixed || given['pinned'] ? 'fixed' : 'projected',
    waitingOn: [],
    ...set,
    ...given,
  };
}
