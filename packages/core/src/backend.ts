// The port: what a host's backend must offer. Everything that shows or stores goes through it; the local backend
// and the api-client implement it. Its one error type is BackendError.
import type {
  Action,
  ActionDraft,
  ActionFilter,
  ActionPatch,
  ActionSort,
  ActionState,
  Agenda,
  BulkRequest,
  BulkResponse,
  Company,
  CompanyDraft,
  Dependents,
  EngagementBulkRequest,
  EngagementCreation,
  EngagementDetail,
  EngagementDraft,
  Engagement,
  EngagementFilter,
  EngagementPatch,
  EngagementSort,
  Explanation,
  ExportFormat,
  Group,
  GroupDraft,
  Id,
  InvoicingMethod,
  InvoicingMethodDraft,
  Item,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemSchedule,
  Me,
  Meeting,
  MeetingDraft,
  MeetingPatch,
  Notification,
  Page,
  Person,
  PersonDraft,
  Preferences,
  PreferencesDraft,
  Preview,
  PreviewRequest,
  ReadMark,
  Relationship,
  RelationshipDraft,
  RelationshipPatch,
  Room,
  RoomDraft,
  RoomPatch,
  RoomPlan,
  Section,
  SectionDraft,
  SectionPatch,
  Side,
  Template,
  TemplateCheck,
  TemplateCheckRequest,
  TemplateDraft,
  TemplatePatch,
  TemplateSummary,
  Workspace,
  WorkspacePatch,
} from './schema/index.ts';

export { BackendError, type BackendErrorFields } from './backend-error.ts';

/** Options of every call. */
export interface ReadOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Options of every write. */
export interface WriteOptions extends ReadOptions {
  /**
   * Names the person's intent (16–64 of `A–Z a–z 0–9 _ -`): a write tried again under the same intent takes effect
   * once. Absent: the backend makes one for this call.
   */
  intent?: string | undefined;
}

/** Options of a write that must meet the version it was decided on (api.md R-V-2). */
export interface VersionedWriteOptions extends WriteOptions {
  version: number;
}

/** Options of an edit. */
export interface UpdateOptions extends VersionedWriteOptions {
  /**
   * The action as its editor saw it. With it, an edit that meets a newer version is merged when it touches other
   * fields than those that changed meanwhile; without it every mismatch is a `version-conflict`.
   */
  base?: Action | undefined;
}

/** Which page of a list. */
export interface PageQuery {
  /** 1–200; 50 by default. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
  /** Whether to count all that match. */
  count?: boolean | undefined;
}

/** Which people, companies or groups. */
export interface DirectoryQuery extends PageQuery {
  /** Words that the name holds, letter case aside. */
  query?: string | undefined;
  /** People only: which side. */
  side?: Side | undefined;
}

/** Which actions, in which order, and which page of them. */
export interface ActionQuery extends ActionFilter, PageQuery {
  /** `due` by default: earliest first, what has no date last. */
  sort?: ActionSort | undefined;
}

/** Options of deleting what others may rest on. */
export interface RemoveOptions extends VersionedWriteOptions {
  /** What becomes of the dates that rest on it. Absent: it is refused where there are any. */
  dependents?: Dependents | undefined;
}

/** Rooms and their plans (rulebook §4). */
export interface RoomBackend {
  rooms: {
    /** By name. */
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<Room>>;
    get(id: Id, options?: ReadOptions): Promise<Room>;
    /** Empty, or with `templateId` with copies of what is in the template. */
    create(draft: RoomDraft, options?: WriteOptions): Promise<Room>;
    update(id: Id, patch: RoomPatch, options: VersionedWriteOptions): Promise<Room>;
    /** Deletes; its deleter can restore it for 30 days. */
    remove(id: Id, options: VersionedWriteOptions): Promise<void>;
    restore(id: Id, options?: WriteOptions): Promise<Room>;
    /** Shares with a customer's person; the first becomes the primary contact. */
    share(id: Id, personId: Id, options?: WriteOptions): Promise<Room>;
    unshare(id: Id, personId: Id, options: VersionedWriteOptions): Promise<Room>;
    /** One of the guests, or nobody. */
    setPrimaryContact(id: Id, personId: Id | null, options?: WriteOptions): Promise<Room>;
    /** The whole plan in one answer; `as` a guest, or `company`, for members and admins. */
    plan(id: Id, query?: { as?: Id | undefined }, options?: ReadOptions): Promise<RoomPlan>;
    /** What these changes would move; nothing is changed. */
    preview(id: Id, request: PreviewRequest, options?: ReadOptions): Promise<Preview>;
  };
  sections: {
    create(roomId: Id, draft: SectionDraft, options?: WriteOptions): Promise<Section>;
    get(id: Id, options?: ReadOptions): Promise<Section>;
    update(id: Id, patch: SectionPatch, options: VersionedWriteOptions): Promise<Section>;
    /** Deletes it with its actions. */
    remove(id: Id, options: RemoveOptions): Promise<void>;
    /** Brings it back, with the actions that went with it. */
    restore(id: Id, options?: WriteOptions): Promise<Section>;
  };
}

