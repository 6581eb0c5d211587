// The dates that a change moves, as they are shown: in the order of the plan, each with why and how it will be known.
import type { CivilDate, Id, MovedActionDate, Preview } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import type { planMoved } from '../localize/en-plan-moved.ts';
import { namesOf } from './rule-words.ts';

export interface MovedDatesSpec {
  preview: Pick<Preview, 'moved' | 'overdue'>;
  /** What rests on something that is deleted: then it is asked what becomes of it. */
  dependents?: readonly { actionId: Id; field: 'start' | 'due' }[] | undefined;
  /** What is about to be done, over the rest. */
  title?: string | undefined;
  plan: ShownPlan;
}

/** A date that is shown, under the section of its action. */
export interface MovedRow {
  actionId: Id;
  field: 'start' | 'due';
  from: CivilDate | null;
  /** Undefined where it is still to be said what it comes to. */
  to: CivilDate | null | undefined;
  notes: readonly string[];
  overdue: boolean;
}

/** The dates in the order of the plan. */
export function movedRows({ preview, dependents, plan }: MovedDatesSpec, words: typeof planMoved): MovedRow[] {
  const actions = new Map(plan.actions.map((action, index) => [action.id, { action, index }]));
  const overdue = new Set(preview.overdue);
  const rows =
    dependents && dependents.length > 0
      ? dependents.map(({ actionId, field }): MovedRow => {
          const from = actions.get(actionId)?.action[field]?.date ?? null;
          return { actionId, field, from, to: undefined, notes: [], overdue: false };
        })
      : preview.moved.map((one): MovedRow => {
          const isLate = one.field === 'due' && overdue.has(one.actionId);
          return { ...one, notes: notesOf(one, plan, words), overdue: isLate };
        });
  // The start of an action before its due date.
  const place = ({ actionId, field }: MovedRow) =>
    2 * (actions.get(actionId)?.index ?? plan.actions.length) + (field === 'start' ? 0 : 1);
  return rows.sort((a, b) => place(a) - place(b));
}

/** Why it moves, and how it will be known. */
function notesOf({ why, basis, inPast }: MovedActionDate, plan: ShownPlan, words: typeof planMoved): string[] {
  const name = why.type === 'restsOn' ? namesOf(plan)(why.id) : undefined;
  const reasons = { changed: words.changed, setting: words.setting, internalStep: words.internalStep, restsOn: null };
  const known = {
    projected: words.estimate,
    waiting: words.waiting,
    broken: words.broken,
    settled: basis.from === 'projected' || basis.from === 'waiting' ? words.settled : null,
    fixed: null,
  };
  return [
    name === undefined ? reasons[why.type] : words.restsOn(name),
    basis.to === null ? null : known[basis.to],
    inPast ? words.inPast : null,
  ].filter((note) => note !== null);
}
