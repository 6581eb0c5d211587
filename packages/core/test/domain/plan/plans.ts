// Arbitrary plans and edits of them. References are dense and go both ways, so that long chains, loops, dead anchors,
// cancelled anchors, empty sections and odd calendars all come up often.
import fc from 'fast-check';
import type { ActionState, Anchor, Calendar, CivilDate, DateRule, Id } from '@followthrough/core/schema';
import {
  type Day,
  formatDay,
  parseDay,
  type Plan,
  type PlanAction,
  type PlanChange,
  type PlanClosing,
  type PlanDate,
  type PlanSetting,
} from '@followthrough/core/domain';

/** A plan and what its dates rest on beside it. */
export interface SetPlan {
  readonly plan: Plan;
  readonly setting: PlanSetting;
}

// The smallest id of a loop is as often a section's as an action's.
const ACTION_IDS = Array.from({ length: 37 }, (_, at) => `${['a', 'n', 't'][at % 3]}${(at * 11 + 5) % 37}`);
const SECTION_IDS = Array.from({ length: 8 }, (_, at) => `${['p', 'c', 'z', 'g'][at % 4]}${(at * 3 + 1) % 8}`);

const nearDay = fc.integer({ min: parseDay('2026-04-10'), max: parseDay('2026-06-20') });
const anyDate: fc.Arbitrary<CivilDate> = fc.oneof(
  { weight: 6, arbitrary: nearDay.map(formatDay) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '2026-01-31',
      '2026-03-31',
      '2026-12-31',
      '2024-02-29',
      '2028-02-29',
      '2027-02-28',
      '2100-02-28',
      '2096-02-29',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('1970-01-01', '1970-02-28', '2199-12-31', '2199-11-30') },
);

const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  workingWeekdays: fc.oneof<fc.MaybeWeightedArbitrary<number[]>[]>(
    { weight: 6, arbitrary: fc.constant([1, 2, 3, 4, 5]) },
    { weight: 2, arbitrary: fc.constant([7, 1, 2, 3, 4]) },
    { weight: 2, arbitrary: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  holidays: fc.array(anyDate, { maxLength: 12, size: 'max' }),
});

const anyToday: fc.Arbitrary<Day> = fc.oneof(
  { weight: 8, arbitrary: nearDay },
  { weight: 1, arbitrary: anyDate.map(parseDay) },
);

const anySetting: fc.Arbitrary<PlanSetting> = fc.record({
  roomCreated: fc.option(anyDate, { freq: 6 }),
  engagementStart: fc.option(anyDate, { freq: 2 }),
  calendar: anyCalendar,
  today: anyToday,
});

/** A planned date before it is known what there is to rest on. */
interface DateSeed {
  kind: 'none' | 'fixed' | Anchor['type'];
  date: CivilDate;
  pinned: CivilDate | null;
  amount: number;
  unit: 'day' | 'businessDay' | 'week' | 'month';
  roll: 'none' | 'next' | 'previous' | undefined;
  /** Which of those it may rest on. */
  which: number;
  /** From 0 to 99: the low ones rest on anything, what is not there included. */
  wildness: number;
}

const anyDateSeed: fc.Arbitrary<DateSeed> = fc.record({
  kind: fc.constantFrom<DateSeed['kind'][]>(
    'none',
    'fixed',
    'fixed',
    'roomCreated',
    'engagementStart',
    'sectionCompleted',
    'sectionCompleted',
    'actionDue',
    'actionDue',
    'actionDue',
    'actionCompleted',
    'actionCompleted',
    'actionCompleted',
  ),
  date: anyDate,
  pinned: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyDate }),
  amount: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: -12, max: 12 }) },
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) },
  ),
  unit: fc.constantFrom('day', 'businessDay', 'businessDay', 'week', 'month'),
  roll: fc.constantFrom(undefined, 'none', 'next', 'previous'),
  which: fc.nat({ max: 999 }),
  wildness: fc.nat({ max: 99 }),
});

interface ActionSeed {
  start: DateSeed;
  due: DateSeed;
  state: ActionState;
  closing: PlanClosing;
}

