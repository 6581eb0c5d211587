// How the demo's rooms came to where they are: made from their templates, shared, and worked on, by the right people at the
// right hours, through the very backend that keeps them. So every stored date, version and change of state is its own.
import type { Backend } from '@followthrough/core/backend';
import {
  addBusinessDays,
  type Day,
  dayAt,
  fixedDate,
  formatDay,
  isOpen,
  isWorkingDay,
  parseDay,
} from '@followthrough/core/domain';
import {
  createLocalBackend,
  createMemoryRepository,
  type Repository,
  type WorkspaceSnapshot,
} from '@followthrough/core/local-backend';
import type { Action, Id, RoomPlan } from '@followthrough/core/schema';
import { type Chance, createChance } from './chance.ts';
import { COORDINATOR, ROOMS, type RoomStory } from './rooms.ts';
import { TEMPLATES } from './templates.ts';
import { contentOf, type SeedTemplate, type Step } from './templates/step.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** How long ago the templates were written, in days. */
const TEMPLATES_AGE = 200;

/**
 * The snapshot with its templates and rooms.
 * @param now milliseconds since 1970-01-01T00:00Z: the rooms' "today"
 */
export async function withRooms(snapshot: WorkspaceSnapshot, now: number): Promise<WorkspaceSnapshot> {
  const { workspace, people, companies } = snapshot;
  const repository = createMemoryRepository({ workspace, people, companies });
  const history = new RoomHistory(repository, snapshot, now);
  await history.writeTemplates();
  for (const story of ROOMS) await history.play(story);
  await history.wake();
  const kept = await repository.transaction(async (tx) => ({
    rooms: await tx.find('room', {}),
    sections: await tx.find('section', {}),
    templates: await tx.find('template', {}),
    actions: await tx.find('action', {}),
    stateChanges: await tx.find('stateChange', {}),
  }));
  return {
    ...snapshot,
    ...kept,
    actions: [...(snapshot.actions ?? []), ...kept.actions],
    stateChanges: [...(snapshot.stateChanges ?? []), ...kept.stateChanges],
  };
}

/** A room as it is being told. */
interface Told {
  readonly story: RoomStory;
  readonly steps: ReadonlyMap<Id, Step>;
}

class RoomHistory {
  readonly #repository: Repository;
  readonly #snapshot: WorkspaceSnapshot;
  readonly #now: number;
  readonly #today: Day;
  readonly #chance: Chance = createChance(12);
  readonly #backends = new Map<Id, Backend>();
  /** What ids begin with, and how many there are. */
  #naming = { prefix: 'template', count: 0 };
  #clock = 0;

  constructor(repository: Repository, snapshot: WorkspaceSnapshot, now: number) {
    this.#repository = repository;
    this.#snapshot = snapshot;
    this.#now = now;
    this.#today = dayAt(now, snapshot.workspace.timeZone);
  }

  async writeTemplates(): Promise<void> {
    for (const template of TEMPLATES) {
      const { id, name, by } = template;
      this.#goTo(this.#today - TEMPLATES_AGE);
      await this.#as(by).templates.create({ id, name, content: contentOf(template) });
    }
  }

  async play(story: RoomStory): Promise<void> {
    this.#naming = { prefix: story.id, count: 0 };
    this.#clock = 0;
    const told = await this.#make(story);
    await this.#share(story);
    await this.#work(told);
    await this.#finishTelling(told);
  }

  /** Brings every room's dates to today. */
  async wake(): Promise<void> {
    this.#clock = this.#now;
    const admin = this.#snapshot.people.find(({ role }) => role === 'admin');
    if (admin) await this.#as(admin.id).actions.list({ limit: 1 });
  }

  async #make(story: RoomStory): Promise<Told> {
    const { id, name, companyId, template, team, members = [], target, timeZone = null } = story;
    const lead = this.#as(team.lead);
    this.#goTo(this.#today - story.made);
    await lead.rooms.create({
      id,
      name,
      companyId,
      targetDate: target === null ? null : formatDay(this.#workingDay(this.#today + target)),
      timeZone,
      memberIds: [...Object.values(team), ...members, COORDINATOR],
      ...(template !== null && { templateId: template }),
    });
    const steps = stepsOf(TEMPLATES.find((one) => one.id === template));
    const { actions, sections } = await lead.rooms.plan(id);
    const told = { story, steps: new Map(actions.map((action, at) => [action.id, steps[at] as Step])) };
    this.#pass(12 * MINUTE);
    for (const [role, personId] of Object.entries(team)) {
      const ids = actions.flatMap((action) => (told.steps.get(action.id)?.role === role ? action.id : []));
      if (ids.length > 0) {
        await lead.actions.bulk({ operation: 'assign', ids, assignee: { type: 'person', personId } });
      }
    }
    if (template !== null && sections.length === 0) throw new TypeError(`${template} made nothing`);
    return told;
  }

