// The steps on the way to engagements: those that a host page asks for, in its order, with those put back that nothing can be
// made without. What is omitted has to be chosen beforehand; the review comes last in any case. Pure.
import type { SetupFault } from './engagement-setup-draft.ts';

/** Every step there is, in its usual place. */
export const SETUP_STEPS = ['coachees', 'coach', 'template', 'settings', 'review'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** The steps where nobody asks for others; title and dates are set at the review then. */
export const USUAL_STEPS: readonly SetupStep[] = ['coachees', 'coach', 'template', 'review'];

/** What was asked for and is not done so, and why. */
export interface StepRefusal {
  readonly step: string;
  /** `unknown`: there is no such step; `twice`: it is there already; `needed`: nothing can be made without; `last`: it comes last. */
  readonly why: 'unknown' | 'twice' | 'needed' | 'last';
}

/** What is chosen beforehand, so that its step can be omitted. */
export interface SetupChosen {
  readonly coachees: boolean;
  readonly coach: boolean;
}

/**
 * The steps that are gone through.
 * @param asked those that a host page names; none: the usual ones
 */
export function setupSteps(
  asked: readonly string[],
  chosen: SetupChosen,
): { readonly steps: readonly SetupStep[]; readonly refused: readonly StepRefusal[] } {
  const refused: StepRefusal[] = [];
  const steps: SetupStep[] = [];
  for (const name of asked) {
    const step = SETUP_STEPS.find((one) => one === name);
    if (!step) refused.push({ step: name, why: 'unknown' });
    else if (steps.includes(step)) refused.push({ step, why: 'twice' });
    else steps.push(step);
  }
  if (steps.length === 0) return { steps: USUAL_STEPS, refused };
  const need = (step: SetupStep, at: number) => {
    if (steps.includes(step)) return;
    refused.push({ step, why: 'needed' });
    steps.splice(at, 0, step);
  };
  if (!chosen.coachees) need('coachees', 0);
  if (!chosen.coach) need('coach', steps.indexOf('coachees') + 1);
  need('review', steps.length);
  if (steps.at(-1) !== 'review') {
    refused.push({ step: 'review', why: 'last' });
    steps.push(...steps.splice(steps.indexOf('review'), 1));
  }
  return { steps, refused };
}

/** The step at which a fault is told: its own, or the last where that is omitted. Who is both coach and coachee is told at the later one. */
export function stepOfFault({ step, code }: Pick<SetupFault, 'step' | 'code'>, steps: readonly SetupStep[]): SetupStep {
  const at = code === 'coach-is-coachee' ? Math.max(steps.indexOf('coachees'), steps.indexOf('coach')) : -1;
  return steps[at] ?? (steps.includes(step) ? step : 'review');
}
