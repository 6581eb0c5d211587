// The demo's template of an evaluation: from the kick-off through a pilot to a signed contract, about twelve weeks.
import { days, done, due, finished, internalStep, MADE, type SeedTemplate, step, weeks, workingDays } from './step.ts';

export const ENTERPRISE_EVALUATION: SeedTemplate = {
  id: 'enterprise-evaluation',
  name: 'Enterprise evaluation',
  by: 'noor-haddad',
  sections: [
    {
      key: 'discovery',
      name: 'Discovery',
      steps: [
        step('kickoff', 'lead', 'Kick-off with both teams', workingDays(4, MADE), {
          description: 'An hour: who we are, what you want to change, how the next weeks run.',
        }),
        step('stakeholders', 'contact', 'Name everybody who has a say in this', workingDays(2, done('kickoff'))),
        step('criteria', 'contact', 'Write down success in three numbers', workingDays(3, done('kickoff')), {
          description: 'For example: jobs a day, kilometres a job, minutes from call to crew.',
        }),
        internalStep(
          'account-map',
          'lead',
          'Map who decides, who pays and who can stop it',
          days(1, done('stakeholders')),
        ),
        step('planner-day', 'company', 'Let us sit with a planner for a day', weeks(1, due('kickoff'), 'next')),
        step('notes', 'lead', 'Send what we understood, for correction', workingDays(2, due('planner-day'))),
      ],
    },
    {
      key: 'pilot',
      name: 'Pilot',
      steps: [
        step('sandbox', 'engineer', 'Set up the pilot workspace', days(3, finished('discovery'), 'next')),
        step('sample', 'contact', 'Send a month of jobs and crews as a file', workingDays(-2, due('sandbox')), {
          description: 'CSV or a spreadsheet. Names of people can be left out.',
        }),
        internalStep('gaps', 'engineer', 'Look for gaps in their data before they do', workingDays(1, done('sample'))),
        step('pilot-users', 'contact', 'Choose ten people for the pilot', days(0, due('sandbox'))),
        step('training', 'engineer', 'Train the pilot group, two sessions', workingDays(2, due('pilot-users'))),
        step('pilot-run', 'company', 'Plan three weeks with it', weeks(3, done('training'), 'next'), {
          start: days(1, done('training'), 'next'),
        }),
        step('midway', 'lead', 'Midway review', days(-10, due('pilot-run'), 'previous')),
        step('results', 'lead', 'Read the results against the three numbers', workingDays(3, done('pilot-run'))),
      ],
    },
    {
      key: 'assurance',
      name: 'Security and legal',
      steps: [
        step('questionnaire', 'specialist', 'Answer the security questionnaire', weeks(2, due('kickoff'), 'next')),
        step('security-ok', 'company', 'Security signs off the answers', weeks(2, done('questionnaire'), 'next')),
        step('dpa', 'specialist', 'Send the data-processing agreement', workingDays(5, due('sandbox'))),
        step('dpa-review', 'contact', 'Comments on the data-processing agreement', workingDays(10, done('dpa'))),
      ],
    },
    {
      key: 'decision',
      name: 'Decision',
      steps: [
        internalStep(
          'price-floor',
          'lead',
          'Agree the price floor with finance',
          days(-4, due('proposal'), 'previous'),
        ),
        step('proposal', 'lead', 'Proposal with prices', workingDays(4, finished('pilot'))),
        step('budget', 'contact', 'Budget confirmed', weeks(1, done('proposal'), 'next')),
        internalStep(
          'concessions',
          'lead',
          'Decide what we can give on term and price',
          days(-3, due('contract'), 'previous'),
        ),
        step('contract', 'contact', 'Contract signed', weeks(3, due('proposal'), 'next')),
        step('handover', 'lead', 'Hand over to onboarding', workingDays(2, done('contract'))),
      ],
    },
  ],
};
