// Titles as people type them into a quick add. Each is understood exactly, or left alone, the whole of it: never a wrong day,
// and never a title with a torn-off part of the date in it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  ENGLISH,
  formatDay,
  LAST_DAY,
  parseDay,
  textWithout,
  type TypedDate,
  typedDate,
  type TypedDateGrammar,
  type TypedDateSetting,
} from '@followthrough/core/domain';
import { endWithout, quotedIn } from '../../src/domain/typed-words.ts';

// 13 May 2026 is a Wednesday.
const MAY_13: TypedDateSetting = { today: parseDay('2026-05-13'), weekStart: 1, grammar: ENGLISH, order: 'dmy' };

/** One named test a row: [what is typed, its date, the title that is left]. */
function understood(table: readonly (readonly [string, string, string])[], setting = MAY_13): void {
  for (const [text, date, title] of table) {
    it(`${JSON.stringify(text)} is ${JSON.stringify(title)} on ${date}`, () => {
      const found = typedDate(text, setting);
      assert.ok(found, 'left alone');
      assert.deepEqual([found.date, textWithout(text, found)], [date, title]);
    });
  }
}

function leftAlone(texts: readonly string[], setting = MAY_13): void {
  for (const text of texts) it(JSON.stringify(text), () => assert.equal(typedDate(text, setting), null));
}

describe('A part of the day belongs to the day', () => {
  understood([
    ['Send the deck by eod fri', '2026-05-15', 'Send the deck'],
    ['Send the deck by end of day fri', '2026-05-15', 'Send the deck'],
    ['Send the deck by cob thursday', '2026-05-14', 'Send the deck'],
    ['Send the deck by COB Thu', '2026-05-14', 'Send the deck'],
    ['Send the deck by eod on friday', '2026-05-15', 'Send the deck'],
    ['Send the deck by close of business on friday', '2026-05-15', 'Send the deck'],
    ['Send report tomorrow eod', '2026-05-14', 'Send report'],
    ['Send report eod tomorrow', '2026-05-14', 'Send report'],
    ['Send report by end of fri', '2026-05-15', 'Send report'],
    ['Send report by eod 15 june', '2026-06-15', 'Send report'],
    ['Send report by cob', '2026-05-13', 'Send report'],
    ['Send report by the end of the day', '2026-05-13', 'Send report'],
    ['Call Ana tomorrow morning', '2026-05-14', 'Call Ana'],
    ['Call Ana tomorrow in the morning', '2026-05-14', 'Call Ana'],
    ['Call Ana this afternoon', '2026-05-13', 'Call Ana'],
    ['Call Ana later today', '2026-05-13', 'Call Ana'],
    ['Dinner friday night', '2026-05-15', 'Dinner'],
    ['Draft by thurs pm', '2026-05-14', 'Draft'],
    ['Draft first thing monday', '2026-05-18', 'Draft'],
    ['Draft monday first thing', '2026-05-18', 'Draft'],
  ]);
});

describe('A time of day stays in the title', () => {
  understood([
    ['Call Ana fri 5pm', '2026-05-15', 'Call Ana 5pm'],
    ['Call Ana Fri 5 pm', '2026-05-15', 'Call Ana 5 pm'],
    ['Call Ana fri at 5', '2026-05-15', 'Call Ana at 5'],
    ['Call Ana fri @5pm', '2026-05-15', 'Call Ana @5pm'],
    ['Call Ana fri @ 5pm', '2026-05-15', 'Call Ana @ 5pm'],
    ['Call Ana tomorrow 10.30', '2026-05-14', 'Call Ana 10.30'],
    ['Call Ana tomorrow at 10:30 CET', '2026-05-14', 'Call Ana at 10:30 CET'],
    ['Call Ana next friday at noon', '2026-05-15', 'Call Ana at noon'],
    ['Call Ana at 3pm tomorrow', '2026-05-14', 'Call Ana at 3pm'],
    ['Call before lunch tomorrow', '2026-05-14', 'Call before lunch'],
    ['Call Ana fri before lunch', '2026-05-15', 'Call Ana before lunch'],
    ['Workshop tomorrow from 9 to 5', '2026-05-14', 'Workshop from 9 to 5'],
    ['Workshop tomorrow 9-5', '2026-05-14', 'Workshop 9-5'],
    ['Submit by fri 5pm', '2026-05-15', 'Submit by 5pm'],
    ['Submit by tomorrow noon', '2026-05-14', 'Submit by noon'],
    ['Submit by 17:00 on fri', '2026-05-15', 'Submit by 17:00'],
    ['Send by the 20th at noon', '2026-05-20', 'Send at noon'],
    ['Book dinner Sat 7:30pm @ana', '2026-05-16', 'Book dinner 7:30pm @ana'],
  ]);
});

