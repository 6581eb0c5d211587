// The words of what opens in one engagement, which come with their English.
import { engagementForms } from './en-engagement-forms.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementFormWords = lateWords('engagementForms', engagementForms);
