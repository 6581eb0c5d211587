// What is wrong with a workspace that a host page wrote by hand: a field with a value it cannot have, a name that nobody
// knows, a thing that is named and is not there.
import * as z from 'zod/mini';
import {
  actionContextSchema,
  actionStateSchema,
  assigneeSchema,
  checkInput,
  closingSchema,
  companySchema,
  dateBasisSchema,
  dateRuleSchema,
  descriptionSchema,
  groupSchema,
  type Id,
  idSchema,
  instantSchema,
  meetingSchema,
  personSchema,
  pointerOf,
  positionSchema,
  readDateSchema,
  relationshipRecordSchema,
  roomSchema,
  sectionSchema,
  titleSchema,
  versionSchema,
  workspaceSchema,
} from '../schema/index.ts';
import type { WorkspaceSnapshot } from './snapshot.ts';

/** A fault of plain data. */
export interface PlainFault {
  /** As it is written in JavaScript: `actions[3].due`. */
  readonly place: string;
  readonly pointer: string;
  readonly code: string;
  /** What it must be. */
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

const deletionSchema = z.nullable(z.looseObject({ at: instantSchema, by: idSchema }));
const shownSchema = z.optional(z.nullable(z.looseObject({})));
const storedSchema = { createdBy: idSchema, updatedBy: idSchema, deleted: deletionSchema };

const plannedDateSchema = z.nullable(
  z.strictObject({
    rule: dateRuleSchema,
    pinned: z.nullable(readDateSchema),
    date: z.nullable(readDateSchema),
    basis: dateBasisSchema,
    waitingOn: z.array(z.string()),
    setBy: idSchema,
    setAt: instantSchema,
  }),
);

/** What is made by the engine alone is written whole, as it was exported: only that it is there is looked at. */
const wholeSchema = z.looseObject({ id: idSchema });

const { may: _roomMay, moved: _roomMoved, ...roomShape } = roomSchema.shape;
const { may: _sectionMay, ...sectionShape } = sectionSchema.shape;

const LISTS: Readonly<Record<keyof Omit<WorkspaceSnapshot, 'workspace'>, z.ZodMiniType>> = {
  people: z.strictObject(personSchema.shape),
  companies: z.strictObject(companySchema.shape),
  groups: z.strictObject(groupSchema.shape),
  relationships: z.strictObject(relationshipRecordSchema.shape),
  meetings: z.strictObject(meetingSchema.shape),
  rooms: z.strictObject({ ...roomShape, ...storedSchema, turnsOn: z.optional(z.nullable(z.string())) }),
  sections: z.strictObject({ ...sectionShape, ...storedSchema, position: positionSchema, shown: shownSchema }),
  actions: z.strictObject({
    ...storedSchema,
    id: idSchema,
    context: actionContextSchema,
    title: titleSchema,
    description: descriptionSchema,
    assignee: z.nullable(assigneeSchema),
    start: plannedDateSchema,
    due: plannedDateSchema,
    position: z.nullable(z.string()),
    state: actionStateSchema,
    closed: z.nullable(closingSchema),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    version: versionSchema,
    shown: shownSchema,
    shownTo: shownSchema,
  }),
  templates: wholeSchema,
  invoicingMethods: wholeSchema,
  engagements: wholeSchema,
  items: wholeSchema,
  stateChanges: wholeSchema,
  notifications: wholeSchema,
  preferences: wholeSchema,
};

/**
 * What is wrong with each thing by itself.
 * @param given as it was written
 * @param whole with what was left out
 */
export function faultsOf(given: unknown, whole: Fields): readonly PlainFault[] {
  if (typeof given !== 'object' || given === null) {
    return [{ place: 'It', pointer: '', code: 'type', message: 'must be an object with people and actions' }];
  }
  const faults = Object.keys(given)
    .filter((name) => name !== 'workspace' && !(name in LISTS))
    .map((name) => fault([name], 'unknown-field', `is not known: it has workspace, ${Object.keys(LISTS).join(', ')}`));
  const workspace = checkInput(z.strictObject(workspaceSchema.shape), whole['workspace']);
  if ('errors' in workspace) {
    faults.push(...workspace.errors.map((error) => faultAt(['workspace'], error, given)));
  }
  for (const [name, schema] of Object.entries(LISTS)) {
    const list = whole[name];
    if (list === undefined) {
      if (name === 'people') faults.push(fault([name], 'required', 'is required: at least whoever looks'));
    } else if (Array.isArray(list)) {
      faults.push(...faultsOfList(name, list, schema, given));
    } else {
      faults.push(fault([name], 'type', 'must be a list'));
    }
  }
  return faults;
}

function faultsOfList(name: string, list: readonly unknown[], schema: z.ZodMiniType, given: object): PlainFault[] {
  const ids = new Set<unknown>();
  return list.flatMap((thing, index) => {
    const { id } = thing as { id?: unknown };
    const isTwice = typeof id === 'string' && ids.has(id);
    ids.add(id);
    const checked = checkInput(schema, thing);
    const faults = onceEach(
      'errors' in checked ? checked.errors.map((error) => faultAt([name, index], error, given)) : [],
    );
    return isTwice ? [...faults, fault([name, index, 'id'], 'choice', `is used twice: ${id}`)] : faults;
  });
}

/** A date stands in two places once it is whole: where it was written, it is one. */
function onceEach(faults: readonly PlainFault[]): readonly PlainFault[] {
  return [...new Map(faults.map((one) => [one.pointer, one])).values()];
}

/** The fault where it was written: of what was filled in around a value, where that value stands. */
function faultAt(
  at: readonly PropertyKey[],
  { pointer, code, message }: Omit<PlainFault, 'place'>,
  given: object,
): PlainFault {
  const path = [...at];
  let value = at.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown> | undefined)?.[key], given);
  for (const part of pointer.split('/').slice(1)) {
    // A date or an assignee that is one word has nothing inside.
    if (typeof value === 'string') break;
    const key = /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(key);
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  return fault(path, code, message);
}

