// Lists of engagements on the local backend (api.md R-L-1, R-L-2): what each reader sees, as they see it, page by page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend, EngagementQuery } from '@followthrough/core/backend';
import { makeEngagement } from './engagement-scene.ts';
import { refusalOf, scene, type Scene } from './workspace.ts';

const titles = async (backend: Backend, query: EngagementQuery = {}) =>
  (await backend.engagements.list(query)).items.map(({ title }) => title).join(' ');

/** A draft, an active and a shared one of Ada's for Ben, and a shared one of Cleo's for Gus, made for a group. */
async function four(): Promise<Scene & { ids: Record<string, string> }> {
  const world = scene();
  const dora = world.as('dora');
  const ids: Record<string, string> = {};
  for (const [title, upTo] of [
    ['Alpha', 'draft'],
    ['Beta', 'active'],
    ['Gamma', 'shared'],
  ] as const) {
    const { id } = await makeEngagement(dora, upTo, {
      title,
      spectatorIds: ['eve'],
      startDate: `2026-0${title.length}-01`,
    });
    ids[title] = id;
    world.wait(60_000);
  }
  const { results } = await dora.engagements.create({
    groupId: 'first',
    coachId: 'cleo',
    mode: 'shared',
    title: 'Delta',
  });
  ids['Delta'] = results[0]?.engagement?.id ?? '';
  await dora.engagements.bulk({ operation: 'activateAndShare', ids: [ids['Delta']] });
  return { ...world, ids };
}

describe('A list of engagements', () => {
  it('holds what its reader sees', async () => {
    const { as } = await four();
    assert.equal(await titles(as('dora')), 'Alpha Beta Delta Gamma');
    assert.equal(await titles(as('ada')), 'Beta Gamma');
    assert.equal(await titles(as('ben')), 'Delta Gamma');
    assert.equal(await titles(as('eve')), 'Beta Gamma');
    assert.equal(await titles(as('fay')), '');
  });

  it('is narrowed by what its reader is told alone', async () => {
    const { as } = await four();
    assert.equal(await titles(as('dora'), { group: 'first' }), 'Delta');
    assert.equal(await titles(as('cleo'), { group: 'first' }), 'Delta');
    assert.equal(await titles(as('gus'), { group: 'first' }), '', 'coachees are not told of the group');
    assert.equal(await titles(as('ada'), { coach: 'me' }), 'Beta Gamma');
    assert.equal(await titles(as('ben'), { coachee: 'me', shared: true }), 'Delta Gamma');
    assert.equal(await titles(as('dora'), { coach: 'me' }), '');
    assert.equal(await titles(as('dora'), { status: 'draft' }), 'Alpha');
    assert.equal(await titles(as('ada'), { query: 'GAM' }), 'Gamma');
  });

  it('is ordered by when something changed to its reader’s eyes', async () => {
    const world = await four();
    const dora = world.as('dora');
    const { version } = await dora.engagements.get(world.ids['Beta'] ?? '');
    const order = () => titles(world.as('ada'), { sort: '-updated' });
    const before = await order();
    world.wait(60_000);
    await dora.engagements.update(world.ids['Beta'] ?? '', { welcome: { title: 'Hidden', message: '' } }, { version });
    assert.equal(await titles(dora, { sort: '-updated', coach: 'ada' }), 'Beta Gamma Alpha');
    assert.equal(await order(), before);
    assert.equal(before, 'Gamma Beta');
  });

  for (const who of ['dora', 'ben']) {
    it(`is walked page by page by ${who}, each once, and counted`, async () => {
      const { as } = await four();
      for (const sort of ['title', '-title', 'start', '-start', 'updated', '-updated'] as const) {
        const whole = (await as(who).engagements.list({ sort, count: true })).items.map(({ id }) => id);
        const walked: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await as(who).engagements.list({ sort, limit: 1, cursor, count: true });
          assert.equal(page.count, whole.length);
          walked.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        assert.deepEqual(walked, whole);
      }
    });
  }

  it('takes no cursor of another reader, filter or order', async () => {
    const { as } = await four();
    const { next } = await as('dora').engagements.list({ limit: 1 });
    const cursor = next ?? '';
    assert.equal(await refusalOf(as('ada').engagements.list({ cursor })), 'cursor-invalid');
    assert.equal(await refusalOf(as('dora').engagements.list({ cursor, status: 'active' })), 'cursor-invalid');
    assert.equal(await refusalOf(as('dora').engagements.list({ cursor, sort: 'start' })), 'cursor-invalid');
  });

  const bad: [object, string][] = [
    [{ status: 'done' }, 'validation · /status choice'],
    [{ from: '2026-02-30' }, 'validation · /from invalid'],
    [{ sort: 'coach' }, 'validation · /sort choice'],
    [{ limit: 201 }, 'validation · /limit too-big'],
    [{ couch: 'me' }, 'unknown-field · /couch unknown-field'],
  ];
  for (const [query, wanted] of bad) {
    it(`refuses ${JSON.stringify(query)}`, async () => {
      assert.equal(await refusalOf(scene().as('dora').engagements.list(query)), wanted);
    });
  }
});
