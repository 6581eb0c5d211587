// The demo's workspace: Fernhill with its people, their coaching, half a year of promises around today, and its customers'
// rooms. Everything
// is told in days from `now`, so the story is as fresh on every day it is seeded; chance falls the same way each time.
import {
  addBusinessDays,
  changeState,
  type Day,
  dayAt,
  fixedDate,
  formatDay,
  formatInstant,
  isWorkingDay,
  newAction,
} from '@followthrough/core/domain';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type {
  ActionContext,
  ActionRecord,
  ActionState,
  Meeting,
  Person,
  RelationshipRecord,
  StateChange,
  Workspace,
} from '@followthrough/core/schema';
import { type Chance, createChance } from './chance.ts';
import { CUSTOMERS, CUSTOMERS_PEOPLE } from './customers.ts';
import { withEngagements } from './engagement-history.ts';
import { COMPANIES, CREATORS, GROUPS, PEOPLE, VIEWERS } from './people.ts';
import { COACHEE_GROUPS, COACHES } from './programmes/coaches.ts';
import { withMeetingGoingOn } from './meeting-history.ts';
import { withRooms } from './room-history.ts';
import { CERTAIN, DESCRIPTIONS, LONG_TITLE, PERSONAL_TITLES, RELATIONSHIP_TITLES, TOPICS } from './wording.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How far back the story goes, in days. */
const HISTORY = 180;

const WORKSPACE: Workspace = {
  id: 'fernhill',
  name: 'Fernhill',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
  version: 1,
};

/** The bank holidays of the year before `year` and the two after its start, as Berlin keeps the fixed ones. */
function holidaysAround(year: number): string[] {
  return [year - 1, year, year + 1].flatMap((one) =>
    ['01-01', '05-01', '10-03', '12-25', '12-26'].map((day) => `${one}-${day}`),
  );
}

/**
 * Everything that the demo begins with.
 * @param now milliseconds since 1970-01-01T00:00Z: the story's "today"
 */
export async function demoSnapshot(now: number): Promise<WorkspaceSnapshot> {
  const chance = createChance(20_260);
  const today = dayAt(now, WORKSPACE.timeZone);
  const year = Number(formatDay(today).slice(0, 4));
  const workspace = { ...WORKSPACE, calendar: { ...WORKSPACE.calendar, holidays: holidaysAround(year) } };
  const story = new Story(chance, now, today, workspace);
  const relationships = relationshipsOf(now);
  const meetings = relationships.flatMap((relationship) => story.meet(relationship));
  for (const relationship of relationships) story.promise(relationship, meetings);
  for (const person of PEOPLE) if (person.role !== 'guest') story.keepOwnList(person.id);
  story.beCertain(relationships);
  const snapshot = {
    workspace,
    people: [...PEOPLE, ...COACHES, ...CUSTOMERS_PEOPLE].map(toPerson),
    companies: [...COMPANIES, ...CUSTOMERS].map((company) => ({ ...company, version: 1 })),
    groups: [...GROUPS, ...COACHEE_GROUPS].map((group) => ({ ...group, memberIds: [...group.memberIds], version: 1 })),
    relationships,
    meetings,
    actions: story.actions,
    stateChanges: story.stateChanges,
  };
  return withEngagements(await withRooms(await withMeetingGoingOn(snapshot, now), now), now);
}

function toPerson({ id, name, role, zone, company }: (typeof PEOPLE)[number]): Person {
  const host = company === null ? 'fernhill' : company;
  return {
    id,
    name,
    email: `${id.replaceAll('-', '.')}@${host}.example`,
    avatarUrl: null,
    side: role === 'guest' ? 'external' : 'internal',
    role,
    companyId: company,
    timeZone: zone,
    version: 1,
  };
}

function relationshipsOf(now: number): RelationshipRecord[] {
  return PEOPLE.flatMap(({ id, manager, zone }) => {
    if (manager === null) return [];
    const createdAt = formatInstant(now - (HISTORY + 20) * DAY);
    return {
      id: `${manager}-and-${id}`,
      managerId: manager,
      reportId: id,
      createdBy: CREATORS[id] ?? manager,
      viewerIds: [...(VIEWERS[id] ?? [])],
      timeZone: zone === 'Asia/Kolkata' || zone === 'Pacific/Auckland' ? zone : null,
      createdAt,
      updatedAt: createdAt,
      version: 1,
    };
  });
}

const FIRST_NAMES = PEOPLE.filter(({ name }) => /^[A-Z]/.test(name)).map(({ name }) => name.split(' ')[0] ?? name);

