// How the demo's templates are written: sections of steps, each with whose it will be and the rule that dates it. A template
// knows only the customer's roles; which of our own team takes a step is said beside it, for the rooms that the seed makes.
import type { TemplateAnchor, TemplateContent, TemplateRule } from '@followthrough/core/schema';

/** Who of our team takes a step: whoever owns the account, sets things up, or answers for security and contracts. */
export type TeamRole = 'lead' | 'engineer' | 'specialist';

/** Whose a step is. */
export type StepRole = 'contact' | 'company' | TeamRole;

export interface Step {
  key: string;
  role: StepRole;
  title: string;
  due: TemplateRule;
  start?: TemplateRule;
  description?: string;
  internalOnly?: boolean;
}

export interface SeedTemplate {
  id: string;
  name: string;
  /** Who wrote it. */
  by: string;
  sections: readonly { key: string; name: string; steps: readonly Step[] }[];
}

export const MADE: TemplateAnchor = { type: 'roomCreated' };
export const done = (action: string): TemplateAnchor => ({ type: 'actionCompleted', action });
export const due = (action: string): TemplateAnchor => ({ type: 'actionDue', action });
export const finished = (section: string): TemplateAnchor => ({ type: 'sectionCompleted', section });

/** Calendar days after (before) the anchor; `roll` leaves days off. */
export function days(amount: number, anchor: TemplateAnchor, roll?: 'next' | 'previous'): TemplateRule {
  return { type: 'relative', amount, unit: 'day', anchor, ...(roll && { roll }) };
}

export function workingDays(amount: number, anchor: TemplateAnchor): TemplateRule {
  return { type: 'relative', amount, unit: 'businessDay', anchor };
}

export function weeks(amount: number, anchor: TemplateAnchor, roll?: 'next' | 'previous'): TemplateRule {
  return { type: 'relative', amount, unit: 'week', anchor, ...(roll && { roll }) };
}

export function months(amount: number, anchor: TemplateAnchor, roll?: 'next' | 'previous'): TemplateRule {
  return { type: 'relative', amount, unit: 'month', anchor, ...(roll && { roll }) };
}

export function step(
  key: string,
  role: StepRole,
  title: string,
  dueRule: TemplateRule,
  more: Pick<Step, 'start' | 'description'> = {},
): Step {
  return { key, role, title, due: dueRule, ...more };
}

/** A step that the customer never sees. */
export function internalStep(key: string, role: TeamRole, title: string, dueRule: TemplateRule): Step {
  return { key, role, title, due: dueRule, internalOnly: true };
}

/** The template as it is stored: of our own team's steps nobody is named yet. */
export function contentOf({ sections }: SeedTemplate): TemplateContent {
  return {
    kind: 'room',
    sections: sections.map(({ key, name, steps }) => ({
      key,
      name,
      actions: steps.map(({ role, due: dueRule, ...rest }) => ({
        ...rest,
        assignee: role === 'contact' ? 'primaryContact' : role === 'company' ? 'company' : 'unassigned',
        due: dueRule,
      })),
    })),
  };
}
