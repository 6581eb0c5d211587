// An action in its table: its context and closing in columns of their own, and beside them the keys by which lists
// filter, order and search. Those are made by core's own functions, so SQL and memory find and order alike.
import {
  actionChangedAt,
  asGuestsSee,
  bindingDue,
  closedOn,
  type Container,
  containerOf,
  formatDay,
  parseDay,
  searchKey,
  sortKey,
  titleKey,
} from '@followthrough/core/domain';
import type { ActionContext, ActionRecord, Assignee, CivilDate, Closing, Instant } from '@followthrough/core/schema';
import { exact } from './instant.ts';
import type { Row, Storage } from './storage.ts';

/** A container as the column holds it. */
export function containerText({ type, id }: Container): string {
  return `${type}:${id}`;
}

export const actionStorage: Storage<'action'> = {
  table: 'action',
  columns: { id: 'id' },

  toRow(action) {
    const { context, assignee, closed, deleted, due } = action;
    const binding = bindingDue(action);
    return {
      id: action.id,
      container: containerText(containerOf(action)),
      ...contextRow(context),
      title: action.title,
      title_key: titleKey(action.title),
      description: action.description,
      search_key: searchKey(action.title, action.description),
      assignee_type: assignee?.type ?? null,
      assignee_id: assignee?.type === 'person' ? assignee.personId : null,
      start: action.start,
      due,
      due_day: dayOrNull(due?.date ?? null),
      due_binding_day: dayOrNull(binding),
      due_key: sortKey(action, 'due'),
      due_down_key: sortKey(action, '-due'),
      position: action.position,
      state: action.state,
      closed_at: closed && exact(closed.at),
      closed_by: closed?.by ?? null,
      closed_due_day: dayOrNull(closed?.due ?? null),
      closed_on_day: dayOrNull(closed?.on ?? null),
      closed_contact_told: closed?.contactId !== undefined,
      closed_contact_id: closed?.contactId ?? null,
      closed_day: closed && parseDay(closedOn(closed)),
      created_by: action.createdBy,
      created_at: exact(action.createdAt),
      updated_at: exact(action.updatedAt),
      updated_by: action.updatedBy,
      version: action.version,
      ...audiencesRow(action),
      guests_updated_at: context.type === 'room' ? exact(asGuestsSee(action).updatedAt) : null,
      shown_version: action.shown?.version ?? null,
      shown_updated_at: action.shown ? exact(action.shown.updatedAt) : null,
      shown_updated_by: action.shown?.updatedBy ?? null,
      deleted_at: deleted && exact(deleted.at),
      deleted_by: deleted?.by ?? null,
    };
  },

  fromRow(row) {
    return {
      id: row['id'],
      context: contextOf(row),
      title: row['title'],
      description: row['description'],
      assignee: assigneeOf(row),
      start: row['start'],
      due: row['due'],
      position: row['position'],
      state: row['state'],
      closed: closingOf(row),
      createdBy: row['created_by'],
      createdAt: row['created_at'],
      updatedAt: row['updated_at'],
      updatedBy: row['updated_by'],
      version: row['version'],
      ...(row['shown_version'] === null
        ? {}
        : {
            shown: {
              version: row['shown_version'],
              updatedAt: row['shown_updated_at'],
              updatedBy: row['shown_updated_by'],
            },
          }),
      ...(row['shown_to'] === null ? {} : { shownTo: row['shown_to'] }),
      deleted: row['deleted_at'] === null ? null : { at: row['deleted_at'], by: row['deleted_by'] },
    } as ActionRecord;
  },
};

function contextRow(context: ActionContext): Row {
  return {
    context_type: context.type,
    relationship_id: context.type === 'relationship' ? context.relationshipId : null,
    meeting_id: context.type === 'relationship' ? (context.meetingId ?? null) : null,
    room_id: context.type === 'room' ? context.roomId : null,
    section_id: context.type === 'room' ? context.sectionId : null,
    internal_only: context.type === 'room' ? context.internalOnly : null,
    engagement_id: context.type === 'engagement' ? context.engagementId : null,
    item_id: context.type === 'engagement' ? context.itemId : null,
  };
}

/** The versions that an engagement's coachees and spectators have of an action, and when it changed to their eyes. */
function audiencesRow(action: ActionRecord): Row {
  const isThere = action.context.type === 'engagement';
  return {
    shown_to: isThere ? (action.shownTo ?? null) : null,
    coachees_updated_at: isThere ? exact(actionChangedAt(action, 'coachee')) : null,
    spectators_updated_at: isThere ? exact(actionChangedAt(action, 'spectator')) : null,
  };
}

function contextOf(row: Row): ActionContext {
  const type = row['context_type'] as ActionContext['type'];
  switch (type) {
    case 'personal':
      return { type };
    case 'relationship': {
      const relationshipId = row['relationship_id'] as string;
      const meetingId = row['meeting_id'] as string | null;
      return meetingId === null ? { type, relationshipId } : { type, relationshipId, meetingId };
    }
    case 'room':
      return {
        type,
        roomId: row['room_id'] as string,
        sectionId: row['section_id'] as string,
        internalOnly: row['internal_only'] as boolean,
      };
    case 'engagement':
      return { type, engagementId: row['engagement_id'] as string, itemId: row['item_id'] as string };
  }
}

function assigneeOf(row: Row): Assignee | null {
  const type = row['assignee_type'] as Assignee['type'] | null;
  if (type === null) return null;
  return type === 'person' ? { type, personId: row['assignee_id'] as string } : { type };
}

function closingOf(row: Row): Closing | null {
  if (row['closed_at'] === null) return null;
  const on = dateOrNull(row['closed_on_day']);
  return {
    at: row['closed_at'] as Instant,
    by: row['closed_by'] as string | null,
    due: dateOrNull(row['closed_due_day']),
    ...(on === null ? {} : { on }),
    ...(row['closed_contact_told'] === true ? { contactId: row['closed_contact_id'] as string | null } : {}),
  };
}

function dayOrNull(date: CivilDate | null): number | null {
  return date === null ? null : parseDay(date);
}

function dateOrNull(day: unknown): CivilDate | null {
  return typeof day === 'number' ? formatDay(day) : null;
}
