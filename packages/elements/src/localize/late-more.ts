// The words of a list's menu and its export, which come with their English.
import { more } from './en-more.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const moreWords = lateWords('more', more);