  async #share({ id, team, guests, made }: RoomStory): Promise<void> {
    for (const [at, personId] of guests.entries()) {
      this.#goTo(Math.min(this.#today - made + 1 + at, this.#today - 1));
      await this.#as(team.lead).rooms.share(id, personId);
    }
  }

  /** Day by day, what is due is done: mostly in time, now and then late. */
  async #work(told: Told): Promise<void> {
    const { story } = told;
    const left = new Set([...(story.open ?? []), ...(story.begun ?? [])]);
    for (;;) {
      const plan = await this.#as(story.team.lead).rooms.plan(story.id);
      const next = plan.actions
        .filter(({ id, state }) => isOpen(state) && !left.has(told.steps.get(id)?.key ?? ''))
        .map((action) => ({ action, day: action.due?.date == null ? Infinity : parseDay(action.due.date) }))
        .reduce<{ action: Action; day: number } | null>(
          (first, one) => (first && first.day <= one.day ? first : one),
          null,
        );
      if (!next || next.day >= this.#today) return;
      const { action, day } = next;
      const slip = this.#chance.happens(0.2) ? this.#chance.between(1, 3) : -this.#chance.between(0, 2);
      this.#goTo(Math.min(day + slip, this.#today - 1));
      const isCancelled = story.cancelled?.includes(told.steps.get(action.id)?.key ?? '') === true;
      const by = isCancelled ? story.team.lead : this.#doerOf(action, plan, story);
      await this.#as(by).actions.setState(action.id, isCancelled ? 'cancelled' : 'done');
    }
  }

  async #finishTelling({ story, steps }: Told): Promise<void> {
    const { id, team, begun = [], pinned = [], added = [], left } = story;
    const lead = this.#as(team.lead);
    const idOf = (key: string) => {
      for (const [actionId, step] of steps) if (step.key === key) return actionId;
      throw new TypeError(`${id} has no step ${key}`);
    };
    for (const { section, title, person, in: inDays } of added) {
      const { sections } = await lead.rooms.plan(id);
      const template = TEMPLATES.find((one) => one.id === story.template);
      const at = template?.sections.findIndex(({ key }) => key === section) ?? -1;
      this.#goTo(Math.min(dayAt(this.#clock, 'UTC') + 1, this.#today - 1));
      await lead.actions.create({
        context: { type: 'room', roomId: id, sectionId: sections[at]?.id ?? '', internalOnly: false },
        title,
        assignee: { type: 'person', personId: person },
        due: fixedDate(formatDay(this.#workingDay(this.#today + inDays))),
      });
    }
    for (const { step, in: inDays } of pinned) {
      const action = await lead.actions.get(idOf(step));
      const rule = action.due?.rule;
      if (rule?.type !== 'relative' || rule.anchor.type === 'internalStep') throw new TypeError(`${step} has no rule`);
      this.#goTo(this.#today - 1);
      const due = { rule: { ...rule, anchor: rule.anchor }, pinned: formatDay(this.#workingDay(this.#today + inDays)) };
      await lead.actions.update(action.id, { due }, { version: action.version });
    }
    for (const step of begun) {
      const action = await lead.actions.get(idOf(step));
      this.#goTo(this.#today - 1);
      const by = this.#doerOf(action, await lead.rooms.plan(id), story);
      if (isOpen(action.state)) await this.#as(by).actions.setState(action.id, 'inProgress');
    }
    if (left !== undefined) {
      const { version } = await lead.rooms.get(id);
      this.#goTo(this.#today - 1);
      await lead.rooms.unshare(id, left, { version });
    }
  }

  /** Whoever holds it; of what is the company's, one of its people; else whoever leads. */
  #doerOf({ assignee }: Action, { room }: RoomPlan, { team }: RoomStory): Id {
    if (assignee?.type === 'person') return assignee.personId;
    if (assignee?.type === 'primaryContact') return room.primaryContactId ?? team.lead;
    const companys = room.guests.filter(
      ({ personId }) => this.#snapshot.people.find(({ id }) => id === personId)?.companyId === room.companyId,
    );
    return assignee === null || companys.length === 0 ? team.lead : this.#chance.pick(companys).personId;
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

function stepsOf(template: SeedTemplate | undefined): readonly Step[] {
  return template?.sections.flatMap(({ steps }) => steps) ?? [];
}
