// Puts the dashboard together once its code is there: the list that <action-list> is made of, with what rooms show and say in
// their own way, and the counts over it.
import type { ActionFilter, Id } from '@followthrough/core/schema';
import * as groups from '../action-list/group.ts';
import { ListBody, type ListHost } from '../action-list/list-body.ts';
import * as rooms from '../action-list/room-rows.ts';
import { beginningOf } from '../action-list/scope.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import { emptyDashboard } from './empty.ts';
import { TileBar } from './tile-bar.ts';

/** The element that shows the dashboard. */
type DashboardHost = ListHost & { readonly rooms: readonly Id[]; readonly side: 'all' | 'us' | 'them' };

interface DashboardParts {
  readonly body: ListBody;
  readonly tiles: TileBar;
}

/** Gets what the dashboard's parts need, and gives what makes them for its element. */
export async function assemble(
  host: DashboardHost,
): Promise<(workspace: WorkspaceController, localize: LocalizeController) => DashboardParts> {
  // What the page says before it is upgraded, or right after it is put there, is known with the first update.
  await host.updateComplete;
  const inAddress = host.syncUrl !== 'off';
  const [address, said, slotted] = await Promise.all([
    inAddress ? import('../action-list/url-sync.ts') : undefined,
    inAddress || typeof host.filter === 'string' ? import('../action-list/filter-attribute.ts') : undefined,
    host.querySelector(':scope > [slot^="item-"]') ? import('../action-list/slotted.ts') : undefined,
  ]);
  return (workspace, localize) => {
    const begun = beginningOf({ rooms: host.rooms, personal: false, relationship: undefined, recent: false });
    const body = new ListBody(host, workspace, localize, {
      UrlSync: address?.UrlSync,
      saidFilter: said?.saidFilter,
      groups,
      Slotted: slotted?.Slotted,
      rooms,
      meant: (filter: ActionFilter | undefined) => ({
        ...(filter ?? begun),
        ...(host.side !== 'all' && { side: host.side }),
      }),
      empty: (why, spec) => emptyDashboard(why, spec, (workspace.store?.$rooms.get().size ?? 0) > 0),
    });
    const tiles = new TileBar({
      host,
      workspace,
      localize,
      filter: () => body.list?.$filter.get() ?? {},
      onFilter: (filter) => {
        const { tools } = body.loader;
        if (tools) tools.setFilter(filter);
        else void body.loader.load().then((loaded) => loaded.setFilter(filter));
      },
    });
    return { body, tiles };
  };
}
