// A plan's timeline as people use it: looked at, walked through by keys, and its bars moved by pointer and by keys.
import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { TimelineHost } from './timeline-host.ts';
import { all, focused, has, isAccessible, press, settled, textOf, the, until } from '../parts/roles.ts';
import { ACTIONS, after, done, fixed, longPlan, section, snapshot, step, timelineOn } from './timeline-scene.ts';

const rowsOf = (host: TimelineHost) => [...host.renderRoot.querySelectorAll<HTMLElement>('.tl-row')];
const rowNamed = (host: TimelineHost, title: string) => {
  const row = rowsOf(host).find((one) => textOf(one.querySelector('.tl-title')) === title);
  if (!row)
    throw new Error(
      `no row ${title} among ${rowsOf(host)
        .map((one) => textOf(one))
        .join(' | ')}`,
    );
  return row;
};
const barNamed = (host: TimelineHost, title: string) => rowNamed(host, title).querySelector<HTMLElement>('.tl-bar')!;
const said = (host: TimelineHost, title: string) => textOf(rowNamed(host, title).querySelector('.tl-track'));
const scroller = (host: TimelineHost) => host.renderRoot.querySelector<HTMLElement>('.tl-scroller')!;
const focusedTitle = (host: TimelineHost) => textOf(focused(host)?.querySelector('.tl-title') ?? null);
const titles = (host: TimelineHost) =>
  rowsOf(host)
    .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
    .map((row) => textOf(row.querySelector('.tl-title')));
const dates = (host: TimelineHost, id: string) => host.dated.filter(([one]) => one === id).map(([, chosen]) => chosen);

const litWarnings = () => (globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings ?? new Set<string>();

/** Collects what is announced while `work` runs. */
async function heardDuring(work: () => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const page = document.documentElement as { ariaNotify?: (text: string) => void };
  const own = Object.hasOwn(page, 'ariaNotify');
  page.ariaNotify = (text) => heard.push(text);
  await work();
  if (!own) delete page.ariaNotify;
  return heard;
}

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Presses at a place, goes so far along the line, and lets go unless it is to be held. */
async function drag(host: TimelineHost, from: [number, number], by: number, hold = false): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  for (const share of [0.3, 0.7, 1]) {
    await sendMouse({ type: 'move', position: [Math.round(from[0] + by * share), from[1]] });
  }
  if (!hold) await sendMouse({ type: 'up' });
  await settled(host);
}

async function away(): Promise<void> {
  await sendMouse({ type: 'move', position: [2, 2] });
}

before(() => setViewport({ width: 1200, height: 800 }));
afterEach(async () => {
  await resetMouse();
  await away();
});

