// What is typed into a row survives: refused, it waits until its field is free, and nothing that comes meanwhile takes its place.
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { type EditedText, TextEdit } from '../../src/mutual-action-plan/text-edit.ts';
import { press, settled, textOf, type } from '../parts/roles.ts';

class EditHost extends LitElement {
  readonly edit = new TextEdit(this, () => this.left++);
  left = 0;
  sent: { text: string; refuse: () => void; accept: () => void }[] = [];

  override render(): TemplateResult {
    return html`${this.edit.render()}`;
  }

  override updated(): void {
    this.edit.updated();
  }

  async begin(key: string, fields: Partial<EditedText> = {}): Promise<void> {
    const save = (text: string) =>
      new Promise<unknown>((resolve, reject) => {
        this.sent.push({ text, refuse: () => reject(new Error(`${text}?`)), accept: () => resolve({}) });
      });
    this.edit.start({ key, text: '', label: key, emptyFault: 'Nothing.', maxLength: 100, save, ...fields });
    await settled(this);
  }
}
customElements.define('edit-host', EditHost);

const hostOf = () => fixture<EditHost>(html`<edit-host></edit-host>`);
const field = (host: EditHost) => host.renderRoot.querySelector<HTMLInputElement>('.text-field');
const fault = (host: EditHost) => textOf(host.renderRoot.querySelector('#text-fault'));

/** Refuses what was sent the longest time ago. */
async function refuse(host: EditHost): Promise<void> {
  host.sent.shift()?.refuse();
  await settled(host);
  await settled(host);
}

describe('text that is edited in its row', () => {
  it('is not typed over where it comes back while somebody types on', async () => {
    const host = await hostOf();
    await host.begin('line', { stays: true });
    await type(host, 'First');
    await press(host, 'Enter');
    await refuse(host);
    expect(field(host)?.value).to.equal('First');
    expect(fault(host)).to.equal('First?');
    await type(host, ' x');
    expect(field(host)?.value).to.equal('First x');
  });

  it('comes back one after the other, each once the field is free', async () => {
    const host = await hostOf();
    await host.begin('line', { stays: true });
    for (const title of ['First', 'Second']) {
      await type(host, title);
      await press(host, 'Enter');
    }
    await type(host, 'Third');
    await refuse(host);
    await refuse(host);
    expect(field(host)?.value).to.equal('Third');
    await press(host, 'Enter');
    expect(field(host)?.value).to.equal('First');
    expect(fault(host)).to.equal('First?');
    await press(host, 'Escape');
    expect(field(host)?.value).to.equal('Second');
    await press(host, 'Escape');
    expect(field(host)).to.equal(null);
    expect(host.left).to.equal(1);
  });

  it('waits where another is begun from its empty line', async () => {
    const host = await hostOf();
    await host.begin('line', { stays: true });
    await type(host, 'First');
    await press(host, 'Enter');
    await type(host, 'Second');
    await refuse(host);
    field(host)?.select();
    await press(host, 'Backspace');
    await host.begin('row', { text: 'A title' });
    expect(field(host)?.value).to.equal('A title');
    await press(host, 'Escape');
    expect(field(host)?.value).to.equal('First');
  });

  it('waits where another is begun over it, and is there again where its own is', async () => {
    const host = await hostOf();
    await host.begin('one', { text: 'One' });
    await type(host, 'Eins');
    await press(host, 'Enter');
    await refuse(host);
    expect(field(host)?.value).to.equal('Eins');
    await host.begin('two', { text: 'Two' });
    expect(host.sent).to.have.length(0);
    expect(field(host)?.value).to.equal('Two');
    await host.begin('one', { text: 'One' });
    expect(field(host)?.value).to.equal('Eins');
    expect(fault(host)).to.equal('Eins?');
    await press(host, 'Escape');
    expect(field(host)).to.equal(null);
  });

  it('stays where the same is begun again', async () => {
    const host = await hostOf();
    await host.begin('one', { text: 'One' });
    await type(host, 'Half a ti');
    await host.begin('one', { text: 'One' });
    expect(field(host)?.value).to.equal('Half a ti');
  });

  it('is saved where another is begun, and waits behind it where that is refused, emptied or not', async () => {
    const host = await hostOf();
    await host.begin('one', { text: 'One' });
    await type(host, 'Eins');
    await host.begin('two', { text: 'Two' });
    await press(host, 'Backspace');
    expect(field(host)?.value).to.equal('');
    await refuse(host);
    expect(field(host)?.getAttribute('aria-label')).to.equal('two');
    await press(host, 'Escape');
    expect(field(host)?.value).to.equal('Eins');
  });

  it('lets Ctrl+Z through where the field is empty, and no other key', async () => {
    const host = await hostOf();
    const heard: string[] = [];
    host.addEventListener('keydown', (event) => heard.push(event.key));
    await host.begin('line', { stays: true });
    await press(host, 'Control+z', 'x', 'Control+z');
    expect(heard.filter((key) => key !== 'Control')).to.deep.equal(['z']);
  });
});
