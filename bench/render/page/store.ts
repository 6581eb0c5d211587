// The stores under <action-list> with nothing that shows them: what of its figures is filtering, sorting and counting.
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import { createActionList, createWorkspace } from '@followthrough/core/stores';
import { ANA, now, type Peer, WORKSPACE } from './rows.ts';

export function mount(frame: HTMLElement): Peer {
  const repository = createMemoryRepository({ workspace: WORKSPACE, people: [ANA] });
  const workspace = createWorkspace(
    createLocalBackend({ repository, viewerId: ANA.id, now, newId: () => crypto.randomUUID() }),
    { now },
  );
  void workspace.load();
  const list = createActionList({ workspace, filter: {} });
  const { actions } = workspace;
  return {
    show: (all) => actions.receive(all),
    update: (changed) => actions.receive(changed.map((action) => ({ ...action, version: action.version + 1 }))),
    select: ({ id }) => list.toggleSelected(id),
    remove: ({ id }) => actions.forget([id]),
    clear: (all) => actions.forget(all.map(({ id }) => id)),
    scroller: () => frame,
  };
}
