// The dates of a plan (rulebook §3): worked out once, then after each change only what the change reaches, in the order in
// which dates rest on one another. A change that would close a loop is refused with the loop, and changes nothing.
import type { ActionState, Anchor, CivilDate, DateBasis, Id } from '../../schema/index.ts';
import { type Day, parseDay } from '../civil-date.ts';
import { ACTION, COMPLETION, DUE, NONE, PlanGraph, SECTION, START } from './plan-graph.ts';
import { shortestWay } from './plan-loops.ts';
import { PlanOrder } from './plan-order.ts';
import * as value from './plan-values.ts';
import { distanceOf } from './shift.ts';
import type {
  BrokenReason,
  DateField,
  Plan,
  PlanAction,
  PlanDate,
  PlanSetting,
  ResolvedDate,
  SectionCompletion,
} from './plan.ts';

/** One change of a plan. */
export type PlanChange =
  /** Adds an action, or puts it in place of the one with the same id. */
  | { readonly type: 'action'; readonly action: PlanAction }
  | { readonly type: 'removeAction'; readonly actionId: Id }
  | { readonly type: 'section'; readonly sectionId: Id }
  /** Removes a section that holds no action any more. */
  | { readonly type: 'removeSection'; readonly sectionId: Id }
  | { readonly type: 'setting'; readonly setting: Partial<PlanSetting> };

/** A date that came to something else. */
export interface MovedDate {
  readonly actionId: Id;
  readonly field: DateField;
  readonly from: ResolvedDate;
  readonly to: ResolvedDate;
}

/** What became of changes: the dates that moved, or the loop that they would have closed. */
export type PlanOutcome =
  | { readonly moved: readonly MovedDate[]; readonly loop: null }
  | { readonly moved: null; readonly loop: readonly Id[] };

export interface PlanResolver {
  /** What the rule for an action's start or due date gives; undefined for an action that the plan has not. */
  date(actionId: Id, field: DateField): ResolvedDate | undefined;
  /** How a section's completion stands; undefined for a section that the plan has not. */
  completion(sectionId: Id): SectionCompletion | undefined;
  /** The actions and sections of each loop the plan arrived with: each resting on the next, beginning at the smallest id. */
  readonly loops: readonly (readonly Id[])[];
  /** Makes all of the changes, or none of them. */
  apply(changes: readonly PlanChange[]): PlanOutcome;
}

const BASES: readonly (DateBasis | null)[] = [null, 'fixed', 'settled', 'projected', 'waiting', 'broken'];
const REASONS: readonly (BrokenReason | null)[] = [null, 'gone', 'cancelled', 'loop', 'on'];
const STATES: Readonly<Record<ActionState, number>> = {
  todo: value.OPEN,
  inProgress: value.OPEN,
  done: value.DONE,
  notDone: value.DROPPED,
  cancelled: value.DROPPED,
};
const NOTHING: readonly Id[] = [];
const FIELDS = [
  [START, 'start'],
  [DUE, 'due'],
] as const;

const dayOrNone = (date: CivilDate | null): Day => (date === null ? value.NO_DAY : parseDay(date));

/**
 * The dates of a plan, to be kept up to date change by change.
 * @param setting what they rest on beside the plan; `today` on the container's clock
 * @throws TypeError where an action names a section that the plan has not
 * @example createPlanResolver(plan, setting).date('act_1', 'due')
 */
