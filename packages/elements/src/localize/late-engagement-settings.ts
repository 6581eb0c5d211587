// The words of an engagement's settings, which come with their English.
import { engagementSettings } from './en-engagement-settings.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const engagementSettingsWords = lateWords('engagementSettings', engagementSettings);
export type EngagementSettingsWords = ReturnType<typeof engagementSettingsWords>;
