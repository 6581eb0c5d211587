// A room made from a template (rulebook §4): its sections and actions are written with the room, their references re-tied
// and their dates worked out. A template with a fault is refused, with the place named, and nothing is made.
import {
  canSeeTemplates,
  createPlanResolver,
  formatDay,
  isWritable,
  newAction,
  newSection,
  planFromTemplate,
  roomPlanOf,
  templateFaults,
} from '../domain/index.ts';
import type { Id, ProblemError, RoomRecord, RoomTemplateContent, TemplateFault } from '../schema/index.ts';
import type { BackendError } from '../backend.ts';
import { type Call, lookUp } from './call.ts';
import { templateCycle, validation } from './failures.ts';
import { keepPlan } from './plan-keeping.ts';
import { openPlan, type PlanWork } from './plan-work.ts';
import { insertNew } from './write.ts';

const POINTER = '/templateId';

/** The template that a new room names. */
export async function templateFor(call: Call, id: Id): Promise<RoomTemplateContent> {
  const template = canSeeTemplates(call.access.viewer) ? await lookUp(call, 'template', id) : null;
  if (template && template.deleted === null) {
    // One that an import or an earlier version wrote may have faults.
    const refusal = refusalOfFaults(templateFaults(template.content).map(inTemplate));
    if (refusal !== null) throw refusal;
    if (template.content.kind === 'room') return template.content;
    throw validation([{ pointer: POINTER, code: 'room-template-only', message: 'must be a template of rooms' }]);
  }
  throw validation([{ pointer: POINTER, code: 'unknown-template', message: 'must be a template of the workspace' }]);
}

/** Fills a room that was just made with what is in the template. */
export async function fillRoom(call: Call, room: RoomRecord, content: RoomTemplateContent): Promise<void> {
  const doing = { by: call.viewer.id, at: call.at };
  const draft = planFromTemplate(content, room.id, call.newId);
  const sections = draft.sections.map((section) => newSection(section, section.id, room.id, doing));
  await insertNew(call.tx, 'section', ...sections);
  const actions = draft.actions.map((action) => newAction(action, action.id, doing));
  const empty = await openPlan(call, room);
  // Worked out as a whole: nothing was there before it that could have moved.
  const plan = roomPlanOf(
    sections.map(({ id }) => id),
    actions,
  );
  const work: PlanWork = {
    ...empty,
    actions: new Map(actions.map((action) => [action.id, action])),
    resolver: createPlanResolver(plan, empty.setting),
  };
  assertWritable(work);
  await keepPlan(work);
}

/** Why a template with these faults is refused; null where it has none. */
export function refusalOfFaults(faults: readonly TemplateFault[]): BackendError | null {
  const [loop] = faults.filter(({ path }) => path !== undefined);
  const others = faults.filter(({ path }) => path === undefined).map(told);
  if (others.length > 0) return validation(others);
  return loop === undefined ? null : templateCycle(loop.path ?? [], faults.map(told));
}

function told({ pointer, code, message }: TemplateFault): ProblemError {
  return { pointer, code, message };
}

/** A fault of the template as a fault of whoever names it. */
function inTemplate(fault: TemplateFault): TemplateFault {
  return { ...fault, pointer: POINTER, message: `${fault.pointer} of the template ${fault.message}` };
}

/** A relative date beyond what can be written is refused when it is made (rulebook §3.1). */
function assertWritable({ actions, resolver }: PlanWork): void {
  for (const { id, title } of actions.values()) {
    for (const field of ['start', 'due'] as const) {
      const day = resolver.date(id, field)?.day ?? null;
      if (day === null || isWritable(day)) continue;
      const message = `would give “${title}” the date ${formatDay(day)}, and none lies outside 1970-01-01 to 2199-12-31`;
      throw validation([{ pointer: POINTER, code: 'out-of-range', message }]);
    }
  }
}
