// What the list draws around its rows: banners, the grid's frame, and what stands in its place where there are no rows. A
// sentence, one thing to do, no clip-art.
import { html, nothing, type TemplateResult } from 'lit';
import type { EngagementListStore } from '@followthrough/core/stores';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { styleMap } from '../style-map.ts';
import { HEADER } from './entries.ts';
import type { GridCell } from './grid-cell.ts';
import { columnHeaders } from './header.ts';
import type { EngagementListHost } from './list-options.ts';
import type { ListState, Phase } from './list-state.ts';
import { listWords, problemWords, stateWords } from '../localize/late-acts.ts';

/** What is drawn, and what its controls do. */
export interface ListScene {
  /** The heading, which names the grid. */
  readonly label: string;
  readonly host: EngagementListHost;
  readonly state: ListState;
  readonly localize: LocalizeController;
  readonly cell: GridCell;
  readonly printing: boolean;
  readonly refresh: () => void;
  readonly clearFilter: () => void;
  readonly create: () => void;
}

/** Everything between the toolbar and the bar for the selection. */
export function listView(scene: ListScene): TemplateResult {
  const { phase, list } = scene.state;
  return html`${banners(scene, phase)}
    <div class="scroller">${phase === 'rows' ? list && grid(scene, list) : without(scene, phase)}</div>
    ${scene.printing && list ? printed(scene, list) : nothing}`;
}

/** On paper: where only some of them are here, that there are more. */
function printed({ localize }: ListScene, list: EngagementListStore): TemplateResult | typeof nothing {
  const count = list.$count.get();
  const shown = list.$rows.get().length;
  if (!list.$more.get() || count === null) return nothing;
  return html`<p class="printed">${engagementListWords(localize.messages).printed(shown, count)}</p>`;
}

function banners({ state, localize, refresh }: ListScene, phase: Phase): TemplateResult {
  const { messages } = localize;
  const words = engagementListWords(messages);
  const { workspace, list } = state;
  const offline = workspace?.$online.get() === false && phase !== 'error';
  // What further pages could not be loaded is said in the row that stands for them.
  const stale = phase === 'rows' && state.error !== null && !offline && !list?.$more.get();
  return html`${list?.$refreshing.get() ? html`<div class="progress" aria-hidden="true"></div>` : nothing}
  ${offline ? html`<div class="banner offline" part="banner" role="status"><span dir="auto">${stateWords(messages).offline}</span></div>` : nothing}
  ${
    stale
      ? html`<div class="banner problem" part="banner" role="status">
          <span dir="auto">${words.loadFailed} ${words.stale}</span
          ><button type="button" class="button link" part="button" @click=${refresh}>${messages.problem.retry}</button>
        </div>`
      : nothing
  }`;
}

function grid({ label, state, localize, cell, printing }: ListScene, list: EngagementListStore): TemplateResult {
  const { columns, entries, selected } = state;
  const count = list.$count.get();
  return html`<div
    class="grid ${state.selects ? 'selects' : ''} ${state.selecting ? 'selecting' : ''}"
    style=${styleMap({ '--_tracks': columns.map((column) => `var(--_${column},)`).join(' ') })}
    part="list"
    role="grid"
    aria-label=${label}
    aria-rowcount=${count !== null ? count + 1 : list.$more.get() ? -1 : entries.length + 1}
    aria-colcount=${columns.length}
    aria-multiselectable=${state.selects ? 'true' : nothing}
    aria-readonly=${state.manages ? nothing : 'true'}
  >
    ${columnHeaders({
      columns,
      sort: list.$sort.get(),
      words: engagementListWords(localize.messages),
      allSelected: selected === 0 ? 'false' : isAll(list, selected) ? 'true' : 'mixed',
      stop: cell.key === HEADER ? cell.column : null,
    })}
    <div role="rowgroup" class="rows ${printing ? 'printing' : ''}"></div>
    <div class="probe-row" aria-hidden="true"></div>
    <div class="probe-header" aria-hidden="true"></div>
  </div>`;
}

/** Whether every row that is here is selected. */
function isAll(list: EngagementListStore, selected: number | null): boolean {
  const selection = list.$selection.get();
  if (selection.type === 'all') return selection.except.size === 0;
  return selected === list.$rows.get().length;
}

/** Rows of the skeleton: what fits a page's first view. */
const SKELETON_ROWS = 6;

/** Grey bars where the rows will be, of their height; shown only once loading takes noticeably long. */
function skeleton(label: string): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status" aria-label=${label}>
    ${Array.from({ length: SKELETON_ROWS }, () => html`<div class="skeleton-row"><span class="skeleton line"></span><span class="skeleton meta-line"></span><span class="skeleton meta-line"></span></div>`)}
  </div>`;
}

/** What is said where there are no rows. */
function without({ state, localize, ...scene }: ListScene, phase: Exclude<Phase, 'rows'>): TemplateResult {
  const { messages } = localize;
  const words = engagementListWords(messages);
  const { error } = state;
  switch (phase) {
    case 'loading':
      return skeleton(words.loading);
    case 'forbidden':
      return panel(words.noAccess, null, nothing);
    case 'error':
      return html`<slot name="error"
        ><div class="nothing" part="error" role="alert">
          <p class="nothing-title">${words.loadFailed}</p>
          ${error === null ? nothing : html`<p class="muted">${loadProblemText(error, messages)}</p>`}
          ${error?.requestId === undefined ? nothing : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`}
          ${button(messages.problem.retry, scene.refresh)}
        </div></slot
      >`;
    case 'filteredOut':
      return html`<slot name="empty"
        >${panel(words.filteredOut, null, button(listWords(messages).clearFilters, scene.clearFilter))}</slot
      >`;
    case 'none':
      return html`<slot name="empty"
        >${
          state.manages && !scene.host.hideCreate
            ? panel(words.none, words.noneHint, button(words.createNamed, scene.create))
            : panel(words.none, state.manages ? null : words.noneForYou, nothing)
        }</slot
      >`;
  }
}

function panel(title: string, hint: string | null, action: unknown): TemplateResult {
  return html`<div class="nothing" part="empty">
    <p class="nothing-title">${title}</p>
    ${hint === null ? nothing : html`<p class="muted">${hint}</p>`} ${action}
  </div>`;
}

function button(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button" part="button" @click=${run}>${label}</button>`;
}
