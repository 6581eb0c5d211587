// Templates of engagements (rulebook §5): their faults, the dates on a sample day, what is made of one, and one made of an engagement.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngagementTemplateContent, ItemRule, TemplateItem } from '@followthrough/core/schema';
import {
  checkTemplate,
  itemsFromTemplate,
  templateFaults,
  templateOfEngagement,
  templateSize,
} from '@followthrough/core/domain';

const after = (amount: number, more: Partial<Extract<ItemRule, { type: 'relative' }>> = {}): ItemRule => ({
  type: 'relative',
  amount,
  unit: 'day',
  anchor: { type: 'engagementStart' },
  ...more,
});
const on = (date: string): ItemRule => ({ type: 'fixed', date });
const part = (key: string, more: Partial<TemplateItem> = {}): TemplateItem => ({
  key,
  title: `Title of ${key}`,
  content: { kind: 'link', url: 'https://x.example' },
  ...more,
});
const programme = (...items: TemplateItem[]): EngagementTemplateContent => ({ kind: 'engagement', items });
const counting = () => {
  let count = 0;
  return () => `id-${++count}`;
};

describe('A template of engagements', () => {
  const faults: [string, TemplateItem[], string[]][] = [
    ['nothing in it', [], []],
    ['every date apart', [part('a', { release: { type: 'on', rule: on('2026-06-01') }, due: after(1) })], []],
    ['two items of one key', [part('a'), part('a')], ['/content/items/1/key duplicate-key']],
    [
      'a session that is released',
      [part('a', { content: { kind: 'session' }, release: { type: 'immediately' } })],
      ['/content/items/0/release session-has-no-release'],
    ],
    ['a link that takes 30 minutes', [part('a', { duration: 30 })], ['/content/items/0/duration sessions-only']],
    [
      'business days that roll',
      [part('a', { due: after(1, { unit: 'businessDay', roll: 'next' }) })],
      ['/content/items/0/due/roll roll-with-business-days'],
    ],
    [
      'a due date before its release, both by the start',
      [part('a', { release: { type: 'on', rule: after(5) }, due: after(4) })],
      ['/content/items/0/due due-before-release'],
    ],
    [
      'a due date before its release, both fixed',
      [part('a', { release: { type: 'on', rule: on('2026-06-02') }, due: on('2026-06-01') })],
      ['/content/items/0/due due-before-release'],
    ],
  ];
  for (const [what, items, wanted] of faults) {
    it(`with ${what} has ${wanted.length === 0 ? 'no fault' : 'that fault'}`, () => {
      assert.deepEqual(
        templateFaults(programme(...items)).map(({ pointer, code }) => `${pointer} ${code}`),
        wanted,
      );
    });
  }

  it('is told with its items on a sample day, and what is worth a look', () => {
    const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-25'] };
    const content = programme(
      part('a', { release: { type: 'on', rule: after(3, { unit: 'businessDay' }) }, due: after(10) }),
      part('b', { release: { type: 'immediately' }, due: on('2026-05-01') }),
      part('c', { release: { type: 'on', rule: on('2026-05-18') }, due: after(1) }),
      part('d', { due: after(9999, { unit: 'month' }) }),
    );
    const check = checkTemplate(content, { start: '2026-05-15', calendar });
    assert.deepEqual(check.items, [
      { key: 'a', release: { date: '2026-05-20', basis: 'settled' }, due: { date: '2026-05-25', basis: 'settled' } },
      { key: 'b', release: null, due: { date: '2026-05-01', basis: 'fixed' } },
      { key: 'c', release: { date: '2026-05-18', basis: 'fixed' }, due: { date: '2026-05-16', basis: 'settled' } },
      { key: 'd', release: null, due: { date: '2859-08-15', basis: 'settled' } },
    ]);
    assert.deepEqual(
      check.warnings.map(({ pointer, code }) => `${pointer} ${code}`),
      [
        '/content/items/0/due holiday',
        '/content/items/1/due in-past',
        '/content/items/2/due day-off',
        '/content/items/2/due due-before-release',
        '/content/items/3/due out-of-range',
      ],
    );
    assert.deepEqual(check.faults, []);
  });

  it('says how much is in it', () => {
    assert.deepEqual(templateSize(programme(part('a'), part('b'))), { sectionCount: 0, actionCount: 0, itemCount: 2 });
  });

  it('makes items in its order, released and due once the engagement is active', () => {
    const items = itemsFromTemplate(
      programme(
        part('a', { content: { kind: 'session' }, duration: 45, selfScheduling: true }),
        part('b', { release: { type: 'immediately' }, due: after(3) }),
      ),
      'e1',
      counting(),
      { by: 'dora', at: '2026-05-15T10:00:00Z' },
    );
    assert.deepEqual(
      items.map(({ id, position, session, release, due }) => [id, position, session, release, due?.rule ?? null]),
      [
        ['id-1', 'V01', { duration: 45, selfScheduling: true, startsAt: null }, null, null],
        ['id-2', 'V02', null, { type: 'immediately', at: null, by: 'dora' }, after(3)],
      ],
    );
  });

  it('is made of an engagement: fixed dates count from its start, who did what is left out', () => {
    const made = itemsFromTemplate(
      programme(part('a', { due: on('2026-05-20') }), part('b', { release: { type: 'on', rule: after(2) } })),
      'e1',
      counting(),
      { by: 'dora', at: '2026-05-15T10:00:00Z' },
    );
    const settings = { selfScheduling: true, welcome: null };
    const saved = templateOfEngagement({ ...settings, startDate: '2026-05-15' }, made);
    assert.deepEqual(
      saved.items.map(({ key, release, due }) => [key, release ?? null, due]),
      [
        ['item-1', null, after(5)],
        ['item-2', { type: 'on', rule: after(2) }, null],
      ],
    );
    assert.deepEqual(templateOfEngagement({ ...settings, startDate: null }, made).items[0]?.due, on('2026-05-20'));
    assert.deepEqual(templateFaults(saved), []);
  });
});
