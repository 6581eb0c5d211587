// The actions that every peer shows, and what a peer can be asked to do with them.
import { actionView, accessOf, formatDay, parseDay } from '@followthrough/core/domain';
import type { Action, ActionRecord, Person, Workspace } from '@followthrough/core/schema';

/** A Friday. */
export const TODAY = parseDay('2026-05-15');
export const now = () => Date.UTC(2026, 4, 15, 9);

/** One way to show a long list, inside #frame of 1000 × 600 pixels. */
export interface Peer {
  /** Shows these, instead of what was shown. */
  show(actions: readonly Action[]): void;
  /** Shows these where the same ids were shown before. */
  update(changed: readonly Action[], all: readonly Action[]): void;
  select(action: Action): void;
  remove(action: Action, all: readonly Action[]): void;
  clear(all: readonly Action[]): void;
  scroller(): HTMLElement;
}

export const ANA: Person = {
  id: 'ana',
  name: 'Ana Petrović',
  email: null,
  avatarUrl: null,
  side: 'internal',
  role: 'member',
  companyId: null,
  timeZone: null,
  version: 1,
};
export const WORKSPACE: Workspace = {
  id: 'w',
  name: 'Bench',
  timeZone: 'UTC',
  locale: 'en-GB',
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
  version: 1,
};
const access = accessOf({ personId: ANA.id, role: ANA.role }, []);
const AT = '2026-05-01T09:00:00Z';

/** So many actions of Ana's, due one after the other. */
export function actions(count: number): Action[] {
  return Array.from({ length: count }, (_, at) => {
    const date = formatDay(TODAY + Math.floor(at / 50) - 2);
    const record: ActionRecord = {
      id: `m${String(at).padStart(6, '0')}`,
      context: { type: 'personal' },
      title: `${at}. Send the summary of the meeting to everybody`,
      description: '',
      assignee: { type: 'person', personId: ANA.id },
      start: null,
      due: {
        rule: { type: 'fixed', date },
        pinned: null,
        date,
        basis: 'fixed',
        waitingOn: [],
        setBy: ANA.id,
        setAt: AT,
      },
      position: null,
      state: 'todo',
      closed: null,
      createdBy: ANA.id,
      createdAt: AT,
      updatedAt: AT,
      updatedBy: ANA.id,
      version: 1,
      deleted: null,
    };
    return actionView(record, access, TODAY);
  });
}
