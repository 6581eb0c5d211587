// A room's plan saved as a template (rulebook §6.1): its sections and actions in order, named by keys made of their names.
// Relative rules stay; a fixed date becomes so many days after the room's making. Pins, states and dates in force belong to
// that one room and are left out. People become roles; a rule that leads nowhere, or lies on a loop, becomes none.
import type {
  ActionRecord,
  Assignee,
  CivilDate,
  DateRule,
  Id,
  Person,
  PlannedDateRecord,
  RoomRecord,
  SectionRecord,
  TemplateAction,
  TemplateAnchor,
  TemplateAssignee,
  RoomTemplateContent,
  TemplateRule,
} from '../../schema/index.ts';
import { parseDay } from '../civil-date.ts';
import { createPlanResolver } from '../plan/plan-resolver.ts';
import { sampleSetting } from './template-check.ts';
import { templatePlan } from './template-part.ts';

/** A room's plan as it is saved. */
export interface SavedPlan {
  /** In order. */
  readonly sections: readonly Pick<SectionRecord, 'id' | 'name'>[];
  /** In the order of the sections, and of each section. */
  readonly actions: readonly Pick<
    ActionRecord,
    'id' | 'context' | 'title' | 'description' | 'assignee' | 'start' | 'due'
  >[];
  readonly room: Pick<RoomRecord, 'companyId' | 'primaryContactId'>;
  /** At least those whom actions are assigned to by name. */
  readonly people: ReadonlyMap<Id, Pick<Person, 'side' | 'companyId'>>;
  /** The day on which the room was made, on its clock. */
  readonly roomCreated: CivilDate;
}

/** The largest number that a rule counts. */
const LARGEST_AMOUNT = 10_000;

/** The template of a room's plan. */
export function templateOfPlan(plan: SavedPlan): RoomTemplateContent {
  const taken = new Set<string>();
  const sectionKeys = new Map(plan.sections.map(({ id, name }) => [id, newKey(name, 'section', taken)]));
  const actionKeys = new Map(plan.actions.map(({ id, title }) => [id, newKey(title, 'action', taken)]));
  const keyed: Keys = { section: (id) => sectionKeys.get(id), action: (id) => actionKeys.get(id) };
  const bySection = Map.groupBy(plan.actions, ({ context }) => (context.type === 'room' ? context.sectionId : ''));
  return withoutLoops({
    kind: 'room',
    sections: plan.sections.map(({ id, name }) => ({
      key: keyed.section(id) ?? id,
      name,
      actions: (bySection.get(id) ?? []).map((action) => savedAction(action, plan, keyed)),
    })),
  });
}

interface Keys {
  section(id: Id): string | undefined;
  action(id: Id): string | undefined;
}

function savedAction(action: SavedPlan['actions'][number], plan: SavedPlan, keys: Keys): TemplateAction {
  const internalOnly = action.context.type === 'room' && action.context.internalOnly;
  const saved = (date: PlannedDateRecord | null): TemplateRule | null =>
    date && savedRule(date.rule, plan.roomCreated, keys);
  return {
    key: keys.action(action.id) ?? action.id,
    title: action.title,
    ...(action.description === '' ? {} : { description: action.description }),
    assignee: internalOnly ? 'unassigned' : roleOf(action.assignee, plan),
    start: saved(action.start),
    due: saved(action.due),
    ...(internalOnly ? { internalOnly } : {}),
  };
}

/** The contact stays the contact, whoever else is of the room's company is the company, and anybody else nobody yet. */
function roleOf(assignee: Assignee | null, { room, people }: SavedPlan): TemplateAssignee {
  if (assignee === null) return 'unassigned';
  if (assignee.type !== 'person') return assignee.type;
  const person = people.get(assignee.personId);
  if (person?.side !== 'external') return 'unassigned';
  if (assignee.personId === room.primaryContactId) return 'primaryContact';
  return person.companyId === room.companyId ? 'company' : 'unassigned';
}

function savedRule(rule: DateRule, roomCreated: CivilDate, keys: Keys): TemplateRule | null {
  if (rule.type === 'fixed') {
    const amount = parseDay(rule.date) - parseDay(roomCreated);
    if (Math.abs(amount) > LARGEST_AMOUNT) return rule;
    return { type: 'relative', amount, unit: 'day', anchor: { type: 'roomCreated' } };
  }
  const anchor = savedAnchor(rule.anchor, keys);
  return anchor && { ...rule, anchor };
}

function savedAnchor(anchor: Extract<DateRule, { type: 'relative' }>['anchor'], keys: Keys): TemplateAnchor | null {
  switch (anchor.type) {
    case 'roomCreated':
      return anchor;
    case 'engagementStart':
      return null;
    case 'sectionCompleted': {
      const section = keys.section(anchor.sectionId);
      return section === undefined ? null : { type: anchor.type, section };
    }
    case 'actionDue':
    case 'actionCompleted': {
      const action = keys.action(anchor.actionId);
      return action === undefined ? null : { type: anchor.type, action };
    }
  }
}

/** A plan may have arrived with loops; facts and pins that let it live with them are not saved. */
function withoutLoops(content: RoomTemplateContent): RoomTemplateContent {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
  const resolver = createPlanResolver(templatePlan(content), sampleSetting({ start: '1970-01-01', calendar }));
  if (resolver.loops.length === 0) return content;
  const opened = (key: string, field: 'start' | 'due', rule: TemplateRule | null | undefined) =>
    resolver.date(key, field)?.broken === 'loop' ? null : rule;
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      actions: section.actions.map((action) => ({
        ...action,
        start: opened(action.key, 'start', action.start),
        due: opened(action.key, 'due', action.due),
      })),
    })),
  };
}

/** A key made of a name, such as `sign-the-contract`, that no other part has. */
function newKey(name: string, otherwise: string, taken: Set<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  const stem = words.slice(0, 48).replace(/^-|-$/g, '') || otherwise;
  let key = stem;
  for (let number = 2; taken.has(key); number++) key = `${stem}-${number}`;
  taken.add(key);
  return key;
}
