// Defines <action-workspace>.
import { ActionWorkspace } from './class.ts';

ActionWorkspace.define();
