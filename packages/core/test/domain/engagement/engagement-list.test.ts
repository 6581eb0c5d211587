// Which engagements a list holds and in which order (rulebook §5, api.md §5).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngagementFilter, EngagementRecord, EngagementSort } from '@followthrough/core/schema';
import { engagementFilterFor, engagementOrder, engagementSortKey, matchesEngagement } from '@followthrough/core/domain';
import { engagement } from './engagement-builders.ts';

describe('A filter', () => {
  const shared = engagement('shared', { groupId: 'g1' });
  const rows: [EngagementFilter, boolean][] = [
    [{}, true],
    [{ status: 'active' }, true],
    [{ status: 'draft' }, false],
    [{ shared: true }, true],
    [{ shared: false }, false],
    [{ coach: 'ada' }, true],
    [{ coach: 'ben' }, false],
    [{ coachee: 'gus' }, true],
    [{ coachee: 'ada' }, false],
    [{ group: 'g1' }, true],
    [{ group: 'g2' }, false],
    [{ query: ' LEADING' }, true],
    [{ query: 'nothing' }, false],
    [{ from: '2026-08-31' }, true],
    [{ from: '2026-09-01' }, false],
    [{ to: '2026-05-04' }, true],
    [{ to: '2026-05-03' }, false],
    [{ from: '2026-06-01', to: '2026-06-02' }, true],
    [{ status: 'active', coach: 'ben' }, false],
  ];
  for (const [filter, wanted] of rows) {
    it(`${JSON.stringify(filter)} ${wanted ? 'takes' : 'leaves out'} a shared engagement from 4 May to 31 August`, () => {
      assert.equal(matchesEngagement(shared, filter), wanted);
    });
  }

  const open: [string | null, string | null, EngagementFilter, boolean][] = [
    [null, null, { from: '2026-01-01' }, false],
    [null, null, { to: '2026-01-01' }, false],
    ['2026-05-04', null, { from: '2030-01-01' }, true],
    ['2026-05-04', null, { to: '2026-05-03' }, false],
    [null, '2026-05-04', { to: '2000-01-01' }, true],
    [null, '2026-05-04', { from: '2026-05-05' }, false],
  ];
  for (const [startDate, endDate, filter, wanted] of open) {
    it(`${JSON.stringify(filter)} ${wanted ? 'takes' : 'leaves out'} one from ${startDate} to ${endDate}`, () => {
      assert.equal(matchesEngagement(engagement('active', { startDate, endDate }), filter), wanted);
    });
  }

  it('says by name who “me” is', () => {
    assert.deepEqual(engagementFilterFor({ coach: 'me', coachee: 'ben', shared: true }, 'ada'), {
      coach: 'ada',
      coachee: 'ben',
      shared: true,
    });
  });
});

describe('An order', () => {
  const some = [
    engagement('active', { id: 'a', title: 'beta', startDate: '2026-03-01', updatedAt: '2026-05-03T08:00:00.000Z' }),
    engagement('active', { id: 'b', title: 'Álpha', startDate: null, updatedAt: '2026-05-01T08:00:00.000Z' }),
    engagement('active', { id: 'c', title: 'beta', startDate: '2026-01-01', updatedAt: '2026-05-02T08:00:00.000Z' }),
  ];
  const ordered = (sort: EngagementSort, records: readonly EngagementRecord[]) =>
    records
      .map((record) => ({ key: engagementSortKey(record, sort), id: record.id }))
      .sort(engagementOrder(sort))
      .map(({ id }) => id)
      .join('');
  const rows: [EngagementSort, string][] = [
    ['title', 'bac'],
    ['-title', 'acb'],
    ['start', 'cab'],
    ['-start', 'acb'],
    ['updated', 'bca'],
    ['-updated', 'acb'],
  ];
  for (const [sort, wanted] of rows) {
    it(`by ${sort} puts what has no start last, and equals by id`, () => {
      assert.equal(ordered(sort, some), wanted);
      assert.equal(ordered(sort, some.toReversed()), wanted);
    });
  }
});
