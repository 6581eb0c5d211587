// The words for why a date is what it is, which come with their English.
import { planWhy } from './en-plan-why.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const planWhyWords = lateWords('planWhy', planWhy);
