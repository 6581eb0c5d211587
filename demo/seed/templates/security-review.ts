// The demo's template of a security review: scope, evidence, findings and the sign-off, about seven weeks.
import { days, done, due, finished, internalStep, MADE, type SeedTemplate, step, weeks, workingDays } from './step.ts';

export const SECURITY_REVIEW: SeedTemplate = {
  id: 'security-review',
  name: 'Security review',
  by: 'noor-haddad',
  sections: [
    {
      key: 'scope',
      name: 'Scope',
      steps: [
        step('call', 'lead', 'Agree what is reviewed, and by when', workingDays(3, MADE)),
        step('framework', 'contact', 'Send the questionnaire and the policy it rests on', workingDays(2, done('call'))),
        step('agreement', 'contact', 'Confidentiality agreement signed', days(7, due('call'), 'next')),
        internalStep(
          'gaps',
          'specialist',
          'Compare with our last review and list the gaps',
          workingDays(3, done('framework')),
        ),
      ],
    },
    {
      key: 'evidence',
      name: 'Evidence',
      steps: [
        step('answers', 'specialist', 'Answer the questionnaire', weeks(1, finished('scope'), 'next')),
        step('pen-test', 'specialist', 'Share the penetration test', workingDays(2, done('agreement'))),
        step('architecture', 'engineer', 'Describe where data flows and rests', workingDays(-1, due('answers'))),
        internalStep('redact', 'specialist', 'Redact names of other customers', workingDays(-1, due('architecture'))),
        step('questions', 'company', 'Questions on the answers', workingDays(5, done('answers'))),
        step('session', 'engineer', 'A session with your architects', weeks(1, done('questions'), 'previous'), {
          start: days(-2, due('session'), 'previous'),
        }),
      ],
    },
    {
      key: 'findings',
      name: 'Findings',
      steps: [
        step('found', 'company', 'Findings in order of weight', weeks(1, finished('evidence'), 'next')),
        step('remedies', 'specialist', 'A remedy and a date for each finding', workingDays(4, done('found'))),
        internalStep('cost', 'lead', 'Price the remedies before we promise them', workingDays(-1, due('remedies'))),
        step('sign-off', 'contact', 'Sign-off by security', workingDays(5, done('remedies'))),
      ],
    },
  ],
};
