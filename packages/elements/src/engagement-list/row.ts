// One engagement as a row of the grid: its title, which opens it, and quiet words about whose it is, how it stands and how
// far it has come. Presses and keys are told by `data-column`; the list listens once for all rows.
import type { BackendError } from '@followthrough/core/backend';
import type { Engagement, Person } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { eyeIcon } from '../icons/icons.ts';
import type { engagementList } from '../localize/en-engagement-list.ts';
import type { Messages } from '../localize/messages.ts';
import { avatar } from '../parts/avatar.ts';
import { progressRing } from '../parts/progress-ring.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { classOf, type Column } from './columns.ts';
import { REST } from './entries.ts';

/** A date or two as they are shown. */
export interface ShownDates {
  readonly text: string;
  /** In full. */
  readonly name: string;
}

/** All that a row shows. Equal fields: the row is not drawn again. */
export interface RowModel {
  readonly engagement: Engagement;
  /** Its place among all rows, from 0. */
  readonly index: number;
  readonly columns: readonly Column[];
  readonly words: typeof engagementList;
  /** Who it is for: the first of them, and all their names. */
  readonly coachee: Person | null;
  readonly coachees: string;
  readonly coacheeNames: string;
  readonly coach: Person | null;
  readonly datesText: string;
  readonly datesName: string;
  readonly sharedName: string;
  readonly updated: string;
  readonly updatedName: string;
  readonly href: string | null;
  /** The column of this row that holds the tab stop, or null where another row does. */
  readonly stop: Column | null;
  readonly selected: boolean;
  readonly selectable: boolean;
  readonly pending: boolean;
  /** Which of `start` and `end` the host page has put something of its own at. */
  readonly slotted: 'start' | 'end' | 'both' | null;
}

/** The row that stands for what is not loaded yet. */
export interface RestModel {
  readonly rest: true;
  readonly index: number;
  readonly words: typeof engagementList;
  readonly messages: Messages;
  readonly error: BackendError | null;
  readonly stop: boolean;
  readonly onRetry: () => void;
}

/** The row's template. */
export function row(model: RowModel): TemplateResult {
  const { engagement, selectable, selected, pending } = model;
  const states = [engagement.status, pending && 'pending', selected && 'selected'].filter(Boolean);
  return html`<div
    role="row"
    class="row ${states.join(' ')}"
    part="row ${states.map((state) => `row-${state}`).join(' ')}"
    aria-rowindex=${model.index + 2}
    aria-selected=${selectable ? String(selected) : nothing}
    aria-busy=${pending ? 'true' : nothing}
  >
    ${model.columns.map((column) => CELLS[column](model))}
  </div>`;
}

const CELLS: { readonly [column in Column]: (model: RowModel) => TemplateResult } = {
  select: selectCell,
  title: titleCell,
  coachees: coacheesCell,
  coach: coachCell,
  status: statusCell,
  shared: sharedCell,
  dates: datesCell,
  progress: progressCell,
  updated: updatedCell,
};

function tab(model: RowModel, column: Column): string {
  return model.stop === column ? '0' : '-1';
}

/** A cell that is text, and takes the focus itself. */
function plain(model: RowModel, column: Column, title: string, content: unknown): TemplateResult {
  return html`<div
    role="gridcell"
    class="cell ${classOf(column)}"
    data-column=${column}
    tabindex=${tab(model, column)}
    title=${title || nothing}
  >
    ${content}
  </div>`;
}

function selectCell(model: RowModel): TemplateResult {
  return html`<div role="gridcell" class="cell select">
    <button
      class="box"
      part="checkbox"
      role="checkbox"
      data-column="select"
      tabindex=${tab(model, 'select')}
      aria-checked=${model.selected}
      aria-label=${model.words.selectNamed(`${model.engagement.title}, ${model.coachees}`)}
    ></button>
  </div>`;
}

