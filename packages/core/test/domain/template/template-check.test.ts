// The faults that refuse a template, with their places, and what the check warns of on a sample day.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTemplate, templateFaults } from '@followthrough/core/domain';
import type { TemplateContent } from '@followthrough/core/schema';
import { after, doneOf, dueOf, part, ROOM, sectionOf, templateOf } from './template-builders.ts';

const told = (content: TemplateContent) =>
  templateFaults(content).map(({ pointer, code, path }) =>
    [pointer, code, ...(path ? [path.join(' → ')] : [])].join(' '),
  );

const many = (count: number) => Array.from({ length: count }, (_, at) => part(`a${at}`));

describe('A template', () => {
  const at = (section: number, action: number) => `/content/sections/${section}/actions/${action}`;
  const rows: [string, TemplateContent, string[]][] = [
    ['that is empty has no fault', templateOf({}), []],
    [
      'whose references lead somewhere has no fault',
      templateOf({
        s: [part('a', after(-3, ROOM)), part('b', after(2, dueOf('a')))],
        t: [part('c', after(0, sectionOf('s')))],
      }),
      [],
    ],
    [
      'with references to nothing is told each of them',
      templateOf({
        s: [part('a', after(1, dueOf('x'))), part('b', after(1, sectionOf('a')), { start: after(1, doneOf('s')) })],
      }),
      [
        `${at(0, 0)}/due/anchor/action unknown-anchor`,
        `${at(0, 1)}/start/anchor/action unknown-anchor`,
        `${at(0, 1)}/due/anchor/section unknown-anchor`,
      ],
    ],
    [
      'whose action rests on itself has a loop of one',
      templateOf({ s: [part('a', after(1, doneOf('a')))] }),
      [`${at(0, 0)}/due/anchor dependency-cycle a`],
    ],
    [
      'of two that rest on one another has a loop, from the smallest key on',
      templateOf({ s: [part('b', after(1, dueOf('a'))), part('a', after(1, doneOf('b')))] }),
      [`${at(0, 1)}/due/anchor dependency-cycle a → b`],
    ],
    [
      'may rest with a start on its own due date',
      templateOf({ s: [part('a', after(1, ROOM), { start: after(-1, dueOf('a')) })] }),
      [],
    ],
    [
      'with a rule on its own section’s completion has a loop',
      templateOf({ s: [part('a', after(1, sectionOf('s')))] }),
      [`${at(0, 0)}/due/anchor dependency-cycle a → s`],
    ],
    [
      'with a loop through sections is told it in order',
      templateOf({ s: [part('a', after(1, sectionOf('t')))], t: [part('b'), part('c', after(1, dueOf('a')))] }),
      [`${at(0, 0)}/due/anchor dependency-cycle a → t → c`],
    ],
    [
      'with two loops is told both',
      templateOf({ s: [part('a', after(1, doneOf('a')))], t: [part('b', null, { start: after(1, doneOf('b')) })] }),
      [`${at(0, 0)}/due/anchor dependency-cycle a`, `${at(1, 0)}/start/anchor dependency-cycle b`],
    ],
    [
      'with days before an event is told where',
      templateOf({ s: [part('a'), part('b', after(-1, doneOf('a')))], t: [part('c', after(-1, sectionOf('s')))] }),
      [`${at(0, 1)}/due/amount negative-after-event`, `${at(1, 0)}/due/amount negative-after-event`],
    ],
    [
      'that counts in business days and rolls is told where',
      templateOf({
        s: [part('a', after(1, ROOM, 'businessDay', 'next')), part('b', after(1, ROOM, 'businessDay', 'none'))],
      }),
      [`${at(0, 0)}/due/roll roll-with-business-days`],
    ],
    [
      'with an internal-only action of a customer’s is told where',
      templateOf({
        s: [
          part('a', null, { internalOnly: true }),
          part('b', null, { internalOnly: true, assignee: 'company' }),
          part('c', null, { internalOnly: true, assignee: 'unassigned' }),
        ],
      }),
      [`${at(0, 0)}/assignee internal-only`, `${at(0, 1)}/assignee internal-only`],
    ],
    [
      'with two parts of one key is told the second, whatever they are',
      templateOf({ s: [part('a'), part('a'), part('t')], t: [part('s', after(1, dueOf('a')))] }),
      [`${at(0, 1)}/key duplicate-key`, '/content/sections/1/key duplicate-key', `${at(1, 0)}/key duplicate-key`],
    ],
    ['of 2,000 actions has no fault', templateOf({ s: many(1500), t: many(2000).slice(1500) }), []],
    ['of 2,001 is too big', templateOf({ s: many(1500), t: many(2001).slice(1500) }), ['/content/sections too-big']],
  ];
  for (const [what, content, faults] of rows) it(what, () => assert.deepEqual(told(content), faults));
});

