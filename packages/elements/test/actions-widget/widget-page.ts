// The widget as a person meets it: found by roles and names, never by its internals.
import { nextFrame } from '@open-wc/testing';
import type { ActionsWidget } from '../../src/actions-widget/class.ts';
import '../../src/actions-widget/define.ts';
import { now } from '../foundation/small-workspace.ts';
import { waitUntil } from '../parts/wait.ts';

/** Puts a widget on the page and waits until it is neither loading nor waiting. */
export async function putWidget(
  properties: Partial<ActionsWidget>,
  attributes: Record<string, string> = {},
): Promise<ActionsWidget> {
  const widget = document.createElement('actions-widget');
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  Object.assign(widget, { now, ...properties });
  document.body.append(widget);
  await settled(widget);
  return widget;
}

/** Waits for something to come about; what a widget loads by itself comes slowly to a browser that has just started. */
export function until(condition: () => unknown, what = 'it never came about'): Promise<void> {
  return waitUntil(condition, what);
}

/** Waits until it has loaded. */
export async function settled(widget: ActionsWidget): Promise<void> {
  await widget.updateComplete;
  await until(() => !widget.matches(':state(loading)'), 'it never loaded');
  // What changes actions comes after the rows; from then on a change shows at once.
  await widget.store?.actions.prepare();
  await import('../../src/actions-widget/tools.ts');
  await nextFrame();
  await widget.updateComplete;
}

export function titles(widget: ActionsWidget): string[] {
  return [...widget.shadowRoot!.querySelectorAll('[role=listitem]')].map(
    (row) => row.querySelector('[part=item-title]')!.textContent?.trim() ?? '',
  );
}

export function checkbox(widget: ActionsWidget, title: string): HTMLElement {
  const found = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('[role=checkbox]')].find((one) =>
    one.getAttribute('aria-label')?.includes(title),
  );
  if (!found) throw new Error(`No control for “${title}”: ${titles(widget).join(', ')}`);
  return found;
}

/** The title of an action: a button, or a link. */
export function title(widget: ActionsWidget, words: string): HTMLElement {
  const found = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('[part=item-title]')].find(
    (one) => one.textContent?.trim() === words,
  );
  if (!found) throw new Error(`No “${words}”: ${titles(widget).join(', ')}`);
  return found;
}

export function button(widget: ActionsWidget, name: string): HTMLElement {
  const found = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('button, [role=menuitem]')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
  );
  if (!found) throw new Error(`No button “${name}”`);
  return found;
}

export function text(widget: ActionsWidget): string {
  return widget.shadowRoot!.querySelector('section')!.innerText.replaceAll(/\s+/g, ' ').trim();
}

/** What of it is seen beyond its edges. */
export function overflowing(widget: ActionsWidget): string[] {
  const { left, right } = widget.getBoundingClientRect();
  return [...widget.shadowRoot!.querySelectorAll<HTMLElement>('section *')]
    .filter((element) => !element.closest('.visually-hidden, [popover]') && element.checkVisibility())
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > right + 0.5 || box.left < left - 0.5;
    })
    .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
}