describe('The end and the start of something', () => {
  understood([
    ['Finish the report by end of next week', '2026-05-22', 'Finish the report'],
    ['Send the deck by the end of the week', '2026-05-15', 'Send the deck'],
    ['Send the deck at the end of the week', '2026-05-15', 'Send the deck'],
    ['Pay rent at the end of the month', '2026-05-31', 'Pay rent'],
    ['Pay rent by the end of next month', '2026-06-30', 'Pay rent'],
    ['Close books end of june', '2026-06-30', 'Close books'],
    ['Close books by end june', '2026-06-30', 'Close books'],
    ['Close books by end of april', '2027-04-30', 'Close books'],
    ['Close books by the end of february 2028', '2028-02-29', 'Close books'],
    ['Close books by month end', '2026-05-31', 'Close books'],
    ['Close books by eoy', '2026-12-31', 'Close books'],
    ['Plan offsite at the beginning of next month', '2026-06-01', 'Plan offsite'],
    ['Start of next week: call Ana', '2026-05-18', 'call Ana'],
  ]);
});

describe('From a day on', () => {
  understood([
    ['Ship it in 2 weeks from now', '2026-05-27', 'Ship it'],
    ['Check back a week from today', '2026-05-20', 'Check back'],
    ['Check back two weeks from tomorrow', '2026-05-28', 'Check back'],
    ['Reply within 2 days', '2026-05-15', 'Reply'],
    ['Reply within a week', '2026-05-20', 'Reply'],
    ["Call in 2 weeks' time", '2026-05-27', 'Call'],
    ['Check in in 2 weeks', '2026-05-27', 'Check in'],
    ['Call the day after tomorrow', '2026-05-15', 'Call'],
    ['Sign the contract in 30 days', '2026-06-12', 'Sign the contract'],
    ['Call in 5d', '2026-05-18', 'Call'],
  ]);
});

describe('Weekdays and days of a month', () => {
  understood([
    ['Pay rent on the 1st', '2026-06-01', 'Pay rent'],
    ['Reply by the 15th', '2026-05-15', 'Reply'],
    ['Reply on the 13th', '2026-05-13', 'Reply'],
    ['Reply on the 12th', '2026-06-12', 'Reply'],
    ['Pay rent due 15th', '2026-05-15', 'Pay rent'],
    ['Party 15th of march', '2027-03-15', 'Party'],
    ['Party march 15th', '2027-03-15', 'Party'],
    ['Party the 15th march', '2027-03-15', 'Party'],
    ['Party on the 15th march with Ana', '2027-03-15', 'Party with Ana'],
    ['Meet fri 22nd', '2026-05-22', 'Meet'],
    ['Meet friday the 22nd', '2026-05-22', 'Meet'],
    ['Meet Fri, May 22', '2026-05-22', 'Meet'],
    ['Sign by fri, 15 may, with Ana', '2026-05-15', 'Sign, with Ana'],
    ['Call Ana this friday', '2026-05-15', 'Call Ana'],
    ['Call Ana this coming friday', '2026-05-15', 'Call Ana'],
    ['Call by fri this week', '2026-05-15', 'Call'],
    ['Call on friday of next week', '2026-05-22', 'Call'],
    ['Call next week on tuesday', '2026-05-19', 'Call'],
    ['Pay 15.3.2027', '2027-03-15', 'Pay'],
    ['Pay by 15.3.27', '2027-03-15', 'Pay'],
  ]);
});

