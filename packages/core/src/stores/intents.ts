// One intent for what is written alike, until it is answered: tried again after no answer, it takes effect once
// (api.md R-I-1).
import type { Id } from '../schema/index.ts';
import type { Environment } from './environment.ts';

export interface Intents {
  /** The intent of what is written: that of the last time where it was written alike. */
  of(written: unknown): Id;
  /** It was answered: the same written again is meant again. */
  answered(): void;
}

/** The intents of one form, in which one thing is written at a time. */
export function createIntents({ newId }: Pick<Environment, 'newId'>): Intents {
  let last: { readonly written: string; readonly intent: Id } | null = null;
  return {
    of(written) {
      const key = JSON.stringify(written);
      if (last?.written !== key) last = { written: key, intent: newId() };
      return last.intent;
    },
    answered() {
      last = null;
    },
  };
}
