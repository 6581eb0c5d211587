import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay, STATUS_GROUPS } from '@followthrough/core/domain';
import { type ActionFilter, actionFilterSchema } from '@followthrough/core/schema';
import { formatFilter, parseFilter } from '@followthrough/core/stores';
import { isSameFilter } from '../../src/stores/same-filter.ts';

const readings: { text: string; filter: ActionFilter; unknown?: string[] }[] = [
  { text: '', filter: {} },
  { text: 'status:todo,overdue assignee:me', filter: { status: ['todo', 'overdue'], assignee: 'me' } },
  { text: '  assignee:ada   report ', filter: { assignee: 'ada', query: 'report' } },
  { text: 'context:relationship:ada-ben recent:30', filter: { context: 'relationship:ada-ben', recent: 30 } },
  { text: 'due:2026-05-15', filter: { dueFrom: '2026-05-15', dueTo: '2026-05-15' } },
  { text: 'due:2026-05-15..', filter: { dueFrom: '2026-05-15' } },
  { text: 'due:..2026-05-15', filter: { dueTo: '2026-05-15' } },
  { text: 'due:2026-05-01..2026-05-15', filter: { dueFrom: '2026-05-01', dueTo: '2026-05-15' } },
  { text: 'overdue:yes side:them', filter: { overdue: true, side: 'them' } },
  { text: '"a  \\"b\\" c:d"', filter: { query: 'a  "b" c:d' } },
  { text: 'send the deck', filter: { query: 'send the deck' } },
  { text: 'status:late', filter: {}, unknown: ['status:late'] },
  { text: 'due:2026-02-30', filter: {}, unknown: ['due:2026-02-30'] },
  { text: 'due:..', filter: {}, unknown: ['due:..'] },
  { text: 'due:2300-01-01', filter: {}, unknown: ['due:2300-01-01'] },
  { text: 'recent:0 recent:9999', filter: {}, unknown: ['recent:0', 'recent:9999'] },
  { text: 'colour:red constructor:x', filter: {}, unknown: ['colour:red', 'constructor:x'] },
  { text: 'assignee:a/b', filter: {}, unknown: ['assignee:a/b'] },
];
for (const { text, filter, unknown = [] } of readings) {
  test(`the filter text ${JSON.stringify(text)} is read`, () => {
    assert.deepEqual(parseFilter(text), { filter, unknown });
  });
}

const date = fc.integer({ min: 0, max: 84_005 }).map(formatDay);
const anId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const filters: fc.Arbitrary<ActionFilter> = fc.record(
  {
    status: fc.subarray([...STATUS_GROUPS], { minLength: 1 }),
    assignee: fc.oneof(fc.constant('me'), anId),
    context: fc.oneof(
      fc.constantFrom('personal', 'room'),
      anId.map((one) => `relationship:${one}`),
    ),
    overdue: fc.boolean(),
    side: fc.constantFrom('us' as const, 'them' as const),
    dueFrom: date,
    dueTo: date,
    recent: fc.integer({ min: 1, max: 3650 }),
    query: fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.constantFrom('status:todo', '"', '\\', ' a ', 'due:..', '🙂 ü'),
    ),
  },
  { requiredKeys: [] },
);

test('every filter is read back from its text as it was', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { query, ...rest } = filter;
      const expected = query === undefined || query.trim() === '' ? rest : filter;
      const { filter: read, unknown } = parseFilter(formatFilter(filter));
      assert.deepEqual(unknown, []);
      const sorted = ({ status, ...others }: ActionFilter) => ({
        ...others,
        ...(status && { status: [...status].sort() }),
      });
      assert.deepEqual(sorted(read), sorted(expected));
      assert.equal(formatFilter(read), formatFilter(filter));
    }),
  );
});

test('whatever text is read, the filter is one that a backend takes', () => {
  const term = fc.tuple(
    fc.constantFrom('status', 'assignee', 'context', 'overdue', 'side', 'due', 'recent'),
    fc.string(),
  );
  const texts = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc
      .array(
        term.map(([key, value]) => `${key}:${value}`),
        { maxLength: 4 },
      )
      .map((terms) => terms.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { query: _, ...filter } = parseFilter(text).filter;
      assert.ok(actionFilterSchema.safeParse(filter).success);
    }),
  );
});

test('filters ask for the same where their texts are the same, and only there', () => {
  const unlike = fc.tuple(filters, filters);
  const alike = fc
    .tuple(filters, fc.constantFrom(' ', undefined))
    .map(([filter, none]) => [filter, { ...(none && { query: none }), ...respelled(filter) }] as const);
  const almost = fc
    .tuple(filters, filters)
    .chain(([one, other]) =>
      fc.subarray(Object.entries(other)).map((parts) => ({ ...one, ...Object.fromEntries(parts) })),
    )
    .chain((one) => filters.map((other) => [one, { ...one, side: other.side, query: other.query }] as const));
  let same = 0;
  fc.assert(
    fc.property(fc.oneof(unlike, alike, almost), ([one, other]) => {
      const isSame = formatFilter(one) === formatFilter(other);
      assert.equal(isSameFilter(one, other), isSame);
      if (isSame) same++;
    }),
    { numRuns: 500 },
  );
  assert.ok(same > 50, 'some are the same');
});

/** The same filter with its parts, and its statuses, the other way round. */
function respelled(filter: ActionFilter): ActionFilter {
  const turned: ActionFilter = Object.fromEntries(Object.entries(filter).reverse());
  return turned.status ? { ...turned, status: [...turned.status, ...turned.status].reverse() } : turned;
}
