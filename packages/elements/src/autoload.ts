// Defines whatever of ours it finds on the page, and what is added later: only tags in this list are ever looked for,
// and only their own modules loaded.
import type { ElementConstructor } from './define-element.ts';

interface Definable extends ElementConstructor {
  define(tag?: string): void;
}

const CLASSES: Record<string, () => Promise<Definable>> = {
  'actions-dashboard': async () => (await import('./actions-dashboard/class.ts')).ActionsDashboard,
  'action-list': async () => (await import('./action-list/class.ts')).ActionList,
  'action-workspace': async () => (await import('./action-workspace/class.ts')).ActionWorkspace,
  'meeting-actions': async () => (await import('./meeting-actions/class.ts')).MeetingActions,
  'engagement-timeline': async () => (await import('./engagement-timeline/class.ts')).EngagementTimeline,
  'engagement-list': async () => (await import('./engagement-list/class.ts')).EngagementList,
  'engagement-settings': async () => (await import('./engagement-settings/class.ts')).EngagementSettings,
  'engagement-wizard': async () => (await import('./engagement-wizard/class.ts')).EngagementWizard,
  'mutual-action-plan': async () => (await import('./mutual-action-plan/class.ts')).MutualActionPlan,
  'actions-widget': async () => (await import('./actions-widget/class.ts')).ActionsWidget,
};

/** Every tag of ours under a prefix, with what loads its class. */
function tagsWith(prefix: string): Map<string, () => Promise<Definable>> {
  return new Map(Object.entries(CLASSES).map(([tag, load]) => [prefix + tag, load]));
}

/**
 * Defines our elements within `root` as they appear; gives the function that ends it.
 * @param root the document, or a shadow root
 * @param prefix before each tag: `acme-` finds `<acme-action-list>`
 */
export function autoload(root: Document | ShadowRoot = document, prefix = ''): () => void {
  const tags = tagsWith(prefix);
  const selector = [...tags.keys()].join(',');
  const look = (element: Element) => {
    const load = tags.get(element.localName);
    if (!load) return;
    tags.delete(element.localName);
    void load().then((constructor) => constructor.define(element.localName));
  };
  const lookIn = (node: Element | Document | ShadowRoot) => {
    if (node instanceof Element) look(node);
    for (const element of node.querySelectorAll(selector)) look(element);
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) lookIn(node);
  });
  observer.observe(root, { childList: true, subtree: true });
  lookIn(root);
  return () => observer.disconnect();
}

if (typeof document !== 'undefined') autoload();
