// The resolver against the naive one, on arbitrary plans and edits of them. FULL=1 runs ten times as many.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createPlanResolver,
  type DateField,
  type PlanChange,
  type PlanResolver,
  type ResolvedDate,
  type SectionCompletion,
} from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import {
  idOf,
  isLoopThrough,
  type RestsOn,
  restsOnOf,
  shortestLoopThrough,
  tiesClosingLoops,
  tiesOnLoops,
} from './naive-loops.ts';
import { type NaiveDates, resolveNaively } from './naive-resolver.ts';
import { anyBatches, anySetPlan, anyTurnover, type BatchSeed, changed, changesOf, type SetPlan } from './plans.ts';

const TIMES = process.env['FULL'] === '1' ? 10 : 1;
const PLANS = 10_000 * TIMES;
const SEQUENCES = 3000 * TIMES;
const HISTORIES = 30 * TIMES;
const FIELDS: readonly DateField[] = ['start', 'due'];

/** What came up. */
const seen = {
  plans: 0,
  batches: 0,
  changes: 0,
  refused: 0,
  moved: 0,
  loopsOnLoad: 0,
  dates: new Map<string, number>(),
};

type Values = Record<string, ResolvedDate | SectionCompletion | undefined>;

/** Every date and completion there is, by name. */
function valuesOf({ plan }: SetPlan, resolver: PlanResolver | NaiveDates): Values {
  const values: Values = {};
  for (const { id } of plan.actions) for (const field of FIELDS) values[`${field} ${id}`] = resolver.date(id, field);
  for (const { id } of plan.sections) values[`section ${id}`] = resolver.completion(id);
  return values;
}

function count(values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value) continue;
    const kind = name.startsWith('section') ? 'section' : 'date';
    const reason = 'broken' in value && value.broken ? ` ${value.broken}` : '';
    const key = `${kind} ${value.basis ?? 'none'}${reason}`;
    seen.dates.set(key, (seen.dates.get(key) ?? 0) + 1);
  }
}

function assertTold(restsOn: RestsOn, loop: readonly Id[], ties: ReturnType<typeof tiesOnLoops>): void {
  assert.equal(loop[0], [...loop].sort()[0], `begins at its smallest id: ${loop.join()}`);
  const real = ties.filter((tie) => isLoopThrough(restsOn, loop, tie));
  assert.ok(real.length > 0, `each rests on the next, the last on the first: ${loop.join()}`);
  assert.ok(
    real.some((tie) => shortestLoopThrough(restsOn, tie) === loop.length),
    `none is shorter: ${loop.join()}`,
  );
}

/** Makes the batches one after the other and looks at all that there is after each. */
function follow(begun: SetPlan, batches: readonly BatchSeed[]): void {
  const resolver = createPlanResolver(begun.plan, begun.setting);
  let now = begun;
  let values = valuesOf(now, resolveNaively(now.plan, now.setting));
  for (const batch of batches) {
    const changes = changesOf(batch, now);
    const next = changed(now, changes);
    const restsOn = restsOnOf(next.plan);
    const closing = tiesClosingLoops(restsOnOf(now.plan), restsOn);
    const outcome = resolver.apply(changes);
    seen.batches++;
    seen.changes += changes.length;
    if (outcome.loop) {
      seen.refused++;
      assert.ok(closing.length > 0, `no loop is closed: ${outcome.loop.join()}`);
      assertTold(restsOn, outcome.loop, closing);
      assert.deepEqual(valuesOf(now, resolver), values);
      assertForgotten(resolver, now, changes);
      continue;
    }
    assert.deepEqual(closing, [], 'a loop is closed');
    const before = values;
    now = next;
    values = valuesOf(now, resolveNaively(now.plan, now.setting));
    assert.deepEqual(valuesOf(now, resolver), values);
    assert.deepEqual(valuesOf(now, createPlanResolver(now.plan, now.setting)), values);
    assertForgotten(resolver, now, changes);
    const moved: Record<string, unknown> = {};
    for (const { actionId, field, from, to } of outcome.moved) {
      assert.ok(!(`${field} ${actionId}` in moved), 'what moved is told once');
      moved[`${field} ${actionId}`] = { from, to };
      seen.moved++;
    }
    assert.deepEqual(moved, differences(before, values));
  }
}

