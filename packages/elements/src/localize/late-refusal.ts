// The words for why something was refused, which come with what tells of problems.
import { refusal } from './en-refusal.ts';
import { lateWords } from './late-words.ts';

export const refusalWords = /* @__PURE__ */ lateWords('refusal', refusal);
