// Beside a field's name, where its changes are saved by themselves: that it is being saved, that it is, or that it is not yet.
import { html, nothing, type TemplateResult } from 'lit';
import type { SettingsField } from '@followthrough/core/domain';
import { checkIcon } from '../icons/icons.ts';
import type { SettingsScene } from './scene.ts';

/** How a field stands; undefined where somebody saves by hand. */
export function stateAt(
  { shown, words, autosaves, store, told }: SettingsScene,
  field: SettingsField,
): TemplateResult | typeof nothing | undefined {
  if (!autosaves) return undefined;
  if (shown.sending.includes(field)) return note('saving', words.saving);
  if (shown.saved.includes(field)) return note('saved', html`${checkIcon()}${words.saved}`);
  if (!shown.unsaved.includes(field)) return nothing;
  // While somebody types there is nothing to tell yet.
  const isHeld = shown.waiting.includes(field) && (told || shown.conflicts.includes(field) || shown.moved.length > 0);
  return isHeld || store.$saveError.get() ? note('unsaved', words.unsavedField) : nothing;
}

function note(state: 'saving' | 'saved' | 'unsaved', content: unknown): TemplateResult {
  return html`<span class="field-state ${state}" part="field-state field-state-${state}">${content}</span>`;
}
