// Who is asking, and in which workspace.
import type { Backend } from '../backend.ts';
import type { Calls } from './call.ts';
import { unreadCount } from './notifications.ts';

/** `me` of the port. */
export function meOf(inCall: Calls): Backend['me'] {
  return (options) =>
    inCall(
      async (call) => ({
        person: call.viewer,
        workspace: call.workspace,
        unreadCount: await unreadCount(call),
        notifies: [...call.notifies],
      }),
      options,
    );
}