function titleCell(model: RowModel): TemplateResult {
  const { engagement, href } = model;
  const { title } = engagement;
  const opener =
    href === null
      ? html`<button
          type="button"
          class="text"
          part="item-title"
          data-column="title"
          tabindex=${tab(model, 'title')}
          dir="auto"
          title=${title}
        >
          ${title}
        </button>`
      : html`<a
          class="text"
          part="item-title"
          data-column="title"
          tabindex=${tab(model, 'title')}
          dir="auto"
          href=${href}
          title=${title}
          >${title}</a
        >`;
  return html`<div role="gridcell" class="cell title">${place(model, 'start')}${opener}${place(model, 'end')}</div>`;
}

/** Where the host page puts something of its own into this row. */
function place({ engagement, slotted }: RowModel, at: 'start' | 'end'): TemplateResult | typeof nothing {
  return slotted === at || slotted === 'both' ? html`<slot name="item-${engagement.id}-${at}"></slot>` : nothing;
}

function coacheesCell(model: RowModel): TemplateResult {
  const content = html`${model.coachee === null ? nothing : avatar(model.coachee)}<span
      class="ellipsis"
      part="coachees"
      dir="auto"
      >${model.coachees}</span
    >`;
  return plain(model, 'coachees', model.coacheeNames, content);
}

function coachCell(model: RowModel): TemplateResult {
  const name = model.coach?.name ?? model.words.someone;
  const content = html`${model.coach === null ? nothing : avatar(model.coach)}<span
      class="ellipsis"
      part="coach"
      dir="auto"
      >${name}</span
    >`;
  return plain(model, 'coach', name, content);
}

function statusCell(model: RowModel): TemplateResult {
  const { words, engagement } = model;
  const { status } = engagement;
  const hint = status === 'draft' ? words.draftHint : '';
  return plain(
    model,
    'status',
    hint,
    html`<span class="state ${status}" part="status status-${status}">${words[status]}</span>`,
  );
}

function sharedCell(model: RowModel): TemplateResult {
  const { words, engagement, sharedName } = model;
  if (engagement.sharedAt !== null) {
    const badge = html`<span class="shared-badge" part="shared-badge">${eyeIcon()}${words.isShared}</span>`;
    return plain(model, 'shared', sharedName, badge);
  }
  const hint = engagement.status === 'active' ? words.notSharedHint : '';
  return plain(model, 'shared', hint, html`<span class="not-shared">${words.notShared}</span>`);
}

function datesCell(model: RowModel): TemplateResult {
  const { engagement, datesText, datesName, words } = model;
  const none = engagement.startDate === null && engagement.endDate === null;
  return plain(
    model,
    'dates',
    none ? '' : datesName,
    html`<span class=${none ? 'none' : 'when'} part="dates">${none ? words.noDates : datesText}</span>`,
  );
}

function progressCell(model: RowModel): TemplateResult {
  const { done, total } = model.engagement.progress;
  const name = total === 0 ? model.words.noItems : model.words.done(done, total);
  return plain(
    model,
    'progress',
    name,
    html`${progressRing(done, total)}<span aria-hidden="true">${done}/${total}</span
      ><span class="visually-hidden">${name}</span>`,
  );
}

function updatedCell(model: RowModel): TemplateResult {
  const { engagement, updated, updatedName } = model;
  return plain(
    model,
    'updated',
    updatedName,
    html`<time class="when" part="updated" datetime=${engagement.updatedAt}>${updated}</time>`,
  );
}

/** The row that stands for the rest: it comes, or could not be loaded. */
export function restRow({ index, words, messages, error, stop, onRetry }: RestModel): TemplateResult {
  return html`<div role="row" class="row rest" part="row row-rest" aria-rowindex=${index + 2}>
    <div role="gridcell" class="cell rest-cell" data-column=${REST} tabindex=${stop ? '0' : '-1'}>
      ${
        error === null
          ? html`<span class="skeleton line"></span><span class="visually-hidden">${words.more}</span>`
          : html`<span>${words.moreFailed} ${loadProblemText(error, messages)}</span>
              <button type="button" class="button link retry" part="button" tabindex="-1" @click=${onRetry}>
                ${messages.problem.retry}
              </button>`
      }
    </div>
  </div>`;
}
