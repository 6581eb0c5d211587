// The words for what a change moves, which come with their English.
import { planMoved } from './en-plan-moved.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const planMovedWords = lateWords('planMoved', planMoved);
