// English, built in: the strings that the elements show. Grouped by where it appears; a value is a string, or a
// function where something is put in. To add one: append it to its group here; nothing else knows the list. Words of parts
// that come late stand in files of their own (en-acts.ts, en-details.ts, en-filter.ts) and come with their part.
import { plural } from './english-plural.ts';

/** Built-in English. */
export const en = {
  status: {
    todo: 'To do',
    overdue: 'Overdue',
    inProgress: 'In progress',
    done: 'Done',
    doneLate: 'Done (late)',
    notDone: 'Not done',
    cancelled: 'Cancelled',
  },
  context: {
    personal: 'Personal',
    room: 'Room',
    engagement: 'Engagement',
    relationship: (manager: string, report: string) => `${manager} · ${report}`,
    unknownPerson: 'Someone',
  },
  date: {
    today: 'Today',
    tomorrow: 'Tomorrow',
    yesterday: 'Yesterday',
    /** Within a sentence. */
    saidToday: 'today',
    saidTomorrow: 'tomorrow',
    saidYesterday: 'yesterday',
    none: 'No date',
    daysOverdue: (days: number) => `${days} ${plural(days, 'day', 'days')} overdue`,
    wasDue: (date: string) => `Overdue, was due ${date}`,
    due: (date: string) => `Due ${date}`,
    done: (date: string) => `Done ${date}`,
    doneLate: (days: number) => `Done late, ${days} ${plural(days, 'day', 'days')}`,
    doneLateName: (date: string, due: string) => `Done ${date}, was due ${due}`,
  },
  action: {
    complete: (title: string) => `Mark “${title}” as done`,
  },
  problem: {
    load: 'The actions could not be loaded.',
    retry: 'Try again',
  },
  state: {
    loading: 'Loading actions',
  },
  list: {
    heading: 'Actions',
    headingPersonal: 'Personal actions',
    headingRooms: 'Room actions',
    column: {
      select: 'Selected',
      done: 'Done',
      title: 'Action',
      due: 'Due',
      assignee: 'Assignee',
      where: 'Where',
      room: 'Room',
      status: 'Status',
      updated: 'Updated',
      more: 'More',
    },
    select: (title: string) => `Select “${title}”`,
    selectAll: 'Select all',
    more: (title: string) => `More for “${title}”`,
    setDue: 'Set date',
    recent: (days: number) => `Open, and closed in the last ${days} days`,
    full: 'Full history',
    showAll: 'Show all',
    showRecent: 'Show recent',
  },
};
