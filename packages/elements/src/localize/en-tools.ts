// English for what one does something with: toasts, the line that adds, pickers and menus, the bar for a selection, keys.
// It comes with them.
import { plural } from './english-plural.ts';

/** Built-in English of the group `toast`: what is said after a change. */
export const toast = {
  completed: (title: string) => `Completed “${title}”`,
  reopened: (title: string) => `Reopened “${title}”`,
  dismissed: (title: string) => `Marked “${title}” as not done`,
  stateSet: (title: string, status: string) => `“${title}” is now ${status}`,
  created: (title: string) => `Added “${title}”`,
  updated: (title: string) => `Saved “${title}”`,
  rescheduled: (title: string, date: string) => `“${title}” is now due ${date}`,
  undated: (title: string) => `“${title}” has no date now`,
  assigned: (title: string, name: string) => `“${title}” is now with ${name}`,
  deleted: (title: string) => `Deleted “${title}”`,
  undone: 'Undone',
  undo: 'Undo',
  retry: 'Try again',
  dismiss: 'Dismiss',
  bulk: (count: number) => `${count} ${plural(count, 'action', 'actions')} changed`,
  bulkPartly: (done: number, failed: number) => `${done} changed, ${failed} not`,
};

/** Built-in English of the group `quickAdd`: the line that adds. */
export const quickAdd = {
  label: 'New action',
  placeholder: 'Add an action',
  hint: 'Type a date such as “fri” or “in 2 weeks”; Enter adds it.',
  add: 'Add',
  dateChip: (date: string) => `Due ${date}`,
  empty: 'Type what is to be done.',
  tooLong: (max: number) => `At most ${max} characters.`,
  where: 'Relationship or Personal',
  whereIs: (name: string) => `Goes to ${name}`,
  assigneeIs: (name: string) => `Assigned to ${name}`,
  turnTo: (meaning: string, other: string) => `${meaning}. Turn to ${other}`,
  from: (meaning: string, words: string) => `${meaning}, understood from “${words}”`,
  keepAsText: (words: string) => `Keep “${words}” as text`,
  unset: (meaning: string) => `Unset: ${meaning}`,
  dueMissing: 'Pick a due date: every action of a relationship has one.',
  notAdded: 'It was not added. Your text is kept.',
  returned: (title: string, why: string) => `“${title}” was not added. ${why}`,
  aside: (title: string) => `“${title}” waits here.`,
  putBack: 'Put back',
};

/** Built-in English of the group `part`: the pickers. */
export const part = {
  statusOf: (title: string) => `Status of “${title}”`,
  noMatch: (query: string) => `Nothing matches “${query}”`,
  matches: (count: number) => `${count} ${plural(count, 'choice', 'choices')}`,
  assignee: 'Assignee',
  findPerson: 'Find a person',
  assignToMe: 'Assign to me',
  yoursAlready: 'It is with you already.',
  nobody: 'Nobody',
  find: 'Find',
};

/** Built-in English of the group `dueDate`: picking a date. */
export const dueDate = {
  label: 'Due date',
  field: 'Type a date',
  placeholder: 'fri, in 2 weeks, 15 mar',
  names: 'Named dates',
  past: 'in the past',
  isPast: (date: string) => `${date}, in the past`,
  notUnderstood: 'Not understood as a date. Try “fri”, “in 2 weeks” or “15 mar”.',
  outOfRange: 'Pick a date from 1970 to 2199.',
  noDate: 'No date',
  required: 'This action needs a due date.',
  nothingToMove: 'It has no date to move.',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  pick: 'Pick a date…',
};

/** Built-in English of the group `bulk`: the bar for a selection. */
export const bulk = {
  label: 'Selected actions',
  selected: (count: number) => `${count} selected`,
  noneSelected: 'Nothing selected',
  complete: 'Complete',
  notDone: 'Not done',
  inProgress: 'In progress',
  todo: 'To do',
  assign: 'Reassign',
  reschedule: 'Reschedule',
  delete: 'Delete',
  clear: 'Clear selection',
  done: (count: number) => `${count} done`,
  skipped: (count: number) => `${count} unchanged`,
  refused: (count: number) => `${count} refused`,
  retry: (count: number) => `Retry ${count} failed`,
  hint: 'Ctrl+. goes to the actions for the selection.',
};

/** Built-in English of the group `shortcut`: the keys. */
export const shortcut = {
  up: 'Up',
  down: 'Down',
  complete: 'Complete or reopen',
  open: 'Open details',
  edit: 'Edit the title',
  due: 'Due date',
  later: 'One day later',
  earlier: 'One day earlier',
  assignee: 'Assignee',
  assignMe: 'Assign to me',
  status: 'Status',
  remove: 'Delete',
  undo: 'Undo',
  select: 'Select',
  extendDown: 'Extend the selection',
  selectAll: 'Select all',
  toBulk: 'To the actions for the selection',
  add: 'New action',
  search: 'Search',
  group: 'Group',
  escape: 'Close, or clear the selection',
  start: 'Start date',
  fold: 'Fold or unfold a section',
  moveUp: 'Move up',
  moveDown: 'Move down',
  help: 'Show this help',
} as Readonly<Record<string, string>>;
