// Small templates for tests: sections of actions, each with its rule.
import type {
  DateUnit,
  RoomTemplateContent,
  TemplateAction,
  TemplateAnchor,
  TemplateRule,
} from '@followthrough/core/schema';

export const ROOM: TemplateAnchor = { type: 'roomCreated' };
export const dueOf = (action: string): TemplateAnchor => ({ type: 'actionDue', action });
export const doneOf = (action: string): TemplateAnchor => ({ type: 'actionCompleted', action });
export const sectionOf = (section: string): TemplateAnchor => ({ type: 'sectionCompleted', section });

export function after(
  amount: number,
  anchor: TemplateAnchor,
  unit: DateUnit = 'day',
  roll?: 'none' | 'next' | 'previous',
): TemplateRule {
  const rule = { type: 'relative', amount, unit, anchor } as const;
  return roll ? { ...rule, roll } : rule;
}

export function part(key: string, due: TemplateRule | null = null, more: Partial<TemplateAction> = {}): TemplateAction {
  return { key, title: `Title of ${key}`, assignee: 'primaryContact', due, ...more };
}

/** A template of these sections, each named by its key. */
export function templateOf(sections: Record<string, TemplateAction[]>): RoomTemplateContent {
  return {
    kind: 'room',
    sections: Object.entries(sections).map(([key, actions]) => ({ key, name: `Section ${key}`, actions })),
  };
}
