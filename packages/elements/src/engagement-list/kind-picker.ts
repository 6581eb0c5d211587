// Which kind of item is added to many engagements: the six, side by side, each with its icon.
import type { ItemKind } from '@followthrough/core/schema';
import { html, type TemplateResult } from 'lit';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { Messages } from '../localize/messages.ts';
import { ITEM_KINDS, itemKindIcon } from '../parts/item-kind.ts';

/** The choice, and what is done when another is chosen. */
export function kindPicker(chosen: ItemKind, messages: Messages, onChoose: (kind: ItemKind) => void): TemplateResult {
  const kinds = engagementWords(messages).kind;
  return html`<fieldset>
    <legend class="form-legend">${engagementBulkWords(messages).itemKind}</legend>
    <div class="kinds">
      ${ITEM_KINDS.map(
        (kind) =>
          html`<label class="kind"
            ><input
              type="radio"
              name="item-kind"
              value=${kind}
              .checked=${kind === chosen}
              @change=${() => onChoose(kind)}
            />${itemKindIcon(kind)}<span>${kinds[kind]}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
