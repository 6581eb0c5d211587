// A whole workspace as plain data: what a demo, a story or a page without a server begins with.
import type {
  ActionRecord,
  Company,
  EngagementRecord,
  Group,
  InvoicingMethodRecord,
  ItemRecord,
  Meeting,
  NotificationRecord,
  Person,
  PreferencesRecord,
  RelationshipRecord,
  RoomRecord,
  SectionRecord,
  StateChange,
  TemplateRecord,
  Workspace,
} from '../schema/index.ts';
import type { Kind, Kinds } from './repository.ts';

/** An action as it is or was stored: earlier versions did not keep who changed it last. */
export type SnapshotAction = Omit<ActionRecord, 'updatedBy'> & Partial<Pick<ActionRecord, 'updatedBy'>>;

/** Everything a workspace holds. */
export interface WorkspaceSnapshot {
  workspace: Workspace;
  people: readonly Person[];
  companies?: readonly Company[] | undefined;
  groups?: readonly Group[] | undefined;
  relationships?: readonly RelationshipRecord[] | undefined;
  meetings?: readonly Meeting[] | undefined;
  rooms?: readonly RoomRecord[] | undefined;
  sections?: readonly SectionRecord[] | undefined;
  templates?: readonly TemplateRecord[] | undefined;
  invoicingMethods?: readonly InvoicingMethodRecord[] | undefined;
  engagements?: readonly EngagementRecord[] | undefined;
  items?: readonly ItemRecord[] | undefined;
  actions?: readonly SnapshotAction[] | undefined;
  stateChanges?: readonly StateChange[] | undefined;
  notifications?: readonly NotificationRecord[] | undefined;
  preferences?: readonly PreferencesRecord[] | undefined;
}

/** One thing with its kind: what a write puts into storage. */
export type Write = { [K in Kind]: { kind: K; entity: Kinds[K] } }[Kind];

/** The action with all that this version stores: where it was not kept who changed it last, that is its creator. */
export function presentForm(action: SnapshotAction): ActionRecord {
  return { ...action, updatedBy: action.updatedBy ?? action.createdBy };
}

/** Every thing of a snapshot with its kind, in an order in which what is referred to comes first. */
export function writesOf(snapshot: WorkspaceSnapshot): Write[] {
  const of = <K extends Kind>(kind: K, entities: readonly Kinds[K][] = []) =>
    entities.map((entity) => ({ kind, entity }) as Write);
  return [
    ...of('company', snapshot.companies),
    ...of('person', snapshot.people),
    ...of('group', snapshot.groups),
    ...of('relationship', snapshot.relationships),
    ...of('meeting', snapshot.meetings),
    ...of('room', snapshot.rooms),
    ...of('section', snapshot.sections),
    ...of('template', snapshot.templates),
    ...of('invoicingMethod', snapshot.invoicingMethods),
    ...of('engagement', snapshot.engagements),
    ...of('item', snapshot.items),
    ...of('action', snapshot.actions?.map(presentForm)),
    ...of('stateChange', snapshot.stateChanges),
    ...of('notification', snapshot.notifications),
    ...of('preferences', snapshot.preferences),
  ];
}

/** A workspace with nobody in it: Monday to Friday, UTC. */
export const EMPTY_WORKSPACE: Workspace = {
  id: 'workspace',
  name: 'Workspace',
  timeZone: 'UTC',
  locale: 'en-GB',
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
  version: 1,
};
