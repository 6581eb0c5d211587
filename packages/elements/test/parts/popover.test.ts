import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import './parts-host.ts';
import { action, type PartsHost, TODAY } from './parts-host.ts';
import { focused, focusedName, opens, press, settled } from './roles.ts';

async function opened(): Promise<PartsHost> {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  host.anchor.focus();
  host.status.open(host.anchor, { action: action(), today: TODAY, onPick: () => {} });
  await opens(host);
  return host;
}

describe('what floats', () => {
  it('takes focus, and says on its anchor that it is open', async () => {
    const host = await opened();
    expect(focusedName(host)).to.equal('To do');
    expect(host.anchor.getAttribute('aria-expanded')).to.equal('true');
  });

  it('closes on Escape and gives focus back', async () => {
    const host = await opened();
    await press(host, 'Escape');
    expect(host.status.isOpen).to.equal(false);
    expect(focused(host)).to.equal(host.anchor);
    expect(host.anchor.getAttribute('aria-expanded')).to.equal('false');
  });

  it('keeps its keys to itself', async () => {
    const host = await opened();
    const heard: string[] = [];
    host.addEventListener('keydown', (event) => heard.push(event.key));
    await press(host, 'ArrowDown', 'd', 'Escape');
    expect(heard).to.deep.equal([]);
  });

  it('closes on a press outside and leaves focus where the press put it', async () => {
    const host = await opened();
    const { left, top } = host.fallback.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 200, Math.round(top) + 400] });
    await settled(host);
    expect(host.status.isOpen).to.equal(false);
  });

  it('gives focus to what the host names where its anchor has gone', async () => {
    const host = await opened();
    host.anchored = false;
    host.requestUpdate();
    await settled(host);
    await press(host, 'Escape');
    expect(focused(host)).to.equal(host.fallback);
  });

  it('is the only one open in its host', async () => {
    const host = await opened();
    await host.pickers.due(host.fallback, { date: null, today: TODAY, clearable: true, onPick: () => {} });
    await settled(host);
    expect(host.status.isOpen).to.equal(false);
    expect(host.pickers.isOpen).to.equal(true);
  });

  it('closes when it is opened again from the same anchor', async () => {
    const host = await opened();
    host.status.open(host.anchor, { action: action(), today: TODAY, onPick: () => {} });
    await opens(host);
    expect(host.status.isOpen).to.equal(false);
  });

  it('lies below its anchor, inside the window', async () => {
    const host = await opened();
    const anchor = host.anchor.getBoundingClientRect();
    const panel = host.renderRoot.querySelector('.popover')?.getBoundingClientRect();
    expect(panel?.top).to.be.at.least(anchor.bottom);
    expect(panel?.top).to.be.at.most(anchor.bottom + 8);
    expect(Math.round(panel?.left ?? 0)).to.equal(Math.round(anchor.left));
  });

  it('says nothing to the page: its opening and closing do not bubble', async () => {
    const heard: string[] = [];
    for (const name of ['toggle', 'beforetoggle', 'close', 'open'])
      document.addEventListener(name, () => heard.push(name));
    const host = await opened();
    await press(host, 'Escape');
    expect(heard).to.deep.equal([]);
  });
});
