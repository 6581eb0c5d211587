// The words of the list of engagements, which come with their English.
import { engagementList } from './en-engagement-list.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementListWords = lateWords('engagementList', engagementList);
