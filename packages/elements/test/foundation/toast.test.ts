// The word after a change: announced, undoable, and in no hurry.
import { aTimeout, expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { foundation } from '../../src/styles/foundation.ts';
import { ToastController, toastStyles } from '../../src/parts/toast.ts';

class ToastProbe extends LitElement {
  static override styles = [...foundation, toastStyles];
  readonly toast = new ToastController(this, () => 'Dismiss');
  protected override render() {
    return html`<div class="base">
      <div style="height: ${this.rows}px"></div>
      <div class="bulk" style="position: sticky; bottom: 8px; height: ${this.bar}px"></div>
      ${this.toast.render()}
    </div>`;
  }
  /** How tall the bar for a selection is. */
  bar = 0;
  /** How tall what stands over it is. */
  rows = 0;
}
customElements.define('toast-probe', ToastProbe);

async function put(): Promise<ToastProbe> {
  const probe = new ToastProbe();
  document.body.append(probe);
  await probe.updateComplete;
  return probe;
}
const shown = (probe: ToastProbe) => probe.shadowRoot!.querySelector<HTMLElement>('.toast');

describe('a toast', () => {
  afterEach(() => document.querySelectorAll('toast-probe').forEach((probe) => probe.remove()));

  it('floats above the page and does not take the focus', async () => {
    const probe = await put();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    probe.toast.show({ text: 'Completed' });
    await probe.updateComplete;
    expect(shown(probe)!.matches(':popover-open')).to.equal(true);
    expect(document.activeElement).to.equal(button);
    button.remove();
  });

  it('runs its action once, and is gone', async () => {
    const probe = await put();
    let runs = 0;
    probe.toast.show({ text: 'Completed', action: { label: 'Undo', run: () => runs++ } });
    await probe.updateComplete;
    shown(probe)!.querySelector<HTMLElement>('.toast-action')!.click();
    await probe.updateComplete;
    expect([runs, shown(probe)]).to.deep.equal([1, null]);
  });

  it('of an element that has left the page is not shown, and breaks nothing', async () => {
    const probe = await put();
    probe.toast.show({ text: 'Completed' });
    probe.remove();
    // What was on its way when it left still speaks.
    probe.toast.show({ text: 'Saved' });
    await probe.updateComplete;
    expect(shown(probe)!.matches(':popover-open')).to.equal(false);
  });

  it('lies over no bar at the lower end of its element, whichever of them comes first', async () => {
    const probe = await put();
    probe.rows = 2 * innerHeight;
    const bar = probe.shadowRoot!.querySelector('.bulk')!;
    const [top, bottom] = [() => bar.getBoundingClientRect().top, () => shown(probe)!.getBoundingClientRect().bottom];
    probe.toast.show({ text: 'Completed' });
    await probe.updateComplete;
    shown(probe)!
      .getAnimations()
      .forEach((animation) => animation.finish());
    const alone = innerHeight - bottom();
    expect(alone).to.be.within(8, 24);
    for (const height of [48, 120]) {
      probe.bar = height;
      probe.requestUpdate();
      await probe.updateComplete;
      expect(top()).to.be.below(innerHeight);
      expect(bottom()).to.be.within(top() - 12, top() - 4);
    }
    // Out of its way, it is where it always is.
    document.body.style.paddingBlockEnd = '200vh';
    scrollTo(0, document.documentElement.scrollHeight);
    dispatchEvent(new Event('scroll'));
    expect(innerHeight - bottom()).to.be.closeTo(alone, 1);
    document.body.style.paddingBlockEnd = '';
    scrollTo(0, 0);
  });

  it('of one element takes the place of another’s', async () => {
    const [one, other] = [await put(), await put()];
    one.toast.show({ text: 'One' });
    other.toast.show({ text: 'Other' });
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect([shown(one), shown(other)!.querySelector('.toast-text')!.textContent]).to.deep.equal([null, 'Other']);
  });

  it('is told to screen readers', async () => {
    const heard: string[] = [];
    const page = document.documentElement as { ariaNotify?: (text: string) => void };
    const own = Object.hasOwn(page, 'ariaNotify');
    page.ariaNotify = (text) => heard.push(text);
    const probe = await put();
    probe.toast.show({ text: 'Completed “Send the deck”' });
    await aTimeout(0);
    expect(heard).to.deep.equal(['Completed “Send the deck”']);
    if (!own) delete page.ariaNotify;
  });

  it('stays ten seconds, anew while it is pointed at, and a problem until it is dismissed', async () => {
    const real = globalThis.setTimeout;
    const waits: number[] = [];
    let run: (() => void) | undefined;
    const probe = await put();
    globalThis.setTimeout = ((callback: () => void, delay = 0) => {
      waits.push(delay);
      run = callback;
      return real(() => undefined);
    }) as unknown as typeof setTimeout;
    try {
      probe.toast.show({ text: 'Completed' });
      await probe.updateComplete;
      expect(waits).to.deep.equal([10_000]);
      const element = shown(probe)!;
      element.dispatchEvent(new PointerEvent('pointerenter'));
      element.dispatchEvent(new PointerEvent('pointerleave'));
      expect(waits[1]).to.be.within(5_000, 10_000);
      run?.();
      expect(probe.toast.shown).to.equal(false);
      probe.toast.show({ text: 'Not saved', tone: 'problem' });
      await probe.updateComplete;
      expect([waits.length, probe.toast.shown]).to.deep.equal([2, true]);
    } finally {
      globalThis.setTimeout = real;
    }
  });

  it('leaves with its element', async () => {
    const probe = await put();
    probe.toast.show({ text: 'Completed' });
    probe.remove();
    expect(probe.toast.shown).to.equal(false);
  });
});
