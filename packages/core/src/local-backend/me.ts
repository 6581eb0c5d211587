// Who is asking, and in which workspace.
import type { Backend } from '../backend.ts';
import type { Calls } from './call.ts';

/** `me` of the port. Nothing notifies yet, so nothing is unread. */
export function meOf(inCall: Calls): Backend['me'] {
  return (options) =>
    inCall(({ viewer, workspace }) => Promise.resolve({ person: viewer, workspace, unreadCount: 0 }), options);
}
