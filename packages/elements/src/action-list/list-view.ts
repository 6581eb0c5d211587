// What a list draws around its rows: the line that adds, banners, the grid's frame or what stands in
// its place, and below it the scope and what can be done with the selection.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionListStore } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { ActiveCell } from './active-cell.ts';
import { HEADER } from './entries.ts';
import { columnHeaders } from './header.ts';
import type { ListOptions } from './list-options.ts';
import type { ListState } from './list-state.ts';
import { failed, skeleton } from './frame.ts';
import type { Emptiness, Phase } from './phase.ts';
import { isOnePlace, RECENT_DAYS } from './scope.ts';
import type { EmptySpec } from './states.ts';
import type { ListTools } from './tools.ts';

/** What is drawn, and what its controls do. */
export interface ListScene {
  /** The heading, which names the grid. */
  readonly label: string;
  readonly options: ListOptions;
  readonly state: ListState;
  readonly localize: LocalizeController;
  readonly cell: ActiveCell;
  readonly printing: boolean;
  /** Undefined until they are loaded. */
  readonly tools: ListTools | undefined;
  /** Whether they could not be; asks for them again. */
  readonly toolsFailed: boolean;
  readonly loadTools: () => void;
  readonly refresh: () => void;
  readonly openCreate: () => void;
  readonly toggleRecent: () => void;
  /** What is said where there is nothing to show, in place of the list's own words. */
  readonly empty: ((why: Emptiness, spec: EmptySpec) => TemplateResult) | undefined;
}

/** Everything between the toolbar and what floats. */
export function listView(scene: ListScene): TemplateResult {
  const { state, tools } = scene;
  const { phase, workspace, list } = state;
  const adding = addingLine(scene, phase);
  return html`${adding} ${list?.$refreshing.get() ? html`<div class="progress" aria-hidden="true"></div>` : nothing}
    ${tools?.banners(scene, phase)}
    <div class="scroller">
      ${phase === 'rows' ? list && grid(scene, list) : without(scene, phase, adding !== nothing)}
    </div>
    ${scopeLine(scene, phase)} ${list && workspace && tools ? tools.selection(workspace, list) : nothing}`;
}

/** What the toolbar holds; nothing while there is nothing to filter, or nobody who may. */
export function filters(state: ListState, tools: ListTools | undefined): unknown {
  const { workspace, list, phase } = state;
  if (!list || !workspace || !tools || workspace.$status.get() !== 'ready') return nothing;
  return phase === 'forbidden' || phase === 'nothingYet' ? nothing : tools.filters(workspace, list);
}

function addingLine({ options, state, tools }: ListScene, phase: Phase): TemplateResult | typeof nothing {
  const { workspace } = state;
  const shown = !options.readonly && !options.hideQuickAdd && phase !== 'forbidden' && phase !== 'error';
  if (!workspace || !shown || !state.mayAdd) return nothing;
  return html`<div class="add">${tools?.adding(workspace)}</div>`;
}

function grid({ label, options, state, localize, cell, printing }: ListScene, list: ActionListStore): TemplateResult {
  const { columns, entries } = state;
  const selected = list.$selection.get().size;
  return html`<div
    class="grid ${columns.includes('select') ? 'selects' : ''} ${selected > 0 ? 'selecting' : ''}"
    .style=${`--_tracks:${columns.map((column) => `var(--_${column},)`).join(' ')}`}
    part="list"
    role="grid"
    aria-label=${label}
    aria-rowcount=${list.$complete.get() ? entries.length + 1 : -1}
    aria-colcount=${columns.length}
    aria-multiselectable=${state.selects ? 'true' : nothing}
    aria-readonly=${options.readonly ? 'true' : nothing}
  >
    ${columnHeaders({
      columns,
      sort: list.$sort.get(),
      messages: localize.messages,
      ofRooms: options.rooms !== undefined,
      allSelected: selected === 0 ? 'false' : selected < list.$view.get().rows.length ? 'mixed' : 'true',
      stop: cell.key === HEADER ? cell.column : null,
    })}
    <div role="rowgroup" class="rows ${printing ? 'printing' : ''}"></div>
    <div class="probe-row" aria-hidden="true"></div>
    <div class="probe-header" aria-hidden="true"></div>
  </div>`;
}

/** What is said where there are no rows; grey bars while that is unknown, or what says it is still on its way. */
function without(scene: ListScene, phase: Exclude<Phase, 'rows'>, canAdd: boolean): TemplateResult {
  const { tools, localize, loadTools, toolsFailed } = scene;
  if (phase === 'loading' || (!tools && !toolsFailed)) return skeleton(localize.messages);
  return tools ? tools.withoutRows(scene, phase, canAdd) : failed(localize.messages, loadTools);
}

/** Lists of one place begin at recent activity and say so. */
function scopeLine({ state, localize, toggleRecent }: ListScene, phase: Phase): TemplateResult | typeof nothing {
  const { scope } = state;
  if (!isOnePlace(scope) || (phase !== 'rows' && phase !== 'nothingYet' && phase !== 'filteredOut')) return nothing;
  const { list } = localize.messages;
  return html`<div class="scope" part="scope">
    <span>${scope.recent ? list.recent(RECENT_DAYS) : list.full}</span>
    <button type="button" class="button link" part="button" @click=${toggleRecent}>
      ${scope.recent ? list.showAll : list.showRecent}
    </button>
  </div>`;
}
