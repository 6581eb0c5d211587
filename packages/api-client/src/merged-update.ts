// An edit that meets a newer version (api.md R-V-2): where others changed other fields it is sent again on the current
// version; where they changed the same field the person decides, with both values shown.
import { BackendError, type VersionedWriteOptions } from '@followthrough/core/backend';

/** How often an edit is merged before its person is asked after all. */
const MERGES = 3;

/** An edit of one thing. */
export interface Edit<T, A> {
  /** Sends it. */
  send: (options: VersionedWriteOptions) => Promise<A>;
  /** The thing as it stands, as a problem tells it. */
  read: (current: unknown) => Promise<T>;
  /** Whether it touches other fields than those that changed meanwhile. */
  isApart: (base: T, current: T) => boolean;
}

/** Sends an edit; `base` is the thing as its editor saw it, without which every mismatch is the person's to decide. */
export async function mergedUpdate<T extends { version: number }, A>(
  { base, signal, ...options }: VersionedWriteOptions & { base?: T | undefined },
  { send, read, isApart }: Edit<T, A>,
): Promise<A> {
  let { version, intent } = options;
  for (let merges = 0; ; merges++) {
    try {
      return await send({ version, intent, signal });
    } catch (error) {
      if (!base || merges === MERGES || !(error instanceof BackendError) || error.code !== 'version-conflict')
        throw error;
      if (error.current === undefined) throw error;
      const current = await read(error.current);
      if (!isApart(base, current)) throw error;
      version = current.version;
      // Another `If-Match` is another request, which the key of the first must not name (R-I-1).
      intent = undefined;
    }
  }
}