describe('a plan’s timeline', () => {
  it('is accessible, and warns of nothing', async () => {
    const { host } = await timelineOn();
    await isAccessible(host);
    expect([...litWarnings()]).to.have.members(['dev-mode', 'multiple-versions']);
  });

  it('is accessible where a row has the focus', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('training');
    await settled(host);
    await isAccessible(host);
  });

  it('is accessible in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const { host } = await timelineOn({ scheme: 'dark' });
    await isAccessible(host);
    await emulateMedia({ colorScheme: 'light' });
  });

  it('has the list’s rows, in its order, as a tree of two levels', async () => {
    const { host } = await timelineOn();
    expect(titles(host)).to.deep.equal([
      'Getting started',
      ...['Kick-off call', 'Agree goals and success criteria', 'Give access to the sandbox'],
      'Evaluation',
      ...['Load sample data', 'Train the pilot team', 'Pilot with twelve users', 'Review the pilot'],
      'Legal and security',
      ...['Security questionnaire', 'Redline the terms', 'On-site audit'],
      'Going live',
      ...['Sign the contract', 'Go live'],
      'No date (2)',
      ...['Send the survey', 'Plan the launch party'],
    ]);
    const grid = the(host, 'treegrid', 'Timeline of Globex evaluation');
    expect(grid.getAttribute('aria-rowcount')).to.equal('20');
    const training = rowNamed(host, 'Train the pilot team');
    expect(training.getAttribute('aria-level')).to.equal('2');
    expect([training.getAttribute('aria-posinset'), training.getAttribute('aria-setsize')]).to.deep.equal(['2', '4']);
    expect(rowNamed(host, 'Evaluation').getAttribute('aria-expanded')).to.equal('true');
  });

  const words: [string, string][] = [
    ['Kick-off call', '27 Apr, Done'],
    ['Agree goals and success criteria', '29 Apr to 6 May, Done (late)'],
    ['Give access to the sandbox', '7 May to 13 May, Overdue'],
    ['Load sample data', '11 May to 20 May, In progress'],
    ['Pilot with twelve users', '28 May to 12 Jun, To do, estimate, rests on “Train the pilot team”'],
    ['On-site audit', '21 May to 24 May, Cancelled'],
    ['Sign the contract', 'due 2 Jul, To do, Sets the finish'],
  ];
  for (const [title, text] of words) {
    it(`says of “${title}” when and how it stands`, async () => {
      const { host } = await timelineOn();
      expect(said(host, title)).to.contain(text);
    });
  }

  it('says how far an action can slip', async () => {
    const { host } = await timelineOn();
    expect(said(host, 'Review the pilot')).to.match(/Can slip \d+ days$/);
  });

  it('sums a section up', async () => {
    const { host } = await timelineOn();
    expect(said(host, 'Getting started')).to.equal('27 Apr to 13 May, 2 of 3 done');
  });

  it('draws estimates, milestones and what sets the finish by their shape', async () => {
    const { host } = await timelineOn();
    const style = (title: string) => getComputedStyle(barNamed(host, title));
    expect(style('Pilot with twelve users').borderTopStyle).to.equal('dashed');
    expect(style('Load sample data').borderTopStyle).to.equal('solid');
    expect(barNamed(host, 'Sign the contract').classList.contains('milestone')).to.equal(true);
    expect(Number.parseFloat(style('Sign the contract').borderTopWidth)).to.be.above(
      Number.parseFloat(style('Load sample data').borderTopWidth),
    );
  });

  it('puts a bar where its days are, from its first to the end of its last', async () => {
    const { host } = await timelineOn();
    const data = barNamed(host, 'Load sample data').getBoundingClientRect();
    const training = barNamed(host, 'Train the pilot team').getBoundingClientRect();
    expect(data.width).to.be.closeTo(10 * 15, 0.5);
    expect(training.left).to.be.closeTo(data.right, 0.5);
    const today = host.renderRoot.querySelector('.tl-today')!.getBoundingClientRect().left;
    expect(today).to.be.closeTo(data.left + 4.5 * 15, 1);
  });

  it('shades weekends with one picture, and holidays', async () => {
    const { host } = await timelineOn();
    const back = host.renderRoot.querySelector<HTMLElement>('.tl-back')!;
    expect(getComputedStyle(back).backgroundImage).to.match(/^linear-gradient\(to right/);
    expect(host.renderRoot.querySelectorAll('.tl-holiday').length).to.equal(2);
  });

  it('shows the titles that do not fit in their bar beside it', async () => {
    const { host } = await timelineOn();
    expect(barNamed(host, 'Load sample data').querySelector('.tl-name')).to.exist;
    expect(barNamed(host, 'Train the pilot team').querySelector('.tl-name')).to.equal(null);
    expect(rowNamed(host, 'Train the pilot team').querySelector('.tl-beside .tl-name')).to.exist;
  });

  it('keeps the titles and the axis in view', async () => {
    const { host } = await timelineOn({ data: longPlan(60) });
    const box = scroller(host);
    box.scrollLeft = 300;
    box.scrollTop = 400;
    await settled(host);
    const { left, top } = box.getBoundingClientRect();
    const row = rowsOf(host)[9]!;
    expect(row.querySelector('.tl-side')!.getBoundingClientRect().left).to.be.closeTo(left, 2);
    expect(host.renderRoot.querySelector('.tl-head')!.getBoundingClientRect().top).to.be.closeTo(top, 2);
  });

  it('shows what waits with its rule, and says why something has no date', async () => {
    const { host } = await timelineOn();
    expect(said(host, 'Send the survey')).to.equal(
      'No date yet: 2 business days after “Plan the launch party” is done, in Going live',
    );
    expect(said(host, 'Plan the launch party')).to.equal('No date, in Going live');
  });

  it('says why a date is broken', async () => {
    const broken = ACTIONS.map((one) => (one.id === 'survey' ? { ...one, due: after(2, done('old')) } : one));
    const { host } = await timelineOn({ data: snapshot(broken) });
    expect(said(host, 'Send the survey')).to.equal('No date: “On-site audit” will not be done, in Going live');
  });

  it('says so where no action has a date', async () => {
    const bare = ACTIONS.map((action) => ({ ...action, start: null, due: null, state: 'todo' as const, closed: null }));
    const { host } = await timelineOn({ data: snapshot(bare) });
    expect(textOf(host.renderRoot.querySelector('.tl-hint'))).to.contain('No action has a date yet');
    expect(has(host, 'button', /without a date/)).to.equal(false);
    await isAccessible(host);
  });

  it('shows the actions of one side alone', async () => {
    const { host } = await timelineOn({ look: { side: 'them' } });
    expect(titles(host)).to.deep.equal([
      ...['Getting started', 'Give access to the sandbox', 'Evaluation', 'Pilot with twelve users'],
      ...['Legal and security', 'Redline the terms'],
    ]);
  });

  it('is not on paper', async () => {
    const { host } = await timelineOn();
    await emulateMedia({ media: 'print' });
    expect(host.renderRoot.querySelector('.tl')!.checkVisibility()).to.equal(false);
    await emulateMedia({ media: 'screen' });
  });
});

