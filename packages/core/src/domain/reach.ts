// What the credentials of whoever acts let them write, besides what the rules let them (api.md R-T-3): a token may be there for
// reading alone, or narrowed to some places. What is out of reach is refused and shown as withheld like anything else.
import type { Id } from '../schema/index.ts';
import type { RuleName } from './rule.ts';

/**
 * What is written: actions of any place, rooms with their plans, engagements with their items; templates by what they are of. And the
 * directory: people, companies, groups and the workspace itself.
 */
export type WrittenSide = 'actions' | 'rooms' | 'engagements' | 'directory';

/** Where it is written: a relationship, a room, an engagement, somebody's personal list. */
export interface WrittenPlace {
  readonly type: string;
  readonly id: Id;
}

/**
 * Whether credentials reach it.
 * @param place null for what is of no one place, or is yet to be made
 */
export type Reach = (side: WrittenSide, place: WrittenPlace | null) => boolean;

/** The rules' answer, where the viewer's credentials reach that far; `insufficient-scope` where only they do not. */
export function withinReach(
  { reach }: { readonly reach?: Reach | undefined },
  side: WrittenSide,
  place: WrittenPlace | null,
  answer: true | RuleName,
): true | RuleName {
  return answer === true && reach?.(side, place) === false ? 'insufficient-scope' : answer;
}
