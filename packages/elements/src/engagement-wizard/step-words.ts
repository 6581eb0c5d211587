// What a host page's choice of steps means: what it chose beforehand, and a word in the console where something that it asks
// for cannot be had.
import { SETUP_STEPS, type SetupChosen, setupSteps, type StepRefusal } from '@followthrough/core/stores';
import { warnHost } from '../host-warning.ts';
import type { WizardPresets } from './wizard-events.ts';

export function chosenOf({ coacheeIds, groupId, coachId }: WizardPresets): SetupChosen {
  return {
    coachees: (coacheeIds !== undefined && coacheeIds.length > 0) || groupId !== undefined,
    coach: coachId !== undefined,
  };
}

const WHY: Readonly<Record<StepRefusal['why'], (step: string) => string>> = {
  unknown: (step) => `has no step “${step}”; there are ${SETUP_STEPS.join(', ')}.`,
  twice: (step) => `names the step “${step}” twice; it is shown once.`,
  needed: (step) =>
    step === 'review'
      ? 'cannot omit the step “review”, which makes the engagements; it is shown last.'
      : `cannot omit the step “${step}” unless \`presets\` choose it; it is shown.`,
  last: (step) => `cannot have a step after “${step}”, which makes the engagements; it is shown last.`,
};

/** Says in the console what of the steps asked for is done otherwise, and why. */
export function warnOfSteps(asked: readonly string[], chosen: SetupChosen): void {
  for (const { step, why } of setupSteps(asked, chosen).refused)
    warnHost(`<engagement-wizard steps> ${WHY[why](step)}`);
}
