// Defines <engagement-wizard>.
import { EngagementWizard } from './class.ts';

EngagementWizard.define();
