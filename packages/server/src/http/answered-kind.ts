// The kinds of things that writes answer with: how each is read again where its intent is replayed, and where it is.
import type { Route } from '@followthrough/api-client/contract';
import type { Backend } from '@followthrough/core/backend';
import type { Kind } from '@followthrough/core/local-backend';
import {
  actionSchema,
  companySchema,
  engagementDetailSchema,
  groupSchema,
  type Id,
  invoicingMethodSchema,
  itemSchema,
  LARGEST_PAGE,
  meetingSchema,
  type Page,
  personSchema,
  relationshipSchema,
  roomSchema,
  sectionSchema,
  templateSchema,
  workspaceSchema,
} from '@followthrough/core/schema';

/** A thing with a version of its own that a write answers with. */
export interface AnsweredThing {
  id: Id;
  /** Absent where its reader is told no more than that it is there. */
  version?: number;
}

/** A kind of thing that writes answer with: how it is read again, and where it is. */
export interface AnsweredKind {
  name: Kind;
  /** Reads it as the caller may see it now. Rejects with `not-found` or `forbidden` where they may not any more. */
  read(backend: Backend, id: Id): Promise<AnsweredThing | null>;
  /** Its path below the base; null where it has none of its own. */
  pathOf(id: Id): string | null;
}

const ANSWERED = new Map<unknown, AnsweredKind>([
  [actionSchema, { name: 'action', read: (backend, id) => backend.actions.get(id), pathOf: (id) => `/actions/${id}` }],
  [
    relationshipSchema,
    {
      name: 'relationship',
      read: (backend, id) => backend.relationships.get(id),
      pathOf: (id) => `/relationships/${id}`,
    },
  ],
  [roomSchema, { name: 'room', read: (backend, id) => backend.rooms.get(id), pathOf: (id) => `/rooms/${id}` }],
  [
    sectionSchema,
    { name: 'section', read: (backend, id) => backend.sections.get(id), pathOf: (id) => `/sections/${id}` },
  ],
  [
    templateSchema,
    { name: 'template', read: (backend, id) => backend.templates.get(id), pathOf: (id) => `/templates/${id}` },
  ],
  [
    meetingSchema,
    { name: 'meeting', read: (backend, id) => backend.meetings.get(id), pathOf: (id) => `/meetings/${id}` },
  ],
  [
    engagementDetailSchema,
    { name: 'engagement', read: (backend, id) => backend.engagements.get(id), pathOf: (id) => `/engagements/${id}` },
  ],
  [itemSchema, { name: 'item', read: (backend, id) => backend.items.get(id), pathOf: (id) => `/items/${id}` }],
  [
    invoicingMethodSchema,
    {
      name: 'invoicingMethod',
      read: (backend, id) => among((query) => backend.invoicingMethods.list(query), id),
      pathOf: () => null,
    },
  ],
  [
    personSchema,
    {
      name: 'person',
      read: (backend, id) => among((query) => backend.people.list(query), id),
      pathOf: (id) => `/people/${id}`,
    },
  ],
  [
    companySchema,
    {
      name: 'company',
      read: (backend, id) => among((query) => backend.companies.list(query), id),
      pathOf: (id) => `/companies/${id}`,
    },
  ],
  [
    groupSchema,
    {
      name: 'group',
      read: (backend, id) => among((query) => backend.groups.list(query), id),
      pathOf: (id) => `/groups/${id}`,
    },
  ],
  [workspaceSchema, { name: 'workspace', read: async (backend) => (await backend.me()).workspace, pathOf: () => null }],
]);

/** The port has no reading of one of these: it is looked for among all. */
async function among(
  list: (query: { limit: number; cursor?: string }) => Promise<Page<AnsweredThing>>,
  id: Id,
): Promise<AnsweredThing | null> {
  let cursor: string | undefined;
  do {
    const page = await list({ limit: LARGEST_PAGE, ...(cursor === undefined ? {} : { cursor }) });
    const found = page.items.find((thing) => thing.id === id);
    if (found) return found;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return null;
}

/** The kind of thing that a route answers with; undefined where it answers with a list, an outcome or nothing. */
export function answeredKind(route: Route): AnsweredKind | undefined {
  return ANSWERED.get(route.response.schema);
}
