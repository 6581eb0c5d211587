// What rests on what in a plan, as its rules say it: asked of one action or section at a time, made ready once for each plan.
import type { Action, Id, PlannedDate } from '@followthrough/core/schema';

/** A date of `to` that rests on `from`. */
export interface Link {
  readonly from: { readonly type: 'action' | 'section'; readonly id: Id };
  readonly to: Id;
  readonly field: 'start' | 'due';
}

export interface PlanLinks {
  readonly actions: ReadonlyMap<Id, Action>;
  /** What an action's dates rest on. */
  readonly into: ReadonlyMap<Id, readonly Link[]>;
  /** What rests on an action or a section. */
  readonly outOf: ReadonlyMap<Id, readonly Link[]>;
}

const known = new WeakMap<readonly Action[], PlanLinks>();

/** The links of these actions. A pinned date rests on nothing. */
export function linksOf(actions: readonly Action[]): PlanLinks {
  let links = known.get(actions);
  if (links) return links;
  const into = new Map<Id, Link[]>();
  const outOf = new Map<Id, Link[]>();
  for (const action of actions) {
    for (const field of ['start', 'due'] as const) {
      const from = restsOn(action[field]);
      if (from === null) continue;
      const link: Link = { from, to: action.id, field };
      push(into, action.id, link);
      push(outOf, from.id, link);
    }
  }
  const byId = new Map(actions.map((action) => [action.id, action]));
  known.set(actions, (links = { actions: byId, into, outOf }));
  return links;
}

function push(map: Map<Id, Link[]>, id: Id, link: Link): void {
  const there = map.get(id);
  if (there) there.push(link);
  else map.set(id, [link]);
}

function restsOn(date: PlannedDate | null): Link['from'] | null {
  if (date?.rule.type !== 'relative' || date.pinned !== null) return null;
  const { anchor } = date.rule;
  if ('actionId' in anchor) return { type: 'action', id: anchor.actionId };
  return 'sectionId' in anchor ? { type: 'section', id: anchor.sectionId } : null;
}