describe('its scale', () => {
  it('is chosen by pressing, or with arrows', async () => {
    const { host } = await timelineOn();
    const width = () => barNamed(host, 'Load sample data').getBoundingClientRect().width;
    the(host, 'radio', 'Days').click();
    await settled(host);
    expect(width()).to.be.closeTo(400, 0.5);
    the(host, 'radio', 'Days').focus();
    await press(host, 'ArrowRight', 'ArrowRight');
    expect(host.scale).to.equal('month');
    expect(width()).to.be.closeTo(50, 0.5);
    expect(the(host, 'radio', 'Months').getAttribute('aria-checked')).to.equal('true');
    expect(all(host, 'radio').filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
  });

  it('fits the whole plan where that is asked for', async () => {
    const { host } = await timelineOn({ look: { scale: 'fit' } });
    const box = scroller(host);
    expect(box.scrollWidth).to.be.at.most(box.clientWidth + 1);
    const last = barNamed(host, 'Go live').getBoundingClientRect();
    expect(last.right).to.be.below(box.getBoundingClientRect().right);
  });

  it('keeps today where it is', async () => {
    const { host } = await timelineOn();
    const today = () => host.renderRoot.querySelector('.tl-today')!.getBoundingClientRect().left;
    const before = today();
    the(host, 'radio', 'Days').click();
    await settled(host);
    expect(today()).to.be.closeTo(before, 2);
  });

  it('goes back to today', async () => {
    const { host } = await timelineOn({ look: { scale: 'day' } });
    scroller(host).scrollLeft = scroller(host).scrollWidth;
    await until(
      () => the(host, 'button', 'Go to today').getAttribute('aria-disabled') === null,
      'today is out of view',
    );
    the(host, 'button', 'Go to today').click();
    await until(() => {
      const { left } = host.renderRoot.querySelector('.tl-today')!.getBoundingClientRect();
      return left > 350 && left < 900;
    }, 'today is in view');
  });

  it('marks bars that are out of view, and goes to them', async () => {
    const { host } = await timelineOn({ look: { scale: 'day' } });
    const edge = rowNamed(host, 'Kick-off call').querySelector<HTMLElement>('.tl-edge.earlier')!;
    expect(textOf(edge.querySelector('span'))).to.equal('27 Apr');
    edge.click();
    await until(() => rowNamed(host, 'Kick-off call').querySelector('.tl-edge') === null, 'it is in view');
  });
});

describe('a timeline by keys', () => {
  it('has one tab stop', async () => {
    const { host } = await timelineOn();
    the(host, 'button', '2 without a date').focus();
    await press(host, 'Tab');
    expect(focusedTitle(host)).to.equal('Getting started');
    await press(host, 'Tab');
    expect(focused(host)?.id).to.equal('after');
  });

  it('goes through rows, to the first and to the last', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('kickoff');
    await settled(host);
    await press(host, 'ArrowDown', 'ArrowDown');
    expect(focusedTitle(host)).to.equal('Give access to the sandbox');
    await press(host, 'ArrowUp');
    expect(focusedTitle(host)).to.equal('Agree goals and success criteria');
    await press(host, 'End');
    expect(focusedTitle(host)).to.equal('Plan the launch party');
    await press(host, 'Home');
    expect(focusedTitle(host)).to.equal('Getting started');
    expect(rowsOf(host).filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
  });

  it('folds sections and what has no date', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('kickoff');
    await settled(host);
    await press(host, 'ArrowUp', 'ArrowLeft');
    expect(rowNamed(host, 'Getting started').getAttribute('aria-expanded')).to.equal('false');
    expect(titles(host)[1]).to.equal('Evaluation');
    expect(focusedTitle(host)).to.equal('Getting started');
    await press(host, 'ArrowRight');
    expect(titles(host)[1]).to.equal('Kick-off call');
    await press(host, 'Enter');
    expect(titles(host)[1]).to.equal('Evaluation');
    rowNamed(host, 'No date (2)').querySelector<HTMLElement>('.tl-title')!.click();
    await settled(host);
    expect(titles(host).at(-1)).to.equal('No date (2)');
  });

  it('scrolls time where nothing is to be folded', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('data');
    await settled(host);
    const before = scroller(host).scrollLeft;
    await press(host, 'ArrowRight');
    await until(() => scroller(host).scrollLeft > before + 50, 'time has gone on');
  });

  it('brings a bar that is out of view into it', async () => {
    const { host } = await timelineOn({ look: { scale: 'day' } });
    host.timeline.focus('launch');
    await settled(host);
    const bar = barNamed(host, 'Go live').getBoundingClientRect();
    const box = scroller(host).getBoundingClientRect();
    expect(bar.left).to.be.above(box.left + 200);
    expect(bar.right).to.be.below(box.right);
  });

  it('opens details with Enter', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('training');
    await settled(host);
    await press(host, 'Enter');
    expect(host.opened).to.deep.equal(['training']);
  });

  it('goes to what has no date', async () => {
    const { host } = await timelineOn();
    the(host, 'button', '2 without a date').click();
    await settled(host);
    expect(focusedTitle(host)).to.equal('No date (2)');
  });

  it('leaves the focus in the timeline where its row goes', async () => {
    const { host, workspace } = await timelineOn();
    host.timeline.focus('terms');
    await settled(host);
    await workspace.actions.remove('terms');
    await until(() => !titles(host).includes('Redline the terms'), 'it has gone');
    await settled(host);
    expect(focusedTitle(host)).to.equal('On-site audit');
  });

  it('leaves other keys to the page', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('data');
    await settled(host);
    let left = 0;
    const listener = (event: Event) => void (left += event.defaultPrevented ? 0 : 1);
    document.addEventListener('keydown', listener);
    await press(host, 'Escape', 'q');
    document.removeEventListener('keydown', listener);
    expect(left).to.equal(2);
  });
});