const anyState = fc.constantFrom<ActionState[]>(
  'todo',
  'todo',
  'todo',
  'inProgress',
  'inProgress',
  'done',
  'done',
  'cancelled',
  'notDone',
);
const anyClosing: fc.Arbitrary<PlanClosing> = fc.record({
  on: fc.oneof({ weight: 6, arbitrary: nearDay.map(formatDay) }, { weight: 1, arbitrary: anyDate }),
  start: fc.option(anyDate, { freq: 2 }),
  due: fc.option(anyDate, { freq: 4 }),
});

const anyActionSeed: fc.Arbitrary<ActionSeed> = fc.record({
  start: anyDateSeed,
  due: anyDateSeed,
  state: anyState,
  closing: anyClosing,
});

/** How many of a hundred references may go anywhere; the others go to what stands earlier in the plan. */
const anyDisorder = fc.constantFrom(0, 0, 4, 15, 100);

interface Ids {
  actions: readonly Id[];
  sections: readonly Id[];
}

function pick<T>(of: readonly T[], which: number): T | undefined {
  return of[which % of.length];
}

function anchorOf(seed: DateSeed, own: Id | null, earlier: Ids, disorder: number): Anchor {
  const anywhere = { actions: ACTION_IDS, sections: SECTION_IDS };
  const { actions, sections } = seed.wildness < disorder ? anywhere : earlier;
  const actionId = pick(actions, seed.which);
  const sectionId = pick(sections, seed.which);
  if (seed.kind === 'sectionCompleted' && sectionId !== undefined) return { type: 'sectionCompleted', sectionId };
  if (seed.kind === 'actionCompleted' && actionId !== undefined) return { type: 'actionCompleted', actionId };
  if (seed.kind === 'actionDue') {
    // A start may rest on its own due date.
    if (own !== null && seed.wildness > 70) return { type: 'actionDue', actionId: own };
    if (actionId !== undefined) return { type: 'actionDue', actionId };
  }
  return { type: seed.kind === 'engagementStart' ? 'engagementStart' : 'roomCreated' };
}

function dateOf(seed: DateSeed, own: Id | null, earlier: Ids, disorder: number): PlanDate | null {
  if (seed.kind === 'none') return null;
  return { rule: ruleOf(seed, own, earlier, disorder), pinned: seed.pinned };
}

function ruleOf(seed: DateSeed, own: Id | null, earlier: Ids, disorder: number): DateRule {
  if (seed.kind === 'fixed') return { type: 'fixed', date: seed.date };
  const anchor = anchorOf(seed, own, earlier, disorder);
  const isEvent = anchor.type === 'sectionCompleted' || anchor.type === 'actionCompleted';
  const amount = isEvent ? Math.abs(seed.amount) : seed.amount;
  const rule = { type: 'relative', amount, unit: seed.unit, anchor } as const;
  return seed.unit === 'businessDay' || seed.roll === undefined ? rule : { ...rule, roll: seed.roll };
}

const isOpen = (state: ActionState) => state === 'todo' || state === 'inProgress';

function actionOf(id: Id, sectionId: Id, seed: ActionSeed, earlier: Ids, disorder: number): PlanAction {
  return {
    id,
    sectionId,
    state: seed.state,
    start: dateOf(seed.start, id, earlier, disorder),
    due: dateOf(seed.due, null, earlier, disorder),
    closed: isOpen(seed.state) ? null : seed.closing,
  };
}

