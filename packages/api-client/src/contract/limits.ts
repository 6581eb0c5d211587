// The limits that a backend keeps and tells in its service document (api.md §5 "Limits", R-L-1, R-V-4, R-I-1).
import {
  BULK_LIMIT,
  PAGE_LIMITS,
  PLAN_ACTIONS_LIMIT,
  ROOM_PEOPLE_LIMIT,
  TEXT_LIMITS,
} from '@followthrough/core/schema';

export const LIMITS = {
  /** Bytes of a request's body: 256 KiB. */
  body: 262_144,
  /** Code points. */
  title: TEXT_LIMITS.title,
  description: TEXT_LIMITS.description,
  /** Items of a page where `limit` is not given, and at most. */
  page: PAGE_LIMITS.default,
  pageMax: PAGE_LIMITS.max,
  /** Ids in one bulk request. */
  bulk: BULK_LIMIT,
  /** Actions of one plan, people of one room. */
  planActions: PLAN_ACTIONS_LIMIT,
  roomPeople: ROOM_PEOPLE_LIMIT,
  /** Requests a minute and subject. */
  writesPerMinute: 120,
  readsPerMinute: 600,
} as const;

/** How long an idempotency key is kept, in seconds: 7 days. */
export const IDEMPOTENCY_RETENTION_SECONDS = 604_800;
