// What stands in the way of a template (rulebook §4): a reference that leads nowhere, a loop, through sections too, an
// offset that cannot be, an internal-only action of a customer's, two parts of one key, more actions than a plan has. Such a
// template is refused when it is written and when it is used, with the place named.
import type {
  PLAN_ACTIONS_LIMIT,
  ProblemError,
  RoomTemplateContent,
  TEMPLATE_SECTIONS_LIMIT,
  TemplateContent,
  TemplateFault,
  TemplateRule,
} from '../../schema/index.ts';
import { createPlanResolver } from '../plan/plan-resolver.ts';
import type { PlanSetting } from '../plan/plan.ts';
import { engagementTemplateFaults } from './engagement-template.ts';
import { restsOnKey, type TemplatePart, templateParts, templatePlan } from './template-part.ts';
import { templateSize } from './template-size.ts';

// The schema's own numbers, held to them by their types: nothing of it comes along into a page.
const SECTIONS_LIMIT: typeof TEMPLATE_SECTIONS_LIMIT = 200;
const ACTIONS_LIMIT: typeof PLAN_ACTIONS_LIMIT = 2000;

/** Whether there are loops does not hang on the day or the calendar. */
const ANY_SETTING: PlanSetting = {
  roomCreated: '1970-01-01',
  engagementStart: null,
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
  today: 0,
};

/**
 * The faults of a template, in its order, loops last; none where it can be used.
 * @example templateFaults(content)[0] // { pointer: '/content/sections/0/actions/1/due/anchor/action', code: 'unknown-anchor', … }
 */
export function templateFaults(content: TemplateContent): TemplateFault[] {
  return content.kind === 'engagement' ? engagementTemplateFaults(content) : roomTemplateFaults(content);
}

function roomTemplateFaults(content: RoomTemplateContent): TemplateFault[] {
  const tooMany = faultsOfSize(content);
  if (tooMany.length > 0) return tooMany;
  const parts = templateParts(content);
  const doubles = faultsOfKeys(content);
  const keys: Keys = {
    section: new Set(content.sections.map(({ key }) => key)),
    action: new Set(parts.map(({ action }) => action.key)),
  };
  return [
    ...doubles,
    ...parts.flatMap((part) => faultsOfAction(part, keys)),
    // Of two parts with one key it is not known which one a rule means.
    ...(doubles.length === 0 ? loopsOf(content, parts) : []),
  ];
}

interface Keys {
  section: ReadonlySet<string>;
  action: ReadonlySet<string>;
}

function faultsOfSize(content: RoomTemplateContent): ProblemError[] {
  const { sectionCount, actionCount } = templateSize(content);
  const faults: ProblemError[] = [];
  if (sectionCount > SECTIONS_LIMIT) faults.push(tooBig(`at most ${SECTIONS_LIMIT} sections`));
  if (actionCount > ACTIONS_LIMIT) faults.push(tooBig(`at most ${ACTIONS_LIMIT} actions in all`));
  return faults;
}

function tooBig(most: string): ProblemError {
  return { pointer: '/content/sections', code: 'too-big', message: `must have ${most}` };
}

function faultsOfKeys({ sections }: RoomTemplateContent): ProblemError[] {
  const seen = new Set<string>();
  const faults: ProblemError[] = [];
  const meet = (key: string, pointer: string) => {
    if (seen.has(key))
      faults.push({ pointer, code: 'duplicate-key', message: 'must be a key that no other section or action has' });
    seen.add(key);
  };
  sections.forEach(({ key, actions }, at) => {
    meet(key, `/content/sections/${at}/key`);
    actions.forEach((action, index) => meet(action.key, `/content/sections/${at}/actions/${index}/key`));
  });
  return faults;
}

function faultsOfAction({ action, pointer }: TemplatePart, keys: Keys): ProblemError[] {
  const faults = (['start', 'due'] as const).flatMap((field) =>
    faultsOfRule(action[field], `${pointer}/${field}`, keys),
  );
  if (action.internalOnly === true && action.assignee !== 'unassigned')
    faults.unshift({
      pointer: `${pointer}/assignee`,
      code: 'internal-only',
      message: 'must be unassigned: an internal-only action is for your own team',
    });
  return faults;
}

function faultsOfRule(rule: TemplateRule | null | undefined, at: string, keys: Keys): ProblemError[] {
  if (rule?.type !== 'relative') return [];
  const { anchor, amount, unit, roll = 'none' } = rule;
  const faults: ProblemError[] = [];
  if (anchor.type === 'sectionCompleted') {
    if (!keys.section.has(anchor.section)) faults.push(dead(`${at}/anchor/section`, 'a section'));
  } else if (anchor.type !== 'roomCreated' && !keys.action.has(anchor.action)) {
    faults.push(dead(`${at}/anchor/action`, 'an action'));
  }
  if (amount < 0 && (anchor.type === 'sectionCompleted' || anchor.type === 'actionCompleted'))
    faults.push({
      pointer: `${at}/amount`,
      code: 'negative-after-event',
      message: 'must not be negative: nobody knows the day before it is done',
    });
  if (unit === 'businessDay' && roll !== 'none')
    faults.push({
      pointer: `${at}/roll`,
      code: 'roll-with-business-days',
      message: 'must be none: business days never end on a day off',
    });
  return faults;
}

function dead(pointer: string, what: string): ProblemError {
  return { pointer, code: 'unknown-anchor', message: `must be the key of ${what} of this template` };
}

/** The loops among its dates, each told at the first rule on it that rests on the next. */
function loopsOf(content: RoomTemplateContent, parts: readonly TemplatePart[]): TemplateFault[] {
  const byKey = new Map(parts.map((part) => [part.action.key, part]));
  return createPlanResolver(templatePlan(content), ANY_SETTING).loops.map((path) => ({
    pointer: placeOf(path, byKey),
    code: 'dependency-cycle',
    message: 'must not rest on itself by way of others',
    path: [...path],
  }));
}

function placeOf(path: readonly string[], byKey: ReadonlyMap<string, TemplatePart>): string {
  for (const [at, key] of path.entries()) {
    const part = byKey.get(key);
    const next = path[(at + 1) % path.length] ?? null;
    for (const field of ['due', 'start'] as const) {
      if (part && restsOnKey(part.action[field]) === next) return `${part.pointer}/${field}/anchor`;
    }
  }
  return '/content/sections';
}
