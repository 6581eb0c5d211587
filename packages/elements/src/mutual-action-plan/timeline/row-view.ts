// The rows of a timeline. Each is a row of a treegrid with the same columns as a reader of the page meets them: what, who,
// and when in words; the bar is for the eye and the pointer.
import { html, nothing, type TemplateResult } from 'lit';
import { planDateWords } from '../../localize/late-plan-dates.ts';
import { brokenIcon, waitsIcon } from '../../icons/plan-date-icons.ts';
import { chevronDownIcon } from '../../icons/shown-icons.ts';
import { styleMap } from '../../style-map.ts';
import { barView, edgeView } from './bar-view.ts';
import { saidBar, shortDay, undatedWords } from './bar-words.ts';
import { barOf } from './bar.ts';
import { xOf } from './span.ts';
import type { TimelineRow } from './timeline-rows.ts';
import type { TimelineSight } from './timeline-spec.ts';

type RowOf<Type extends TimelineRow['type']> = Extract<TimelineRow, { type: Type }>;

/** The row at a place. */
export function rowView(row: TimelineRow, index: number, on: TimelineSight): TemplateResult {
  switch (row.type) {
    case 'section':
      return sectionRow(row, index, on);
    case 'action':
      return actionRow(row, index, on);
    case 'tray':
      return trayRow(row, index, on);
    case 'undated':
      return undatedRow(row, index, on);
  }
}

/** What every row is made of. */
function shell(
  row: TimelineRow,
  index: number,
  on: TimelineSight,
  parts: { kind: string; part?: string; title: unknown; who?: unknown; track: unknown },
): TemplateResult {
  const folds = row.type === 'section' || row.type === 'tray';
  return html`<div
    role="row"
    class="tl-row ${parts.kind} ${on.pointed === row.key ? 'pointed' : ''} ${isLinked(row, on) ? 'linked' : ''}"
    part=${parts.part ?? 'row'}
    tabindex=${on.active === row.key ? '0' : '-1'}
    aria-level=${folds ? '1' : '2'}
    aria-expanded=${folds ? String(!row.folded) : nothing}
    aria-posinset=${folds ? nothing : row.place}
    aria-setsize=${folds ? nothing : row.of}
    aria-rowindex=${index + 2}
    data-key=${row.key}
    style=${styleMap({ 'inset-block-start': `${index * on.rowHeight}px` })}
  >
    <div role="presentation" class="tl-side">
      <div role="rowheader" class="tl-title">${parts.title}</div>
      <div role="gridcell" class="tl-who">${parts.who ?? nothing}</div>
    </div>
    <div role="gridcell" class="tl-track">${parts.track}</div>
  </div>`;
}

function isLinked(row: TimelineRow, { linked }: TimelineSight): boolean {
  if (row.type === 'tray') return false;
  return linked.has(row.type === 'section' ? row.section.id : row.action.id);
}

const fold = html`<span class="tl-fold" aria-hidden="true">${chevronDownIcon()}</span>`;

function sectionRow(row: RowOf<'section'>, index: number, on: TimelineSight): TemplateResult {
  const { section, bar, folded } = row;
  const { done, total } = section.progress;
  const { texts, time } = on;
  const said = bar
    ? texts.sectionDates(shortDay(bar.from, on), shortDay(bar.to, on), done, total)
    : `${texts.nothingDated}, ${texts.sectionProgress(done, total)}`;
  return shell(row, index, on, {
    kind: `section ${folded ? 'folded' : ''}`,
    part: 'section-header',
    title: html`${fold}<span class="ellipsis" title=${section.name}>${section.name}</span>`,
    who: total > 0 ? html`<span class="tl-count" aria-hidden="true">${done}/${total}</span>` : nothing,
    track: html`<span class="visually-hidden">${said}</span>${
        bar
          ? html`<div
                class="tl-summary ${bar.estimate ? 'estimate' : ''}"
                part="section-bar"
                aria-hidden="true"
                title="${texts.range(shortDay(bar.from, on), shortDay(bar.to, on))}"
                style=${styleMap({
                  '--from': bar.from - time.first,
                  '--days': bar.to - bar.from + 1,
                  '--done': total > 0 ? done / total : 0,
                })}
              ></div>
              ${edgeView(bar, on)}`
          : nothing
      }`,
  });
}

function actionRow(row: RowOf<'action'>, index: number, on: TimelineSight): TemplateResult {
  const { action, key } = row;
  const tried = on.triedDates(action.id);
  // What is tried out may take a date away; the bar stays where it was then.
  const bar = (tried && barOf(action, tried)) ?? row.bar;
  const isHeld = on.adjustment?.action.id === action.id;
  const classes = [
    `action ${bar.standing}`,
    on.critical.has(action.id) && action.state !== 'done' ? 'critical' : '',
    on.spec.pending.has(action.id) ? 'pending' : '',
    isHeld ? 'held' : tried ? 'moves' : '',
  ];
  return shell(row, index, on, {
    kind: classes.filter(Boolean).join(' '),
    part: `row row-${bar.standing}`,
    title: html`<span class="ellipsis" title=${action.title}>${action.title}</span>`,
    who: on.spec.assigneeView(action),
    track: html`<span class="visually-hidden">${saidBar(action, bar, on)}</span>${barView(
        { action, bar, was: tried ? row.bar : null, isPointed: on.pointed === key },
        on,
      )}`,
  });
}

function trayRow(row: RowOf<'tray'>, index: number, on: TimelineSight): TemplateResult {
  return shell(row, index, on, {
    kind: `section tray ${row.folded ? 'folded' : ''}`,
    part: 'tray',
    title: html`${fold}<span class="ellipsis">${on.texts.tray(row.count)}</span>`,
    track: nothing,
  });
}

function undatedRow(row: RowOf<'undated'>, index: number, on: TimelineSight): TemplateResult {
  const { action, section } = row;
  const { text, kind } = undatedWords(action, on);
  const isRuled = kind === 'waiting';
  const said = isRuled ? planDateWords(on.words.messages).noDateYet(text) : text;
  return shell(row, index, on, {
    kind: `action undated ${on.spec.pending.has(action.id) ? 'pending' : ''}`,
    title: html`<span class="ellipsis" title=${action.title}>${action.title}</span>`,
    who: on.spec.assigneeView(action),
    track: html`<span class="visually-hidden">${said}, ${on.texts.inSection(section.name)}</span>
      <div class="tl-stays ${kind}" aria-hidden="true" title=${said}>
        ${kind === 'broken' ? brokenIcon() : isRuled ? waitsIcon() : nothing}<span class="ellipsis">${text}</span
        ><span class="tl-where ellipsis">${section.name}</span>
      </div>`,
  });
}

/** Where a row's middle is, and where what a bar takes begins and ends, for lines between them. */
export function spanOnScreen(bar: { from: number; to: number; shape?: string }, on: TimelineSight): [number, number] {
  const from = xOf(bar.from, on.time);
  const to = xOf(bar.to + 1, on.time);
  if (bar.shape !== 'milestone') return [from, Math.max(to, from + 6)];
  const middle = (from + to) / 2;
  const half = on.em * 0.62;
  return [middle - half, middle + half];
}
