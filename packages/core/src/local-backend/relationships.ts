// Coaching relationships (rulebook §6.1): whoever is a party to one, and every admin, sees that it exists and who is in
// it; an admin or its manager-to-be makes it; its manager, its creator or an admin changes its settings.
import type { Backend } from '../backend.ts';
import {
  applyRelationshipPatch,
  canSeeRelationship,
  faultsOfRelationship,
  mayCreateRelationship,
  mayEditRelationship,
  newRelationship,
  peopleNamedIn,
  relationshipPermissionsOf,
} from '../domain/index.ts';
import {
  type Id,
  pageQuerySchema,
  type Relationship,
  relationshipDraftSchema,
  relationshipPatchSchema,
  type RelationshipDraft,
  type RelationshipRecord,
  relationshipSchema,
  readOnlyFields,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { checked, forbidden, notFound, validation, versionConflict } from './failures.ts';
import { pageOfHeld, placed } from './listing.ts';
import { isNumberKey, pageOf } from './page.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_ON_CREATE = new Set(readOnlyFields(relationshipSchema, relationshipDraftSchema));
const READ_ONLY_ON_EDIT = new Set(readOnlyFields(relationshipSchema, relationshipPatchSchema));

/** The relationships' part of the port. */
export function relationshipsOf(inCall: Calls): Backend['relationships'] {
  return {
    async list(query = {}, options) {
      const asked = checked(pageQuerySchema, query);
      return inCall(async (call) => {
        const { tx, access, viewer } = call;
        const page = await pageOf(asked, {
          scope: [viewer.id, 'relationships'],
          isKey: isNumberKey,
          placed: (record: RelationshipRecord) => placed('relationship', record),
          // A person's own are at hand: their access rests on them.
          find: (which) =>
            viewer.role === 'admin'
              ? tx.list('relationship', {}, which)
              : pageOfHeld('relationship', {}, which, access.relationships.values()),
        });
        return { ...page, items: page.items.map((record) => relationshipView(record, call)) };
      }, options);
    },

    get: (id, options) => inCall(async (call) => relationshipView(await visibleRelationship(call, id), call), options),

    async create(draft, options) {
      const written = checked(relationshipDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const allowed = mayCreateRelationship(written.managerId, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        await assertSound(call, written);
        const record = newRelationship(written, written.id ?? call.newId(), { by: call.viewer.id, at: call.at });
        await insertNew(call.tx, 'relationship', record);
        return relationshipView(record, call);
      }, options);
    },

    async update(id, patch, options) {
      const written = checked(relationshipPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const record = await visibleRelationship(call, id);
        const allowed = mayEditRelationship(record, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        await assertSound(call, written);
        if (version !== record.version) throw versionConflict(relationshipView(record, call));
        const next = applyRelationshipPatch(record, written, call);
        if (next !== record) await call.tx.replace('relationship', next);
        return relationshipView(next, call);
      }, options);
    },
  };
}

/** The relationship, if the viewer knows that it exists. */
export async function visibleRelationship(call: Call, id: Id): Promise<RelationshipRecord> {
  const record = await lookUp(call, 'relationship', id);
  if (!record || !canSeeRelationship(record, call.access.viewer)) throw notFound();
  return record;
}

function relationshipView(record: RelationshipRecord, { access }: Call): Relationship {
  return { ...record, may: relationshipPermissionsOf(record, access.viewer) };
}

async function assertSound({ tx }: Call, written: Partial<RelationshipDraft>): Promise<void> {
  const people = await tx.find('person', { id: peopleNamedIn(written) });
  const faults = faultsOfRelationship(written, new Map(people.map((person) => [person.id, person])));
  if (faults.length > 0) throw validation(faults);
}
