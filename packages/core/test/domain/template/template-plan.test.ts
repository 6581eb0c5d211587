// A plan made of a template and a template made of a plan: what is kept, what becomes of people, dates and states, and that a
// plan saved and made again has the dates it had.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createPlanResolver,
  formatDay,
  inOrder,
  newAction,
  parseDay,
  planFromTemplate,
  roomPlanOf,
  type SavedPlan,
  templateFaults,
  templateOfPlan,
  withDates,
} from '@followthrough/core/domain';
import type {
  ActionRecord,
  Assignee,
  CivilDate,
  DateRule,
  Id,
  PlannedDateDraft,
  RoomTemplateContent,
} from '@followthrough/core/schema';
import fc from 'fast-check';
import { AT, dated } from '../builders.ts';
import { inRoom, roomAction } from '../room-builders.ts';
import { after, doneOf, dueOf, part, ROOM, sectionOf, templateOf } from './template-builders.ts';

function counting(): () => Id {
  let made = 0;
  return () => `id${++made}`;
}

describe('A room made from a template', () => {
  const content = templateOf({
    s: [
      part('b', after(1, dueOf('a')), { description: 'Words', start: { type: 'fixed', date: '2026-05-20' } }),
      part('a', after(2, ROOM), { internalOnly: true, assignee: 'unassigned' }),
    ],
    t: [part('c', after(3, sectionOf('s'), 'month', 'next'), { assignee: 'company', start: after(0, doneOf('b')) })],
  });

  it('gets copies in order, with ids of its own and every reference tied to a copy', () => {
    const { sections, actions } = planFromTemplate(content, 'r', counting());
    const relative = (amount: number, anchor: Extract<DateRule, { type: 'relative' }>['anchor']) => ({
      rule: { type: 'relative', amount, unit: 'day', anchor },
    });
    assert.deepEqual(
      sections.map(({ id, name }) => [id, name]),
      [
        ['id1', 'Section s'],
        ['id2', 'Section t'],
      ],
    );
    assert.deepEqual(
      actions.map(({ position: _, ...action }) => action),
      [
        {
          id: 'id3',
          context: { type: 'room', roomId: 'r', sectionId: 'id1', internalOnly: false },
          title: 'Title of b',
          description: 'Words',
          assignee: { type: 'primaryContact' },
          start: { rule: { type: 'fixed', date: '2026-05-20' } },
          due: relative(1, { type: 'actionDue', actionId: 'id4' }),
        },
        {
          id: 'id4',
          context: { type: 'room', roomId: 'r', sectionId: 'id1', internalOnly: true },
          title: 'Title of a',
          description: '',
          assignee: null,
          start: null,
          due: relative(2, { type: 'roomCreated' }),
        },
        {
          id: 'id5',
          context: { type: 'room', roomId: 'r', sectionId: 'id2', internalOnly: false },
          title: 'Title of c',
          description: '',
          assignee: { type: 'company' },
          start: relative(0, { type: 'actionCompleted', actionId: 'id3' }),
          due: {
            rule: {
              type: 'relative',
              amount: 3,
              unit: 'month',
              roll: 'next',
              anchor: { type: 'sectionCompleted', sectionId: 'id1' },
            },
          },
        },
      ],
    );
    assert.deepEqual(inOrder(sections), sections);
    assert.deepEqual(inOrder(actions.slice(0, 2)), actions.slice(0, 2));
  });

  it('keeps 2,000 in order', () => {
    const many = templateOf({ s: Array.from({ length: 2000 }, (_, at) => part(`a${at}`)) });
    const { actions } = planFromTemplate(many, 'r', counting());
    const shuffled = actions.toSorted((a, b) => (a.title < b.title ? -1 : 1));
    assert.deepEqual(
      inOrder(shuffled).map(({ title }) => title),
      many.sections[0]?.actions.map(({ title }) => title),
    );
  });
});

const people: SavedPlan['people'] = new Map([
  ['mia', { side: 'internal', companyId: null }],
  ['gus', { side: 'external', companyId: 'globex' }],
  ['hal', { side: 'external', companyId: 'globex' }],
  ['pat', { side: 'external', companyId: 'initech' }],
]);

