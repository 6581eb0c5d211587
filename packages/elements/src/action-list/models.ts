// What a row shows, gathered from the stores: one flat model, so that a row is drawn again only when something it shows
// is another. That of a group's header is in group.ts.
import type { Day } from '@followthrough/core/domain';
import { assigneeId } from '@followthrough/core/domain';
import type { Action, Id, Instant } from '@followthrough/core/schema';
import type { Failure, Grouping } from '@followthrough/core/stores';
import type { TemplateResult } from 'lit';
import { type DateLabel, type DateWords, dayText, dueLabel } from '../dates/date-label.ts';
import type { Messages } from '../localize/messages.ts';
import { type Directory, placeName } from '../place-name.ts';
import type { Column } from './columns.ts';
import type { ActionListLinks } from './list-options.ts';
import type { Renderers } from './renderers.ts';
import type { RoomRow, RowModel } from './row.ts';
import type { RowRemarks } from './row-remarks.ts';

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
  readonly links: ActionListLinks;
  /** Whether all are rooms' actions, so that every room can be opened. */
  readonly ofRooms: boolean;
  /** Draws what rows of rooms show in their own way; undefined until it has come. */
  readonly rooms: RoomRowSource | undefined;
  readonly edited: (id: Id) => RowModel['edited'];
  readonly remarks: RowRemarks | null;
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

/** What draws what rows and headers of rooms show in their own way. */
export interface RoomRowSource {
  /** What the row of an action of a room shows; null where the room is not known. */
  rowOf: (action: Action, shown: Shown) => RoomRow | null;
  /** The name of all of a company; undefined until it is known. */
  ofCompany: (companyId: Id, messages: Messages) => string | undefined;
  /** How the header of a group of one room opens it; undefined where it does not. */
  opened: (
    key: string,
    shown: Shown,
  ) => { id: Id; href: string | null; link: (model: GroupModel) => TemplateResult } | undefined;
}

/** All that a group's header shows. */
export interface GroupModel {
  readonly group: string;
  readonly index: number;
  readonly label: string;
  readonly messages: Messages;
  readonly count: number;
  readonly open: boolean;
  readonly columns: number;
  /** The room that it is of, where that can be opened, and its address. */
  readonly roomId: Id | null;
  readonly roomHref: string | null;
  readonly roomLink: ((model: GroupModel) => TemplateResult) | null;
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
  const { context } = action;
  const relationshipId = context.type === 'relationship' ? context.relationshipId : null;
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
        : (shown.links.relationship?.(relationshipId) ?? null),
    room: (context.type === 'room' && shown.rooms?.rowOf(action, shown)) || null,
    stop: shown.stopKey === action.id ? shown.stopColumn : null,
    selected: shown.selection.has(action.id),
    selectable: shown.selectable,
    readonly: shown.readonly,
    pending: shown.pending.has(action.id),
    leaving: shown.leaving.has(action.id),
    failure: shown.failures.get(action.id) ?? null,
    edited: shown.edited(action.id),
    remarks: shown.remarks,
    printing: shown.printing,
    renderers: shown.renderers,
    slotted: shown.slotted.get(action.id) ?? null,
  };
}