describe('What leads in, and what is said with it', () => {
  understood([
    ['Send the deck, due: fri', '2026-05-15', 'Send the deck'],
    ['Send the deck; deadline: fri', '2026-05-15', 'Send the deck'],
    ['Send the deck no later than fri', '2026-05-15', 'Send the deck'],
    ['Send the deck by fri at the latest', '2026-05-15', 'Send the deck'],
    ['Send the deck fri latest', '2026-05-15', 'Send the deck'],
    ['Send the deck by fri or sooner', '2026-05-15', 'Send the deck'],
    ['Send the deck fri please', '2026-05-15', 'Send the deck please'],
    ['Prepare agenda for monday by fri', '2026-05-15', 'Prepare agenda for monday'],
    ['Finish mon report by fri', '2026-05-15', 'Finish mon report'],
    ["Send tomorrow's agenda today", '2026-05-13', "Send tomorrow's agenda"],
    ['Do this today', '2026-05-13', 'Do this'],
    ['Check in tomorrow', '2026-05-14', 'Check in'],
    ['Take 1/2 day off friday', '2026-05-15', 'Take 1/2 day off'],
    ['March for peace on friday', '2026-05-15', 'March for peace'],
    ['Ask April tomorrow', '2026-05-14', 'Ask April'],
    ['Run 5k fri', '2026-05-15', 'Run 5k'],
    ['Read https://example.com/fri by fri', '2026-05-15', 'Read https://example.com/fri'],
    ['Run `at mon` on tue', '2026-05-19', 'Run `at mon`'],
    ['Read "Fri" tomorrow', '2026-05-14', 'Read "Fri"'],
    ['Fix bug #123 tomorrow', '2026-05-14', 'Fix bug #123'],
    ['Goals 2027 by fri', '2026-05-15', 'Goals 2027'],
    ['Take a day by friday', '2026-05-15', 'Take a day'],
  ]);
});

describe('No punctuation is left hanging', () => {
  understood([
    ['Send the deck, fri', '2026-05-15', 'Send the deck'],
    ['Send the deck, fri!', '2026-05-15', 'Send the deck!'],
    ['Send the deck - fri', '2026-05-15', 'Send the deck'],
    ['Send the deck – by fri', '2026-05-15', 'Send the deck'],
    ['Send the deck, by fri, to Ana', '2026-05-15', 'Send the deck, to Ana'],
    ['Send the deck – due 15 June – Ana', '2026-06-15', 'Send the deck – Ana'],
    ['Send the deck [tomorrow]', '2026-05-14', 'Send the deck'],
    ['Send the deck (due fri)', '2026-05-15', 'Send the deck'],
    ['Send the deck (draft by fri) to Ana', '2026-05-15', 'Send the deck (draft) to Ana'],
    ['(send the deck by fri)', '2026-05-15', '(send the deck)'],
    ['Friday - send the deck', '2026-05-15', 'send the deck'],
    ['Friday: send the deck', '2026-05-15', 'send the deck'],
    ['On Friday, send the deck', '2026-05-15', 'send the deck'],
    ['Send the deck by fri. Then call Ana.', '2026-05-15', 'Send the deck. Then call Ana.'],
    ['- send the deck fri', '2026-05-15', '- send the deck'],
  ]);
});

