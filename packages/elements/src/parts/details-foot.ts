// The buttons of the details, always in view, with what could not be saved over them; or the question whether what was
// typed is to be let go.
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { trashIcon } from '../icons/icons.ts';
import { detailsWords } from '../localize/late-details.ts';
import { reasonOf } from './details-fields.ts';
import type { DetailsSession } from './details-session.ts';

interface Foot {
  session: DetailsSession;
  /** Whether the action is still there. */
  there: boolean;
  localize: DateWords;
  askToClose: () => void;
  save: () => void;
  remove: () => void;
}

/** Delete at the start, Cancel and Save at the end; the reason where one may not. */
export function detailsFoot({ session, there, localize, askToClose, save, remove }: Foot): TemplateResult {
  const { spec, action, fault, saving } = session;
  const details = detailsWords(localize.messages);
  const { problem } = localize.messages;
  const waiting = saving ? (spec.waiting?.() ?? null) : null;
  return html`<div class="details-foot">
    <p class="details-fault" id="details-fault" role="alert" dir="auto">${fault?.text ?? waiting?.why ?? ''}</p>
    ${
      action.may.delete === true
        ? html`<button type="button" class="button quiet" ?disabled=${!there} @click=${remove}>
            ${trashIcon()}${details.delete}
          </button>`
        : html`<span class="meta details-ask">${reasonOf(action.may.delete, localize)}</span>`
    }
    <span class="details-gap"></span>
    ${
      action.may.edit === true
        ? html`<button type="button" class="button" @click=${askToClose}>
              ${saving ? details.close : details.cancel}
            </button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${(saving && !waiting) || !there ? 'true' : nothing}
              @click=${() => (waiting ? waiting.retry() : save())}
            >
              ${waiting ? problem.retry : saving ? details.saving : details.save}
            </button>`
        : html`<button type="button" class="button" @click=${askToClose}>${details.close}</button>`
    }
  </div>`;
}

/** "Discard your changes?" */
export function detailsQuestion(localize: DateWords, discard: () => void, keepEditing: () => void): TemplateResult {
  const details = detailsWords(localize.messages);
  return html`<div class="details-foot" role="alert">
    <span class="details-ask">${details.discard}</span>
    <button type="button" class="button danger" @click=${discard}>${details.discardYes}</button>
    <button type="button" class="button primary details-keep" @click=${keepEditing}>${details.discardNo}</button>
  </div>`;
}
