// How much a backend takes or gives at once, for whoever must know it without a schema. Plain numbers: a bundler
// writes them where they are used.

/** Items of a page of a list, at most (api.md R-L-1). */
export const LARGEST_PAGE = 200;

/** Actions in one bulk request, at most (api.md R-V-4). */
export const BULK_LIMIT = 500;

/** Actions of one plan, at most (api.md §5). */
export const PLAN_ACTIONS_LIMIT = 2000;

/** Sections of one template, at most. */
export const TEMPLATE_SECTIONS_LIMIT = 200;

/** People of one room, at most (api.md §5). */
export const ROOM_PEOPLE_LIMIT = 200;

/** Coachees that engagements are made for at once, at most (rulebook §5). */
export const COACHEES_LIMIT = 500;

/** Spectators of one engagement, at most. */
export const SPECTATORS_LIMIT = 50;

/** Items of one engagement, at most. */
export const ITEMS_LIMIT = 500;

/** Minutes of a session, at most (rulebook §5). */
export const SESSION_MINUTES_LIMIT = 480;

/** Questions of one assessment, at most. */
export const ASSESSMENT_QUESTIONS_LIMIT = 100;
