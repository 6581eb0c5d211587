// How much a backend takes or gives at once, for whoever must know it without a schema.

/** Items of a page of a list: where no limit is asked for, and at most (api.md R-L-1). */
export const PAGE_LIMITS = { default: 50, max: 200 } as const;

/** Actions in one bulk request, at most (api.md R-V-4). */
export const BULK_LIMIT = 500;
