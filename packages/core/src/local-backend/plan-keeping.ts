// Keeps what became of a plan (rulebook §3): what was changed and every date that moved with it, in the one transaction of
// the call. A date that only a new day moved is kept with it, and names nobody. Guests' versions move with what they see.
import {
  guestFace,
  guestSight,
  type PlanPreview,
  previewChanges,
  type PreviewedMove,
  withShown,
} from '../domain/index.ts';
import type { ActionRecord, Id } from '../schema/index.ts';
import { type PlanWork, standingActions } from './plan-work.ts';
import { insertNew } from './write.ts';

/** What a change moved. */
export interface PlanOutcome {
  readonly moved: readonly PreviewedMove[];
  readonly overdue: readonly Id[];
  /** The actions of the plan as they are kept now. */
  readonly actions: readonly ActionRecord[];
}

/** What the changes so far move. */
export function movesOf({ plan, setting, changes }: PlanWork): {
  moved: readonly PreviewedMove[];
  overdue: readonly Id[];
} {
  if (changes.length === 0) return { moved: [], overdue: [] };
  const preview: PlanPreview = previewChanges(plan, setting, changes);
  return { moved: preview.moved ?? [], overdue: preview.overdue ?? [] };
}

/** Keeps the plan as it stands. */
export async function keepPlan(work: PlanWork): Promise<PlanOutcome> {
  const { tx } = work.call;
  const { moved, overdue } = movesOf(work);
  const movedIds = new Set(moved.map(({ actionId }) => actionId));
  const after = standingActions(work);
  const before = [...work.kept.values()].filter(({ deleted }) => deleted === null);
  const sights = { before: guestSight(work.room, before), after: guestSight(work.room, after) };

  for (const section of [...work.sections.values(), ...work.removedSections.values()]) {
    const kept = work.keptSections.get(section.id);
    if (kept !== undefined && kept !== section) await tx.replace('section', { ...section, version: kept.version + 1 });
  }
  const actions: ActionRecord[] = [];
  for (const record of [...after, ...work.removed.values()]) {
    const kept = work.kept.get(record.id) ?? null;
    const faces = {
      before: kept === null ? '' : guestFace(kept, sights.before),
      after: guestFace(record, sights.after),
    };
    const isChanged = record !== kept || faces.before !== faces.after;
    const next = isChanged ? withShown(nextVersion(work, record, kept, movedIds), kept, faces) : record;
    if (next.deleted === null) actions.push(next);
    if (kept === null) await insertNew(tx, 'action', next);
    else if (isChanged) await tx.replace('action', next);
    await keepState(work, kept, next);
  }
  return { moved, overdue, actions };
}

/** The next version of what is kept, made by who changed it; one moved by the change of another, by who made that. */
function nextVersion(
  { call, actions, removed }: PlanWork,
  record: ActionRecord,
  kept: ActionRecord | null,
  moved: ReadonlySet<Id>,
): ActionRecord {
  if (kept === null) return record;
  const version = kept.version + 1;
  const isTouched = removed.has(record.id) || actions.get(record.id) !== kept;
  if (isTouched || !moved.has(record.id)) return { ...record, version };
  return { ...record, version, updatedAt: call.at, updatedBy: call.viewer.id };
}

/** Every change of state is kept with its time and doer (rulebook §6.1). */
async function keepState({ call }: PlanWork, kept: ActionRecord | null, next: ActionRecord): Promise<void> {
  const from = kept?.state ?? null;
  if (from === next.state) return;
  const { tx, newId, at, viewer } = call;
  await tx.insert('stateChange', { id: newId(), actionId: next.id, from, to: next.state, at, by: viewer.id });
}
