// What a PUT made of a thing that its caller names (api.md §5): a new one is answered with 201 and where it is, one that was there
// with 200.
import type { Route } from '@followthrough/api-client/contract';
import type { Kind, LocalBackendOptions } from '@followthrough/core/local-backend';

/** What was made just now, until it is answered. */
const CREATED = new WeakSet<object>();

/** Does what may make the thing of this id, and keeps in mind whether it did. */
export async function toldWhetherNew<
  C extends { local: LocalBackendOptions; params: { id: string } },
  T extends object,
>(kind: Kind, call: C, put: (call: C) => Promise<T>): Promise<T> {
  // In the transaction of what is done.
  const before = await call.local.repository.transaction((tx) => tx.get(kind, call.params.id));
  const answer = await put(call);
  if (before === null) CREATED.add(answer);
  return answer;
}

/** The status of what a route answers with. */
export function statusOf({ response }: Pick<Route, 'response'>, answer: unknown): 200 | 201 | 204 {
  return response.created && CREATED.has(answer as object) ? 201 : response.status;
}
