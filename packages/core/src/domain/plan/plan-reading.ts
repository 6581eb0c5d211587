// A date of a plan as it is read (rulebook §3): from the numbers that the plan keeps of it.
import type { DateBasis, Id } from '../../schema/index.ts';
import type { Day } from '../civil-date.ts';
import type { BrokenReason, ResolvedDate } from './plan.ts';
import { NO_DAY } from './plan-values.ts';

/** By standing, as `plan-values.ts` numbers them. */
const BASES: readonly (DateBasis | null)[] = [
  null,
  'fixed',
  'settled',
  'projected',
  'waiting',
  'broken',
  'broken',
  'broken',
  'broken',
];
const REASONS: readonly (BrokenReason | null)[] = [null, null, null, null, null, 'gone', 'cancelled', 'loop', 'on'];
const NOTHING: readonly Id[] = [];

/** @param waitsFor what a projected or waiting date rests on directly; null where that is nothing */
export function dateRead(day: Day, standing: number, waitsFor: Id | null): ResolvedDate {
  return {
    day: day === NO_DAY ? null : day,
    basis: BASES[standing] ?? null,
    waitingOn: waitsFor === null ? NOTHING : [waitsFor],
    broken: REASONS[standing] ?? null,
  };
}

export function isSameDate(a: ResolvedDate, b: ResolvedDate): boolean {
  return a.day === b.day && a.basis === b.basis && a.broken === b.broken && a.waitingOn[0] === b.waitingOn[0];
}
