// What a list's CSV file says in words: its headings as the list's columns have them, and names as the viewer knows them.
import type { CsvWords } from '@followthrough/core/csv';
import { assigneeId, holderOf } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { unmarked } from '../localize/isolation.ts';
import { moreWords } from '../localize/late-more.ts';
import type { Messages } from '../localize/messages.ts';
import { directoryOf, placeName } from '../place-name.ts';

/** The words for a file of this workspace's actions. */
export function csvWords(workspace: WorkspaceStore, messages: Messages): CsvWords {
  const { title, due, assignee, where, status, updated } = messages.list.column;
  const { description, created, closed, id, assigneeId: assigneeHeading, contextId } = moreWords(messages);
  const directory = directoryOf(workspace);
  return {
    headings: plainly({
      title,
      due,
      assignee,
      where,
      status,
      description,
      created,
      updated,
      closed,
      id,
      assigneeId: assigneeHeading,
      contextId,
    }),
    assignee: (action) => assigneeName(action, workspace),
    where: (action) => unmarked(placeName(action, directory, messages)),
    status: (action) => unmarked(messages.status[action.status]),
  };
}

/** Who holds an action: of a room, whoever the contact is; the company by the name of its room. */
function assigneeName(action: Action, workspace: WorkspaceStore): string {
  const { context, assignee } = action;
  const room = context.type === 'room' ? workspace.$rooms.get().get(context.roomId) : undefined;
  if (assignee?.type === 'company') return room?.name ?? '';
  const id = room ? holderOf(action, room) : assigneeId(assignee);
  return workspace.$people.get().get(id ?? '')?.name ?? '';
}

/** As a file's own reader orders them. */
function plainly<T extends Readonly<Record<string, string>>>(texts: T): T {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, unmarked(text)])) as T;
}
