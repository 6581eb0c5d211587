// The words of making a room, which come with their English.
import { roomSetup } from './en-room-setup.ts';
import { lateWords } from './late-words.ts';

/** Those of the host and of its language, over the English ones. */
export const roomSetupWords = lateWords('roomSetup', roomSetup);
