// How long what a person writes may be, in characters as people count them (rulebook §2). The schema holds the same
// numbers, but importing it would bring its validator into every page; a test compares the two.

/** The most code points of an action's title, its description, a name, and a search. */
export const TEXT_LIMITS = { title: 500, description: 10_000, name: 200, query: 200 } as const;

/** Whether the text is longer than its field may be. */
export function isTooLong(field: keyof typeof TEXT_LIMITS, text: string): boolean {
  // A text has at least half as many code points as code units: the cheap test first.
  return text.length > TEXT_LIMITS[field] && Array.from(text).length > TEXT_LIMITS[field];
}
