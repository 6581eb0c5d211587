// The words of a plan's dates, which come with their English.
import { planDates } from './en-plan-dates.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const planDateWords = lateWords('planDates', planDates);
