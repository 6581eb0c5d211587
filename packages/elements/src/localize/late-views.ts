// The words of saved views, which come with their English.
import { views } from './en-views.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const viewsWords = lateWords('views', views);
