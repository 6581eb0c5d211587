// The dates of a plan as a page shows it: worked out by the one engine from what is shown, pending changes included, so
// that what rests on a change moves in the very moment it is made; and what further changes would move. For who sees the
// whole of the room; others are told their dates by the backend.
import {
  createPlanResolver,
  dependentsOf,
  type FinishOverview,
  finishOverview,
  type KnownSides,
  movesInSight,
  planActionOf,
  plannedDate,
  type Plan,
  type PlanChange,
  type PlannedAction,
  type PlanResolver,
  type PlanSetting,
  previewChanges,
  readableDate,
  releasing,
  roomPlanOf,
  WHOLE,
  withDates,
  type Moment,
} from '../domain/index.ts';
import type { Action, Dependents, Id, PlanEdit, Preview } from '../schema/index.ts';
import { changed } from './change.ts';

export interface RoomPlanDates {
  /** Takes up a plan anew. */
  load: (sectionIds: Iterable<Id>, actions: Iterable<Action>, setting: PlanSetting) => void;
  /** Takes in actions that are shown otherwise than before; undefined where there is none any more. */
  take: (changes: readonly { id: Id; action: Action | undefined }[]) => void;
  /** The action with the dates that the plan gives it. */
  dated: (action: Action) => Action;
  completion: PlanResolver['completion'];
  finish: (actions: readonly Action[], target: string | null, people: KnownSides) => FinishOverview;
  /** The dates that rest on these actions and sections, as they are once those are deleted. */
  released: (ids: ReadonlySet<Id>, dependents: Dependents, moment: Moment) => readonly Action[];
  /** What these changes would move, or why they could not be made. */
  preview: (edits: readonly PlanEdit[], moment: Moment) => Preview;
}

export function createRoomPlanDates(): RoomPlanDates {
  let sections: ReadonlySet<Id> = new Set();
  const actions = new Map<Id, Action>();
  let setting: PlanSetting | null = null;
  let resolver: PlanResolver | null = null;

  function opened(): { resolver: PlanResolver; setting: PlanSetting } {
    if (!resolver || !setting) throw new TypeError('There is no plan yet: load() one first.');
    return { resolver, setting };
  }

  function plan(): Plan {
    return roomPlanOf(sections, actions.values());
  }

  function resolve(given: PlanSetting): void {
    setting = given;
    resolver = createPlanResolver(plan(), given);
  }

  function take(changes: readonly { id: Id; action: Action | undefined }[]): void {
    let isKnown = true;
    const made: PlanChange[] = [];
    for (const { id, action } of changes) {
      const before = actions.get(id);
      if (action) actions.set(id, action);
      else actions.delete(id);
      if (action && before && isPlannedAlike(before, action)) continue;
      if (action) made.push({ type: 'action', action: planActionOf(action) });
      else if (before) made.push({ type: 'removeAction', actionId: id });
      if (action?.context.type === 'room' && !sections.has(action.context.sectionId)) isKnown = false;
    }
    const now = opened();
    // A loop that came from elsewhere is kept and shown, its members marked (rulebook §3).
    if (!isKnown || now.resolver.apply(made).loop !== null) resolve(now.setting);
  }

  function released(ids: ReadonlySet<Id>, dependents: Dependents, { by, at }: Moment): Action[] {
    return releasing(plan(), opened().resolver, ids, dependents).flatMap((change) => {
      const action = change.type === 'action' ? actions.get(change.action.id) : undefined;
      if (!action || change.type !== 'action') return [];
      const dateOf = (field: 'start' | 'due') => {
        const date = change.action[field];
        const before = action[field];
        if (date === null || date.rule === before?.rule) return date === null ? null : before;
        return readableDate(plannedDate({ rule: date.rule }, by, at));
      };
      return [{ ...action, start: dateOf('start'), due: dateOf('due') }];
    });
  }

  function preview(edits: readonly PlanEdit[], moment: Moment): Preview {
    const { setting } = opened();
    const before = plan();
    const trial = new Map(actions);
    const changes: PlanChange[] = [];
    for (const [change, edit] of edits.entries()) {
      const gone = goingWith(edit, trial);
      if (gone.size > 0) {
        const now = roomPlanOf(sections, trial.values());
        const resting = dependentsOf(now, gone);
        const { dependents } = edit as Extract<PlanEdit, { dependents?: unknown }>;
        if (resting.length > 0 && dependents === undefined)
          return { moved: [], overdue: [], refused: { code: 'has-dependents', change, dependents: [...resting] } };
        if (dependents !== undefined)
          changes.push(...releasing(now, createPlanResolver(now, setting), gone, dependents));
        for (const id of gone) if (trial.delete(id)) changes.push({ type: 'removeAction', actionId: id });
        if (edit.type === 'removeSection') changes.push({ type: 'removeSection', sectionId: edit.sectionId });
        continue;
      }
      const action = edited(edit, trial, moment);
      if (!action) return { moved: [], overdue: [], refused: { code: 'not-found', change } };
      trial.set(action.id, action);
      changes.push({ type: 'action', action: planActionOf(action) });
    }
    const outcome = previewChanges(before, setting, changes);
    if (outcome.loop !== null) {
      const change = edits.length - 1;
      return { moved: [], overdue: [], refused: { code: 'dependency-cycle', change, path: [...outcome.loop] } };
    }
    return { moved: movesInSight(outcome.moved, WHOLE), overdue: [...outcome.overdue] };
  }

  return {
    load(sectionIds, given, from) {
      sections = new Set(sectionIds);
      actions.clear();
      for (const action of given) actions.set(action.id, action);
      resolve(from);
    },
    take,
    dated: (action) => withDates(action, opened().resolver),
    completion: (sectionId) => opened().resolver.completion(sectionId),
    finish: (shown, target, people) => finishOverview({ ...opened(), actions: shown, target, people }),
    released,
    preview,
  };
}

/** The actions that an edit takes out of the plan; a section goes with its own. */
function goingWith(edit: PlanEdit, actions: ReadonlyMap<Id, Action>): Set<Id> {
  if (edit.type === 'remove') return new Set([edit.actionId]);
  if (edit.type !== 'removeSection') return new Set();
  const inside = [...actions.values()].filter(
    ({ context }) => context.type === 'room' && context.sectionId === edit.sectionId,
  );
  return new Set([edit.sectionId, ...inside.map(({ id }) => id)]);
}

/** The action that a change makes of the plan's; undefined where the plan has none such. */
function edited(edit: PlanEdit, actions: ReadonlyMap<Id, Action>, moment: Moment): Action | undefined {
  switch (edit.type) {
    case 'create': {
      const draft = { ...edit.draft, id: edit.draft.id ?? DRAFT };
      return changed(undefined, { type: 'create', draft }, moment);
    }
    case 'update':
      return changed(actions.get(edit.actionId), { type: 'update', patch: edit.patch }, moment);
    case 'setState':
      return changed(actions.get(edit.actionId), { type: 'setState', state: edit.state }, moment);
    default:
      return undefined;
  }
}

/** The id under which an action is tried out that has none yet. */
const DRAFT = 'draft';

function isPlannedAlike(a: PlannedAction, b: PlannedAction): boolean {
  return (
    a === b ||
    (a.state === b.state && a.start === b.start && a.due === b.due && a.closed === b.closed && a.context === b.context)
  );
}
