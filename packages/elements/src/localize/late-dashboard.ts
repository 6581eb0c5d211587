// The words of the rooms' actions, which come with their English.
import { dashboard } from './en-dashboard.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const dashboardWords = lateWords('dashboard', dashboard);
