// The bar over the end of the settings while something is unsaved: what happened to it, Discard and Save.
import { html, nothing, type TemplateResult } from 'lit';
import type { EngagementSettingsWords } from '../localize/late-engagement-settings.ts';

export interface SaveBarSpec {
  readonly words: EngagementSettingsWords;
  readonly saving: boolean;
  readonly offline: boolean;
  /** What is told; a failure as what went wrong. */
  readonly text: string;
  readonly isFailure: boolean;
  readonly onDiscard: () => void;
}

export function saveBar({ words, saving, offline, text, isFailure, onDiscard }: SaveBarSpec): TemplateResult {
  return html`<div class="save-bar" part="save-bar" role="group" aria-label=${words.unsaved}>
    <p class="save-bar-text ${isFailure ? 'danger-text' : ''}" role=${isFailure ? 'alert' : 'status'}>${text}</p>
    <button type="button" class="button" ?disabled=${saving} @click=${onDiscard}>${words.discard}</button>
    <button
      type="submit"
      class="button primary"
      part="button button-primary"
      aria-disabled=${saving || offline ? 'true' : nothing}
      aria-keyshortcuts="Control+S Meta+S"
    >
      ${saving ? words.saving : words.save}
    </button>
  </div>`;
}
