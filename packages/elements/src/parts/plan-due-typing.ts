// What is typed into the editor of a plan's date: a date, "no date", or a relative rule. What it means is shown while one
// types; what fits several things is asked, and what is not understood stays as it is.
import {
  type Day,
  ENGLISH_RULES,
  type MatchedRule,
  type RelativeRule,
  type TypedAnchor,
  typedRule,
  type TypedRuleRefusal,
} from '@followthrough/core/domain';
import type { ShownPlan } from '@followthrough/core/stores';
import { unmarked } from '../localize/isolation.ts';
import { typedDue, type TypingSetting } from './due-typing.ts';

export type TypedPlanDate =
  | { type: 'none' }
  | { type: 'day'; day: Day }
  | { type: 'clear' }
  | { type: 'outOfRange' }
  | { type: 'rule'; rule: RelativeRule }
  | { type: 'ambiguous'; candidates: readonly MatchedRule[] }
  | { type: 'refused'; why: TypedRuleRefusal }
  | { type: 'unknown'; name?: string | undefined };

/** What a text means as a date of a plan. */
export function typedPlanDate(text: string, setting: TypingSetting, candidates: readonly TypedAnchor[]): TypedPlanDate {
  const typed = unmarked(text);
  const rule = typedRule(typed, { grammar: ENGLISH_RULES, candidates, origin: 'roomCreated' });
  if (rule.type !== 'unknown') return rule;
  const due = typedDue(typed, setting);
  if (due.type !== 'unknown' || rule.name === undefined) return due;
  return { type: 'unknown', name: rule.name };
}

const anchors = new WeakMap<object, readonly TypedAnchor[]>();

/** What a plan's dates can rest on by name; made once for each plan, for it is asked at every key. */
export function anchorsOf(plan: Pick<ShownPlan, 'sections' | 'actions'>): readonly TypedAnchor[] {
  let known = anchors.get(plan);
  if (!known) {
    known = [
      ...plan.sections.map(({ id, name }) => ({ id, kind: 'section' as const, name })),
      ...plan.actions.map(({ id, title }) => ({ id, kind: 'action' as const, name: title })),
    ];
    anchors.set(plan, known);
  }
  return known;
}
