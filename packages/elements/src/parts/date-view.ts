// A start or due date of a plan in a row: its words as of any date, and how it is known. An estimate says that it is one and
// what it rests on; a date that waits shows its rule in words; a broken one a mark and why; a pinned one its pin. Nothing is
// told by a mark or a colour alone.
import { brokenDate, type BrokenPlan, type DateField, type Day, isOpen, parseDay } from '@followthrough/core/domain';
import type { Action, Id, PlannedDate } from '@followthrough/core/schema';
import { css, html, nothing, type TemplateResult } from 'lit';
import { type DateLabel, type DateWords, dayText, dueLabel } from '../dates/date-label.ts';
import { alertIcon } from '../icons/icons.ts';
import { brokenIcon, estimateIcon, pinIcon, waitsIcon } from '../icons/plan-date-icons.ts';
import { planDateWords } from '../localize/late-plan-dates.ts';
import { type NameOf, pinInWords, ruleInWords } from './rule-words.ts';

export interface DateViewSpec {
  field: DateField;
  /** Today on the room's clock. */
  today: Day;
  /** The plan that a broken date is explained from. */
  plan: BrokenPlan;
  nameOf: NameOf;
  words: DateWords;
}

/**
 * How a start or due date shows in a row; nothing where there is none.
 * @example html`${dateView(action, { field: 'due', today: plan.today, plan, nameOf, words: localize })}`
 */
export function dateView(action: Action, spec: DateViewSpec): TemplateResult | typeof nothing {
  const date = action[spec.field];
  if (date === null) return nothing;
  // What a closed action's date was is all that is to be told of it.
  if (isOpen(action.state) && date.date === null) return undated(action.id, date, spec);
  const label = dateLabelOf(action, spec);
  if (label.date === null) return nothing;
  const { mark, how } = isOpen(action.state) ? knownHow(date, spec) : NOTHING_MORE;
  const name = how === null ? label.name : planDateWords(spec.words.messages).known(label.name, how);
  return html`<time
    class="due ${label.tone} ${date.basis === 'projected' ? 'estimate' : ''}"
    part="due due-${label.tone}"
    datetime=${label.date}
    title=${name}
    >${label.tone === 'overdue' ? alertIcon() : nothing}${mark}<span aria-hidden="true">${label.text}</span
    ><span class="visually-hidden">${name}</span></time
  >`;
}

/** The words of a start or due date, with the full date in its name. */
export function dateLabelOf(action: Action, { field, today, words }: DateViewSpec): DateLabel {
  if (field === 'due') return dueLabel(action, today, words);
  const { messages, dates } = words;
  const date = action.start?.date ?? null;
  if (date === null) return { text: messages.date.none, name: messages.date.none, date: null, tone: 'none' };
  const day = parseDay(date);
  const planDates = planDateWords(messages);
  const name = day > today ? planDates.starts(dates.full(day)) : planDates.started(dates.full(day));
  return { text: dayText(day, today, words), name, date, tone: isOpen(action.state) ? 'later' : 'done' };
}

/** Why a date is broken, in words; null where it is not. */
export function brokenInWords(
  actionId: Id,
  field: DateField,
  { plan, nameOf, words }: Pick<DateViewSpec, 'plan' | 'nameOf' | 'words'>,
): string | null {
  const planDates = planDateWords(words.messages);
  const broken = brokenDate(actionId, field, plan);
  if (broken === null) return null;
  switch (broken.why) {
    case 'gone':
      return planDates.brokenGone;
    case 'loop':
      return planDates.brokenLoop(loopInWords(broken.path, nameOf, words));
    default: {
      const name = nameOf(broken.id);
      if (name === undefined) return planDates.brokenGone;
      return broken.why === 'on' ? planDates.brokenOn(name) : planDates.brokenCancelled(name);
    }
  }
}

/** The names on a loop in order, back to the first: "A → B → A". */
export function loopInWords(path: readonly Id[], nameOf: NameOf, { messages }: DateWords): string {
  const [first] = path;
  const round = first === undefined || (path.length > 1 && path.at(-1) === first) ? path : [...path, first];
  return round.map((id) => nameOf(id) ?? messages.context.unknownPerson).join(planDateWords(messages).restsOn);
}

const NOTHING_MORE = { mark: nothing, how: null } as const;

function knownHow(
  date: PlannedDate,
  { nameOf, words }: DateViewSpec,
): { mark: TemplateResult | typeof nothing; how: string | null } {
  const planDates = planDateWords(words.messages);
  const pinned = pinInWords(date, nameOf, words);
  if (pinned !== null && date.rule.type === 'relative') return { mark: pinIcon(), how: pinned };
  if (date.basis !== 'projected') return NOTHING_MORE;
  const name = date.waitingOn.map(nameOf).find((one) => one !== undefined);
  return { mark: estimateIcon(), how: name === undefined ? planDates.estimate : planDates.estimateOn(name) };
}

function undated(id: Id, date: PlannedDate, spec: DateViewSpec): TemplateResult {
  const planDates = planDateWords(spec.words.messages);
  const rule = ruleInWords(date.rule, spec.nameOf, spec.words);
  if (date.basis === 'broken') {
    const why = brokenInWords(id, spec.field, spec) ?? planDates.brokenGone;
    return html`<span class="due broken" part="due due-broken" title=${why}
      >${brokenIcon()}<span class="due-rule" aria-hidden="true">${planDates.brokenMark}</span
      ><span class="visually-hidden">${why}</span></span
    >`;
  }
  const name = planDates.noDateYet(rule);
  return html`<span class="due waiting" part="due due-waiting" title=${name}
    >${waitsIcon()}<span class="due-rule" aria-hidden="true">${rule}</span
    ><span class="visually-hidden">${name}</span></span
  >`;
}

/** Styles of {@link dateView}; they go after those of `dueText`. */
export const dateViewStyles = css`
  .due.waiting,
  .due.broken {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .due-rule {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .due .icon {
    flex: none;
  }
  .due.estimate,
  .due.waiting {
    color: var(--_text-muted);
  }
  .due.estimate > [aria-hidden]:not(.icon) {
    font-style: italic;
  }
  .due.broken {
    color: var(--_warning);
  }
`;
