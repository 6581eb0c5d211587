// The words of the filter bar and its menus, which come with their English.
import { filter } from './en-filter.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const filterWords = lateWords('filter', filter);
