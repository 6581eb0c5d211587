// English for making engagements, and for what their settings share with it. It comes with them.
import { plural } from './english-plural.ts';

const engagements = (count: number) => `${count} ${plural(count, 'engagement', 'engagements')}`;
const people = (count: number) => `${count} ${plural(count, 'person', 'people')}`;

/** Built-in English of the group `engagementSetup`. */
export const engagementSetup = {
  heading: 'New engagement',
  loading: 'Loading',
  loadFailed: 'This could not be loaded.',
  notAllowed: 'Engagements are made by admins.',
  notAllowedHint: 'Ask an admin of your workspace to make one.',
  close: 'Close',

  // Steps
  steps: 'Steps',
  step: { coachees: 'Coachees', coach: 'Coach', template: 'Template', settings: 'Settings', review: 'Review' },
  stepHeading: {
    coachees: 'Who is coached?',
    coach: 'Who coaches?',
    template: 'Start from a template?',
    settings: 'Title, dates and who watches',
    review: 'Review and create',
  },
  stepOf: (at: number, of: number, name: string) => `Step ${at} of ${of}: ${name}`,
  stepDone: 'done',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  skipTemplate: 'Skip and start from scratch',
  cancel: 'Cancel',
  create: (count: number) => `Create ${engagements(count)}`,
  faults: (count: number) => plural(count, 'One thing is missing', `${count} things are missing`),

  // Coachees
  by: 'Choose',
  byPeople: 'People',
  byGroup: 'A group',
  coachees: 'Coachees',
  findCoachee: 'Find people by name',
  group: 'Group',
  findGroup: 'Find a group',
  members: people,
  noGroups: 'There are no groups. Choose people instead.',
  oneEach: (count: number) =>
    count === 0
      ? 'One engagement for each coachee.'
      : `One engagement for each coachee: ${engagements(count)} will be made.`,
  oneForAll: (count: number) =>
    count === 0 ? 'One engagement for all coachees.' : `One engagement, shared by ${people(count)}.`,
  shared: 'One shared by all',
  sharedHint: 'Everybody takes part in the same engagement and knows of each other.',

  // Picking
  chosen: (label: string) => `Chosen: ${label}`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`,
  added: (name: string) => `${name} added`,
  removeUnknown: 'Remove those who are not there',
  unknownPerson: 'Nobody we know',
  showAll: (count: number) => `Show all ${count}`,
  searching: 'Searching…',
  searchFailed: 'The search failed.',
  retry: 'Try again',
  noMatch: (query: string) => `Nobody is called “${query}”.`,
  noMatchGroup: (query: string) => `No group is called “${query}”.`,
  nobody: 'There is nobody here yet.',
  more: 'Show more',
  found: (count: number) => `${people(count)} found`,
  foundGroups: (count: number) => `${count} ${plural(count, 'group', 'groups')} found`,

  // Coach
  coach: 'Coach',
  findCoach: 'Find a coach by name',
  coachOfGroup: (name: string) => `${name} is in this group: no engagement is made for ${name}.`,

  // Template
  template: 'Template',
  findTemplate: 'Find a template',
  fromScratch: 'From scratch',
  items: (count: number) => (count === 0 ? 'No items' : `${count} ${plural(count, 'item', 'items')}`),
  noTemplates: 'There are no engagement templates yet. You can add items once it is made.',
  noTemplateMatch: (query: string) => `No template is called “${query}”.`,
  preview: (name: string) => `What “${name}” gives`,
  previewStart: (date: string) => `If it starts on ${date}`,
  anotherStart: 'Another day',
  looking: 'Working the dates out…',
  lookFailed: 'The template could not be shown.',
  released: (date: string) => `Released ${date}`,
  releasedAtOnce: 'Released at once',
  due: (date: string) => `Due ${date}`,
  noDate: 'Not scheduled',
  minutes: (count: number) => `${count} min`,
  templateFaulty: 'It cannot be used as it is',
  templateWarnings: 'Worth a look',
  andMore: (count: number) => `and ${count} more`,
  kind: {
    session: 'Session',
    assessment: 'Assessment',
    file: 'File',
    link: 'Link',
    action: 'Action',
    feedback: 'Feedback',
  },

  // Review
  title: 'Title',
  optional: 'optional',
  titleDefault: (name: string) => `Coaching with ${name}`,
  titleEach: 'Coaching with the name of each',
  startDate: 'Start date',
  endDate: 'End date',
  setDate: 'Set a date',
  clearDate: (field: string) => `Remove ${field}`,
  selfScheduling: 'Allow coachees to schedule sessions',
  allowed: 'Yes',
  noDay: 'not set',
  selfSchedulingHint: 'They pick the time of a session themselves, once the engagement is shared with them.',
  spectators: 'Spectators',
  spectatorsHint:
    'For example HR or a line manager. Once it is active they see titles, dates and progress, and nothing that is written in it.',
  findSpectator: 'Add somebody by name',
  summary: 'What will be made',
  change: (what: string) => `Change ${what}`,
  changeShort: 'Change',
  none: 'None',
  groupOf: (name: string, count: number) => `${name} (${people(count)})`,
  andOthers: (names: string, count: number) => `${names} and ${count} more`,
  count: 'Engagements',
  countEach: (count: number) => (count === 1 ? '1' : `${count}, one for each coachee`),
  countShared: (count: number) => `1, shared by ${people(count)}`,
  drafts: 'Made as drafts: nobody but admins sees them until you mark them active.',

  // Making them
  making: (made: number, total: number) => `${made} of ${total} coachees done`,
  makingTitle: (total: number) => `Creating for ${people(total)}…`,
  keepOpen: 'Keep this page open until it is done.',
  made: (count: number) => plural(count, 'The engagement is made', `${count} engagements are made`),
  madeNone: 'No engagement was made',
  madePartly: (made: number, failed: number) =>
    `${made} ${plural(made, 'engagement was', 'engagements were')} made, ${failed} not`,
  madeHint: 'Saved as drafts. Add items, check the settings, then mark them active.',
  outcome: {
    done: 'Made',
    skipped: 'Left out',
    refused: 'Not made',
    failed: 'No answer',
  },
  reason: {
    duplicate: 'Chosen twice.',
    'unknown-person': 'Is no longer in this workspace.',
    'coach-is-coachee': 'Coaches this engagement.',
    'empty-group': 'The group has nobody in it.',
    failed: 'No answer from the server: it may be made or not. Trying again makes nothing twice.',
    other: 'It was refused.',
  } as Readonly<Record<string, string>>,
  results: 'What became of each',
  showMade: (count: number) => `Show the ${count} that were made`,
  retryFailed: (count: number) => `Try ${count === 1 ? 'that one' : `those ${count}`} again`,
  done: 'Done',
  another: 'Make more',

  // Drafts and leaving
  resume: (when: string) => `You began to make engagements ${when}.`,
  resumeYes: 'Resume',
  resumeNo: 'Start over',
  justNow: 'just now',
  discard: 'Discard what you chose?',
  discardYes: 'Discard',
  discardNo: 'Keep going',

  // What is wrong
  fault: {
    'coachees-missing': 'Choose at least one coachee.',
    'too-many-coachees': 'Choose at most 500 coachees at once.',
    'group-missing': 'Choose a group.',
    'empty-group': 'This group has nobody in it. Choose another.',
    'coach-missing': 'Choose who coaches.',
    'template-faulty': 'This template cannot be used as it is. Choose another, or skip.',
    'title-too-long': 'The title has more than 500 characters.',
    'end-before-start': 'The end is before the start. Choose a later end.',
  },
  unknownPeople: (count: number) =>
    `${people(count)} chosen ${plural(count, 'is', 'are')} no longer here. Remove them.`,
  coachIsCoachee: (name: string) => `${name} is a coachee too. Choose another coach, or take ${name} out.`,
  spectatorTakesPart: (names: string) => `${names} takes part in it, and cannot only watch.`,
};
