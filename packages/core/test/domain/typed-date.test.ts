import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { civilDateSchema } from '@followthrough/core/schema';
import {
  ENGLISH,
  formatDay,
  LAST_DAY,
  parseDay,
  textWithout,
  typedDate,
  type TypedDateSetting,
} from '@followthrough/core/domain';

// 13 May 2026 is a Wednesday.
const MAY_13: TypedDateSetting = { today: parseDay('2026-05-13'), weekStart: 1, grammar: ENGLISH, order: 'dmy' };
const on = (today: string, over: Partial<TypedDateSetting> = {}): TypedDateSetting => ({
  ...MAY_13,
  today: parseDay(today),
  ...over,
});

/** `date [text]`, or null where nothing is understood. */
function read(text: string, setting = MAY_13): string | null {
  const found = typedDate(text, setting);
  if (!found) return null;
  assert.equal(text.slice(found.start, found.end), found.text);
  return `${found.date} [${found.text}]`;
}

/** One named test a row: [text, what is read]. */
function rows(table: readonly (readonly [string, string | null])[], setting = MAY_13): void {
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} is ${expected ?? 'left alone'}`, () => {
      assert.equal(read(text, setting), expected);
    });
  }
}

describe('Alone, on Wednesday 13 May 2026,', () => {
  rows([
    ['today', '2026-05-13 [today]'],
    ['tod', '2026-05-13 [tod]'],
    ['tonight', '2026-05-13 [tonight]'],
    ['eod', '2026-05-13 [eod]'],
    ['end of day', '2026-05-13 [end of day]'],
    ['tomorrow', '2026-05-14 [tomorrow]'],
    ['tom', '2026-05-14 [tom]'],
    ['tmr', '2026-05-14 [tmr]'],
    ['TOMORROW', '2026-05-14 [TOMORROW]'],
    ['thu', '2026-05-14 [thu]'],
    ['thur', '2026-05-14 [thur]'],
    ['thurs', '2026-05-14 [thurs]'],
    ['Thursday', '2026-05-14 [Thursday]'],
    ['fri', '2026-05-15 [fri]'],
    ['sat', '2026-05-16 [sat]'],
    ['sun', '2026-05-17 [sun]'],
    ['mon', '2026-05-18 [mon]'],
    ['tue', '2026-05-19 [tue]'],
    ['tues', '2026-05-19 [tues]'],
    ['wed', '2026-05-20 [wed]'],
    ['Wednesday', '2026-05-20 [Wednesday]'],
    ['next fri', '2026-05-15 [next fri]'],
    ['next wed', '2026-05-20 [next wed]'],
    ['this fri', '2026-05-15 [this fri]'],
    ['this wed', '2026-05-13 [this wed]'],
    ['this mon', null],
    ['fri next week', '2026-05-22 [fri next week]'],
    ['next week fri', '2026-05-22 [next week fri]'],
    ['next week', '2026-05-18 [next week]'],
    ['next month', '2026-06-01 [next month]'],
    ['in 1 day', '2026-05-14 [in 1 day]'],
    ['in 3 days', '2026-05-16 [in 3 days]'],
    ['in a week', '2026-05-20 [in a week]'],
    ['in two weeks', '2026-05-27 [in two weeks]'],
    ['in 2 months', '2026-07-13 [in 2 months]'],
    ['2 weeks from now', '2026-05-27 [2 weeks from now]'],
    ['3 days from today', '2026-05-16 [3 days from today]'],
    ['in 3d', '2026-05-16 [in 3d]'],
    ['4d', '2026-05-17 [4d]'],
    ['2w', '2026-05-27 [2w]'],
    ['1m', '2026-06-13 [1m]'],
    ['0d', null],
    ['in 0 days', null],
    ['-3d', null],
    ['3D', null],
    ['3h', null],
    ['15 may', '2026-05-15 [15 may]'],
    ['13 may', '2026-05-13 [13 may]'],
    ['12 may', '2027-05-12 [12 may]'],
    ['may 15', '2026-05-15 [may 15]'],
    ['15 mar', '2027-03-15 [15 mar]'],
    ['mar 15', '2027-03-15 [mar 15]'],
    ['march 15th', '2027-03-15 [march 15th]'],
    ['15th of march', '2027-03-15 [15th of march]'],
    ['the 15th of March', '2027-03-15 [the 15th of March]'],
    ['15 march 2027', '2027-03-15 [15 march 2027]'],
    ['March 15, 2027', '2027-03-15 [March 15, 2027]'],
    ['15 mar. 2027', '2027-03-15 [15 mar. 2027]'],
    ['15 sept', '2026-09-15 [15 sept]'],
    ['2027-03-15', '2027-03-15 [2027-03-15]'],
    ['2026-05-13', '2026-05-13 [2026-05-13]'],
    ['15/3', '2027-03-15 [15/3]'],
    ['15/3/2027', '2027-03-15 [15/3/2027]'],
    ['15/3/27', '2027-03-15 [15/3/27]'],
    ['15.3.2027', '2027-03-15 [15.3.2027]'],
    ['15-3-2027', '2027-03-15 [15-3-2027]'],
    ['1/2', '2027-02-01 [1/2]'],
    ['15.3', null],
    ['15/3.2027', null],
    ['fri 15 may', '2026-05-15 [fri 15 may]'],
    ['Fri, 15 May 2026', '2026-05-15 [Fri, 15 May 2026]'],
    ['fri 16 may', null],
    ['eow', '2026-05-15 [eow]'],
    ['end of week', '2026-05-15 [end of week]'],
    ['end of the week', '2026-05-15 [end of the week]'],
    ['eom', '2026-05-31 [eom]'],
    ['end of month', '2026-05-31 [end of month]'],
    ['by end of the month', '2026-05-31 [by end of the month]'],
    ['no date', 'null [no date]'],
    ['no due date', 'null [no due date]'],
    ['', null],
    ['   ', null],
    ['may', null],
    ['march', null],
    ['15', null],
    ['2027', null],
    ['next', null],
    ['in', null],
  ]);
});

describe('Dates that do not exist, or have passed and say their year,', () => {
  rows([
    ['31 feb', null],
    ['30 feb', null],
    ['29 feb 2027', null],
    ['29 feb 2028', '2028-02-29 [29 feb 2028]'],
    ['31 april', null],
    ['0 may', null],
    ['32 may', null],
    ['2027-02-29', null],
    ['2027-13-01', null],
    ['2027-00-10', null],
    ['13/13', null],
    ['15 mar 2020', null],
    ['15 mar 2026', null],
    ['12 may 2026', null],
    ['2026-05-12', null],
    ['12/5/2026', null],
    ['15 may 2200', null],
    ['2200-01-01', null],
    // Neither in this year nor the next: too far off to be meant.
    ['29 feb', null],
  ]);
  it('29 feb is next year’s where that has one', () => {
    assert.equal(read('29 feb', on('2027-05-13')), '2028-02-29 [29 feb]');
  });
  it('the last day that can be written is the last to be understood', () => {
    assert.equal(read('tomorrow', on('2199-12-30')), '2199-12-31 [tomorrow]');
    assert.equal(read('tomorrow', on('2199-12-31')), null);
    assert.equal(read('in 9999 months'), null);
  });
});

describe('Within a text', () => {
  rows([
    ['Send the deck fri', '2026-05-15 [fri]'],
    ['Send the deck Friday', '2026-05-15 [Friday]'],
    ['Send the deck fri.', '2026-05-15 [fri]'],
    ['Send the deck, fri!', '2026-05-15 [, fri]'],
    ['Send the deck (fri)', '2026-05-15 [(fri)]'],
    ['Send the deck by fri', '2026-05-15 [by fri]'],
    ['Send the deck on fri', '2026-05-15 [on fri]'],
    ['Send the deck due fri', '2026-05-15 [due fri]'],
    ['Send the deck due on fri', '2026-05-15 [due on fri]'],
    ['Send the deck due by next fri', '2026-05-15 [due by next fri]'],
    ['Fri send the deck', '2026-05-15 [Fri]'],
    ['Friday: send the deck', '2026-05-15 [Friday:]'],
    ['by fri send the deck', '2026-05-15 [by fri]'],
    ['Send the deck by fri to Ana', '2026-05-15 [by fri]'],
    ['Meet on sat with Ana', '2026-05-16 [on sat]'],
    ['Send the deck tomorrow to Ana', '2026-05-14 [tomorrow]'],
    ['Send the deck in 2 weeks to Ana', '2026-05-27 [in 2 weeks]'],
    ['Send the deck 15 sept to Ana', '2026-09-15 [15 sept]'],
    ['Send it 2027-03-15 to Ana', '2027-03-15 [2027-03-15]'],
    ['Send proposal fri @ana #acme', '2026-05-15 [fri]'],
    ['@ana fri send proposal', '2026-05-15 [fri]'],
    ['Send the deck 4d', '2026-05-17 [4d]'],
    ['Send the deck 15/3', '2027-03-15 [15/3]'],
    ['Sat: pack the boxes', '2026-05-16 [Sat:]'],
    ['Sun, call home', '2026-05-17 [Sun,]'],
    ['Book a table\tfri', '2026-05-15 [fri]'],
    ['constructor 15 june', '2026-06-15 [15 june]'],
    ['Book dinner no date', 'null [no date]'],
    // Of several the one that is no part of something else.
    ['By fri send the 27 june agenda to all', '2026-05-15 [By fri]'],
    ['By fri send the 27 june report', '2026-05-15 [By fri]'],
    ['Due tomorrow: agenda for 27 june', '2026-05-14 [Due tomorrow:]'],
  ]);
});

describe('Words that only look like dates are left alone:', () => {
  rows([
    ['Send fri deck', null],
    ['The Friday review', null],
    ['Prepare Monday standup notes', null],
    ['friday’s report', null],
    ["Friday's report", null],
    ['Fix the monitor', null],
    ['Plan the wedding', null],
    ['Sunday-school rota', null],
    ['Wed-Fri offsite', null],
    ['Mon/Tue rota', null],
    ['Sat down with Ana', null],
    ['Sun exposure report', null],
    ['Mon ami called', null],
    ['Enjoy the sun', null],
    ['Get some sun', null],
    ['Pick a sat', null],
    ['Call Tom', null],
    ['Report by Tom', null],
    ['Tom: send the deck', null],
    ['We may 5 of us go', null],
    ['Route 15 may be closed', null],
    ['march 10 miles', null],
    ['May I ask Ana', null],
    ['Render in 3D', null],
    ['Print 3D model', null],
    ['3D printing', null],
    ['Offer 24/7 support', null],
    ['Offer support 24/7', null],
    ['Fill the form 3/4', null],
    ['Step 1/2 of onboarding', null],
    ['Upgrade to 15.3', null],
    ['Version 2.3.1', null],
    ['Raise $5m', null],
    ['Run 5km', null],
    ['Read https://example.com/2027-03-15', null],
    ['Mail ana@fri.example', null],
    ['File report-2027-03-15.pdf', null],
    ['At 2027-03-15T10:00', null],
    ['Ask @fri', null],
    ['Tag #tomorrow', null],
    ['#fri', null],
    ['before fri', null],
    ['Finish before fri', null],
    ['Wait until tomorrow', null],
    ['Standup every mon', null],
    ['Every Friday', null],
    ['Report of last fri', null],
    ['Since monday', null],
    ['Notes from today', null],
    ['No date for dinner', null],
    ['Plan the next (week) retro', null],
    ['todayish', null],
    ['Toyota', null],
    ['constructor', null],
    ['toString 15 __proto__', null],
    ['in constructor days', null],
    ['next constructor', null],
  ]);
});

describe('Quoted text is never read:', () => {
  rows([
    ['"Send fri"', null],
    ['Read "The man who was Thursday"', null],
    ['Read “Tomorrow”', null],
    ['Read «Today»', null],
    ['Read „Tomorrow“', null],
    ["Watch 'Friday'", null],
    ['Watch ‘Friday’', null],
    ['Read "Tomorrow" by fri', '2026-05-15 [by fri]'],
    ['Read "Tomorrow" fri', '2026-05-15 [fri]'],
    ['Buy 5" nails fri', '2026-05-15 [fri]'],
    ['Don’t wait, Ana’s deck fri', '2026-05-15 [fri]'],
    ["Don't wait for Ana's deck tomorrow", '2026-05-14 [tomorrow]'],
    ['by "fri"', null],
  ]);
});

describe('Surprises of other parsers (past Fridays, week starts, a week too far):', () => {
  it('a weekday is never in the past nor today, on any day of the week', () => {
    for (const [today, fri] of [
      ['2026-05-11', '2026-05-15'],
      ['2026-05-14', '2026-05-15'],
      ['2026-05-15', '2026-05-22'],
      ['2026-05-16', '2026-05-22'],
      ['2026-05-17', '2026-05-22'],
    ] as const) {
      assert.equal(typedDate('fri', on(today))?.date, fri);
      assert.equal(typedDate('next fri', on(today))?.date, fri);
    }
  });

  it('a weekday does not depend on where weeks start; next week does', () => {
    const sunday = on('2026-05-17');
    for (const weekStart of [1, 6, 7]) assert.equal(typedDate('mon', { ...sunday, weekStart })?.date, '2026-05-18');
    assert.equal(typedDate('next week', { ...sunday, weekStart: 1 })?.date, '2026-05-18');
    assert.equal(typedDate('next week', { ...sunday, weekStart: 7 })?.date, '2026-05-25');
    assert.equal(typedDate('sun next week', { ...MAY_13, weekStart: 1 })?.date, '2026-05-24');
    assert.equal(typedDate('sun next week', { ...MAY_13, weekStart: 7 })?.date, '2026-05-17');
  });

  it('the end of a week that has passed is next week’s', () => {
    assert.equal(typedDate('eow', on('2026-05-16'))?.date, '2026-05-22');
  });

  it('months clamp to their last day', () => {
    assert.equal(typedDate('in 1 month', on('2026-01-31'))?.date, '2026-02-28');
  });

  it('a day without a year is today’s year’s at either end of it', () => {
    assert.equal(typedDate('31 dec', on('2026-12-31'))?.date, '2026-12-31');
    assert.equal(typedDate('1 jan', on('2026-12-31'))?.date, '2027-01-01');
    assert.equal(typedDate('31 dec', on('2026-01-01'))?.date, '2026-12-31');
  });

  it('15/3 is read in the locale’s order and in no other', () => {
    assert.equal(typedDate('3/4', MAY_13)?.date, '2027-04-03');
    assert.equal(typedDate('3/4', { ...MAY_13, order: 'mdy' })?.date, '2027-03-04');
    assert.equal(typedDate('15/3', { ...MAY_13, order: 'mdy' }), null);
    assert.equal(typedDate('3/15', { ...MAY_13, order: 'mdy' })?.date, '2027-03-15');
    assert.equal(typedDate('Send it due 3/4', { ...MAY_13, order: 'mdy' })?.text, 'due 3/4');
  });

  it('holidays move the end and the start of a week', () => {
    const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-15', '2026-05-18'] };
    assert.equal(typedDate('eow', { ...MAY_13, calendar })?.date, '2026-05-14');
    assert.equal(typedDate('next week', { ...MAY_13, calendar })?.date, '2026-05-19');
  });
});

describe('The text without its date', () => {
  for (const [text, rest] of [
    ['Send the deck fri', 'Send the deck'],
    ['Send the deck by fri.', 'Send the deck.'],
    ['Send the deck by fri to Ana', 'Send the deck to Ana'],
    ['Fri send the deck', 'send the deck'],
    ['Friday: send the deck', 'send the deck'],
    ['Send the deck (fri)', 'Send the deck'],
    ['Send the deck (by fri) to Ana', 'Send the deck to Ana'],
    ['Send the deck fri @ana', 'Send the deck @ana'],
    ['fri', ''],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(rest)}`, () => {
      const found = typedDate(text, MAY_13);
      assert.ok(found);
      assert.equal(textWithout(text, found), rest);
    });
  }
});

