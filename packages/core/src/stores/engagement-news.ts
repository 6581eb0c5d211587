// What is done to engagements in one part of a page is seen in its other parts at once: each says what it wrote, and the
// others read again.
import type { WorkspaceStore } from './workspace.ts';

const listening = new WeakMap<WorkspaceStore, Map<object, () => void>>();

/** Calls back whenever another than `self` has changed engagements of the workspace; gives the function that ends it. */
export function onEngagementNews(workspace: WorkspaceStore, self: object, listener: () => void): () => void {
  const listeners = listening.get(workspace) ?? new Map<object, () => void>();
  listening.set(workspace, listeners.set(self, listener));
  return () => listeners.delete(self);
}

/** Says that `self` has changed engagements of the workspace. */
export function tellEngagementNews(workspace: WorkspaceStore, self: object): void {
  for (const [other, listener] of listening.get(workspace) ?? []) if (other !== self) listener();
}
