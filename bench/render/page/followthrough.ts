// <action-list> over a workspace whose backend holds nothing: the actions are handed to its store, as a list that has
// loaded hands them. Its figures hold the store's filtering, sorting and counting too, which no other peer does.
import { ContextProvider } from '@lit/context';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import { createWorkspace } from '@followthrough/core/stores';
import { workspaceContext } from '@followthrough/elements';
import '@followthrough/elements/action-list/define.js';
import { ANA, now, type Peer, WORKSPACE } from './rows.ts';

export function mount(frame: HTMLElement): Peer {
  const repository = createMemoryRepository({ workspace: WORKSPACE, people: [ANA] });
  const backend = createLocalBackend({ repository, viewerId: ANA.id, now, newId: () => crypto.randomUUID() });
  const store = createWorkspace(backend, { now });
  new ContextProvider(frame, { context: workspaceContext, initialValue: { store, settings: {} } });
  const list = document.createElement('action-list');
  list.hideHeader = true;
  list.hideQuickAdd = true;
  list.filter = '';
  list.style.blockSize = '600px';
  frame.append(list);
  const { actions } = store;
  return {
    show: (all) => actions.receive(all),
    update: (changed) => actions.receive(changed.map((action) => ({ ...action, version: action.version + 1 }))),
    select: ({ title }) => list.shadowRoot?.querySelector<HTMLElement>(`[aria-label="Select “${title}”"]`)?.click(),
    remove: ({ id }) => actions.forget([id]),
    clear: (all) => actions.forget(all.map(({ id }) => id)),
    scroller: () => list.shadowRoot?.querySelector('.scroller') as HTMLElement,
  };
}
