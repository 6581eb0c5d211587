// What is told of a plan beside its dates: when it ends and by what chain, why a date is what it is, what changes would do,
// and what becomes of dates that rest on something deleted (rulebook §3).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createPlanResolver,
  dependentsOf,
  explainDate,
  formatDay,
  parseDay,
  type Plan,
  type PlanAction,
  type PlanDate,
  type PlanFinish,
  planFinish,
  type PlanSetting,
  previewChanges,
  releasing,
} from '@followthrough/core/domain';
import type { Anchor, DateUnit, Side } from '@followthrough/core/schema';

const TODAY = '2026-05-13';
const SETTING: PlanSetting = {
  roomCreated: '2026-05-01',
  engagementStart: null,
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-25'] },
  today: parseDay(TODAY),
};

const fixed = (date: string): PlanDate => ({ rule: { type: 'fixed', date }, pinned: null });
const after = (amount: number, unit: DateUnit, anchor: Anchor): PlanDate => ({
  rule: { type: 'relative', amount, unit, anchor },
  pinned: null,
});
const due = (actionId: string): Anchor => ({ type: 'actionDue', actionId });
const completed = (actionId: string): Anchor => ({ type: 'actionCompleted', actionId });
const section = (sectionId: string): Anchor => ({ type: 'sectionCompleted', sectionId });

function action(id: string, sectionId: string, dueDate: PlanDate | null, fields: Partial<PlanAction> = {}): PlanAction {
  return { id, sectionId, state: 'todo', start: null, due: dueDate, closed: null, ...fields };
}

const done = (on: string, dueDate: string | null = null): Partial<PlanAction> => ({
  state: 'done',
  closed: { on, start: null, due: dueDate },
});

/** Kick-off, then legal and design beside each other, then signing once both are done. */
const PLAN: Plan = {
  sections: [{ id: 'prepare' }, { id: 'sign' }],
  actions: [
    action('kickoff', 'prepare', fixed('2026-05-15')),
    action('legal', 'prepare', after(5, 'businessDay', completed('kickoff'))),
    action('design', 'prepare', after(2, 'day', due('kickoff'))),
    action('signing', 'sign', after(3, 'businessDay', section('prepare'))),
    action('party', 'sign', null),
  ],
};

function finishOf(plan: Plan, target: string | null = null, sides: Record<string, Side> = {}): PlanFinish {
  return planFinish(plan, createPlanResolver(plan, SETTING), {
    ...SETTING,
    target: target === null ? null : parseDay(target),
    sideOf: (id) => sides[id] ?? null,
  });
}

const without = (plan: Plan, id: string): Plan => ({ ...plan, actions: plan.actions.filter((one) => one.id !== id) });
const withAction = (plan: Plan, changed: PlanAction): Plan => ({
  ...plan,
  actions: plan.actions.map((one) => (one.id === changed.id ? changed : one)),
});
const actionIn = (plan: Plan, id: string): PlanAction => {
  const found = plan.actions.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
};

