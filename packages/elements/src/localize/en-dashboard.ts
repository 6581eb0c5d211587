// English for the rooms' actions: the counts above them, and what their rows say beside what every row says. It comes with
// what shows them.

/** Built-in English of the group `dashboard`. */
export const dashboard = {
  counts: 'Filter by',
  overdue: 'Overdue',
  thisWeek: 'Due this week',
  us: 'Waiting on us',
  them: 'Waiting on them',
  unassigned: 'Unassigned',
  noRooms: 'No rooms yet.',
  noRoomsHint: 'What is promised in a room shows up here.',
  nothingYet: 'No actions in any room yet.',
  nothingYetHint: 'Add them in a room’s plan.',
  nothingOpen: 'Nothing is open.',
  nothingOpenHint: 'Every action of your rooms is done.',
  showClosed: 'Show what is done',
  contact: 'Primary contact',
  company: 'The customer as a whole',
  open: 'Open',
  customerSide: 'the customer’s side',
  waits: 'Waiting',
  waitsName: 'No date yet: it waits for another step of its room',
  brokenName: 'No date: what it rests on will not happen',
  openRoom: (name: string) => `Open ${name}`,
};
