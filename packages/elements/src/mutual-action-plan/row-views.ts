// How the rows of a plan's list are drawn. One treegrid: sections are its first level, actions its second. A row has a cell
// for each column; one cell of the whole grid is the tab stop.
import { html, nothing, type TemplateResult } from 'lit';
import { type Day, isOpen, parseDay } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { dayText } from '../dates/date-label.ts';
import { moreIcon, plusIcon } from '../icons/icons.ts';
import { chevronDownIcon, lockIcon } from '../icons/shown-icons.ts';
import { planWords } from '../localize/late-plan.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { dateView } from '../parts/date-view.ts';
import { progressRing } from '../parts/progress-ring.ts';
import { pinInWords, ruleInWords } from '../parts/rule-words.ts';
import { statusIcon } from '../parts/status-icon.ts';
import type { PlanColumn } from './active-cell.ts';
import type { Holder } from './holder.ts';
import { holderLabel } from './holder.ts';
import { type ActionRow, type AddRow, type SectionRow, sectionKey } from './plan-rows.ts';
import type { TextEdit } from './text-edit.ts';

/** What rows are drawn from. */
export interface RowSetting {
  readonly localize: LocalizeController;
  readonly today: Day;
  readonly plan: ShownPlan;
  readonly edit: TextEdit;
  /** The column of this row that the tab stop is in; null where it is elsewhere. */
  readonly active: (row: SectionRow | ActionRow | AddRow) => PlanColumn | null;
  readonly holderOf: (action: Action) => Holder;
  readonly nameOf: (id: Id) => string | undefined;
  readonly pending: ReadonlySet<Id>;
  /** The actions that set the finish. */
  readonly critical: ReadonlySet<Id>;
  /** Nothing can be changed. */
  readonly readonly: boolean;
  /** The row that is being dragged, and the one it would be put before. */
  readonly dragged: string | null;
  readonly dropAt: string | null;
  /** Where there is a gap for a section that is being dragged: before a row, or after it. */
  readonly gap: { readonly before: string | null; readonly after: string | null };
}

