// What was handed in, to read: answers beside their questions, and feedback, each under the name of who wrote it.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ItemContent, ItemResponse, OpenItem, Question } from '@followthrough/core/schema';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { avatar } from '../parts/avatar.ts';
import { linkedText } from '../parts/linked-text.ts';
import type { FactSetting } from './item-facts.ts';

/** The responses to an item, of everybody whom the reader may know of. */
export function responsesView(item: OpenItem, setting: FactSetting): TemplateResult {
  const { localize } = setting;
  const words = engagementFormWords(localize.messages);
  if (item.responses.length === 0) return html`<p class="muted">${words.nothingHandedIn}</p>`;
  return html`<ul class="responses">
    ${item.responses.map((response) => responseView(response, item.content, setting))}
  </ul>`;
}

function responseView(response: ItemResponse, content: ItemContent | null, setting: FactSetting): TemplateResult {
  const { people, localize } = setting;
  const words = engagementFormWords(localize.messages);
  const person = people.get(response.personId);
  const name = person?.name ?? localize.messages.context.unknownPerson;
  const isDone = response.completedAt !== null;
  return html`<li class="response">
    <p class="response-head">
      ${avatar({ id: response.personId, name, avatarUrl: person?.avatarUrl ?? null })}<span
        >${isDone ? (content?.kind === 'feedback' ? words.feedbackFrom(name) : words.answersFrom(name)) : words.begun(name)}</span
      >
    </p>
    ${content?.kind === 'assessment' ? answersView(content.questions, response, words) : nothing}
    ${response.text === '' ? nothing : html`<p class="response-text" dir="auto">${linkedText(response.text)}</p>`}
  </li>`;
}

function answersView(
  questions: readonly Question[],
  { answers }: ItemResponse,
  words: ReturnType<typeof engagementFormWords>,
): TemplateResult {
  const given = new Map(answers.map(({ key, text }) => [key, text]));
  return html`<dl class="answers-read">
    ${questions.map(({ key, text, type }) => {
      const answer = given.get(key) ?? '';
      return html`<dt dir="auto">${text}</dt>
        <dd class=${answer === '' ? 'muted' : ''}>
          <bdi>${answer === '' ? words.unanswered : type === 'scale' ? words.scaleOf(answer) : answer}</bdi>
        </dd>`;
    })}
  </dl>`;
}

export const responsesStyles = css`
  .responses {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .response-head {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-weight: 500;
    margin-block-end: calc(var(--_space) * 2);
  }
  .answers-read dt {
    color: var(--_text-muted);
    font-size: var(--_meta);
  }
  .answers-read dt {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .answers-read dd {
    margin-block-end: calc(var(--_space) * 2.5);
    overflow-wrap: anywhere;
  }
  /* The lines that were written, and none of the markup's around them. */
  .answers-read bdi {
    white-space: pre-wrap;
  }
  .response-text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
