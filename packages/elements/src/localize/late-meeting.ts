// The words of a meeting's agenda, which come with their English.
import { meeting } from './en-meeting.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const meetingWords = lateWords('meeting', meeting);