/** Plans to start a room from (rulebook §4). */
export interface TemplateBackend {
  templates: {
    /** By name, without what is in them. */
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<TemplateSummary>>;
    get(id: Id, options?: ReadOptions): Promise<Template>;
    /** With `roomId` in place of `content`: of that room's plan. */
    create(draft: TemplateDraft, options?: WriteOptions): Promise<Template>;
    update(id: Id, patch: TemplatePatch, options: VersionedWriteOptions): Promise<Template>;
    /** Deletes; its deleter can restore it for 30 days. */
    remove(id: Id, options: VersionedWriteOptions): Promise<void>;
    restore(id: Id, options?: WriteOptions): Promise<Template>;
    /** Its faults and warnings, and the dates of a room made on a sample day; nothing is changed. */
    check(id: Id, request?: TemplateCheckRequest, options?: ReadOptions): Promise<TemplateCheck>;
  };
}

/** Which engagements, in which order, and which page of them. */
export interface EngagementQuery extends EngagementFilter, PageQuery {
  /** `title` by default. */
  sort?: EngagementSort | undefined;
}

/** Options of an edit of an engagement. */
export interface EngagementUpdateOptions extends VersionedWriteOptions {
  /** The engagement as its editor saw it: with it, edits of other fields than those that changed meanwhile are merged. */
  base?: Engagement | undefined;
}

/** Options of scheduling: with a version, it must be the one the schedule was decided on. */
export interface ScheduleOptions extends WriteOptions {
  version?: number | undefined;
}

/** A file made of data, for a person to keep. */
export interface ExportFile {
  /** Such as `engagements-2026-05-15.xlsx`. */
  name: string;
  data: Blob;
}

/** Coaching engagements (rulebook §5). */
export interface EngagementBackend {
  engagements: {
    /** Those that the viewer sees. */
    list(query?: EngagementQuery, options?: ReadOptions): Promise<Page<Engagement>>;
    get(id: Id, options?: ReadOptions): Promise<EngagementDetail>;
    /** For up to 500 coachees or a group, one each or one for all; every one answers for itself. */
    create(draft: EngagementDraft, options?: WriteOptions): Promise<EngagementCreation>;
    update(id: Id, patch: EngagementPatch, options: EngagementUpdateOptions): Promise<EngagementDetail>;
    /** Deletes it from every portal; its deleter can restore it for 30 days. */
    remove(id: Id, options: VersionedWriteOptions): Promise<void>;
    restore(id: Id, options?: WriteOptions): Promise<EngagementDetail>;
    /** Draft to active, never back; already active: answers it unchanged. */
    activate(id: Id, options?: WriteOptions): Promise<EngagementDetail>;
    /** Lets its coachees see it. */
    share(id: Id, options?: WriteOptions): Promise<EngagementDetail>;
    unshare(id: Id, options?: WriteOptions): Promise<EngagementDetail>;
    /** One operation on up to 500 engagements; every one answers for itself, in the order asked. */
    bulk(request: EngagementBulkRequest, options?: WriteOptions): Promise<BulkResponse>;
    /** All that match, as a file; see {@link EngagementBackend.exportFormats}. */
    export(
      query?: EngagementFilter & { format?: ExportFormat | undefined },
      options?: ReadOptions,
    ): Promise<ExportFile>;
  };
  items: {
    create(engagementId: Id, draft: ItemDraft, options?: WriteOptions): Promise<Item>;
    get(id: Id, options?: ReadOptions): Promise<Item>;
    update(id: Id, patch: ItemPatch, options: VersionedWriteOptions): Promise<Item>;
    /** Deletes it, with the actions that it became. */
    remove(id: Id, options: VersionedWriteOptions): Promise<void>;
    restore(id: Id, options?: WriteOptions): Promise<Item>;
    /** When it is released, due and held; a coachee picks the time of a session that allows it. */
    schedule(id: Id, schedule: ItemSchedule, options?: ScheduleOptions): Promise<Item>;
    /** Done or not, with answers or a text. */
    complete(id: Id, completion: ItemCompletion, options?: WriteOptions): Promise<Item>;
  };
  invoicingMethods: {
    /** By name; for admins. */
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<InvoicingMethod>>;
    create(draft: InvoicingMethodDraft, options?: WriteOptions): Promise<InvoicingMethod>;
  };
  /** The formats that this backend can export engagements in. */
  exportFormats: readonly ExportFormat[];
}