function saved(actions: ActionRecord[], sections = [{ id: 's1', name: 'Start' }]): RoomTemplateContent {
  const room = { companyId: 'globex', primaryContactId: 'gus' };
  return templateOfPlan({ sections, actions, room, people, roomCreated: '2026-05-14' });
}

const onlyAction = (action: ActionRecord) => saved([action]).sections[0]?.actions[0];
const by = (rule: DateRule, pinned: CivilDate | null = null) => ({ ...dated(null, 'waiting'), rule, pinned });

describe('A template of a room’s plan', () => {
  const roles: [string, Assignee | null, string][] = [
    ['one of our team, nobody yet', { type: 'person', personId: 'mia' }, 'unassigned'],
    ['the contact by name, the contact', { type: 'person', personId: 'gus' }, 'primaryContact'],
    ['another of the company, the company', { type: 'person', personId: 'hal' }, 'company'],
    ['a partner, nobody yet', { type: 'person', personId: 'pat' }, 'unassigned'],
    ['who is gone, nobody yet', { type: 'person', personId: 'ned' }, 'unassigned'],
    ['the contact, the contact', { type: 'primaryContact' }, 'primaryContact'],
    ['the company, the company', { type: 'company' }, 'company'],
    ['nobody, nobody yet', null, 'unassigned'],
  ];
  for (const [what, assignee, role] of roles)
    it(`makes of ${what}`, () => assert.equal(onlyAction(roomAction({ assignee }))?.assignee, role));

  it('keeps names, words, order and internal-only', () => {
    const actions = [
      roomAction({ id: 'x', title: 'Kick-off', description: 'Words' }),
      roomAction({ id: 'y', title: 'Kick-off', context: inRoom(true) }),
      roomAction({ id: 'z', title: '契約', context: inRoom(false, 's2') }),
    ];
    const content = saved(actions, [
      { id: 's1', name: 'Kick–off' },
      { id: 's2', name: 'Déjà vu' },
      { id: 's3', name: '…' },
    ]);
    const none = { assignee: 'unassigned', start: null, due: null };
    assert.deepEqual(content, {
      kind: 'room',
      sections: [
        {
          key: 'kick-off',
          name: 'Kick–off',
          actions: [
            { key: 'kick-off-2', title: 'Kick-off', description: 'Words', ...none },
            { key: 'kick-off-3', title: 'Kick-off', ...none, internalOnly: true },
          ],
        },
        { key: 'deja-vu', name: 'Déjà vu', actions: [{ key: 'action', title: '契約', ...none }] },
        { key: 'section', name: '…', actions: [] },
      ],
    });
  });

  const rules: [string, ActionRecord['due'], unknown][] = [
    ['a fixed date so many days after the room’s making', by({ type: 'fixed', date: '2026-05-20' }), after(6, ROOM)],
    ['one before it so many days before', by({ type: 'fixed', date: '2026-05-04' }), after(-10, ROOM)],
    [
      'one too far away the date it is',
      by({ type: 'fixed', date: '2100-01-01' }),
      { type: 'fixed', date: '2100-01-01' },
    ],
    [
      'a rule the same rule',
      by({ type: 'relative', amount: 2, unit: 'week', roll: 'next', anchor: { type: 'roomCreated' } }),
      after(2, ROOM, 'week', 'next'),
    ],
    [
      'a pin the rule beside it',
      by({ type: 'relative', amount: 2, unit: 'day', anchor: { type: 'roomCreated' } }, '2026-07-01'),
      after(2, ROOM),
    ],
    [
      'a rule on what is gone none',
      by({ type: 'relative', amount: 2, unit: 'day', anchor: { type: 'actionDue', actionId: 'gone' } }),
      null,
    ],
    [
      'a rule on an engagement none',
      by({ type: 'relative', amount: 2, unit: 'day', anchor: { type: 'engagementStart' } }),
      null,
    ],
    [
      'a rule on a loop none',
      by(
        { type: 'relative', amount: 2, unit: 'day', anchor: { type: 'sectionCompleted', sectionId: 's1' } },
        '2026-07-01',
      ),
      null,
    ],
    ['none none', null, null],
  ];
  for (const [what, due, rule] of rules)
    it(`makes of ${what}`, () => assert.deepEqual(onlyAction(roomAction({ due }))?.due, rule));

  it('leaves states and the dates in force out', () => {
    const due = { ...by({ type: 'fixed', date: '2026-05-20' }), date: '2026-05-19' };
    const done = roomAction({ due, state: 'cancelled', closed: { at: AT, by: 'mia', due: '2026-05-19' } });
    assert.deepEqual(onlyAction(done), onlyAction(roomAction({ due })));
  });
});

