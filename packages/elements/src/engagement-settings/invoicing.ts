// What the coach bills the firm, and what the firm bills the coachee: a method there is, or one made on the spot.
import { html, nothing, type TemplateResult } from 'lit';
import { plusIcon } from '../icons/icons.ts';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { describedBy, fieldNotes, fieldTop } from '../parts/form-field.ts';
import { conflictAt } from './conflict.ts';
import { stateAt } from './field-state.ts';
import { faultAt, FIELD_IDS, methodOf, rateText, type SettingsScene } from './scene.ts';
import type { InvoicingSide } from './settings-events.ts';

export const METHOD_FIELDS = { coach: 'coachInvoicingMethodId', coachee: 'coacheeInvoicingMethodId' } as const;

export function invoicing(scene: SettingsScene): TemplateResult {
  return html`<p class="field-help">${scene.words.invoicingHint}</p>
    ${side(scene, 'coach')} ${side(scene, 'coachee')}`;
}

/** The value of the choice of no method; no id has a colon. */
const NONE = ':none';

function side(scene: SettingsScene, of: InvoicingSide): TemplateResult {
  const { shown, words, store, localize, pickers, write, method, createMethod } = scene;
  const name = METHOD_FIELDS[of];
  const id = FIELD_IDS[name];
  const field = {
    id,
    help: of === 'coach' ? words.coachInvoicing : words.coacheeInvoicing,
    fault: faultAt(scene, name),
  };
  const chosen = methodOf(shown.edited[name], store);
  const open = (event: Event) =>
    void pickers.choice(event.currentTarget as HTMLElement, {
      label: words.field[name],
      placeholder: words.findMethod,
      choices: [
        { value: NONE, label: words.noMethod },
        ...store.$methods.get().map((one) => ({
          value: one.id,
          label: one.name,
          description: rateText(one, words, localize.locale),
        })),
      ],
      selected: chosen?.id ?? NONE,
      onPick: (value) => write({ [name]: value === NONE ? null : value }),
    });
  return html`<div class="field" part="field">
      ${fieldTop(
        stateAt(scene, name),
        html`<span class="field-label" part="label" id="${id}-label">${words.field[name]}</span>`,
      )}
      <span class="field-row wraps">
        <button
          type="button"
          class="button field-button ${chosen ? '' : 'unset'}"
          part="button"
          id=${id}
          aria-haspopup="dialog"
          aria-labelledby="${id}-label ${id}-value"
          aria-describedby=${describedBy(field)}
          @click=${open}
        >
          <span id="${id}-value" class="method-chosen"
            ><span class="ellipsis" dir="auto">${chosen?.name ?? words.noMethod}</span
            >${chosen ? html` <span class="meta">${rateText(chosen, words, localize.locale)}</span>` : nothing}</span
          >${chevronDownIcon()}
        </button>
        <button
          type="button"
          class="button quiet"
          id="${id}-create"
          aria-expanded=${method.side === of}
          aria-label=${words.createFor(words.field[name])}
          @click=${() => createMethod(of)}
        >
          ${plusIcon()}${words.createMethod}
        </button>
      </span>
      ${fieldNotes(field)}
    </div>
    ${conflictAt(scene, name)} ${method.side === of ? method.render(scene) : nothing}`;
}
