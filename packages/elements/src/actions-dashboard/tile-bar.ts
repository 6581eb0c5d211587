// The counts over a dashboard's list: what is counted, which of them the filter is, and what a press makes of the filter. It
// comes with the rows.
import { isTileOn, ROOM_TILES, toggledTile } from '@followthrough/core/domain';
import type { ActionFilter, Id } from '@followthrough/core/schema';
import {
  createRoomCounts,
  type RoomCounts,
  type RoomCountsStore,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { StoreController } from '../store-controller.ts';
import { tileStyles } from './tile-styles.ts';
import { tiles } from './tiles.ts';

/** What the tiles need of their list. */
export interface TileBarSetting {
  readonly host: LitElement & { readonly rooms: readonly Id[] };
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly filter: () => ActionFilter;
  readonly onFilter: (filter: ActionFilter) => void;
}

export class TileBar implements ReactiveController {
  readonly #on: TileBarSetting;
  readonly #counts: StoreController<RoomCounts | null>;
  #store: RoomCountsStore | undefined;
  #of: { workspace: WorkspaceStore; rooms: string } | undefined;
  #connected = false;
  #stop = 0;

  constructor(on: TileBarSetting) {
    adoptStyles(on.host, [tileStyles]);
    this.#on = on;
    on.host.addController(this);
    this.#counts = new StoreController(on.host, () => this.#store?.$counts);
  }

  hostConnected(): void {
    this.#connected = true;
    this.hostUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#drop();
  }

  hostUpdate(): void {
    const workspace = this.#on.workspace.store;
    const { rooms } = this.#on.host;
    const named = rooms.join();
    if (this.#of && (this.#of.workspace !== workspace || this.#of.rooms !== named)) this.#drop();
    if (!workspace || this.#store || !this.#connected) return;
    this.#of = { workspace, rooms: named };
    this.#store = createRoomCounts({ workspace, roomIds: rooms });
  }

  /** Counts anew. */
  async refresh(): Promise<void> {
    await this.#store?.refresh();
  }

  render(): TemplateResult {
    const { localize, host, filter, onFilter, workspace } = this.#on;
    const me = workspace.store?.$me.get();
    const at = {
      today: workspace.store?.todayIn(me?.person.timeZone ?? me?.workspace.timeZone ?? 'UTC') ?? 0,
      weekStart: workspace.store?.$weekStart.get() ?? 1,
    };
    const numbers = new Intl.NumberFormat(localize.locale);
    const isGuest = me?.person.side === 'external';
    return tiles({
      messages: localize.messages,
      counts: this.#counts.value ?? null,
      // "Waiting on us" first, whoever we are.
      tiles: isGuest ? ['overdue', 'thisWeek', 'them', 'us', 'unassigned'] : ROOM_TILES,
      isOn: (tile) => isTileOn(tile, filter(), at),
      isGuest,
      stop: this.#stop,
      onStop: (stop) => {
        this.#stop = stop;
        host.requestUpdate();
      },
      onPress: (tile) => onFilter(toggledTile(tile, filter(), at)),
      number: (count) => numbers.format(count),
    });
  }

  #drop(): void {
    this.#store?.dispose();
    this.#store = undefined;
    this.#of = undefined;
  }
}
