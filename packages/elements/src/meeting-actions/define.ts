// Defines <meeting-actions>.
import { MeetingActions } from './class.ts';

MeetingActions.define();
