// The last step: what will be made, for whom and with whom; that they begin as drafts. Title and dates stand beside it, unless
// they had a step of their own.
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate } from '@followthrough/core/schema';
import { coacheesOf, engagementCount, type SetupStep } from '@followthrough/core/stores';
import { lockIcon } from '../icons/shown-icons.ts';
import { avatar } from '../parts/avatar.ts';
import { faceOf, listed, nameOf, type WizardScene } from './scene.ts';
import { givenScheduling, givenTitle, settingsStep } from './settings-step.ts';

export function reviewStep(scene: WizardScene): TemplateResult {
  const { words, steps } = scene;
  const hasSettings = steps.includes('settings');
  return html`<div class="wizard-columns review ${hasSettings ? 'alone' : ''}">
    ${hasSettings ? nothing : settingsStep(scene)}
    <section class="wizard-summary" aria-label=${words.summary}>
      <dl>
        ${who(scene)} ${coach(scene)} ${template(scene)} ${hasSettings ? settings(scene) : nothing} ${count(scene)}
      </dl>
      <p class="wizard-drafts">${lockIcon()}<span>${words.drafts}</span></p>
      <slot name="review-extra"></slot>
    </section>
  </div>`;
}

/** Names told of the coachees. */
const NAMES = 5;

function who(scene: WizardScene): TemplateResult {
  const { store, draft, words, localize } = scene;
  const groups = store.$groups.get();
  const ids = coacheesOf(draft, groups);
  const names = ids.slice(0, NAMES).map((id) => nameOf(scene, id));
  const rest = ids.length - names.length;
  const people = rest > 0 ? words.andOthers(names.join(', '), rest) : listed(names, localize.locale);
  const group = draft.by === 'group' ? groups.find(({ id }) => id === draft.groupId) : undefined;
  return line(
    scene,
    'coachees',
    words.coachees,
    html`${group ? html`<span class="wizard-strong"><bdi>${words.groupOf(group.name, ids.length)}</bdi></span>` : nothing}
      <span class="wizard-people ${group ? 'meta' : ''}"><bdi>${people}</bdi></span>`,
  );
}

function coach(scene: WizardScene): TemplateResult {
  const { draft, words } = scene;
  const id = draft.coachId;
  return line(
    scene,
    'coach',
    words.coach,
    id === null
      ? html`<span class="muted">${words.none}</span>`
      : html`<span class="wizard-person">${avatar(faceOf(scene, id))}<bdi>${nameOf(scene, id)}</bdi></span>`,
  );
}

function template(scene: WizardScene): TemplateResult {
  const { store, draft, words } = scene;
  const chosen = store.$templates.get().find(({ id }) => id === draft.templateId);
  return line(
    scene,
    'template',
    words.template,
    chosen
      ? html`<span><bdi>${chosen.name}</bdi></span> <span class="meta">${words.items(chosen.itemCount)}</span>`
      : html`<span>${words.fromScratch}</span>`,
  );
}

/** What was set at a step of its own. */
function settings(scene: WizardScene): TemplateResult {
  const { draft, words, localize } = scene;
  const day = (date: CivilDate | null) =>
    date === null
      ? html`<span class="muted">${words.noDay}</span>`
      : html`<time datetime=${date}>${localize.dates.dayMonthYear(parseDay(date))}</time>`;
  const names = draft.spectatorIds.map((id) => nameOf(scene, id));
  return html`${line(scene, 'settings', words.title, html`<bdi>${draft.title.trim() || givenTitle(scene)}</bdi>`)}
  ${line(scene, 'settings', words.startDate, html`<span>${day(draft.startDate)}</span>`)}
  ${line(scene, 'settings', words.endDate, html`<span>${day(draft.endDate)}</span>`)}
  ${givenScheduling(scene) ? line(scene, 'settings', words.selfScheduling, html`<span>${words.allowed}</span>`) : nothing}
  ${
    names.length === 0
      ? nothing
      : line(scene, 'settings', words.spectators, html`<bdi>${listed(names, localize.locale)}</bdi>`)
  }`;
}

function count({ store, draft, words }: WizardScene): TemplateResult {
  const groups = store.$groups.get();
  const made = engagementCount(draft, groups);
  return html`<div class="wizard-line">
    <dt>${words.count}</dt>
    <dd>${draft.shared ? words.countShared(coacheesOf(draft, groups).length) : words.countEach(made)}</dd>
  </div>`;
}

function line(
  { words, steps, go }: WizardScene,
  step: SetupStep,
  label: string,
  value: TemplateResult,
): TemplateResult {
  return html`<div class="wizard-line">
    <dt>${label}</dt>
    <dd>
      <span class="wizard-value">${value}</span>
      ${
        // What was chosen beforehand, with its step omitted, is not to be changed here.
        steps.includes(step)
          ? html`<button type="button" class="button quiet" aria-label=${words.change(label)} @click=${() => go(step)}>
              ${words.changeShort}
            </button>`
          : nothing
      }
    </dd>
  </div>`;
}
