// One workspace for a whole page, for hosts that put single elements here and there with no <action-workspace> around
// them. An element inside an <action-workspace> takes that one.
import type { Backend } from '@followthrough/core/backend';
import { createWorkspace } from '@followthrough/core/stores';
import type { WorkspaceScope, WorkspaceSettings } from './context.ts';
import { keepAwake } from './keep-awake.ts';

/** What a page-wide workspace is made of. */
export interface WorkspaceConfiguration extends WorkspaceSettings {
  /** What the elements read from and write to: a client, or a local backend. */
  readonly backend: Backend;
}

let current: WorkspaceScope | null = null;
const listeners = new Set<() => void>();

/**
 * Sets the workspace that elements of this page use where none is around them. Calling it again replaces it: elements
 * on the page follow. Gives the function that takes it away and ends its requests and timers.
 * @example configureWorkspace({ backend: createClient({ baseUrl, getToken }) })
 */
export function configureWorkspace(configuration: WorkspaceConfiguration): () => void {
  const { backend, ...settings } = configuration;
  const store = createWorkspace(backend);
  const scope: WorkspaceScope = { store, settings };
  const sleep = keepAwake(store);
  replace(scope);
  return () => {
    sleep();
    if (current === scope) replace(null);
  };
}

function replace(scope: WorkspaceScope | null): void {
  const previous = current;
  current = scope;
  for (const listener of [...listeners]) listener();
  previous?.store.dispose();
}

/** The page-wide workspace, where one is configured. */
export function configuredWorkspace(): WorkspaceScope | null {
  return current;
}

/** Calls back whenever the page-wide workspace changes; gives the function that ends it. */
export function onConfigured(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
