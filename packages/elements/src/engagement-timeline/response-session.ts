// What a coachee writes in an item: kept as they type, a little later each time, and when they leave a field or the dialog; and
// handed in at the end. Faults come back by question.
import type { BackendError } from '@followthrough/core/backend';
import type { Answer, Id, ItemCompletion, OpenItem } from '@followthrough/core/schema';

/** How what was typed stands. */
export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

export interface ResponseSetting {
  readonly save: (response: Pick<ItemCompletion, 'answers' | 'text'>) => Promise<void>;
  readonly changed: () => void;
}

/** How long after the last key what was typed is kept, in milliseconds. */
const PAUSE = 2_000;

export class ResponseSession {
  readonly #set: ResponseSetting;
  readonly #kind: OpenItem['kind'];
  readonly #keys: readonly string[];
  readonly #answers = new Map<string, string>();
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  #isHandedIn = false;
  state: SaveState = 'clean';
  /** What the backend found wrong, by a question's key; `text` for feedback. */
  faults: ReadonlyMap<string, string> = new Map();

  constructor(item: OpenItem, viewerId: Id, setting: ResponseSetting) {
    this.#set = setting;
    this.#kind = item.kind;
    this.#keys = item.content?.kind === 'assessment' ? item.content.questions.map(({ key }) => key) : [];
    const mine = item.responses.find(({ personId }) => personId === viewerId);
    for (const { key, text } of mine?.answers ?? []) this.#answers.set(key, text);
    this.#text = mine?.text ?? '';
  }

  answer(key: string): string {
    return this.#answers.get(key) ?? '';
  }

  get text(): string {
    return this.#text;
  }

  /** How many questions have an answer. */
  get answered(): number {
    return this.#keys.filter((key) => this.answer(key).trim() !== '').length;
  }

  get response(): Pick<ItemCompletion, 'answers' | 'text'> {
    if (this.#kind === 'feedback') return { text: this.#text };
    return { answers: this.#keys.map((key): Answer => ({ key, text: this.answer(key) })) };
  }

  writeAnswer(key: string, text: string): void {
    this.#answers.set(key, text);
    this.#written(key);
  }

  writeText(text: string): void {
    this.#text = text;
    this.#written('text');
  }

  #written(about: string): void {
    if (this.faults.has(about)) this.faults = new Map([...this.faults].filter(([key]) => key !== about));
    this.state = 'dirty';
    this.#isHandedIn = false;
    this.#count++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
    this.#set.changed();
  }

  /** Keeps what is not kept yet. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.state !== 'dirty' && this.state !== 'failed') return;
    const count = this.#count;
    this.state = 'saving';
    this.#set.changed();
    try {
      await this.#set.save(this.response);
      // Handed in meanwhile: what was on its way says nothing any more, and must not be taken for unsaved.
      if (!this.#isHandedIn) this.state = count === this.#count ? 'saved' : 'dirty';
    } catch (error) {
      if (this.#isHandedIn) return;
      this.state = 'failed';
      this.refused(error as BackendError);
    }
    this.#set.changed();
  }

  /** It is handed in: nothing is to be kept any more. */
  handedIn(): void {
    clearTimeout(this.#timer);
    this.#isHandedIn = true;
    this.state = 'clean';
  }

  /** It was not taken: what was typed is to be kept as before. */
  notHandedIn(): void {
    this.#isHandedIn = false;
    this.state = 'dirty';
  }

  /** Takes in what the backend found wrong; gives whether it told where. */
  refused(error: BackendError): boolean {
    const faults = error.errors.flatMap(({ pointer, message }) => {
      const key = pointer.startsWith('/answers/') ? pointer.slice('/answers/'.length) : pointer.slice(1);
      return key === 'text' || this.#keys.includes(key) ? [[key, message] as const] : [];
    });
    this.faults = new Map(faults);
    return faults.length > 0;
  }
}
