// Engagements for tests: Dora is the admin, Ada coaches, Ben is coached, Eve looks on and Fay has no part. One is a draft, one
// active, one shared; each has an item of every kind, none of them scheduled, all by ids of their own such as `shared-link`.
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { EngagementRecord, ItemRecord } from '@followthrough/core/schema';
import {
  CONTENTS,
  engagement,
  item,
  KINDS,
  type Status,
  STATUSES,
} from '../../../core/test/domain/engagement/engagement-builders.ts';
import { snapshot } from '../../../core/test/local-backend/workspace.ts';

/** Plain ids and texts, in the place of those that say what must be kept from whom. */
const PLAIN = { groupId: null, spectatorIds: ['eve'], coachInvoicingMethodId: null, coacheeInvoicingMethodId: null };

export function engagementOf(status: Status, id: string, over: Partial<EngagementRecord> = {}): EngagementRecord {
  return engagement(status, { id, title: `Programme ${id}`, coacheeIds: ['ben'], ...PLAIN, ...over });
}

/** An item of every kind for an engagement. */
export function itemsOf(engagementId: string): ItemRecord[] {
  return KINDS.map((kind, at) =>
    item(kind, 'unscheduled', {
      id: `${engagementId}-${kind}`,
      engagementId,
      title: `A ${kind}`,
      position: `V0${at + 1}`,
      content: CONTENTS[kind],
      due: null,
      responses: [],
    }),
  );
}

export function engagementWorld(more: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot {
  const base = snapshot();
  return snapshot({
    groups: [...(base.groups ?? []), { id: 'nobody', name: 'Nobody', memberIds: [], version: 1 }],
    engagements: STATUSES.map((status) => engagementOf(status, status)),
    items: STATUSES.flatMap((status) => itemsOf(status)),
    ...more,
  });
}
