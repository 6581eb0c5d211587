// The bar over the end of the settings while something is unsaved: what happened to it, Discard and Save.
import { html, nothing, type TemplateResult } from 'lit';
import type { EngagementSettingsWords } from '../localize/late-engagement-settings.ts';

export interface SaveBarSpec {
  readonly words: EngagementSettingsWords;
  readonly saving: boolean;
  readonly offline: boolean;
  /** Why it was not saved; null where it was not tried, or nothing is wrong. */
  readonly failure: string | null;
  /** Whether the changes are those of an earlier visit. */
  readonly returned: boolean;
  readonly onDiscard: () => void;
}

export function saveBar(spec: SaveBarSpec): TemplateResult {
  const { words, saving, offline, failure, returned, onDiscard } = spec;
  const text = failure ?? (offline ? words.unsavedOffline : returned ? words.kept : words.unsaved);
  return html`<div class="save-bar" part="save-bar" role="group" aria-label=${words.unsaved}>
    <p class="save-bar-text ${failure === null ? '' : 'danger-text'}" role=${failure === null ? 'status' : 'alert'}>
      ${text}
    </p>
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
