import { expect, fixture, html } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ENGLISH_RULES, parseDay, type TypedAnchor, typedRule } from '@followthrough/core/domain';
import type { Action, DateRule, PlannedDate, ShownRule } from '@followthrough/core/schema';
import { dateFormats } from '../../src/dates/date-formats.ts';
import { en } from '../../src/localize/en.ts';
import { dateView, type DateViewSpec } from '../../src/parts/date-view.ts';
import { pinInWords, ruleInWords } from '../../src/parts/rule-words.ts';
import { action, TODAY } from './parts-host.ts';

const WORDS = { messages: en, dates: dateFormats('en-GB') };
const NAMES: Record<string, string> = { kick: 'Kick-off', legal: 'Legal review', launch: 'Launch' };
const nameOf = (id: string) => NAMES[id];

type Relative = Extract<ShownRule, { type: 'relative' }>;
const rule = (
  amount: number,
  unit: Relative['unit'],
  anchor: Relative['anchor'],
  roll?: Relative['roll'],
): Relative => ({ type: 'relative', amount, unit, anchor, ...(roll && { roll }) });
const done = (actionId: string) => ({ type: 'actionCompleted', actionId }) as const;
const due = (actionId: string) => ({ type: 'actionDue', actionId }) as const;
const section = (sectionId: string) => ({ type: 'sectionCompleted', sectionId }) as const;

