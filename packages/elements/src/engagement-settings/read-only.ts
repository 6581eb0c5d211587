// The settings as their coach reads them: text, with the coach's own rate and no other.
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate, Engagement, Rate } from '@followthrough/core/schema';
import { lockIcon } from '../icons/shown-icons.ts';
import { linkedText } from '../parts/linked-text.ts';
import type { SettingsSection } from './sections.ts';
import { listed, namesOf, rateText, type SettingsScene } from './scene.ts';

/** @param sections those of which it is told */
export function readOnly(scene: SettingsScene, sections: readonly SettingsSection[]): TemplateResult {
  const { shown, words, setup, workspace, localize } = scene;
  const { engagement } = shown;
  const names = (ids: readonly string[]) => listed(namesOf(ids, workspace, setup), localize.locale);
  const day = (date: CivilDate | null) =>
    date === null
      ? html`<span class="muted">${words.noDay}</span>`
      : html`<time datetime=${date}>${localize.dates.full(parseDay(date))}</time>`;
  const { welcome, spectatorIds, coachRate, coacheeRate } = engagement;
  const lines: Readonly<Record<SettingsSection, readonly (TemplateResult | typeof nothing)[]>> = {
    basics: [
      line(words.field.title, engagement.title),
      line(words.status, statusWord(engagement, words)),
      line(words.coach, names([engagement.coachId])),
      line(words.coachees, names(engagement.coacheeIds)),
      line(words.field.startDate, day(engagement.startDate)),
      line(words.field.endDate, day(engagement.endDate)),
      line(
        words.field.timeZone,
        engagement.timeZone?.replaceAll('_', ' ') ??
          words.workspaceZone(workspace.$me.get()?.workspace.timeZone ?? 'UTC'),
      ),
    ],
    scheduling: [line(words.field.selfScheduling, engagement.selfScheduling ? words.on : words.off)],
    welcome: [
      welcome === null
        ? nothing
        : line(
            words.field.welcome,
            html`<span class="welcome-title">${welcome.title}</span
              ><span class="welcome-message">${linkedText(welcome.message)}</span>`,
          ),
    ],
    spectators: [
      spectatorIds === null
        ? nothing
        : line(words.field.spectatorIds, spectatorIds.length === 0 ? words.none : names(spectatorIds)),
    ],
    invoicing: [
      rate(engagement.role === 'coach' ? words.yourRate : words.field.coachInvoicingMethodId, coachRate, scene),
      rate(words.field.coacheeInvoicingMethodId, coacheeRate, scene),
    ],
    danger: [],
  };
  return html`${
      engagement.may.edit === true
        ? nothing
        : html`<p class="settings-note">${lockIcon()}<span>${words.adminsChange}</span></p>`
    }
    <dl class="read-only">${sections.flatMap((name) => lines[name])}</dl>`;
}

function rate(label: string, of: Rate | null, { words, localize }: SettingsScene) {
  return of === null ? nothing : line(label, `${of.name}: ${rateText(of, words, localize.locale)}`);
}

function statusWord({ status, sharedAt }: Engagement, words: SettingsScene['words']): string {
  return status === 'draft' ? words.draft : sharedAt === null ? words.active : words.activeShared;
}

function line(label: string, value: TemplateResult | string): TemplateResult {
  return html`<div class="read-only-line">
    <dt class="meta">${label}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}
