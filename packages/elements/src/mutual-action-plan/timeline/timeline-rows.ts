// The rows of a timeline: each section with its actions that have a date, and last, as a tray, those that have none. The
// same rows in the same order as the list, of the same side.
import { isOpen } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { PlanSection, ShownPlan } from '@followthrough/core/stores';
import { planRows, type RowsAsked } from '../plan-rows.ts';
import { type Bar, barOf } from './bar.ts';
import { type Reach, reachOf } from './span.ts';

interface SectionBar extends Reach {
  /** Whether a date in it is an estimate. */
  readonly estimate: boolean;
}

export type TimelineRow =
  | {
      readonly type: 'section';
      readonly key: string;
      readonly section: PlanSection;
      readonly folded: boolean;
      readonly bar: SectionBar | null;
    }
  | {
      readonly type: 'action';
      readonly key: string;
      readonly action: Action;
      readonly bar: Bar;
      readonly place: number;
      readonly of: number;
    }
  | { readonly type: 'tray'; readonly key: string; readonly folded: boolean; readonly count: number }
  | {
      readonly type: 'undated';
      readonly key: string;
      readonly action: Action;
      readonly section: PlanSection;
      readonly place: number;
      readonly of: number;
    };

export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** Where the row of a key is. */
  readonly at: ReadonlyMap<string, number>;
  /** The row that shows an action or a section: of a folded section's action, the section. */
  readonly rowOf: ReadonlyMap<Id, number>;
  /** The days that bars take. */
  readonly reach: Reach | null;
  readonly undated: number;
}

export const TRAY = 'tray';

/** What decides which rows are shown. */
export interface TimelineRowsAsked extends Omit<RowsAsked, 'adds'> {
  readonly trayFolded: boolean;
}

export function timelineRows(plan: ShownPlan, { trayFolded, folded, ...asked }: TimelineRowsAsked): TimelineRows {
  const rows: TimelineRow[] = [];
  const undated: { action: Action; section: PlanSection }[] = [];
  const rowOf = new Map<Id, number>();
  const reaches: Reach[] = [];
  let dated: { key: string; action: Action; bar: Bar }[] = [];
  let header: { key: string; section: PlanSection } | null = null;
  const close = (): void => {
    if (!header) return;
    const isFolded = folded.has(header.section.id);
    const reach = reachOf(dated.map(({ bar }) => bar));
    const bar = reach && { ...reach, estimate: dated.some((one) => one.bar.estimate) };
    if (reach) reaches.push(reach);
    rowOf.set(header.section.id, rows.length);
    if (isFolded) for (const { action } of dated) rowOf.set(action.id, rows.length);
    rows.push({ type: 'section', ...header, folded: isFolded, bar });
    if (isFolded) return;
    dated.forEach(({ key, action, bar: own }, index) => {
      rowOf.set(action.id, rows.length);
      rows.push({ type: 'action', key, action, bar: own, place: index + 1, of: dated.length });
    });
  };
  // Folded sections too are asked for whole: their bars sum up what is in them.
  for (const row of planRows(plan, { ...asked, folded: new Set(), adds: false })) {
    if (row.type === 'section') {
      close();
      header = { key: row.key, section: row.section };
      dated = [];
    } else if (row.type === 'action') {
      const bar = barOf(row.action);
      if (bar) dated.push({ key: row.key, action: row.action, bar });
      else if (isOpen(row.action.state)) undated.push({ action: row.action, section: row.section });
    }
  }
  close();
  if (undated.length > 0) {
    rows.push({ type: 'tray', key: TRAY, folded: trayFolded, count: undated.length });
    undated.forEach(({ action, section }, index) => {
      rowOf.set(action.id, trayFolded ? rows.length - 1 : rows.length);
      if (trayFolded) return;
      rows.push({
        ...{ type: 'undated', key: `undated:${action.id}`, action, section },
        ...{ place: index + 1, of: undated.length },
      });
    });
  }
  const at = new Map(rows.map(({ key }, index) => [key, index]));
  return { rows, at, rowOf, reach: reachOf(reaches), undated: undated.length };
}
