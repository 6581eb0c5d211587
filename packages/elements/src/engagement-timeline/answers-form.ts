// An assessment being answered, and feedback being written: each question with its fault, and how what was typed stands.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ItemContent, Question } from '@followthrough/core/schema';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import type { Messages } from '../localize/messages.ts';
import { linkedText } from '../parts/linked-text.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import type { ResponseSession } from './response-session.ts';

type Assessment = Extract<ItemContent, { kind: 'assessment' }>;

/** The questions of an assessment, to be answered. */
export function answersForm({ questions }: Assessment, session: ResponseSession, messages: Messages): TemplateResult {
  return html`<ol class="answers" @focusout=${() => void session.keep()}>
    ${questions.map((question, at) => questionField(question, at, session, messages))}
  </ol>`;
}

function questionField(question: Question, at: number, session: ResponseSession, messages: Messages): TemplateResult {
  const words = engagementFormWords(messages);
  const { key } = question;
  const fault = session.faults.has(key) ? words.required : null;
  const id = `answer-${key}`;
  const value = session.answer(key);
  const write = (text: string) => session.writeAnswer(key, text);
  const describedBy = `${id}-fault`;
  return html`<li class="answer">
    ${
      question.type === 'text'
        ? html`<label class="label" for=${id} dir="auto">${at + 1}. ${question.text}</label
            ><textarea
              id=${id}
              class="input"
              part="input"
              dir="auto"
              rows="3"
              maxlength=${TEXT_LIMITS.description}
              aria-invalid=${fault === null ? nothing : 'true'}
              aria-describedby=${describedBy}
              .value=${live(value)}
              @input=${(event: Event) => write((event.currentTarget as HTMLTextAreaElement).value)}
            ></textarea>`
        : html`<fieldset
            role="radiogroup"
            class="field"
            aria-invalid=${fault === null ? nothing : 'true'}
            aria-describedby=${describedBy}
          >
            <legend class="label" dir="auto">${at + 1}. ${question.text}</legend>
            ${
              question.type === 'scale'
                ? html`<div class="scale">
                    <span class="meta scale-end">${words.scaleLow}</span
                    >${['1', '2', '3', '4', '5'].map((step) => option(id, step, step, value, write))}<span
                      class="meta scale-end high"
                      >${words.scaleHigh}</span
                    >
                  </div>`
                : html`<div class="options-column">
                    ${question.options.map((text) => option(id, text, text, value, write))}
                  </div>`
            }
          </fieldset>`
    }
    <p id=${describedBy} class="fault" role="alert">${fault ?? nothing}</p>
  </li>`;
}

function option(
  name: string,
  value: string,
  label: string,
  chosen: string,
  write: (text: string) => void,
): TemplateResult {
  return html`<label class="choice"
    ><input type="radio" name=${name} .checked=${live(chosen === value)} @change=${() => write(value)} /><span
      dir="auto"
      >${label}</span
    ></label
  >`;
}

/** What is asked, and a place for the feedback. */
export function feedbackForm(prompt: string, session: ResponseSession, messages: Messages): TemplateResult {
  const words = engagementFormWords(messages);
  const fault = session.faults.has('text') ? words.textMissing : null;
  return html`<p class="prompt" dir="auto">${linkedText(prompt)}</p>
    <div class="field" @focusout=${() => void session.keep()}>
      <label class="label" for="feedback-text">${words.yourText}</label>
      <textarea
        id="feedback-text"
        class="input"
        part="input"
        dir="auto"
        rows="6"
        maxlength=${TEXT_LIMITS.description}
        aria-invalid=${fault === null ? nothing : 'true'}
        aria-describedby="feedback-fault"
        .value=${live(session.text)}
        @input=${(event: Event) => session.writeText((event.currentTarget as HTMLTextAreaElement).value)}
      ></textarea>
      <p id="feedback-fault" class="fault" role="alert">${fault ?? nothing}</p>
    </div>`;
}

/** How what was typed stands, in a word; announced once it is kept. */
export function savedText({ state }: ResponseSession, messages: Messages): string | null {
  const words = engagementFormWords(messages);
  if (state === 'saved') return words.savedAt;
  if (state === 'saving') return words.saving;
  return state === 'dirty' || state === 'failed' ? words.notSaved : null;
}

export const answersStyles = css`
  .answers {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .answer {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }
  /* No room for one line: both ends over the steps, each over its own. */
  @media (max-width: 27em) {
    .scale {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
      column-gap: 0;
    }
    .scale-end {
      grid-area: 1 / 1 / auto / 4;
    }
    .scale-end.high {
      grid-area: 1 / 4 / auto / -1;
      justify-self: end;
      text-align: end;
    }
  }
  .options-column {
    display: grid;
    gap: calc(var(--_space) * 1);
    justify-items: start;
  }
  .prompt {
    margin-block-end: calc(var(--_space) * 4);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
