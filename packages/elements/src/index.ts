// The classes, events and types of the elements. Importing this has no side effect: no tag is defined.
export { type ActionDefaults, ActionList, type ActionListLinks } from './action-list/class.ts';
export type { OfferedColumn } from './action-list/columns.ts';
export type { Rendered, Renderers } from './action-list/renderers.ts';
export { ActionWorkspace, type Appearance, type Connection } from './action-workspace/class.ts';
export { ActionsDashboard, type DashboardLinks } from './actions-dashboard/class.ts';
export type { DashboardGrouping } from './actions-dashboard/options.ts';
export { ActionsWidget, type WidgetLinks } from './actions-widget/class.ts';
export { announce } from './announce.ts';
export { configureWorkspace, type WorkspaceConfiguration } from './configure.ts';
export { type Density, workspaceContext, type WorkspaceScope, type WorkspaceSettings } from './context.ts';
export * from './events.ts';
export { type MessageOverrides, type Messages, registerMessages } from './localize/messages.ts';
export { MutualActionPlan, type TimelineScale } from './mutual-action-plan/class.ts';
export * from './mutual-action-plan/plan-events.ts';
export type { TokenName } from './styles/tokens.ts';
export { version } from './version.ts';
export type { InitialData } from './workspace-scope/initial-data.ts';
