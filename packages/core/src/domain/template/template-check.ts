// A template is checked before use (rulebook §4): its faults, and what is worth a look on a sample day with a sample
// calendar: roles that nobody fills, dates on days off, dates that have passed when the room is made, dates that cannot be
// given. The dates are worked out by the engine of plans, as in the room that would be made.
import type {
  RoomTemplateContent,
  TemplateCheck,
  TemplateContent,
  TemplateRule,
  TemplateWarning,
} from '../../schema/index.ts';
import { isWorkingDay } from '../calendar.ts';
import { formatDay, isWritable, parseDay } from '../civil-date.ts';
import { createPlanResolver } from '../plan/plan-resolver.ts';
import type { PlanSetting, ResolvedDate } from '../plan/plan.ts';
import { checkEngagementTemplate } from './engagement-template.ts';
import { templateFaults } from './template-faults.ts';
import { type TemplatePart, templateParts, templatePlan } from './template-part.ts';
import type { TemplateSample } from './template-sample.ts';

/** What the dates rest on in a room that is made on the sample day. */
export function sampleSetting({ start, calendar }: TemplateSample): PlanSetting {
  return { roomCreated: start, engagementStart: null, calendar, today: parseDay(start) };
}

/**
 * The faults and warnings of a template, and the dates that its actions would have.
 * @example checkTemplate(content, { start: '2026-05-15', calendar }).warnings // [{ code: 'holiday', date: '2026-05-25', … }]
 */
export function checkTemplate(content: TemplateContent, sample: TemplateSample): TemplateCheck {
  return content.kind === 'engagement' ? checkEngagementTemplate(content, sample) : checkRoomTemplate(content, sample);
}

function checkRoomTemplate(content: RoomTemplateContent, sample: TemplateSample): TemplateCheck {
  const faults = templateFaults(content);
  const isAmbiguous = faults.some(({ code }) => code === 'duplicate-key');
  const parts = templateParts(content);
  const unassigned = parts.filter(({ action }) => action.assignee === 'unassigned').map(nobodys);
  if (isAmbiguous) return { start: sample.start, faults, warnings: unassigned, actions: [] };
  const resolver = createPlanResolver(templatePlan(content), sampleSetting(sample));
  const warnings = new Map<string, TemplateWarning[]>(unassigned.map((warning) => [warning.action ?? '', [warning]]));
  const actions = parts.map((part) => {
    const { key } = part.action;
    const told = (field: 'start' | 'due') => {
      const rule = part.action[field];
      const given = resolver.date(key, field);
      if (!rule || !given) return null;
      const found = warningsOf(part, field, rule, given, sample);
      if (found.length > 0) warnings.set(key, [...(warnings.get(key) ?? []), ...found]);
      return { date: given.day === null ? null : formatDay(given.day), basis: given.basis ?? ('waiting' as const) };
    };
    return { key, start: told('start'), due: told('due') };
  });
  const inOrder = parts.flatMap(({ action }) => warnings.get(action.key) ?? []);
  return { start: sample.start, faults, warnings: inOrder, actions };
}

function nobodys({ action, pointer }: TemplatePart): TemplateWarning {
  return {
    pointer: `${pointer}/assignee`,
    code: 'unassigned',
    message: 'nobody will hold it until somebody of the room is chosen',
    action: action.key,
  };
}

function warningsOf(
  { action, pointer }: TemplatePart,
  field: 'start' | 'due',
  rule: TemplateRule,
  { day, basis }: ResolvedDate,
  { start, calendar }: TemplateSample,
): TemplateWarning[] {
  const warn = (code: string, message: string): TemplateWarning => ({
    pointer: `${pointer}/${field}`,
    code,
    message,
    action: action.key,
    field,
    date: day === null || !isWritable(day) ? null : formatDay(day),
  });
  // What is broken is told as a fault.
  if (day === null) return basis === 'waiting' ? [warn('no-date', 'what it rests on will have no date')] : [];
  const warnings: TemplateWarning[] = [];
  if (!isWritable(day)) warnings.push(warn('out-of-range', 'lies outside 1970-01-01 to 2199-12-31'));
  if (day < parseDay(start)) warnings.push(warn('in-past', 'has passed already when the room is made'));
  if (calendar.holidays.includes(formatDay(day))) warnings.push(warn('holiday', 'is a holiday'));
  else if (!isWorkingDay(day, calendar)) warnings.push(warn('day-off', 'is not a working day'));
  return warnings;
}
