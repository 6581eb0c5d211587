// The fields of a session in a form: half an hour, an hour or something else, and whether its coachees pick the time.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import type { Messages } from '../localize/messages.ts';
import type { SessionDraft } from './session-draft.ts';

export interface SessionFieldsSpec {
  readonly draft: SessionDraft;
  /** Whether the minutes that were typed are none that a session may take. */
  readonly isFaulty: boolean;
  readonly messages: Messages;
  readonly onChange: (change: Partial<SessionDraft>) => void;
}

export function sessionFields({ draft, isFaulty, messages, onChange }: SessionFieldsSpec): TemplateResult {
  const words = engagementFormWords(messages);
  const labels = { '30': words.minutes(30), '60': words.minutes(60), other: words.custom };
  const input = (event: Event) => event.currentTarget as HTMLInputElement;
  return html`<fieldset class="field" part="field">
      <legend class="label">${words.duration}</legend>
      <div class="choices">
        ${(['30', '60', 'other'] as const).map(
          (duration) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="duration"
                .checked=${live(draft.duration === duration)}
                @change=${() => onChange({ duration })}
              /><span>${labels[duration]}</span></label
            >`,
        )}
        ${
          draft.duration === 'other'
            ? html`<input
                type="text"
                inputmode="numeric"
                class="input minutes"
                part="input"
                autocomplete="off"
                aria-label=${words.customMinutes}
                aria-invalid=${isFaulty ? 'true' : nothing}
                aria-describedby="minutes-fault"
                .value=${live(draft.minutes)}
                @input=${(event: Event) => onChange({ minutes: input(event).value })}
              />`
            : nothing
        }
      </div>
      <p id="minutes-fault" class="fault" role="alert">${isFaulty ? words.minutesWrong : nothing}</p>
    </fieldset>
    <label class="choice self"
      ><input
        type="checkbox"
        .checked=${live(draft.selfScheduling)}
        @change=${(event: Event) => onChange({ selfScheduling: input(event).checked })}
      /><span>${words.selfScheduling}</span></label
    >`;
}
