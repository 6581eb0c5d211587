// The plans that the demo's rooms are made from.
import { ENTERPRISE_EVALUATION } from './templates/enterprise-evaluation.ts';
import { ONBOARDING } from './templates/onboarding.ts';
import { RENEWAL } from './templates/renewal.ts';
import { SECURITY_REVIEW } from './templates/security-review.ts';
import type { SeedTemplate } from './templates/step.ts';

export const TEMPLATES: readonly SeedTemplate[] = [ENTERPRISE_EVALUATION, ONBOARDING, RENEWAL, SECURITY_REVIEW];
