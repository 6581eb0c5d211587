// The words of what is done to many engagements at once, which come with their English.
import { engagementBulk } from './en-engagement-bulk.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementBulkWords = lateWords('engagementBulk', engagementBulk);
