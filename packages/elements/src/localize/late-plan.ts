// The words of a room's plan, which come with their English.
import { plan } from './en-plan.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const planWords = lateWords('plan', plan);
