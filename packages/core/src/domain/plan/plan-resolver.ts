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
  /** The same as lists of one, for all dates that wait for the same. */
  const named: (readonly Id[])[] = [];
  const actions: (PlanAction | undefined)[] = [];
  /** Rules whose anchor is not in the plan, by the id they name: tied again where it comes back. */
  const astray = new Map<Id, Set<number>>();

  // ── dirty nodes ─────────────────────────────────────────────────────────────────────────────
  let dirty = new Int32Array(0);
  let firstDirty = Infinity;
  let lastDirty = -1;
  let all = false;
  /** Soiled by changes: places may still move, so they are looked up only when all changes are made. */
  let soiled: number[] = [];

  function soil(node: number): void {
    soiled.push(node);
  }

  function soilPlace(node: number): void {
    const word = (order.place[node] ?? 0) >>> 5;
    dirty[word] = (dirty[word] ?? 0) | (1 << ((order.place[node] ?? 0) & 31));
    if (word < firstDirty) firstDirty = word;
    if (word > lastDirty) lastDirty = word;
  }

  function soilOver(node: number, mark: (over: number) => void): void {
    for (let over = graph.head[node] ?? NONE; over !== NONE; over = graph.next[over] ?? NONE) mark(over);
  }

  /** Whatever rests on an action's being completed. */
  function soilCompletion(slot: number, mark: (over: number) => void): void {
    soilOver(3 * slot + COMPLETION, mark);
    const section = graph.section[slot] ?? NONE;
    if (section !== NONE) mark(3 * section + COMPLETION);
  }

  /** The first tie of a batch of changes that closes a loop, and those made after it: what is rested on, what rests. */
  let closing: { under: number; over: number }[] = [];

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

  /**
   * Makes room for one node to rest on another. Where that closes a loop it is noted, and nothing is put in order any more:
   * whether the loop stays is known when all changes are made.
   */
  function allow(under: number, over: number): void {
    if (closing.length > 0 || !order.allow(under, over)) closing.push({ under, over });
  }

  /** Ties a rule to its anchor. */
  function tie(node: number, date: PlanDate | null, ordered: boolean): void {
    const rule = date?.rule;
    values.from[node] = value.FROM_NODE;
    if (rule?.type !== 'relative') return;
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
        if (ordered) allow(target, node);
        graph.tie(node, target);
      }
    }
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
    actions[slot] = action;
  }

  // ── places ──────────────────────────────────────────────────────────────────────────────────
  function place(id: Id, kind: typeof ACTION | typeof SECTION): number {
    const slot = graph.add(kind);
    values.clear(slot);
    ids[slot] = id;
    named[slot] = [id];
    (kind === ACTION ? slots : sectionSlots).set(id, slot);
    return slot;
  }

  /** Rules that named it while it was not there rest on it now. */
  function retie(id: Id, kind: typeof ACTION | typeof SECTION): void {
    for (const node of [...(astray.get(id) ?? [])]) {
      const field = node % 3 === START ? 'start' : 'due';
      const date = actions[Math.floor(node / 3)]?.[field] ?? null;
      const anchor = date?.rule.type === 'relative' ? date.rule.anchor : null;
      if (!anchor || (anchor.type === 'sectionCompleted') !== (kind === SECTION)) continue;
      untie(node, date);
      tie(node, date, true);
      soil(node);
    }
  }

  /** Rules that rest on a node which goes are left without. */
  function strand(node: number, id: Id): void {
    for (let over = graph.head[node] ?? NONE; over !== NONE; over = graph.head[node] ?? NONE) {
      remember(over);
      soil(over);
      graph.untie(over);
      values.from[over] = value.FROM_GONE;
      const known = astray.get(id);
      if (known) known.add(over);
      else astray.set(id, new Set([over]));
    }
  }

  let lastSection: { id: Id; slot: number | undefined } = { id: '', slot: undefined };

  // ── the first time ──────────────────────────────────────────────────────────────────────────
  for (const { id } of plan.sections) place(id, SECTION);
  const placed = plan.actions.map(({ id }) => place(id, ACTION));
  plan.actions.forEach((action, at) => {
    const slot = placed[at] ?? NONE;
    // Actions mostly come section by section.
    if (lastSection.id !== action.sectionId)
      lastSection = { id: action.sectionId, slot: sectionSlots.get(action.sectionId) };
    if (lastSection.slot === undefined) throw strayError(action);
    graph.join(slot, lastSection.slot);
    write(slot, action);
    tie(3 * slot + START, action.start, false);
    tie(3 * slot + DUE, action.due, false);
  });
  order.sort();
  dirty = new Int32Array((order.nodes.length >>> 5) + 1);
  for (let at = 0; at < order.length; at++) values.work(order.nodes[at] ?? 0);

  // ── changes ─────────────────────────────────────────────────────────────────────────────────
  /** Makes one change; gives how to take it back. */
  function change(one: PlanChange): PlanChange[] {
    switch (one.type) {
      case 'setting': {
        const before = asked;
        asked = { ...asked, ...one.setting };
        values.setting = valueSetting(asked);
        all = true;
        return [{ type: 'setting', setting: before }];
      }
      case 'section': {
        if (sectionSlots.has(one.sectionId)) return [];
        const slot = place(one.sectionId, SECTION);
        order.append(slot);
        soil(3 * slot + COMPLETION);
        retie(one.sectionId, SECTION);
        return [{ type: 'removeSection', sectionId: one.sectionId }];
      }
      case 'removeSection': {
        const slot = sectionSlots.get(one.sectionId);
        if (slot === undefined) return [];
        if (graph.first[slot] !== NONE)
          throw new TypeError(`section ${one.sectionId} still holds actions: remove or move them first`);
        strand(3 * slot + COMPLETION, one.sectionId);
        order.drop(slot);
        graph.remove(slot);
        sectionSlots.delete(one.sectionId);
        return [{ type: 'section', sectionId: one.sectionId }];
      }
      case 'removeAction': {
        const slot = slots.get(one.actionId);
        const action = slot === undefined ? undefined : actions[slot];
        if (slot === undefined || action === undefined) return [];
        const dates: Partial<Record<number, ResolvedDate | null>> = {};
        for (const [kind, field] of FIELDS) {
          const node = 3 * slot + kind;
          remember(node);
          dates[kind] = first.get(node)?.date ?? null;
          first.delete(node);
          untie(node, action[field]);
        }
        left.set(one.actionId, dates);
        soilCompletion(slot, soil);
        strand(3 * slot + DUE, one.actionId);
        strand(3 * slot + COMPLETION, one.actionId);
        graph.leave(slot);
        order.drop(slot);
        graph.remove(slot);
        slots.delete(one.actionId);
        actions[slot] = undefined;
        return [{ type: 'action', action }];
      }
      case 'action':
        return put(one.action);
    }
  }

  function put(action: PlanAction): PlanChange[] {
    const section = sectionSlots.get(action.sectionId);
    if (section === undefined) throw strayError(action);
    let slot = slots.get(action.id) ?? NONE;
    const before = slot === NONE ? undefined : actions[slot];
    if (slot === NONE) {
      slot = place(action.id, ACTION);
      order.append(slot);
    }
    const tied: (typeof FIELDS)[number][] = [];
    for (const one of FIELDS) {
      const [kind, field] = one;
      const node = 3 * slot + kind;
      const was = before?.[field] ?? null;
      if (before) remember(node);
      else first.set(node, { id: action.id, date: left.get(action.id)?.[kind] ?? null });
      soil(node);
      if (before && isSameAnchoring(was, action[field])) continue;
      untie(node, was);
      tied.push(one);
    }
    // What it no longer rests on closes no loop, so all is untied before anything is tied.
    if (graph.section[slot] !== section) {
      soilCompletion(slot, soil);
      graph.leave(slot);
      allow(3 * slot + COMPLETION, 3 * section + COMPLETION);
      graph.join(slot, section);
    }
    write(slot, action);
    for (const [kind, field] of tied) tie(3 * slot + kind, action[field], true);
    soilCompletion(slot, soil);
    if (!before) retie(action.id, ACTION);
    return [before ? { type: 'action', action: before } : { type: 'removeAction', actionId: action.id }];
  }

  // ── loops ───────────────────────────────────────────────────────────────────────────────────
  /** Of the loops there are, one that the changes closed; null where they closed none. Orders all anew. */
  function closedLoop(back: readonly PlanChange[]): readonly Id[] | null {
    order.sort();
    const before = actionsBefore(back);
    const ties: typeof closing = [];
    for (let node = 0; node < 3 * graph.slots; node++) {
      if (order.looped[node] === 1 && isNewTie(node, before))
        ties.push({ under: graph.target[node] ?? NONE, over: node });
    }
    for (const [id, was] of before) {
      const slot = slots.get(id);
      if (slot === undefined || was?.sectionId === actions[slot]?.sectionId) continue;
      ties.push({ under: 3 * slot + COMPLETION, over: 3 * (graph.section[slot] ?? NONE) + COMPLETION });
    }
    return shortestLoop(ties);
  }

  /** The shortest of the loops through any of these ties; null where they close none. */
  function shortestLoop(ties: typeof closing): readonly Id[] | null {
    const loops = ties.map(({ under, over }) => loopOf(under, over)).filter(({ length }) => length > 0);
    return loops.reduce<readonly Id[] | null>((best, one) => (best && best.length <= one.length ? best : one), null);
  }

  /** Whether a rule did not rest on what it rests on now. Where its anchor was not there, neither was the anchor's own tie. */
  function isNewTie(node: number, before: ReadonlyMap<Id, PlanAction | null>): boolean {
    const id = ids[Math.floor(node / 3)] ?? '';
    const field = node % 3 === START ? 'start' : 'due';
    const is = actions[Math.floor(node / 3)]?.[field] ?? null;
    return before.has(id) && anchorKey(before.get(id)?.[field] ?? null) !== anchorKey(is);
  }

  /** The loop that `over` resting on `under` would close. */
  function loopOf(under: number, over: number): readonly Id[] {
    return turned((shortestWay(graph, under, over) ?? []).map((slot) => ids[slot] ?? ''));
  }

  // ── what moved ──────────────────────────────────────────────────────────────────────────────
  /** By node: whose it is, and what it came to before the changes; null where it was not there. */
  const first = new Map<number, { id: Id; date: ResolvedDate | null }>();
  /** The dates of actions that the changes took away, should they come back. */
  const left = new Map<Id, Partial<Record<number, ResolvedDate | null>>>();

  /** Keeps what a date came to before what it rests on is changed. */
  function remember(node: number): void {
    if (!first.has(node)) first.set(node, { id: ids[Math.floor(node / 3)] ?? '', date: now(node) });
  }

  /** Adds those whose own rule was touched to those that moved by what they rest on. */
  function addTouched(moved: MovedDate[]): void {
    for (const [node, { id, date: from }] of first) {
      if (from === null) continue;
      const to = now(node);
      if (!isSameDate(from, to)) moved.push({ actionId: id, field: node % 3 === START ? 'start' : 'due', from, to });
    }
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

  /** Works out what is dirty, in order, each node once; notes each start and due date that came to something else. */
  function settle(moved: MovedDate[]): void {
    for (let word = firstDirty; word <= lastDirty; word++) {
      for (let bits = dirty[word] ?? 0; bits !== 0; bits = dirty[word] ?? 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        dirty[word] = bits & ~(1 << bit);
        const node = order.nodes[word * 32 + bit] ?? NONE;
        if (node !== NONE) follow(node, moved);
      }
    }
    firstDirty = Infinity;
    lastDirty = -1;
  }

  function follow(node: number, moved: MovedDate[]): void {
    const day = values.day[node] ?? value.NO_DAY;
    const basis = values.basis[node] ?? 0;
    const reason = values.reason[node] ?? 0;
    if (!values.work(node)) return;
    const slot = Math.floor(node / 3);
    if (node - 3 * slot !== COMPLETION && !first.has(node)) {
      const from = read(day, basis, reason, waitsFor(node, basis));
      const field = node - 3 * slot === START ? 'start' : 'due';
      moved.push({ actionId: ids[slot] ?? '', field, from, to: now(node) });
    }
    if (node % 3 === START) return;
    soilOver(node, soilPlace);
    if (node % 3 === DUE && values.state[slot] === value.OPEN) soilCompletion(slot, soilPlace);
  }

  /** What a node came to, as it is read. */
  function read(day: Day, basis: number, reason: number, waits: readonly Id[]): ResolvedDate {
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
    return target === NONE ? NOTHING : (named[Math.floor(target / 3)] ?? NOTHING);
  }

  function now(node: number): ResolvedDate {
    const basis = values.basis[node] ?? 0;
    return read(values.day[node] ?? value.NO_DAY, basis, values.reason[node] ?? 0, waitsFor(node, basis));
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
      first.clear();
      left.clear();
      const back: PlanChange[] = [];
      let loop: readonly Id[] | null = null;
      try {
        changes.forEach((one, index) => {
          const isLoopFree = closing.length === 0 && !order.hasLoops;
          back.push(...change(one));
          // Nothing comes after it, and there was no loop before: this one stays.
          if (isLoopFree && closing.length > 0 && index === changes.length - 1) loop = shortestLoop(closing);
        });
      } catch (error) {
        takeBack(back);
        throw error;
      }
      if (loop !== null) {
        // Taking the last change back opens the loop, so that the order can be kept from there on.
        closing = [];
        takeBack(back);
        return { moved: null, loop };
      }
      if (closing.length > 0) {
        loop = closedLoop(back);
        if (loop !== null) {
          takeBack(back);
          return { moved: null, loop };
        }
        closing = [];
        all = true;
      }
      return { moved: work(), loop: null };
    },
  };

  function takeBack(back: readonly PlanChange[]): void {
    for (const one of back.toReversed()) change(one);
    if (closing.length > 0) {
      closing = [];
      order.sort();
      all = true;
    }
    work();
  }

  /** Brings all up to date; gives the dates that moved. */
  function work(): MovedDate[] {
    if (order.hasLoops) {
      order.sort();
      all = true;
    }
    ready();
    if (all) {
      all = false;
      dirty.fill(0);
      for (let at = 0; at < order.length; at++) if (order.nodes[at] !== NONE) soilPlace(order.nodes[at] ?? 0);
    } else {
      // A node that has gone since stands nowhere.
      for (const node of soiled) if (order.nodes[order.place[node] ?? 0] === node) soilPlace(node);
    }
    soiled = [];
    const moved: MovedDate[] = [];
    settle(moved);
    addTouched(moved);
    return moved;
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

/** What a relative rule rests on, as one text; null for any other. */
function anchorKey(date: PlanDate | null): string | null {
  return date?.rule.type === 'relative' ? `${date.rule.anchor.type} ${anchorId(date) ?? ''}` : null;
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
    anchorKey(a) === anchorKey(b)
  );
}

function isSameDate(a: ResolvedDate, b: ResolvedDate): boolean {
  return a.day === b.day && a.basis === b.basis && a.broken === b.broken && a.waitingOn[0] === b.waitingOn[0];
}

/**
 * The actions that changes touched, as they were before; null where they were not there.
 * @param back what takes the changes back, in the order of the changes
 */
function actionsBefore(back: readonly PlanChange[]): Map<Id, PlanAction | null> {
  const actions = new Map<Id, PlanAction | null>();
  for (const one of back.toReversed()) {
    if (one.type === 'action') actions.set(one.action.id, one.action);
    else if (one.type === 'removeAction') actions.set(one.actionId, null);
  }
  return actions;
}

function valueSetting({ roomCreated, engagementStart, calendar, today }: PlanSetting): value.ValueSetting {
  return { roomCreated: dayOrNone(roomCreated), engagementStart: dayOrNone(engagementStart), calendar, today };
}

function strayError({ id, sectionId }: PlanAction): TypeError {
  return new TypeError(`action ${id} is in section ${sectionId}, which the plan has not: add the section first`);
}
