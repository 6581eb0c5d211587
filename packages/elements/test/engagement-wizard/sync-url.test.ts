// The wizard's step in the page's address: Back is one step back, and a page that is loaded again comes back to the step with
// what was chosen.
import { aTimeout, expect } from '@open-wc/testing';
import type { EngagementWizard } from '../../src/engagement-wizard/class.ts';
import type { StepBeforeChange } from '../../src/engagement-wizard/wizard-events.ts';
import { all, has, nameOf, press, settled, textOf, the, type, until } from '../parts/roles.ts';
import { wizardOn, workspace } from './fixture.ts';

const heading = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.wizard-heading'));
const parameter = (name = 'wizard') => new URL(location.href).searchParams.get(name);
const chosen = (wizard: EngagementWizard) => wizard.setupStore?.$draft.get().coacheeIds;
const READY = { coacheeIds: ['ann'], coachId: 'cora' };
const [COACHEES, COACH, TEMPLATE, REVIEW] = [
  ...['Who is coached?', 'Who coaches?', 'Start from a template?', 'Review and create'],
];

async function click(wizard: EngagementWizard, name: string | RegExp): Promise<void> {
  the(wizard, 'button', name).click();
  await settled(wizard);
}

/** Goes in the browser's history, and waits until the wizard shows that. */
async function browserTo(wizard: EngagementWizard, way: number, expected: string | undefined): Promise<void> {
  history.go(way);
  await until(() => heading(wizard) === expected, `${expected} is shown`);
  await settled(wizard);
}

describe('<engagement-wizard sync-url>', () => {
  const start = location.href;
  let open: EngagementWizard | undefined;
  const put = async (more: Partial<EngagementWizard> = {}) =>
    (open = await wizardOn(workspace()('dora'), { syncUrl: 'query', presets: READY, ...more }));

  beforeEach(() => {
    sessionStorage.clear();
    // An entry of the page's own, which nothing here may leave.
    history.pushState({ mine: 1 }, '', start);
  });
  afterEach(async () => {
    open?.remove();
    await aTimeout(200);
    history.replaceState(null, '', start);
  });

  it('leaves the address alone unless it is asked', async () => {
    const wizard = await put({ syncUrl: 'off' });
    await click(wizard, 'Next');
    expect([location.href, heading(wizard)]).to.deep.equal([start, COACH]);
  });

  it('goes one step back with the browser, however one came to a step', async () => {
    const wizard = await put();
    expect(parameter()).to.equal(null);
    await click(wizard, 'Next');
    expect(parameter()).to.equal('coach');
    await click(wizard, 'Next');
    expect(parameter()).to.equal('template');
    await browserTo(wizard, -1, COACH);
    expect(parameter()).to.equal('coach');
    await browserTo(wizard, 1, TEMPLATE);
    // Back by its own button: the browser's Back is one step back from there.
    await click(wizard, 'Back');
    await until(() => parameter() === 'coach', 'the address follows');
    await browserTo(wizard, -1, COACHEES);
    expect(parameter()).to.equal(null);
    // A jump to a step that was seen passes the one between.
    await click(wizard, /Template/);
    expect(parameter()).to.equal('template');
    await browserTo(wizard, -1, COACH);
    await browserTo(wizard, -1, COACHEES);
    expect((history.state as { mine: number }).mine).to.equal(1);
  });

  it('keeps up with somebody who goes back and forth faster than the browser', async () => {
    const wizard = await put();
    await click(wizard, 'Next');
    await click(wizard, 'Next');
    await press(wizard, 'Alt+ArrowLeft', 'Alt+ArrowLeft');
    await until(() => parameter() === null, 'the address follows');
    expect(heading(wizard)).to.equal(COACHEES);
    the(wizard, 'button', 'Next').click();
    the(wizard, 'button', 'Next').click();
    await until(() => parameter() === 'coach', location.href);
    await aTimeout(100);
    expect([heading(wizard), parameter()]).to.deep.equal([COACH, 'coach']);
    await browserTo(wizard, -1, COACHEES);
  });

  it('stays at a step that the page around keeps, and so does the address', async () => {
    const wizard = await put();
    await click(wizard, 'Next');
    await click(wizard, 'Next');
    const keep = (event: StepBeforeChange) => event.preventDefault();
    wizard.addEventListener('step-before-change', keep);
    history.back();
    await aTimeout(200);
    expect([heading(wizard), parameter()]).to.deep.equal([TEMPLATE, 'template']);
    wizard.removeEventListener('step-before-change', keep);
    await browserTo(wizard, -1, COACH);
  });

  it('comes back to its step when the page is loaded again, with what was chosen', async () => {
    const first = await put({ draftKey: 'test', presets: {} });
    the(first, 'combobox', 'Coachees').focus();
    await type(first, 'Ben');
    await until(
      () => all(first, 'option').length === 1 && nameOf(all(first, 'option')[0] as Element).includes('Ben'),
      'Ben',
    );
    await press(first, 'Enter', 'Enter');
    expect(parameter()).to.equal('coach');
    first.remove();
    const second = await put({ draftKey: 'test', presets: {} });
    expect([heading(second), chosen(second), parameter()]).to.deep.equal([COACH, ['ben'], 'coach']);
    await browserTo(second, -1, COACHEES);
    expect(chosen(second)).to.deep.equal(['ben']);
    // At the first step too, with nothing in the address.
    second.remove();
    const third = await put({ draftKey: 'test', presets: {} });
    expect([heading(third), chosen(third), parameter()]).to.deep.equal([COACHEES, ['ben'], null]);
  });

  it('begins at the first step where nothing was kept, or a step was typed that was never seen', async () => {
    history.replaceState(null, '', '?wizard=review&tab=2');
    const wizard = await put();
    expect([heading(wizard), parameter(), parameter('tab')]).to.deep.equal([COACHEES, null, '2']);
    history.replaceState(null, '', '?wizard=review&tab=2');
    dispatchEvent(new PopStateEvent('popstate'));
    await until(() => parameter() === null, 'the address says what is shown');
    expect(heading(wizard)).to.equal(COACHEES);
  });

  it('takes its steps out of the history once they are made, and once it is left', async () => {
    const wizard = await put();
    for (const name of ['Next', 'Next', /^Skip/, /^Create/]) await click(wizard, name);
    await until(() => has(wizard, 'button', 'Done'), 'it is made');
    await until(() => parameter() === null, 'the address is as before');
    await aTimeout(50);
    expect(history.state).to.deep.equal({ mine: 1, followthrough: {} });
    await click(wizard, 'Done');
    wizard.setupStore?.change({ coacheeIds: ['ben'] });
    await settled(wizard);
    await click(wizard, 'Next');
    expect(parameter()).to.equal('coach');
    await press(wizard, 'Escape');
    await click(wizard, 'Discard');
    await until(() => parameter() === null, 'the address is as before again');
  });

  it('uses the hash where the query is the page’s own, under a name of its own', async () => {
    const wizard = await put({ syncUrl: 'hash', urlKey: 'new' });
    await click(wizard, 'Next');
    expect(location.hash).to.equal('#new=coach');
    await browserTo(wizard, -1, COACHEES);
    expect(location.hash).to.equal('');
  });

  it('goes to the review and back by its steps', async () => {
    const wizard = await put();
    for (const name of ['Next', 'Next', /^Skip/]) await click(wizard, name);
    expect([heading(wizard), parameter()]).to.deep.equal([REVIEW, 'review']);
    await click(wizard, 'Change Coachees');
    await until(() => parameter() === null, 'the address follows');
    expect(heading(wizard)).to.equal(COACHEES);
  });
});
