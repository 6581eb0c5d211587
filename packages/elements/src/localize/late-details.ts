// The words of an action's details, which come with their English.
import { details } from './en-details.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const detailsWords = lateWords('details', details);
