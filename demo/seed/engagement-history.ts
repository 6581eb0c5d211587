// How the demo's engagements came to where they are: made from their programmes, shared, and worked through by the right
// people at the right hours, through the very backend that keeps them.
import type { Backend } from '@followthrough/core/backend';
import { addBusinessDays, type Day, dayAt, formatDay, formatInstant, isWorkingDay } from '@followthrough/core/domain';
import {
  createLocalBackend,
  createMemoryRepository,
  type Repository,
  type WorkspaceSnapshot,
} from '@followthrough/core/local-backend';
import type { EngagementDetail, Id, OpenItem, Question } from '@followthrough/core/schema';
import { type Chance, createChance } from './chance.ts';
import { ENGAGEMENTS, type EngagementStory } from './engagements.ts';
import { INVOICING_METHODS } from './programmes/coaches.ts';
import { programmeContent, type SeedProgramme } from './programmes/programme.ts';
import { PROGRAMMES } from './programmes/programmes.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** How long ago the programmes were written, in days. */
const PROGRAMMES_AGE = 400;
/** Sees to the engagements as a whole. */
const ADMIN = 'noor-haddad';

const SAID = [
  'More than I thought I would.',
  'That I can ask before it burns.',
  'Mondays. I still plan too much into them.',
  'We speak about it now, which we did not.',
  'I would start with the people and not with the plan.',
  'The second conversation helped most; the reading least.',
];

/**
 * The snapshot with its programmes and engagements.
 * @param now milliseconds since 1970-01-01T00:00Z: the engagements' "today"
 */
export async function withEngagements(snapshot: WorkspaceSnapshot, now: number): Promise<WorkspaceSnapshot> {
  const { workspace, people, companies, groups } = snapshot;
  const repository = createMemoryRepository({ workspace, people, companies, groups });
  const history = new EngagementHistory(repository, snapshot, now);
  await history.prepare();
  for (const story of ENGAGEMENTS) await history.play(story);
  await history.wake();
  const kept = await repository.transaction(async (tx) => ({
    templates: await tx.find('template', {}),
    engagements: await tx.find('engagement', {}),
    items: await tx.find('item', {}),
    invoicingMethods: await tx.find('invoicingMethod', {}),
    actions: await tx.find('action', {}),
    stateChanges: await tx.find('stateChange', {}),
  }));
  return {
    ...snapshot,
    ...kept,
    templates: [...(snapshot.templates ?? []), ...kept.templates],
    actions: [...(snapshot.actions ?? []), ...kept.actions],
    stateChanges: [...(snapshot.stateChanges ?? []), ...kept.stateChanges],
  };
}

/** One thing that happens in an engagement: on which day, and what. */
interface Beat {
  readonly day: Day;
  readonly happen: () => Promise<unknown>;
}

class EngagementHistory {
  readonly #repository: Repository;
  readonly #snapshot: WorkspaceSnapshot;
  readonly #now: number;
  readonly #today: Day;
  readonly #chance: Chance = createChance(5);
  readonly #backends = new Map<Id, Backend>();
  /** What ids begin with, and how many there are. */
  #naming = { prefix: 'engagement', count: 0 };
  #clock = 0;

  constructor(repository: Repository, snapshot: WorkspaceSnapshot, now: number) {
    this.#repository = repository;
    this.#snapshot = snapshot;
    this.#now = now;
    this.#today = dayAt(now, snapshot.workspace.timeZone);
  }

