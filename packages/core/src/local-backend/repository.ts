// What the local backend stores through: a small repository of one workspace. Two keep this contract: memory (here,
// optionally persisted in IndexedDB) and SQL (in the server).
import type {
  ActionFilter,
  ActionRecord,
  ActionSort,
  CivilDate,
  Company,
  EngagementFilter,
  EngagementRecord,
  EngagementSort,
  Group,
  Id,
  Instant,
  InvoicingMethodRecord,
  ItemRecord,
  Meeting,
  NotificationRecord,
  Person,
  PreferencesRecord,
  RelationshipRecord,
  RoomRecord,
  SectionRecord,
  Side,
  StateChange,
  TemplateRecord,
  TimeZone,
  Workspace,
} from '../schema/index.ts';
import type { EveryEngagement, PeopleSeen, VisibleContainer } from '../domain/index.ts';

export type { VisibleContainer };

/** Every kind of thing a repository keeps, with its stored form. */
export interface Kinds {
  /** The one that all else is in. */
  workspace: Workspace;
  person: Person;
  company: Company;
  group: Group;
  relationship: RelationshipRecord;
  meeting: Meeting;
  room: RoomRecord;
  section: SectionRecord;
  template: TemplateRecord;
  engagement: EngagementRecord;
  item: ItemRecord;
  invoicingMethod: InvoicingMethodRecord;
  action: ActionRecord;
  stateChange: StateChange;
  notification: NotificationRecord;
  /** By the person's id. */
  preferences: PreferencesRecord;
}
/** A kind of thing that is kept. */
export type Kind = keyof Kinds;

/** Kinds that carry a version and can be written again. */
export type VersionedKind = Exclude<Kind, 'stateChange'>;

/**
 * Kinds that hold what is no part of their version: an action's dates as the day made them, when those of a room will
 * turn, the version of a section as guests see it, the actions that an item became with the day, and when that will be.
 */
export type RestatedKind = 'room' | 'section' | 'engagement' | 'item' | 'action';

/** The fields that things are found by besides their ids. */
export interface Findable {
  workspace: never;
  person: 'side' | 'role' | 'companyId';
  company: never;
  group: never;
  relationship: never;
  meeting: 'relationshipId';
  room: never;
  section: 'roomId';
  template: never;
  engagement: never;
  item: 'engagementId';
  invoicingMethod: never;
  action: never;
  stateChange: 'actionId';
  notification: 'personId';
  preferences: never;
}

/** Which things `find` gives: those whose every named field equals the value, or is one of the values. */
export type Criteria<K extends Kind> = { id?: Id | readonly Id[] | undefined } & {
  [F in Findable[K] & keyof Kinds[K]]?: Kinds[K][F] | readonly Kinds[K][F][] | undefined;
};

/** Where a page begins: after this key and id, in the list's order. */
export interface Position {
  /** The sort key as the list orders by it; see `sortKey` in core/domain. */
  key: number | string;
  id: Id;
}

/** What a list of actions asks of a repository. Deleted actions are never in it. */
export interface ActionListRequest extends PageRequest {
  /** Only actions of these places. */
  containers: readonly VisibleContainer[];
  /** And those of every engagement that is not deleted. */
  everyEngagement?: EveryEngagement | undefined;
  /** `me` is already a person's id here. */
  filter: ActionFilter;
  sort: ActionSort;
}

/**
 * Which engagements of the whole workspace, as admins see them; see `matchesEngagement`, `engagementSortKey` in core/domain.
 * Deleted ones are never in it.
 */
export interface EngagementListRequest extends PageRequest {
  /** `me` is already a person's id here. */
  filter: EngagementFilter;
  sort: EngagementSort;
  /** Only these. */
  among?: ReadonlySet<Id> | undefined;
}

/** Which actions of a relationship can be on a meeting's agenda; see {@link Transaction.agendaRows}. */
export interface AgendaRequest {
  relationshipId: Id;
  meetingId: Id;
  /** When the meeting before it started; null for a first one. */
  since: Instant | null;
}

/** What an agenda is worked out from. */
export interface AgendaRows {
  actions: ActionRecord[];
  /** All changes of state of those actions. */
  changes: StateChange[];
}

/** Which page of a list: at most `limit` of what follows `after`. */
export interface PageRequest {
  after: Position | null;
  limit: number;
  /** Whether to count all that are in the list. */
  count: boolean;
}

export interface ListAnswer<T> {
  /** At most `limit` records in order. */
  records: T[];
  /** Whether more follow. */
  more: boolean;
  /** How many match in all, where asked. */
  count: number | null;
}