function fault(path: readonly PropertyKey[], code: string, message: string): PlainFault {
  const [first = '', ...rest] = path;
  const place = rest.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    String(first),
  );
  return { place, pointer: pointerOf(path), code, message };
}

/** What is named and is not there. */
export function faultsOfReferences(snapshot: WorkspaceSnapshot, viewerId: Id): readonly PlainFault[] {
  const faults: PlainFault[] = [];
  const idsOf = (list: readonly { id: Id }[] = []) => new Set(list.map(({ id }) => id));
  const people = idsOf(snapshot.people);
  const companies = idsOf(snapshot.companies);
  const relationships = idsOf(snapshot.relationships);
  const meetings = new Map(snapshot.meetings?.map(({ id, relationshipId }) => [id, relationshipId]));
  const rooms = idsOf(snapshot.rooms);
  const sections = new Map(snapshot.sections?.map(({ id, roomId }) => [id, roomId]));
  const engagements = idsOf(snapshot.engagements);
  const items = idsOf(snapshot.items);

  function named(path: readonly PropertyKey[], id: Id | null, isThere: boolean, what: string): void {
    if (id !== null && !isThere) faults.push(fault(path, 'choice', `names ${what} that is not there: ${id}`));
  }
  const person = (path: readonly PropertyKey[], id: Id | null) =>
    named(path, id, id !== null && people.has(id), 'somebody');

  // What they made is theirs too: said once.
  if (!people.has(viewerId)) {
    return [fault(['viewerId'], 'choice', `must be the id of one of people; it is ${String(viewerId)}`)];
  }
  snapshot.people.forEach(({ companyId }, at) => {
    named(['people', at, 'companyId'], companyId, companyId !== null && companies.has(companyId), 'a company');
  });
  snapshot.groups?.forEach(({ memberIds }, at) => {
    memberIds.forEach((id, index) => person(['groups', at, 'memberIds', index], id));
  });
  snapshot.relationships?.forEach(({ managerId, reportId, viewerIds }, at) => {
    person(['relationships', at, 'managerId'], managerId);
    person(['relationships', at, 'reportId'], reportId);
    viewerIds.forEach((id, index) => person(['relationships', at, 'viewerIds', index], id));
  });
  snapshot.meetings?.forEach(({ relationshipId }, at) => {
    const isThere = relationships.has(relationshipId);
    named(['meetings', at, 'relationshipId'], relationshipId, isThere, 'a relationship');
  });
  snapshot.rooms?.forEach(({ companyId, memberIds, guests }, at) => {
    named(['rooms', at, 'companyId'], companyId, companies.has(companyId), 'a company');
    memberIds.forEach((id, index) => person(['rooms', at, 'memberIds', index], id));
    guests.forEach(({ personId }, index) => person(['rooms', at, 'guests', index, 'personId'], personId));
  });
  snapshot.sections?.forEach(({ roomId }, at) => {
    named(['sections', at, 'roomId'], roomId, rooms.has(roomId), 'a room');
  });
  snapshot.actions?.forEach(({ context, assignee, createdBy }, at) => {
    const path = ['actions', at];
    const place = (field: string) => [...path, 'context', field];
    person([...path, 'createdBy'], createdBy);
    if (assignee?.type === 'person') person([...path, 'assignee'], assignee.personId);
    if (context.type === 'relationship') {
      const { relationshipId, meetingId = null } = context;
      named(place('relationshipId'), relationshipId, relationships.has(relationshipId), 'a relationship');
      const isOfIt = meetingId !== null && meetings.get(meetingId) === relationshipId;
      named(place('meetingId'), meetingId, isOfIt, 'a meeting of the relationship');
    } else if (context.type === 'room') {
      const { roomId, sectionId } = context;
      named(place('roomId'), roomId, rooms.has(roomId), 'a room');
      named(place('sectionId'), sectionId, sections.get(sectionId) === roomId, 'a section of the room');
    } else if (context.type === 'engagement') {
      named(place('engagementId'), context.engagementId, engagements.has(context.engagementId), 'an engagement');
      named(place('itemId'), context.itemId, items.has(context.itemId), 'an item');
    }
  });
  return faults;
}
