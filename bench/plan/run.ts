// How long the dates of a plan take to work out, and to work out again after one change: core's engine beside signals
// libraries, a plan of plain objects and @bryntum/chronograph, on the same made-up plans in the same run. Prints medians,
// ratios and in how many dates each differs from ours. Read the ratios: the milliseconds are this machine's.
//
//   node --expose-gc --no-flush-bytecode --conditions=@followthrough/source bench/plan/run.ts [actions,actions] [peer,peer]
import type { Plan, PlanAction } from '@followthrough/core/domain';
import { performance } from 'node:perf_hooks';
import { alienEffects, alienRead } from './alien.ts';
import { loadedChronograph } from './chronograph.ts';
import { kahn } from './kahn.ts';
import { ours } from './ours.ts';
import type { Peer, Resolved } from './peer.ts';
import { type MadeUpPlan, madeUpPlan } from './plans.ts';
import { preactEffects, preactRead } from './preact.ts';

const SIZES = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const NAMES = process.argv[3]?.split(',');
/** Changes of a round: the first few, in which code is still being compiled, are not measured. */
const WARM_UP = 10;
const MEASURED = 60;
const SEED = 20_260_513;
/** The mean change at the largest size: how many times faster than the best of the signals libraries. */
const CHANGE_GOAL = 40;

/**
 * A small plan of each peer stays, as in a page or a server that holds more than one: with the last of its kind the engine
 * of JavaScript would throw away what it had compiled for it, and every round would be the first.
 */
const kept: Resolved[] = [];

interface Measures {
  readonly full: number[];
  readonly changes: number[];
  readonly memory: number[];
  differences: number;
}

/** All dates before and after the changes. */
interface Outcome {
  readonly before: Int32Array;
  /** How many by each change. */
  readonly moved: readonly number[];
  readonly after: Int32Array;
}

const chronograph = await loadedChronograph();
if (typeof chronograph === 'string') console.log(`@bryntum/chronograph does not run here: ${chronograph}\n`);
const all = [ours, alienRead, alienEffects, preactRead, preactEffects, kahn, chronograph];
const peers = all.filter((peer): peer is Peer => typeof peer !== 'string');
const asked = peers.filter(({ name }) => name === ours.name || (NAMES?.some((part) => name.includes(part)) ?? true));

for (const peer of asked) console.log(`${peer.name.padEnd(32)}${peer.how}`);
for (const size of SIZES) bench(size);

function bench(size: number): void {
  const measures = new Map(asked.map((peer): [Peer, Measures] => [peer, newMeasures()]));
  const small = madeUpPlan(100, SEED);
  for (const peer of asked) kept.push(peer.resolve(small.plan, small.setting));
  const rounds = size > 50_000 ? 4 : size > 5000 ? 9 : 41;
  const moves: number[] = [];
  let edges = 0;
  for (let round = -1; round < rounds; round++) {
    const made = madeUpPlan(size, SEED + round);
    edges += made.edges / size / (rounds + 1);
    const changes = made.changes(WARM_UP + MEASURED);
    const expected = outcomeOf(made, changes);
    if (round >= 0) moves.push(...expected.moved.slice(WARM_UP));
    for (const peer of round % 2 === 0 ? asked : asked.toReversed())
      // The first plan is for the code to be compiled.
      measure(peer, made, changes, expected, (round >= 0 && measures.get(peer)) || newMeasures());
  }
  print(size, edges, moves, measures);
}

function newMeasures(): Measures {
  return { full: [], changes: [], memory: [], differences: 0 };
}

/** Ours, not measured. */
function outcomeOf({ plan, setting }: MadeUpPlan, changes: readonly PlanAction[]): Outcome {
  const resolved = ours.resolve(plan, setting);
  const before = valuesOf(resolved, plan);
  const moved = changes.map((action) => resolved.change(action));
  return { before, moved, after: valuesOf(resolved, plan) };
}

