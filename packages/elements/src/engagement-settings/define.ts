// Defines <engagement-settings>.
import { EngagementSettings } from './class.ts';

EngagementSettings.define();
