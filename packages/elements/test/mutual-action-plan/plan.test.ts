// The plan as a person uses it: read it, complete, add, edit, move, date, share, look as a guest does, undo.
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import { all, has, nameOf, opens, press as pressKeys, textOf, the } from '../parts/roles.ts';
import { cellOf, litWarnings, outline, planOn, roomOn, rowOf, said, saysSoon, workspace } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const WHOLE = [
  'GETTING STARTED',
  'Kick-off',
  'Sign the NDA',
  'Agree the goals',
  'Check the margin',
  'PILOT',
  'Run the pilot',
  'Review it',
];

/** Presses the part of a cell that can be pressed. */
function press(plan: MutualActionPlan, title: string, column: string): void {
  cellOf(plan, title, column).querySelector<HTMLElement>('.pressable, .text, button')?.click();
}

/** Puts the focus on a cell of the grid. */
async function stand(plan: MutualActionPlan, title: string, column = 'title'): Promise<void> {
  cellOf(plan, title, column).focus();
  await plan.updateComplete;
}

/** The dialog with what moves, once it is there. */
async function movesOf(plan: MutualActionPlan): Promise<HTMLElement> {
  await waitUntil(() => has(plan, 'dialog', /moves|rest/), 'it is not asked');
  return the(plan, 'dialog', /moves|rest/);
}

