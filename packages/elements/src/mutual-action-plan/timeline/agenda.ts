// A plan's dates as an agenda, for where there is no room for a timeline: what is overdue, today, this week and the next,
// then by month; then what has no date, and what is closed.
import { type Day, isOpen, startOfWeek, yearMonthDayOf } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { planRows, type RowsAsked } from '../plan-rows.ts';
import { type Bar, barOf } from './bar.ts';

export interface AgendaEntry {
  readonly action: Action;
  readonly section: string;
  readonly bar: Bar | null;
  /** The day it stands under: its due date, else its start. */
  readonly day: Day | null;
}

export interface AgendaGroup {
  readonly kind: 'overdue' | 'today' | 'thisWeek' | 'nextWeek' | 'month' | 'undated' | 'closed';
  readonly key: string;
  /** Of a month, a day of it. */
  readonly month: Day | null;
  readonly entries: readonly AgendaEntry[];
}

const ORDER = ['overdue', 'today', 'thisWeek', 'nextWeek', 'month', 'undated', 'closed'] as const;

/** The groups of a plan's agenda, in order; those with nothing in them left out. */
export function agendaOf(
  plan: ShownPlan,
  { side, people, weekStart }: Pick<RowsAsked, 'side' | 'people'> & { weekStart: number },
): AgendaGroup[] {
  const groups = new Map<string, AgendaGroup & { entries: AgendaEntry[] }>();
  for (const row of planRows(plan, { side, people, folded: new Set<Id>(), adds: false })) {
    if (row.type !== 'action') continue;
    const bar = barOf(row.action);
    const entry = { action: row.action, section: row.section.name, bar, day: bar?.to ?? null };
    const kind = kindOf(entry, plan.today, weekStart);
    const key = kind === 'month' && entry.day !== null ? monthKey(entry.day) : kind;
    const group = groups.get(key) ?? { kind, key, month: kind === 'month' ? entry.day : null, entries: [] };
    groups.set(key, group);
    group.entries.push(entry);
  }
  for (const { entries } of groups.values()) entries.sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
  return [...groups.values()].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.month ?? 0) - (b.month ?? 0),
  );
}

function kindOf({ action, day }: AgendaEntry, today: Day, weekStart: number): AgendaGroup['kind'] {
  if (!isOpen(action.state)) return 'closed';
  if (day === null) return 'undated';
  if (action.overdue) return 'overdue';
  if (day === today) return 'today';
  const nextWeek = startOfWeek(today, weekStart) + 7;
  // An estimate may lie before today, and overdue it is not.
  if (day < nextWeek) return 'thisWeek';
  return day < nextWeek + 7 ? 'nextWeek' : 'month';
}

function monthKey(day: Day): string {
  const { year, month } = yearMonthDayOf(day);
  return `month:${year}-${month}`;
}
