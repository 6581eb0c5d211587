// English for a list's menu of what concerns it as a whole, and for its export; it comes with them.
import { plural } from './english-plural.ts';

/** Built-in English of the group `more`. */
export const more = {
  exportCsv: 'Export as CSV',
  print: 'Print',
  collecting: 'Collecting the actions to export…',
  cancel: 'Cancel',
  exported: (count: number) => `Exported ${count} ${plural(count, 'action', 'actions')}`,
  notExported: (why: string) => `Nothing was exported. ${why}`,
  otherList: 'The list shows other actions now.',
  fileName: (list: string, date: string) => `${list} ${date}`,
  description: 'Description',
  created: 'Created',
  closed: 'Closed',
  id: 'ID',
  assigneeId: 'Assignee ID',
  contextId: 'Context ID',
};
