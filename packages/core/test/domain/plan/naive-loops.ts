// Which date rests on which, and the loops among them, by plain search. A start or a due date rests on its anchor, an
// action's completion on its start and its due date, a section's on the completions of its actions, whatever pins,
// states and closings say (rulebook §3.1).
import type { Id } from '@followthrough/core/schema';
import type { DateField, Plan, PlanDate } from '@followthrough/core/domain';

/** A date of the plan: `start`, `due` or `done` of an action, or `section`, and the id. */
export type Point = `${DateField | 'done' | 'section'} ${Id}`;
/** What each point rests on. */
export type RestsOn = ReadonlyMap<Point, readonly Point[]>;
/** A point, and one that it rests on. */
export type Tie = readonly [over: Point, under: Point];

export function idOf(point: Point): Id {
  return point.slice(point.indexOf(' ') + 1);
}

export function restsOnOf(plan: Plan): RestsOn {
  const restsOn = new Map<Point, Point[]>();
  for (const section of plan.sections) restsOn.set(`section ${section.id}`, []);
  for (const action of plan.actions) {
    restsOn.set(`start ${action.id}`, []);
    restsOn.set(`due ${action.id}`, []);
    restsOn.set(`done ${action.id}`, [`start ${action.id}`, `due ${action.id}`]);
    restsOn.get(`section ${action.sectionId}`)?.push(`done ${action.id}`);
  }
  for (const action of plan.actions) {
    for (const field of ['start', 'due'] as const) {
      const under = anchorOf(action[field]);
      if (under && restsOn.has(under)) restsOn.set(`${field} ${action.id}`, [under]);
    }
  }
  return restsOn;
}

function anchorOf(date: PlanDate | null): Point | null {
  if (!date || date.rule.type === 'fixed') return null;
  const { anchor } = date.rule;
  if (anchor.type === 'actionDue') return `due ${anchor.actionId}`;
  if (anchor.type === 'actionCompleted') return `done ${anchor.actionId}`;
  if (anchor.type === 'sectionCompleted') return `section ${anchor.sectionId}`;
  return null;
}

/** Whether the point rests on itself in the end. */
export function isOnLoop(restsOn: RestsOn, point: Point): boolean {
  return (restsOn.get(point) ?? []).some((under) => reaches(restsOn, under, point));
}

function reaches(restsOn: RestsOn, from: Point, to: Point): boolean {
  const seen = new Set<Point>([from]);
  for (const point of seen) {
    if (point === to) return true;
    for (const under of restsOn.get(point) ?? []) seen.add(under);
  }
  return false;
}

/** The ties that `before` has not and that lie on a loop of `after`. */
export function tiesClosingLoops(before: RestsOn, after: RestsOn): Tie[] {
  const ties: Tie[] = [];
  for (const [over, unders] of after) {
    for (const under of unders) {
      if (before.get(over)?.includes(under)) continue;
      if (reaches(after, under, over)) ties.push([over, under]);
    }
  }
  return ties;
}

/** The ties of all loops. */
export function tiesOnLoops(restsOn: RestsOn): Tie[] {
  return tiesClosingLoops(new Map(), restsOn);
}

/** How many actions and sections are told of the shortest loop through a tie that lies on one. */
export function shortestLoopThrough(restsOn: RestsOn, [over, under]: Tie): number {
  // How often the id changes on the way: points of one action stand together, so a step within it costs nothing.
  const cost = (from: Point, to: Point) => (idOf(from) === idOf(to) ? 0 : 1);
  const costs = new Map<Point, number>([[under, 0]]);
  let reached: Point[] = [under];
  while (reached.length > 0) {
    const further: Point[] = [];
    for (const from of reached) {
      for (const to of restsOn.get(from) ?? []) {
        const total = (costs.get(from) ?? 0) + cost(from, to);
        if (total >= (costs.get(to) ?? Infinity)) continue;
        costs.set(to, total);
        further.push(to);
      }
    }
    reached = further;
  }
  return Math.max(1, (costs.get(over) ?? Infinity) + cost(over, under));
}

/** Whether there is a way round that is told so (each resting on the next, the last on the first) and takes the tie. */
export function isLoopThrough(restsOn: RestsOn, told: readonly Id[], tie: Tie): boolean {
  return (['start', 'due', 'done', 'section'] as const).some((kind) => {
    const first: Point = `${kind} ${told[0] ?? ''}`;
    return restsOn.has(first) && goesRound(restsOn, told, tie, first);
  });
}

function goesRound(restsOn: RestsOn, told: readonly Id[], tie: Tie, first: Point): boolean {
  interface Place {
    point: Point;
    /** How many of those told have been left behind. */
    behind: number;
    taken: boolean;
  }
  const seen = new Set<string>();
  const places: Place[] = [{ point: first, behind: 0, taken: false }];
  for (const { point, behind, taken } of places) {
    for (const under of restsOn.get(point) ?? []) {
      const nowTaken = taken || (point === tie[0] && under === tie[1]);
      const isWithin = idOf(under) === idOf(point);
      if (nowTaken && under === first && behind + (isWithin ? 0 : 1) === (told.length === 1 ? 0 : told.length))
        return true;
      if (!isWithin && idOf(under) !== told[behind + 1]) continue;
      const place = { point: under, behind: isWithin ? behind : behind + 1, taken: nowTaken };
      const key = `${place.point} ${place.behind} ${nowTaken}`;
      if (seen.has(key)) continue;
      seen.add(key);
      places.push(place);
    }
  }
  return false;
}