export function createPlanResolver(plan: Plan, setting: PlanSetting): PlanResolver {
  const graph = new PlanGraph(plan.actions.length + plan.sections.length);
  const order = new PlanOrder(graph);
  let asked: PlanSetting = setting;
  const values = new value.PlanValues(graph, order, valueSetting(setting));
  const slots = new Map<Id, number>();
  const sectionSlots = new Map<Id, number>();
  const ids: Id[] = [];
  const actions = new Map<Id, PlanAction>();
  /** Rules whose anchor is not in the plan, by the id they name: tied again where it comes back. */
  const astray = new Map<Id, Set<number>>();

  // ── dirty nodes ─────────────────────────────────────────────────────────────────────────────
  let dirty = new Int32Array(0);
  let firstDirty = Infinity;
  let lastDirty = -1;
  let all = false;

  function soil(node: number): void {
    const word = (order.place[node] ?? 0) >>> 5;
    dirty[word] = (dirty[word] ?? 0) | (1 << ((order.place[node] ?? 0) & 31));
    if (word < firstDirty) firstDirty = word;
    if (word > lastDirty) lastDirty = word;
  }

  function soilOver(node: number): void {
    for (let over = graph.head[node] ?? NONE; over !== NONE; over = graph.next[over] ?? NONE) soil(over);
  }

  /** Whatever rests on an action's being completed. */
  function soilCompletion(slot: number): void {
    soilOver(3 * slot + COMPLETION);
    const section = graph.section[slot] ?? NONE;
    if (section !== NONE) soil(3 * section + COMPLETION);
  }

  // ── tying ───────────────────────────────────────────────────────────────────────────────────
  function anchorNode(anchor: Anchor): number {
    switch (anchor.type) {
      case 'sectionCompleted':
        return nodeAt(sectionSlots.get(anchor.sectionId), COMPLETION);
      case 'actionDue':
        return nodeAt(slots.get(anchor.actionId), DUE);
      case 'actionCompleted':
        return nodeAt(slots.get(anchor.actionId), COMPLETION);
      default:
        return NONE;
    }
  }

  function untie(node: number, date: PlanDate | null): void {
    graph.untie(node);
    const id = date && anchorId(date);
    if (id !== null) astray.get(id)?.delete(node);
  }

  /** Ties a rule to its anchor; gives false where that would close a loop. */
  function tie(node: number, date: PlanDate | null, ordered: boolean): boolean {
    const rule = date?.rule;
    values.from[node] = value.FROM_NODE;
    if (rule?.type !== 'relative') return true;
    const { anchor } = rule;
    const distance = distanceOf(rule);
    values.amount[node] = distance.amount;
    values.unit[node] = distance.unit;
    values.roll[node] = distance.roll;
    if (anchor.type === 'roomCreated') values.from[node] = value.FROM_ROOM;
    else if (anchor.type === 'engagementStart') values.from[node] = value.FROM_START;
    else {
      const target = anchorNode(anchor);
      if (target === NONE) {
        values.from[node] = value.FROM_GONE;
        const id = anchorId(date) ?? '';
        const known = astray.get(id);
        if (known) known.add(node);
        else astray.set(id, new Set([node]));
      } else {
        if (ordered && !order.allow(target, node)) return false;
        graph.tie(node, target);
      }
    }
    return true;
  }

  /** What stands by itself: a closing's dates, a pin, a fixed date. */
  function give(node: number, action: PlanAction, field: DateField): void {
    const date = action[field];
    const { closed } = action;
    let basis = value.NO_RULE;
    let day = value.NO_DAY;
    if (date !== null && closed !== null) {
      day = dayOrNone(closed[field]);
      basis = day === value.NO_DAY ? value.WAITING : value.SETTLED;
    } else if (date?.pinned != null) {
      day = parseDay(date.pinned);
      basis = value.FIXED;
    } else if (date?.rule.type === 'fixed') {
      day = parseDay(date.rule.date);
      basis = value.FIXED;
    }
    values.given[node] = day;
    values.givenBasis[node] = basis;
  }

  function write(slot: number, action: PlanAction): void {
    values.state[slot] = STATES[action.state];
    values.closedOn[slot] = dayOrNone(action.closed?.on ?? null);
    give(3 * slot + START, action, 'start');
    give(3 * slot + DUE, action, 'due');
    actions.set(action.id, action);
  }

  // ── places ──────────────────────────────────────────────────────────────────────────────────
  function place(id: Id, kind: typeof ACTION | typeof SECTION): number {
    const slot = graph.add(kind);
    values.clear(slot);
    ids[slot] = id;
    (kind === ACTION ? slots : sectionSlots).set(id, slot);
    return slot;
  }

  /** Rules that named it while it was not there rest on it now; gives false where that would close a loop. */
  function retie(id: Id, kind: typeof ACTION | typeof SECTION): boolean {
    for (const node of [...(astray.get(id) ?? [])]) {
      const field = node % 3 === START ? 'start' : 'due';
      const date = actions.get(ids[Math.floor(node / 3)] ?? '')?.[field] ?? null;
      const anchor = date?.rule.type === 'relative' ? date.rule.anchor : null;
      if (!anchor || (anchor.type === 'sectionCompleted') !== (kind === SECTION)) continue;
      untie(node, date);
      if (!tie(node, date, true)) return false;
      soil(node);
    }
    return true;
  }

  /** Rules that rest on a node which goes are left without. */
  function strand(node: number, id: Id): void {
    for (let over = graph.head[node] ?? NONE; over !== NONE; over = graph.head[node] ?? NONE) {
      graph.untie(over);
      values.from[over] = value.FROM_GONE;
      const known = astray.get(id);
      if (known) known.add(over);
      else astray.set(id, new Set([over]));
      soil(over);
    }
  }

  // ── the first time ──────────────────────────────────────────────────────────────────────────
  for (const { id } of plan.sections) place(id, SECTION);
  for (const action of plan.actions) place(action.id, ACTION);
  for (const action of plan.actions) {
    const slot = slots.get(action.id) ?? NONE;
    const section = sectionSlots.get(action.sectionId);
    if (section === undefined) throw strayError(action);
    graph.join(slot, section);
    write(slot, action);
    tie(3 * slot + START, action.start, false);
    tie(3 * slot + DUE, action.due, false);
  }
  order.sort();
  dirty = new Int32Array((order.nodes.length >>> 5) + 1);
  for (let at = 0; at < order.length; at++) values.work(order.nodes[at] ?? 0);

  // ── changes ─────────────────────────────────────────────────────────────────────────────────
  /** Makes one change; gives how to take it back, or the loop it would close. */
  function change(one: PlanChange): { back: PlanChange[] } | { loop: readonly Id[]; back: PlanChange[] } {
    switch (one.type) {
      case 'setting': {
        const before = asked;
        asked = { ...asked, ...one.setting };
        values.setting = valueSetting(asked);
        all = true;
        return { back: [{ type: 'setting', setting: before }] };
      }
      case 'section': {
        if (sectionSlots.has(one.sectionId)) return { back: [] };
        const slot = place(one.sectionId, SECTION);
        order.append(slot);
        ready();
        soil(3 * slot + COMPLETION);
        const back: PlanChange[] = [{ type: 'removeSection', sectionId: one.sectionId }];
        return retie(one.sectionId, SECTION) ? { back } : { back, loop: [one.sectionId] };
      }
      case 'removeSection': {
        const slot = sectionSlots.get(one.sectionId);
        if (slot === undefined) return { back: [] };
        if (graph.first[slot] !== NONE)
          throw new TypeError(`section ${one.sectionId} still holds actions: remove or move them first`);
        strand(3 * slot + COMPLETION, one.sectionId);
        order.drop(slot);
        graph.remove(slot);
        sectionSlots.delete(one.sectionId);
        return { back: [{ type: 'section', sectionId: one.sectionId }] };
      }
      case 'removeAction': {
        const slot = slots.get(one.actionId);
        const action = actions.get(one.actionId);
        if (slot === undefined) return { back: [] };
        untie(3 * slot + START, action?.start ?? null);
        untie(3 * slot + DUE, action?.due ?? null);
        soilCompletion(slot);
        strand(3 * slot + DUE, one.actionId);
        strand(3 * slot + COMPLETION, one.actionId);
        graph.leave(slot);
        order.drop(slot);
        graph.remove(slot);
        slots.delete(one.actionId);
        actions.delete(one.actionId);
        return { back: action ? [{ type: 'action', action }] : [] };
      }
      case 'action':
        return put(one.action);
    }
  }

  function put(action: PlanAction): ReturnType<typeof change> {
    const section = sectionSlots.get(action.sectionId);
    if (section === undefined) throw strayError(action);
    const before = actions.get(action.id);
    const back: PlanChange[] = before
      ? [{ type: 'action', action: before }]
      : [{ type: 'removeAction', actionId: action.id }];
    let slot = slots.get(action.id) ?? NONE;
    if (slot === NONE) {
      slot = place(action.id, ACTION);
      order.append(slot);
      ready();
    } else {
      soilCompletion(slot);
    }
    if (graph.section[slot] !== section) {
      graph.leave(slot);
      if (!order.allow(3 * slot + COMPLETION, 3 * section + COMPLETION))
        return { back, loop: loopOf(3 * slot + COMPLETION, 3 * section + COMPLETION) };
      graph.join(slot, section);
    }
    write(slot, action);
    for (const [kind, field] of FIELDS) {
      const node = 3 * slot + kind;
      const was = before?.[field] ?? null;
      if (before === undefined || !isSameAnchoring(was, action[field])) {
        untie(node, was);
        if (!tie(node, action[field], true)) return { back, loop: loopOf(anchorOf(action[field]), node) };
      }
      soil(node);
    }
    soilCompletion(slot);
    if (before === undefined && !retie(action.id, ACTION)) return { back, loop: [action.id] };
    return { back };
  }

  /** The loop that `over` resting on `under` would close. */
  function loopOf(under: number, over: number): readonly Id[] {
    return turned((shortestWay(graph, under, over) ?? []).map((slot) => ids[slot] ?? ''));
  }

  function anchorOf(date: PlanDate | null): number {
    return date?.rule.type === 'relative' ? anchorNode(date.rule.anchor) : NONE;
  }

  /** Places changed: as many bits as there are places. */
  function ready(): void {
    const words = (order.nodes.length >>> 5) + 1;
    if (dirty.length < words) {
      const larger = new Int32Array(words);
      larger.set(dirty);
      dirty = larger;
    }
  }

  /** Works out what is dirty, in order; tells of each start and due date that came to something else. */
  function settle(changed: (node: number, day: Day, basis: number, reason: number) => void): void {
    for (let word = firstDirty; word <= lastDirty; word++) {
      for (let bits = dirty[word] ?? 0; bits !== 0; bits = dirty[word] ?? 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        dirty[word] = bits & ~(1 << bit);
        const node = order.nodes[word * 32 + bit] ?? NONE;
        if (node !== NONE) follow(node, changed);
      }
    }
    firstDirty = Infinity;
    lastDirty = -1;
  }

  function follow(node: number, changed: (node: number, day: Day, basis: number, reason: number) => void): void {
    const day = values.day[node] ?? value.NO_DAY;
    const basis = values.basis[node] ?? 0;
    const reason = values.reason[node] ?? 0;
    if (!values.work(node)) return;
    const slot = Math.floor(node / 3);
    if (node % 3 !== COMPLETION) changed(node, day, basis, reason);
    if (node % 3 === START) return;
    soilOver(node);
    if (node % 3 === DUE && values.state[slot] === value.OPEN) soilCompletion(slot);
  }

  /** What a node came to, as it is read. */
  function read(node: number, day: Day, basis: number, reason: number, waits: readonly Id[]): ResolvedDate {
    return {
      day: day === value.NO_DAY ? null : day,
      basis: BASES[basis] ?? null,
      waitingOn: waits,
      broken: REASONS[reason] ?? null,
    };
  }

  function waitsFor(node: number, basis: number): readonly Id[] {
    if ((basis !== value.PROJECTED && basis !== value.WAITING) || values.givenBasis[node] !== value.NO_RULE)
      return NOTHING;
    const target = graph.target[node] ?? NONE;
    return target === NONE ? NOTHING : [ids[Math.floor(target / 3)] ?? ''];
  }

  function now(node: number): ResolvedDate {
    const basis = values.basis[node] ?? 0;
    return read(node, values.day[node] ?? value.NO_DAY, basis, values.reason[node] ?? 0, waitsFor(node, basis));
  }

  return {
    date(actionId, field) {
      const slot = slots.get(actionId);
      return slot === undefined ? undefined : now(3 * slot + (field === 'start' ? START : DUE));
    },
    completion(sectionId) {
      const slot = sectionSlots.get(sectionId);
      if (slot === undefined) return undefined;
      const node = 3 * slot + COMPLETION;
      const basis = values.basis[node];
      return {
        basis: basis === value.SETTLED ? 'settled' : basis === value.PROJECTED ? 'projected' : 'waiting',
        day: values.day[node] === value.NO_DAY ? null : (values.day[node] ?? null),
      };
    },
    get loops() {
      return loopsOf();
    },
    apply(changes) {
      const before = new Map<number, { id: Id; date: ResolvedDate }>();
      const keep = (node: number, date: ResolvedDate) => {
        const id = ids[Math.floor(node / 3)] ?? '';
        if (!before.has(node)) before.set(node, { id, date });
      };
      const done: PlanChange[][] = [];
      let loop: readonly Id[] | null = null;
      for (const one of changes) {
        const outcome = change(one);
        done.push(outcome.back);
        if ('loop' in outcome) {
          loop = outcome.loop;
          break;
        }
      }
      if (loop !== null) {
        for (const back of done.reverse()) for (const one of back) change(one);
        work(() => undefined);
        return { moved: null, loop };
      }
      work((node, day, basis, reason) => {
        keep(node, read(node, day, basis, reason, NOTHING));
      });
      const moved: MovedDate[] = [];
      for (const [node, { id, date }] of before) {
        if (slots.get(id) !== Math.floor(node / 3)) continue;
        moved.push({ actionId: id, field: node % 3 === START ? 'start' : 'due', from: date, to: now(node) });
      }
      return { moved, loop: null };
    },
  };

  function work(changed: (node: number, day: Day, basis: number, reason: number) => void): void {
    if (order.hasLoops) {
      order.sort();
      ready();
      all = true;
    }
    if (all) {
      all = false;
      dirty.fill(0);
      firstDirty = 0;
      lastDirty = order.length >>> 5;
      for (let at = 0; at < order.length; at++) if (order.nodes[at] !== NONE) soil(order.nodes[at] ?? 0);
    }
    settle(changed);
  }

  function loopsOf(): (readonly Id[])[] {
    const found = new Map<string, readonly Id[]>();
    for (let node = 0; node < 3 * graph.slots; node++) {
      if (order.looped[node] !== 1) continue;
      const target = graph.target[node] ?? NONE;
      const way = target === NONE ? null : shortestWay(graph, target, node);
      if (way === null) continue;
      const loop = turned(way.map((slot) => ids[slot] ?? ''));
      found.set(loop.join('\n'), loop);
    }
    return [...found.values()].sort((a, b) => (a.join() < b.join() ? -1 : 1));
  }
}

