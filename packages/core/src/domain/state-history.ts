// What state an action was in at any time (rulebook §6.1): every change of state is kept with its time and doer, so that a past
// agenda can be read as it was. What was made before changes were kept is told by its closing, as far as that goes.
import type { ActionRecord, ActionState, Closing, Id, StateChange, TimeZone } from '../schema/index.ts';
import { dayAt, formatDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import { bindingDue, isOpen } from './status.ts';

/** A span of time, in milliseconds since 1970-01-01T00:00Z, in which an action was in one state. */
export interface StateSpan {
  state: ActionState;
  /** From this instant on. */
  from: number;
  /** Up to this one, without it; infinite for the state it has now. */
  until: number;
  /** What brought it about; null where that was not kept. */
  change: StateChange | null;
}

/** A change of state as it is kept. */
export function stateChange(
  from: ActionState | null,
  { id: actionId, state, closed }: Pick<ActionRecord, 'id' | 'state' | 'closed'>,
  { id, at, by }: Pick<StateChange, 'id' | 'at' | 'by'>,
): StateChange {
  const change = { id, actionId, from, to: state, at, by };
  return closed?.due ? { ...change, due: closed.due } : change;
}

/** The changes of state by the action they are of. */
export function changesByAction(changes: Iterable<StateChange>): Map<Id, StateChange[]> {
  const byAction = new Map<Id, StateChange[]>();
  for (const change of changes) {
    const known = byAction.get(change.actionId);
    if (known) known.push(change);
    else byAction.set(change.actionId, [change]);
  }
  return byAction;
}

/**
 * The states of an action, oldest first, from its creation on without a gap.
 * @param changes its own, in any order
 */
export function stateSpans(action: ActionRecord, changes: readonly StateChange[] = []): StateSpan[] {
  const spans: StateSpan[] = [];
  let state: ActionState = 'todo';
  const begin = (to: ActionState, at: number, change: StateChange | null) => {
    const last = spans.at(-1);
    const from = Math.max(at, last?.from ?? at);
    if (last) last.until = from;
    spans.push({ state: to, from, until: Infinity, change });
    state = to;
  };
  const made = changes.find(({ from }) => from === null) ?? null;
  const later = changes.filter(({ from }) => from !== null).sort(byTime);
  begin(
    made?.to ?? (later.length === 0 ? state : stateBefore(later, action.state)),
    parseInstant(action.createdAt),
    made,
  );
  for (let at = 0; at < later.length; at++) {
    const change = takeNext(later, at, state);
    if (change) begin(change.to, parseInstant(change.at), change);
  }
  // Where not all was kept, what the action itself says of now stands.
  if (state !== action.state) begin(action.state, parseInstant(action.closed?.at ?? action.updatedAt), null);
  return spans;
}

/** The span that holds the moment just before an instant; undefined where the action was not there yet. */
export function spanBefore(spans: readonly StateSpan[], instant: number): StateSpan | undefined {
  return spans.find(({ from, until }) => from < instant && until >= instant);
}

/**
 * The action as it stood in a span: its state and closing. Its title, dates and assignee are as they are now.
 * @param zone of its container's clock
 */
export function asItWas(action: ActionRecord, { state, from, change }: StateSpan, zone: TimeZone): ActionRecord {
  if (isOpen(state)) return action.state === state ? action : { ...action, state, closed: null };
  const isStill = action.state === state && action.closed !== null && parseInstant(action.closed.at) === from;
  if (isStill || change === null) return action;
  const closed: Closing = {
    at: change.at,
    by: change.by,
    due: change.due ?? bindingDue(action),
    on: formatDay(dayAt(from, zone)),
  };
  return { ...action, state, closed };
}

function byTime(a: StateChange, b: StateChange): number {
  return parseInstant(a.at) - parseInstant(b.at) || (a.id < b.id ? -1 : 1);
}

/** The state that all these changes followed on, given the one they led to; those of one instant may be in any order. */
function stateBefore(ordered: readonly StateChange[], after: ActionState): ActionState {
  let state = after;
  for (const changes of [...Map.groupBy(ordered, ({ at }) => parseInstant(at)).values()].reverse()) {
    // Where an instant ended as it began, each state was left as often as it was entered.
    const left = new Map<ActionState, number>();
    for (const { from, to } of changes) {
      if (from !== null) left.set(from, (left.get(from) ?? 0) + 1);
      left.set(to, (left.get(to) ?? 0) - 1);
    }
    state = [...left].find(([, times]) => times > 0)?.[0] ?? state;
  }
  return state;
}

/** Brings the next change to its place: of those of one instant, the one that followed on `state`. */
function takeNext(ordered: StateChange[], place: number, state: ActionState): StateChange | undefined {
  const at = ordered[place]?.at;
  for (let next = place; ordered[next]?.at === at && next < ordered.length; next++) {
    if (ordered[next]?.from !== state) continue;
    ordered.splice(place, 0, ...ordered.splice(next, 1));
    break;
  }
  return ordered[place];
}