describe('<mutual-action-plan>', () => {
  it('is accessible and free of Lit warnings', async () => {
    const { plan } = await roomOn();
    await expect(plan).to.be.accessible();
    expect(litWarnings()).to.deep.equal([]);
  });

  it('shows sections with their actions, how much is done and when it ends', async () => {
    const { plan } = await roomOn();
    expect(outline(plan)).to.deep.equal(WHOLE);
    expect(textOf(the(plan, 'heading', 'Globex evaluation'))).to.equal('Globex evaluation');
    const head = textOf(plan.renderRoot.querySelector('[part="header"]'));
    expect(head).to.contain('0 of 6 actions done');
    expect(head).to.contain('At risk');
    expect(head).to.contain('Target 20 Jun');
  });

  it('names who holds each action: a person, the contact by name, the company, nobody', async () => {
    const { plan } = await roomOn();
    const who = (title: string) => said(plan, title, 'assignee');
    expect(['Kick-off', 'Sign the NDA', 'Agree the goals', 'Run the pilot'].map(who)).to.deep.equal([
      'Ben Okafor',
      'Gus Meyer, primary contact',
      'All of Globex',
      'Unassigned',
    ]);
  });

  it('tells how dates are known: fixed, an estimate with what it rests on, and the rule in words', async () => {
    const { plan } = await roomOn();
    expect(said(plan, 'Kick-off', 'dates')).to.equal('Due Wednesday, 20 May 2026');
    expect(said(plan, 'Agree the goals', 'dates')).to.match(/Due Saturday, 23 May 2026.*estimate.*Kick-off/);
    const shown = cellOf(plan, 'Agree the goals', 'dates').querySelector('.rule');
    expect(shown?.textContent).to.equal('3 days after “Kick-off” is done');
  });

  it('turns estimates into settled dates when what they rest on is done, and back when it is reopened', async () => {
    const { plan } = await roomOn();
    press(plan, 'Kick-off', 'done');
    // Done five days early, it moves what rests on it: that is shown first.
    const dialog = await movesOf(plan);
    expect(textOf(dialog)).to.contain('Agree the goals');
    the(plan, 'button', 'Save').click();
    await saysSoon(plan, 'Agree the goals', 'dates', /^Due Monday, 18 May 2026$/);
    press(plan, 'Kick-off', 'done');
    await movesOf(plan);
    the(plan, 'button', 'Save').click();
    await saysSoon(plan, 'Agree the goals', 'dates', /23 May.*estimate/);
  });

  it('shows what a new date moves before it is saved, lets it be, or saves all; one undo restores all', async () => {
    const { plan, as } = await roomOn();
    await stand(plan, 'Kick-off', 'dates');
    await sendKeys({ press: 'Enter' });
    await opens(plan);
    await sendKeys({ type: '27 may' });
    await sendKeys({ press: 'Enter' });
    const dialog = await movesOf(plan);
    for (const title of ['Agree the goals', 'Check the margin', 'Run the pilot'])
      expect(textOf(dialog), title).to.contain(title);
    expect((await as('ada').actions.get('kick')).due?.date).to.equal('2026-05-20');
    the(plan, 'button', 'Cancel').click();
    expect(said(plan, 'Kick-off', 'dates')).to.contain('20 May');

    await stand(plan, 'Kick-off', 'dates');
    await sendKeys({ press: 'd' });
    await opens(plan);
    await sendKeys({ type: '27 may' });
    await sendKeys({ press: 'Enter' });
    await movesOf(plan);
    await sendKeys({ press: 'Enter' });
    await saysSoon(plan, 'Run the pilot', 'dates', /7 June|8 June/);
    await waitUntil(async () => (await as('ada').actions.get('kick')).due?.date === '2026-05-27', 'it is not saved');
    await stand(plan, 'Kick-off');
    await pressKeys(plan, 'Control+z');
    await saysSoon(plan, 'Kick-off', 'dates', /20 May/);
    await saysSoon(plan, 'Agree the goals', 'dates', /23 May/);
    await waitUntil(async () => (await as('ada').actions.get('kick')).due?.date === '2026-05-20', 'it is not undone');
  });

  it('understands “3 days after kick-off” in the due editor', async () => {
    const { plan, as } = await roomOn();
    await stand(plan, 'Review it');
    await sendKeys({ press: 'd' });
    await opens(plan);
    await sendKeys({ type: '3 days after kick-off' });
    await sendKeys({ press: 'Enter' });
    await saysSoon(plan, 'Review it', 'dates', /23 May.*estimate/);
    const { due } = await as('ada').actions.get('review');
    expect(due?.rule).to.deep.equal({
      type: 'relative',
      amount: 3,
      unit: 'day',
      anchor: { type: 'actionCompleted', actionId: 'kick' },
    });
  });

  it('refuses a loop and names it in order', async () => {
    const { plan, as } = await roomOn();
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'd' });
    await opens(plan);
    await sendKeys({ type: '1 day after check the margin is due' });
    await waitUntil(() => /loop/i.test(floating(plan)), 'the loop is not told');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    expect((await as('ada').actions.get('kick')).due?.date).to.equal('2026-05-20');
  });

  it('adds to a section line after line, with a date or a rule typed at its end', async () => {
    const { plan, as } = await roomOn();
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'n' });
    await waitUntil(
      () => (plan.renderRoot as ShadowRoot).activeElement?.matches('input, textarea') === true,
      'there is nothing to type into',
    );
    await sendKeys({ type: 'Send the deck fri' });
    await plan.updateComplete;
    expect(plan.renderRoot.querySelector('.chip')?.textContent).to.contain('22 May');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Thank everyone 2 days after kick-off is done' });
    await plan.updateComplete;
    expect(plan.renderRoot.querySelector('.chip')?.textContent).to.contain('2 days after “Kick-off” is done');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => outline(plan).includes('Thank everyone'), 'it is not added');
    expect(outline(plan).slice(4, 7)).to.deep.equal(['Check the margin', 'Send the deck', 'Thank everyone']);
    const told = await as('ada').rooms.plan('room');
    const added = told.actions.find(({ title }) => title === 'Thank everyone');
    expect(added?.due?.basis).to.equal('projected');
  });

  it('takes back by Ctrl+Z what was added, in the empty line', async () => {
    const { plan } = await roomOn();
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'n' });
    await waitUntil(() => plan.renderRoot.querySelector('.text-field') !== null, 'no line');
    await sendKeys({ type: 'Thank everyone' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan).includes('Thank everyone'), 'it is not added');
    await pressKeys(plan, 'Control+z');
    await waitUntil(() => !outline(plan).includes('Thank everyone'), 'it is still there');
  });

  it('keeps what was typed where it is refused, with the reason', async () => {
    const { plan } = await roomOn();
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'F2' });
    await plan.updateComplete;
    const field = the(plan, 'textbox', 'Title') as HTMLInputElement;
    field.value = '   ';
    field.dispatchEvent(new InputEvent('input'));
    await sendKeys({ press: 'Enter' });
    await plan.updateComplete;
    expect(textOf(plan.renderRoot.querySelector('.text-fault'))).to.equal('Type what is to be done.');
    expect(has(plan, 'textbox', 'Title')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(outline(plan)).to.deep.equal(WHOLE);
  });

  it('renames an action and a section in place', async () => {
    const { plan } = await roomOn();
    await stand(plan, 'Sign the NDA');
    await sendKeys({ press: 'F2' });
    await sendKeys({ type: 'Sign both NDAs' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan).includes('Sign both NDAs'), 'it is not renamed');
    await stand(plan, 'Pilot');
    await sendKeys({ press: 'F2' });
    await sendKeys({ type: 'Trial' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan).includes('TRIAL'), 'the section is not renamed');
  });

  it('moves within and between sections by keys, and keeps the focus on what it moved', async () => {
    const { plan } = await roomOn();
    await stand(plan, 'Sign the NDA');
    await pressKeys(plan, 'Alt+ArrowUp');
    await waitUntil(() => outline(plan)[1] === 'Sign the NDA', 'it is not moved up');
    await waitUntil(() => focused(plan) === 'Sign the NDA', 'the focus is lost');
    await stand(plan, 'Review it');
    await pressKeys(plan, 'Alt+ArrowUp');
    await pressKeys(plan, 'Alt+ArrowUp');
    // Without a date of its own it keeps the section that it comes into from being completed: what rests on that moves.
    await movesOf(plan);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan).indexOf('Review it') < outline(plan).indexOf('PILOT'), 'it is not moved over');
    await waitUntil(() => focused(plan) === 'Review it', 'the focus is lost on the way');
  });

  it('moves by dragging, and gives up on Escape', async () => {
    const { plan } = await roomOn();
    const middle = (title: string) => {
      const { left, top, width, height } = cellOf(plan, title, 'title').getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)] as [number, number];
    };
    const drag = async (from: string, to: string) => {
      await sendMouse({ type: 'move', position: middle(from) });
      await sendMouse({ type: 'down' });
      const [x, y] = middle(to);
      await sendMouse({ type: 'move', position: [x, y - 4] });
    };
    await drag('Review it', 'Kick-off');
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(outline(plan)).to.deep.equal(WHOLE);
    await drag('Review it', 'Kick-off');
    await sendMouse({ type: 'up' });
    await movesOf(plan);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan)[1] === 'Review it', 'it is not moved');
  });

  it('scrolls on while it drags near the edge of the page, and puts it where it is let go', async () => {
    await setViewport({ width: 1100, height: 260 });
    const { plan } = await roomOn();
    const middle = (title: string) => {
      const { left, top, width, height } = cellOf(plan, title, 'title').getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)] as [number, number];
    };
    // The page ends where the pointer is on the last action.
    const pointer = 232;
    const [, last] = middle('Review it');
    plan.style.overflow = 'clip';
    plan.style.blockSize = `${last - plan.getBoundingClientRect().top + 246 - pointer}px`;
    plan.style.display = 'block';
    cellOf(plan, 'Kick-off', 'title').scrollIntoView({ block: 'center' });
    const [x, y] = middle('Kick-off');
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, pointer] });
    const page = document.documentElement;
    const most = page.scrollHeight - innerHeight;
    expect(scrollY).to.be.lessThan(most - 40);
    await waitUntil(() => scrollY >= most - 1, `the page does not scroll on to ${most}, it is at ${scrollY}`);
    await waitUntil(
      () => plan.renderRoot.querySelector('.row.drop')?.contains(cellOf(plan, 'Review it', 'title')),
      'it would not be put where the pointer is',
    );
    await sendMouse({ type: 'up' });
    await waitUntil(
      () => outline(plan).indexOf('Kick-off') > outline(plan).indexOf('Run the pilot'),
      'it is not moved',
    );
    expect(has(plan, 'dialog', 'Kick-off'), 'the click of letting go opens nothing').to.equal(false);
    await resetMouse();
    await setViewport({ width: 1100, height: 800 });
  });

  it('moves a section by dragging its header, a gap showing where, and gives up on Escape', async () => {
    const { plan } = await roomOn();
    const middle = (title: string) => {
      const { left, top, width, height } = cellOf(plan, title, 'title').getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)] as [number, number];
    };
    const gap = () => plan.renderRoot.querySelector('.gap-before')?.getAttribute('data-key') ?? null;
    const drag = async () => {
      await sendMouse({ type: 'move', position: middle('Pilot') });
      await sendMouse({ type: 'down' });
      const [x, y] = middle('Getting started');
      await sendMouse({ type: 'move', position: [x, y + 12] });
      await sendMouse({ type: 'move', position: [x, y] });
      await plan.updateComplete;
    };
    await drag();
    expect(gap()).to.equal('section:start');
    await sendMouse({ type: 'move', position: middle('Run the pilot') });
    await plan.updateComplete;
    expect(gap(), 'no gap where it is already').to.equal(null);
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(outline(plan)).to.deep.equal(WHOLE);
    await drag();
    await sendMouse({ type: 'up' });
    await waitUntil(() => outline(plan)[0] === 'PILOT', 'it is not moved');
    expect(gap()).to.equal(null);
    the(plan, 'button', 'Undo').click();
    await waitUntil(() => outline(plan).join() === WHOLE.join(), 'it is not taken back');
  });

  it('assigns: to the team, the contact, the company, a guest, nobody; only to the team what only it sees', async () => {
    const { plan, as } = await roomOn();
    press(plan, 'Run the pilot', 'assignee');
    await opens(plan);
    const offered = all(plan, 'option').map(nameOf);
    expect(offered).to.deep.equal([
      'Unassigned',
      'Ada Lind',
      'Ben Okafor',
      'Gus Meyer, primary contact',
      'All of Globex',
      'Gus Meyer',
      'Hal Brandt',
    ]);
    the(plan, 'option', 'All of Globex').click();
    await waitUntil(() => said(plan, 'Run the pilot', 'assignee') === 'All of Globex', 'it is not assigned');
    expect((await as('ada').actions.get('run')).assignee).to.deep.equal({ type: 'company' });
    press(plan, 'Check the margin', 'assignee');
    await opens(plan);
    expect(all(plan, 'option').map(nameOf)).to.deep.equal(['Unassigned', 'Ada Lind', 'Ben Okafor']);
  });

  it('asks what becomes of what rests on an action before it is deleted, and undoes that whole', async () => {
    const { plan } = await roomOn();
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'Delete' });
    const dialog = await movesOf(plan);
    expect(textOf(dialog)).to.contain('Agree the goals');
    the(plan, 'button', /Keep/).click();
    await waitUntil(() => !outline(plan).includes('Kick-off'), 'it is not deleted');
    await saysSoon(plan, 'Agree the goals', 'dates', /^Due Saturday, 23 May 2026$/);
    the(plan, 'button', 'Undo').click();
    await waitUntil(() => outline(plan).includes('Kick-off'), 'it is not restored');
    await saysSoon(plan, 'Agree the goals', 'dates', /estimate/);
  });

  it('gives the contact’s actions a name as soon as the room is shared', async () => {
    const { plan } = await roomOn('ada', { guests: [] });
    expect(said(plan, 'Sign the NDA', 'assignee')).to.equal('Primary contact, nobody yet');
    the(plan, 'button', 'Share').click();
    await waitUntil(() => has(plan, 'button', 'Mia Chen'), 'nobody is offered');
    the(plan, 'button', 'Mia Chen').click();
    for (const title of ['Sign the NDA', 'Review it'])
      await saysSoon(plan, title, 'assignee', /^Mia Chen, primary contact$/);
  });

  it('looks at the room as a guest does, changes nothing there, and comes back', async () => {
    const { plan } = await roomOn();
    the(plan, 'button', 'More').click();
    await waitUntil(() => has(plan, 'menuitem', 'View as Gus Meyer'), 'it is not offered');
    the(plan, 'menuitem', 'View as Gus Meyer').click();
    await waitUntil(() => !outline(plan).includes('Check the margin'), 'the internal action is still there');
    expect(textOf(plan.renderRoot.querySelector('[part~="banner"]'))).to.contain('Gus Meyer');
    expect(has(plan, 'button', /Add action|Share|Add section/)).to.equal(false);
    expect(plan.matches(':state(readonly)')).to.equal(true);
    the(plan, 'button', 'Back to your view').click();
    await waitUntil(() => outline(plan).includes('Check the margin'), 'it does not come back');
  });

  it('shows a guest no internal action, and lets them complete their own alone', async () => {
    const { plan, as } = await roomOn('gus');
    expect(outline(plan)).to.deep.equal(WHOLE.filter((title) => title !== 'Check the margin'));
    expect(textOf(plan.renderRoot.querySelector('[part="header"]'))).to.contain('0 of 5 actions done');
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'Space' });
    expect((await as('ada').actions.get('kick')).state).to.equal('todo');
    await stand(plan, 'Sign the NDA');
    await sendKeys({ press: 'Space' });
    await waitUntil(async () => (await as('ada').actions.get('nda')).state === 'done', 'it is not completed');
    expect(has(plan, 'button', /Add action|Share|Add section/)).to.equal(false);
  });

  it('counts and filters by whose turn it is', async () => {
    const { plan } = await roomOn();
    expect(textOf(the(plan, 'button', /^Us/))).to.equal('Us2');
    expect(textOf(the(plan, 'button', /^Them/))).to.equal('Them3');
    the(plan, 'button', /^Them/).click();
    await plan.updateComplete;
    expect(outline(plan)).to.deep.equal(['GETTING STARTED', 'Sign the NDA', 'Agree the goals', 'PILOT', 'Review it']);
    the(plan, 'button', 'Everyone').click();
    await plan.updateComplete;
    expect(outline(plan)).to.deep.equal(WHOLE);
  });

  it('folds sections, by press and by key', async () => {
    const { plan } = await roomOn();
    the(plan, 'button', 'Fold Getting started').click();
    await plan.updateComplete;
    expect(outline(plan)).to.deep.equal(['GETTING STARTED', 'PILOT', 'Run the pilot', 'Review it']);
    await stand(plan, 'Getting started');
    await sendKeys({ press: 'ArrowRight' });
    expect(outline(plan)).to.deep.equal(WHOLE);
    await sendKeys({ press: 'ArrowLeft' });
    expect(rowOf(plan, 'Getting started').getAttribute('aria-expanded')).to.equal('false');
  });

  it('is one tab stop, walked by arrows', async () => {
    const { plan } = await roomOn();
    expect(plan.renderRoot.querySelectorAll('.grid [tabindex="0"]')).to.have.length(1);
    await stand(plan, 'Kick-off');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focused(plan) === 'Sign the NDA', 'down does not go down');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => activeColumn(plan) === 'assignee', 'right does not go right');
    await pressKeys(plan, 'Control+End');
    await waitUntil(() => focused(plan) === '', 'the end is the line that adds');
    await pressKeys(plan, 'Control+Home');
    await waitUntil(() => focused(plan) === 'Getting started', 'home does not go home');
    expect(plan.renderRoot.querySelectorAll('.grid [tabindex="0"]')).to.have.length(1);
  });

  it('says what to do where there is nothing, and begins there', async () => {
    const as = workspace();
    await as('ada').rooms.create({ id: 'room', name: 'New', companyId: 'globex' });
    const plan = await planOn({ backend: as('ada') });
    expect(textOf(plan.renderRoot.querySelector('[part="empty"]'))).to.contain('This plan is empty');
    the(plan, 'button', 'Add section').click();
    await plan.updateComplete;
    await sendKeys({ type: 'First steps' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outline(plan).includes('FIRST STEPS'), 'the section is not there');
  });

  it('says that a room is not there to whoever does not see it', async () => {
    const as = workspace();
    await as('ada').rooms.create({ id: 'room', name: 'Hidden', companyId: 'globex' });
    const plan = document.createElement('mutual-action-plan');
    plan.backend = as('mia');
    plan.room = 'room';
    document.body.append(plan);
    await waitUntil(() => plan.shadowRoot?.querySelector('[part="error"]') != null, 'nothing is said');
    expect(textOf(plan.renderRoot.querySelector('[part="error"]'))).to.contain('There is no such room');
    expect(plan.matches(':state(forbidden)')).to.equal(true);
    plan.remove();
  });

  it('tells why a date is what it is', async () => {
    const { plan } = await roomOn();
    cellOf(plan, 'Agree the goals', 'more').querySelector('button')?.click();
    await waitUntil(() => has(plan, 'menuitem', 'Why this date?'), 'it is not offered');
    the(plan, 'menuitem', 'Why this date?').click();
    await waitUntil(() => /Kick-off/.test(floating(plan)), 'it is not told');
  });

  it('focuses an action that it shows, out of a folded section too, and says where it shows it not', async () => {
    const { plan } = await roomOn();
    the(plan, 'button', 'Fold Pilot').click();
    await plan.updateComplete;
    expect(plan.focusItem('review')).to.equal(true);
    await waitUntil(() => focused(plan) === 'Review it', 'it is not focused');
    expect(plan.focusItem('nothing')).to.equal(false);
    plan.side = 'us';
    await plan.updateComplete;
    expect(plan.focusItem('nda')).to.equal(false);
  });

  it('puts the list on paper, whichever view is on the screen', async () => {
    const { plan } = await roomOn('ada', { attributes: { view: 'timeline' } });
    await waitUntil(() => plan.renderRoot.querySelector('[part="timeline"]') !== null, 'the timeline does not come');
    expect(outline(plan)).to.deep.equal([]);
    dispatchEvent(new Event('beforeprint'));
    expect(outline(plan)).to.deep.equal(WHOLE);
    dispatchEvent(new Event('afterprint'));
    await plan.updateComplete;
    expect(outline(plan)).to.deep.equal([]);
  });

  it('holds two thousand actions', async () => {
    const as = workspace(2_000);
    const plan = await planOn({ backend: as('ada') });
    expect(plan.planStore?.$plan.get()?.actions).to.have.length(2_000);
    expect(plan.renderRoot.querySelectorAll('.rows [role="row"]').length).to.be.lessThan(400);
    expect(plan.focusItem('a1999')).to.equal(true);
    await waitUntil(() => focused(plan) === 'Step 1999', 'it is not focused');
  }).timeout(20_000);
});

function focused(plan: MutualActionPlan): string {
  const row = (plan.renderRoot as ShadowRoot).activeElement?.closest('[role="row"]');
  return textOf(row?.querySelector('.text, .section-name') ?? null);
}

function activeColumn(plan: MutualActionPlan): string | undefined {
  return (plan.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'];
}

/** What floats, as text. */
function floating(plan: MutualActionPlan): string {
  return textOf(plan.renderRoot.querySelector('.popover:popover-open'));
}
