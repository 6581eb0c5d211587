// What a list draws around its rows: the line that adds, banners, the grid's frame or what stands in
// its place, and below it the scope and what can be done with the selection.
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionListStore } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { Messages } from '../localize/messages.ts';
import { styleMap } from '../style-map.ts';
import type { ActiveCell } from './active-cell.ts';
import { HEADER } from './entries.ts';
import { columnHeaders } from './header.ts';
import type { ListOptions } from './list-options.ts';
import type { ListState } from './list-state.ts';
import { type Emptiness, failed, type Phase, skeleton } from './frame.ts';
import { beginningOf, isOnePlace, RECENT_DAYS } from './scope.ts';
import { banner, type EmptySpec, forbidden } from './states.ts';
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
  readonly refresh: () => void;
  readonly openCreate: () => void;
  readonly toggleRecent: () => void;
  /** What is said where there is nothing to show. */
  readonly empty: (why: Emptiness, spec: EmptySpec) => TemplateResult;
}

/** Everything between the toolbar and what floats. */
export function listView(scene: ListScene): TemplateResult {
  const { state, tools } = scene;
  const { phase, workspace, list } = state;
  const adding = addingLine(scene, phase);
  return html`${adding} ${banners(scene, phase)}
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

function banners({ state, localize, refresh }: ListScene, phase: Phase): TemplateResult {
  const { messages } = localize;
  const { workspace, list } = state;
  const waiting = workspace?.$unsent.get() ?? 0;
  const offline = workspace?.$online.get() === false && phase !== 'error';
  const stale = phase === 'rows' && state.error !== null && !offline;
  return html`${list?.$refreshing.get() ? html`<div class="progress" aria-hidden="true"></div>` : nothing}
  ${offline || waiting > 0 ? banner(offlineWords(offline, waiting, messages), null, 'offline') : nothing}
  ${stale ? banner([messages.problem.load, messages.list.stale], { label: messages.problem.retry, run: refresh }, 'problem') : nothing}`;
}

/** Changes that were made without a network wait until the last of them was taken, and are told of until then. */
function offlineWords(offline: boolean, waiting: number, { state }: Messages): readonly string[] {
  const words = offline ? [state.offline] : [];
  return waiting === 0 ? words : [...words, ...(offline ? ['·'] : []), state.waiting(waiting)];
}

function grid({ label, options, state, localize, cell, printing }: ListScene, list: ActionListStore): TemplateResult {
  const { columns, entries } = state;
  const selected = list.$selection.get().size;
  return html`<div
    class="grid ${columns.includes('select') ? 'selects' : ''} ${selected > 0 ? 'selecting' : ''}"
    style=${styleMap({ '--_tracks': columns.map((column) => `var(--_${column},)`).join(' ') })}
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

/** What is said where there are no rows. */
function without(
  { state, localize, tools, refresh, openCreate, empty }: ListScene,
  phase: Exclude<Phase, 'rows'>,
  canAdd: boolean,
): TemplateResult {
  const { messages } = localize;
  const { error } = state;
  switch (phase) {
    case 'loading':
      return skeleton(messages);
    case 'forbidden':
      return forbidden(messages);
    case 'error':
      return html`<slot name="error">${error ? failed(error, messages, refresh) : nothing}</slot>`;
    default:
      return html`<slot name="empty"
        >${empty(phase, {
          messages,
          onAdd: canAdd ? openCreate : null,
          onClear: () => tools?.setFilter({}),
          onShowCompleted: () =>
            tools?.setFilter({ ...beginningOf(state.scope), status: ['done', 'doneLate', 'notDone'] }),
        })}</slot
      >`;
  }
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