describe('A plan that is saved and made again', () => {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-25', '2026-06-04'] };
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const sections = ['s', 't', 'u'].map((id) => ({ id, name: `Section ${id}` }));
  const anchor = fc.oneof(
    fc.constant({ type: 'roomCreated' as const }),
    fc
      .constantFrom(...ids)
      .chain((actionId) =>
        fc.constantFrom({ type: 'actionDue' as const, actionId }, { type: 'actionCompleted' as const, actionId }),
      ),
    fc.constantFrom('s', 't', 'u').map((sectionId) => ({ type: 'sectionCompleted' as const, sectionId })),
  );
  const rule: fc.Arbitrary<PlannedDateDraft | null> = fc.oneof(
    fc.constant(null),
    fc
      .integer({ min: -20, max: 60 })
      .map((days) => ({ rule: { type: 'fixed' as const, date: formatDay(parseDay('2026-05-14') + days) } })),
    fc
      .record({
        amount: fc.integer({ min: 0, max: 9 }),
        unit: fc.constantFrom('day', 'businessDay', 'week', 'month'),
        anchor,
      })
      .map((relative) => ({ rule: { type: 'relative' as const, ...relative } })),
  );
  const actions = fc.tuple(
    ...ids.map((id) =>
      fc.record({ start: rule, due: rule, sectionId: fc.constantFrom('s', 't', 'u') }).map(({ sectionId, ...dates }) =>
        newAction({ context: { ...inRoom(false, sectionId) }, title: `Do ${id}`, ...dates }, id, {
          by: 'mia',
          at: AT,
        }),
      ),
    ),
  );

  /** The dates of a plan, by the titles of its actions, on the day its room is made. */
  function datesOf(
    records: readonly ActionRecord[],
    inside: readonly { id: Id }[],
    roomCreated: CivilDate,
  ): Map<string, readonly unknown[]> {
    const setting = { roomCreated, engagementStart: null, calendar, today: parseDay(roomCreated) };
    const resolver = createPlanResolver(
      roomPlanOf(
        inside.map(({ id }) => id),
        records,
      ),
      setting,
    );
    return new Map(
      records.map((record) => {
        const { start, due } = withDates(record, resolver);
        return [
          record.title,
          [
            start?.date,
            due?.date,
            start && resolver.date(record.id, 'start')?.broken,
            due && resolver.date(record.id, 'due')?.broken,
          ],
        ];
      }),
    );
  }

  it('has the same dates where it is made on the same day, and in a template again is the same', () => {
    let dates = 0;
    fc.assert(
      fc.property(actions, (records) => {
        const room = { companyId: 'globex', primaryContactId: 'gus' };
        const resolver = createPlanResolver(
          roomPlanOf(
            sections.map(({ id }) => id),
            records,
          ),
          {
            roomCreated: '2026-05-14',
            engagementStart: null,
            calendar,
            today: parseDay('2026-05-14'),
          },
        );
        const content = templateOfPlan({ sections, actions: records, room, people, roomCreated: '2026-05-14' });
        assert.deepEqual(templateFaults(content), []);
        fc.pre(resolver.loops.length === 0);
        const make = () => {
          const draft = planFromTemplate(content, 'room1', counting());
          return {
            sections: draft.sections,
            actions: draft.actions.map((one) => newAction(one, one.id, { by: 'mia', at: AT })),
          };
        };
        const made = make();
        const before = datesOf(records, sections, '2026-05-14');
        const after = datesOf(made.actions, made.sections, '2026-05-14');
        for (const [title, had] of before) assert.deepEqual(after.get(title), had, title);
        dates += [...before.values()].flat().filter((date) => typeof date === 'string').length;
        assert.deepEqual(templateOfPlan({ ...made, room, people, roomCreated: '2026-05-14' }), content);
      }),
      { numRuns: 400 },
    );
    assert.ok(dates > 500, `only ${dates} dates were compared`);
  });
});
