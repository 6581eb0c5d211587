// Defines every element.
import './action-list/define.ts';
import './action-workspace/define.ts';
import './actions-dashboard/define.ts';
import './actions-widget/define.ts';
import './meeting-actions/define.ts';
import './engagement-timeline/define.ts';
import './engagement-list/define.ts';
import './engagement-settings/define.ts';
import './engagement-wizard/define.ts';
import './mutual-action-plan/define.ts';
