// Defines <engagement-list>.
import { EngagementList } from './class.ts';

EngagementList.define();
