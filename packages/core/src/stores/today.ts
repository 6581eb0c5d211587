// Today differs by container: each has a clock (rulebook §1), and "overdue" turns at its midnight. One timer waits for the
// earliest midnight among the zones in use; a tab that slept through it is told to look again (`wake`). Days are read
// from the zone's own calendar, so a night of 23 or 25 hours, or one without a midnight, needs no rule.
import { atom, type ReadableAtom } from 'nanostores';
import { type Day, dayAt, nextMidnight } from '../domain/index.ts';
import type { TimeZone } from '../schema/index.ts';
import type { Environment } from './environment.ts';

export interface Today {
  /** Changes whenever the day turns in some zone in use. */
  readonly $day: ReadableAtom<number>;
  /** Today on the clock of a zone, which is in use from then on. */
  todayIn: (zone: TimeZone) => Day;
  /** Looks at the clock again: after sleep, or where it was set. */
  wake: () => void;
  dispose: () => void;
}

/** The days of the zones that are asked for. */
export function createToday({ now, after }: Pick<Environment, 'now' | 'after'>): Today {
  const $day = atom(0);
  const zones = new Map<TimeZone, { day: Day; until: number }>();
  let cancel: (() => void) | null = null;
  let next = Infinity;

  function look(at: TimeZone) {
    const instant = now();
    const seen = { day: dayAt(instant, at), until: nextMidnight(instant, at) };
    zones.set(at, seen);
    return seen;
  }

  function waitUntil(instant: number): void {
    cancel?.();
    next = instant;
    if (next < Infinity) cancel = after(Math.max(0, instant - now()), wake);
  }

  function wake(): void {
    let turned = false;
    let earliest = Infinity;
    for (const [at, { day }] of zones) {
      const seen = look(at);
      if (seen.day !== day) turned = true;
      earliest = Math.min(earliest, seen.until);
    }
    waitUntil(earliest);
    if (turned) $day.set(sum());
  }

  function todayIn(at: TimeZone): Day {
    const known = zones.get(at);
    if (known) return known.day;
    const seen = look(at);
    if (seen.until < next) waitUntil(seen.until);
    return seen.day;
  }

  // A turn in any one zone must change the value: the days of all zones, added up.
  function sum(): number {
    let days = 0;
    for (const { day } of zones.values()) days += day;
    return days;
  }

  return { $day, todayIn, wake, dispose: () => cancel?.() };
}