/** Which notifications, and which page of them. */
export interface NotificationQuery extends PageQuery {
  /** Only those that are unread. */
  unread?: boolean | undefined;
}

/** What a person is told (rulebook §7). */
export interface NotificationBackend {
  notifications: {
    /** The viewer's own, latest first: what they may see still, and what was not taken back. */
    list(query?: NotificationQuery, options?: ReadOptions): Promise<Page<Notification>>;
    /** Marks one as read. */
    read(id: Id, options?: WriteOptions): Promise<void>;
    /** Marks all as read, or those up to one. */
    readAll(mark?: ReadMark, options?: WriteOptions): Promise<void>;
  };
  preferences: {
    /** By which channels the viewer is told of each kind. */
    get(options?: ReadOptions): Promise<Preferences>;
    /** Chooses anew; a kind that is left out has the usual channels again. */
    replace(draft: PreferencesDraft, options?: WriteOptions): Promise<Preferences>;
  };
}

/** The workspace's people, companies and groups (rulebook §1), which a host keeps in step with its own directory; for admins. */
export interface DirectoryBackend {
  people: {
    /** By name. */
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<Person>>;
    /** Makes the person of this id, or writes them whole; where that says nothing new, the version stays. */
    put(id: Id, draft: PersonDraft, options?: WriteOptions): Promise<Person>;
  };
  companies: {
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<Company>>;
    put(id: Id, draft: CompanyDraft, options?: WriteOptions): Promise<Company>;
  };
  groups: {
    list(query?: DirectoryQuery, options?: ReadOptions): Promise<Page<Group>>;
    put(id: Id, draft: GroupDraft, options?: WriteOptions): Promise<Group>;
  };
  workspace: {
    /** What is read of it is told with {@link Backend.me}. Another zone or calendar moves the dates that rest on it. */
    update(patch: WorkspacePatch, options: VersionedWriteOptions): Promise<Workspace>;
  };
}

/** What a host must offer. Every promise rejects with a {@link BackendError}, or the reason of an aborted signal. */
export interface Backend
  extends DirectoryBackend, RoomBackend, TemplateBackend, EngagementBackend, NotificationBackend {
  /** Who is asking, and in which workspace. */
  me(options?: ReadOptions): Promise<Me>;
  relationships: {
    list(query?: PageQuery, options?: ReadOptions): Promise<Page<Relationship>>;
    get(id: Id, options?: ReadOptions): Promise<Relationship>;
    create(draft: RelationshipDraft, options?: WriteOptions): Promise<Relationship>;
    update(id: Id, patch: RelationshipPatch, options: VersionedWriteOptions): Promise<Relationship>;
  };
  meetings: {
    /** The meetings of a relationship, latest first. */
    list(relationshipId: Id, query?: PageQuery, options?: ReadOptions): Promise<Page<Meeting>>;
    create(relationshipId: Id, draft: MeetingDraft, options?: WriteOptions): Promise<Meeting>;
    get(id: Id, options?: ReadOptions): Promise<Meeting>;
    update(id: Id, patch: MeetingPatch, options: VersionedWriteOptions): Promise<Meeting>;
    /** What was carried into it, made in it, and done since the one before; a past one as it was then. */
    agenda(id: Id, options?: ReadOptions): Promise<Agenda>;
  };
  actions: {
    list(query?: ActionQuery, options?: ReadOptions): Promise<Page<Action>>;
    get(id: Id, options?: ReadOptions): Promise<Action>;
    create(draft: ActionDraft, options?: WriteOptions): Promise<Action>;
    update(id: Id, patch: ActionPatch, options: UpdateOptions): Promise<Action>;
    /** Already there: answers the action unchanged. */
    setState(id: Id, state: ActionState, options?: WriteOptions): Promise<Action>;
    /** Deletes; its deleter can restore it for 30 days. */
    remove(id: Id, options: RemoveOptions): Promise<void>;
    restore(id: Id, options?: WriteOptions): Promise<Action>;
    /** The steps that led to its dates. */
    explain(id: Id, options?: ReadOptions): Promise<Explanation>;
    /** One operation on up to 500 actions; every one answers for itself, in the order asked. */
    bulk(request: BulkRequest, options?: WriteOptions): Promise<BulkResponse>;
  };
}
