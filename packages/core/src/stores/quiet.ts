// A rejection that nobody listens to is no unhandled one: what failed is listed in the store.

/** The same promise; whoever does not listen need not. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
