import { expect, fixture, html } from '@open-wc/testing';
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate } from '@followthrough/core/schema';
import { dateFormats } from '../../src/dates/date-formats.ts';
import type { DuePopoverSpec } from '../../src/parts/due-popover.ts';
import { typedDue } from '../../src/parts/due-typing.ts';
import './parts-host.ts';
import { type PartsHost, TODAY } from './parts-host.ts';
import { focused, focusedName, has, isAccessible, press, settled, textOf, the, type } from './roles.ts';

async function opened(spec: Partial<DuePopoverSpec> = {}, lang = 'en-GB', dir = 'ltr') {
  const host = await fixture<PartsHost>(html`<parts-host lang=${lang} dir=${dir}></parts-host>`);
  host.anchor.focus();
  const picked: (CivilDate | null)[] = [];
  const onPick = (date: CivilDate | null) => void picked.push(date);
  await host.pickers.due(host.anchor, { date: null, today: TODAY, clearable: true, onPick, ...spec });
  await settled(host);
  return { host, picked };
}

const preview = (host: PartsHost) => textOf(host.renderRoot.querySelector('#due-preview'));
/** The day that has the tab stop of the calendar. */
const current = (host: PartsHost) => host.renderRoot.querySelector('.due-day[tabindex="0"]')?.getAttribute('data-date');

describe('the due date’s popover', () => {
  it('is accessible', async () => {
    const { host } = await opened({ date: '2026-11-20' });
    await isAccessible(host);
  });

  it('begins in its field', async () => {
    const { host } = await opened();
    expect(focusedName(host)).to.equal('Type a date');
  });

  const typed: [string, string, CivilDate][] = [
    ['fri', 'Friday, 27 November 2026', '2026-11-27'],
    ['in 2 weeks', 'Thursday, 10 December 2026', '2026-12-10'],
    ['15 mar', 'Monday, 15 March 2027', '2027-03-15'],
    ['eow', 'Friday, 27 November 2026', '2026-11-27'],
    ['15/3', 'Monday, 15 March 2027', '2027-03-15'],
    ['2026-11-02', 'Monday, 2 November 2026 · in the past', '2026-11-02'],
  ];
  for (const [text, words, date] of typed) {
    it(`understands “${text}” while it is typed, and takes it on Enter`, async () => {
      const { host, picked } = await opened();
      await type(host, text);
      expect(preview(host)).to.equal(words);
      await press(host, 'Enter');
      expect(picked).to.deep.equal([date]);
      expect(focused(host)).to.equal(host.anchor);
    });
  }

  it('keeps what it does not understand, and says so on Enter', async () => {
    const { host, picked } = await opened();
    await type(host, 'whenever');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(preview(host)).to.match(/Not understood as a date/);
    expect((focused(host) as HTMLInputElement).value).to.equal('whenever');
  });

  it('refuses a year that no date may have', async () => {
    const { host, picked } = await opened();
    await type(host, '1 mar 2200');
    expect(preview(host)).to.equal('Pick a date from 1970 to 2199.');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
  });

  it('offers named dates, each with its day', async () => {
    const { host, picked } = await opened();
    the(host, 'button', 'End of month Mon 30 Nov').click();
    expect(picked).to.deep.equal(['2026-11-30']);
  });

  it('marks a date in the past, in words', async () => {
    const { host } = await opened({ date: '2026-11-20' });
    expect(preview(host)).to.equal('Friday, 20 November 2026 · in the past');
    expect(has(host, 'button', 'Wednesday, 25 November 2026, in the past')).to.equal(true);
  });

  it('says nothing new where the same date is picked', async () => {
    const { host, picked } = await opened({ date: '2026-11-27' });
    await type(host, 'tomorrow');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(host.pickers.isOpen).to.equal(false);
  });

  it('removes the date where the action can do without', async () => {
    const { host, picked } = await opened({ date: '2026-11-27' });
    the(host, 'button', 'Remove date').click();
    expect(picked).to.deep.equal([null]);
  });

  it('does not offer to remove a date that is needed, nor takes “no date”', async () => {
    const { host, picked } = await opened({ date: '2026-11-27', clearable: false });
    expect(has(host, 'button', 'Remove date')).to.equal(false);
    await type(host, 'no date');
    expect(preview(host)).to.equal('This action needs a due date.');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
  });

  it('keeps Tab inside', async () => {
    const { host } = await opened();
    await press(host, 'Shift+Tab');
    expect(focused(host)?.closest('.popover')).to.exist;
  });
});

