// What a template gives: its sections and actions with the dates that a room made on a sample day would have, and above
// them what its check found (rulebook §4).
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { Template, TemplateAction } from '@followthrough/core/schema';
import type { RoomSetupStore, TemplateSample } from '@followthrough/core/stores';
import { dayText } from '../dates/date-label.ts';
import { alertIcon } from '../icons/icons.ts';
import { lockIcon } from '../icons/shown-icons.ts';
import { roomSetupWords } from '../localize/late-room-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';

/** How many of what the check found are told at once. */
const TOLD = 6;

export function templateSample(
  store: RoomSetupStore,
  localize: LocalizeController,
  onStart: (anchor: HTMLElement) => void,
): TemplateResult | typeof nothing {
  if (store.$chosen.get() === null) return nothing;
  const words = roomSetupWords(localize.messages);
  const sample = store.$sample.get();
  if (!sample) return html`<div class="sample" role="status"><p class="meta">${words.looking}</p></div>`;
  const { template, check } = sample;
  const start = parseDay(check.start);
  return html`<div class="sample" role="group" aria-label=${words.preview(template.name)}>
    <p class="sample-top">
      <span>${words.sample(localize.dates.full(start))}</span>
      <button
        type="button"
        class="button quiet"
        aria-haspopup="dialog"
        @click=${(event: Event) => onStart(event.currentTarget as HTMLElement)}
      >
        ${words.changeSample}
      </button>
    </p>
    ${findings(words.faults, found(check.faults, template, words), 'fault', words)}
    ${findings(words.warnings, found(check.warnings, template, words), 'warning', words)}
    ${sectionsOf(template).map(
      (section) =>
        html`<section class="sample-section" aria-label=${section.name}>
          <p class="sample-name">${section.name}</p>
          <ul>
            ${section.actions.map((action) => sampleRow(action, sample, localize))}
          </ul>
        </section>`,
    )}
  </div>`;
}

/** How many parts are named that the same was found of. */
const NAMED = 3;

/** What was found, the same of several parts once, the first of them by name. */
function found(
  all: readonly { pointer: string; message: string }[],
  template: Template,
  words: ReturnType<typeof roomSetupWords>,
): string[] {
  const byMessage = Map.groupBy(all, ({ message }) => message);
  return Array.from(byMessage, ([message, ones]) => {
    const names = [...new Set(ones.flatMap(({ pointer }) => nameAt(pointer, template) ?? []))];
    if (names.length === 0) return message;
    const rest = names.length - NAMED;
    const named = names.slice(0, NAMED).join(', ');
    return `${rest > 0 ? `${named} ${words.more(rest)}` : named}: ${message}`;
  });
}

/** The name of the action or section that a JSON pointer leads into. */
function nameAt(pointer: string, template: Template): string | null {
  const [, section, action] = /\/sections\/(\d+)(?:\/actions\/(\d+))?/.exec(pointer) ?? [];
  if (section === undefined) return null;
  const at = sectionsOf(template)[Number(section)];
  return (action === undefined ? at?.name : at?.actions[Number(action)]?.title) ?? null;
}

function findings(
  title: string,
  messages: readonly string[],
  kind: 'fault' | 'warning',
  words: ReturnType<typeof roomSetupWords>,
): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  return html`<div class="findings ${kind}" role=${kind === 'fault' ? 'alert' : nothing}>
    <p class="findings-title">${alertIcon()}<span>${title}</span></p>
    <ul>
      ${messages.slice(0, TOLD).map((message) => html`<li>${message}</li>`)}
      ${messages.length > TOLD ? html`<li class="meta">${words.more(messages.length - TOLD)}</li>` : nothing}
    </ul>
  </div>`;
}

function sampleRow(action: TemplateAction, { check }: TemplateSample, localize: LocalizeController): TemplateResult {
  const words = roomSetupWords(localize.messages);
  const due = check.actions.find(({ key }) => key === action.key)?.due ?? null;
  const start = parseDay(check.start);
  const day = (date: string) => dayText(parseDay(date), start, localize);
  const when =
    due === null
      ? words.noDate
      : due.date === null
        ? words.waits
        : due.basis === 'projected'
          ? words.estimate(day(due.date))
          : day(due.date);
  const who =
    action.assignee === 'primaryContact' ? words.contact : action.assignee === 'company' ? words.company : null;
  return html`<li class="sample-row">
    <span class="ellipsis" title=${action.title}>${action.title}</span>
    ${action.internalOnly ? html`<span class="badge" title=${words.internal}>${lockIcon()}<span>${words.internal}</span></span>` : nothing}
    ${who === null ? nothing : html`<span class="meta sample-who">${who}</span>`}
    <span class="meta sample-when">${when}</span>
  </li>`;
}

/** What a template of a room is made of; one of something else has no sections. */
function sectionsOf({ content }: Template) {
  return content.kind === 'room' ? content.sections : [];
}
