// What can be done with an item from its place in time: the one thing that is next for whoever looks, and the menu of the
// rest. All by what the backend says may be done; what is withheld only for now is shown with its reason.
import type { Id, OpenItem, Permission } from '@followthrough/core/schema';
import { type Day, dayAt, parseInstant } from '@followthrough/core/domain';
import type { ShownEngagement } from '@followthrough/core/stores';
import { sendIcon, reopenIcon } from '../icons/engagement-icons.ts';
import { calendarIcon, checkIcon, pencilIcon, trashIcon } from '../icons/icons.ts';
import { arrowDownIcon, arrowUpIcon } from '../icons/sorted-icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { Messages } from '../localize/messages.ts';
import { hrefOf } from '../parts/linked-text.ts';
import type { MenuItem } from '../parts/menu.ts';
import { reasonOf, ruleText } from '../load-problem-text.ts';

/** What is next. */
export type ItemAct =
  'schedule' | 'sendNow' | 'complete' | 'done' | 'answer' | 'goOn' | 'write' | 'openFile' | 'openLink';

export interface NextAct {
  readonly act: ItemAct;
  /** Where it leads, of a file or a link. */
  readonly href: string | null;
  /** Why it is withheld for now. */
  readonly refused: string | null;
}

/** The rules that withhold something only for now: what they withhold is shown, with the reason. */
const FOR_NOW: ReadonlySet<string> = new Set(['engagement-draft']);

/** Whether a control is shown: where it may be used, or is withheld only for now. */
export function isOffered(permission: Permission): boolean {
  return permission === true || FOR_NOW.has(permission);
}

/** The one thing that is next with an item; null where there is none. */
export function nextAct(item: OpenItem, shown: ShownEngagement, viewerId: Id, messages: Messages): NextAct | null {
  const act = (kind: ItemAct, refused: string | null = null): NextAct => ({ act: kind, href: null, refused });
  const { may, state, kind } = item;
  if (state === 'unscheduled' && isOffered(may.schedule)) return act('schedule', reasonOf(may.schedule, messages));
  const isMine = shown.coacheeIds.includes(viewerId);
  if (state !== 'completed' && isMine && may.complete === true) {
    const begun = item.responses.some(({ personId }) => personId === viewerId);
    if (kind === 'assessment') return act(begun ? 'goOn' : 'answer');
    if (kind === 'feedback') return act(begun ? 'goOn' : 'write');
    if (kind === 'action') return act('done');
  }
  if (state === 'scheduled' && !item.released && kind !== 'session' && may.schedule === true) return act('sendNow');
  if (kind === 'session' && state === 'scheduled' && may.complete === true && hasBegun(item, shown.today, shown.zone))
    return act('complete');
  return leads(item);
}

function hasBegun({ session }: OpenItem, today: Day, zone: string): boolean {
  return session?.startsAt != null && dayAt(parseInstant(session.startsAt), zone) <= today;
}

function leads({ content }: OpenItem): NextAct | null {
  if (content?.kind !== 'file' && content?.kind !== 'link') return null;
  const href = hrefOf(content.url);
  return href === null ? null : { act: content.kind === 'file' ? 'openFile' : 'openLink', href, refused: null };
}

/** How far an item can be moved each way. */
interface Room {
  readonly up: number;
  readonly down: number;
}

/** What the menu of an item does. */
export interface ItemMenuActs {
  readonly open: (item: OpenItem) => void;
  readonly schedule: (item: OpenItem) => void;
  readonly unschedule: (item: OpenItem) => void;
  readonly sendNow: (item: OpenItem) => void;
  readonly complete: (item: OpenItem) => void;
  readonly reopen: (item: OpenItem) => void;
  readonly edit: (item: OpenItem) => void;
  readonly move: (item: OpenItem, by: 1 | -1) => void;
  readonly moveToEdge: (item: OpenItem, edge: 'first' | 'last') => void;
  readonly remove: (item: OpenItem) => void;
}

/** Whether an item has a menu: where something may be done. */
export function hasMenu({ may }: OpenItem): boolean {
  return [may.edit, may.schedule, may.complete, may.move, may.delete].some((permission) => permission === true);
}

/**
 * The menu of an item.
 * @param room how many of those that it can change places with are over it, and under it
 */
export function itemMenu(item: OpenItem, on: ItemMenuActs, messages: Messages, room: Room): MenuItem[] {
  const words = engagementWords(messages);
  const { may, state, kind } = item;
  const reason = (permission: Permission) => reasonOf(permission, messages) ?? undefined;
  const isScheduled = state === 'scheduled';
  const items: (MenuItem | false)[] = [
    { label: words.open, onPick: () => on.open(item) },
    state !== 'completed' && {
      label: isScheduled ? words.change : words.scheduleMenu,
      icon: calendarIcon(),
      refused: reason(may.schedule),
      onPick: () => on.schedule(item),
    },
    isScheduled &&
      !item.released &&
      kind !== 'session' && {
        label: words.sendNow,
        icon: sendIcon(),
        refused: reason(may.schedule),
        onPick: () => on.sendNow(item),
      },
    isScheduled && {
      label: words.unschedule,
      refused: reason(may.schedule),
      onPick: () => on.unschedule(item),
    },
    state === 'completed'
      ? { label: words.reopen, icon: reopenIcon(), refused: reason(may.complete), onPick: () => on.reopen(item) }
      : { label: words.complete, icon: checkIcon(), refused: reason(may.complete), onPick: () => on.complete(item) },
    ...(may.edit === true || may.move === true || may.delete === true
      ? [
          {
            label: words.edit,
            icon: pencilIcon(),
            separated: true,
            refused: reason(may.edit),
            onPick: () => on.edit(item),
          },
          ...moves(item, on, messages, room),
          {
            label: words.remove,
            icon: trashIcon(),
            danger: true,
            separated: true,
            refused: reason(may.delete),
            onPick: () => on.remove(item),
          },
        ]
      : []),
  ];
  return items.filter((one) => one !== false);
}

function moves(item: OpenItem, on: ItemMenuActs, messages: Messages, { up, down }: Room): MenuItem[] {
  const words = engagementWords(messages);
  const refused = item.may.move === true ? undefined : ruleText(item.may.move, messages);
  const entry = (isOffered: boolean, label: string, icon: MenuItem['icon'], onPick: () => void): MenuItem[] =>
    isOffered ? [{ label, icon, refused, onPick }] : [];
  return [
    ...entry(up !== 0, words.moveUp, arrowUpIcon(), () => on.move(item, -1)),
    ...entry(down !== 0, words.moveDown, arrowDownIcon(), () => on.move(item, 1)),
    ...entry(up > 1, words.moveFirst, undefined, () => on.moveToEdge(item, 'first')),
    ...entry(down > 1, words.moveLast, undefined, () => on.moveToEdge(item, 'last')),
  ];
}
