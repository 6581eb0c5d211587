// A setting that two people changed: who else did and when, both values, and the choice between them.
import { html, nothing, type TemplateResult } from 'lit';
import type { SettingsField } from '@followthrough/core/domain';
import { alertIcon } from '../icons/icons.ts';
import { ago } from '../parts/ago.ts';
import { type SettingsScene, valueText } from './scene.ts';

/** The conflict at a field, under it; nothing where there is none. */
export function conflictAt(scene: SettingsScene, field: SettingsField): TemplateResult | typeof nothing {
  const { shown, words, workspace, localize, resolve } = scene;
  if (!shown.conflicts.includes(field)) return nothing;
  const { engagement, edited } = shown;
  const by = workspace.$people.get().get(engagement.updatedBy ?? '')?.name ?? words.somebodyElse;
  const when = ago(workspace.environment.now() - Date.parse(engagement.updatedAt), words.justNow, localize);
  return html`<div class="conflict" part="conflict" role="alert" id="settings-conflict-${field}" data-field=${field}>
    <p class="conflict-title">${alertIcon()}<span>${words.conflict(words.field[field])}</span></p>
    <p class="meta" dir="auto">${words.changedBy(by, when)}</p>
    <dl class="conflict-values">
      <div>
        <dt class="meta">${words.mine}</dt>
        <dd dir="auto">${valueText(field, edited, scene)}</dd>
      </div>
      <div>
        <dt class="meta">${words.theirs}</dt>
        <dd dir="auto">${valueText(field, engagement, scene)}</dd>
      </div>
    </dl>
    <p class="conflict-buttons">
      <button type="button" class="button" id="settings-conflict-${field}-mine" @click=${() => resolve(field, 'mine')}>
        ${words.keepMine}
      </button>
      <button type="button" class="button" @click=${() => resolve(field, 'theirs')}>${words.takeTheirs}</button>
    </p>
  </div>`;
}