describe('A date that is only a part of what is said is left alone:', () => {
  leftAlone([
    'Pay rent before the end of next month',
    'Prepare mid next week',
    'Prepare early next week',
    'Pay taxes early june',
    'Pay taxes by june',
    'Close books end q3',
    'Close books by end of q3',
    'Check back a week from friday',
    'Retro two weeks on monday',
    'Retro a week tomorrow',
    'Retro a week on monday',
    'Retro monday week',
    'Retro in a fortnight',
    'Call in a week or two',
    'Call in 2-3 weeks',
    'Call in 3 working days',
    'Call in 3 hours',
    'In 2 weeks of training',
    'Send it fri after next',
    'Send it by fri after next',
    'Send it the week after next',
    'Send it on the first monday of june',
    'Send it on monday in june',
    'Send it on the 1st of next month',
    'In june on the 15th',
    'Week of 15 june',
    'Lunch w/c monday',
    'Send the deck sometime next week',
    'Send the deck towards the end of the week',
    'Send the deck on or before fri',
    'Send the deck over next week',
    'Send the deck maybe fri',
    'Send the deck tomorrow or later',
    'Out until fri',
    'Out til fri',
    'Open from mon',
    'Starting fri send daily',
    'Effective 1 june new prices',
    'Every other fri',
    'Standup weekly fri',
    'Wait 2 weeks from now on',
    'Draft later this week',
    'Draft by the weekend',
    'Reply by 5pm',
    'Reply by fri 5',
  ]);
});

describe('Of several dates none is guessed at:', () => {
  leftAlone([
    'Call Ana tomorrow, send deck fri',
    'Call today mail tomorrow',
    'Fri: call Ana, sat: call Bo',
    'Call fri and Ana sat',
    'Move the 20 june review to 27 june',
    'Meet mon by fri',
    'Tomorrow call Ana by fri',
    'Call mon or tue',
    'Call by mon or tue',
    'Call mon, tue',
    'Call today or tomorrow',
    'Call on fri/sat',
    'Call in 2 weeks on fri',
    'Mon - Fri offsite',
    'Off fri to mon',
    'Off 15 june - 20 june',
    'Off 10 - 15 june',
    'Off 15-20 june',
    'Off 15 june to 20',
    'Meet on the 15th and 16th',
    'Sign by tomorrow (thu)',
    'Send deck (draft by fri, final by mon)',
    'next by fri week',
    'in by fri 3 days',
  ]);
});

describe('What a date is about, or belongs to, is no due date:', () => {
  leftAlone([
    'Prepare notes for tomorrow',
    'Book flights for 20 june',
    'Move review to 27 june',
    'Send the 2027-03-15 deck',
    'Pay 15 june invoice',
    'Pay the 15 june invoice',
    'Prepare next month budget',
    'Next week planning',
    'EOD report',
    'End of month report',
    'Discuss end of year review',
    'At the end of the day it is fine',
    'Friday night dinner with Ana',
    'Sun morning run',
    'Report on friday sales',
    'Plan next week',
    'Cancel fri',
    'Do this fri',
    'Take tomorrow off',
    'Stop by tomorrow',
    'Move on fri',
    'Party is fri',
    "Thank god it's friday",
    'Rent is due fri',
    "Send what's due fri",
    'Party, when: fri',
    'Black Friday sale',
    'Prepare Black Friday',
    'Good Friday',
    'Send it on the 2nd floor',
    'Hire by june 5 people',
    'by on fri',
    'by fri by',
  ]);
});

describe('Other things that look like dates are left alone:', () => {
  leftAlone([
    'May be late',
    'We may go',
    'You may 5',
    'March on Rome',
    'Ask April',
    'Call April about june',
    'Meet Jan 5pm',
    'Sit in sun',
    'More sun',
    'They sat',
    'Wait a second',
    'Second fri',
    'Reply the 15th',
    'Send it on the 32nd',
    'Release v2.1',
    'Release 2.1.26',
    'Upgrade node to 26.10',
    'Buy €5/5 pers',
    'Offer support 24/7',
    'Take 1/2 day',
    'Cut costs by 1/2',
    'Rate hotel 8/10',
    'Score 5/5',
    'Read chapter 7/12',
    'Print in 3d',
    'Raise 1m',
    'Plank 2m',
    'Call in 5m',
    'Read https://example.com/fri',
    'Email ana@fri.example',
    'Run `deploy tomorrow`',
    'Backup 2027-01-01.zip',
    'Watch "Tomorrow Never Dies"',
    'Watch Saturday Night Live',
    'Read 1984',
    'Week 22 planning',
    'Yoga mon/wed/fri',
  ]);
});

