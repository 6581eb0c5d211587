// A workspace as plain data on the page: by property, or in a `<script type="application/json">` child, so that an
// element works with no backend at all. The data is a whole workspace and who looks at it.
import type { PlainData } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';

/** A whole workspace as plain data, and whose eyes it is seen with. What goes without saying may be left out of it. */
export interface InitialData extends PlainData {
  /** The id of one of its people. */
  viewerId: Id;
}

/** An element's `<script type="application/json">` child; undefined where it has none, or nothing is written there yet. */
export function dataScriptIn(element: Element): Element | undefined {
  const script = element.querySelector(':scope > script[type="application/json"]');
  return script?.textContent.trim() ? script : undefined;
}
