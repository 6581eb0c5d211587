// What the tables of plan rules are made of: small actions with rules, and dates told in a word or two.
import type { Anchor, Calendar, DateRule, DateUnit, Id } from '@followthrough/core/schema';
import {
  formatDay,
  parseDay,
  type Plan,
  type PlanAction,
  type PlanDate,
  type PlanSetting,
  type ResolvedDate,
  type SectionCompletion,
} from '@followthrough/core/domain';

/** 13 May 2026 is a Wednesday, 14 and 25 May are holidays, 16 and 17 May a weekend. */
export const SETTING: PlanSetting = {
  roomCreated: '2026-05-01',
  engagementStart: null,
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-14', '2026-05-25'] },
  today: parseDay('2026-05-13'),
};
export const NEVER_WORKED: Calendar = { workingWeekdays: [], holidays: [] };

export const ROOM: Anchor = { type: 'roomCreated' };
export const ENGAGEMENT: Anchor = { type: 'engagementStart' };
export const dueOf = (actionId: Id): Anchor => ({ type: 'actionDue', actionId });
export const doneOf = (actionId: Id): Anchor => ({ type: 'actionCompleted', actionId });
export const sectionOf = (sectionId: Id): Anchor => ({ type: 'sectionCompleted', sectionId });

export function fixed(date: string): PlanDate {
  return { rule: { type: 'fixed', date }, pinned: null };
}

/** So much after an anchor. */
export function after(
  amount: number,
  unit: DateUnit,
  anchor: Anchor,
  roll?: 'none' | 'next' | 'previous',
): PlanDate & { rule: DateRule } {
  const rule = { type: 'relative', amount, unit, anchor } as const;
  return { rule: roll ? { ...rule, roll } : rule, pinned: null };
}

export const pinnedTo = (pinned: string, date: PlanDate): PlanDate => ({ ...date, pinned });

/** An open action of section `s`, with such dates. */
export function open(id: Id, due: PlanDate | null = null, over: Partial<PlanAction> = {}): PlanAction {
  return { id, sectionId: 's', state: 'todo', start: null, due, closed: null, ...over };
}

/** The action, closed on a day in that state, with the dates in force then. */
export function closed(
  action: PlanAction,
  state: 'done' | 'cancelled' | 'notDone',
  on: string,
  dates: { start?: string; due?: string } = {},
): PlanAction {
  return { ...action, state, closed: { on, start: dates.start ?? null, due: dates.due ?? null } };
}

/** The action in another section. */
export const inSection = (sectionId: Id, action: PlanAction): PlanAction => ({ ...action, sectionId });

/** The plan of these actions in their sections, and of these sections beside. */
export function planOf(actions: readonly PlanAction[], ...sectionIds: Id[]): Plan {
  const ids = new Set([...actions.map(({ sectionId }) => sectionId), ...sectionIds]);
  return { sections: [...ids].map((id) => ({ id })), actions };
}

/** `settled 2026-05-20`, `waiting`, `broken gone`, `none`. */
export function told(value: ResolvedDate | SectionCompletion | undefined): string {
  if (!value) return 'not there';
  const reason = 'broken' in value ? value.broken : null;
  return [value.basis ?? 'none', value.day === null ? null : formatDay(value.day), reason].filter(Boolean).join(' ');
}
