// The 1:1 that Ana and Ben are in the midst of, whenever the demo is begun: started a little while ago, two things promised,
// one carried one done, the next one planned. Told through the very backend that keeps it, as its clock goes on.
import { fixedDate, formatDay, formatInstant, isOpen } from '@followthrough/core/domain';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { CERTAIN } from './wording.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const PAIR = { id: 'ana-petrovic-and-ben-okafor', manager: 'ana-petrovic', report: 'ben-okafor' };

/**
 * The snapshot with the meeting that goes on.
 * @param now milliseconds since 1970-01-01T00:00Z: the story's "today"
 */
export async function withMeetingGoingOn(snapshot: WorkspaceSnapshot, now: number): Promise<WorkspaceSnapshot> {
  // What was planned for these two gives way to what they planned here.
  const meetings = (snapshot.meetings ?? []).filter(
    ({ relationshipId, endedAt }) => relationshipId !== PAIR.id || endedAt !== null,
  );
  const repository = createMemoryRepository({ ...snapshot, meetings });
  let clock = now;
  // People meet at round times.
  const begun = Math.floor((now - 20 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  let made = 0;
  const as = (viewerId: string) =>
    createLocalBackend({ repository, viewerId, now: () => clock, newId: () => `one-to-one-${++made}` });
  const [ana, ben] = [as(PAIR.manager), as(PAIR.report)];

  clock = now - 6 * DAY;
  const meeting = await ana.meetings.create(PAIR.id, { startsAt: formatInstant(begun) });
  clock = now - 15 * MINUTE;
  await ana.meetings.create(PAIR.id, { startsAt: formatInstant(begun + 14 * DAY) });
  const promise = (title: string, personId: string, days: number) =>
    ana.actions.create({
      context: { type: 'relationship', relationshipId: PAIR.id, meetingId: meeting.id },
      title,
      assignee: { type: 'person', personId },
      due: fixedDate(formatDay(Math.floor(now / DAY) + days)),
    });
  await promise('Write down what new starters asked in week one', PAIR.report, 14);
  clock = now - 12 * MINUTE;
  await promise('Ask finance about the training budget', PAIR.manager, 7);
  clock = now - 10 * MINUTE;
  const { carried } = await ben.meetings.agenda(meeting.id);
  const finished = carried.find(({ state, title }) => isOpen(state) && !CERTAIN.some((one) => one.title === title));
  if (finished) await ben.actions.setState(finished.id, 'done');

  const kept = await repository.transaction(async (tx) => ({
    meetings: await tx.find('meeting', {}),
    actions: await tx.find('action', {}),
    stateChanges: await tx.find('stateChange', {}),
  }));
  return { ...snapshot, ...kept };
}
