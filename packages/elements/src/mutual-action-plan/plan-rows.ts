// The rows of a plan as it is shown: each section with its actions below it, less those of folded sections and of the side
// that is not asked for; then the line that adds to the section, where its reader may add.
import { type KnownSides, isOpen, sideOf } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { PlanSection, ShownPlan } from '@followthrough/core/stores';

/** Whose actions are shown. */
export type ShownSide = 'all' | 'us' | 'them';

export interface SectionRow {
  readonly type: 'section';
  readonly key: string;
  readonly section: PlanSection;
  readonly folded: boolean;
  /** How many actions are shown in it. */
  readonly count: number;
}

export interface ActionRow {
  readonly type: 'action';
  readonly key: string;
  readonly action: Action;
  readonly section: PlanSection;
  /** Its place in its section, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
}

export interface AddRow {
  readonly type: 'add';
  readonly key: string;
  readonly section: PlanSection;
}

export type PlanRow = SectionRow | ActionRow | AddRow;

export const sectionKey = (id: Id) => `section:${id}`;
export const actionKey = (id: Id) => `action:${id}`;
export const addKey = (sectionId: Id) => `add:${sectionId}`;

/** What decides which rows are shown. */
export interface RowsAsked {
  readonly folded: ReadonlySet<Id>;
  readonly side: ShownSide;
  readonly people: KnownSides;
  /** Whether its reader may add actions. */
  readonly adds: boolean;
}

/** The rows of a plan, in order. */
export function planRows(plan: ShownPlan, { folded, side, people, adds }: RowsAsked): PlanRow[] {
  const inside = Map.groupBy(plan.actions, ({ context }) => (context.type === 'room' ? context.sectionId : ''));
  return plan.sections.flatMap((section): PlanRow[] => {
    const shown = (inside.get(section.id) ?? []).filter((action) => isOfSide(action, side, people));
    // A section with nothing of the side that is asked for says nothing.
    if (side !== 'all' && shown.length === 0) return [];
    const isFolded = folded.has(section.id);
    const header: SectionRow = {
      type: 'section',
      key: sectionKey(section.id),
      section,
      folded: isFolded,
      count: shown.length,
    };
    if (isFolded) return [header];
    const rows = shown.map((action, at): ActionRow => ({
      type: 'action',
      key: actionKey(action.id),
      action,
      section,
      place: at + 1,
      of: shown.length,
    }));
    return [header, ...rows, ...(adds ? [{ type: 'add', key: addKey(section.id), section } as const] : [])];
  });
}

/** Whether an open action waits on the side; one that is closed is shown with everyone's alone. */
function isOfSide(action: Action, side: ShownSide, people: KnownSides): boolean {
  return side === 'all' || (isOpen(action.state) && sideOf(action, people) === side);
}