function assertCame(kind: string): void {
  assert.ok((seen.dates.get(kind) ?? 0) > 500, kind);
}

describe('The resolver', () => {
  it('gives every date and completion of a plan as the rulebook does, and names its loops', () => {
    fc.assert(
      fc.property(anySetPlan, (setPlan) => {
        const resolver = createPlanResolver(setPlan.plan, setPlan.setting);
        const values = valuesOf(setPlan, resolveNaively(setPlan.plan, setPlan.setting));
        assert.deepEqual(valuesOf(setPlan, resolver), values);
        count(values);
        const restsOn = restsOnOf(setPlan.plan);
        const ties = tiesOnLoops(restsOn);
        assert.equal(resolver.loops.length > 0, ties.length > 0);
        for (const loop of resolver.loops) assertTold(restsOn, loop, ties);
        const named = new Set(resolver.loops.flat());
        for (const [over] of ties) assert.ok(named.has(idOf(over)), `a loop names ${over}`);
        seen.plans++;
        seen.loopsOnLoad += resolver.loops.length;
      }),
      { numRuns: PLANS },
    );
  });

  it('gives the same after every edit as when it begins anew, tells just what moved, and refuses loops alone', () => {
    fc.assert(fc.property(anySetPlan, anyBatches({ min: 4, max: 12 }), follow), { numRuns: SEQUENCES });
  });

  it('still does after two hundred edits, and after as many by which all comes and goes', () => {
    const histories = fc.oneof(anyBatches({ min: 200, max: 200 }), anyTurnover(200));
    fc.assert(fc.property(anySetPlan, histories, follow), { numRuns: HISTORIES, endOnFailure: true });
  });

  it('was asked for at least twenty thousand plans and edits, with every basis, reason and refusal among them', () => {
    assert.ok(seen.plans + seen.batches >= 20_000 * TIMES);
    assert.ok(seen.refused > 100 && seen.moved > 1000 && seen.loopsOnLoad > 100);
    for (const basis of ['none', 'fixed', 'settled', 'projected', 'waiting']) assertCame(`date ${basis}`);
    for (const reason of ['gone', 'cancelled', 'loop', 'on']) assertCame(`date broken ${reason}`);
    for (const basis of ['settled', 'projected', 'waiting']) assertCame(`section ${basis}`);
  });

  after(() => {
    const { plans, batches, changes, refused, moved, loopsOnLoad } = seen;
    console.log(
      `${plans} plans with ${loopsOnLoad} loops; ${batches} batches of ${changes} changes: ${refused} refused, ${moved} dates moved`,
    );
  });
});

/** What the changes took away or would have added is not known. */
function assertForgotten(resolver: PlanResolver, { plan }: SetPlan, changes: readonly PlanChange[]): void {
  for (const change of changes) {
    if (change.type === 'action' || change.type === 'removeAction') {
      const id = change.type === 'action' ? change.action.id : change.actionId;
      const isThere = plan.actions.some((action) => action.id === id);
      assert.equal(resolver.date(id, 'due') !== undefined, isThere);
    } else if (change.type === 'section' || change.type === 'removeSection') {
      const isThere = plan.sections.some((section) => section.id === change.sectionId);
      assert.equal(resolver.completion(change.sectionId) !== undefined, isThere);
    }
  }
}

function differences(before: Values, values: Values): Record<string, unknown> {
  const moved: Record<string, unknown> = {};
  for (const [name, to] of Object.entries(values)) {
    const from = before[name];
    if (name.startsWith('section') || from === undefined) continue;
    if (JSON.stringify(from) !== JSON.stringify(to)) moved[name] = { from, to };
  }
  return moved;
}
