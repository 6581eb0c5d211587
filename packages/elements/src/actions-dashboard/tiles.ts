// The counts above the rooms' actions, each a button that filters by what it counts. One tab stop; arrows go from one to the
// next. Where they find no room they scroll sideways, the last one cut so that one sees it.
import type { RoomTile } from '@followthrough/core/domain';
import type { RoomCounts } from '@followthrough/core/stores';
import { html, type TemplateResult } from 'lit';
import { alertIcon } from '../icons/icons.ts';
import { dashboardWords } from '../localize/late-dashboard.ts';
import type { Messages } from '../localize/messages.ts';

/** All that the tiles show. */
export interface TilesSpec {
  readonly messages: Messages;
  /** Null until they are known. */
  readonly counts: RoomCounts | null;
  readonly tiles: readonly RoomTile[];
  readonly isOn: (tile: RoomTile) => boolean;
  /** Whether the viewer is of the customer: what waits on our team waits on "them". */
  readonly isGuest: boolean;
  /** The tile with the tab stop. */
  readonly stop: number;
  readonly onStop: (at: number) => void;
  readonly onPress: (tile: RoomTile) => void;
  readonly number: (count: number) => string;
}

/** The tiles' template. */
export function tiles(spec: TilesSpec): TemplateResult {
  const words = dashboardWords(spec.messages);
  return html`<div class="tiles" part="tiles" role="toolbar" aria-label=${words.counts} @keydown=${onKey}>
    ${spec.tiles.map((tile, at) => button(tile, at, spec))}
  </div>`;
}

function button(tile: RoomTile, at: number, spec: TilesSpec): TemplateResult {
  const { messages, counts, isGuest } = spec;
  const count = counts?.[tile] ?? null;
  const name = dashboardWords(messages)[seenAs(tile, isGuest)];
  const raised = tile === 'overdue' && count !== null && count > 0;
  return html`<button
    type="button"
    class="tile ${raised ? 'raised' : ''}"
    part="tile tile-${tile}"
    tabindex=${at === spec.stop ? '0' : '-1'}
    aria-pressed=${spec.isOn(tile)}
    @focus=${() => spec.onStop(at)}
    @click=${() => spec.onPress(tile)}
  >
    <span class="tile-name">${raised ? alertIcon() : ''}${name}</span>
    <span class="tile-count" part="count">${count === null ? '–' : spec.number(count)}</span>
  </button>`;
}

/** As the one who looks would call it: a customer's "us" is the other side. */
function seenAs(tile: RoomTile, isGuest: boolean): RoomTile {
  if (!isGuest || (tile !== 'us' && tile !== 'them')) return tile;
  return tile === 'us' ? 'them' : 'us';
}

function onKey(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  const all = [...group.querySelectorAll<HTMLElement>('.tile')];
  const at = all.indexOf(event.target as HTMLElement);
  const forward = group.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const next = all[Math.max(0, Math.min(all.length - 1, to))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