  async prepare(): Promise<void> {
    this.#goTo(this.#today - PROGRAMMES_AGE);
    for (const programme of PROGRAMMES) {
      await this.#admin.templates.create({
        id: programme.id,
        name: programme.name,
        content: programmeContent(programme),
      });
      this.#pass(30 * MINUTE);
    }
    for (const method of INVOICING_METHODS) await this.#admin.invoicingMethods.create(method);
  }

  async play(story: EngagementStory): Promise<void> {
    this.#naming = { prefix: story.id, count: 0 };
    this.#clock = 0;
    const { stage, starts } = story;
    const id = await this.#make(story);
    if (stage === 'draft') return;
    this.#goTo(Math.min(this.#today + starts - 6, this.#today - 3));
    await this.#admin.engagements.activate(id);
    if (stage === 'active') return;
    this.#pass(2 * HOUR);
    await this.#admin.engagements.share(id);
    await this.#work(story, await this.#admin.engagements.get(id));
    if (stage !== 'unshared') return;
    this.#goTo(this.#today - 1);
    await this.#admin.engagements.unshare(id);
  }

  /** Brings every engagement's releases to today. */
  async wake(): Promise<void> {
    this.#clock = this.#now;
    await this.#admin.actions.list({ context: 'engagement', limit: 1 });
  }

  async #make(story: EngagementStory): Promise<Id> {
    const { title, programme, coachId, coacheeIds, groupId, starts, spectators = [], coachMethod, firmMethod } = story;
    const days = programmeOf(story)?.days ?? 90;
    this.#goTo(Math.min(this.#today + starts - 14, this.#today - 5));
    const { results } = await this.#admin.engagements.create({
      ...(groupId === undefined ? { coacheeIds: [...coacheeIds] } : { groupId }),
      mode: coacheeIds.length > 1 ? 'shared' : 'individual',
      coachId,
      templateId: programme,
      startDate: formatDay(this.#workingDay(this.#today + starts)),
      endDate: formatDay(this.#workingDay(this.#today + starts + days)),
      spectatorIds: [...spectators],
      coachInvoicingMethodId: coachMethod ?? null,
      coacheeInvoicingMethodId: firmMethod ?? null,
      ...(title !== undefined && { title }),
    });
    const made = results[0]?.engagement;
    if (!made) throw new TypeError(`${story.id} was not made: ${results[0]?.reason ?? 'nothing was answered'}`);
    return made.id;
  }

  /** What is due before today is done, and what comes next is scheduled; the rest stays as its programme has it. */
  async #work(story: EngagementStory, { id, items }: EngagementDetail): Promise<void> {
    const first = this.#today + story.starts;
    const days = programmeOf(story)?.days ?? 90;
    const beats: Beat[] = [];
    let isNextPlanned = false;
    for (const [at, item] of items.entries()) {
      if (item.locked) continue;
      const day = first + Math.round(((at + 0.6) * days) / items.length);
      const isPast = day < this.#today - 1;
      if (!isPast && isNextPlanned) continue;
      if (!isPast) isNextPlanned = item.kind === 'session';
      if (isPast || isNextPlanned) beats.push(this.#scheduling(story, item, day));
      if (!isPast) continue;
      const slip = this.#chance.happens(0.25) ? 2 : 0;
      // One in so many is left undone, so that something is overdue here and there.
      if (story.stage !== 'over' && item.kind !== 'session' && this.#chance.happens(0.12)) continue;
      beats.push({ day: day + slip, happen: () => this.#complete(story, id, item) });
    }
    for (const { day, happen } of beats.sort((a, b) => a.day - b.day)) {
      this.#goTo(Math.min(day, this.#today - 1));
      await happen();
    }
  }

  /** When it is out or held is set some days before, where its programme has not. */
  #scheduling({ coachId }: EngagementStory, item: OpenItem, day: Day): Beat {
    const coach = this.#as(coachId);
    if (item.kind === 'session') {
      const startsAt = formatInstant(this.#workingDay(day) * DAY + this.#chance.between(8, 15) * HOUR);
      return { day: day - 9, happen: () => coach.items.schedule(item.id, { startsAt }) };
    }
    return {
      day: day - 4,
      happen: async () => {
        if (item.release === null) await coach.items.schedule(item.id, { release: { type: 'immediately' } });
      },
    };
  }

  async #complete({ coachId, coacheeIds }: EngagementStory, engagementId: Id, item: OpenItem): Promise<void> {
    if (item.kind === 'session') {
      await this.#as(coachId).items.complete(item.id, { completed: true });
      return;
    }
    for (const coacheeId of coacheeIds) {
      const own = this.#as(coacheeId);
      const found = (await own.engagements.get(engagementId)).items.find(({ id }) => id === item.id);
      if (!found || found.locked || found.content === null || found.state === 'completed') continue;
      const { content } = found;
      await own.items.complete(item.id, {
        completed: true,
        ...(content.kind === 'assessment' && { answers: content.questions.map((one) => this.#answer(one)) }),
        ...(content.kind === 'feedback' && { text: this.#chance.pick(SAID) }),
      });
      this.#pass(this.#chance.between(5, 90) * MINUTE);
    }
  }

  #answer(question: Question): { key: string; text: string } {
    const { key, type } = question;
    if (type === 'scale') return { key, text: String(this.#chance.between(2, 5)) };
    return { key, text: this.#chance.pick(type === 'choice' ? question.options : SAID) };
  }

  /** To some hour of a working day: never back, and never to what has not come yet. */
  #goTo(day: Day): void {
    const at = this.#workingDay(day) * DAY + this.#chance.between(7, 15) * HOUR + this.#chance.between(0, 59) * MINUTE;
    this.#clock = Math.min(Math.max(at, this.#clock + MINUTE), this.#now - 30 * MINUTE);
  }

  #pass(time: number): void {
    this.#clock = Math.min(this.#clock + time, this.#now - MINUTE);
  }

  #workingDay(day: Day): Day {
    const { calendar } = this.#snapshot.workspace;
    return isWorkingDay(day, calendar) ? day : (addBusinessDays(day, 1, calendar) ?? day);
  }

  get #admin(): Backend {
    return this.#as(ADMIN);
  }

  #as(viewerId: Id): Backend {
    const known = this.#backends.get(viewerId);
    if (known) return known;
    const made = createLocalBackend({
      repository: this.#repository,
      viewerId,
      now: () => this.#clock,
      newId: () => `${this.#naming.prefix}-${String(++this.#naming.count).padStart(3, '0')}`,
    });
    this.#backends.set(viewerId, made);
    return made;
  }
}

function programmeOf({ programme }: EngagementStory): SeedProgramme | undefined {
  return PROGRAMMES.find(({ id }) => id === programme);
}
