// A template's parts (rulebook §1): its sections and actions by their keys, each with its place in the template, and its
// rules as those of a plan whose ids are what the keys become.
import type {
  Anchor,
  DateRule,
  Id,
  TemplateAction,
  TemplateAnchor,
  RoomTemplateContent,
  TemplateRule,
} from '../../schema/index.ts';
import type { Plan, PlanDate } from '../plan/plan.ts';

/** An action of a template and where it stands. */
export interface TemplatePart {
  readonly action: TemplateAction;
  /** The key of its section. */
  readonly section: string;
  /** A JSON pointer: `/content/sections/0/actions/2`. */
  readonly pointer: string;
}

/** What a template's keys become. */
export interface KeyedIds {
  section(key: string): Id;
  action(key: string): Id;
}

/** The keys as they are. */
const AS_THEY_ARE: KeyedIds = { section: (key) => key, action: (key) => key };

/** The actions of a template in order. */
export function templateParts({ sections }: RoomTemplateContent): TemplatePart[] {
  return sections.flatMap(({ key, actions }, at) =>
    actions.map((action, index) => ({
      action,
      section: key,
      pointer: `/content/sections/${at}/actions/${index}`,
    })),
  );
}

/** The rule with its reference tied to what the keys become. */
export function tiedRule(rule: TemplateRule, ids: KeyedIds): DateRule {
  return rule.type === 'fixed' ? rule : { ...rule, anchor: tiedAnchor(rule.anchor, ids) };
}

/** The key of the part that a rule rests on; null where it rests on none. */
export function restsOnKey(rule: TemplateRule | null | undefined): string | null {
  if (rule?.type !== 'relative') return null;
  const { anchor } = rule;
  switch (anchor.type) {
    case 'sectionCompleted':
      return anchor.section;
    case 'actionDue':
    case 'actionCompleted':
      return anchor.action;
    case 'roomCreated':
      return null;
  }
}

/** The plan that a room made from the template begins with, its ids the keys. No two parts may have one key. */
export function templatePlan(content: RoomTemplateContent): Plan {
  const dated = (rule: TemplateRule | null | undefined): PlanDate | null =>
    rule ? { rule: tiedRule(rule, AS_THEY_ARE), pinned: null } : null;
  return {
    sections: content.sections.map(({ key }) => ({ id: key })),
    actions: templateParts(content).map(({ action, section }) => ({
      id: action.key,
      sectionId: section,
      state: 'todo',
      start: dated(action.start),
      due: dated(action.due),
      closed: null,
    })),
  };
}

function tiedAnchor(anchor: TemplateAnchor, ids: KeyedIds): Anchor {
  switch (anchor.type) {
    case 'roomCreated':
      return anchor;
    case 'sectionCompleted':
      return { type: 'sectionCompleted', sectionId: ids.section(anchor.section) };
    case 'actionDue':
    case 'actionCompleted':
      return { type: anchor.type, actionId: ids.action(anchor.action) };
  }
}
