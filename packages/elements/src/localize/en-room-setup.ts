// English for making a room. It comes with the form.
import { plural } from './english-plural.ts';

/** Built-in English of the group `roomSetup`. */
export const roomSetup = {
  heading: 'New room',
  name: 'Name of the room',
  namePlaceholder: 'Globex evaluation',
  nameMissing: 'Type a name.',
  customer: 'Customer',
  findCustomer: 'Find a customer',
  chooseCustomer: 'Choose a customer',
  customerMissing: 'Choose whose room it is.',
  start: 'Start from',
  empty: 'An empty plan',
  emptyHint: 'Add sections and actions yourself.',
  size: (sections: number, actions: number) =>
    `${sections} ${plural(sections, 'section', 'sections')}, ${actions} ${plural(actions, 'action', 'actions')}`,
  preview: (template: string) => `What “${template}” gives`,
  sample: (date: string) => `Made on ${date}`,
  changeSample: 'Another day',
  sampleLabel: 'Sample day',
  looking: 'Working the dates out…',
  faults: 'It cannot be used as it is',
  warnings: 'Worth a look',
  estimate: (date: string) => `estimate ${date}`,
  waits: 'no date yet',
  noDate: 'no date',
  internal: 'Internal',
  contact: 'Primary contact',
  company: 'Customer',
  more: (count: number) => `and ${count} more`,
  create: 'Create room',
  creating: 'Creating…',
  created: (name: string) => `Created “${name}”`,
  notAllowed: 'Rooms are made by your own team.',
};
