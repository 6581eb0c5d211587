// The six bulk operations on engagements (rulebook §5): each answers for itself, a dry run says it all beforehand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngagementBulkRequest } from '@followthrough/core/schema';
import { link, makeEngagement, onDay } from './engagement-scene.ts';
import { refusalOf, scene, type Scene } from './workspace.ts';

/** A draft, an active one and a shared one, and ids that are of none. */
async function three(): Promise<{ world: Scene; ids: string[] }> {
  const world = scene();
  const dora = world.as('dora');
  const ids = [];
  for (const upTo of ['draft', 'active', 'shared'] as const) ids.push((await makeEngagement(dora, upTo)).id);
  return { world, ids: [...ids, 'nowhere', ids[0] ?? ''] };
}

type Operation = EngagementBulkRequest['operation'];

/** What becomes of the draft, the active one, the shared one, one that is not there, and the draft named again. */
const OUTCOMES: [Operation, string[]][] = [
  ['activate', ['done', 'already-active', 'already-active', 'not-found', 'duplicate']],
  ['activateAndShare', ['done', 'done', 'already-shared', 'not-found', 'duplicate']],
  ['share', ['engagement-draft', 'done', 'already-shared', 'not-found', 'duplicate']],
  ['unshare', ['not-shared', 'not-shared', 'done', 'not-found', 'duplicate']],
  ['delete', ['done', 'done', 'done', 'not-found', 'duplicate']],
  ['addItem', ['engagement-draft', 'done', 'done', 'not-found', 'duplicate']],
];

describe('A bulk operation', () => {
  for (const [operation, wanted] of OUTCOMES) {
    it(`${operation} answers for each, in the order asked, and a dry run says so beforehand`, async () => {
      const { world, ids } = await three();
      const dora = world.as('dora');
      const item = link({ release: { type: 'on', rule: onDay('2026-06-01') } });
      const request = { operation, ids, ...(operation === 'addItem' ? { item } : {}) } as EngagementBulkRequest;
      const before = (await dora.engagements.list()).items;
      const dry = await dora.engagements.bulk({ ...request, dryRun: true });
      assert.deepEqual((await dora.engagements.list()).items, before);
      const done = await dora.engagements.bulk(request);
      assert.deepEqual(done, dry);
      assert.deepEqual(
        done.results.map(({ outcome, reason }) => reason ?? outcome),
        wanted,
      );
      assert.deepEqual(
        done.results.map(({ id }) => id),
        ids,
      );
      for (const { id, outcome, version } of done.results)
        if (outcome === 'done' && operation !== 'delete')
          assert.equal((await dora.engagements.get(id)).version, version);
    });
  }

  it('adds an item of its own to each, last', async () => {
    const { world, ids } = await three();
    const dora = world.as('dora');
    const { results } = await dora.engagements.bulk({ operation: 'addItem', ids: ids.slice(0, 3), item: link() });
    assert.ok(results.every(({ outcome }) => outcome === 'done'));
    const last = await Promise.all(ids.slice(0, 3).map(async (id) => (await dora.engagements.get(id)).items.at(-1)));
    assert.deepEqual(
      last.map((item) => item && !item.locked && item.title),
      ['One more', 'One more', 'One more'],
    );
    assert.equal(new Set(last.map((item) => item?.id)).size, 3);
  });

  it('is for admins: whoever sees one is told the rule, whoever does not that it is not there', async () => {
    const { world, ids } = await three();
    const { results } = await world.as('ada').engagements.bulk({ operation: 'unshare', ids: ids.slice(0, 3) });
    assert.deepEqual(
      results.map(({ reason }) => reason),
      ['not-found', 'engagement-admin', 'engagement-admin'],
    );
  });

  it('takes at most 500', async () => {
    const ids = Array.from({ length: 501 }, (_, at) => `e${at}`);
    assert.equal(
      await refusalOf(scene().as('dora').engagements.bulk({ operation: 'share', ids })),
      'validation · /ids too-big',
    );
    assert.equal(
      await refusalOf(scene().as('dora').engagements.bulk({ operation: 'share', ids: [] })),
      'validation · /ids too-small',
    );
  });
});
