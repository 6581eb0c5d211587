// The demo's template of a renewal: from a look at how it is used to the next signed term, about eleven weeks.
import {
  days,
  done,
  due,
  finished,
  internalStep,
  MADE,
  months,
  type SeedTemplate,
  step,
  weeks,
  workingDays,
} from './step.ts';

export const RENEWAL: SeedTemplate = {
  id: 'renewal',
  name: 'Renewal',
  by: 'ingrid-solberg',
  sections: [
    {
      key: 'health',
      name: 'How it is used',
      steps: [
        step('usage', 'lead', 'Send the usage report of the year', workingDays(3, MADE)),
        internalStep('risk', 'lead', 'Rate the risk and say why', workingDays(1, done('usage'))),
        step('survey', 'company', 'Ten planners answer five questions', weeks(2, due('usage'), 'next')),
        step('open-cases', 'engineer', 'Close every support case older than a month', weeks(3, MADE, 'previous')),
      ],
    },
    {
      key: 'value',
      name: 'What it was worth',
      steps: [
        step('review', 'lead', 'Business review with the sponsor', weeks(1, finished('health'), 'next')),
        step('numbers', 'contact', 'Their own numbers for the review', workingDays(-3, due('review')), {
          description: 'Kilometres, overtime and complaints, this year against the last.',
        }),
        internalStep('rehearse', 'lead', 'Rehearse the review', workingDays(-1, due('review'))),
        step('wishes', 'contact', 'What the next year should bring', workingDays(4, done('review'))),
        step('roadmap', 'engineer', 'Answer the wishes with dates', workingDays(5, done('wishes'))),
      ],
    },
    {
      key: 'terms',
      name: 'Terms',
      steps: [
        internalStep('discount', 'specialist', 'Agree the discount with finance', workingDays(-2, due('offer'))),
        step('offer', 'lead', 'Renewal offer', weeks(1, finished('value'), 'next')),
        step('legal', 'company', 'Legal reads the changed clauses', weeks(2, done('offer'), 'next')),
        step('purchase-order', 'contact', 'Purchase order raised', workingDays(5, done('legal'))),
        step('signed', 'contact', 'Renewal signed', months(1, due('offer'), 'previous')),
        step('thanks', 'lead', 'Thank the team and book the next review', days(3, done('signed'), 'next')),
      ],
    },
  ],
};
