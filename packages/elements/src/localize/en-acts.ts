// English for what is said beside rows: of a list that has none, of what went wrong, of what can be done with an action.
import { plural } from './english-plural.ts';

export const list = {
  dueGroup: {
    overdue: 'Overdue',
    today: 'Today',
    thisWeek: 'This week',
    later: 'Later',
    noDate: 'No date',
    closed: 'Closed',
  } as Readonly<Record<string, string>>,
  nobody: 'Nobody',
  personalOf: (name: string) => `Personal, ${name}`,
  selectItem: 'Select',
  notSaved: 'Not saved.',
  open: 'Open',
  editTitle: 'Edit title',
  status: 'Status…',
  delete: 'Delete',
  titleEmpty: 'Type what is to be done.',
  nothingYet: 'No actions yet.',
  nothingYetHint: 'Write down the first thing that was promised.',
  addFirst: 'Add an action',
  filteredOut: 'No actions match these filters.',
  clearFilters: 'Clear filters',
  caughtUp: 'You’re all caught up.',
  caughtUpHint: 'Nothing that is yours is open.',
  showCompleted: 'Show completed',
  stale: 'This may not be the latest.',
  shortcuts: 'Keyboard shortcuts',
  close: 'Close',
};

export const problem = {
  network: 'No answer from the server. Your change is kept here.',
  noAnswer: 'The server does not answer.',
  offline: 'You are offline.',
  forbidden: 'You may not do this.',
  notFound: 'It is no longer there.',
  conflict: 'Somebody else changed it meanwhile.',
  session: 'Your session has ended. Please sign in again.',
  validation: 'That was not accepted.',
  busy: 'The server is busy just now.',
  other: 'Something went wrong.',
  noAccess: 'You have no access to these actions.',
  reference: (id: string) => `Reference ${id}`,
  notSaved: (title: string, why: string) => `“${title}” was not saved. ${why}`,
};

export const state = {
  offline: 'Offline',
  waiting: (count: number) => `${count} ${plural(count, 'change waits', 'changes wait')} to be sent`,
  noWorkspace: 'Not connected to a workspace.',
};

export const date = {
  endOfWeek: 'End of week',
  endOfMonth: 'End of month',
  inTwoWeeks: 'In two weeks',
  nextWeek: 'Next week',
  oneDayLater: 'One day later',
  remove: 'Remove date',
};

export const action = {
  title: 'Title',
  reopen: (title: string) => `Reopen “${title}”`,
  reschedule: 'Reschedule',
  rescheduleNamed: (title: string) => `Reschedule “${title}”`,
  pending: 'Saving…',
  untitled: 'Untitled',
};

export const context = {
  me: 'Me',
  personalNotice: 'Visible to people who can see your relationship actions.',
};
