// English for an engagement's settings. It comes with them.
import { plural } from './english-plural.ts';

/** Built-in English of the group `engagementSettings`. */
export const engagementSettings = {
  heading: 'Engagement settings',
  loading: 'Loading settings',
  loadFailed: 'The settings could not be loaded.',
  gone: 'This engagement is not there any more.',
  goneHint: 'It was deleted, or you cannot see it.',
  notAllowed: 'Settings are for admins and the coach.',
  notAllowedHint: 'You see the engagement itself where you take part in it.',

  // Sections
  section: {
    basics: 'Title and dates',
    scheduling: 'Scheduling',
    welcome: 'Welcome',
    spectators: 'Who watches',
    invoicing: 'Invoicing',
    danger: 'Delete',
  },

  // Fields
  field: {
    title: 'Title',
    startDate: 'Start date',
    endDate: 'End date',
    timeZone: 'Time zone',
    selfScheduling: 'Coachees schedule sessions',
    welcome: 'Welcome',
    spectatorIds: 'Spectators',
    coachInvoicingMethodId: 'Coach invoicing method',
    coacheeInvoicingMethodId: 'Coachee invoicing method',
  },
  coach: 'Coach',
  coachees: 'Coachees',
  status: 'Status',
  draft: 'Draft',
  active: 'Active',
  activeShared: 'Active, shared with coachees',
  timeZoneHint: 'Days of its items begin and end on this clock.',
  workspaceZone: (zone: string) => `As the workspace: ${zone}`,
  findZone: 'Find a time zone',
  moves: (count: number) => `${count} ${plural(count, 'date moves', 'dates move')} with the start`,
  release: 'release',
  due: 'due',
  fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  noDay: 'no date',
  moreMoves: (count: number) => `and ${count} more`,
  allowScheduling: 'Allow coachees to schedule sessions',
  allowSchedulingHint:
    'Once it is active and shared, they pick the time of a session themselves. An item can say otherwise.',
  welcomeTitle: 'Welcome title',
  welcomeMessage: 'Welcome message',
  welcomeHint: 'Shown to the coach and the coachees once the engagement is shared.',
  welcomeShown: 'The coach and the coachees see this now.',
  preview: 'Preview',
  previewEmpty: 'Nothing is shown until there is a title.',
  spectatorsHint:
    'They see titles, kinds, dates and progress once it is active. They do not see what is written in it, nor the invoicing, and they change nothing.',
  invoicingHint: 'Told to admins alone; the coach is told the coach’s rate.',
  coachInvoicing: 'What the coach bills the firm',
  coacheeInvoicing: 'What the firm bills the coachee',
  chooseMethod: 'Choose',
  findMethod: 'Find an invoicing method',
  noMethod: 'None',
  createMethod: 'Create invoicing method',
  createFor: (field: string) => `Create invoicing method for: ${field}`,
  rate: (amount: string, per: string) => `${amount} ${per}`,
  per: { session: 'per session', hour: 'per hour', engagement: 'per engagement' },
  yourRate: 'Your rate',

  // A new invoicing method
  method: 'New invoicing method',
  methodName: 'Name',
  methodNamePlaceholder: 'Standard hour',
  amount: 'Amount',
  currency: 'Currency',
  perWhat: 'Billed per',
  perName: { session: 'Session', hour: 'Hour', engagement: 'Engagement' },
  methodSave: 'Create and choose',
  methodSaving: 'Creating…',
  nameMissing: 'Type a name.',
  nameTooLong: 'The name has more than 200 characters.',
  amountWrong: 'Type a sum such as 120.50.',
  currencyWrong: 'Choose a currency.',

  // Saving
  unsaved: 'Unsaved changes',
  unsavedOffline: 'You are offline. Your changes are kept here; save them once you are back.',
  kept: 'Your unsaved changes from before are here again.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
  discard: 'Discard',
  discarded: 'Changes discarded',
  undo: 'Undo',
  notSaved: (why: string) => `Not saved. ${why} What you typed is still here.`,
  faults: (count: number) => plural(count, 'One thing to mend', `${count} things to mend`),

  // Conflicts
  conflict: (field: string) => `“${field}” was changed here and elsewhere`,
  changedBy: (name: string, when: string) => `Changed by ${name} ${when}.`,
  somebodyElse: 'somebody else',
  justNow: 'just now',
  mine: 'Yours',
  theirs: 'Theirs',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  on: 'On',
  off: 'Off',
  none: 'None',

  // Deleting
  deleteHint: 'It goes from every portal, with its items. You can bring it back for 30 days.',
  delete: 'Delete engagement',
  deleted: (title: string) => `Deleted “${title}”`,
  deletedHint: 'It is gone from every portal. You can bring it back for 30 days.',
  restored: (title: string) => `“${title}” is back`,

  // What is wrong
  fault: {
    'title-missing': 'Type a title.',
    'too-long': 'This is longer than it may be.',
    'end-before-start': 'The end is before the start. Choose a later end.',
    'welcome-title-missing': 'A welcome needs a title, or no message.',
  },
};
