// A page by its keyboard and nothing else: where the focus is, as assistive technology is told, and Tab until it is there.
import assert from 'node:assert/strict';
import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import { until } from './demo-process.ts';

/** What holds the focus, through every shadow root. */
export interface Focused {
  readonly role: string;
  readonly name: string;
  readonly checked: boolean;
}

/** Stops that a person would go through at most before they give up. */
const PATIENCE = 60;
const INNERMOST = `(() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
})()`;

export class Keyboard {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What holds the focus now. */
  focused(): Promise<Focused> {
    return this.#told(INNERMOST);
  }

  /** Waits until the field that holds the focus offers this: Enter chooses it. */
  async offers(option: string): Promise<void> {
    const offered = `((field) => field?.getRootNode().getElementById(field.getAttribute('aria-activedescendant')))(${INNERMOST})`;
    await until(`“${option}” is offered`, async () => (await this.#told(offered)).name === option);
  }

  /** How assistive technology is told of an element. */
  async #told(expression: string): Promise<Focused> {
    this.#session ??= await this.#page.createCDPSession();
    const { result } = await this.#session.send('Runtime.evaluate', { expression });
    const { objectId } = result;
    if (objectId === undefined) return { role: '', name: '', checked: false };
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
    const [node] = nodes;
    const checked: unknown = node?.properties?.find(({ name }) => name === 'checked')?.value.value;
    return {
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? ''),
      checked: checked === true || checked === 'true',
    };
  }

  /** Keys one after another; `Control+a` holds the first. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const parts = key.split('+') as KeyInput[];
      const last = parts.pop();
      for (const held of parts) await this.#page.keyboard.down(held);
      if (last !== undefined) await this.#page.keyboard.press(last);
      for (const held of parts.reverse()) await this.#page.keyboard.up(held);
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Waits until there is such a thing on the page. */
  async sees(role: string, name: string): Promise<void> {
    await this.#page.waitForSelector(`aria/${name}[role="${role}"]`, { timeout: 20_000 });
  }

  /** Goes on by Tab, or by another key, until this holds the focus; it is on the page, or comes soon. */
  async reach(role: string, name: string | RegExp, by = 'Tab'): Promise<void> {
    if (typeof name === 'string') await this.sees(role, name);
    const passed: string[] = [];
    for (let stops = 0; stops < PATIENCE; stops++) {
      const focused = await this.focused();
      if (focused.role === role && matches(focused.name, name)) return;
      passed.push(`${focused.role} “${focused.name}”`);
      await this.press(by);
    }
    assert.fail(`${by} never came to ${role} “${String(name)}”, but to ${[...new Set(passed)].join(', ')}`);
  }

  /** Goes there and presses it. */
  async choose(role: string, name: string | RegExp, by = 'Tab'): Promise<void> {
    await this.reach(role, name, by);
    await this.press('Enter');
  }

  /** Waits until this holds the focus by itself: what was done has put it there. */
  async arrives(role: string, name: string | RegExp): Promise<void> {
    let last: Focused | undefined;
    try {
      await until(`the focus is at ${role} “${String(name)}”`, async () => {
        last = await this.focused();
        return last.role === role && matches(last.name, name);
      });
    } catch (error) {
      throw new Error(`it is at ${String(last?.role)} “${String(last?.name)}”`, { cause: error });
    }
  }
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
