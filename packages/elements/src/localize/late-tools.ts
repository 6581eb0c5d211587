// The words of what one does something with, which come with their English: those of the host and of its language, over
// the English ones.
import { bulk, dueDate, part, quickAdd, shortcut, toast } from './en-tools.ts';
import { lateWords } from './late-words.ts';

export const toastWords = lateWords('toast', toast);
export const quickAddWords = lateWords('quickAdd', quickAdd);
export const partWords = lateWords('part', part);
export const dueDateWords = lateWords('dueDate', dueDate);
export const bulkWords = lateWords('bulk', bulk);
export const shortcutWords = lateWords('shortcut', shortcut);
