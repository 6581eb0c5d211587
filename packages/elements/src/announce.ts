// Tells screen readers what changed, in one place for the whole page: by ariaNotify where the browser has it, else by
// a live region in the document's body (a region inside a shadow root is not read by every screen reader).

interface Notifying {
  ariaNotify?: (text: string) => void;
}

let region: HTMLElement | undefined;

/**
 * Says a sentence to assistive technology, politely, without showing it. Does nothing where there is no document.
 * @example announce('Completed: Send the deck')
 */
export function announce(text: string): void {
  if (typeof document === 'undefined' || text === '') return;
  const page = document.documentElement as Notifying;
  if (typeof page.ariaNotify === 'function') {
    page.ariaNotify(text);
    return;
  }
  region = region?.isConnected ? region : createRegion();
  // The same sentence twice is a change as well: an added no-break space makes it one.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

function createRegion(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-live', 'polite');
  // Through CSSOM, which a page's style-src does not forbid.
  Object.assign(element.style, {
    position: 'fixed',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    insetBlockStart: '0',
    insetInlineStart: '0',
  });
  document.body.append(element);
  return element;
}
