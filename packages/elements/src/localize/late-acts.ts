// The words beside rows, which come with what says them: those of the host and of its language, over the English ones.
// Each is marked as pure: an element takes only those that it says.
import { RULES } from '@followthrough/core/domain';
import { action, context, date, list, problem, state } from './en-acts.ts';
import { lateWords } from './late-words.ts';

export const listWords = /* @__PURE__ */ lateWords('list', list);
export const problemWords = /* @__PURE__ */ lateWords('problem', problem);
export const stateWords = /* @__PURE__ */ lateWords('state', state);
export const dateNameWords = /* @__PURE__ */ lateWords('date', date);
export const actionWords = /* @__PURE__ */ lateWords('action', action);
export const contextWords = /* @__PURE__ */ lateWords('context', context);
/** Rule sentences come from core/domain, so that a refusal reads the same everywhere. */
export const ruleWords = /* @__PURE__ */ lateWords('rule', RULES);
