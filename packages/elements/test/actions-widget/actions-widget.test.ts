// <actions-widget> as a person uses it, on the real local backend.
import { aTimeout, expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionError, ActionOpen } from '../../src/events.ts';
import {
  ACTIONS,
  action,
  failing,
  now,
  PERSONAL,
  smallBackend,
  smallWorkspace,
} from '../foundation/small-workspace.ts';
import { button, checkbox, overflowing, putWidget, settled, text, title, titles, until } from './widget-page.ts';

describe('<actions-widget>', () => {
  let warnings: string[];
  const { warn } = console;
  before(() => {
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  after(() => {
    console.warn = warn;
  });
  beforeEach(() => {
    warnings = [];
  });
  afterEach(() => {
    document.querySelectorAll('actions-widget').forEach((widget) => widget.remove());
    // No test may make Lit complain, such as of an update within an update.
    expect(warnings).to.deep.equal([]);
  });

  it('is accessible', async () => {
    const widget = await putWidget({ backend: smallBackend() }, { 'quick-add': '', 'view-all-href': '/actions' });
    await until(() => widget.shadowRoot!.querySelector('input'));
    await expect(widget).to.be.accessible();
  });

  it('shows what the viewer has to do, by due date, with where it belongs', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    expect(titles(widget)).to.deep.equal([
      'Send the minutes',
      'Call the supplier',
      'Prepare the review',
      'Answer Ben',
      'Read the book',
    ]);
    expect(text(widget))
      .to.contain('2 days overdue')
      .and.contain('Ben Okafor')
      .and.contain('Personal')
      .and.contain('5 open');
  });

  it('is never taller than its limit, and says how many there are', async () => {
    const widget = await putWidget({ backend: smallBackend(), limit: 2 }, { 'view-all-href': '/actions' });
    const empty = await putWidget({ backend: smallBackend('ana', {}, []), limit: 2 }, { 'view-all-href': '/actions' });
    expect(titles(widget)).to.have.length(2);
    expect(text(widget)).to.contain('View all (5)');
    expect(widget.offsetHeight).to.equal(empty.offsetHeight);
  });

  it('keeps its height while it loads', async () => {
    const full = await putWidget({ backend: smallBackend(), limit: 3 });
    const widget = document.createElement('actions-widget');
    widget.limit = 3;
    widget.backend = smallBackend('ana', { list: () => new Promise(() => undefined) });
    document.body.append(widget);
    await aTimeout(250);
    expect(widget.matches(':state(loading)')).to.equal(true);
    expect(widget.shadowRoot!.querySelectorAll('[part=skeleton]')).to.have.length(3);
    expect(widget.offsetHeight).to.equal(full.offsetHeight);
  });

  it('shows everything the viewer may see where it is asked to', async () => {
    const widget = await putWidget({ backend: smallBackend(), show: 'all', limit: 10 });
    expect(titles(widget)).to.include('Draft the plan').and.have.length(6);
  });

  it('completes at once, tells it after the backend agreed, and takes it back', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    const told: string[] = [];
    widget.addEventListener('action-before-complete', (event) => told.push(`before ${event.action.title}`));
    widget.addEventListener('action-completed', (event) => told.push(`completed ${event.previous?.state}`));
    widget.addEventListener('action-reopened', () => told.push('reopened'));
    checkbox(widget, 'Call the supplier').click();
    await widget.updateComplete;
    expect(checkbox(widget, 'Call the supplier').getAttribute('aria-checked')).to.equal('true');
    expect(text(widget)).to.contain('4 open');
    await until(() => told.length === 2);
    button(widget, 'Undo').click();
    await until(() => told.length === 3);
    await widget.updateComplete;
    expect(checkbox(widget, 'Call the supplier').getAttribute('aria-checked')).to.equal('false');
    expect(told).to.deep.equal(['before Call the supplier', 'completed todo', 'reopened']);
  });

  it('lets a completed row go after a moment, and keeps the focus', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    checkbox(widget, 'Send the minutes').focus();
    await sendKeys({ press: ' ' });
    await until(() => !titles(widget).includes('Send the minutes'), 'it never left');
    await widget.updateComplete;
    expect(widget.shadowRoot!.activeElement?.getAttribute('aria-label')).to.contain('Call the supplier');
  });

  it('takes the last step back by Ctrl+Z', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    checkbox(widget, 'Send the minutes').focus();
    await sendKeys({ press: ' ' });
    await widget.updateComplete;
    expect(checkbox(widget, 'Send the minutes').getAttribute('aria-checked')).to.equal('true');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    await until(() => checkbox(widget, 'Send the minutes').getAttribute('aria-checked') === 'false');
  });

  it('changes nothing where the page says no, at once or after asking', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    widget.addEventListener('action-before-complete', (event) => event.preventDefault(), { once: true });
    checkbox(widget, 'Send the minutes').click();
    await aTimeout(50);
    expect(checkbox(widget, 'Send the minutes').getAttribute('aria-checked')).to.equal('false');
    widget.addEventListener('action-before-complete', (event) => event.waitUntil(Promise.resolve(false)), {
      once: true,
    });
    checkbox(widget, 'Send the minutes').click();
    await aTimeout(50);
    expect(checkbox(widget, 'Send the minutes').getAttribute('aria-checked')).to.equal('false');
  });

  it('undoes only the change that was refused, and says why', async () => {
    const refusal = new BackendError('forbidden', { rule: 'manager-or-report' });
    const widget = await putWidget({ backend: smallBackend('ana', { setState: failing(refusal) }) });
    let error: ActionError | undefined;
    widget.addEventListener('action-error', (event) => (error = event));
    checkbox(widget, 'Call the supplier').click();
    await until(() => error);
    await widget.updateComplete;
    expect(error!.problem.rule).to.equal('manager-or-report');
    expect(checkbox(widget, 'Call the supplier').getAttribute('aria-checked')).to.equal('false');
    expect(text(widget)).to.contain('Only the manager and the report of the relationship can do this.');
  });

  it('shows nothing of its own where the page takes the error over', async () => {
    const widget = await putWidget({
      backend: smallBackend('ana', { setState: failing(new BackendError('forbidden')) }),
    });
    let told = false;
    widget.addEventListener('action-error', (event) => {
      event.preventDefault();
      told = true;
    });
    checkbox(widget, 'Call the supplier').click();
    await until(() => told);
    await widget.updateComplete;
    expect(widget.shadowRoot!.querySelector('[part=toast]')).to.equal(null);
  });

  it('reschedules from the date itself, where the viewer may', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    button(widget, 'Reschedule “Call the supplier”').click();
    await until(() => widget.shadowRoot!.querySelector('[role=menu]'));
    button(widget, 'In two weeks').click();
    await until(() => text(widget).includes('27 May'));
    // Ben made this one, in a relationship that Ana made: she may.
    expect(button(widget, 'Reschedule “Answer Ben”').getAttribute('aria-haspopup')).to.equal('menu');
  });

  it('leaves a date as text to who may not change it', async () => {
    const widget = await putWidget({
      backend: smallBackend('ben', {}, [
        action('hers', 'Ask Ana', '2026-05-20', {
          context: { type: 'relationship', relationshipId: 'ana-ben' },
          assignee: 'ben',
        }),
      ]),
    });
    expect(titles(widget)).to.deep.equal(['Ask Ana']);
    expect(() => button(widget, 'Reschedule')).to.throw();
    expect(checkbox(widget, 'Ask Ana').getAttribute('aria-disabled')).to.equal(null);
  });

  it('adds a personal action by one typed line', async () => {
    const widget = await putWidget({ backend: smallBackend(), limit: 10 }, { 'quick-add': '' });
    await until(() => widget.shadowRoot!.querySelector('input'));
    widget.shadowRoot!.querySelector('input')!.focus();
    await sendKeys({ type: 'Send the deck fri' });
    await until(() => text(widget).includes('Fri'));
    await sendKeys({ press: 'Enter' });
    await until(() => titles(widget).includes('Send the deck'));
    const { items } = await widget.backend!.actions.list({ query: 'Send the deck' });
    expect(items.map(({ due, context }) => [due?.date, context.type])).to.deep.equal([['2026-05-15', 'personal']]);
  });

  it('opens an action as the page likes, or shows its details', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    let opened: ActionOpen | undefined;
    widget.addEventListener(
      'action-open',
      (event) => {
        opened = event;
        event.preventDefault();
      },
      { once: true },
    );
    title(widget, 'Call the supplier').click();
    expect([opened?.action.id, opened?.href]).to.deep.equal(['today', null]);
    title(widget, 'Call the supplier').click();
    await until(() => widget.shadowRoot!.querySelector('dialog[open]'));
  });

  it('follows the page’s links, unless they run something', async () => {
    const widget = await putWidget({
      backend: smallBackend(),
      links: { action: ({ id }) => (id === 'today' ? 'javascript:alert(1)' : `/actions/${id}`) },
    });
    const links = [...widget.shadowRoot!.querySelectorAll('a[part=item-title]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).to.deep.equal(['/actions/late', '/actions/friday', '/actions/from-ben', '/actions/someday']);
  });

  it('says that all is done, and offers to add', async () => {
    const widget = await putWidget({ backend: smallBackend('ana', {}, []) });
    expect(text(widget)).to.contain('You’re all caught up.');
    expect(widget.matches(':state(empty)')).to.equal(true);
    await expect(widget).to.be.accessible();
  });

  it('says what went wrong and tries again', async () => {
    const working = smallBackend();
    let broken = true;
    const backend = smallBackend('ana', {
      list: (...query) =>
        broken ? Promise.reject(new BackendError('internal', { requestId: 'r-1' })) : working.actions.list(...query),
    });
    const widget = await putWidget({ backend });
    expect(text(widget)).to.contain('could not be loaded').and.contain('r-1');
    expect(widget.matches(':state(error)')).to.equal(true);
    await expect(widget).to.be.accessible();
    broken = false;
    button(widget, 'Try again').click();
    await until(() => titles(widget).length === 5);
  });

  it('explains that there is no access, with no retry', async () => {
    const widget = await putWidget({ backend: { ...smallBackend(), me: failing(new BackendError('forbidden')) } });
    expect(text(widget)).to.contain('You have no access to these actions.');
    expect(widget.matches(':state(forbidden)')).to.equal(true);
    expect(() => button(widget, 'Try again')).to.throw();
  });

  it('keeps a change that cannot be sent, and counts what waits', async () => {
    const widget = await putWidget({
      backend: smallBackend('ana', { setState: failing(new BackendError('network')) }),
    });
    checkbox(widget, 'Call the supplier').click();
    await until(() => widget.matches(':state(offline)'));
    await widget.updateComplete;
    expect(text(widget)).to.contain('Offline').and.contain('1 change waits to be sent');
    expect(checkbox(widget, 'Call the supplier').getAttribute('aria-checked')).to.equal('true');
    expect(widget.matches(':state(pending)')).to.equal(true);
  });

  for (const scheme of ['light', 'dark']) {
    it(`can be read offline, rows that wait to be sent too, where the page is ${scheme}`, async () => {
      const page = document.createElement('div');
      page.style.colorScheme = scheme;
      page.style.background = scheme === 'dark' ? '#17191c' : '#ffffff';
      document.body.append(page);
      const widget = await putWidget({
        backend: smallBackend('ana', { setState: failing(new BackendError('network')) }),
      });
      page.append(widget);
      await settled(widget);
      for (const control of widget.shadowRoot!.querySelectorAll<HTMLElement>('[role=checkbox]')) control.click();
      await until(() => text(widget).includes('changes wait to be sent'));
      // What waits is dimmed a while after, and slowly.
      await aTimeout(700);
      await expect(widget).to.be.accessible();
      page.remove();
    });
  }

  it('says how old it is while nothing newer can be had, in the height that it has', async () => {
    const working = smallBackend();
    let time = now();
    let broken = false;
    const backend = smallBackend('ana', {
      list: (...query) => (broken ? Promise.reject(new BackendError('internal')) : working.actions.list(...query)),
    });
    const widget = await putWidget({ backend, now: () => time }, { 'view-all-href': '/actions', 'quick-add': '' });
    await until(() => widget.shadowRoot!.querySelector('input'));
    widget.style.width = '240px';
    const { offsetHeight } = widget;
    broken = true;
    await widget.refresh();
    await widget.updateComplete;
    expect(text(widget), 'hardly older').not.to.contain('Updated');
    time += 2 * 3_600_000 + 59_000;
    await widget.refresh();
    await widget.updateComplete;
    expect(text(widget)).to.contain('Updated 2 hr ago');
    expect(titles(widget)).to.have.length(5);
    expect(widget.offsetHeight).to.equal(offsetHeight);
    expect(overflowing(widget)).to.deep.equal([]);
    await expect(widget).to.be.accessible();
    broken = false;
    button(widget, 'Updated 2 hr ago. Try again').click();
    await until(() => !text(widget).includes('Updated'));
  });

  it('says that there is no network in the height that it has, down to 240 px', async () => {
    let time = now();
    const widget = await putWidget(
      {
        backend: smallBackend('ana', { setState: failing(new BackendError('network')) }),
        now: () => time,
        compact: true,
      },
      { 'view-all-href': '/actions' },
    );
    widget.style.width = '240px';
    const { offsetHeight } = widget;
    time += 5 * 60_000;
    checkbox(widget, 'Call the supplier').click();
    await until(() => text(widget).includes('1 change waits to be sent'));
    await until(() => text(widget).includes('Updated 5 min ago'));
    expect(widget.offsetHeight).to.equal(offsetHeight);
    expect(overflowing(widget)).to.deep.equal([]);
    // Said once, without the minutes that go by.
    expect(widget.shadowRoot!.querySelector('.header [role=status]')!.textContent).to.contain('Offline');
    expect(widget.shadowRoot!.querySelector('.header [role=status]')!.textContent).not.to.contain('ago');
  });

  it('writes English words in a right-to-left page in their own order', async () => {
    const box = document.createElement('div');
    Object.assign(box, { lang: 'ar', dir: 'rtl' });
    document.body.append(box);
    const widget = await putWidget({ backend: smallBackend() }, { 'view-all-href': '/actions' });
    box.append(widget);
    // Of what is laid out, Firefox does not tell these characters.
    const said = () => widget.shadowRoot!.querySelector('section')!.textContent;
    await until(() => said().includes('\u2066View all (5)\u2069'));
    expect(said()).to.contain('\u20662 days overdue\u2069').and.contain('\u206620 May\u2069');
    const heading = widget.shadowRoot!.querySelector('[part=heading]')!.getBoundingClientRect();
    const viewAll = widget.shadowRoot!.querySelector('[part~=view-all]')!.getBoundingClientRect();
    expect(heading.left).to.be.greaterThan(viewAll.left);
    widget.remove();
    box.remove();
  });

  it('shows and changes nothing where it is read only', async () => {
    const widget = await putWidget({ backend: smallBackend() }, { readonly: '', 'quick-add': '' });
    expect(widget.shadowRoot!.querySelectorAll('[role=checkbox], input, [aria-haspopup]')).to.have.length(0);
    expect(titles(widget)).to.have.length(5);
    await expect(widget).to.be.accessible();
  });

  it('has at most three stops a row for the keyboard', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    for (const row of widget.shadowRoot!.querySelectorAll('[role=listitem]')) {
      expect(row.querySelectorAll('a, button, input, [tabindex]').length).to.be.at.most(3);
    }
  });

  it('fits into 240 px', async () => {
    const long = [
      action('long', 'Donaudampfschifffahrtsgesellschaftskapitän und so weiter', '2026-05-01', { context: PERSONAL }),
    ];
    const widget = await putWidget(
      { backend: smallBackend('ana', {}, long) },
      { 'view-all-href': '/actions', 'quick-add': '' },
    );
    widget.style.width = '240px';
    await until(() => widget.shadowRoot!.querySelector('input'));
    expect(overflowing(widget)).to.deep.equal([]);
  });

  it('works on plain data, by property or in a script, with no backend at all', async () => {
    const byProperty = await putWidget({ initialData: smallWorkspace() });
    expect(titles(byProperty)).to.have.length(5);
    const widget = document.createElement('actions-widget');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(smallWorkspace('ben'));
    widget.append(script);
    document.body.append(widget);
    await settled(widget);
    expect(titles(widget)).to.deep.equal(['Draft the plan']);
  });

  it('shows markup in a title as the text it is', async () => {
    const nasty = '<img src=x onerror="document.title=1"> javascript:alert(1)';
    const widget = await putWidget({ backend: smallBackend('ana', {}, [action('nasty', nasty, null)]) });
    expect(titles(widget)).to.deep.equal([nasty]);
    expect(widget.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('keeps what it shows when it is moved in the page', async () => {
    const widget = await putWidget({ backend: smallBackend() });
    const box = document.createElement('div');
    document.body.append(box);
    box.append(widget);
    await widget.updateComplete;
    expect(titles(widget)).to.have.length(ACTIONS.length - 1);
    widget.remove();
    await aTimeout(0);
    document.body.append(widget);
    await settled(widget);
    expect(titles(widget)).to.have.length(ACTIONS.length - 1);
    box.remove();
  });
});