describe('the month to pick from', () => {
  const table: [string, string[], CivilDate][] = [
    ['the next day', ['ArrowRight'], '2026-11-27'],
    ['the day before', ['ArrowLeft'], '2026-11-25'],
    ['the next week', ['ArrowDown'], '2026-12-03'],
    ['the week before', ['ArrowUp'], '2026-11-19'],
    ['the first day of the week', ['Home'], '2026-11-23'],
    ['the last day of the week', ['End'], '2026-11-29'],
    ['the next month', ['PageDown'], '2026-12-26'],
    ['the month before', ['PageUp'], '2026-10-26'],
    ['the next year', ['Shift+PageDown'], '2027-11-26'],
    ['the year before', ['Shift+PageUp'], '2025-11-26'],
  ];
  for (const [what, keys, date] of table) {
    it(`${keys.join(' ')} goes to ${what}`, async () => {
      const { host } = await opened();
      await press(host, 'ArrowDown', ...keys);
      expect(current(host)).to.equal(date);
      expect(focused(host)?.getAttribute('data-date')).to.equal(date);
    });
  }

  it('takes the day on Enter', async () => {
    const { host, picked } = await opened();
    await press(host, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(picked).to.deep.equal(['2026-12-03']);
  });

  it('stays within the dates that can be written', async () => {
    const { host } = await opened({ date: '2199-12-31' });
    await press(host, 'ArrowDown', 'PageDown');
    expect(current(host)).to.equal('2199-12-31');
    expect(the(host, 'button', 'Next month').getAttribute('aria-disabled')).to.equal('true');
  });

  it('marks today, and begins weeks as the locale does', async () => {
    const { host } = await opened({}, 'en-US');
    expect(host.renderRoot.querySelector('[aria-current="date"]')?.getAttribute('data-date')).to.equal('2026-11-26');
    expect(host.renderRoot.querySelector('th')?.getAttribute('abbr')).to.equal('Sunday');
  });

  it('goes with the text in right-to-left', async () => {
    const { host } = await opened({}, 'ar', 'rtl');
    await press(host, 'ArrowDown', 'ArrowLeft');
    expect(current(host)).to.equal('2026-11-27');
    const arrow = the(host, 'button', /Next month/).querySelector('svg')!;
    expect(getComputedStyle(arrow).transform, 'the arrow is mirrored').to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('begins weeks as the page does, and names its days in the language of the words', async () => {
    const { host } = await opened({}, 'ar-EG', 'rtl');
    expect(host.renderRoot.querySelector('th')?.getAttribute('abbr')).to.equal('\u2066Saturday\u2069');
    expect(textOf(host.renderRoot.querySelector('.due-month-name'))).to.equal('\u2066November 2026\u2069');
  });

  it('mutes the workspace’s days off', async () => {
    const { host } = await opened({ calendar: { workingWeekdays: [7, 1, 2, 3, 4], holidays: ['2026-11-24'] } });
    const off = [...host.renderRoot.querySelectorAll('.due-day.off:not(.outside)')].map((day) =>
      day.getAttribute('data-date'),
    );
    expect(off).to.include.members(['2026-11-24', '2026-11-27', '2026-11-28']);
    expect(off).not.to.include('2026-11-29');
  });
});

describe('a typed due date', () => {
  const setting = { today: parseDay('2026-11-26'), weekStart: 1, dates: dateFormats('en-GB') };
  const table: [string, ReturnType<typeof typedDue>][] = [
    ['', { type: 'none' }],
    ['  ', { type: 'none' }],
    ['no date', { type: 'clear' }],
    ['30 feb 2027', { type: 'unknown' }],
    ['send it fri', { type: 'unknown' }],
    ['3 mar 2020', { type: 'day', day: parseDay('2020-03-03') }],
    ['1969-12-31', { type: 'outOfRange' }],
  ];
  for (const [text, meaning] of table) {
    it(`“${text}” is ${meaning.type}`, () => expect(typedDue(text, setting)).to.deep.equal(meaning));
  }
});