/** Any plan of up to six sections and thirty actions, and a setting. */
export const anySetPlan: fc.Arbitrary<SetPlan> = fc
  .record({
    sectionCount: fc.integer({ min: 0, max: 6 }),
    seeds: fc.array(anyActionSeed, { maxLength: 30, size: 'max' }),
    emptySection: fc.nat({ max: 9 }),
    shift: fc.nat({ max: 36 }),
    disorder: anyDisorder,
    setting: anySetting,
  })
  .map(({ sectionCount, seeds, emptySection, shift, disorder, setting }) => {
    const sections = SECTION_IDS.slice(0, sectionCount);
    const filled = sections.filter((_, at) => at !== emptySection);
    if (filled.length === 0) return { plan: { sections: sections.map((id) => ({ id })), actions: [] }, setting };
    const ids = seeds.map((_, at) => ACTION_IDS[(at + shift) % ACTION_IDS.length] ?? '');
    const actions = seeds.map((seed, at) => {
      // Section by section, so that whatever rests on earlier ones alone closes no loop.
      const section = Math.floor((at * filled.length) / seeds.length);
      const sectionId = filled[section] ?? '';
      const earlier = { actions: ids.slice(0, at), sections: sections.slice(0, sections.indexOf(sectionId)) };
      return actionOf(ids[at] ?? '', sectionId, seed, earlier, disorder);
    });
    return { plan: { sections: sections.map((id) => ({ id })), actions }, setting };
  });

/** An edit before it is known what there is to edit. */
interface EditSeed {
  kind:
    | 'start'
    | 'due'
    | 'state'
    | 'pin'
    | 'unpin'
    | 'move'
    | 'put'
    | 'add'
    | 'remove'
    | 'addSection'
    | 'removeSection'
    | 'emptySection'
    | 'today'
    | 'calendar'
    | 'roomCreated'
    | 'engagementStart';
  which: number;
  where: number;
  action: ActionSeed;
  setting: PlanSetting;
}

const ALL_KINDS: readonly EditSeed['kind'][] = [
  ...(['start', 'due', 'due', 'due', 'state', 'state', 'state', 'pin', 'unpin', 'move', 'move', 'put'] as const),
  ...(['add', 'add', 'remove', 'addSection', 'removeSection', 'emptySection'] as const),
  ...(['today', 'calendar', 'roomCreated', 'engagementStart'] as const),
];
/** What comes and goes, so that places are used again and again. */
const COMING_AND_GOING: readonly EditSeed['kind'][] = [
  ...(['add', 'add', 'add', 'add', 'remove', 'remove', 'remove', 'emptySection', 'addSection', 'put'] as const),
  ...(['due', 'state', 'today'] as const),
];

const anyEditSeed = (kinds: readonly EditSeed['kind'][]): fc.Arbitrary<EditSeed> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    which: fc.nat({ max: 999 }),
    where: fc.nat({ max: 999 }),
    action: anyActionSeed,
    setting: anySetting,
  });

/** Changes before it is known what the plan is like when they are made. */
export interface BatchSeed {
  readonly edits: readonly EditSeed[];
  readonly disorder: number;
}

/** So many batches of up to four edits. */
export function anyBatches({ min, max }: { min: number; max: number }): fc.Arbitrary<BatchSeed[]> {
  return batchesOf(anyEditSeed(ALL_KINDS), min, max);
}

/** So many batches in which actions and sections mostly come and go. */
export function anyTurnover(count: number): fc.Arbitrary<BatchSeed[]> {
  return batchesOf(anyEditSeed(COMING_AND_GOING), count, count);
}

function batchesOf(edits: fc.Arbitrary<EditSeed>, minLength: number, maxLength: number): fc.Arbitrary<BatchSeed[]> {
  return fc.array(
    fc.record({
      edits: fc.oneof(
        { weight: 3, arbitrary: fc.array(edits, { minLength: 1, maxLength: 1 }) },
        { weight: 2, arbitrary: fc.array(edits, { maxLength: 4, size: 'max' }) },
      ),
      disorder: fc.constantFrom(0, 4, 4, 30, 100),
    }),
    { minLength, maxLength, size: 'max' },
  );
}

/** What the batch comes to for a plan. */
export function changesOf(batch: BatchSeed, { plan, setting }: SetPlan): PlanChange[] {
  const changes: PlanChange[] = [];
  let now: SetPlan = { plan, setting };
  for (const edit of batch.edits) {
    const made = changesOfEdit(edit, now.plan, batch.disorder);
    changes.push(...made);
    now = changed(now, made);
  }
  return changes;
}