describe('the finish of a plan', () => {
  it('is its latest date, with the chain that sets it', () => {
    const finish = finishOf(PLAN);
    // Kick-off Friday 15; legal five business days on, Friday 22; signing three on, over a holiday: Thursday 28.
    assert.equal(finish.day, parseDay('2026-05-28'));
    assert.deepEqual(finish.criticalPath, ['kickoff', 'legal', 'signing']);
  });

  it('gives each open action the days it can slip', () => {
    // Over a weekend and a holiday nothing is lost: from Monday 25, three business days come to the same Thursday.
    const { slack } = finishOf(PLAN);
    assert.deepEqual(
      [...slack].sort(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['design', 8],
        ['kickoff', 2],
        ['legal', 3],
        ['signing', 0],
      ],
    );
  });

  it('counts a late open action as completed today, and a done one as completed when it was', () => {
    const late = withAction(PLAN, action('kickoff', 'prepare', fixed('2026-05-04')));
    assert.equal(finishOf(without(late, 'party')).day, parseDay('2026-05-26'));
    const early = withAction(PLAN, action('kickoff', 'prepare', fixed('2026-05-15'), done('2026-05-06', '2026-05-15')));
    // Legal is due earlier now; design still rests on the due date of the kick-off.
    assert.deepEqual(finishOf(early).criticalPath, ['kickoff', 'design', 'signing']);
  });

  it('is none where nothing has a date', () => {
    const empty = finishOf({ sections: [{ id: 's' }], actions: [action('a', 's', null)] });
    assert.deepEqual([empty.day, empty.criticalPath, empty.undated, empty.slack.size], [null, [], ['a'], 0]);
  });

  for (const [name, plan, target, standing] of [
    ['no target: nothing is said', PLAN, null, null],
    ['all dates by the target: on track', without(PLAN, 'party'), '2026-05-28', 'onTrack'],
    ['an open action without a date: at risk', PLAN, '2026-05-28', 'atRisk'],
    [
      'an overdue action: at risk',
      withAction(without(PLAN, 'party'), action('design', 'prepare', fixed('2026-05-11'))),
      '2026-06-01',
      'atRisk',
    ],
    ['a finish after the target: late', without(PLAN, 'party'), '2026-05-27', 'late'],
    ['a target that has passed with something open: late', without(PLAN, 'party'), '2026-05-12', 'late'],
    [
      'all done after the target has passed, before it: on track',
      { sections: [{ id: 's' }], actions: [action('a', 's', null, done('2026-05-04'))] },
      '2026-05-05',
      'onTrack',
    ],
  ] as const) {
    it(`stands to its target as: ${name}`, () => assert.equal(finishOf(plan, target).standing, standing));
  }

  it('tells how many days of the chain each side holds', () => {
    const { held } = finishOf(PLAN, null, { kickoff: 'internal', legal: 'external', signing: 'internal' });
    assert.deepEqual(held, { internal: 14 + 6, external: 7 });
  });

  it('moves when an action slips by a day more than it can, and not before', () => {
    fc.assert(
      fc.property(acyclic, (plan) => {
        const { day, slack } = finishOf(plan);
        for (const [id, days] of slack) {
          const one = actionIn(plan, id);
          // What is overdue slips without its date.
          if ((createPlanResolver(plan, SETTING).date(id, 'due')?.day ?? 0) < SETTING.today) continue;
          const at = Math.max(createPlanResolver(plan, SETTING).date(id, 'due')?.day ?? 0, SETTING.today) + days;
          const pinnedTo = (to: number) =>
            finishOf(withAction(plan, { ...one, due: one.due && { ...one.due, pinned: formatDay(to) } })).day;
          assert.equal(pinnedTo(at), day, `${id} slipped by ${days}`);
          assert.ok((pinnedTo(at + 1) ?? 0) > (day ?? 0), `${id} slipped by ${days + 1}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Plans in which dates rest on earlier actions and sections only. */
const acyclic: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('fixed', 'due', 'completed', 'section', 'done'),
      back: fc.nat(4),
      amount: fc.integer({ min: 0, max: 40 }),
      unit: fc.constantFrom<DateUnit>('day', 'businessDay', 'week', 'month'),
      roll: fc.constantFrom('none', 'next', 'previous'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((made) => {
    const sections = Array.from({ length: Math.ceil(made.length / 3) }, (_, at) => ({ id: `s${at}` }));
    const actions = made.map(({ kind, back, amount, unit, roll }, at) => {
      const own = Math.floor(at / 3);
      const other = `a${Math.max(0, at - 1 - back)}`;
      if (kind === 'done') return action(`a${at}`, `s${own}`, fixed(TODAY), done('2026-05-10', TODAY));
      if (at === 0 || kind === 'fixed' || (kind === 'section' && own === 0))
        return action(`a${at}`, `s${own}`, fixed(formatDay(SETTING.today + amount - 20)));
      const anchor = kind === 'section' ? section(`s${own - 1}`) : kind === 'due' ? due(other) : completed(other);
      const rule = { type: 'relative', amount: unit === 'month' ? amount % 4 : amount, unit, anchor } as const;
      return action(`a${at}`, `s${own}`, { rule: unit === 'businessDay' ? rule : { ...rule, roll }, pinned: null });
    });
    return { sections, actions };
  });

describe('why a date', () => {
  const why = (plan: Plan, id: string) => explainDate(plan, createPlanResolver(plan, SETTING), SETTING, id, 'due');

  it('goes down to the fact it rests on in the end', () => {
    assert.deepEqual(
      why(PLAN, 'signing').map((step) => [
        step.type,
        'actionId' in step ? step.actionId : '',
        'fact' in step ? step.fact : null,
      ]),
      [
        ['counted', 'signing', { type: 'expected', on: '2026-05-22' }],
        ['section', 'legal', null],
        ['counted', 'legal', { type: 'expected', on: '2026-05-15' }],
        ['fixed', 'kickoff', null],
      ],
    );
  });

  it('ends at a completion, a pin or a closing', () => {
    const kickedOff = withAction(
      PLAN,
      action('kickoff', 'prepare', fixed('2026-05-15'), done('2026-05-12', '2026-05-15')),
    );
    assert.deepEqual(
      why(kickedOff, 'legal').map(({ type }) => type),
      ['counted'],
    );
    assert.deepEqual(
      why(kickedOff, 'kickoff').map(({ type }) => type),
      ['closed'],
    );
    const legal = actionIn(PLAN, 'legal');
    const pinned = withAction(PLAN, { ...legal, due: legal.due && { ...legal.due, pinned: '2026-06-01' } });
    assert.deepEqual(
      why(pinned, 'legal').map(({ type }) => type),
      ['pinned'],
    );
  });

  it('says why there is none', () => {
    const waiting = withAction(PLAN, action('design', 'prepare', after(1, 'day', completed('party'))));
    assert.deepEqual(
      why(waiting, 'design').map((step) => ('fact' in step ? step.fact : null)),
      [{ type: 'none', why: 'undated' }],
    );
    const gone = without(PLAN, 'kickoff');
    assert.deepEqual(
      why(gone, 'legal').map((step) => ('fact' in step ? step.fact : null)),
      [{ type: 'none', why: 'gone' }],
    );
    assert.deepEqual(why(PLAN, 'party'), []);
  });
});

describe('a preview of changes', () => {
  it('tells which dates move, from what to what and why, and changes nothing', () => {
    const kickoff = action('kickoff', 'prepare', fixed('2026-05-18'));
    const { moved } = previewChanges(PLAN, SETTING, [{ type: 'action', action: kickoff }]);
    assert.deepEqual(
      moved?.map(({ actionId, from, to, why }) => [actionId, formatDay(from.day ?? 0), formatDay(to.day ?? 0), why]),
      [
        ['kickoff', '2026-05-15', '2026-05-18', { type: 'changed' }],
        ['legal', '2026-05-22', '2026-05-26', { type: 'restsOn', id: 'kickoff' }],
        ['design', '2026-05-17', '2026-05-20', { type: 'restsOn', id: 'kickoff' }],
        ['signing', '2026-05-28', '2026-05-29', { type: 'restsOn', id: 'prepare' }],
      ],
    );
    assert.equal(createPlanResolver(PLAN, SETTING).date('kickoff', 'due')?.day, parseDay('2026-05-15'));
  });

  it('names what becomes overdue, and what would lie in the past when it is made', () => {
    const past = action('design', 'prepare', after(-4, 'day', due('kickoff')));
    const { moved, overdue } = previewChanges(PLAN, SETTING, [{ type: 'action', action: past }]);
    assert.deepEqual(overdue, ['design']);
    assert.deepEqual(
      moved?.map(({ actionId, inPast }) => [actionId, inPast]),
      [['design', true]],
    );
  });

  it('is refused with the loop that the changes would close', () => {
    const kickoff = action('kickoff', 'prepare', after(1, 'day', completed('signing')));
    assert.deepEqual(previewChanges(PLAN, SETTING, [{ type: 'action', action: kickoff }]).loop, [
      'kickoff',
      'signing',
      'prepare',
    ]);
  });
});

describe('a change that closes several loops at once', () => {
  it('is refused with the shortest, also where a rule of it only counts otherwise than before', () => {
    const plan: Plan = {
      sections: [{ id: 'one' }, { id: 'two' }],
      actions: [
        action('a', 'one', null),
        action('b', 'two', after(0, 'day', section('one'))),
        action('c', 'two', null, { start: after(0, 'day', due('b')) }),
      ],
    };
    const start = after(1, 'day', due('b'));
    const moved = action('c', 'one', after(0, 'day', section('one')), { start });
    assert.deepEqual(createPlanResolver(plan, SETTING).apply([{ type: 'action', action: moved }]).loop, ['c', 'one']);
  });
});

describe('deleting what others rest on', () => {
  it('names the dates that rest on it', () => {
    assert.deepEqual(dependentsOf(PLAN, new Set(['kickoff'])), [
      { actionId: 'legal', field: 'due' },
      { actionId: 'design', field: 'due' },
    ]);
    assert.deepEqual(dependentsOf(PLAN, new Set(['prepare'])), [{ actionId: 'signing', field: 'due' }]);
    assert.deepEqual(dependentsOf(PLAN, new Set(['kickoff', 'legal', 'design'])), []);
  });

  for (const [release, expected] of [
    ['freeze', ['2026-05-22', '2026-05-17']],
    ['clear', [null, null]],
  ] as const) {
    it(`can ${release} them`, () => {
      const resolver = createPlanResolver(PLAN, SETTING);
      const outcome = resolver.apply([
        ...releasing(PLAN, resolver, new Set(['kickoff']), release),
        { type: 'removeAction', actionId: 'kickoff' },
      ]);
      assert.equal(outcome.loop, null);
      const dates = ['legal', 'design'].map((id) => resolver.date(id, 'due'));
      assert.deepEqual(
        dates.map((date) => (date?.day == null ? null : formatDay(date.day))),
        expected,
      );
      assert.deepEqual(
        dates.map((date) => date?.basis),
        release === 'freeze' ? ['fixed', 'fixed'] : [null, null],
      );
    });
  }

  it('freezes a rule with no date to none', () => {
    const plan = withAction(PLAN, action('design', 'prepare', after(1, 'day', completed('party'))));
    const resolver = createPlanResolver(plan, SETTING);
    const [change] = releasing(plan, resolver, new Set(['party']), 'freeze');
    assert.equal(change?.type === 'action' ? change.action.due : undefined, null);
  });
});
