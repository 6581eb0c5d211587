// A wire between a page and its backend that the test holds in its hands: every call waits until it is let through, and
// its answer until it is delivered; either can be lost. Behind it is the real backend.
import { type Backend, BackendError } from '@followthrough/core/backend';

/** One call on the wire. */
export interface WireCall {
  /** Such as `actions.setState`. */
  readonly name: string;
  readonly args: readonly unknown[];
  state: 'leaving' | 'working' | 'answered' | 'over';
  /** Reaches the backend, which does its work; the answer waits. */
  arrive(): Promise<void>;
  /** Its answer reaches the page. */
  deliver(): Promise<void>;
  /** It, or its answer, is lost on the way. */
  lose(): Promise<void>;
  /** Something on the way refuses it: it never reaches the backend. */
  refuse(error: BackendError): Promise<void>;
}

export interface Wire {
  readonly backend: Backend;
  /** Calls under way, oldest first. */
  calls(name?: string): WireCall[];
  /** Calls that were lost. */
  readonly lost: readonly WireCall[];
  /** Whether calls wait for the test; else they go straight through. */
  held: boolean;
  /** Whether all calls are lost, as when the network is gone. */
  cut: boolean;
  /** How many calls of this name were made so far. */
  count(name: string): number;
  /** Lets everything under way through, and what follows from it, until nothing is. */
  drain(): Promise<void>;
}

export function wire(real: Backend): Wire {
  const underWay: WireCall[] = [];
  const lost: WireCall[] = [];
  const counts = new Map<string, number>();

  function through<T>(name: string, args: readonly unknown[], work: () => Promise<T>): Promise<T> {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (it.cut) return Promise.reject(new BackendError('network'));
    if (!it.held) return work();
    return new Promise<T>((resolve, reject) => {
      let answer: (() => void) | undefined;
      const call: WireCall = {
        name,
        args,
        state: 'leaving',
        async arrive() {
          if (call.state !== 'leaving') return;
          call.state = 'working';
          answer = await work().then(
            (value) => () => resolve(value),
            (error: Error) => () => reject(error),
          );
          call.state = 'answered';
        },
        async deliver() {
          await call.arrive();
          end(() => answer?.());
          await rest();
        },
        async lose() {
          lost.push(call);
          end(() => reject(new BackendError('network')));
          await rest();
        },
        async refuse(error) {
          end(() => reject(error));
          await rest();
        },
      };
      function end(last: () => void) {
        call.state = 'over';
        underWay.splice(underWay.indexOf(call), 1);
        last();
      }
      underWay.push(call);
    });
  }

  const wrapped = <G extends object>(group: G, path: string): G =>
    Object.fromEntries(
      Object.entries(group).map(([name, value]) => {
        const at = path === '' ? name : `${path}.${name}`;
        if (typeof value === 'object' && value !== null) return [name, wrapped(value as object, at)];
        const operation = value as (...args: unknown[]) => Promise<unknown>;
        return [name, (...args: unknown[]) => through(at, args, () => operation(...args))];
      }),
    ) as G;

  const it: Wire = {
    backend: wrapped(real, ''),
    lost,
    calls: (name) => underWay.filter((call) => name === undefined || call.name === name),
    held: false,
    cut: false,
    count: (name) => counts.get(name) ?? 0,
    async drain() {
      await rest();
      for (let call = underWay[0]; call; call = underWay[0]) await call.deliver();
    },
  };
  return it;
}

/** Waits until everything that can happen by itself has happened. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
