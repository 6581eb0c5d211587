// Groups by person, relationship, room, engagement or owner stand in the order of their names, in the workspace's language: one's own
// first, nobody's last.
import { compareByCodePoint, type Grouping, UNASSIGNED } from '../domain/index.ts';
import type { WorkspaceStore } from './workspace.ts';

/** The order of a grouping's groups by name; undefined where their keys alone give it. */
export function groupOrderByName(
  workspace: Pick<WorkspaceStore, '$me' | '$people' | '$relationships' | '$rooms' | '$engagements'>,
  grouping: Grouping,
): ((a: string, b: string) => number) | undefined {
  if (grouping !== 'assignee' && grouping !== 'context') return undefined;
  const me = workspace.$me.get();
  const people = workspace.$people.get();
  const relationships = workspace.$relationships.get();
  const rooms = workspace.$rooms.get();
  const engagements = workspace.$engagements.get();
  const own = grouping === 'assignee' ? me?.person.id : `personal:${me?.person.id}`;
  const collator = collatorOf(me?.workspace.locale);

  function nameOf(key: string): string | undefined {
    if (grouping === 'assignee') return people.get(key)?.name;
    const [type, id = ''] = key.split(':', 2);
    if (type === 'room') return rooms.get(id)?.name;
    if (type === 'engagement') return engagements.get(id)?.title;
    if (type !== 'relationship') return people.get(id)?.name;
    const relationship = relationships.get(id);
    if (!relationship) return undefined;
    // As the one who looks would call it: by the other person; to a third, by the report.
    const other = relationship.reportId === me?.person.id ? relationship.managerId : relationship.reportId;
    return people.get(other)?.name;
  }

  function rank(key: string): number {
    if (key === own) return 0;
    if (key === UNASSIGNED) return 3;
    return nameOf(key) === undefined ? 2 : 1;
  }

  return (a, b) => rank(a) - rank(b) || collator.compare(nameOf(a) ?? '', nameOf(b) ?? '') || compareByCodePoint(a, b);
}

function collatorOf(locale: string | undefined): Intl.Collator {
  try {
    return new Intl.Collator(locale);
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Collator();
    throw error;
  }
}
