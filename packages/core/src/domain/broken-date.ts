// Why a date of a plan is broken (rulebook §3): what it rests on is gone or will not be done, it rests on itself, or what it
// rests on is broken in turn. Told from the plan as its reader has it.
import type { Action, Id, PlannedDate } from '../schema/index.ts';
import type { DateField } from './plan/plan.ts';
import { anchorIdOf } from './planned-date.ts';

/** Why a date is broken; a loop begins at the date's own action, each resting on the next. */
export type BrokenDate =
  | { readonly why: 'gone' }
  | { readonly why: 'cancelled' | 'on'; readonly id: Id }
  | { readonly why: 'loop'; readonly path: readonly Id[] };

/** What of a plan tells why. */
export interface BrokenPlan {
  readonly sections: readonly { readonly id: Id }[];
  readonly actions: readonly Pick<Action, 'id' | 'context' | 'state' | 'start' | 'due'>[];
}

/** Why this date of an action is broken; null where it is not. */
export function brokenDate(actionId: Id, field: DateField, plan: BrokenPlan): BrokenDate | null {
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const date = actions.get(actionId)?.[field];
  if (date?.basis !== 'broken') return null;
  const path = loopOf(actionId, field, actions);
  if (path) return { why: 'loop', path };
  const id = anchorIdOf(date.rule);
  if (id === null || !(actions.has(id) || plan.sections.some((section) => section.id === id))) return { why: 'gone' };
  return { why: restsOnDue(date) ? 'on' : 'cancelled', id };
}

function restsOnDue({ rule }: PlannedDate): boolean {
  return rule.type === 'relative' && rule.anchor.type === 'actionDue';
}

interface Step {
  readonly id: Id;
  readonly rule: PlannedDate['rule'];
  readonly path: readonly Id[];
}

/** The shortest way from a date back to it: through due dates, and through completions, which rest on start and due. */
function loopOf(actionId: Id, field: DateField, actions: ReadonlyMap<Id, BrokenPlan['actions'][number]>): Id[] | null {
  const seen = new Set<string>();
  const rule = actions.get(actionId)?.[field]?.rule;
  let layer: Step[] = rule ? [{ id: actionId, rule, path: [actionId] }] : [];
  while (layer.length > 0) {
    const next: Step[] = [];
    for (const { rule: at, path } of layer) {
      const anchorId = anchorIdOf(at);
      if (anchorId === null || at.type !== 'relative') continue;
      const isSection = at.anchor.type === 'sectionCompleted';
      const under = isSection
        ? [...actions.values()].filter(({ context }) => context.type === 'room' && context.sectionId === anchorId)
        : [actions.get(anchorId)].filter((one) => one !== undefined);
      const fields: readonly DateField[] = at.anchor.type === 'actionDue' ? ['due'] : ['start', 'due'];
      for (const one of under) {
        const way = isSection ? [...path, anchorId] : path;
        for (const rests of fields) {
          if (one.id === actionId && rests === field) return [...way];
          const key = `${one.id} ${rests}`;
          const under = one[rests]?.rule;
          if (under === undefined || seen.has(key)) continue;
          seen.add(key);
          next.push({ id: one.id, rule: under, path: [...way, one.id] });
        }
      }
    }
    layer = next;
  }
  return null;
}
