// The words of making engagements, which come with their English.
import { engagementSetup } from './en-engagement-setup.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementSetupWords = lateWords('engagementSetup', engagementSetup);
export type EngagementSetupWords = ReturnType<typeof engagementSetupWords>;
