// Over the timeline: how far apart days are, the way to today, and the way to what has no date. Under it: what the shapes
// mean.
import { html, nothing, type TemplateResult } from 'lit';
import { statusIcon } from '../../parts/status-icon.ts';
import { SCALES, type TimelineScale } from './scale.ts';
import type { TimelineSight } from './timeline-spec.ts';

export interface TimelineBarActions {
  readonly scale: (scale: TimelineScale) => void;
  readonly today: () => void;
  readonly tray: () => void;
}

export function timelineBar(
  { spec, texts, rows, inView, today }: TimelineSight,
  on: TimelineBarActions,
): TemplateResult {
  const isTodaySeen = today >= inView.from && today <= inView.to;
  return html`<div class="tl-tools" part="toolbar">
    <div
      class="tl-scales"
      role="radiogroup"
      aria-label=${texts.scale}
      @keydown=${(event: KeyboardEvent) => onScaleKey(event, spec.scale, on)}
    >
      ${SCALES.map(
        (scale) =>
          html`<button
            type="button"
            role="radio"
            class="tl-scale"
            aria-checked=${scale === spec.scale ? 'true' : 'false'}
            tabindex=${scale === spec.scale ? '0' : '-1'}
            data-scale=${scale}
            @click=${() => on.scale(scale)}
          >
            ${texts.scales[scale]}
          </button>`,
      )}
    </div>
    <button
      type="button"
      class="button tl-to-today"
      aria-label=${texts.toToday}
      aria-disabled=${isTodaySeen ? 'true' : nothing}
      @click=${on.today}
    >
      ${texts.today}
    </button>
    ${
      rows.undated > 0 && rows.reach !== null
        ? html`<button type="button" class="button quiet tl-to-tray" @click=${on.tray}>
            ${texts.toTray(rows.undated)}
          </button>`
        : nothing
    }
  </div>`;
}

/** Arrows choose the next scale, as in any group of which one is chosen. */
function onScaleKey(event: KeyboardEvent, scale: TimelineScale, on: TimelineBarActions): void {
  const group = event.currentTarget as HTMLElement;
  const forward = group.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const step = [forward, 'ArrowDown'].includes(event.key) ? 1 : [back, 'ArrowUp'].includes(event.key) ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const next = SCALES[(SCALES.indexOf(scale) + step + SCALES.length) % SCALES.length] ?? scale;
  group.querySelector<HTMLElement>(`[data-scale="${next}"]`)?.focus();
  on.scale(next);
}

/** What the shapes mean. */
export function timelineLegend({ texts, words: { messages } }: TimelineSight): TemplateResult {
  const { status } = messages;
  const bar = (kind: string, word: string, icon: TemplateResult | typeof nothing = nothing) =>
    html`<div role="listitem"><span class="tl-swatch tl-bar ${kind}" aria-hidden="true">${icon}</span>${word}</div>`;
  return html`<div class="tl-legend" role="list" aria-label=${texts.legend}>
    ${bar('todo', status.todo, statusIcon('todo'))} ${bar('inProgress', status.inProgress, statusIcon('inProgress'))}
    ${bar('done', status.done, statusIcon('done'))} ${bar('overdue', texts.legendOverdue, statusIcon('overdue'))}
    ${bar('todo estimate', texts.legendEstimate)} ${bar('todo heavy', texts.critical)}
    <div role="listitem"><span class="tl-swatch tl-diamond" aria-hidden="true"></span>${texts.legendMilestone}</div>
  </div>`;
}

/** Said where no action has a date. */
export function timelineHint({ spec, texts, rows }: TimelineSight): TemplateResult | typeof nothing {
  if (rows.reach !== null) return nothing;
  if (rows.undated === 0) return html`<p class="tl-hint">${texts.empty}</p>`;
  return html`<p class="tl-hint">
    <strong>${texts.hint}</strong> ${spec.readonly ? texts.hintGuest : texts.hintText}
  </p>`;
}
