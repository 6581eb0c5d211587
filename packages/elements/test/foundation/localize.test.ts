// Language, direction and wordings: from the nearest ancestor, live, and overridden string by string.
import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { WorkspaceSettings } from '../../src/context.ts';
import { filterWords } from '../../src/localize/late-filter.ts';
import { LocalizeController } from '../../src/localize/localize-controller.ts';
import { messagesFor, registerMessages, type MessageOverrides } from '../../src/localize/messages.ts';

class LanguageProbe extends LitElement {
  static override properties = { messages: { attribute: false } };
  declare messages: MessageOverrides | undefined;
  settings: WorkspaceSettings = {};
  readonly localize = new LocalizeController(this, () => this.settings);
  protected override render() {
    return html`${this.localize.messages.status.todo}|${this.localize.locale}|${this.localize.direction}`;
  }
}
customElements.define('language-probe', LanguageProbe);

class RootAround extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(document.createElement('language-probe'));
  }
}
customElements.define('root-around', RootAround);

function put(markup: (box: HTMLElement) => Element): { box: HTMLElement; probe: LanguageProbe } {
  const box = document.createElement('div');
  const child = markup(box);
  box.append(child);
  document.body.append(box);
  const probe =
    child instanceof LanguageProbe ? child : (child.shadowRoot!.querySelector('language-probe') as LanguageProbe);
  return { box, probe };
}

async function shown(probe: LanguageProbe): Promise<string> {
  await new Promise((done) => setTimeout(done));
  await probe.updateComplete;
  return probe.shadowRoot!.textContent.trim();
}

registerMessages('xx', { status: { todo: 'xx-todo' } });
registerMessages('xx-AA', { status: { done: 'xx-aa-done' } });

describe('the language of an element', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((box) => box.remove()));

  it('is that of the nearest ancestor with lang', async () => {
    const { probe } = put((box) => ((box.lang = 'xx'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('xx-todo|xx|ltr');
  });

  it('is found out of a shadow root, and followed when it changes', async () => {
    const { box, probe } = put(() => new RootAround());
    expect(await shown(probe)).to.equal('To do|en-GB|ltr');
    box.lang = 'xx';
    expect(await shown(probe)).to.equal('xx-todo|xx|ltr');
    box.dir = 'rtl';
    expect(await shown(probe)).to.equal('xx-todo|xx|rtl');
  });

  it('is written right to left where the language is and the page does not say', async () => {
    const { probe } = put((box) => ((box.lang = 'ar'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|ar|rtl');
  });

  it('is the workspace’s locale before the page’s, and the element’s own before both', async () => {
    const { probe } = put((box) => ((box.lang = 'de'), new LanguageProbe()));
    probe.settings = { locale: 'xx-AA' };
    probe.requestUpdate();
    expect(await shown(probe)).to.equal('xx-todo|xx-AA|ltr');
    probe.lang = 'fr';
    expect(await shown(probe)).to.equal('To do|fr|ltr');
  });

  it('is English where the page’s tag is no language tag', async () => {
    const { probe } = put((box) => (box.setAttribute('lang', 'en_US!'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|en|ltr');
  });

  it('comes as soon as its strings are registered', async () => {
    const { probe } = put((box) => ((box.lang = 'yy'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|yy|ltr');
    registerMessages('yy', { status: { todo: 'yy-todo' } });
    expect(await shown(probe)).to.equal('yy-todo|yy|ltr');
  });

  it('takes the element’s own wording before the workspace’s', async () => {
    const { probe } = put(() => new LanguageProbe());
    probe.settings = { messages: { status: { todo: 'Promised', done: 'Kept' } } };
    probe.requestUpdate();
    expect(await shown(probe)).to.equal('Promised|en-GB|ltr');
    probe.messages = { status: { todo: 'Mine' } };
    expect(await shown(probe)).to.equal('Mine|en-GB|ltr');
    expect(probe.localize.messages.status.done).to.equal('Kept');
  });
});

describe('messages', () => {
  it('of a region stand over those of its language, and these over English', () => {
    const { status } = messagesFor('xx-AA');
    expect([status.todo, status.done, status.overdue]).to.deep.equal(['xx-todo', 'xx-aa-done', 'Overdue']);
  });
  it('count in the plural that English has', () => {
    const { date } = messagesFor('en');
    expect([date.daysOverdue(1), date.daysOverdue(2)]).to.deep.equal(['1 day overdue', '2 days overdue']);
  });
});

describe('the words of a part that comes late', () => {
  it('are English, with the language’s and the host’s over them', () => {
    registerMessages('xy', { filter: { search: 'xy-search', clear: 'xy-clear' } });
    const { search, clear, label, count } = filterWords(messagesFor('xy', [{ filter: { clear: 'own-clear' } }]));
    expect([search, clear, label, count(1)]).to.deep.equal(['xy-search', 'own-clear', 'Filter actions', '1 action']);
  });

  it('are the same object while the messages are', () => {
    const messages = messagesFor('en');
    expect(filterWords(messages)).to.equal(filterWords(messages));
  });
});