/** How dragging shows in a row. */
function dragClasses({ key, section }: SectionRow | ActionRow | AddRow, on: RowSetting): string {
  return [
    on.dragged === key || on.dragged === sectionKey(section.id) ? 'dragged' : '',
    on.dropAt === key ? 'drop' : '',
    on.gap.before === key ? 'gap-before' : '',
    on.gap.after === key ? 'gap-after' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A cell; `label` is its accessible name where its content does not say it all. */
function cell(
  column: PlanColumn,
  active: PlanColumn | null,
  content: unknown,
  { label, more = '', span = 1 }: { label?: string; more?: string; span?: number } = {},
): TemplateResult {
  return html`<div
    role="gridcell"
    class="cell ${column} ${more}"
    data-column=${column}
    tabindex=${active === column ? '0' : '-1'}
    aria-label=${label ?? nothing}
    aria-colspan=${span > 1 ? span : nothing}
  >
    ${content}
  </div>`;
}

/** The header of a section. */
export function sectionView(row: SectionRow, at: number, on: RowSetting): TemplateResult {
  const { section, folded } = row;
  const { messages, dates } = on.localize;
  const words = planWords(messages);
  const { done, total } = section.progress;
  const { basis, date } = section.completion;
  const completion =
    date === null || total === 0
      ? nothing
      : (basis === 'settled' ? words.completedOn : words.completesOn)(
          dayText(parseDay(date), on.today, { messages, dates }),
        );
  const active = on.active(row);
  const editable = section.may.edit === true && !on.readonly;
  return html`<div
    role="row"
    class="row section ${folded ? 'folded' : ''} ${editable ? 'movable' : ''} ${dragClasses(row, on)}"
    part="section-header"
    aria-level="1"
    aria-rowindex=${at}
    aria-expanded=${folded ? 'false' : 'true'}
    data-key=${row.key}
  >
    ${cell(
      'title',
      active,
      on.edit.isOf(row.key)
        ? on.edit.render()
        : html`<slot name="section-${section.id}-start"></slot>
            <button
              type="button"
              class="fold"
              tabindex="-1"
              aria-label=${folded ? words.unfold(section.name) : words.fold(section.name)}
              data-do="fold"
            >
              ${chevronDownIcon()}
            </button>
            <span class="section-name ellipsis" title=${section.name}>${section.name}</span>
            ${folded && row.count > 0 ? html`<span class="meta">${row.count}</span>` : nothing}
            <slot name="section-${section.id}-end"></slot>`,
      { label: words.sectionRow(section.name, done, total), span: 2 },
    )}
    ${cell('assignee', active, total > 0 ? html`${progressRing(done, total)}<span class="meta">${words.progress(done, total)}</span>` : nothing, { more: 'section-progress' })}
    ${cell('dates', active, html`<span class="meta">${completion}</span>`)}
    ${cell(
      'more',
      active,
      editable
        ? html`<button
              type="button"
              class="icon-button near"
              tabindex="-1"
              aria-label=${words.addTo(section.name)}
              data-do="add"
            >
              ${plusIcon()}</button
            ><button
              type="button"
              class="icon-button near"
              tabindex="-1"
              aria-haspopup="menu"
              aria-label=${words.moreOf(section.name)}
              data-do="more"
            >
              ${moreIcon()}
            </button>`
        : nothing,
    )}
  </div>`;
}

/** An action. */
export function actionView(row: ActionRow, at: number, on: RowSetting): TemplateResult {
  const { action } = row;
  const { messages } = on.localize;
  const words = planWords(messages);
  const active = on.active(row);
  const mayEdit = action.may.edit === true && !on.readonly;
  const mayState = action.may.setState === true && !on.readonly;
  const { internalOnly = false } = action.context.type === 'room' ? action.context : {};
  const who = on.holderOf(action);
  const classes = [
    'row',
    'action',
    action.status,
    action.overdue ? 'is-overdue' : '',
    on.critical.has(action.id) && isOpen(action.state) ? 'critical' : '',
    on.pending.has(action.id) ? 'pending' : '',
    internalOnly ? 'internal' : '',
    mayEdit ? 'editable' : '',
    dragClasses(row, on),
  ];
  const status = action.late ? messages.status.doneLate : messages.status[action.status];
  return html`<div
    role="row"
    class=${classes.filter(Boolean).join(' ')}
    part="row row-${action.status}"
    aria-level="2"
    aria-rowindex=${at}
    aria-posinset=${row.place}
    aria-setsize=${row.of}
    data-key=${row.key}
    data-id=${action.id}
  >
    ${cell(
      'done',
      active,
      html`<span class="mark ${mayState ? 'pressable' : ''}" part="checkbox" aria-hidden="true"
        >${statusIcon(action.late ? 'doneLate' : action.status)}</span
      >`,
      { label: words.statusOf(status, action.title) },
    )}
    ${cell(
      'title',
      active,
      on.edit.isOf(row.key)
        ? on.edit.render()
        : html`<slot name="item-${action.id}-start"></slot>
            <span class="text" part="item-title" title=${action.title}>${action.title}</span>
            ${
              internalOnly
                ? html`<span class="badge" part="internal-badge" title=${words.internalName}
                    >${lockIcon()}<span>${words.internal}</span></span
                  >`
                : nothing
            }
            <slot name="item-${action.id}-end"></slot>`,
    )}
    ${cell('assignee', active, html`<span class="field ${mayEdit ? 'pressable' : ''}">${holderLabel(who)}</span>`, {
      more: who.isNobody ? 'nobody' : '',
    })}
    ${cell('dates', active, datesOf(action, mayEdit, on))}
    ${cell(
      'more',
      active,
      html`<button
        type="button"
        class="icon-button near"
        tabindex="-1"
        aria-haspopup="menu"
        aria-label=${words.moreOf(action.title)}
        data-do="more"
      >
        ${moreIcon()}
      </button>`,
    )}
  </div>`;
}

/** Start and due date, and the rule that a due date follows. */
function datesOf(action: Action, mayEdit: boolean, on: RowSetting): TemplateResult {
  const { localize: words, today, plan, nameOf } = on;
  const view = (field: 'start' | 'due') => dateView(action, { field, today, plan, nameOf, words });
  const { start, due } = action;
  // A start that waits, or is broken, is told in the details: beside a due date it would be two rules in a row.
  const shown = start?.date != null || due === null ? view('start') : nothing;
  const isRuled = due?.rule.type === 'relative' && due.date !== null && isOpen(action.state);
  const rule = isRuled ? (pinInWords(due, nameOf, words) ?? ruleInWords(due.rule, nameOf, words)) : null;
  return html`<span class="field ${mayEdit ? 'pressable' : ''}"
      >${
        shown === nothing
          ? nothing
          : html`<span class="start" data-field="start">${shown}</span
              >${due === null ? nothing : html`<span aria-hidden="true">–</span>`}`
      }${
        due === null
          ? shown === nothing
            ? html`<span class="no-date">${mayEdit ? words.messages.date.none : nothing}</span>`
            : nothing
          : view('due')
      }</span
    >${rule === null ? nothing : html`<span class="rule meta ellipsis" aria-hidden="true">${rule}</span>`}`;
}

/** The line that adds to a section. */
export function addView(row: AddRow, at: number, on: RowSetting): TemplateResult {
  const words = planWords(on.localize.messages);
  return html`<div
    role="row"
    class="row add ${dragClasses(row, on)}"
    aria-level="2"
    aria-rowindex=${at}
    data-key=${row.key}
  >
    ${cell(
      'title',
      on.active(row),
      on.edit.isOf(row.key)
        ? on.edit.render()
        : html`<button type="button" class="add-button" tabindex="-1" data-do="add">
            ${plusIcon()}<span aria-hidden="true">${words.addAction}</span
            ><span class="visually-hidden">${words.addTo(row.section.name)}</span>
          </button>`,
      { span: 5 },
    )}
  </div>`;
}
