// Defines <mutual-action-plan>.
import { MutualActionPlan } from './class.ts';

MutualActionPlan.define();
