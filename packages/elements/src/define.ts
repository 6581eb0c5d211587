// Defines every element.
import './action-list/define.ts';
import './action-workspace/define.ts';
import './actions-dashboard/define.ts';
import './actions-widget/define.ts';
import './meeting-actions/define.ts';
import './mutual-action-plan/define.ts';
