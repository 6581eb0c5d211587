// What a date would come to, in words: asked of the plan while it is picked, the latest question counting.
import { type Day, parseDay } from '@followthrough/core/domain';
import type { BackendError } from '@followthrough/core/backend';
import type {
  Anchor,
  CivilDate,
  DateBasis,
  Id,
  PlannedDate,
  PlannedDateDraft,
  Preview,
} from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { planDueWords } from '../localize/late-plan-due.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { loopInWords } from './date-view.ts';
import type { PartHost } from './popover.ts';
import type { NameOf } from './rule-words.ts';
import { problemWords } from '../localize/late-acts.ts';

/** The date that a change is about, and how to say what it comes to. */
export interface OutcomePlace {
  actionId: Id | null;
  field: 'start' | 'due';
  date: PlannedDate | null;
  today: Day;
  nameOf: NameOf;
  words: DateWords;
}

/** What a draft would come to, in words; `refused` where it could not be made. */
export interface Outcome {
  readonly text: string;
  readonly refused: boolean;
}

export class PlanDueOutcome {
  readonly #host: PartHost;
  #key: string | null = null;
  #asked: Promise<void> = Promise.resolve();
  #answer: Preview | BackendError | null = null;

  constructor(host: PartHost) {
    this.#host = host;
  }

  /** What was asked last, once it is answered. */
  get settled(): Promise<void> {
    return this.#asked;
  }

  forget(): void {
    this.#key = null;
    this.#answer = null;
  }

  /** Asks what a draft would come to, where that was not what was asked last. */
  ask(draft: PlannedDateDraft | null, preview: (draft: PlannedDateDraft | null) => Promise<Preview>): void {
    const key = JSON.stringify(draft);
    if (key === this.#key) return;
    this.#key = key;
    this.#answer = null;
    this.#asked = preview(draft)
      .catch((error: BackendError) => error)
      .then((answer) => {
        // What was asked since counts.
        if (key !== this.#key) return;
        this.#answer = answer;
        this.#host.requestUpdate();
      });
  }

  /** What it comes to, or that it is being worked out. */
  tell(draft: PlannedDateDraft, place: OutcomePlace): Outcome {
    const { messages } = place.words;
    const answer = this.#answer;
    if (answer === null) return { text: planDueWords(messages).looking, refused: false };
    // Nothing was found out: the backend decides in the end.
    if (answer instanceof Error) return { text: loadProblemText(answer, messages), refused: false };
    return outcomeOf(answer, draft, place);
  }
}

function outcomeOf(preview: Preview, draft: PlannedDateDraft, place: OutcomePlace): Outcome {
  const { words, actionId, field, nameOf } = place;
  const planDue = planDueWords(words.messages);
  const { refused, moved, overdue } = preview;
  if (refused) {
    const text = refused.path
      ? planDue.loop(loopInWords(refused.path, nameOf, words))
      : (refused.errors?.[0]?.message ?? problemWords(words.messages).validation);
    return { text, refused: true };
  }
  const own = moved.find(
    (one) => one.field === field && (actionId === null ? one.why.type === 'changed' : one.actionId === actionId),
  );
  const date = own ? own.to : (place.date?.date ?? null);
  const basis = own ? own.basis.to : (place.date?.basis ?? null);
  const others = moved.filter((one) => one !== own && one.from !== one.to).length;
  const late = overdue.filter((id) => id !== actionId).length;
  const told = [
    dateInWords(date, place),
    knownInWords(basis, draft, place),
    date !== null && parseDay(date) < place.today ? planDue.past : null,
    others > 0 ? planDue.moves(others) : null,
    late > 0 ? planDue.overdue(late) : null,
  ];
  return { text: planDue.told(told.filter((one) => one !== null)), refused: false };
}

function dateInWords(date: CivilDate | null, { words }: OutcomePlace): string | null {
  return date === null ? null : planDueWords(words.messages).comesTo(words.dates.full(parseDay(date)));
}

/** How the date is known, where that is not for certain. */
function knownInWords(
  basis: DateBasis | null,
  { rule, pinned }: PlannedDateDraft,
  { words, nameOf }: OutcomePlace,
): string | null {
  const planDue = planDueWords(words.messages);
  if (rule.type === 'fixed' || pinned) return null;
  const name = nameOfAnchor(rule.anchor, nameOf);
  switch (basis) {
    case 'projected':
      if (name === null) return null;
      if (rule.anchor.type === 'actionDue') return planDue.estimatedDue(name);
      return rule.anchor.type === 'sectionCompleted' ? planDue.notCompleted(name) : planDue.notDone(name);
    case 'waiting':
      return name === null ? planDue.waits : planDue.waitsFor(name);
    case 'broken':
      return planDue.brokenRule(name ?? '');
    default:
      return null;
  }
}

function nameOfAnchor(anchor: Anchor, nameOf: NameOf): string | null {
  if (anchor.type === 'sectionCompleted') return nameOf(anchor.sectionId) ?? null;
  return 'actionId' in anchor ? (nameOf(anchor.actionId) ?? null) : null;
}
