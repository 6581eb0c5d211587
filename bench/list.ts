// How long a list of 100,000 actions takes to answer after one edit: core's live list beside what one would write without
// it, a plain filter and sort of the whole array, in the same run. Prints medians, the slowest of twenty, and ratios.
//
//   node --conditions=@followthrough/source bench/list.ts
import { performance } from 'node:perf_hooks';
import {
  type ActionCollection,
  assignedTo,
  type CollectionQuery,
  createActionCollection,
  type Day,
  fixedDate,
  formatDay,
  formatInstant,
  isOpen,
  newAction,
  parseDay,
} from '@followthrough/core/domain';
import type { ActionRecord } from '@followthrough/core/schema';

const COUNT = 100_000;
const EDITS = 60;
const TODAY: Day = parseDay('2026-05-13');
const FRAME = 1000 / 60;

/** A small generator of numbers from 0 to 1, so that every run sees the same actions. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(20_260_513);
const upTo = (limit: number) => Math.floor(random() * limit);
const VERBS = ['Send', 'Review', 'Draft', 'Call about', 'Prepare', 'Agree on', 'Close', 'Share'];
const THINGS = ['the deck', 'the budget', 'the offer', 'goals', 'feedback', 'the plan', 'the contract', 'notes'];

function madeUp(index: number): ActionRecord {
  const relationship = upTo(400);
  const by = `person${relationship % 40}`;
  const at = formatInstant((TODAY - upTo(400)) * 86_400_000 + upTo(86_400_000));
  const due = formatDay(TODAY - 200 + upTo(260));
  const title = `${VERBS[upTo(VERBS.length)]} ${THINGS[upTo(THINGS.length)]} ${upTo(10_000)}`;
  const context = { type: 'relationship' as const, relationshipId: `relationship${relationship}` };
  const draft = {
    context,
    title,
    assignee: assignedTo(random() < 0.5 ? by : `person${upTo(400)}`),
    due: fixedDate(due),
  };
  const action = newAction(draft, `action${String(index).padStart(6, '0')}`, { by, at });
  if (random() < 0.3) return action;
  return { ...action, state: 'done', closed: { at, by, due, on: formatDay(TODAY - upTo(60)) } };
}

const QUERIES: readonly { name: string; query: CollectionQuery; plain: (all: readonly ActionRecord[]) => unknown }[] = [
  {
    name: 'to do and overdue, mine, by due date in groups',
    query: { filter: { status: ['todo', 'overdue'], assignee: 'me' }, me: 'person7', sort: 'due', grouping: 'due' },
    plain: (all) =>
      plainGroups(plainByDue(all.filter((action) => isOpen(action.state) && isAssigned(action, 'person7')))),
  },
  {
    name: 'everything, by due date',
    query: { filter: {}, sort: 'due', grouping: 'none' },
    plain: (all) => plainByDue([...all]),
  },
  {
    name: 'everything, by due date in groups',
    query: { filter: {}, sort: 'due', grouping: 'due' },
    plain: (all) => plainGroups(plainByDue([...all])),
  },
  {
    name: 'with “budget” in it, by title',
    query: { filter: { query: 'budget' }, sort: 'title', grouping: 'none' },
    plain: (all) =>
      all
        .filter((action) => `${action.title}\n${action.description}`.toLowerCase().includes('budget'))
        .sort((a, b) => compare(a.title.toLowerCase(), b.title.toLowerCase()) || compare(a.id, b.id)),
  },
];

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isAssigned({ assignee }: ActionRecord, personId: string): boolean {
  return assignee?.type === 'person' && assignee.personId === personId;
}

function plainByDue(actions: ActionRecord[]): ActionRecord[] {
  return actions.sort((a, b) => compare(a.due?.date ?? '9', b.due?.date ?? '9') || compare(a.id, b.id));
}

function plainGroups(actions: readonly ActionRecord[]): Map<string, ActionRecord[]> {
  const today = formatDay(TODAY);
  const weekEnd = formatDay(TODAY + 4);
  return Map.groupBy(actions, ({ state, due }) => {
    if (!isOpen(state)) return 'closed';
    const date = due?.date ?? '';
    return date === ''
      ? 'noDate'
      : date < today
        ? 'overdue'
        : date === today
          ? 'today'
          : date <= weekEnd
            ? 'thisWeek'
            : 'later';
  });
}

function edited(action: ActionRecord): ActionRecord {
  const date = formatDay(TODAY - 30 + upTo(60));
  const due = action.due && { ...action.due, date, rule: { type: 'fixed' as const, date } };
  return { ...action, title: `${action.title} again`, due, version: action.version + 1 };
}

/** Milliseconds of each run. */
function timed(runs: number, run: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

const median = (times: readonly number[]) => times[Math.floor(times.length / 2)] ?? 0;
const slow = (times: readonly number[]) => times[Math.floor(times.length * 0.95)] ?? 0;
const ms = (time: number) => `${time.toFixed(2)} ms`.padStart(11);

const actions = Array.from({ length: COUNT }, (_, index) => madeUp(index));
console.log(
  `${COUNT.toLocaleString('en')} actions; after one edit, the list again. A frame is ${FRAME.toFixed(1)} ms.\n`,
);

for (const { name, query, plain } of QUERIES) {
  const live: ActionCollection<ActionRecord> = createActionCollection({ query, todayOf: () => TODAY });
  const [load = 0] = timed(1, () => {
    live.load(actions);
    return live.view();
  });
  const all = [...actions];
  const liveTimes = timed(EDITS, () => {
    const { rows } = live.view();
    live.set(edited(rows[upTo(rows.length)] as ActionRecord));
    return live.view();
  });
  const plainTimes = timed(20, () => {
    const at = upTo(COUNT);
    all[at] = edited(all[at] as ActionRecord);
    return plain(all);
  });
  const ratio = median(plainTimes) / median(liveTimes);
  console.log(`${name} (${live.view().rows.length.toLocaleString('en')} rows)`);
  console.log(`  live list            ${ms(median(liveTimes))}   slowest of twenty ${ms(slow(liveTimes))}`);
  console.log(`  plain filter + sort  ${ms(median(plainTimes))}   slowest of twenty ${ms(slow(plainTimes))}`);
  console.log(`  ${ratio.toFixed(1)} × faster; loading all at once ${ms(load).trim()}\n`);
}
