// The agenda on the page: a list for each group, a button for each action, which opens its details. A long one is shown
// piece by piece.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatDay, yearMonthDayOf } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { statusIcon } from '../../parts/status-icon.ts';
import { estimateIcon, waitsIcon } from '../../icons/plan-date-icons.ts';
import type { AgendaEntry, AgendaGroup } from './agenda.ts';
import { saidBar, shortDay, undatedWords } from './bar-words.ts';
import { standingOf } from './bar.ts';
import type { TimelineSight } from './timeline-spec.ts';
import { writtenDay } from '../../dates/written-day.ts';

/** Entries shown at first, and with each wish for more. */
export const AGENDA_PIECE = 60;

/** What an agenda's view needs of a timeline's. */
export interface AgendaSight extends TimelineSight {
  readonly groups: readonly AgendaGroup[];
  /** How many entries are shown. */
  readonly shown: number;
  readonly more: () => void;
  readonly open: (action: Action, anchor: HTMLElement) => void;
}

export function agendaView(on: AgendaSight): TemplateResult {
  const { groups, texts, spec } = on;
  const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  let left = on.shown;
  const pieces = groups.flatMap((group) => {
    const entries = group.entries.slice(0, Math.max(0, left));
    left -= entries.length;
    return entries.length > 0 ? [{ group, entries }] : [];
  });
  const more = Math.min(AGENDA_PIECE, total - on.shown);
  return html`<div class="tl-agenda" part="agenda" role="group" aria-label=${texts.agenda(spec.plan.room.name)}>
    ${total === 0 ? html`<p class="tl-hint">${texts.empty}</p>` : nothing}
    ${repeat(
      pieces,
      ({ group }) => group.key,
      ({ group, entries }) =>
        html`<section class="tl-agenda-group ${group.kind}" aria-labelledby="tl-${group.key}">
          <p class="tl-agenda-name" id="tl-${group.key}">
            ${groupName(group, on)} <span class="tl-count">${group.entries.length}</span>
          </p>
          <div role="list">
            ${repeat(
              entries,
              ({ action }) => action.id,
              (entry) => entryView(entry, on),
            )}
          </div>
        </section>`,
    )}
    ${more > 0 ? html`<button type="button" class="button tl-more" @click=${on.more}>${texts.showMore(more)}</button>` : nothing}
  </div>`;
}

function entryView(entry: AgendaEntry, on: AgendaSight): TemplateResult {
  const { action, section, bar, day } = entry;
  const { spec, words, critical } = on;
  const undated = bar ? null : undatedWords(action, on);
  return html`<div role="listitem">
    <button
      type="button"
      class="tl-entry ${standingOf(action)} ${critical.has(action.id) ? 'critical' : ''}"
      part="row row-${standingOf(action)}"
      aria-haspopup="dialog"
      data-action=${action.id}
      @click=${(event: Event) => on.open(action, event.currentTarget as HTMLElement)}
    >
      ${
        day === null
          ? html`<span class="tl-date none" aria-hidden="true"
              >${undated?.kind === 'waiting' ? waitsIcon() : '–'}</span
            >`
          : html`<time class="tl-date" datetime=${formatDay(day)} aria-hidden="true"
              ><span class="tl-date-day">${yearMonthDayOf(day).day}</span
              ><span class="tl-date-week">${words.dates.weekday(day)}</span></time
            >`
      }
      <span class="tl-entry-text">
        <span class="tl-entry-title">${action.title}</span
        ><span class="visually-hidden"
          >, ${bar ? saidBar(action, bar, on) : undated?.text}, ${on.texts.inSection(section)}</span
        >
        <span class="tl-entry-more" aria-hidden="true">
          ${bar?.estimate ? html`<span class="tl-estimate">${estimateIcon()}${on.texts.estimate}</span>` : nothing}
          ${undated ? html`<span>${undated.text}</span>` : nothing}
          ${bar?.shape === 'bar' && bar.from !== bar.to ? html`<span>${on.texts.range(shortDay(bar.from, on), shortDay(bar.to, on))}</span>` : nothing}
          <span class="ellipsis">${section}</span>
        </span>
      </span>
      <span class="tl-mark" aria-hidden="true">${statusIcon(standingOf(action))}</span>
      ${spec.assigneeView(action)}
    </button>
  </div>`;
}

function groupName({ kind, month }: AgendaGroup, { texts, words: { dates }, today }: AgendaSight): string {
  if (kind !== 'month') return texts.agendaGroup[kind];
  return writtenDay(dates, { month: 'long', year: 'numeric' }, month ?? today);
}
