// What a template gives: its items with the dates that they would have from the chosen start on, and above them what its
// check found (rulebook §5).
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { TemplateItem } from '@followthrough/core/schema';
import type { EngagementSample } from '@followthrough/core/stores';
import { dayText } from '../dates/date-label.ts';
import { alertIcon } from '../icons/icons.ts';
import { itemKindIcon } from '../parts/item-kind.ts';
import { problemText } from '../problem-text.ts';
import type { WizardScene } from './scene.ts';

/** Findings told at once. */
const TOLD = 5;

export function templatePreview(scene: WizardScene): TemplateResult | typeof nothing {
  const { store, draft, words, localize } = scene;
  if (draft.templateId === null) return nothing;
  const error = store.$sampleError.get();
  if (error) {
    return html`<div class="wizard-preview" role="alert">
      <p class="danger-text">${words.lookFailed} ${problemText(error, localize.messages)}</p>
    </div>`;
  }
  const sample = store.$sample.get();
  if (!sample) return html`<div class="wizard-preview" role="status"><p class="meta">${words.looking}</p></div>`;
  const { template, check } = sample;
  const items = template.content.kind === 'engagement' ? template.content.items : [];
  return html`<div class="wizard-preview" role="group" aria-label=${words.preview(template.name)}>
    <p class="wizard-preview-top">
      <span>${words.previewStart(localize.dates.full(parseDay(check.start)))}</span>
      <button
        type="button"
        class="button quiet"
        aria-haspopup="dialog"
        @click=${(event: Event) => pickStart(event.currentTarget as HTMLElement, check.start, scene)}
      >
        ${words.anotherStart}
      </button>
    </p>
    ${findings(check.faults, words.templateFaulty, 'fault', scene)}
    ${findings(check.warnings, words.templateWarnings, 'warning', scene)}
    ${
      items.length === 0
        ? html`<p class="meta">${words.items(0)}</p>`
        : html`<ol class="wizard-items">
            ${items.map((item) => row(item, sample, scene))}
          </ol>`
    }
  </div>`;
}

function pickStart(anchor: HTMLElement, date: string, { store, workspace, pickers, words }: WizardScene): void {
  const me = workspace.$me.get();
  if (!me) return;
  void pickers.due(anchor, {
    label: words.startDate,
    date,
    today: workspace.todayIn(me.workspace.timeZone),
    weekStart: workspace.$weekStart.get(),
    calendar: me.workspace.calendar,
    clearable: false,
    onPick: (startDate) => store.change({ startDate }),
  });
}

function row(item: TemplateItem, { check }: EngagementSample, { words, localize }: WizardScene): TemplateResult {
  const dates = check.items?.find(({ key }) => key === item.key);
  const start = parseDay(check.start);
  const said = (date: string) => dayText(parseDay(date), start, localize);
  const meta = [
    item.duration == null ? null : words.minutes(item.duration),
    item.release?.type === 'immediately'
      ? words.releasedAtOnce
      : dates?.release?.date
        ? words.released(said(dates.release.date))
        : null,
    dates?.due?.date ? words.due(said(dates.due.date)) : null,
  ].filter((part) => part !== null);
  const { kind } = item.content;
  return html`<li class="wizard-item">
    <span class="wizard-item-icon" title=${words.kind[kind]}>${itemKindIcon(kind)}</span>
    <span class="visually-hidden">${words.kind[kind]}</span>
    <span class="wizard-item-title" dir="auto">${item.title}</span>
    <span class="meta wizard-item-when">${meta.length === 0 ? words.noDate : meta.join(' · ')}</span>
  </li>`;
}

function findings(
  all: readonly { readonly message: string }[],
  title: string,
  kind: 'fault' | 'warning',
  { words }: WizardScene,
): TemplateResult | typeof nothing {
  const messages = [...new Set(all.map(({ message }) => message))];
  if (messages.length === 0) return nothing;
  return html`<div class="wizard-findings ${kind}" role=${kind === 'fault' ? 'alert' : nothing}>
    <p class="wizard-findings-title">${alertIcon()}<span>${title}</span></p>
    <ul>
      ${messages.slice(0, TOLD).map((message) => html`<li>${message}</li>`)}
      ${messages.length > TOLD ? html`<li class="meta">${words.andMore(messages.length - TOLD)}</li>` : nothing}
    </ul>
  </div>`;
}
