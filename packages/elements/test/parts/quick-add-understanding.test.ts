import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseDay } from '@followthrough/core/domain';
import { dateFormats } from '../../src/dates/date-formats.ts';
import { covered, type Facet, namedAfter, titleOf, understandingOf } from '../../src/parts/quick-add-understanding.ts';

const PEOPLE = [
  { key: 'ana', name: 'Ana Pereira' },
  { key: 'anna', name: 'Anna Lind' },
  { key: 'zoe', name: 'Zoë Lindqvist' },
  { key: 'jo', name: 'Jo von Ahn' },
];
const PLACES = [
  { key: 'personal', name: 'Personal' },
  { key: 'r1', name: 'Ana Pereira · Jo von Ahn' },
];

function read(text: string, dismissed: string[] = [], picked: Facet[] = []): Record<string, string> {
  const found = understandingOf(text, {
    contexts: PLACES,
    context: 'r1',
    picked: new Set(picked),
    dismissed,
    partiesOf: () => PEOPLE,
    typingIn: () => ({ today: parseDay('2026-11-26'), weekStart: 1, dates: dateFormats('en-GB') }),
  });
  return {
    title: titleOf(text, Object.values(found)),
    ...Object.fromEntries(Object.entries(found).map(([facet, one]) => [facet, one.value])),
  };
}

describe('what is understood of a line', () => {
  const table: [string, Record<string, string>][] = [
    ['Send the deck fri', { title: 'Send the deck', due: '2026-11-27' }],
    ['Send the deck fri @zoe', { title: 'Send the deck', due: '2026-11-27', assignee: 'zoe' }],
    ['Send the deck fri @Zoë Lindqvist', { title: 'Send the deck', due: '2026-11-27', assignee: 'zoe' }],
    ['Ask @jo von ahn by 15 mar', { title: 'Ask', due: '2027-03-15', assignee: 'jo' }],
    ['Ask @jo, then decide', { title: 'Ask, then decide', assignee: 'jo' }],
    ['Ask @zoe.', { title: 'Ask.', assignee: 'zoe' }],
    ['Friday: send the deck', { title: 'send the deck', due: '2026-11-27' }],
    ['Send the deck, due: fri', { title: 'Send the deck', due: '2026-11-27' }],
    ['Send the deck (by fri) to @zoe', { title: 'Send the deck to', due: '2026-11-27', assignee: 'zoe' }],
    ['(Send the deck by fri)', { title: '(Send the deck)', due: '2026-11-27' }],
    ['Send the deck @zoe by eod fri', { title: 'Send the deck', due: '2026-11-27', assignee: 'zoe' }],
    ['Submit by fri 5pm', { title: 'Submit by 5pm', due: '2026-11-27' }],
    ['Ask @zoe mon or tue', { title: 'Ask mon or tue', assignee: 'zoe' }],
    ['Read #personal', { title: 'Read', context: 'personal' }],
    ['Read #jo tomorrow', { title: 'Read', context: 'r1', due: '2026-11-27' }],
    ['Mail zoe@example.com', { title: 'Mail zoe@example.com' }],
    ['Fix issue #12', { title: 'Fix issue #12' }],
    ['Ask @an', { title: 'Ask @an' }],
    ['Ask @nobody', { title: 'Ask @nobody' }],
    ['Call "Fri @zoe" back', { title: 'Call "Fri @zoe" back' }],
    ['Call “tomorrow', { title: 'Call “tomorrow' }],
    ['Plain words', { title: 'Plain words' }],
  ];
  for (const [text, meaning] of table) it(text, () => expect(read(text)).to.deep.equal(meaning));

  it('leaves dismissed words in the title', () => {
    expect(read('Send the deck fri', ['fri'])).to.deep.equal({ title: 'Send the deck fri' });
  });

  it('does not look for what was picked by hand', () => {
    expect(read('Send the deck fri @zoe', [], ['due'])).to.deep.equal({ title: 'Send the deck fri', assignee: 'zoe' });
  });
});

describe('a name after a sign', () => {
  it('means nobody where two could be meant', () => expect(namedAfter('@', '@an', PEOPLE)).to.equal(null));
  it('is the shorter of two names where it is exactly that', () => {
    expect(namedAfter('@', '@ana pereira', PEOPLE)?.key).to.equal('ana');
  });
  it('is looked for after one that means nobody', () =>
    expect(namedAfter('@', '@x @zoe', PEOPLE)?.key).to.equal('zoe'));
});

describe('whatever is typed', () => {
  const line = fc.array(
    fc.constantFrom(
      'Send',
      'fri',
      '@zoe',
      '#personal',
      '"tom',
      '@',
      '#',
      'in 2 weeks',
      '“',
      '15 mar',
      'x@y',
      '😀',
      '·',
      '  ',
    ),
    { maxLength: 8 },
  );

  it('is covered without a place shifting', () => {
    fc.assert(
      fc.property(line, fc.array(line), (words, dismissed) => {
        const text = words.join(' ');
        return covered(text, dismissed.map((one) => one.join(' ')).filter(Boolean)).length === text.length;
      }),
    );
  });

  it('has every word either in the title or in a chip', () => {
    fc.assert(
      fc.property(line, (words) => {
        const text = words.join(' ');
        const found = understandingOf(text, {
          contexts: PLACES,
          context: 'r1',
          picked: new Set(),
          dismissed: [],
          partiesOf: () => PEOPLE,
          typingIn: () => ({ today: parseDay('2026-11-26'), weekStart: 1, dates: dateFormats('en-GB') }),
        });
        const pieces = [titleOf(text, Object.values(found)), ...Object.values(found).map(({ phrase }) => phrase)];
        const letters = (all: string) => [...all.replace(/\s/gu, '')].sort().join('');
        return letters(pieces.join('')) === letters(text);
      }),
    );
  });
});
