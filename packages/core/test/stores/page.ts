// A page over the tests' small workspace: its store, the wire to its backend, and a clock that the test moves.
import { createWorkspace, type Environment, type WorkspaceStore } from '@followthrough/core/stores';
import type { ActionRecord } from '@followthrough/core/schema';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { NOW, scene, type Scene } from '../local-backend/workspace.ts';
import { rest, wire, type Wire } from './wire.ts';

export interface Clock extends Environment {
  /** Lets time go by: timers that fall due fire, in order. */
  tick(milliseconds: number): void;
  /** Sets the clock and fires nothing: the page slept. */
  sleep(milliseconds: number): void;
  /** When the timers that run fall due. */
  timers(): number[];
  /** What the browser thinks of the network. */
  connect(online: boolean): void;
}

export function clock(start = NOW): Clock {
  let now = start;
  let ids = 0;
  let online = true;
  const timers = new Set<{ at: number; callback: () => void }>();
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    newId: () => `page-${String(++ids).padStart(16, '0')}`,
    random: () => 0.5,
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    isOnline: () => online,
    onConnectivity(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tick(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = end;
    },
    sleep(milliseconds) {
      now += milliseconds;
    },
    timers: () => [...timers].map(({ at }) => at).sort((a, b) => a - b),
    connect(next) {
      online = next;
      for (const listener of listeners) listener();
    },
  };
}

export interface Page {
  readonly store: WorkspaceStore;
  readonly wire: Wire;
  readonly clock: Clock;
  readonly scene: Scene;
}

/** A page that Ada looks at, loaded. */
export async function page(
  actions: readonly ActionRecord[] = [],
  { viewer = 'ada', ...more }: Partial<WorkspaceSnapshot> & { viewer?: string } = {},
): Promise<Page> {
  const behind = scene(actions, more);
  const between = wire(behind.as(viewer));
  const time = clock();
  const store = createWorkspace(between.backend, time);
  await store.load();
  const { items } = await between.backend.actions.list({ limit: 200 });
  store.actions.receive(items);
  await rest();
  return { store, wire: between, clock: time, scene: behind };
}
