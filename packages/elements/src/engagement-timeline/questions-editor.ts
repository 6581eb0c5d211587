// The questions of an assessment as they are written: their text, how each is answered, and their order.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Question } from '@followthrough/core/schema';
import { plusIcon, trashIcon } from '../icons/icons.ts';
import { arrowDownIcon, arrowUpIcon } from '../icons/sorted-icons.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import type { Messages } from '../localize/messages.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { type ItemFormFault, newQuestion, type QuestionDraft } from './item-draft.ts';

export interface QuestionsEditorSpec {
  readonly questions: readonly QuestionDraft[];
  readonly faults: ReadonlySet<ItemFormFault>;
  readonly messages: Messages;
  /** @param focus a selector of what gets the focus then */
  readonly onChange: (questions: readonly QuestionDraft[], focus?: string) => void;
}

const TYPES: readonly Question['type'][] = ['text', 'scale', 'choice'];

export function questionsEditor(spec: QuestionsEditorSpec): TemplateResult {
  const { questions, messages, onChange } = spec;
  const words = engagementFormWords(messages);
  const add = () => {
    const made = newQuestion(questions);
    onChange([...questions, made], `#question-${made.key}`);
  };
  return html`<fieldset class="field questions" part="field">
    <legend class="label">${words.questions}</legend>
    <ol class="question-list">
      ${repeat(
        questions,
        ({ key }) => key,
        (question, at) => questionView(question, at, spec),
      )}
    </ol>
    <button type="button" class="button add-question" part="button" @click=${add}>
      ${plusIcon()}<span>${words.addQuestion}</span>
    </button>
  </fieldset>`;
}

function questionView(question: QuestionDraft, at: number, spec: QuestionsEditorSpec): TemplateResult {
  const { questions, faults, messages, onChange } = spec;
  const words = engagementFormWords(messages);
  const number = at + 1;
  const id = `question-${question.key}`;
  const write = (change: Partial<QuestionDraft>) =>
    onChange(questions.map((one) => (one === question ? { ...one, ...change } : one)));
  const move = (to: number) => {
    const others = questions.filter((one) => one !== question);
    onChange([...others.slice(0, to), question, ...others.slice(to)], `#${id}`);
  };
  const remove = () => {
    const others = questions.filter((one) => one !== question);
    const next = others[Math.min(at, others.length - 1)];
    onChange(others, next ? `#question-${next.key}` : '.add-question');
  };
  const textFault = faults.has(`question-${at}`) ? words.questionMissing : null;
  const optionsFault = faults.has(`options-${at}`) ? words.optionsWrong : null;
  return html`<li class="question">
    <div class="question-line">
      <input
        id=${id}
        type="text"
        class="input"
        part="input"
        autocomplete="off"
        maxlength=${TEXT_LIMITS.title}
        placeholder=${words.question(number)}
        aria-label=${words.questionText(number)}
        aria-invalid=${textFault === null ? nothing : 'true'}
        aria-describedby="${id}-fault"
        .value=${live(question.text)}
        @input=${(event: Event) => write({ text: (event.currentTarget as HTMLInputElement).value })}
      />
      <button
        type="button"
        class="icon-button"
        part="button"
        aria-label=${words.questionUp(number)}
        ?disabled=${at === 0}
        @click=${() => move(at - 1)}
      >
        ${arrowUpIcon()}</button
      ><button
        type="button"
        class="icon-button"
        part="button"
        aria-label=${words.questionDown(number)}
        ?disabled=${at === questions.length - 1}
        @click=${() => move(at + 1)}
      >
        ${arrowDownIcon()}</button
      ><button
        type="button"
        class="icon-button"
        part="button"
        aria-label=${words.removeQuestion(number)}
        ?disabled=${questions.length === 1}
        @click=${remove}
      >
        ${trashIcon()}
      </button>
    </div>
    <p id="${id}-fault" class="fault" role="alert">${textFault ?? nothing}</p>
    <select
      class="input question-type"
      part="input"
      aria-label=${words.questionType(number)}
      @change=${(event: Event) => write({ type: (event.currentTarget as HTMLSelectElement).value as Question['type'] })}
    >
      ${TYPES.map((type) => html`<option value=${type} ?selected=${question.type === type}>${words.types[type]}</option>`)}
    </select>
    ${
      question.type === 'choice'
        ? html`<label class="field options"
              ><span class="meta">${words.options}</span
              ><textarea
                class="input"
                part="input"
                rows="3"
                aria-invalid=${optionsFault === null ? nothing : 'true'}
                aria-describedby="${id}-options"
                .value=${live(question.options)}
                @input=${(event: Event) => write({ options: (event.currentTarget as HTMLTextAreaElement).value })}
              ></textarea>
            </label>
            <p id="${id}-options" class="fault" role="alert">${optionsFault ?? nothing}</p>`
        : nothing
    }
  </li>`;
}

export const questionsStyles = css`
  .question-list {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .question {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block-end: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .question-line {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 0.5);
  }
  .question-line .input {
    margin-inline-end: calc(var(--_space) * 1);
  }
  .question-type {
    max-inline-size: 16em;
  }
  .field.options {
    margin: 0;
  }
  .add-question {
    justify-self: start;
  }
`;