describe('3/15, month first,', () => {
  const us: TypedDateSetting = { ...MAY_13, order: 'mdy', weekStart: 7 };
  understood(
    [
      ['Pay 3/15', '2027-03-15', 'Pay'],
      ['Pay rent 6/1', '2026-06-01', 'Pay rent'],
      ['Pay 3/15/27', '2027-03-15', 'Pay'],
      ['Pay by 3/10', '2027-03-10', 'Pay'],
    ],
    us,
  );
  leftAlone(['Pay 15/3', 'Score 3/10', 'Pay by 1/4', 'Flight 9/11'], us);
});

describe('The days meant, against Temporal,', () => {
  const anyDay = fc.integer({ min: 0, max: LAST_DAY - 800 });
  const dateOf = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day });
  const check = (text: string, meant: (today: Temporal.PlainDate) => Temporal.PlainDate) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const today = dateOf(day);
        assert.equal(
          typedDate(text, { ...MAY_13, today: day })?.date,
          meant(today).toString(),
          `on ${today.toString()}`,
        );
      }),
    );
  };

  it('are two days on, and the ends of this year and next month', () => {
    check('Send it the day after tomorrow', (today) => today.add({ days: 2 }));
    check('Send it by end of year', (today) => today.with({ month: 12, day: 31 }));
    check('Send it by end of next month', (today) => {
      const next = today.with({ day: 1 }).add({ months: 1 });
      return next.with({ day: next.daysInMonth });
    });
    check('Send it a month from tomorrow', (today) => today.add({ days: 1 }).add({ months: 1 }));
    check('Send it by end of next week', (today) => today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 11 }));
  });

  it('are the first from today on that is the 15th, or the last of June', () => {
    const first = (today: Temporal.PlainDate, isIt: (date: Temporal.PlainDate) => boolean) => {
      let date = today;
      while (!isIt(date)) date = date.add({ days: 1 });
      return date;
    };
    check('Send it on the 15th', (today) => first(today, ({ day }) => day === 15));
    check('Send it by end of june', (today) => first(today, ({ day, month }) => day === 30 && month === 6));
  });
});

describe('Whatever is typed', () => {
  const words = fc.constantFrom(
    ...'send the deck Ana it fri Friday mon sat next this week month in on by due 3 days 15 15th may june'.split(' '),
    ...'2027-03-15 15/3 3d eod eow end of before mid early for to and or a tomorrow today morning 5pm at noon'.split(
      ' ',
    ),
    ...'from now latest every , - – ( ) " : . (fri) fri, fri: @ana #x deadline: please off week within year'.split(' '),
  );
  const text = fc.array(words, { maxLength: 9 }).map((parts) => parts.join(' '));
  const found = (check: (text: string, found: TypedDate, today: number) => void) => {
    let count = 0;
    fc.assert(
      fc.property(text, fc.integer({ min: 15_000, max: 30_000 }), (typed, today) => {
        const date = typedDate(typed, { ...MAY_13, today });
        if (!date) return;
        count++;
        check(typed, date, today);
      }),
      { numRuns: 5000 },
    );
    assert.ok(count > 200, `${count} texts held a date`);
  };
  const signs = (one: string) => one.replace(/\s/gu, '');

  it('what is taken out and what is left are the text', () => {
    found((typed, date) => {
      const rest = textWithout(typed, date);
      assert.equal(signs(rest), signs(typed.slice(0, date.start) + typed.slice(date.end)));
      assert.equal(signs(typed.slice(0, date.start)) + signs(date.text) + signs(typed.slice(date.end)), signs(typed));
    });
  });

  it('what is left holds no date', () => {
    found((typed, date, today) => {
      assert.equal(typedDate(textWithout(typed, date), { ...MAY_13, today }), null);
    });
  });

  it('nothing that a date was said with is left hanging', () => {
    const before = /(?:^|\s)(?:the|a|by|due|on|of|at|for|to|from|before|and|or|every|mid|early|end|within|[,:–-])$/iu;
    const after = /^(?:of|or|week|month|and|latest|morning|from now|[,:–-])(?:\s|$)/iu;
    found((typed, { start, end, text: taken }) => {
      // A sign between them sets them apart.
      if (!/^[\p{L}\d].*[\p{L}\d]$/u.test(taken)) return;
      const [left, right] = [typed.slice(0, start).trimEnd(), typed.slice(end).trimStart()];
      if (right === '' && /\p{L}/u.test(left)) assert.doesNotMatch(left, before);
      if (left === '') assert.doesNotMatch(right, after);
    });
  });
});

