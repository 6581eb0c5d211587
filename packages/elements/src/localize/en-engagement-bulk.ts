// English for what is done to many engagements at once, and for their export. It comes with the bar and the dialogs.
import { plural } from './english-plural.ts';

const engagements = (count: number) => `${count} ${plural(count, 'engagement', 'engagements')}`;
const are = (count: number) => plural(count, 'is', 'are');

/** Built-in English of the group `engagementBulk`. */
export const engagementBulk = {
  label: 'Bulk actions',
  hint: 'Tick the engagements to change.',
  selected: (count: number) => `${count} selected`,
  allSelected: 'All selected',
  selectMatching: (count: number) => `Select all ${count} that match`,
  clear: 'Clear selection',
  leave: 'Leave bulk actions',
  choose: 'Choose bulk action',
  apply: 'Apply',
  chooseFirst: 'Choose what to do first.',
  tickFirst: 'Tick at least one engagement first.',

  activate: 'Mark as active',
  activateAndShare: 'Mark as active and share',
  share: 'Share with coachee',
  unshare: 'Unshare',
  delete: 'Delete',
  addItem: 'Add new engagement item',

  /** What will be done, in the dialog that asks. */
  willActivate: (count: number) => `${engagements(count)} will be marked as active.`,
  willActivateAndShare: (count: number) => `${engagements(count)} will be active and shared.`,
  willShare: (count: number) => `${engagements(count)} will be shared with ${plural(count, 'its', 'their')} coachees.`,
  willUnshare: (count: number) =>
    `${engagements(count)} will be hidden from ${plural(count, 'its', 'their')} coachees.`,
  willDelete: (count: number) => `${engagements(count)} will be deleted from every portal.`,
  willAddItem: (count: number) => `${engagements(count)} will get a new item.`,
  noteActivate: 'The coach sees an active engagement. It never goes back to draft.',
  noteActivateAndShare: 'Coach and coachees see it from then on. It never goes back to draft.',
  noteShare: 'Its coachees see it from then on.',
  noteUnshare: 'It stays active: the coach still sees it.',
  noteDelete: 'You can bring them back for 30 days. Their actions go with them.',
  noteAddItem: 'It comes last, and is not scheduled yet.',
  coachTold: (byEmail: boolean) =>
    byEmail ? 'The coach is told, on the platform and by e-mail.' : 'The coach is told on the platform.',
  everyoneTold: (byEmail: boolean) =>
    byEmail
      ? 'Coach and coachees are told, on the platform and by e-mail.'
      : 'Coach and coachees are told on the platform.',
  goActivate: (count: number) => `Mark ${count} as active`,
  goActivateAndShare: (count: number) => `Activate and share ${count}`,
  goShare: (count: number) => `Share ${count}`,
  goUnshare: (count: number) => `Unshare ${count}`,
  goDelete: (count: number) => `Delete ${engagements(count)}`,
  goAddItem: (count: number) => `Add to ${engagements(count)}`,

  asking: (count: number | null) => (count === null ? 'Looking at them…' : `Looking at ${engagements(count)}…`),
  askFailed: 'It could not be found out what this would do.',
  eligible: (done: number, all: number) => `${done} of ${all}`,
  nothing: 'There is nothing to do.',
  skippedBecause: (count: number, why: string) => `${count} ${are(count)} skipped: ${why}`,
  refusedBecause: (count: number, why: string) => `${count} ${are(count)} refused: ${why}`,
  cancel: 'Cancel',
  close: 'Close',
  stop: 'Stop',
  stopping: 'Stopping after this step…',
  progress: (done: number, all: number) => `${done} of ${all}`,
  running: 'Working…',

  /** What became of them. */
  resultsOf: (operation: string) => `${operation}: what became of each`,
  countDone: (count: number) => `${count} done`,
  countSkipped: (count: number) => `${count} skipped`,
  countRefused: (count: number) => `${count} refused`,
  countLeft: (count: number) => `${count} not tried`,
  done: 'Done',
  skipped: 'Skipped',
  refused: 'Refused',
  left: 'Not tried',
  stopped: 'You stopped it.',
  moreResults: (count: number) => `and ${count} more`,
  retry: (count: number) => `Try ${count} again`,
  undo: 'Undo',
  undone: (count: number) => `Taken back for ${engagements(count)}`,
  undoFailed: (why: string) => `It could not be taken back. ${why}`,
  didActivate: (count: number) => `${engagements(count)} marked as active`,
  didActivateAndShare: (count: number) => `${engagements(count)} active and shared`,
  didShare: (count: number) => `${engagements(count)} shared`,
  didUnshare: (count: number) => `${engagements(count)} unshared`,
  didDelete: (count: number) => `${engagements(count)} deleted`,
  didAddItem: (count: number) => `Item added to ${engagements(count)}`,

  /** Why nothing is done to one; the sentences of rules come from them. */
  alreadyActive: 'already active',
  alreadyShared: 'already shared',
  notShared: 'not shared',
  stillDraft: 'still a draft',
  unchanged: 'already so',
  duplicate: 'named twice',
  gone: 'no longer there',

  /** Adding an item to many. */
  itemKind: 'What to add',
  itemNext: 'Next',

  /** Exporting. */
  exportTitle: 'Export engagements',
  exportFilters: 'Which engagements',
  exportFormat: 'File',
  xlsx: 'Excel workbook (.xlsx)',
  csv: 'Text table (.csv)',
  xlsxHint: 'One sheet of engagements, one of their items.',
  csvHint: 'One table: a row for each item with its engagement.',
  exportCount: (count: number) => `${engagements(count)} will be in the file.`,
  exportCounting: 'Counting…',
  exportNone: 'No engagement matches: there is nothing to export.',
  exportGo: 'Export',
  exporting: (count: number | null) =>
    count === null ? 'Making the file…' : `Making the file of ${engagements(count)}…`,
  exported: (name: string) => `${name} is saved.`,
  exportAgain: 'Save it again',
  exportFailed: 'The file could not be made.',
  countFailed: 'They could not be counted.',
};
