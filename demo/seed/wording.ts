// What people promise one another at Fernhill. `{c}` is filled with a customer, `{p}` with a first name, `{q}` with a
// quarter, `{t}` with a topic.

export const RELATIONSHIP_TITLES: readonly string[] = [
  'Send {c} the revised proposal',
  'Draft the {q} goals and share them before the next 1:1',
  'Shadow {p} on a discovery call',
  'Write up what we learned from the {c} renewal',
  'Book the budget review with finance',
  'Prepare three questions for the skip-level with Ingrid',
  'Give {p} feedback on the onboarding deck',
  'Practise the demo without slides',
  'Agree the handover plan for {c} with {p}',
  'Cut the weekly report to one page',
  'Ask {p} for a second opinion on pricing',
  'Record a five-minute walkthrough of {t}',
  'Move the {c} kick-off to a time that works for their team',
  'List the five accounts at risk and one next step each',
  'Read the chapter on difficult conversations and bring one example',
  'Close the loop with support about {t}',
  'Set up a monthly check-in with {c}',
  'Write the job post for the second field engineer',
  'Decide which two meetings to drop',
  'Present {t} at the team meeting',
  'Update the capacity plan for {q}',
  'Run the retrospective and send the notes the same day',
  'Introduce {p} to the procurement lead at {c}',
  'Sketch a career map: next role, gaps, first step',
  'Get the security questionnaire for {c} answered',
  'Review the call recording and note two things to change',
  'Send the deck for {t}',
  'Confirm the training budget for {q}',
  'Pair with {p} on the migration runbook',
  'Collect peer feedback from three colleagues',
  'Block two focus mornings a week until the end of {q}',
  'Draft the apology to {c} and let {p} read it first',
  'Compare the last three lost deals and look for a pattern',
  'Turn the notes on {t} into a checklist',
  'Propose a metric for {t}',
  'Schedule the mid-year conversation',
  'Rehearse the board summary with {p}',
  'Visit {c} on site',
  'Document who decides what in the {c} account',
  'Finish the coaching course, module on listening',
];

export const PERSONAL_TITLES: readonly string[] = [
  'Review the training materials on {t}',
  'Follow up with the candidate from Tuesday',
  'Renew the passport before the {c} visit',
  'Expense the train tickets',
  'Clear the inbox down to today',
  'Write the thank-you note to {p}',
  'Read the paper {p} sent about {t}',
  'Order a second monitor',
  'Plan the days off around the holidays',
  'Back up the notes from the offsite',
  'Update my part of the skills matrix',
  'Sign up for the first-aid refresher',
  'Tidy the shared drive for {c}',
  'Think about what to hand over in {q}',
];

export const DESCRIPTIONS: readonly string[] = [
  '',
  '',
  '',
  'Keep it short: what changes for them, what it costs, what we need by when.',
  'Background in the shared notes: https://notes.fernhill.example/coaching and ask mailto:people@fernhill.example if the link has expired.',
  'We said:\n- one page\n- no jargon\n- a clear next step at the end',
  'Talk to the team first. If it turns out to be more than half a day of work, bring it back to our next 1:1.',
];

export const TOPICS: readonly string[] = [
  'route planning',
  'the partner programme',
  'the new scheduling board',
  'data retention',
  'the winter release',
  'customer health scores',
  'the on-call rota',
  'the field app',
];

export const LONG_TITLE =
  'Work with legal, security and the customer’s own procurement team on one agreed wording for the data-processing addendum, so that the three open contracts can be signed before the quarter closes and nobody has to reopen them in January';

/** What is open on any day the demo is begun: in whose coaching, who wrote it, whose it is, and days from today. */
export const CERTAIN: readonly { report: string; by: string; assignee: string; title: string; due: number }[] = [
  {
    report: 'ana-petrovic',
    by: 'tomas-herrera',
    assignee: 'ana-petrovic',
    title: 'Share the interview notes with Tomás',
    due: -6,
  },
  {
    report: 'ben-okafor',
    by: 'ben-okafor',
    assignee: 'ana-petrovic',
    title: 'Approve the travel budget for the Kestrel visit',
    due: -3,
  },
  {
    report: 'clara-weiss',
    by: 'ana-petrovic',
    assignee: 'ana-petrovic',
    title: 'Find Clara a mentor in the field team',
    due: -1,
  },
  {
    report: 'elif-kaya',
    by: 'elif-kaya',
    assignee: 'ana-petrovic',
    title: 'Read Elif’s draft before she sends it',
    due: 0,
  },
  {
    report: 'dev-sharma',
    by: 'ana-petrovic',
    assignee: 'ana-petrovic',
    title: 'Ask Dev which part of the migration worries him',
    due: 1,
  },
  {
    report: 'ben-okafor',
    by: 'ana-petrovic',
    assignee: 'ben-okafor',
    title: 'Send Ana the list of accounts at risk',
    due: -2,
  },
  { report: 'ben-okafor', by: 'ben-okafor', assignee: 'ben-okafor', title: 'Try the new call outline once', due: 2 },
];