describe('The work of reading', () => {
  /** English that counts how often one of its words is looked up. */
  function counted(): { grammar: TypedDateGrammar; lookups: () => number } {
    let lookups = 0;
    const counting = <T extends object>(table: T) =>
      new Proxy(table, {
        getOwnPropertyDescriptor(target, key) {
          lookups++;
          return Reflect.getOwnPropertyDescriptor(target, key);
        },
        get(target, key, receiver) {
          if (key === 'includes') lookups++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const { weekdays, months, units, numbers, leads, bars, followers, otherWords } = ENGLISH;
    const tables = { weekdays, months, units, numbers, leads, bars, followers, otherWords };
    const entries = Object.entries(tables).map(([name, table]) => [name, counting(table)]);
    return { grammar: { ...ENGLISH, ...Object.fromEntries(entries) } as TypedDateGrammar, lookups: () => lookups };
  }

  for (const part of [
    'by fri ',
    'next ',
    'fri ',
    'sat down ',
    'on 1st june ',
    '@ana fri ',
    '- fri ',
    'in 2 weeks ',
    'the end of ',
  ])
    it(`grows as the text does, of ${JSON.stringify(part)}`, () => {
      const work = (times: number) => {
        const { grammar, lookups } = counted();
        typedDate(part.repeat(times), { ...MAY_13, grammar });
        return lookups();
      };
      const [some, more] = [work(500), work(2000)];
      assert.ok(some > 500 && more < some * 4.1, `${some}, then ${more}`);
    });

  /** How often `read` looks at a sign of the text. */
  function readsOf(text: string, read: (signs: ArrayLike<string>) => void): number {
    let reads = 0;
    const signs = new Proxy(text.split(''), {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/u.test(key)) reads++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    read(signs);
    return reads;
  }

  for (const part of ['‘a ', "'a ", '"a ', '“a ', '„', '«a ', '`a ', "' ", '‘"“«', '.'])
    it(`looks at no sign more than a few times for quotes, of ${JSON.stringify(part)} before a letter`, () => {
      const text = `${part.repeat(3000)}a`;
      const reads = readsOf(text, quotedIn);
      assert.ok(reads > text.length / 2 && reads < 10 * text.length, `${reads} of ${text.length}`);
    });

  it('looks at no sign but those that end a text, and the one before them', () => {
    for (const [text, end] of [
      [`${'.'.repeat(3000)}a`, 3001],
      [`a${'.'.repeat(3000)}`, 1],
      ['.'.repeat(3000), 0],
      ['', 0],
    ] as const) {
      const reads = readsOf(text, (signs) => assert.equal(endWithout(signs, '.,'), end));
      assert.ok(reads <= text.length - end + 1);
    }
  });

  it('is the same for quotes as looking for them with a pattern', () => {
    const QUOTED = /"[^"]*"|`[^`]*`|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<!\S)['‘][^'’\n]*['’](?![^\s.,;:!?)])/gu;
    const sign = fc.constantFrom(...'""`“”„«»\'‘’ \n.a,'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (all) => {
        const text = all.join('');
        const expected = Array.from(text.matchAll(QUOTED), ({ 0: quote, index }) => [index, index + quote.length]);
        assert.deepEqual(
          quotedIn(text).map(({ start, end }) => [start, end]),
          expected,
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves every day that can be written what it is', () => {
    assert.equal(typedDate(`Send it on ${formatDay(LAST_DAY)}`, MAY_13)?.date, formatDay(LAST_DAY));
  });
});
