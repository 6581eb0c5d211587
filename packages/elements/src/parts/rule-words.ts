// A rule for a date in words (rulebook §3): "3 business days after “Kick-off” is done". Shown while the rule waits, beside a
// pin, and where a date is picked; typed back in English, the words give the same rule.
import { parseDay } from '@followthrough/core/domain';
import type { Action, Id, PlannedDate, Section, ShownAnchor, ShownRule } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { planDateWords } from '../localize/late-plan-dates.ts';

/** The name of an action or section of the plan; undefined where it is not there (any more). */
export type NameOf = (id: Id) => string | undefined;

const names = new WeakMap<NamedPlan, ReadonlyMap<Id, string>>();

interface NamedPlan {
  readonly sections: readonly Pick<Section, 'id' | 'name'>[];
  readonly actions: readonly Pick<Action, 'id' | 'title'>[];
}

/** The names of a plan's sections and actions. */
export function namesOf(plan: NamedPlan): NameOf {
  let known = names.get(plan);
  if (!known) {
    const sections = plan.sections.map(({ id, name }) => [id, name] as const);
    names.set(plan, (known = new Map([...sections, ...plan.actions.map(({ id, title }) => [id, title] as const)])));
  }
  return (id) => known.get(id);
}

type RelativeRule = Extract<ShownRule, { type: 'relative' }>;

/**
 * A rule in words.
 * @example ruleInWords(rule, nameOf, localize) // '3 days after “Kick-off” is done'
 */
export function ruleInWords(rule: ShownRule, nameOf: NameOf, words: DateWords): string {
  if (rule.type === 'fixed') return words.dates.dayMonthYear(parseDay(rule.date));
  const planDates = planDateWords(words.messages);
  // Of what a guest may not see no amount is told either.
  if (rule.anchor.type === 'internalStep') return planDates.afterInternalStep;
  const text = counted(rule, anchorInWords(rule.anchor, nameOf, words), words);
  return rule.roll === 'next' || rule.roll === 'previous' ? planDates.rolled(text, rule.roll) : text;
}

/** The pin of a date with what would stand otherwise: "pinned to 20 May · otherwise 3 days after …"; null where none is. */
export function pinInWords(
  date: Pick<PlannedDate, 'rule' | 'pinned'>,
  nameOf: NameOf,
  words: DateWords,
): string | null {
  if (date.pinned === null) return null;
  const planDates = planDateWords(words.messages);
  return planDates.pinnedOtherwise(words.dates.dayMonth(parseDay(date.pinned)), ruleInWords(date.rule, nameOf, words));
}

/** What a rule rests on, as an event: "“Kick-off” is done", "the room was created". */
function anchorInWords(
  anchor: Exclude<ShownAnchor, { type: 'internalStep' }>,
  nameOf: NameOf,
  { messages }: DateWords,
): string {
  const planDates = planDateWords(messages);
  const named = (id: Id, say: (name: string) => string, gone: string) => {
    const name = nameOf(id);
    return name === undefined ? gone : say(name);
  };
  switch (anchor.type) {
    case 'roomCreated':
      return planDates.roomCreated;
    case 'engagementStart':
      return planDates.engagementStart;
    case 'sectionCompleted':
      return named(anchor.sectionId, planDates.sectionCompleted, planDates.goneSection);
    case 'actionDue':
      return named(anchor.actionId, planDates.actionDue, planDates.goneDue);
    case 'actionCompleted':
      return named(anchor.actionId, planDates.actionCompleted, planDates.goneAction);
  }
}

function counted({ amount, unit }: RelativeRule, event: string, { messages }: DateWords): string {
  const planDates = planDateWords(messages);
  if (amount === 0) return unit === 'businessDay' ? planDates.onWorkingDay(event) : planDates.onTheDay(event);
  const span = planDates.span(Math.abs(amount), unit);
  return amount > 0 ? planDates.after(span, event) : planDates.before(span, event);
}
