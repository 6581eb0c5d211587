// Whom an action is assigned to. A personal action is always its creator's; a relationship's is its manager's or its
// report's (rulebook §2).
import type { Assignee, Id } from '../schema/index.ts';

/** The assignee that is this person. */
export function assignedTo(personId: Id): Assignee {
  return { type: 'person', personId };
}

/** The person an action is assigned to by name; null where it is nobody, the contact or the company. */
export function assigneeId(assignee: Assignee | null): Id | null {
  return assignee !== null && assignee.type === 'person' ? assignee.personId : null;
}

/** Whether both are the same assignee, or both none. */
export function isSameAssignee(a: Assignee | null, b: Assignee | null): boolean {
  if (a === null || b === null) return a === b;
  return a.type === b.type && assigneeId(a) === assigneeId(b);
}