function changesOfEdit(edit: EditSeed, plan: Plan, disorder: number): PlanChange[] {
  const { which, where, setting } = edit;
  const at = plan.actions.length > 0 ? which % plan.actions.length : 0;
  const action = plan.actions[at];
  const sectionIds = plan.sections.map(({ id }) => id);
  const sectionId = pick(sectionIds, where);
  const earlier = earlierThan(plan, at);
  const held = (id: Id) => plan.actions.filter((other) => other.sectionId === id);
  const put = (over: Partial<PlanAction>): PlanChange[] =>
    action ? [{ type: 'action', action: { ...action, ...over } }] : [];

  switch (edit.kind) {
    case 'start':
      return put({ start: dateOf(edit.action.start, action?.id ?? null, earlier, disorder) });
    case 'due':
      return put({ due: dateOf(edit.action.due, null, earlier, disorder) });
    case 'state': {
      const { state, closing } = edit.action;
      return put({ state, closed: isOpen(state) ? null : closing });
    }
    case 'pin':
      return put({
        start: action?.start ? { ...action.start, pinned: edit.action.start.pinned } : null,
        due: action?.due ? { ...action.due, pinned: edit.action.due.date } : null,
      });
    case 'unpin':
      return put({ due: action?.due ? { ...action.due, pinned: null } : null });
    case 'move':
      return put({ sectionId: sectionId ?? '' });
    case 'put':
      return action ? put(actionOf(action.id, sectionId ?? '', edit.action, earlier, disorder)) : [];
    case 'add': {
      const id = pick(
        ACTION_IDS.filter((free) => !plan.actions.some((other) => other.id === free)),
        which,
      );
      if (id === undefined || sectionId === undefined) return [];
      const all = {
        actions: plan.actions.map((other) => other.id),
        sections: sectionIds.filter((s) => s !== sectionId),
      };
      return [{ type: 'action', action: actionOf(id, sectionId, edit.action, all, disorder) }];
    }
    case 'remove':
      return action ? [{ type: 'removeAction', actionId: action.id }] : [];
    case 'addSection': {
      const id = pick(
        SECTION_IDS.filter((free) => !sectionIds.includes(free)),
        which,
      );
      return id === undefined ? [] : [{ type: 'section', sectionId: id }];
    }
    case 'removeSection': {
      const empty = pick(
        sectionIds.filter((id) => held(id).length === 0),
        where,
      );
      return empty === undefined ? [] : [{ type: 'removeSection', sectionId: empty }];
    }
    case 'emptySection':
      if (sectionId === undefined || held(sectionId).length > 6) return [];
      return [
        ...held(sectionId).map(({ id }) => ({ type: 'removeAction', actionId: id }) as const),
        ...(which % 2 === 0 ? [{ type: 'removeSection', sectionId } as const] : []),
      ];
    case 'today':
      return [{ type: 'setting', setting: { today: setting.today } }];
    case 'calendar':
      return [{ type: 'setting', setting: { calendar: setting.calendar } }];
    case 'roomCreated':
      return [{ type: 'setting', setting: { roomCreated: setting.roomCreated } }];
    case 'engagementStart':
      return [{ type: 'setting', setting: { engagementStart: setting.engagementStart, today: setting.today } }];
  }
}

/** The actions before one, and the sections that hold none of it or after it. */
function earlierThan(plan: Plan, at: number): Ids {
  const later = new Set(plan.actions.slice(at).map(({ sectionId }) => sectionId));
  return {
    actions: plan.actions.slice(0, at).map(({ id }) => id),
    sections: plan.sections.map(({ id }) => id).filter((id) => !later.has(id)),
  };
}

/** The plan and setting after changes, whether they may be made or not. */
export function changed({ plan, setting }: SetPlan, changes: readonly PlanChange[]): SetPlan {
  const sections = new Map(plan.sections.map((section) => [section.id, section]));
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  let now = setting;
  for (const change of changes) {
    if (change.type === 'action') actions.set(change.action.id, change.action);
    else if (change.type === 'removeAction') actions.delete(change.actionId);
    else if (change.type === 'section') sections.set(change.sectionId, { id: change.sectionId });
    else if (change.type === 'removeSection') sections.delete(change.sectionId);
    else now = { ...now, ...change.setting };
  }
  return { plan: { sections: [...sections.values()], actions: [...actions.values()] }, setting: now };
}
