// Brings the part that reads answers: asked for when a client is made, so that it comes while the token and the first
// request are on their way. What could not be loaded is asked for again by the next attempt.
import { BackendError } from '@followthrough/core/backend';
import type * as answers from './answers.ts';
import { CutShort } from './exchange.ts';
import { settled } from './settled.ts';

/** Gives the part that reads answers. Rejects as if the answer had been lost, or with the signal's reason. */
export type LoadAnswers = (signal?: AbortSignal) => Promise<Answers>;
type Answers = typeof answers;

/** @param timeout milliseconds that one attempt waits for it */
export function createAnswersLoader(timeout: number, load: () => Promise<Answers>): LoadAnswers {
  let loading: Promise<Answers> | null = null;

  function begin(): Promise<Answers> {
    loading ??= load().catch((cause: unknown) => {
      loading = null;
      throw cause;
    });
    return loading;
  }

  begin().catch(() => undefined);
  return async (signal) => {
    try {
      const late = AbortSignal.timeout(timeout);
      return await settled(begin(), signal ? AbortSignal.any([signal, late]) : late);
    } catch (error) {
      signal?.throwIfAborted();
      const cause = new CutShort('What reads the answer could not be loaded.', { cause: error });
      throw new BackendError('network', { detail: 'The answer could not be read.', cause });
    }
  };
}
