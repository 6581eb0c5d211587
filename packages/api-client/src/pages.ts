// Walking a list to its end. It works with any backend of the port, not only this client.
import { BackendError, type PageQuery, type ReadOptions } from '@followthrough/core/backend';
import type { Page } from '@followthrough/core/schema';

/** A list operation of the port. */
export type List<Q extends PageQuery, T> = (query?: Q, options?: ReadOptions) => Promise<Page<T>>;

/**
 * The pages of a list, one request at a time as they are taken. Leaving the loop asks for no more.
 *
 * @example
 * const list: List<ActionQuery, Action> = (query, options) => backend.actions.list(query, options);
 * for await (const page of pages(list, { status: ['todo'], limit: 200 })) show(page.items)
 */
export async function* pages<Q extends PageQuery, T>(
  list: List<Q, T>,
  query: Q = {} as Q,
  options?: ReadOptions,
): AsyncGenerator<Page<T>, void, void> {
  let cursor: string | null | undefined = query.cursor;
  const taken = new Set<string | null | undefined>([cursor]);
  do {
    const page: Page<T> = await list(cursor === undefined ? query : { ...query, cursor }, options);
    yield page;
    // A backend that sends us round in a circle must not keep us there.
    if (page.next !== null && taken.has(page.next))
      throw new BackendError('unreadable', { detail: 'A page led back to one before it.' });
    cursor = page.next;
    taken.add(cursor);
  } while (cursor !== null);
}

/**
 * The items of a list, page after page.
 *
 * @example
 * const list: List<PageQuery, Person> = (query, options) => backend.people.list(query, options);
 * for await (const person of all(list)) console.log(person.name)
 */
export async function* all<Q extends PageQuery, T>(
  list: List<Q, T>,
  query?: Q,
  options?: ReadOptions,
): AsyncGenerator<T, void, void> {
  for await (const page of pages(list, query, options)) yield* page.items;
}
