// The language and the direction that the page gives an element: `lang` and `dir` of its nearest ancestor, across shadow
// roots, and live: where somebody switches the page's language, the elements follow.

/** An element and its ancestors, out of every shadow root they are in. */
function* lineOf(element: Element): Generator<Element> {
  for (let node: Node | null = element; node !== null;) {
    if (node instanceof Element) yield node;
    node = node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  }
}

/** The nearest `lang` of the element's ancestors, itself included; null where none says. */
export function languageOf(element: Element): string | null {
  for (const one of lineOf(element)) {
    const lang = one.getAttribute('lang');
    if (lang) return lang;
  }
  return null;
}

/** The nearest `dir` of the element's ancestors, itself included; null where none says. */
export function directionOf(element: Element): 'ltr' | 'rtl' | null {
  for (const one of lineOf(element)) {
    const dir = one.getAttribute('dir')?.toLowerCase();
    if (dir === 'ltr' || dir === 'rtl') return dir;
  }
  return null;
}

interface Watch {
  observer: MutationObserver;
  listeners: Set<() => void>;
}
const watches = new WeakMap<Node, Watch>();

/** Calls back when a `lang` or `dir` changes in any root the element is in; gives the function that ends it. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const roots: Node[] = [];
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) break;
  }
  for (const root of roots) watchOf(root).listeners.add(listener);
  return () => {
    for (const root of roots) {
      const watch = watches.get(root);
      watch?.listeners.delete(listener);
      if (watch?.listeners.size !== 0) continue;
      watch.observer.disconnect();
      watches.delete(root);
    }
  };
}

/** One observer for each root, however many elements of ours are in it. */
function watchOf(root: Node): Watch {
  let watch = watches.get(root);
  if (!watch) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const listener of [...listeners]) listener();
    });
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
    watches.set(root, (watch = { observer, listeners }));
  }
  return watch;
}
