// A room made from a template gets copies of its sections and actions, in its order, with all references between them tied
// to the copies (rulebook §4). Roles stay roles; who is unassigned is nobody's yet.
import type {
  ActionDraft,
  Assignee,
  Id,
  PlannedDateDraft,
  SectionDraft,
  TemplateAction,
  TemplateAssignee,
  RoomTemplateContent,
  TemplateRule,
} from '../../schema/index.ts';
import { keyAfter } from '../order-key.ts';
import { type KeyedIds, templateParts, tiedRule } from './template-part.ts';

/** What is written to make a plan, every part with its id and its order key. */
export interface PlanDraft {
  readonly sections: readonly (SectionDraft & { id: Id; position: string })[];
  readonly actions: readonly (ActionDraft & { id: Id; position: string })[];
}

/**
 * The plan of a new room.
 * @param content a template without faults; see `templateFaults`
 * @param newId gives an id that is not in use, each time another
 */
export function planFromTemplate(content: RoomTemplateContent, roomId: Id, newId: () => Id): PlanDraft {
  const sectionIds = new Map(content.sections.map(({ key }) => [key, newId()]));
  const actionIds = new Map(templateParts(content).map(({ action }) => [action.key, newId()]));
  const ids: KeyedIds = {
    section: (key) => sectionIds.get(key) ?? key,
    action: (key) => actionIds.get(key) ?? key,
  };
  return {
    sections: inOrder(content.sections, ({ key, name }, position) => ({ id: ids.section(key), name, position })),
    actions: content.sections.flatMap(({ key, actions }) =>
      inOrder(actions, (action, position) => ({
        id: ids.action(action.key),
        context: { type: 'room', roomId, sectionId: ids.section(key), internalOnly: action.internalOnly ?? false },
        ...draftOf(action, ids),
        position,
      })),
    ),
  };
}

function draftOf(
  { title, description = '', assignee, start, due }: TemplateAction,
  ids: KeyedIds,
): Pick<ActionDraft, 'title' | 'description' | 'assignee' | 'start' | 'due'> {
  const dated = (rule: TemplateRule | null | undefined): PlannedDateDraft | null =>
    rule ? { rule: tiedRule(rule, ids) } : null;
  return { title, description, assignee: heldBy(assignee), start: dated(start), due: dated(due) };
}

function heldBy(role: TemplateAssignee): Assignee | null {
  return role === 'unassigned' ? null : { type: role };
}

function inOrder<T, U>(things: readonly T[], make: (thing: T, position: string) => U): U[] {
  let position: string | null = null;
  return things.map((thing) => {
    position = keyAfter(position);
    return make(thing, position);
  });
}
