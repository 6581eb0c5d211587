// How long a session takes is asked in two places, in the same way: where it is made, and where it is scheduled.
import { expect } from '@open-wc/testing';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { minutesOf, sessionDraftOf } from '../../src/engagement-timeline/session-draft.ts';
import { opens, settled, textOf, the } from '../parts/roles.ts';
import { engagementOn, outline, told, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

function write(timeline: EngagementTimeline, selector: string, value: string): void {
  const input = timeline.renderRoot.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`there is no ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('how long a session takes', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  const typed: readonly [string, number | null][] = [
    ['1', 1],
    [' 75 ', 75],
    ['480', 480],
    ['481', null],
    ['0', null],
    ['', null],
    ['1.5', null],
    ['-5', null],
    ['1000', null],
    ['an hour', null],
  ];
  for (const [minutes, expected] of typed)
    it(`reads “${minutes}” as ${expected ?? 'none'}`, () => {
      expect(minutesOf({ duration: 'other', minutes, selfScheduling: false })).to.equal(expected);
    });

  it('is half an hour, an hour, or what was said; where nobody has said, an hour', () => {
    const of = (duration: number | null) =>
      sessionDraftOf({ startsAt: null, duration, selfScheduling: null, mayPickTime: true });
    expect([of(30).duration, of(60).duration, of(45).duration, of(null).duration]).to.deep.equal([
      '30',
      '60',
      'other',
      '60',
    ]);
    expect([of(45).minutes, of(null).minutes]).to.deep.equal(['45', '']);
    expect([of(45).selfScheduling, sessionDraftOf(null).selfScheduling]).to.deep.equal([true, false]);
  });

  it('says in the form of a new session what is wrong with it, and writes what was said', async () => {
    const { timeline, as } = await engagementOn('ada', { items: [], stage: 'active' });
    the(timeline, 'button', 'Add item').click();
    await opens(timeline);
    the(timeline, 'menuitem', 'Session').click();
    await waitUntil(() => timeline.renderRoot.querySelector('dialog[open]') !== null, 'no form');
    await settled(timeline);
    write(timeline, '#form-title', 'A long one');
    const other = [...timeline.renderRoot.querySelectorAll('label.choice')].find((one) => textOf(one) === 'Other');
    other?.querySelector('input')?.click();
    await settled(timeline);
    write(timeline, '.minutes', '481');
    await settled(timeline);
    the(timeline, 'button', 'Add').click();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#minutes-fault'))).to.contain('1 to 480');
    expect((timeline.renderRoot as ShadowRoot).activeElement?.matches('.minutes')).to.equal(true);
    write(timeline, '.minutes', '90');
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#minutes-fault'))).to.equal('');
    the(timeline, 'button', 'Add').click();
    await waitUntil(() => outline(timeline).includes('A long one'), 'it is not added');
    const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
    const made = await told(as, 'ada', items[0]?.id ?? '');
    expect(made.locked === false && made.session?.duration).to.equal(90);
  });
});
