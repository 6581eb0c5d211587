// The words of one engagement, which come with their English.
import { engagement } from './en-engagement.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementWords = lateWords('engagement', engagement);