function measure(
  peer: Peer,
  { plan, setting }: MadeUpPlan,
  changes: readonly PlanAction[],
  expected: Outcome,
  measures: Measures,
): void {
  const held = heldMemory();
  const start = performance.now();
  const resolved = peer.resolve(plan, setting);
  const values = valuesOf(resolved, plan);
  measures.full.push(performance.now() - start);
  measures.memory.push((heldMemory() - held - values.byteLength) / plan.actions.length);
  measures.differences += differences(values, expected.before);
  changes.forEach((action, at) => {
    const changed = performance.now();
    const moved = resolved.change(action);
    if (at >= WARM_UP) measures.changes.push(performance.now() - changed);
    if (moved !== expected.moved[at]) measures.differences++;
  });
  measures.differences += differences(valuesOf(resolved, plan), expected.after);
}

/** Every start and due date, then every section's completion, read by id. */
function valuesOf(resolved: Resolved, { actions, sections }: Plan): Int32Array {
  const values = new Int32Array(2 * actions.length + sections.length);
  let at = 0;
  for (const { id } of actions) {
    values[at++] = resolved.date(id, 'start');
    values[at++] = resolved.date(id, 'due');
  }
  for (const { id } of sections) values[at++] = resolved.completion(id);
  return values;
}

function differences(values: Int32Array, expected: Int32Array): number {
  return values.reduce((count, value, at) => (value === expected[at] ? count : count + 1), 0);
}

/** Bytes held after a collection; 0 where node was not started with --expose-gc. */
function heldMemory(): number {
  if (globalThis.gc === undefined) return 0;
  // Twice: what the first frees, arrays above all, is only given back while the second goes on.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function print(size: number, edges: number, moves: readonly number[], measures: ReadonlyMap<Peer, Measures>): void {
  const own = measures.get(ours) ?? newMeasures();
  console.log(
    `\n${size.toLocaleString('en')} actions, ${edges.toFixed(2)} edges an action; of ${moves.length} changes ` +
      `half move up to ${median(moves)} dates, the mean is ${mean(moves).toFixed(0)}, the widest ${Math.max(...moves).toLocaleString('en')}`,
  );
  console.log(`${' '.repeat(32)}${['full', 'change, mean', 'median', 'worst'].map(headed).join('')}  bytes  differ`);
  for (const [{ name }, { full, changes, memory, differences }] of measures) {
    const columns = [
      withRatio(median(full), median(own.full)),
      withRatio(mean(changes), mean(own.changes)),
      withRatio(median(changes), median(own.changes)),
      withRatio(Math.max(...changes), Math.max(...own.changes)),
    ];
    const bytes = Math.round(median(memory)).toString().padStart(7);
    console.log(`${name.padEnd(32)}${columns.join('')}${bytes}${differences.toString().padStart(8)}`);
  }
  const signals = [...measures].filter(([{ isSignals }]) => isSignals).map(([, measure]) => measure);
  if (signals.length === 0) return;
  const full = Math.min(...signals.map((measure) => median(measure.full))) / median(own.full);
  const change = Math.min(...signals.map((measure) => mean(measure.changes))) / mean(own.changes);
  console.log(`${reached(full >= 1)} full resolve: ${full.toFixed(2)} × as fast as the best of the signals (goal: 1)`);
  const isJudged = size === 100_000;
  const goal = isJudged ? ` (goal: ${CHANGE_GOAL})` : '';
  console.log(
    `${isJudged ? reached(change >= CHANGE_GOAL) : '       '} mean change: ${change.toFixed(1)} × as fast${goal}`,
  );
}

function reached(isReached: boolean): string {
  return isReached ? 'reached' : 'MISSED ';
}

function headed(title: string): string {
  return `${title} ms`.padStart(22);
}

/** A time, and how many times ours it is. */
function withRatio(time: number, own: number): string {
  const ratio = time / own;
  const digits = time < 1 ? 4 : time < 100 ? 2 : 0;
  return `${time.toFixed(digits).padStart(11)} ${`(${ratio.toFixed(ratio < 100 ? 1 : 0)} ×)`.padStart(10)}`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
