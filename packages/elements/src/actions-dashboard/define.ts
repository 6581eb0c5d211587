// Defines <actions-dashboard>.
import { ActionsDashboard } from './class.ts';

ActionsDashboard.define();
