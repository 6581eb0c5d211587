// What can be written of an item (rulebook §3, §5): a session is scheduled by its start time and has no release; times are for
// sessions alone; dates rest on the engagement's start or on nothing; nothing is due before it is released. A fault says where
// (JSON pointer), what (code) and how to mend it.
import type {
  Answer,
  DateRule,
  EngagementRecord,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemRecord,
  ItemSchedule,
  ProblemError,
  Question,
} from '../../schema/index.ts';
import { dayAt, isWritable, parseDay } from '../civil-date.ts';
import { parseInstant } from '../instant.ts';
import { dateInEngagement, dayOfRule, type EngagementClock } from './engagement-date.ts';
import { releaseDay } from './item-state.ts';

/** The faults of an item's schedule as it is written, whatever the item has already. */
export function faultsOfSchedule(
  { release, due, duration, selfScheduling, startsAt }: ItemSchedule,
  isSession: boolean,
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (isSession && release != null)
    faults.push(
      fault('/release', 'session-has-no-release', 'must be left out: a session is scheduled by its start time'),
    );
  if (!isSession) {
    const timed = { duration, selfScheduling, startsAt };
    for (const [field, value] of Object.entries(timed))
      if (value != null) faults.push(fault(`/${field}`, 'sessions-only', 'must be left out: it is for sessions'));
  }
  if (release?.type === 'on') faults.push(...faultsOfRule(release.rule, '/release/rule'));
  if (due != null) faults.push(...faultsOfRule(due.rule, '/due/rule'));
  return faults;
}

/** The faults of a new item, or of an edit of one. */
export function faultsOfItemDraft(draft: Pick<ItemDraft, 'content'> & ItemSchedule): ProblemError[] {
  return faultsOfSchedule(draft, draft.content.kind === 'session');
}

/** The faults of an edit of an item. */
export function faultsOfItemPatch({ content, duration, selfScheduling }: ItemPatch, item: ItemRecord): ProblemError[] {
  const faults = faultsOfSchedule({ duration, selfScheduling }, item.session !== null);
  if (content !== undefined && content.kind !== item.content.kind)
    faults.unshift(fault('/content/kind', 'kind-kept', `must be ${item.content.kind}: an item keeps its kind`));
  return faults;
}

/** The faults of an item's dates as they come about in its engagement. */
export function faultsOfDatesIn(
  item: ItemRecord,
  engagement: Pick<EngagementRecord, 'status' | 'startDate' | 'selfScheduling'>,
  clock: EngagementClock,
): ProblemError[] {
  const { release } = item;
  const onDay = release?.type === 'on' ? dayOfRule(release.rule, engagement.startDate, clock.calendar) : null;
  const date = dateInEngagement(item.due, engagement.startDate, clock.calendar)?.date ?? null;
  const due = date === null ? null : parseDay(date);
  const faults: ProblemError[] = [];
  if (onDay !== null && !isWritable(onDay)) faults.push(outOfRange('/release/rule'));
  if (due !== null && !isWritable(due)) faults.push(outOfRange('/due/rule'));
  const released = releaseDay(item, engagement, clock);
  if (due !== null && released !== null && due < released)
    faults.push(fault('/due', 'due-before-release', 'must not lie before its release'));
  return faults;
}

/** The faults of the time that a coachee picks: within the engagement's dates, and not in the past. */
export function faultsOfPickedTime(
  startsAt: string,
  { startDate, endDate }: Pick<EngagementRecord, 'startDate' | 'endDate'>,
  { now, zone }: EngagementClock,
): ProblemError[] {
  const instant = parseInstant(startsAt);
  const day = dayAt(instant, zone);
  if (instant < now) return [fault('/startsAt', 'in-past', 'must not lie in the past')];
  const isWithin = (startDate === null || day >= parseDay(startDate)) && (endDate === null || day <= parseDay(endDate));
  return isWithin ? [] : [fault('/startsAt', 'outside-engagement', 'must lie within the engagement’s dates')];
}

/**
 * The faults of what a coachee hands in, or saves for later.
 * @param handedIn what they would have handed in: what is written now, over what they saved
 */
export function faultsOfCompletion(
  { completed, answers, text }: ItemCompletion,
  { content }: Pick<ItemRecord, 'content'>,
  handedIn: { answers: readonly Answer[]; text: string },
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (answers !== undefined && content.kind !== 'assessment')
    faults.push(fault('/answers', 'assessments-only', 'must be left out: it is for assessments'));
  if (text !== undefined && content.kind !== 'feedback')
    faults.push(fault('/text', 'feedback-only', 'must be left out: it is for feedback'));
  if (faults.length > 0) return faults;
  if (content.kind === 'assessment') return faultsOfAnswers(handedIn.answers, content.questions, completed);
  if (content.kind === 'feedback' && completed && handedIn.text.trim() === '')
    return [fault('/text', 'required', 'must not be empty')];
  return [];
}

/** The faults of answers, each at the key of its question: `/answers/KEY`. */
function faultsOfAnswers(answers: readonly Answer[], questions: readonly Question[], isWhole: boolean): ProblemError[] {
  const faults: ProblemError[] = [];
  const given = new Map<string, string>();
  for (const { key, text } of answers) {
    const at = `/answers/${key}`;
    if (!questions.some((question) => question.key === key))
      faults.push(fault(at, 'unknown-question', 'must be the key of a question'));
    else if (given.has(key)) faults.push(fault(at, 'duplicate', 'must be answered once'));
    given.set(key, text);
  }
  for (const question of questions) {
    const text = given.get(question.key) ?? '';
    const at = `/answers/${question.key}`;
    if (text.trim() === '') {
      if (isWhole) faults.push(fault(at, 'required', 'must be answered'));
    } else if (question.type === 'scale' && !/^[1-5]$/.test(text))
      faults.push(fault(at, 'choice', 'must be a whole number from 1 to 5'));
    else if (question.type === 'choice' && !question.options.includes(text))
      faults.push(fault(at, 'choice', `must be one of ${question.options.join(', ')}`));
  }
  return faults;
}

function faultsOfRule(rule: DateRule, at: string): ProblemError[] {
  if (rule.type === 'fixed') return [];
  const faults: ProblemError[] = [];
  if (rule.anchor.type !== 'engagementStart')
    faults.push(fault(`${at}/anchor`, 'engagement-anchor-only', 'must rest on the engagement’s start, or be a date'));
  if (rule.unit === 'businessDay' && (rule.roll ?? 'none') !== 'none')
    faults.push(fault(`${at}/roll`, 'roll-with-business-days', 'must be none: business days never end on a day off'));
  return faults;
}

function outOfRange(pointer: string): ProblemError {
  return fault(pointer, 'out-of-range', 'must give a date from 1970-01-01 to 2199-12-31');
}

function fault(pointer: string, code: string, message: string): ProblemError {
  return { pointer, code, message };
}
