// Whom an action of a room can be assigned to (rulebook §4): somebody of the team, and, unless only the team sees it, the
// primary contact whoever that is, the company as a whole, or one of the guests.
import type { Action, Assignee, Id, Person } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { planWords } from '../localize/late-plan.ts';
import type { Messages } from '../localize/messages.ts';
import { avatar } from '../parts/avatar.ts';
import type { Choice } from '../parts/choice-picker.ts';
import { holder } from './holder.ts';
import { guestsOf } from './plan-header.ts';

/** Values of choices that are no person's id; no id has a colon. */
const CONTACT = ':contact';
const COMPANY = ':company';
const NOBODY = ':nobody';

export interface AssigneeSetting {
  readonly plan: Pick<ShownPlan, 'room'>;
  readonly people: ReadonlyMap<Id, Person>;
  readonly companyName: string;
  readonly messages: Messages;
}

/** The choices for an action: nobody, the team, the customer. */
export function assigneeChoices(action: Action, { plan, people, companyName, messages }: AssigneeSetting): Choice[] {
  const { room } = plan;
  const words = planWords(messages);
  const isInternal = action.context.type === 'room' && action.context.internalOnly;
  const person = (id: Id, group: string): Choice[] => {
    const one = people.get(id);
    return one ? [{ value: id, label: one.name, icon: avatar(one), group }] : [];
  };
  const late = (assignee: Assignee, value: string): Choice => {
    const of = holder({ ...action, closed: null, assignee }, { room, people, companyName, messages });
    return { value, label: of.said, icon: avatar(of.avatar), group: companyName };
  };
  return [
    { value: NOBODY, label: words.unassigned, icon: avatar({ id: '', name: '', shape: 'unresolved' }) },
    ...room.memberIds.flatMap((id) => person(id, words.team)),
    ...(isInternal
      ? []
      : [
          late({ type: 'primaryContact' }, CONTACT),
          late({ type: 'company' }, COMPANY),
          ...guestsOf(room, people).flatMap(({ id }) => person(id, companyName)),
        ]),
  ];
}

/** The value of the choice that an assignee is. */
export function choiceOf(assignee: Assignee | null): string {
  if (assignee === null) return NOBODY;
  if (assignee.type === 'person') return assignee.personId;
  return assignee.type === 'company' ? COMPANY : CONTACT;
}

/** The assignee that a choice's value means. */
export function assigneeOf(value: string): Assignee | null {
  if (value === NOBODY) return null;
  if (value === CONTACT) return { type: 'primaryContact' };
  return value === COMPANY ? { type: 'company' } : { type: 'person', personId: value };
}
