// The text of a filter of engagements: what is written is read back, and what is not understood is left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay } from '@followthrough/core/domain';
import { type EngagementFilter, engagementFilterSchema } from '@followthrough/core/schema';
import { formatEngagementFilter, isSameEngagementFilter, parseEngagementFilter } from '@followthrough/core/stores';

const readings: { text: string; filter: EngagementFilter; unknown?: string[] }[] = [
  { text: '', filter: {} },
  { text: 'status:draft coach:me', filter: { status: 'draft', coach: 'me' } },
  { text: 'shared:no  group:first leadership', filter: { shared: false, group: 'first', query: 'leadership' } },
  { text: 'dates:2026-01-01..2026-06-30', filter: { from: '2026-01-01', to: '2026-06-30' } },
  { text: 'dates:..2026-06-30', filter: { to: '2026-06-30' } },
  { text: 'coachee:ben "status:draft"', filter: { coachee: 'ben', query: 'status:draft' } },
  { text: 'status:todo', filter: {}, unknown: ['status:todo'] },
  { text: 'coach:a/b assignee:me', filter: {}, unknown: ['coach:a/b', 'assignee:me'] },
  { text: 'dates:2026-02-30', filter: {}, unknown: ['dates:2026-02-30'] },
];
for (const { text, filter, unknown = [] } of readings) {
  test(`the filter text ${JSON.stringify(text)} is read`, () => {
    assert.deepEqual(parseEngagementFilter(text), { filter, unknown });
  });
}

const date = fc.integer({ min: 0, max: 84_005 }).map(formatDay);
const anId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const filters: fc.Arbitrary<EngagementFilter> = fc.record(
  {
    status: fc.constantFrom('draft' as const, 'active' as const),
    shared: fc.boolean(),
    coach: fc.oneof(fc.constant('me'), anId),
    coachee: anId,
    group: anId,
    from: date,
    to: date,
    query: fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.constantFrom('status:draft', '"', '\\', ' a ', '🙂 ü'),
    ),
  },
  { requiredKeys: [] },
);

test('every filter is read back from its text as it was', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { filter: read, unknown } = parseEngagementFilter(formatEngagementFilter(filter));
      assert.deepEqual(unknown, []);
      const { query = '', ...others } = filter;
      assert.deepEqual(read, query.trim() === '' ? others : { ...others, query });
      assert.ok(engagementFilterSchema.safeParse(others).success);
      assert.ok(isSameEngagementFilter(read, filter));
    }),
  );
});
