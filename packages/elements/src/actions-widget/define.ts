// Defines <actions-widget>.
import { ActionsWidget } from './class.ts';

ActionsWidget.define();
