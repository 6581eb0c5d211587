// Defines every element.
import './action-workspace/define.ts';
import './actions-widget/define.ts';