/** The lists besides that of actions, and what each can be narrowed to. */
export interface Listings {
  /** By name. `query`: words that the name holds. */
  person: { seen: PeopleSeen; side?: Side | undefined; query?: string | undefined };
  company: { query?: string | undefined };
  group: { query?: string | undefined };
  /** As they were made. `among`: only these. */
  relationship: { among?: ReadonlySet<Id> | undefined };
  /** By name, deleted ones left out. `among`: only these. */
  room: { query?: string | undefined; among?: ReadonlySet<Id> | undefined };
  /** By name, deleted ones left out. `kinds`: only of these. */
  template: {
    query?: string | undefined;
    kinds?: ReadonlySet<TemplateRecord['content']['kind']> | undefined;
  };
  /** By name. */
  invoicingMethod: { query?: string | undefined };
  /** Latest first. */
  meeting: { relationshipId: Id };
  /** A person's, latest first: those told on the platform. `causes`: only of these; `unread`: only unread ones. */
  notification: { personId: Id; causes?: ReadonlySet<string> | undefined; unread?: boolean | undefined };
}
/** A kind that is listed in an order of its own. */
export type ListedKind = keyof Listings;

/** One transaction of one workspace. Reads see its own writes; what it gives must not be changed in place. */
export interface Transaction {
  workspace(): Promise<Workspace>;
  get<K extends Kind>(kind: K, id: Id): Promise<Kinds[K] | null>;
  /** In no order. */
  find<K extends Kind>(kind: K, where: Criteria<K>): Promise<Kinds[K][]>;
  /** The relationships in which the person is manager, report, viewer or creator: what their access rests on. */
  relationshipsOf(personId: Id): Promise<RelationshipRecord[]>;
  /** The rooms in which the person is member or guest, deleted ones left out. */
  roomsOf(personId: Id): Promise<RoomRecord[]>;
  /** The engagements in which the person is coach, coachee or spectator, in whatever state; deleted ones left out. */
  engagementsOf(personId: Id): Promise<EngagementRecord[]>;
  /** The zones that engagements name, each once. */
  engagementZones(): Promise<TimeZone[]>;
  /** The engagements that turn on this day or did before, deleted ones left out; see `turnsOn`. */
  engagementsTurning(by: CivilDate): Promise<EngagementRecord[]>;
  /** The actions of a room, deleted ones left out, in no order. */
  actionsOfRoom(roomId: Id): Promise<ActionRecord[]>;
  /** The actions of a relationship that are open, of the meeting, or changed since the one before; deleted ones left out. */
  agendaRows(request: AgendaRequest): Promise<AgendaRows>;
  /** The room, if it is there, held until the transaction ends: nobody else changes its plan or works it out meanwhile. */
  hold(roomId: Id): Promise<RoomRecord | null>;
  /** The same for engagements: nobody else changes one of them or what is in it meanwhile. Held in the order of their ids. */
  holdEngagements(ids: readonly Id[]): Promise<EngagementRecord[]>;
  /** Adds; what it names is there already. Rejects with {@link IdTaken} where the id is in use, by this workspace or another. */
  insert<K extends Kind>(kind: K, entity: Kinds[K]): Promise<void>;
  /** Writes the next version: `entity.version` is one more than what was read; else rejects with {@link LostRace}. */
  replace<K extends VersionedKind>(kind: K, entity: Kinds[K]): Promise<void>;
  /** The same for several; where one is refused, the transaction is to be given up. */
  insertAll<K extends Kind>(kind: K, entities: readonly Kinds[K][]): Promise<void>;
  replaceAll<K extends VersionedKind>(kind: K, entities: readonly Kinds[K][]): Promise<void>;
  /**
   * Writes what is no change of the thing itself, as with the day: the version stays the one that was read; where it is another, rejects with
   * {@link LostRace}.
   */
  restate<K extends RestatedKind>(kind: K, entities: readonly Kinds[K][]): Promise<void>;
  /** One page of a kind's own list; see {@link LISTINGS} for its order. */
  list<K extends ListedKind>(kind: K, where: Listings[K], page: PageRequest): Promise<ListAnswer<Kinds[K]>>;
  listActions(request: ActionListRequest): Promise<ListAnswer<ActionRecord>>;
  /** One page of the workspace's engagements. */
  listEngagements(request: EngagementListRequest): Promise<ListAnswer<EngagementRecord>>;
}

/** Storage of one workspace. */
export interface Repository {
  /**
   * Runs `work` in one transaction: all its writes are kept, or none where it rejects. Where another transaction got
   * in between ({@link LostRace}) it is run again from the start, a few times, so `work` must have no other effect.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** The id is already in use. */
export class IdTaken extends Error {
  override readonly name = 'IdTaken';
}

/** Another transaction wrote the same thing first. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}
