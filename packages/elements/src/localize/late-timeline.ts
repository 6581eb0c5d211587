// The words of a plan's timeline, which come with their English.
import { timeline } from './en-timeline.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const timelineWords = lateWords('timeline', timeline);
