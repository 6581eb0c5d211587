// What greets coach and coachees, with a look at it as they will see it; and who watches.
import { html, nothing, type TemplateResult } from 'lit';
import type { Welcome } from '@followthrough/core/schema';
import { eyeIcon } from '../icons/icons.ts';
import { describedBy, type FieldWords, formField, textField } from '../parts/form-field.ts';
import { linkedText } from '../parts/linked-text.ts';
import { conflictAt } from './conflict.ts';
import { stateAt } from './field-state.ts';
import { faultAt, FIELD_IDS, type SettingsScene } from './scene.ts';

export function welcome(scene: SettingsScene): TemplateResult {
  const { shown, words, write } = scene;
  const { welcome: text } = shown.edited;
  const put = (part: Partial<Welcome>) => {
    const next = { title: text?.title ?? '', message: text?.message ?? '', ...part };
    write({ welcome: next.title === '' && next.message === '' ? null : next });
  };
  const isShared = shown.engagement.sharedAt !== null;
  return html`<p class="settings-note">${eyeIcon()}<span>${isShared ? words.welcomeShown : words.welcomeHint}</span></p>
    ${textField({
      id: FIELD_IDS.welcome,
      label: words.welcomeTitle,
      fault: faultAt(scene, 'welcome'),
      state: stateAt(scene, 'welcome'),
      value: text?.title ?? '',
      onInput: (title) => put({ title }),
    })}
    ${textField({
      id: 'settings-welcome-message',
      label: words.welcomeMessage,
      value: text?.message ?? '',
      multiline: true,
      state: stateAt(scene, 'welcome'),
      onInput: (message) => put({ message }),
    })}
    ${conflictAt(scene, 'welcome')}
    <figure class="welcome-preview" part="welcome-preview" aria-label=${words.preview}>
      <figcaption class="meta">${words.preview}</figcaption>
      ${
        text === null || text.title.trim() === ''
          ? html`<p class="muted">${words.previewEmpty}</p>`
          : html`<p class="welcome-title" dir="auto">${text.title}</p>
              ${text.message === '' ? nothing : html`<p class="welcome-message" dir="auto">${linkedText(text.message)}</p>`}`
      }
    </figure>`;
}

export function spectators(scene: SettingsScene): TemplateResult {
  const { shown, words, setup, write, spectators: people } = scene;
  const field: FieldWords = {
    id: FIELD_IDS.spectatorIds,
    label: words.field.spectatorIds,
    help: words.spectatorsHint,
    fault: faultAt(scene, 'spectatorIds'),
    state: stateAt(scene, 'spectatorIds'),
  };
  return html`${formField(
    field,
    people.render({
      label: words.field.spectatorIds,
      placeholder: setup.findSpectator,
      multiple: true,
      list: 'closed',
      chosen: shown.edited.spectatorIds ?? [],
      describedBy: describedBy(field),
      invalid: field.fault !== undefined,
      onChange: (ids) => write({ spectatorIds: [...ids] }),
    }),
  )}
  ${conflictAt(scene, 'spectatorIds')}`;
}
