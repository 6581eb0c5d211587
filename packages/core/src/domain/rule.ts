// The rules that refuse, by name. A refusal names its rule; a control withheld and a request refused show the same
// sentence (rulebook §6: one function answers yes, or no with the rule's name).

/** Every rule that can refuse, with its sentence in English. */
export const RULES = {
  'personal-owner': 'Only the owner of a personal action can change it.',
  'action-or-relationship-creator': 'Only whoever created this action or the relationship can edit it.',
  'action-or-relationship-creator-deletes': 'Only whoever created this action or the relationship can delete it.',
  'manager-or-report': 'Only the manager and the report of the relationship can do this.',
  'relationship-party': 'Only people with access to the relationship can see its actions.',
  'relationship-settings': 'Only the manager, the creator of the relationship or an admin can change its settings.',
  'relationship-maker': 'A relationship is made by an admin, or by the internal person who becomes its manager.',
  'room-member': 'Only members of the room and admins can do this.',
  'room-own-action': 'A guest of the room changes the status of their own actions only.',
  'room-maker': 'Rooms are made by people of our own team.',
  'room-deleter': 'Only whoever made the room, or an admin, can delete it.',
  'template-maker': 'Templates are made by admins, and by members of a room from its plan.',
  'template-changer': 'Only whoever made the template, or an admin, can change or delete it.',
  'engagement-admin': 'Only admins can do this with an engagement.',
  'engagement-coach': 'Only admins and the coach of the engagement can do this.',
  'engagement-draft': 'Nothing in an engagement is scheduled or completed, and it is not shared, while it is a draft.',
  'coach-edits-actions': 'The coach edits, moves and deletes items of kind action only.',
  'spectator-reads': 'A spectator of an engagement changes nothing in it.',
  'item-locked': 'This is not open to coachees until it is scheduled.',
  'item-not-released': 'This is not released yet.',
  'item-scheduled': 'What is scheduled or completed keeps its place.',
  'session-completed-by-coach': 'A session is completed by the coach or an admin.',
  'session-time-by-coach': 'The time of this session is set by the coach or an admin.',
  'action-is-item': 'An action of an engagement is added as an item of it.',
  'coachee-sets-time-only': 'A coachee sets the time of a session and nothing else.',
  'coachee-time-once': 'The time of this session is set; only the coach or an admin can change it.',
  'directory-admin': 'Only admins change people, companies, groups and the workspace.',
  'last-admin': 'A workspace keeps one admin at least.',
  'invoicing-admin': 'Only admins see and make invoicing methods.',
  'restore-section-first': 'This was deleted with its section: restore the section.',
  'not-done-only-when-overdue': 'An action can be marked Not done only once it is overdue.',
  'reopen-first': 'A closed action is reopened first.',
  'state-of-another-context': 'This kind of action does not have that status.',
  'deleter-only': 'Only whoever deleted this can restore it.',
  'not-offered-here': 'This is not offered for this kind of action.',
  'insufficient-scope': 'Your sign-in on this page lets you read this, not change it.',
} as const;

/** The name of a rule that refuses. */
export type RuleName = keyof typeof RULES;
