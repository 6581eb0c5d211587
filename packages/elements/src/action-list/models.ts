// What a row shows, gathered from the stores: one flat model, so that a row is drawn again only when something it shows
// is another. That of a group's header is in group.ts.
import type { Day } from '@followthrough/core/domain';
import { assigneeId } from '@followthrough/core/domain';
import type { Action, Id, Instant } from '@followthrough/core/schema';
import type { Failure, Grouping } from '@followthrough/core/stores';
import { type DateLabel, type DateWords, dayText, dueLabel } from '../dates/date-label.ts';
import { type Directory, placeName } from '../place-name.ts';
import type { Column } from './columns.ts';
import type { Renderers } from './renderers.ts';
import type { RowModel } from './row.ts';

/** Everything that models are made of, as it stands at one update. */
export interface Shown {
  readonly words: DateWords;
  readonly columns: readonly Column[];
  readonly directory: Directory;
  readonly todayOf: (action: Action) => Day;
  readonly grouping: Grouping;
  readonly selection: ReadonlySet<Id>;
  readonly pending: ReadonlySet<Id>;
  readonly leaving: ReadonlySet<Id>;
  /** The latest failure that can be tried again, of each action that has one. */
  readonly failures: ReadonlyMap<Id, Failure>;
  readonly placeHref: ((id: Id) => string) | undefined;
  readonly edited: (id: Id) => RowModel['edited'];
  readonly selectable: boolean;
  readonly readonly: boolean;
  readonly printing: boolean;
  /** The day it is at an instant, for the viewer. */
  readonly dayOf: (instant: Instant) => Day;
  /** Today for the viewer. */
  readonly today: Day;
  readonly renderers: Renderers | undefined;
  /** Where the host page has put something of its own into a row. */
  readonly slotted: ReadonlyMap<Id, 'start' | 'end' | 'both'>;
  readonly stopKey: string | null;
  readonly stopColumn: Column;
}

/** All that a group's header shows. */
export interface GroupModel {
  readonly group: string;
  readonly index: number;
  readonly label: string;
  readonly count: number;
  readonly open: boolean;
  readonly columns: number;
  /** Whether it holds the tab stop. */
  readonly stop: boolean;
}

export type EntryModel = { readonly row: true } & RowModel;
export type HeaderModel = { readonly row: false } & GroupModel;

const labels = new WeakMap<Action, { label: DateLabel; today: Day; words: DateWords }>();

/** The label of an action's date; the very same object while neither the action, the day nor the language is another. */
function labelOf(action: Action, today: Day, words: DateWords): DateLabel {
  const known = labels.get(action);
  if (known?.today === today && known.words === words) return known.label;
  const label = dueLabel(action, today, words);
  labels.set(action, { label, today, words });
  return label;
}

/** The model of a row. */
export function rowModel(action: Action, index: number, shown: Shown): EntryModel {
  const { words, directory } = shown;
  const { messages } = words;
  const personId = assigneeId(action.assignee);
  const updated = shown.columns.includes('updated') ? shown.dayOf(action.updatedAt) : null;
  const relationshipId = action.context.type === 'relationship' ? action.context.relationshipId : null;
  return {
    row: true,
    action,
    index,
    columns: shown.columns,
    messages,
    due: labelOf(action, shown.todayOf(action), words),
    assignee: personId === null ? null : (directory.people.get(personId) ?? null),
    updated: updated === null ? null : dayText(updated, shown.today, words),
    updatedName: updated === null ? null : words.dates.full(updated),
    place: placeName(action, directory, messages),
    placeId: relationshipId,
    placeHref:
      relationshipId === null || !directory.relationships.has(relationshipId)
        ? null
        : (shown.placeHref?.(relationshipId) ?? null),
    stop: shown.stopKey === action.id ? shown.stopColumn : null,
    selected: shown.selection.has(action.id),
    selectable: shown.selectable,
    readonly: shown.readonly,
    pending: shown.pending.has(action.id),
    leaving: shown.leaving.has(action.id),
    failure: shown.failures.get(action.id) ?? null,
    edited: shown.edited(action.id),
    printing: shown.printing,
    renderers: shown.renderers,
    slotted: shown.slotted.get(action.id) ?? null,
  };
}
