// Three 1:1s of Ana and Ben around Wednesday 13 May 2026, on the real local backend: one over, one going on, one ahead.
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type Repository } from '@followthrough/core/local-backend';
import { changeState, parseDay } from '@followthrough/core/domain';
import type { ActionRecord, ActionState, Meeting, StateChange } from '@followthrough/core/schema';
import '../../src/meeting-actions/define.ts';
import type { MeetingActions } from '../../src/meeting-actions/class.ts';
import { action, now, smallWorkspace } from '../foundation/small-workspace.ts';
import { settled } from '../parts/roles.ts';
import { waitUntil } from '../parts/wait.ts';

const HOUR = 3_600_000;
const hoursOn = (hours: number) => new Date(now() + hours * HOUR).toISOString();

function meeting(id: string, startsAt: string, endedAt: string | null = null): Meeting {
  const made = { createdBy: 'ana', createdAt: hoursOn(-900), updatedAt: hoursOn(-900), version: 1 };
  return { id, relationshipId: 'ana-ben', title: null, startsAt, endedAt, ...made };
}

const MEETINGS = [
  meeting('past', hoursOn(-14 * 24), hoursOn(-14 * 24 + 1)),
  meeting('current', hoursOn(-0.5)),
  meeting('next', hoursOn(14 * 24)),
];

interface Life {
  record: ActionRecord;
  changes: StateChange[];
}

function life(
  id: string,
  title: string,
  due: string,
  made: number,
  steps: [hours: number, to: ActionState][] = [],
): Life {
  const base = action(id, title, due, {
    context: { type: 'relationship', relationshipId: 'ana-ben' },
    assignee: 'ben',
  });
  let record: ActionRecord = { ...base, createdAt: hoursOn(made), updatedAt: hoursOn(made) };
  const changes: StateChange[] = [
    { id: `${id}-0`, actionId: id, from: null, to: 'todo', at: hoursOn(made), by: 'ana' },
  ];
  for (const [hours, to] of steps) {
    const at = hoursOn(hours);
    changes.push({ id: `${id}-${changes.length}`, actionId: id, from: record.state, to, at, by: 'ben' });
    record = changeState(record, to, { by: 'ben', at, today: parseDay(at.slice(0, 10)) });
  }
  return { record, changes };
}

const LIVES = [
  life('budget', 'Draft the budget', '2026-05-11', -20 * 24),
  life('deck', 'Send the deck', '2026-05-15', -5 * 24),
  life('survey', 'Ask for the survey', '2026-05-20', -20 * 24, [[-3 * 24, 'done']]),
];

/** Waits for something to come about; what is loaded by itself comes slowly to a browser that has just started. */
export function until(condition: () => boolean, what: string): Promise<void> {
  return waitUntil(condition, `never came about: ${what}`);
}

/** A repository of its own. */
export function repository(lives: readonly Life[] = LIVES, meetings: readonly Meeting[] = MEETINGS): Repository {
  const { viewerId: _, ...workspace } = smallWorkspace(
    'ana',
    lives.map(({ record }) => record),
  );
  return createMemoryRepository({ ...workspace, meetings, stateChanges: lives.flatMap(({ changes }) => changes) });
}

let made = 0;
export function backendOver(over: Repository, viewerId = 'ben'): Backend {
  return createLocalBackend({ repository: over, viewerId, now, newId: () => `made-${++made}` });
}

/** Puts the element on the page and waits until it has loaded. */
export async function putMeeting(
  properties: Partial<MeetingActions> = {},
  attributes: Record<string, string> = { meeting: 'current' },
): Promise<MeetingActions> {
  const element = document.createElement('meeting-actions');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, { now, backend: backendOver(repository()), explained: true, ...properties });
  document.body.append(element);
  await element.updateComplete;
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  if (element.store) {
    await element.store.actions.prepare();
  }
  await settled(element);
  return element;
}

/** The rows of a list in short, the list by its name: each title, and what its row says of where it comes from. */
export function list(element: MeetingActions, name: string): string[] {
  const lists = [...element.shadowRoot!.querySelectorAll('[role=list]')];
  const found = lists.find((one) => {
    const heading = element.shadowRoot!.getElementById(one.getAttribute('aria-labelledby') ?? '');
    return heading?.textContent?.trim() === name;
  });
  return [...(found?.querySelectorAll('[role=listitem]') ?? [])].map((row) => {
    const title = row.querySelector('[part=item-title]')?.textContent?.trim() ?? '';
    const badge = row.querySelector('[part=badge] [aria-hidden]')?.textContent?.trim();
    return badge ? `${title} | ${badge}` : title;
  });
}

/** All that can be read, on the screen. */
export function text(element: MeetingActions): string {
  return element.shadowRoot!.querySelector('section')!.innerText.replaceAll(/\s+/g, ' ').trim();
}