describe('Whatever is typed', () => {
  const words = fc.constantFrom(
    ...[
      'fri',
      'Friday',
      'next',
      'week',
      'in',
      '3',
      'days',
      'by',
      'on',
      'due',
      '15',
      'may',
      'mar',
      '2027',
      '2020',
      'eow',
      'no',
      'date',
    ],
    ...[
      'the',
      'deck',
      '"',
      '“',
      "'",
      '@ana',
      '#x',
      '15/3',
      '3d',
      '2027-03-15',
      '(',
      ')',
      ',',
      'today',
      'sun',
      'every',
      'th',
      'of',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  const settings = fc.record({
    today: fc.integer({ min: 0, max: LAST_DAY }),
    weekStart: fc.integer({ min: 1, max: 7 }),
    order: fc.constantFrom('dmy' as const, 'mdy' as const),
  });

  it('a date found is today or later, can be written, and stands where it says', () => {
    let understood = 0;
    fc.assert(
      fc.property(anyText, settings, (text, setting) => {
        const found = typedDate(text, { ...setting, grammar: ENGLISH });
        if (!found) return;
        understood++;
        assert.equal(text.slice(found.start, found.end), found.text);
        assert.ok(found.text.trim() === found.text && found.text !== '');
        if (found.date === null) return;
        assert.ok(found.date >= formatDay(setting.today));
        assert.equal(civilDateSchema.safeParse(found.date).success, true);
      }),
      { numRuns: 10_000 },
    );
    assert.ok(understood > 200, `${understood} texts held a date`);
  });

  it('every day that can be written is understood as an ISO date from today on, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_DAY }), fc.integer({ min: 0, max: LAST_DAY }), (today, day) => {
        const found = typedDate(`Send it ${formatDay(day)}`, { ...MAY_13, today });
        assert.equal(found?.date, day >= today ? formatDay(day) : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('a long text takes no longer than its length warrants', () => {
    // Quadratic matching of quotes or words would not end on these.
    for (const part of ['"', "'", '“', '(', 'fri ', '1', "' ", 'next '])
      assert.doesNotThrow(() => typedDate(part.repeat(5000), MAY_13));
  });
});
