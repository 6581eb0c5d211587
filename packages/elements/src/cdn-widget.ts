// The small CDN file, for a dashboard: workspace, widget and client; what is opened on demand lies in files beside it.
import './cdn-client.ts';
import './action-workspace/define.ts';
import './actions-widget/define.ts';

export { createClient } from '@followthrough/api-client';
export { ActionWorkspace } from './action-workspace/class.ts';
export { ActionsWidget } from './actions-widget/class.ts';
export { configureWorkspace } from './configure.ts';
export { registerMessages } from './localize/messages.ts';
export { version } from './version.ts';
