// Finding things as a person does: by what they are and what they are called.
import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';

const IMPLICIT: Record<string, string> = {
  button: 'button:not([role]),[role="button"]',
  textbox: 'input[type="text"]:not([role]),textarea',
  searchbox: 'input[type="search"]',
  link: 'a[href]',
  dialog: 'dialog[open]',
};

/** The accessible name: labelled by, label, or text that is not hidden. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  if (labels.length > 0) return labels.map((id) => textOf(root.getElementById(id))).join(' ');
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  const label = isField ? element.labels?.[0] : undefined;
  return element.getAttribute('aria-label') ?? textOf(label ?? element);
}

/** The accessible description. */
export function descriptionOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) => textOf(root.getElementById(id)))
    .join(' ')
    .trim();
}

export function textOf(node: Node | null): string {
  if (node === null) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return '';
  return Array.from(node.childNodes, textOf).join('').replace(/\s+/gu, ' ').trim();
}

/** All elements of a role that can be seen. */
export function all(host: LitElement, role: string): HTMLElement[] {
  const selector = IMPLICIT[role] ?? `[role="${role}"]`;
  return [...host.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
}

/** The one element of that role and name; fails where there is none, or more than one. */
export function the(host: LitElement, role: string, name: string | RegExp): HTMLElement {
  const named = all(host, role);
  const found = named.filter((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
  expect(found.length, `${role} ${String(name)} among ${named.map(nameOf).join(' | ')}`).to.equal(1);
  return found[0] as HTMLElement;
}

/** Whether there is one of that role and name. */
export function has(host: LitElement, role: string, name: string | RegExp): boolean {
  return all(host, role).some((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
}

/** What has focus in the host. */
export function focused(host: LitElement): Element | null {
  return (host.renderRoot as ShadowRoot).activeElement;
}

/** The name of what has focus. */
export function focusedName(host: LitElement): string {
  const element = focused(host);
  return element ? nameOf(element) : '';
}

/** Presses keys (such as `Enter`, `Shift+Tab`) one after the other, each with the host's answer to it drawn. */
export async function press(host: LitElement, ...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const held = combination.split('+');
    const key = held.pop() ?? '';
    for (const one of held) await sendKeys({ down: one });
    await sendKeys({ press: key });
    for (const one of held) await sendKeys({ up: one });
    await settled(host);
  }
}

export async function type(host: LitElement, text: string): Promise<void> {
  await sendKeys({ type: text });
  await settled(host);
}

/** Fails where axe finds fault with the host as it stands, once nothing moves or fades any more. */
export async function isAccessible(host: LitElement): Promise<void> {
  await Promise.allSettled((host.renderRoot as ShadowRoot).getAnimations().map(({ finished }) => finished));
  await expect(host).to.be.accessible();
}

/** Waits until the host has drawn, and drawn what that led to. */
export async function settled(host: LitElement): Promise<void> {
  await host.updateComplete;
  await nextFrame();
  await host.updateComplete;
}

/** Waits until something floats: a part is loaded when first opened. */
export async function opens(host: LitElement): Promise<void> {
  await until(() => host.renderRoot.querySelector('.popover:popover-open') !== null, 'something opens');
  await settled(host);
}

/** Waits until `condition` holds; fails with `what` after two seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (condition()) return;
    await aTimeout(20);
  }
  expect.fail(`never came about: ${what}`);
}
