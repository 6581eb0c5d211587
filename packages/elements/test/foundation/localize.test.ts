// Language, direction and wordings: from the nearest ancestor, live, and overridden string by string.
import { toastWords } from '../../src/localize/late-tools.ts';
import { expect } from '@open-wc/testing';
import { parseDay } from '@followthrough/core/domain';
import { html, LitElement } from 'lit';
import type { WorkspaceSettings } from '../../src/context.ts';
import { dateFormats } from '../../src/dates/date-formats.ts';
import { saidDay } from '../../src/dates/date-label.ts';
import { filterWords } from '../../src/localize/late-filter.ts';
import { problemWords } from '../../src/localize/late-acts.ts';
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
  // Without the characters that keep a string's order: how that looks is tested below.
  return probe.shadowRoot!.textContent.replaceAll(/[\u2066-\u2069]/g, '').trim();
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

  it('runs right to left where the page’s language does and the page does not say', async () => {
    const { probe } = put((box) => ((box.lang = 'ar'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|en-GB|rtl');
  });

  it('is the workspace’s locale before the page’s, and the element’s own before both', async () => {
    const { probe } = put((box) => ((box.lang = 'de'), new LanguageProbe()));
    probe.settings = { locale: 'xx-AA' };
    probe.requestUpdate();
    expect(await shown(probe)).to.equal('xx-todo|xx-AA|ltr');
    probe.lang = 'fr';
    expect(await shown(probe)).to.equal('To do|en-GB|ltr');
  });

  it('is English where the page’s tag is no language tag', async () => {
    const { probe } = put((box) => (box.setAttribute('lang', 'en_US!'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|en|ltr');
  });

  it('comes as soon as its strings are registered', async () => {
    const { probe } = put((box) => ((box.lang = 'yy'), new LanguageProbe()));
    expect(await shown(probe)).to.equal('To do|en-GB|ltr');
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

describe('words in a page that runs the other way', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((box) => box.remove()));

  /** What is written from left to right, or from right to left, as the browser lays it out in such a page. */
  function laidOut(text: string, dir: 'ltr' | 'rtl'): string {
    const box = document.createElement('div');
    Object.assign(box, { dir, textContent: text });
    Object.assign(box.style, { position: 'absolute', whiteSpace: 'nowrap' });
    document.body.append(box);
    const node = box.firstChild as Text;
    const seen = [...text].map((letter, at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return { letter, left: range.getBoundingClientRect().left };
    });
    box.remove();
    return seen
      .filter(({ letter }) => !/[\u2066-\u2069]/.test(letter))
      .toSorted((one, other) => one.left - other.left)
      .map(({ letter }) => letter)
      .join('');
  }

  function inPage(lang: string, dir: string): LanguageProbe {
    const { probe } = put((box) => (Object.assign(box, { lang, dir }), new LanguageProbe()));
    return probe;
  }

  const TODAY = parseDay('2026-12-24');

  it('keep their order, numbers and dates among them', () => {
    const { localize } = inPage('ar', 'rtl');
    const { messages, dates } = localize;
    expect(laidOut(filterWords(messages).count(123), 'rtl')).to.equal('123 actions');
    expect(laidOut(messages.date.daysOverdue(3), 'rtl')).to.equal('3 days overdue');
    expect(laidOut(problemWords(messages).noAnswer, 'rtl')).to.equal('The server does not answer.');
    expect(laidOut(messages.list.column.more, 'rtl')).to.equal('More');
    expect(laidOut(dates.dayMonthYear(TODAY), 'rtl')).to.equal('24 Dec 2026');
  });

  it('name dates in their own language, not in the page’s', () => {
    const { messages, dates } = inPage('ar', 'rtl').localize;
    const said = messages.date.done(saidDay(parseDay('2026-11-23'), TODAY, { messages, dates }));
    expect(laidOut(said, 'rtl')).to.equal('Done 23 Nov');
    expect(laidOut(dates.full(TODAY), 'rtl')).to.equal('Thursday, 24 December 2026');
  });

  it('take the page’s weeks and its order of figures all the same', () => {
    const { dates } = inPage('ar-EG', 'rtl').localize;
    const american = inPage('en-US', 'ltr').localize.dates;
    expect([dates.weekStart, dates.order]).to.deep.equal([dateFormats('ar-EG').weekStart, 'dmy']);
    expect([american.dayMonth(TODAY), american.order]).to.deep.equal(['Dec 24', 'mdy']);
  });

  it('keep their order around a title that runs the other way, in either page', () => {
    const title = 'مراجعة العقد!';
    const reversed = [...title].toReversed().join('');
    for (const dir of ['ltr', 'rtl'] as const) {
      const toast = toastWords(inPage(dir === 'rtl' ? 'ar' : 'en-GB', dir).localize.messages);
      expect(laidOut(toast.completed(title), dir), dir).to.equal(`Completed “${reversed}”`);
      expect(laidOut(toast.assigned(title, 'Ben'), dir), dir).to.equal(`“${reversed}” is now with Ben`);
    }
  });

  it('are left as they are in a page that runs the same way', () => {
    const { messages, dates } = inPage('en-GB', 'ltr').localize;
    expect([
      filterWords(messages).count(123),
      toastWords(messages).completed('Call'),
      dates.dayMonth(TODAY),
    ]).to.deep.equal(['123 actions', 'Completed “Call”', '24 Dec']);
  });

  it('are English with English dates where the page runs right to left and is in English', () => {
    const { messages, dates, direction, locale } = inPage('en-GB', 'rtl').localize;
    expect([direction, locale]).to.deep.equal(['rtl', 'en-GB']);
    expect(laidOut(messages.date.due(dates.dayMonth(TODAY)), 'rtl')).to.equal('Due 24 Dec');
  });

  it('are the page’s own once its language is there, with what it leaves out in English order', () => {
    const probe = inPage('fa', 'rtl');
    registerMessages('fa', { date: { done: (date: string) => `انجام شد ${date}` } });
    const { messages, dates, locale } = probe.localize;
    expect(locale).to.equal('fa');
    expect(messages.date.done(dates.dayMonth(TODAY))).to.equal(`انجام شد ${dateFormats('fa').dayMonth(TODAY)}`);
    expect(laidOut(filterWords(messages).count(123), 'rtl')).to.equal('123 actions');
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