describe('The check of a template', () => {
  /** Friday; the 18th, a Monday, is a holiday. */
  const sample = {
    start: '2026-05-15',
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-18'] },
  };
  const warned = (content: TemplateContent, start = sample.start) =>
    checkTemplate(content, { ...sample, start }).warnings.map(
      ({ pointer, code, action = '', field = '', date = null }) => `${pointer} ${code} ${action} ${field} ${date}`,
    );
  const at = '/content/sections/0/actions';
  const rows: [string, TemplateContent, string[]][] = [
    ['finds nothing where all is well', templateOf({ s: [part('a', after(0, ROOM)), part('b')] }), []],
    [
      'warns of who is unassigned',
      templateOf({ s: [part('a', null, { assignee: 'unassigned' })] }),
      [`${at}/0/assignee unassigned a  null`],
    ],
    [
      'warns of days off and of holidays, and not of what counts past them',
      templateOf({
        s: [
          part('a', after(1, ROOM)),
          part('b', after(3, ROOM)),
          part('c', after(1, ROOM, 'businessDay')),
          part('d', after(1, ROOM, 'day', 'next')),
        ],
      }),
      [`${at}/0/due day-off a due 2026-05-16`, `${at}/1/due holiday b due 2026-05-18`],
    ],
    [
      'warns of what has passed when the room is made, of what rests on it too',
      templateOf({
        s: [
          part('a', after(-3, ROOM)),
          part('b', after(-1, dueOf('a')), { start: { type: 'fixed', date: '2026-05-14' } }),
        ],
      }),
      [
        `${at}/0/due in-past a due 2026-05-12`,
        `${at}/1/start in-past b start 2026-05-14`,
        `${at}/1/due in-past b due 2026-05-11`,
      ],
    ],
    [
      'warns of what will have no date',
      templateOf({ s: [part('a'), part('b', after(1, doneOf('a')))], t: [], u: [part('c', after(1, sectionOf('t')))] }),
      [`${at}/1/due no-date b due null`, '/content/sections/2/actions/0/due no-date c due null'],
    ],
    [
      'warns of what lies beyond the years that can be written',
      templateOf({ s: [part('a', after(10_000, ROOM, 'month'))] }),
      [`${at}/0/due out-of-range a due null`],
    ],
  ];
  for (const [what, content, warnings] of rows) it(what, () => assert.deepEqual(warned(content), warnings));

  it('gives the dates of a room made on the sample day, each with its basis', () => {
    const content = templateOf({
      s: [
        part('a', after(2, ROOM, 'businessDay')),
        part('b', after(1, doneOf('a'), 'week'), { start: after(-1, dueOf('b')) }),
      ],
      t: [part('c', after(1, sectionOf('s'), 'month')), part('d'), part('e', after(1, doneOf('d')))],
    });
    assert.deepEqual(checkTemplate(content, sample).actions, [
      { key: 'a', start: null, due: { date: '2026-05-20', basis: 'settled' } },
      { key: 'b', start: { date: '2026-05-26', basis: 'projected' }, due: { date: '2026-05-27', basis: 'projected' } },
      { key: 'c', start: null, due: { date: '2026-06-27', basis: 'projected' } },
      { key: 'd', start: null, due: null },
      { key: 'e', start: null, due: { date: null, basis: 'waiting' } },
    ]);
  });

  it('shows the dates beside the faults, a loop and what leads nowhere as broken', () => {
    const content = templateOf({
      s: [part('a', after(1, doneOf('a'))), part('b', after(1, dueOf('x'))), part('c', after(3, ROOM))],
    });
    const { faults, actions } = checkTemplate(content, { ...sample, start: '2026-06-01' });
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['unknown-anchor', 'dependency-cycle'],
    );
    assert.deepEqual(
      actions.map(({ due }) => [due?.date, due?.basis]),
      [
        [null, 'broken'],
        [null, 'broken'],
        ['2026-06-04', 'settled'],
      ],
    );
  });

  it('gives no dates where it is not known which part a rule means', () => {
    const { faults, actions } = checkTemplate(templateOf({ s: [part('a'), part('a')] }), sample);
    assert.deepEqual([faults.length, actions], [1, []]);
  });
});
