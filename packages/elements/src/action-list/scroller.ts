// What scrolls a list and what of it can be seen: every scrolling ancestor, through shadow roots and slots, clips it,
// and so does the viewport. An ancestor that only says `overflow: auto` and grows with its content clips nothing.

/** The parent in the tree as it is shown: through slots, and from a shadow root to its host. */
function shownParent(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent;
}

/** The elements that may scroll `from` up and down, nearest first; the document is not among them. */
export function scrollersOf(from: Element): Element[] {
  const found: Element[] = [];
  const { body, documentElement } = from.ownerDocument;
  for (let node: Node | null = from; node; node = shownParent(node)) {
    if (!(node instanceof Element)) continue;
    // What html and body say of overflow belongs to the viewport.
    if (node === body || node === documentElement) break;
    if (getComputedStyle(node).overflowY !== 'visible') found.push(node);
  }
  return found;
}

/** The part of the viewport in which something inside all these scrollers can be seen, in pixels from its top. */
export function viewOf(scrollers: readonly Element[]): { top: number; height: number } {
  let top = 0;
  let bottom = innerHeight;
  for (const scroller of scrollers) {
    const box = scroller.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return { top, height: Math.max(0, bottom - top) };
}
