// English for why something was refused that no rule of its own says: it comes with what tells of problems.
import { plural } from './english-plural.ts';

/** Built-in English of the group `refusal`. */
export const refusal = {
  tooLong: (max: number) => `At most ${max} ${plural(max, 'character', 'characters')}.`,
  tooLarge: 'That is too much at once.',
  transition: 'Its status cannot change like this.',
  draft: 'Its engagement is still a draft.',
  cycle: 'The dates would rest on one another.',
  dependents: 'Dates of others rest on it.',
  /** `titles` are quoted and joined; `more` are those beside them. */
  dependentsNamed: (titles: string, more: number) =>
    more === 0 ? `Dates rest on it: ${titles}.` : `Dates rest on it: ${titles} and ${more} more.`,
  quoted: (title: string) => `“${title}”`,
  alone: 'Delete it by itself to say what becomes of them.',
  dueMissing: 'An action of a relationship has a due date.',
  outOfRange: 'Its date would lie outside 1970 to 2199.',
  beforeRelease: 'It would be due before it is released.',
  ownerOnly: 'A personal action stays with its owner.',
  notParty: 'It goes to the manager or the report of its relationship.',
  notInRoom: 'It goes to a member or a guest of its room.',
  internalOnly: 'An internal-only action stays with your own team.',
  notInEngagement: 'It goes to a coachee or the coach of its engagement.',
  unknownPerson: 'There is no such person here.',
  fixedOnly: 'It takes a fixed date only.',
};
