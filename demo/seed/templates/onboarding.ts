// The demo's template of an onboarding: from a signed contract to crews planned with it every day, about nine weeks.
import { days, done, due, finished, internalStep, MADE, type SeedTemplate, step, weeks, workingDays } from './step.ts';

export const ONBOARDING: SeedTemplate = {
  id: 'onboarding',
  name: 'Onboarding',
  by: 'noor-haddad',
  sections: [
    {
      key: 'prepare',
      name: 'Prepare',
      steps: [
        step('welcome', 'lead', 'Welcome call and plan of the weeks', workingDays(3, MADE)),
        internalStep('briefing', 'lead', 'Brief the team on what was sold', workingDays(1, MADE)),
        step('sponsor', 'contact', 'Name a sponsor and a daily contact', workingDays(2, done('welcome'))),
        step('depots', 'contact', 'List depots, crews and skills', workingDays(5, done('welcome')), {
          description: 'The spreadsheet has a tab for each. What is not known yet can stay empty.',
        }),
        step('access', 'company', 'Single sign-on and network access', weeks(2, due('welcome'), 'next')),
      ],
    },
    {
      key: 'configure',
      name: 'Set up',
      steps: [
        step('import', 'engineer', 'Import depots and crews', workingDays(4, done('depots'))),
        step('check', 'contact', 'Check the imported crews', workingDays(3, done('import'))),
        step('rules', 'engineer', 'Set working hours and travel rules', days(5, due('import'), 'next')),
        internalStep('load', 'engineer', 'Try a full week under load', workingDays(1, due('rules'))),
        step('interface', 'engineer', 'Connect the order system', weeks(2, done('access'), 'next'), {
          start: days(1, done('access'), 'next'),
        }),
        step('accept', 'company', 'Accept the set-up', workingDays(3, due('interface'))),
      ],
    },
    {
      key: 'train',
      name: 'Train',
      steps: [
        step('train-planners', 'engineer', 'Train the planners', days(2, finished('configure'), 'next')),
        step('train-crews', 'company', 'Show the app to every crew', weeks(1, due('train-planners'), 'next')),
        step('guide', 'lead', 'One-page guide in the words they use', workingDays(-2, due('train-planners'))),
        step('questions', 'contact', 'Collect what is still unclear', workingDays(2, done('train-crews'))),
      ],
    },
    {
      key: 'live',
      name: 'Go live',
      steps: [
        step('go', 'contact', 'Decide to go live', workingDays(2, finished('train'))),
        step('first-week', 'company', 'First week planned with it alone', weeks(1, done('go'), 'next'), {
          start: days(1, done('go'), 'next'),
        }),
        step('watch', 'engineer', 'Stand by on the first three days', days(3, done('go'), 'next')),
        internalStep('hand-to-success', 'lead', 'Hand over to customer success', workingDays(3, due('first-week'))),
        step('review', 'lead', 'Look back together after two weeks', weeks(2, due('first-week'), 'next')),
      ],
    },
  ],
};
