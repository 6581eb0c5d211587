// What stands in the form of an item, as it was typed; what is missing or wrong in it; and what is written of it.
import type { ItemContent, ItemKind, OpenItem, Question } from '@followthrough/core/schema';
import { hrefOf } from '../parts/linked-text.ts';
import { minutesOf, type SessionDraft, sessionDraftOf } from './session-draft.ts';

/** A question as it is typed. */
export interface QuestionDraft {
  readonly key: string;
  readonly type: Question['type'];
  readonly text: string;
  /** One a line. */
  readonly options: string;
}

/** The form of an item of any kind: of fields that the kind has not, nothing is written. */
export interface ItemFormDraft extends SessionDraft {
  readonly kind: ItemKind;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly url: string;
  readonly name: string;
  readonly size: string;
  readonly mediaType: string;
  readonly prompt: string;
  readonly questions: readonly QuestionDraft[];
}

export type ItemFormFault =
  'title' | 'url' | 'name' | 'size' | 'mediaType' | 'prompt' | 'minutes' | `question-${number}` | `options-${number}`;

const BLANK: Omit<ItemFormDraft, 'kind' | 'questions'> = {
  ...{ title: '', description: '', place: '', url: '', name: '', size: '', mediaType: '', prompt: '' },
  ...sessionDraftOf(null),
};

/** The form of a new item. */
export function newItemDraft(kind: ItemKind, selfScheduling: boolean): ItemFormDraft {
  return { ...BLANK, kind, selfScheduling, questions: [newQuestion([])] };
}

/** The form of an item as it stands. */
export function draftOf(item: OpenItem): ItemFormDraft {
  const { content, session, kind, title } = item;
  const base: ItemFormDraft = {
    ...BLANK,
    ...{ kind, title, questions: [] },
    ...sessionDraftOf(session),
  };
  switch (content?.kind) {
    case undefined:
      return base;
    case 'session':
      return { ...base, place: content.place ?? '', description: content.description ?? '' };
    case 'assessment':
      return { ...base, description: content.description ?? '', questions: content.questions.map(questionDraft) };
    case 'file': {
      const { name, size, mediaType, url, description = '' } = content;
      return { ...base, name, size: String(size), mediaType, url, description };
    }
    case 'link':
      return { ...base, url: content.url, description: content.description ?? '' };
    case 'action':
      return { ...base, description: content.description ?? '' };
    case 'feedback':
      return { ...base, prompt: content.prompt };
  }
}

function questionDraft(question: Question): QuestionDraft {
  const { key, type, text } = question;
  return { key, type, text, options: question.type === 'choice' ? question.options.join('\n') : '' };
}

/** A question with a key that none of the others has. */
export function newQuestion(others: readonly QuestionDraft[]): QuestionDraft {
  const keys = new Set(others.map(({ key }) => key));
  let number = others.length + 1;
  while (keys.has(`q${number}`)) number++;
  return { key: `q${number}`, type: 'text', text: '', options: '' };
}

/** What is missing or wrong. */
export function itemFormFaults(draft: ItemFormDraft): ReadonlySet<ItemFormFault> {
  const faults = new Set<ItemFormFault>();
  if (draft.title.trim() === '') faults.add('title');
  if ((draft.kind === 'file' || draft.kind === 'link') && hrefOf(draft.url.trim()) === null) faults.add('url');
  if (draft.kind === 'file') {
    if (draft.name.trim() === '') faults.add('name');
    if (!/^\d{1,15}$/u.test(draft.size.trim())) faults.add('size');
    if (!/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/u.test(draft.mediaType.trim())) faults.add('mediaType');
  }
  if (draft.kind === 'feedback' && draft.prompt.trim() === '') faults.add('prompt');
  if (draft.kind === 'session' && minutesOf(draft) === null) faults.add('minutes');
  if (draft.kind === 'assessment')
    draft.questions.forEach(({ type, text, options }, at) => {
      if (text.trim() === '') faults.add(`question-${at}`);
      const count = optionsIn(options).length;
      if (type === 'choice' && (count < 2 || count > 20)) faults.add(`options-${at}`);
    });
  return faults;
}

function optionsIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** What is written of the form. */
export function contentOf(draft: ItemFormDraft): ItemContent {
  const { kind } = draft;
  const description = draft.description.trim() === '' ? {} : { description: draft.description.trim() };
  switch (kind) {
    case 'session':
      return { kind, ...description, ...(draft.place.trim() === '' ? {} : { place: draft.place.trim() }) };
    case 'assessment':
      return { kind, ...description, questions: draft.questions.map(questionOf) };
    case 'file':
      return {
        ...{ kind, ...description, name: draft.name.trim(), size: Number(draft.size) },
        ...{ mediaType: draft.mediaType.trim(), url: draft.url.trim() },
      };
    case 'link':
      return { kind, ...description, url: draft.url.trim() };
    case 'action':
      return { kind, ...description };
    case 'feedback':
      return { kind, prompt: draft.prompt.trim() };
  }
}

function questionOf({ key, type, text, options }: QuestionDraft): Question {
  const asked = { key, text: text.trim() };
  return type === 'choice' ? { ...asked, type, options: optionsIn(options) } : { ...asked, type };
}