/** Draws the promises and how they went. */
class Story {
  readonly actions: ActionRecord[] = [];
  readonly stateChanges: StateChange[] = [];
  readonly #chance: Chance;
  readonly #now: number;
  readonly #today: Day;
  readonly #workspace: Workspace;
  #lastTitles: string[] = [];

  constructor(chance: Chance, now: number, today: Day, workspace: Workspace) {
    this.#chance = chance;
    this.#now = now;
    this.#today = today;
    this.#workspace = workspace;
  }

  /** A 1:1 every two weeks, at an hour of their own; the next one is planned. */
  meet(relationship: RelationshipRecord): Meeting[] {
    const offset = this.#chance.between(0, 13);
    const hour = this.#chance.between(8, 15);
    const meetings: Meeting[] = [];
    for (let ago = HISTORY; ago > -15; ago -= 14) {
      const day = this.#workingDay(this.#today - ago + offset - 7);
      const startsAt = day * DAY + hour * HOUR;
      const createdAt = formatInstant(Math.min(startsAt - 14 * DAY, this.#now - HOUR));
      meetings.push({
        id: `${relationship.id}-${formatDay(day)}`,
        relationshipId: relationship.id,
        title: null,
        startsAt: formatInstant(startsAt),
        endedAt: startsAt < this.#now - HOUR ? formatInstant(startsAt + 45 * 60_000) : null,
        createdBy: relationship.managerId,
        createdAt,
        updatedAt: createdAt,
        version: 1,
      });
    }
    return meetings;
  }

  /** What the two promise one another: some in a meeting, some between. */
  promise(relationship: RelationshipRecord, meetings: readonly Meeting[]): void {
    const { id, managerId, reportId } = relationship;
    const past = meetings.filter(({ relationshipId, endedAt }) => relationshipId === id && endedAt !== null);
    const count = this.#chance.between(14, 20);
    for (let made = 0; made < count; made++) {
      // More of it lately: what was promised long ago is mostly settled.
      const ago = Math.round(HISTORY * this.#chance.next() ** 1.7);
      const by = this.#chance.happens(0.6) ? managerId : reportId;
      const meeting = this.#chance.happens(0.65)
        ? past.findLast(({ startsAt }) => Date.parse(startsAt) <= this.#now - ago * DAY)
        : undefined;
      const createdAt = meeting ? Date.parse(meeting.startsAt) + 20 * 60_000 : this.#hourOf(this.#today - ago);
      this.#make({
        context: { type: 'relationship', relationshipId: id, ...(meeting ? { meetingId: meeting.id } : {}) },
        titles: RELATIONSHIP_TITLES,
        by,
        assignee: this.#chance.happens(0.7) ? reportId : managerId,
        createdAt: Math.min(createdAt, this.#now - 5 * 60_000),
        due: this.#chance.between(2, 21),
        closers: [managerId, reportId],
      });
    }
  }

  /** A person's own list: shorter, looser, not always dated. */
  keepOwnList(person: string): void {
    const count = person === 'ana-petrovic' ? 9 : this.#chance.between(1, 6);
    for (let made = 0; made < count; made++) {
      const ago = Math.round(90 * this.#chance.next() ** 2);
      this.#make({
        context: { type: 'personal' },
        titles: PERSONAL_TITLES,
        by: person,
        assignee: person,
        createdAt: Math.min(this.#hourOf(this.#today - ago), this.#now - 5 * 60_000),
        due: this.#chance.happens(0.3) ? null : this.#chance.between(0, 18),
        closers: [person],
      });
    }
  }

  /** What whoever opens the demo finds on any day: something overdue, due today, and due soon. */
  beCertain(relationships: readonly RelationshipRecord[]): void {
    for (const { report, by, assignee, title, due } of CERTAIN) {
      const relationship = relationships.find(({ reportId }) => reportId === report);
      if (!relationship) throw new TypeError(`nobody coaches ${report}: mend CERTAIN in wording.ts`);
      const createdAt = this.#now - (9 - due) * DAY;
      const record = newAction(
        {
          context: { type: 'relationship', relationshipId: relationship.id },
          title,
          assignee: { type: 'person', personId: assignee },
          due: fixedDate(formatDay(this.#today + due)),
        },
        `action-${String(this.actions.length + 1).padStart(4, '0')}`,
        { by, at: formatInstant(createdAt) },
      );
      this.#note(record, null, 'todo', by, createdAt);
      this.actions.push(record);
    }
  }

  #make(promise: {
    context: ActionContext;
    titles: readonly string[];
    by: string;
    assignee: string;
    createdAt: number;
    due: number | null;
    closers: readonly string[];
  }): void {
    const { context, by, createdAt } = promise;
    const id = `action-${String(this.actions.length + 1).padStart(4, '0')}`;
    const made = dayAt(createdAt, this.#workspace.timeZone);
    const due = promise.due === null ? null : this.#workingDay(made + promise.due);
    const title = this.actions.length === 40 ? LONG_TITLE : this.#title(promise.titles);
    const draft = {
      context,
      title,
      description: this.#chance.pick(DESCRIPTIONS),
      assignee: { type: 'person' as const, personId: promise.assignee },
      due: due === null ? null : fixedDate(formatDay(due)),
    };
    const record = newAction(draft, id, { by, at: formatInstant(createdAt) });
    this.#note(record, null, 'todo', by, createdAt);
    this.actions.push(this.#outcome(record, due, createdAt, promise.closers));
  }

  /** How it went: most is done in time, some late, some dropped, some is still open. */
  #outcome(record: ActionRecord, due: Day | null, createdAt: number, closers: readonly string[]): ActionRecord {
    const age = this.#today - (due ?? dayAt(createdAt, this.#workspace.timeZone) + 10);
    const closer = this.#chance.pick(closers);
    if (age > 0) {
      const fate = this.#chance.next();
      const stillOpen = Math.max(0.03, 0.45 - age * 0.03);
      if (fate < stillOpen) return record;
      if (fate < stillOpen + 0.07 && due !== null) {
        return this.#close(record, 'notDone', this.#hourOf(due + this.#chance.between(3, 9)), closer);
      }
      if (fate < stillOpen + 0.22 && due !== null) {
        return this.#close(record, 'done', this.#hourOf(due + this.#chance.between(1, 6)), closer);
      }
      const span = Math.max(1, (due ?? this.#today) - dayAt(createdAt, this.#workspace.timeZone));
      return this.#close(record, 'done', createdAt + Math.ceil(this.#chance.next() * span) * DAY - 3 * HOUR, closer);
    }
    if (this.#chance.happens(0.22)) {
      return this.#close(record, 'done', createdAt + (this.#now - createdAt) * this.#chance.next(), closer);
    }
    return record;
  }

  #close(record: ActionRecord, state: ActionState, when: number, by: string): ActionRecord {
    const at = Math.round(Math.min(Math.max(when, Date.parse(record.createdAt) + 60_000), this.#now - 60_000));
    const moment = { by, at: formatInstant(at), today: dayAt(at, this.#workspace.timeZone) };
    // What was not overdue yet at that moment cannot have been dropped: it was done instead.
    const overdue = record.due?.date != null && formatDay(moment.today) > record.due.date;
    const to = state === 'notDone' && !overdue ? 'done' : state;
    this.#note(record, 'todo', to, by, at);
    return changeState(record, to, moment);
  }

  #note(record: ActionRecord, from: ActionState | null, to: ActionState, by: string, at: number): void {
    const id = `change-${String(this.stateChanges.length + 1).padStart(5, '0')}`;
    const judgedBy = to === 'todo' ? undefined : (record.due?.date ?? undefined);
    const change = { id, actionId: record.id, from, to, at: formatInstant(at), by };
    this.stateChanges.push(judgedBy === undefined ? change : { ...change, due: judgedBy });
  }

  /** A title that was not drawn a moment ago, its blanks filled. */
  #title(titles: readonly string[]): string {
    let wording = this.#chance.pick(titles);
    while (this.#lastTitles.includes(wording)) wording = this.#chance.pick(titles);
    this.#lastTitles = [...this.#lastTitles.slice(-7), wording];
    return wording
      .replace('{c}', this.#chance.pick(COMPANIES).name)
      .replace('{p}', this.#chance.pick(FIRST_NAMES))
      .replace('{q}', this.#chance.pick(['Q1', 'Q2', 'Q3', 'Q4']))
      .replace('{t}', this.#chance.pick(TOPICS));
  }

  #workingDay(day: Day): Day {
    const { calendar } = this.#workspace;
    return isWorkingDay(day, calendar) ? day : (addBusinessDays(day, 1, calendar) ?? day);
  }

  /** Some moment of a working day, in milliseconds. */
  #hourOf(day: Day): number {
    return this.#workingDay(day) * DAY + this.#chance.between(7, 16) * HOUR + this.#chance.between(0, 59) * 60_000;
  }
}