describe('moving a bar by keys', () => {
  async function at(id: string, look: Partial<TimelineHost> = {}) {
    const page = await timelineOn({ look });
    page.host.timeline.focus(id);
    await settled(page.host);
    return page.host;
  }

  it('moves it a day, says so, and saves on Enter', async () => {
    const host = await at('data');
    const heard = await heardDuring(async () => {
      await press(host, 'Alt+ArrowRight', 'Alt+ArrowRight');
      await until(() => host.renderRoot.querySelector('.tl-tip-more') !== null, 'it is known what moves');
    });
    expect(heard.filter((text) => text.endsWith('Escape gives up.'))).to.deep.equal([
      'Load sample data: 12 May to 21 May. Enter saves, Escape gives up.',
      'Load sample data: 13 May to 22 May. Enter saves, Escape gives up.',
    ]);
    expect(heard.at(-1)).to.match(/^\d+ other dates move$/);
    expect(host.dated).to.deep.equal([]);
    await press(host, 'Enter');
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-13', due: '2026-05-22' }]);
    expect(said(host, 'Load sample data')).to.contain('13 May to 22 May');
    expect(host.opened).to.deep.equal([]);
    expect(focusedTitle(host)).to.equal('Load sample data');
  });

  it('gives up on Escape', async () => {
    const host = await at('data');
    const before = barNamed(host, 'Load sample data').getBoundingClientRect().left;
    const heard = await heardDuring(async () => press(host, 'Alt+ArrowRight', 'Escape'));
    expect(heard.at(-1)).to.equal('Load sample data stays where it was');
    expect(host.dated).to.deep.equal([]);
    await until(() => barNamed(host, 'Load sample data').getBoundingClientRect().left === before, 'it is back');
  });

  const table: [string, string[], object][] = [
    ['its due date with Shift', ['Shift+Alt+ArrowRight', 'Enter'], { due: '2026-05-21' }],
    ['its start with Ctrl', ['Control+Alt+ArrowLeft', 'Enter'], { start: '2026-05-10' }],
    [
      'all of it, then one end',
      ['Alt+ArrowLeft', 'Shift+Alt+ArrowRight', 'Enter'],
      { start: '2026-05-10', due: '2026-05-20' },
    ],
  ];
  for (const [what, keys, chosen] of table) {
    it(`moves ${what}`, async () => {
      const host = await at('data');
      await press(host, ...keys);
      expect(dates(host, 'data')).to.deep.equal([chosen]);
    });
  }

  it('moves by weeks where days are too narrow', async () => {
    const host = await at('data', { scale: 'month' });
    await press(host, 'Alt+ArrowRight', 'Enter');
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-18', due: '2026-05-27' }]);
  });

  it('saves what was moved when one goes on', async () => {
    const host = await at('data');
    await press(host, 'Alt+ArrowRight', 'ArrowDown');
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-12', due: '2026-05-21' }]);
    expect(focusedTitle(host)).to.equal('Train the pilot team');
  });

  it('saves what was moved when one leaves', async () => {
    const host = await at('data');
    await press(host, 'Alt+ArrowRight', 'Tab');
    expect(dates(host, 'data').length).to.equal(1);
    expect(focused(host)?.id).to.equal('after');
  });

  it('tells nobody where it is moved there and back', async () => {
    const host = await at('data');
    await press(host, 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Enter');
    expect(host.dated).to.deep.equal([]);
  });

  for (const [what, id, look] of [
    ['what is done', 'kickoff', {}],
    ['what has no date', 'party', {}],
    ['anything that may not be changed', 'data', { readonly: true }],
  ] as const) {
    it(`refuses to move ${what}, and says so`, async () => {
      const host = await at(id, look);
      const heard = await heardDuring(async () => press(host, 'Alt+ArrowRight', 'Enter'));
      expect(heard[0]).to.match(/cannot be moved here$/);
      expect(host.dated).to.deep.equal([]);
    });
  }
});

describe('moving a bar with the pointer', () => {
  it('moves both dates, snapped to days, and shows meanwhile what they would be and what moves with them', async () => {
    const { host } = await timelineOn();
    const pilot = barNamed(host, 'Pilot with twelve users').getBoundingClientRect().left;
    await drag(host, middleOf(barNamed(host, 'Load sample data')), 3 * 15 + 4, true);
    await until(() => host.renderRoot.querySelector('.tl-tip-more') !== null, 'it is known what moves');
    expect(host.renderRoot.querySelector('.tl-tip')!.textContent.replace(/\s+/gu, ' ').trim()).to.equal(
      '14 May – 23 May5 other dates move',
    );
    await until(
      () => barNamed(host, 'Pilot with twelve users').getBoundingClientRect().left > pilot + 10,
      'the rest moves',
    );
    expect(host.dated).to.deep.equal([]);
    await sendMouse({ type: 'up' });
    await settled(host);
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-14', due: '2026-05-23' }]);
    expect(host.opened).to.deep.equal([]);
    expect(said(host, 'Load sample data')).to.contain('14 May to 23 May');
    expect(host.renderRoot.querySelector('.tl-tip.tried')).to.equal(null);
  });

  it('moves one end', async () => {
    const { host } = await timelineOn();
    const { left, right } = barNamed(host, 'Load sample data').getBoundingClientRect();
    const [, y] = middleOf(barNamed(host, 'Load sample data'));
    await drag(host, [Math.round(right) - 4, y], 30);
    await drag(host, [Math.round(left) + 4, y], 15);
    expect(dates(host, 'data')).to.deep.equal([{ due: '2026-05-22' }, { start: '2026-05-12' }]);
  });

  it('moves a milestone', async () => {
    const { host } = await timelineOn({ look: { scale: 'fit' } });
    const box = barNamed(host, 'Review the pilot');
    const { width } = barNamed(host, 'Load sample data').getBoundingClientRect();
    await drag(host, middleOf(box), Math.round((width / 10) * 2));
    expect(dates(host, 'review')).to.deep.equal([{ due: '2026-06-19' }]);
  });

  it('snaps to weeks where days are too narrow', async () => {
    const { host } = await timelineOn({ look: { scale: 'month' } });
    await drag(host, middleOf(barNamed(host, 'Load sample data')), 24);
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-18', due: '2026-05-27' }]);
  });

  it('gives up on Escape', async () => {
    const { host } = await timelineOn();
    await drag(host, middleOf(barNamed(host, 'Load sample data')), 60, true);
    expect(host.renderRoot.querySelector('.tl-tip.tried')).to.exist;
    await sendKeys({ press: 'Escape' });
    await settled(host);
    expect(host.renderRoot.querySelector('.tl-tip.tried')).to.equal(null);
    await sendMouse({ type: 'up' });
    await settled(host);
    expect(host.dated).to.deep.equal([]);
    expect(host.opened).to.deep.equal([]);
  });

  it('is a press where it hardly moves: that opens the details', async () => {
    const { host } = await timelineOn();
    await drag(host, middleOf(barNamed(host, 'Load sample data')), 2);
    expect(host.opened).to.deep.equal(['data']);
    expect(host.dated).to.deep.equal([]);
  });

  it('leaves alone what is done and what may not be changed', async () => {
    const { host } = await timelineOn();
    await drag(host, middleOf(barNamed(host, 'Agree goals and success criteria')), 60);
    host.readonly = true;
    host.requestUpdate();
    await settled(host);
    await drag(host, middleOf(barNamed(host, 'Load sample data')), 60);
    expect(host.dated).to.deep.equal([]);
    expect(barNamed(host, 'Load sample data').querySelector('.tl-end')).to.equal(null);
  });

  it('leaves a finger to scroll', async () => {
    const { host } = await timelineOn();
    const bar = barNamed(host, 'Load sample data');
    const [x, y] = middleOf(bar);
    const event = (type: string, clientX: number) =>
      bar.dispatchEvent(
        new PointerEvent(type, {
          ...{ pointerId: 7, pointerType: 'touch', button: 0, clientX, clientY: y },
          ...{ bubbles: true, composed: true, cancelable: true },
        }),
      );
    expect(event('pointerdown', x), 'the browser may scroll').to.equal(true);
    event('pointermove', x + 60);
    event('pointerup', x + 60);
    await settled(host);
    expect(host.dated).to.deep.equal([]);
    expect(getComputedStyle(bar).touchAction).to.equal('auto');
  });

  it('scrolls on near the edge', async () => {
    const { host } = await timelineOn({ look: { scale: 'day' } });
    const box = scroller(host).getBoundingClientRect();
    const before = scroller(host).scrollLeft;
    const [x, y] = middleOf(barNamed(host, 'Load sample data'));
    await drag(host, [x, y], box.right - 10 - x, true);
    await until(() => scroller(host).scrollLeft > before + 60, 'time goes on');
    await sendMouse({ type: 'up' });
    await settled(host);
    expect(dates(host, 'data').length).to.equal(1);
    expect(dates(host, 'data')[0]!.due! > '2026-05-28').to.equal(true);
  });

  it('scrolls the rows on near their end, and moves the bar no further for that', async () => {
    await setViewport({ width: 1200, height: 500 });
    const { host } = await timelineOn();
    const [x, y] = middleOf(barNamed(host, 'Load sample data'));
    await drag(host, [x, y], 30, true);
    const before = scroller(host).scrollTop;
    const end = Math.min(innerHeight, scroller(host).getBoundingClientRect().bottom);
    await sendMouse({ type: 'move', position: [x + 30, Math.round(end) - 6] });
    await until(() => scroller(host).scrollTop > before + 150, 'the rows go on');
    await sendMouse({ type: 'up' });
    await settled(host);
    expect(dates(host, 'data')).to.deep.equal([{ start: '2026-05-13', due: '2026-05-22' }]);
    await setViewport({ width: 1200, height: 800 });
  });
});

describe('what rests on what', () => {
  it('is drawn for what is pointed at, and for nothing else', async () => {
    const { host } = await timelineOn();
    const lines = () => host.renderRoot.querySelectorAll('.tl-link').length;
    expect(lines()).to.equal(0);
    await sendMouse({ type: 'move', position: middleOf(barNamed(host, 'Train the pilot team')) });
    await settled(host);
    // Two dates rest on the data, two of the pilot's on it.
    expect([
      host.renderRoot.querySelectorAll('.tl-link.into').length,
      host.renderRoot.querySelectorAll('.tl-link.out-of').length,
    ]).to.deep.equal([2, 2]);
    expect(rowNamed(host, 'Load sample data').classList.contains('linked')).to.equal(true);
    await away();
    await settled(host);
    expect(lines()).to.equal(0);
  });

  it('is drawn for what has the focus', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('pilot');
    await settled(host);
    expect(host.renderRoot.querySelectorAll('.tl-link.out-of').length).to.equal(1);
    the(host, 'radio', 'Weeks').focus();
    await settled(host);
    expect(host.renderRoot.querySelectorAll('.tl-link').length).to.equal(0);
  });

  it('begins at the end of the one and ends at the other', async () => {
    const { host } = await timelineOn();
    host.timeline.focus('review');
    await settled(host);
    const path = host.renderRoot.querySelector<SVGPathElement>('.tl-link.into')!;
    const from = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    const to = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM()!);
    const source = barNamed(host, 'Pilot with twelve users').getBoundingClientRect();
    const target = barNamed(host, 'Review the pilot').getBoundingClientRect();
    expect(from.x).to.be.closeTo(source.right, 2);
    expect(from.y).to.be.closeTo(source.top + source.height / 2, 2);
    expect(to.x).to.be.closeTo(target.left, 3);
    expect(to.y).to.be.closeTo(target.top + target.height / 2, 2);
  });

  it('comes from a section that is waited for, and is not drawn for a date that is pinned', async () => {
    const pinned = await timelineOn();
    pinned.host.timeline.focus('sign');
    await settled(pinned.host);
    expect(pinned.host.renderRoot.querySelectorAll('.tl-link.into').length).to.equal(0);
    const free = ACTIONS.map((one) => (one.id === 'sign' ? { ...one, due: after(5, section('trial')) } : one));
    const { host } = await timelineOn({ data: snapshot(free) });
    host.timeline.focus('sign');
    await settled(host);
    expect(host.renderRoot.querySelectorAll('.tl-link.into').length).to.equal(1);
    expect(rowNamed(host, 'Evaluation').classList.contains('linked')).to.equal(true);
  });

  it('begins at the section where what is rested on is folded away', async () => {
    const handover = step('handover', 'live', 'Hand over', { due: after(2, done('pilot')) });
    const data = snapshot([...ACTIONS, handover]);
    const { host } = await timelineOn({ data, look: { folded: new Set(['trial']) } });
    host.timeline.focus('handover');
    await settled(host);
    const path = host.renderRoot.querySelector<SVGPathElement>('.tl-link.into')!;
    const { y } = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    const { top, height } = rowNamed(host, 'Evaluation').getBoundingClientRect();
    expect(y).to.be.closeTo(top + height / 2, 2);
  });
});

