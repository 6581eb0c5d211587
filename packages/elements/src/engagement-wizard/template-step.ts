// The third step: a template, shown with the dates it gives, or none.
import { html, nothing, type TemplateResult } from 'lit';
import { titleKey } from '@followthrough/core/domain';
import type { TemplateSummary } from '@followthrough/core/schema';
import { searchIcon } from '../icons/icons.ts';
import { fieldNotes } from '../parts/form-field.ts';
import { faultAt, FIELD_IDS, type WizardScene } from './scene.ts';
import { templatePreview } from './template-preview.ts';

/** From so many templates on there is a field to find one. */
const MANY = 7;

export function templateStep(scene: WizardScene): TemplateResult {
  const { store, words } = scene;
  const templates = store.$templates.get();
  if (templates.length === 0) return html`<p class="wizard-none">${words.noTemplates}</p>`;
  const shown = found(templates, scene.query.template);
  return html`<div class="wizard-columns">
    <div class="wizard-templates">
      ${templates.length >= MANY ? finder(scene, shown) : nothing}
      <fieldset
        class="wizard-choices"
        aria-describedby=${faultAt(scene, 'template') === undefined ? nothing : `${FIELD_IDS.template}-fault`}
      >
        <legend class="visually-hidden">${words.template}</legend>
        ${shown.map((template, index) => choice(template, index, scene))}
        ${shown.length === 0 ? html`<p class="muted">${words.noTemplateMatch(scene.query.template)}</p>` : nothing}
      </fieldset>
      ${fieldNotes({ id: FIELD_IDS.template, fault: faultAt(scene, 'template') })}
    </div>
    ${templatePreview(scene)}
  </div>`;
}

function found(templates: readonly TemplateSummary[], query: string): readonly TemplateSummary[] {
  const typed = titleKey(query).split(/\s+/).filter(Boolean);
  return templates.filter(({ name }) => typed.every((word) => titleKey(name).includes(word)));
}

function finder(scene: WizardScene, shown: readonly TemplateSummary[]): TemplateResult {
  const { words, query, redraw, store } = scene;
  return html`<div class="search-box">
    ${searchIcon()}<input
      type="search"
      class="input search-input"
      part="input"
      aria-label=${words.findTemplate}
      placeholder=${words.findTemplate}
      autocomplete="off"
      .value=${query.template}
      @input=${(event: InputEvent) => {
        query.template = (event.currentTarget as HTMLInputElement).value;
        redraw();
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || query.template.trim() === '') return;
        // What was looked for is chosen, not gone past.
        event.preventDefault();
        const first = shown[0];
        if (first) store.change({ templateId: first.id });
      }}
    />
  </div>`;
}

function choice({ id, name, itemCount }: TemplateSummary, index: number, { store, draft, words }: WizardScene) {
  return html`<label class="wizard-choice ${draft.templateId === id ? 'chosen' : ''}"
    ><input
      type="radio"
      name="wizard-template"
      id=${index === 0 ? FIELD_IDS.template : nothing}
      value=${id}
      .checked=${draft.templateId === id}
      @change=${() => store.change({ templateId: id })}
    /><span class="wizard-choice-name" dir="auto">${name}</span
    ><span class="meta">${words.items(itemCount)}</span></label
  >`;
}
