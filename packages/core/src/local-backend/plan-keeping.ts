// Keeps what became of a plan (rulebook §3): what was changed and every date that moved with it, in the one transaction of
// the call. A date that only a new day moved is kept with it; that makes no version and names nobody. Guests' versions move
// with what they see.
import {
  guestFace,
  guestSight,
  type PlanPreview,
  previewChanges,
  stateChange,
  type PreviewedMove,
  turnOf,
  withSectionShown,
  withShown,
} from '../domain/index.ts';
import type { ActionRecord, Id, SectionRecord, StateChange } from '../schema/index.ts';
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
  const { call } = work;
  const { tx } = call;
  const { moved, overdue } = movesOf(work);
  const movedIds = new Set(moved.map(({ actionId }) => actionId));
  const after = standingActions(work);
  const before = [...work.kept.values()].filter(({ deleted }) => deleted === null);
  const sights = { before: guestSight(work.room, before), after: guestSight(work.room, after) };

  await keepSections(work, ({ id }) => !sights.before.seen.has(id) && sights.after.seen.has(id));
  const actions: ActionRecord[] = [];
  const made: ActionRecord[] = [];
  const changed: ActionRecord[] = [];
  const restated: ActionRecord[] = [];
  const stateChanges: StateChange[] = [];
  for (const record of [...after, ...work.removed.values()]) {
    const kept = work.kept.get(record.id) ?? null;
    const faces = {
      before: kept === null ? '' : guestFace(kept, sights.before),
      after: guestFace(record, sights.after),
    };
    const isChanged = record !== kept;
    const stands = isChanged ? nextVersion(work, record, kept, movedIds) : record;
    // What guests see of it can change while it does not: what it rests on is shown to them, or no longer.
    const isShown = isChanged || faces.before !== faces.after;
    const next = isShown ? withShown(stands, kept, faces, { at: call.at, by: call.viewer.id }) : record;
    if (next.deleted === null) actions.push(next);
    if (kept === null) made.push(next);
    else if (isChanged) changed.push(next);
    else if (isShown || work.turned.has(next.id)) restated.push(next);
    stateChanges.push(...stateChangeOf(work, kept, next));
  }
  await insertNew(tx, 'action', ...made);
  await tx.replaceAll('action', changed);
  await tx.restate('action', restated);
  await tx.insertAll('stateChange', stateChanges);
  await keepTurnOf(work, actions);
  return { moved, overdue, actions };
}

/** Keeps the sections as they became; one that guests come to see makes a next version to their eyes. */
async function keepSections(
  { call, sections, removedSections, keptSections }: PlanWork,
  appears: (section: SectionRecord) => boolean,
): Promise<void> {
  const changed: SectionRecord[] = [];
  const shown: SectionRecord[] = [];
  for (const section of [...sections.values(), ...removedSections.values()]) {
    const kept = keptSections.get(section.id) ?? section;
    const next = appears(section) ? withSectionShown(section, kept, call.at) : section;
    if (kept !== section) changed.push({ ...next, version: kept.version + 1 });
    else if (next !== section) shown.push(next);
  }
  await call.tx.replaceAll('section', changed);
  await call.tx.restate('section', shown);
}

/** Keeps the dates of a plan that nobody changed as they are today. */
export async function keepTurn(work: PlanWork): Promise<void> {
  const actions = standingActions(work);
  await work.call.tx.restate(
    'action',
    actions.filter(({ id }) => work.turned.has(id)),
  );
  await keepTurnOf(work, actions);
}

/** Keeps the day on which the dates that are kept will have to be worked out anew. */
async function keepTurnOf({ call, room, today }: PlanWork, actions: readonly ActionRecord[]): Promise<void> {
  const turnsOn = turnOf(actions, today);
  if (room.turnsOn !== turnsOn) await call.tx.restate('room', [{ ...room, turnsOn }]);
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
function stateChangeOf({ call }: PlanWork, kept: ActionRecord | null, next: ActionRecord): StateChange[] {
  const from = kept?.state ?? null;
  const { newId, at, viewer } = call;
  return from === next.state ? [] : [stateChange(from, next, { id: newId(), at, by: viewer.id })];
}
