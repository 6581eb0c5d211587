// Where an action belongs, in a word: "Personal", the other person of a relationship where the viewer is one of the two,
// or both names; the room's name, the engagement's title. Each row of a list over several places says it (rulebook §2.3).
import type { Action, Engagement, Id, Person, Relationship, Room } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { Messages } from './localize/messages.ts';

/** What names are looked up in. */
export interface Directory {
  readonly me: Id | null;
  readonly people: ReadonlyMap<Id, Person>;
  readonly relationships: ReadonlyMap<Id, Relationship>;
  readonly rooms?: ReadonlyMap<Id, Pick<Room, 'name'>> | undefined;
  readonly engagements?: ReadonlyMap<Id, Pick<Engagement, 'title'>> | undefined;
}

/** What a workspace knows of names. */
export function directoryOf(workspace: WorkspaceStore): Directory {
  return {
    me: workspace.$me.get()?.person.id ?? null,
    people: workspace.$people.get(),
    relationships: workspace.$relationships.get(),
    rooms: workspace.$rooms.get(),
    engagements: workspace.$engagements.get(),
  };
}

/**
 * The name of the place an action belongs to.
 * @example placeName(action, directory, messages) // 'Personal', or 'Ben Okafor', or 'Ana Petrovic · Ben Okafor'
 */
export function placeName(action: Pick<Action, 'context'>, directory: Directory, messages: Messages): string {
  const { context } = action;
  switch (context.type) {
    case 'personal':
      return messages.context.personal;
    case 'room':
      return directory.rooms?.get(context.roomId)?.name ?? messages.context.room;
    case 'engagement':
      return directory.engagements?.get(context.engagementId)?.title ?? messages.context.engagement;
    case 'relationship':
      return relationshipName(directory.relationships.get(context.relationshipId), directory, messages);
    default:
      // A kind that came after this was written is told as it is (api.md R-G-3).
      return (context as { type: string }).type;
  }
}

/** The name of a relationship as the viewer knows it. */
export function relationshipName(
  relationship: Pick<Relationship, 'managerId' | 'reportId'> | undefined,
  { me, people }: Directory,
  messages: Messages,
): string {
  if (!relationship) return messages.context.unknownPerson;
  const nameOf = (id: Id) => people.get(id)?.name ?? messages.context.unknownPerson;
  const { managerId, reportId } = relationship;
  if (me === managerId) return nameOf(reportId);
  if (me === reportId) return nameOf(managerId);
  return messages.context.relationship(nameOf(managerId), nameOf(reportId));
}
