// Defines <action-list>.
import { ActionList } from './class.ts';

ActionList.define();