describe('a long plan', () => {
  it('keeps some forty rows of 2,000 in the page, wherever it is scrolled, and draws nothing else for that', async () => {
    const { host } = await timelineOn({ data: longPlan(2000) });
    expect(the(host, 'treegrid', /./).getAttribute('aria-rowcount')).to.equal('2101');
    const nodes = () => host.renderRoot.querySelectorAll('.tl *').length;
    expect(rowsOf(host).length).to.be.below(45);
    expect(nodes()).to.be.below(1600);
    const { draws } = host;
    for (const top of [9000, 30_000, 61_000]) {
      scroller(host).scrollTop = top;
      await until(() => rowsOf(host).some((row) => Math.abs(row.offsetTop - top) < 60), `rows at ${top}`);
      expect(rowsOf(host).length).to.be.below(45);
      expect(nodes()).to.be.below(1600);
    }
    expect(host.draws).to.equal(draws);
  });

  it('leaves the axis and what lies behind the rows alone while it is scrolled down', async () => {
    const { host } = await timelineOn({ data: longPlan(2000) });
    const changes: MutationRecord[] = [];
    const watched = new MutationObserver((records) => changes.push(...records));
    for (const part of ['.tl-head', '.tl-back']) {
      const node = host.renderRoot.querySelector(part)!;
      watched.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    scroller(host).scrollTop = 9000;
    await until(() => rowsOf(host).some((row) => Math.abs(row.offsetTop - 9000) < 60), 'rows at 9000');
    changes.push(...watched.takeRecords());
    watched.disconnect();
    expect(changes).to.deep.equal([]);
  });

  it('cuts no round corners out of what scrolls, for that costs most of a frame', async () => {
    const { host } = await timelineOn({ data: longPlan(40) });
    expect(getComputedStyle(scroller(host)).borderRadius).to.equal('0px');
  });

  it('keeps few marks of many years in the page', async () => {
    const far = step('far', 'live', 'Renew', { due: fixed('2150-01-01') });
    const { host } = await timelineOn({ data: snapshot([...ACTIONS, far]), look: { scale: 'day' } });
    expect(host.renderRoot.querySelectorAll('.tl-tick').length).to.be.below(60);
    scroller(host).scrollLeft = 900_000;
    const year = () => host.renderRoot.querySelector('.tl-tick.upper')?.textContent ?? '';
    await until(() => /208[78]/u.test(year()), 'the axis follows');
    expect(host.renderRoot.querySelectorAll('.tl-tick').length).to.be.below(60);
  });

  it('goes to its last row and back by keys, the focus never lost', async () => {
    const { host } = await timelineOn({ data: longPlan(2000) });
    host.timeline.focus('a0');
    await settled(host);
    await press(host, 'End');
    expect(focusedTitle(host)).to.equal('Step 2000 of the rollout');
    await press(host, 'PageUp', 'Home');
    expect(focusedTitle(host)).to.equal('Workstream 1');
    scroller(host).scrollTop = 40_000;
    await settled(host);
    expect(focusedTitle(host), 'the row with the focus stays in the page').to.equal('Workstream 1');
  });
});

describe('a timeline from right to left', () => {
  it('runs the other way, lines and all', async () => {
    const { host } = await timelineOn({ dir: 'rtl' });
    const data = barNamed(host, 'Load sample data').getBoundingClientRect();
    const training = barNamed(host, 'Train the pilot team').getBoundingClientRect();
    expect(training.right).to.be.closeTo(data.left, 0.5);
    const side = rowNamed(host, 'Load sample data').querySelector('.tl-side')!.getBoundingClientRect();
    expect(side.right).to.be.closeTo(scroller(host).getBoundingClientRect().right, 2);
    host.timeline.focus('review');
    await settled(host);
    const path = host.renderRoot.querySelector<SVGPathElement>('.tl-link.into')!;
    const from = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    expect(from.x).to.be.closeTo(barNamed(host, 'Pilot with twelve users').getBoundingClientRect().left, 2);
    await isAccessible(host);
  });

  it('moves by keys and by pointer the way time runs', async () => {
    const { host } = await timelineOn({ dir: 'rtl' });
    host.timeline.focus('data');
    await settled(host);
    await press(host, 'Alt+ArrowLeft', 'Enter');
    await drag(host, middleOf(barNamed(host, 'Load sample data')), -30);
    expect(dates(host, 'data')).to.deep.equal([
      { start: '2026-05-12', due: '2026-05-21' },
      { start: '2026-05-14', due: '2026-05-23' },
    ]);
  });
});

describe('an agenda, where it is narrow', () => {
  const groups = (host: TimelineHost) =>
    [...host.renderRoot.querySelectorAll('.tl-agenda-name')].map((name) => textOf(name));

  it('is accessible, in the light and in the dark', async () => {
    const { host } = await timelineOn({ width: 320 });
    expect(host.renderRoot.querySelector('[role="treegrid"]')).to.equal(null);
    await isAccessible(host);
    await emulateMedia({ colorScheme: 'dark' });
    await isAccessible((await timelineOn({ width: 320, scheme: 'dark' })).host);
    await emulateMedia({ colorScheme: 'light' });
  });

  it('tells the same dates, by when they are', async () => {
    const { host } = await timelineOn({ width: 320 });
    expect(groups(host)).to.deep.equal([
      ...['Overdue 1', 'Next week 1', 'May 2026 2', 'June 2026 3', 'July 2026 2', 'No date 2', 'Closed 3'],
    ]);
    const entries = [...host.renderRoot.querySelectorAll<HTMLElement>('.tl-entry')].map((entry) => textOf(entry));
    expect(entries.find((text) => text.startsWith('Pilot'))).to.contain(
      'Pilot with twelve users, 28 May to 12 Jun, To do, estimate, rests on “Train the pilot team”',
    );
    expect(entries.length).to.equal(ACTIONS.length);
    const base = host.renderRoot.querySelector('.base')!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
  });

  it('opens an action’s details', async () => {
    const { host } = await timelineOn({ width: 320 });
    the(host, 'button', /^Train the pilot team/).click();
    expect(host.opened).to.deep.equal(['training']);
  });

  it('shows a long one piece by piece', async () => {
    const { host } = await timelineOn({ width: 320, data: longPlan(2000) });
    const count = () => host.renderRoot.querySelectorAll('.tl-entry').length;
    expect(count()).to.equal(60);
    the(host, 'button', 'Show 60 more').click();
    await settled(host);
    expect(count()).to.equal(120);
  });

  it('becomes a timeline where there is room again', async () => {
    const { host } = await timelineOn({ width: 320 });
    host.parentElement!.style.width = '900px';
    await until(() => host.renderRoot.querySelector('[role="treegrid"]') !== null, 'the timeline is back');
    host.parentElement!.style.width = '320px';
    await until(() => host.renderRoot.querySelector('.tl-agenda') !== null, 'the agenda is back');
  });
});
