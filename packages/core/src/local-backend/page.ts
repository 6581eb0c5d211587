// A page of a list as its caller gets it, with the cursor of the next (api.md R-L-1).
import { PAGE_LIMITS, type Page } from '../schema/index.ts';
import { cursorAfter, positionOf } from './cursor.ts';
import { cursorInvalid } from './failures.ts';
import type { Ordered } from './ordered-page.ts';
import type { ListAnswer, PageRequest } from './repository.ts';

/** Which page is asked for. */
interface PageAsked {
  limit?: number | undefined;
  cursor?: string | undefined;
  count?: boolean | undefined;
}

/** What a list is: to whom and what it is bound, which keys it can give, and each thing's place in it. */
export interface PagedList<T> {
  /** What its cursors are bound to: caller, list, filter and order. */
  scope: readonly unknown[];
  /** Whether it can give this key, so that a forged cursor asks nothing odd of a repository. */
  isKey: (key: number | string) => boolean;
  placed: (record: T) => Ordered<T>;
  find: (page: PageRequest) => ListAnswer<T> | Promise<ListAnswer<T>>;
}

/**
 * One page of a list.
 * @throws BackendError `cursor-invalid` where the cursor is not one of this list
 */
export async function pageOf<T>(
  { limit = PAGE_LIMITS.default, cursor, count = false }: PageAsked,
  { scope, isKey, placed, find }: PagedList<T>,
): Promise<Page<T>> {
  const after = positionOf(cursor, scope);
  if (after && !isKey(after.key)) throw cursorInvalid();
  const { records, more, count: counted } = await find({ after, limit, count });
  const last = records.at(-1);
  return {
    items: records,
    next: more && last !== undefined ? cursorAfter(placed(last), scope) : null,
    ...(counted === null ? {} : { count: counted }),
  };
}

/** Whether the key is one of text: what a repository can be asked for. */
export function isTextKey(key: number | string): boolean {
  return typeof key === 'string' && key.isWellFormed() && !key.includes('\0');
}

/** Whether the key is a whole number of at most this size. */
export function isNumberKey(key: number | string, most = Number.MAX_SAFE_INTEGER): boolean {
  return typeof key === 'number' && Number.isInteger(key) && Math.abs(key) <= most;
}
