// The steps on the way to engagements as tables: what a host page asks for, what it gets, and at which step a fault is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  SETUP_STEPS,
  type SetupFault,
  setupSteps,
  type SetupStep,
  stepOfFault,
  type StepRefusal,
  USUAL_STEPS,
} from '@followthrough/core/stores';
import fc from 'fast-check';

const NOBODY = { coachees: false, coach: false };
const BOTH = { coachees: true, coach: true };

const STEPS: readonly (readonly [string, string, typeof NOBODY, string, string])[] = [
  ['nothing asked', '', NOBODY, 'coachees coach template review', ''],
  ['the usual ones', 'coachees coach template review', NOBODY, 'coachees coach template review', ''],
  [
    'settings of their own',
    'coachees coach template settings review',
    NOBODY,
    'coachees coach template settings review',
    '',
  ],
  ['another order', 'template coach coachees review', NOBODY, 'template coach coachees review', ''],
  ['no template', 'coachees coach review', NOBODY, 'coachees coach review', ''],
  ['no coach, who is chosen', 'coachees template review', { ...BOTH, coachees: false }, 'coachees template review', ''],
  ['nothing but the review, all chosen', 'review', BOTH, 'review', ''],
  ['no coach, nobody chosen', 'coachees review', NOBODY, 'coachees coach review', 'coach needed'],
  [
    'no coachees, nobody chosen',
    'template review',
    NOBODY,
    'coachees coach template review',
    'coachees needed, coach needed',
  ],
  ['no review', 'coachees coach', NOBODY, 'coachees coach review', 'review needed'],
  ['the review in between', 'coachees review coach', NOBODY, 'coachees coach review', 'review last'],
  ['no such step', 'coachees coach payment review', NOBODY, 'coachees coach review', 'payment unknown'],
  ['one twice', 'coachees coach coachees review', NOBODY, 'coachees coach review', 'coachees twice'],
  ['no known one', 'payment', NOBODY, 'coachees coach template review', 'payment unknown'],
];

for (const [name, asked, chosen, expected, refusals] of STEPS)
  test(`steps: ${name}`, () => {
    const { steps, refused } = setupSteps(asked.split(' ').filter(Boolean), chosen);
    assert.equal(steps.join(' '), expected);
    assert.equal(refused.map(({ step, why }: StepRefusal) => `${step} ${why}`).join(', '), refusals);
  });

test('whatever is asked, nobody is left without what an engagement needs, and the review comes once and last', () => {
  const names = fc.array(fc.constantFrom(...SETUP_STEPS, 'other', ''));
  const chosen = fc.record({ coachees: fc.boolean(), coach: fc.boolean() });
  fc.assert(
    fc.property(names, chosen, (asked, has) => {
      const { steps } = setupSteps(asked, has);
      assert.equal(new Set(steps).size, steps.length);
      assert.equal(steps.at(-1), 'review');
      assert.ok(has.coachees || steps.includes('coachees'));
      assert.ok(has.coach || steps.includes('coach'));
    }),
  );
});

const PLACES: readonly (readonly [string, Pick<SetupFault, 'step' | 'code'>, readonly SetupStep[], SetupStep])[] = [
  ['at its own step', { step: 'coachees', code: 'coachees-missing' }, USUAL_STEPS, 'coachees'],
  ['of the settings at the review', { step: 'settings', code: 'title-too-long' }, USUAL_STEPS, 'review'],
  ['of the settings at theirs', { step: 'settings', code: 'title-too-long' }, SETUP_STEPS, 'settings'],
  ['of an omitted step at the review', { step: 'coachees', code: 'unknown-people' }, ['coach', 'review'], 'review'],
  ['of both at the coach', { step: 'coach', code: 'coach-is-coachee' }, USUAL_STEPS, 'coach'],
  [
    'of both at the later one',
    { step: 'coach', code: 'coach-is-coachee' },
    ['coach', 'coachees', 'review'],
    'coachees',
  ],
  ['of both with one omitted', { step: 'coach', code: 'coach-is-coachee' }, ['coachees', 'review'], 'coachees'],
  ['of both with both omitted', { step: 'coach', code: 'coach-is-coachee' }, ['review'], 'review'],
];

for (const [name, fault, steps, expected] of PLACES)
  test(`a fault is told ${name}`, () => {
    assert.equal(stepOfFault(fault, steps), expected);
  });