describe('a rule in words', () => {
  const table: [ShownRule, string][] = [
    [rule(3, 'businessDay', done('kick')), '3 business days after “Kick-off” is done'],
    [rule(1, 'day', done('kick')), '1 day after “Kick-off” is done'],
    [rule(-2, 'day', due('launch')), '2 days before “Launch” is due'],
    [rule(1, 'week', section('legal')), '1 week after “Legal review” is completed'],
    [rule(1, 'month', { type: 'roomCreated' }), '1 month after the room was created'],
    [rule(-1, 'month', { type: 'engagementStart' }), '1 month before the engagement starts'],
    [rule(0, 'day', section('legal')), 'on the day “Legal review” is completed'],
    [rule(0, 'businessDay', due('launch')), 'on the first working day from when “Launch” is due'],
    [rule(2, 'week', due('launch'), 'next'), '2 weeks after “Launch” is due, moved to the next working day'],
    [rule(2, 'week', due('launch'), 'previous'), '2 weeks after “Launch” is due, moved to the previous working day'],
    [rule(2, 'week', due('launch'), 'none'), '2 weeks after “Launch” is due'],
    [rule(0, 'day', { type: 'internalStep' }), 'after an internal step'],
    [rule(3, 'day', done('nobody')), '3 days after a removed action is done'],
    [rule(3, 'day', section('nobody')), '3 days after a removed section is completed'],
    [{ type: 'fixed', date: '2026-05-20' }, '20 May 2026'],
  ];
  for (const [given, expected] of table) {
    it(`says “${expected}”`, () => expect(ruleInWords(given, nameOf, WORDS)).to.equal(expected));
  }

  it('says what would stand without a pin', () => {
    const words = pinInWords({ rule: rule(3, 'day', done('kick')), pinned: '2026-05-20' }, nameOf, WORDS);
    expect(words).to.equal('pinned to 20 May · otherwise 3 days after “Kick-off” is done');
    expect(pinInWords({ rule: rule(3, 'day', done('kick')), pinned: null }, nameOf, WORDS)).to.equal(null);
  });

  it('typed back gives the same rule, whatever things are called', () => {
    const amount = fc.integer({ min: 0, max: 10_000 });
    const unit = fc.constantFrom('day' as const, 'businessDay' as const, 'week' as const, 'month' as const);
    const roll = fc.constantFrom(undefined, 'next' as const, 'previous' as const);
    // Names that read like parts of a rule, quotes and all.
    const word = fc.constantFrom(
      ...['Kick-off', 'is', 'due', 'done', 'completed', 'after', 'before', '3', 'days', 'the', 'section', '“Launch”'],
      ...['"x"', 'room', 'created', 'is due', ', moved to the next working day', 'Élan', 'of', '»'],
    );
    const name = fc
      .oneof(
        fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
        fc.string({ maxLength: 30 }),
      )
      .map((text) => text.replace(/[\u2066-\u2069]/gu, '').trim())
      .filter((text) => text !== '');
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 6, selector: (text) => text.replace(/\s+/gu, ' ') });
    fc.assert(
      fc.property(
        names,
        fc.nat(),
        fc.nat(),
        amount,
        unit,
        roll,
        fc.boolean(),
        (all, at, how, size, given, off, back) => {
          // Each is called like an action and like a section.
          const candidates = all.flatMap((one, index): TypedAnchor[] => [
            { id: `a${index}`, kind: 'action', name: one },
            { id: `s${index}`, kind: 'section', name: one },
          ]);
          const index = at % all.length;
          const anchors = [done(`a${index}`), due(`a${index}`), section(`s${index}`), { type: 'roomCreated' } as const];
          const anchor = anchors[how % anchors.length] ?? due('a0');
          const isDate = anchor.type === 'actionDue' || anchor.type === 'roomCreated';
          // Nothing is nothing in any unit but business days.
          const unitOf = size === 0 && given !== 'businessDay' ? 'day' : given;
          const written: Extract<DateRule, { type: 'relative' }> = {
            ...{ type: 'relative', amount: (isDate && back ? -size : size) || 0, unit: unitOf, anchor },
            ...(off && given !== 'businessDay' ? { roll: off } : {}),
          };
          const text = ruleInWords(written, (id) => all[Number(id.slice(1))], WORDS);
          const typed = typedRule(text, { grammar: ENGLISH_RULES, candidates, origin: 'roomCreated' });
          expect(typed.type === 'rule' ? typed.rule : typed, text).to.deep.equal(written);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a date of a plan in a row', () => {
  const relative = (fields: Partial<PlannedDate>): PlannedDate => ({
    ...{ rule: rule(3, 'day', done('kick')), pinned: null, date: '2026-11-27', basis: 'settled', waitingOn: [] },
    ...fields,
  });
  const room = { type: 'room', roomId: 'r', sectionId: 's', internalOnly: false } as const;
  const kick = (fields: Partial<Action> = {}) => action({ id: 'kick', context: room, title: 'Kick-off', ...fields });
  async function shown(fields: Partial<Action>, spec: Partial<DateViewSpec> = {}) {
    const shows = action({ id: 'a1', context: room, ...fields });
    const plan = { sections: [{ id: 's' }], actions: [kick(), shows] };
    const view = { field: 'due' as const, today: TODAY, plan, nameOf, words: WORDS, ...spec };
    const box = await fixture(html`<p>${dateView(shows, view)}</p>`);
    const seen = box.querySelector('[aria-hidden="true"]:not(svg)')?.textContent ?? '';
    const heard = box.querySelector('.visually-hidden')?.textContent ?? '';
    return { box, seen, heard, icons: box.querySelectorAll('svg').length };
  }

  it('is its day where it is fixed or settled', async () => {
    const { box, seen, heard, icons } = await shown({ due: relative({}) });
    expect([seen, heard, icons]).to.deep.equal(['Tomorrow', 'Due Friday, 27 November 2026', 0]);
    expect(box.querySelector('time')?.dateTime).to.equal('2026-11-27');
  });

  it('says of an estimate that it is one, and what it rests on', async () => {
    const { seen, heard, icons } = await shown({ due: relative({ basis: 'projected', waitingOn: ['kick'] }) });
    expect([seen, heard, icons]).to.deep.equal([
      'Tomorrow',
      'Due Friday, 27 November 2026, estimate, rests on “Kick-off”',
      1,
    ]);
  });

  it('says of an estimate on an internal step that it is one', async () => {
    const internal = relative({ rule: rule(0, 'day', { type: 'internalStep' }), basis: 'projected' });
    expect((await shown({ due: internal })).heard).to.equal('Due Friday, 27 November 2026, estimate');
  });

  it('says the rule while it waits', async () => {
    const { box, seen, heard } = await shown({ due: relative({ date: null, basis: 'waiting', waitingOn: ['kick'] }) });
    expect(seen).to.equal('3 days after “Kick-off” is done');
    expect(heard).to.equal('No date yet: 3 days after “Kick-off” is done');
    expect(box.querySelector('time')).to.equal(null);
  });

  it('says what a pin keeps', async () => {
    const { heard, icons } = await shown({ due: relative({ pinned: '2026-11-27', basis: 'fixed' }) });
    expect(heard).to.equal(
      'Due Friday, 27 November 2026, pinned to 27 Nov · otherwise 3 days after “Kick-off” is done',
    );
    expect(icons).to.equal(1);
  });

  const broken = (given: Relative) => relative({ rule: given, date: null, basis: 'broken' });
  it('says why it is broken: its anchor is gone', async () => {
    const { seen, heard } = await shown({ due: broken(rule(1, 'day', done('nobody'))) });
    expect([seen, heard]).to.deep.equal(['No date', 'No date: what it rests on is gone']);
  });

  it('says why it is broken: its anchor was cancelled', async () => {
    const { heard } = await shown({ due: broken(rule(1, 'day', done('kick'))) });
    expect(heard).to.equal('No date: “Kick-off” will not be done');
  });

  it('says why it is broken: what it rests on is', async () => {
    const { heard } = await shown({ due: broken(rule(1, 'day', due('kick'))) });
    expect(heard).to.equal('No date: “Kick-off” has none that works');
  });

  it('says why it is broken: it rests on itself', async () => {
    const plan = {
      sections: [{ id: 's' }],
      actions: [
        action({ id: 'a1', context: room, due: broken(rule(1, 'day', done('kick'))) }),
        kick({ due: broken(rule(1, 'day', due('a1'))) }),
      ],
    };
    const named = (id: string) => (id === 'a1' ? 'Send the deck' : nameOf(id));
    const { heard } = await shown({ due: broken(rule(1, 'day', done('kick'))) }, { plan, nameOf: named });
    expect(heard).to.equal('No date: it rests on itself (Send the deck → Kick-off → Send the deck)');
  });

  it('of a closed action is what it was, with no mark', async () => {
    const closed = { at: '2026-11-20T09:00:00Z', by: 'ana', due: null, on: '2026-11-20' };
    const { seen, icons } = await shown({ due: relative({}), state: 'done', status: 'done', closed });
    expect([seen, icons]).to.deep.equal(['Done 20 Nov', 0]);
  });

  it('of a start says that it is one', async () => {
    const { seen, heard } = await shown({ start: relative({}), due: null }, { field: 'start' });
    expect([seen, heard]).to.deep.equal(['Tomorrow', 'Starts Friday, 27 November 2026']);
  });

  it('is nothing where there is none', async () => {
    const { box } = await shown({ due: null });
    expect(box.textContent).to.equal('');
    expect(parseDay('2026-11-26')).to.equal(TODAY);
  });
});