/** Begins at the smallest id; where the way ends where it began, that is named once. */
function turned(loop: readonly Id[]): readonly Id[] {
  const once = loop.length > 1 && loop[0] === loop.at(-1) ? loop.slice(0, -1) : loop;
  const smallest = once.reduce((least, id, at) => (id < (once[least] ?? '') ? at : least), 0);
  return [...once.slice(smallest), ...once.slice(0, smallest)];
}

function nodeAt(slot: number | undefined, kind: number): number {
  return slot === undefined ? NONE : 3 * slot + kind;
}

function anchorId(date: PlanDate | null): Id | null {
  const rule = date?.rule;
  if (rule?.type !== 'relative') return null;
  switch (rule.anchor.type) {
    case 'sectionCompleted':
      return rule.anchor.sectionId;
    case 'actionDue':
    case 'actionCompleted':
      return rule.anchor.actionId;
    default:
      return null;
  }
}

/** Whether both rest on the same, and count alike. */
function isSameAnchoring(a: PlanDate | null, b: PlanDate | null): boolean {
  const one = a?.rule;
  const other = b?.rule;
  if (one?.type !== 'relative' || other?.type !== 'relative')
    return one?.type !== 'relative' && other?.type !== 'relative';
  return (
    one.amount === other.amount &&
    one.unit === other.unit &&
    (one.roll ?? 'none') === (other.roll ?? 'none') &&
    one.anchor.type === other.anchor.type &&
    anchorId(a) === anchorId(b)
  );
}

function valueSetting({ roomCreated, engagementStart, calendar, today }: PlanSetting): value.ValueSetting {
  return { roomCreated: dayOrNone(roomCreated), engagementStart: dayOrNone(engagementStart), calendar, today };
}

function strayError({ id, sectionId }: PlanAction): TypeError {
  return new TypeError(`action ${id} is in section ${sectionId}, which the plan has not: add the section first`);
}
