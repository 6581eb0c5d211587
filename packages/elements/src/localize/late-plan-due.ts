// The words for picking a plan's dates, which come with their English.
import { planDue } from './en-plan-due.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const planDueWords = lateWords('planDue', planDue);

export type PlanDueWords = typeof planDue;
