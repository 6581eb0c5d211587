// Defines <engagement-timeline>.
import { EngagementTimeline } from './class.ts';

EngagementTimeline.define();
