import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionRecord, BulkRequest } from '@followthrough/core/schema';
import { dueOn, everything, promise, record, scene, YESTERDAY } from './workspace.ts';

const closed = { at: '2026-05-10T10:00:00.000Z', by: 'ben', due: '2026-05-16', on: '2026-05-10' };
const actions: ActionRecord[] = [
  promise('open'),
  promise('overdue', { due: dueOn(YESTERDAY) }),
  promise('done', { state: 'done', closed, version: 4 }),
  promise('by-ben', { createdBy: 'ben' }),
  promise('deleted', { deleted: { at: '2026-05-10T10:00:00.000Z', by: 'ada' } }),
  record('own'),
  record('of-gus', { createdBy: 'gus' }),
  record('hidden', { createdBy: 'eve' }),
];
const ids = ['open', 'overdue', 'done', 'by-ben', 'own', 'of-gus', 'deleted', 'hidden', 'never', 'open'];
const by = (personId: string) => ({ type: 'person', personId }) as const;

describe('A bulk operation', () => {
  const rows: [what: string, request: BulkRequest, outcomes: string[]][] = [
    [
      'to done',
      { operation: 'setState', ids, state: 'done' },
      [
        'open done 2',
        'overdue done 2',
        'done skipped unchanged 4',
        'by-ben done 2',
        'own done 2',
        'of-gus refused personal-owner',
        'deleted refused not-found',
        'hidden refused not-found',
        'never refused not-found',
        'open skipped duplicate',
      ],
    ],
    [
      'to not done',
      { operation: 'setState', ids: ['open', 'overdue', 'done'], state: 'notDone' },
      ['open refused not-done-only-when-overdue', 'overdue done 2', 'done refused reopen-first'],
    ],
    [
      'to cancelled',
      { operation: 'setState', ids: ['open'], state: 'cancelled' },
      ['open refused state-of-another-context'],
    ],
    [
      'to an assignee',
      { operation: 'assign', ids: ['open', 'by-ben', 'own'], assignee: by('ada') },
      ['open done 2', 'by-ben refused action-or-relationship-creator', 'own skipped unchanged 1'],
    ],
    [
      'to an assignee outside',
      { operation: 'assign', ids: ['open', 'own'], assignee: by('cleo') },
      ['open refused not-in-relationship', 'own refused owner-only'],
    ],
    [
      'to another day',
      {
        operation: 'reschedule',
        ids: ['open', 'overdue', 'own'],
        due: { rule: { type: 'fixed', date: '2026-05-16' } },
      },
      ['open skipped unchanged 1', 'overdue done 2', 'own done 2'],
    ],
    [
      'to no day',
      { operation: 'reschedule', ids: ['open', 'own'], due: null },
      ['open refused required', 'own skipped unchanged 1'],
    ],
    [
      'deleting',
      { operation: 'delete', ids: ['open', 'by-ben', 'own', 'deleted', 'own'] },
      [
        'open done 2',
        'by-ben refused action-or-relationship-creator-deletes',
        'own done 2',
        'deleted refused not-found',
        'own skipped duplicate',
      ],
    ],
  ];
  for (const [what, request, outcomes] of rows) {
    it(`${what} answers for each action in the order asked`, async () => {
      const { as } = scene(actions);
      assert.deepEqual(told(await as('ada').actions.bulk(request)), outcomes);
    });

    it(`${what}, tried dry, answers the same and changes nothing`, async () => {
      const { as, repository } = scene(actions);
      const before = await everything(repository);
      const dry = await as('ada').actions.bulk({ ...request, dryRun: true });
      assert.deepEqual(await everything(repository), before);
      assert.deepEqual(await as('ada').actions.bulk(request), dry);
    });

    it(`${what} does what the single operations do`, async () => {
      const [bulk, single] = [scene(actions), scene(actions)];
      const { results } = await bulk.as('ada').actions.bulk(request);
      for (const { id, outcome } of results) {
        if (outcome !== 'done') continue;
        const backend = single.as('ada').actions;
        const { version } = await backend.get(id);
        if (request.operation === 'setState') await backend.setState(id, request.state);
        else if (request.operation === 'assign') await backend.update(id, { assignee: request.assignee }, { version });
        else if (request.operation === 'reschedule') await backend.update(id, { due: request.due }, { version });
        else await backend.remove(id, { version });
      }
      assert.deepEqual(await everything(bulk.repository), await everything(single.repository));
    });
  }

  it('takes 500 at once', async () => {
    const many = Array.from({ length: 500 }, (_, index) => record(`own-${index}`));
    const { as } = scene(many);
    const { results } = await as('ada').actions.bulk({
      operation: 'setState',
      ids: many.map(({ id }) => id),
      state: 'done',
    });
    assert.equal(results.filter(({ outcome }) => outcome === 'done').length, 500);
    assert.equal((await as('ada').actions.list({ status: ['done'], count: true, limit: 1 })).count, 500);
  });
});

function told({
  results,
}: {
  results: { id: string; outcome: string; reason?: string | undefined; version?: number | undefined }[];
}): string[] {
  return results.map(({ id, outcome, reason, version }) =>
    [id, outcome, reason, version].filter((part) => part !== undefined).join(' '),
  );
}
