// Engagements on the local backend (rulebook §5): made, activated, shared, unshared, changed, deleted; listed; exported.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engagementScene, makeEngagement, PROGRAMME } from './engagement-scene.ts';
import { failureOf, person, refusalOf, scene, snapshot } from './workspace.ts';

describe('Making engagements', () => {
  it('makes one for each coachee, who answer for themselves', async () => {
    const dora = scene().as('dora');
    const coacheeIds = ['ben', 'gus', 'nobody', 'ada', 'eve', 'ben'];
    const { results } = await dora.engagements.create({ coacheeIds, coachId: 'ada', spectatorIds: ['eve'] });
    assert.deepEqual(
      results.map(({ coacheeIds: ids, outcome, reason, engagement }) => [ids, outcome, reason, engagement?.title]),
      [
        [['ben'], 'done', undefined, 'Coaching with ben'],
        [['gus'], 'done', undefined, 'Coaching with gus'],
        [['nobody'], 'refused', 'unknown-person', undefined],
        [['ada'], 'refused', 'coach-is-coachee', undefined],
        [['eve'], 'refused', 'spectator-takes-part', undefined],
        [['ben'], 'skipped', 'duplicate', undefined],
      ],
    );
  });

  it('makes one for all of a group, without who cannot be coached', async () => {
    const world = scene([], {
      groups: [{ id: 'g', name: 'First cohort', memberIds: ['ben', 'ada', 'gus'], version: 1 }],
    });
    const { results } = await world.as('dora').engagements.create({ groupId: 'g', coachId: 'ada', mode: 'shared' });
    assert.deepEqual(
      results.map(({ coacheeIds, outcome, reason, engagement }) => [coacheeIds, outcome, reason, engagement?.title]),
      [
        [['ben', 'gus'], 'done', undefined, 'Coaching with First cohort'],
        [['ada'], 'refused', 'coach-is-coachee', undefined],
      ],
    );
    assert.equal(results[0]?.engagement?.groupId, 'g');
  });

  it('puts the template’s items and settings in each, and what is set beside it stands over them', async () => {
    const dora = scene().as('dora');
    const { id } = await dora.templates.create({
      name: 'Leading well',
      content: { ...PROGRAMME, selfScheduling: true },
    });
    const draft = { coacheeIds: ['ben'], coachId: 'ada', templateId: id };
    const [plain, own] = await Promise.all([
      dora.engagements.create(draft),
      dora.engagements.create({ ...draft, title: 'Mine', welcome: null, selfScheduling: false }),
    ]);
    const told = [plain, own].map(({ results: [first] }) => first?.engagement);
    assert.deepEqual(
      told.map((one) => [one?.title, one?.welcome?.title ?? null, one?.selfScheduling, one?.progress.total]),
      [
        ['Leading well', 'Welcome', true, 7],
        ['Mine', null, false, 7],
      ],
    );
  });

  it('makes 500 at once', async () => {
    const people = [...snapshot().people, ...Array.from({ length: 500 }, (_, at) => person(`p${at}`))];
    const world = scene([], { people });
    const dora = world.as('dora');
    const { id } = await dora.templates.create({ name: 'Leading well', content: PROGRAMME });
    const coacheeIds = Array.from({ length: 500 }, (_, at) => `p${at}`);
    const { results } = await dora.engagements.create({ coacheeIds, coachId: 'ada', templateId: id });
    assert.equal(results.filter(({ outcome }) => outcome === 'done').length, 500);
    const items = await world.repository.transaction((tx) => tx.find('item', {}));
    assert.equal(items.length, 500 * 7);
    const ids = results.flatMap(({ engagement }) => engagement?.id ?? []);
    const bulk = await dora.engagements.bulk({ operation: 'activateAndShare', ids });
    assert.ok(bulk.results.every(({ outcome }) => outcome === 'done'));
    assert.equal((await world.as('p499').engagements.list({ count: true })).count, 1);
    assert.equal((await world.as('ada').engagements.list({ limit: 1, count: true })).count, 500);
  });

  const refusals: [string, object, string][] = [
    ['an empty group', { groupId: 'none', coachId: 'ada' }, 'validation · /groupId empty-group'],
    ['an unknown group', { groupId: 'missing', coachId: 'ada' }, 'validation · /groupId unknown-group'],
    ['an unknown coach', { coacheeIds: ['ben'], coachId: 'nobody' }, 'validation · /coachId unknown-person'],
    ['neither coachees nor a group', { coachId: 'ada' }, 'validation ·  invalid'],
    ['501 coachees', { coacheeIds: Array(501).fill('ben'), coachId: 'ada' }, 'validation · /coacheeIds too-big'],
    [
      'an unknown template',
      { coacheeIds: ['ben'], coachId: 'ada', templateId: 'x' },
      'validation · /templateId unknown-template',
    ],
    [
      'a room’s template',
      { coacheeIds: ['ben'], coachId: 'ada', templateId: 'rooms' },
      'validation · /templateId engagement-template-only',
    ],
    [
      'an end before the start',
      { coacheeIds: ['ben'], coachId: 'ada', startDate: '2026-06-01', endDate: '2026-05-31' },
      'validation · /endDate end-before-start',
    ],
    [
      'a coach who looks on',
      { coacheeIds: ['ben'], coachId: 'ada', spectatorIds: ['ada'] },
      'validation · /spectatorIds/0 spectator-takes-part',
    ],
    [
      'an unknown invoicing method',
      { coacheeIds: ['ben'], coachId: 'ada', coachInvoicingMethodId: 'x' },
      'validation · /coachInvoicingMethodId unknown-method',
    ],
    [
      'a field nobody knows',
      { coacheeIds: ['ben'], coachId: 'ada', couch: 'x' },
      'unknown-field · /couch unknown-field',
    ],
    [
      'what can only be read',
      { coacheeIds: ['ben'], coachId: 'ada', status: 'active' },
      'read-only-field · /status read-only-field',
    ],
  ];
  for (const [what, draft, wanted] of refusals) {
    it(`refuses ${what}`, async () => {
      const dora = scene([], { groups: [{ id: 'none', name: 'Nobody', memberIds: [], version: 1 }] }).as('dora');
      await dora.templates.create({ id: 'rooms', name: 'Rooms', content: { kind: 'room', sections: [] } });
      assert.equal(await refusalOf(dora.engagements.create(draft as never)), wanted);
      assert.deepEqual((await dora.engagements.list()).items, []);
    });
  }

  it('is for admins', async () => {
    const draft = { coacheeIds: ['ben'], coachId: 'ada' };
    for (const who of ['ada', 'ben', 'gus']) {
      assert.equal(await refusalOf(scene().as(who).engagements.create(draft)), 'forbidden · engagement-admin');
    }
  });
});

describe('An engagement', () => {
  const seenBy = async (world: Awaited<ReturnType<typeof engagementScene>>) => {
    const seeing = [];
    for (const who of ['dora', 'ada', 'eve', 'ben', 'fay', 'ivy']) {
      const found = await world.as(who).engagements.list();
      if (found.items.length > 0) {
        seeing.push(who);
        assert.equal((await world.as(who).engagements.get(world.made.id)).role, found.items[0]?.role);
      } else assert.equal(await refusalOf(world.as(who).engagements.get(world.made.id)), 'not-found');
    }
    return seeing.join(' ');
  };

  it('is seen by admins in draft, by coach and spectators once active, by coachees while shared', async () => {
    const world = await engagementScene('draft', { spectatorIds: ['eve'] });
    const dora = world.as('dora');
    assert.equal(await seenBy(world), 'dora');
    await dora.engagements.activate(world.made.id);
    assert.equal(await seenBy(world), 'dora ada eve');
    await dora.engagements.share(world.made.id);
    assert.equal(await seenBy(world), 'dora ada eve ben');
    await dora.engagements.unshare(world.made.id);
    assert.equal(await seenBy(world), 'dora ada eve');
  });

  it('is active or shared once: again it is answered unchanged', async () => {
    const { as, made } = await engagementScene('draft');
    const dora = as('dora');
    const active = await dora.engagements.activate(made.id);
    assert.deepEqual(await dora.engagements.activate(made.id), active);
    const shared = await dora.engagements.share(made.id);
    assert.equal(shared.version, active.version + 1);
    assert.deepEqual(await dora.engagements.share(made.id), shared);
    const unshared = await dora.engagements.unshare(made.id);
    assert.deepEqual(await dora.engagements.unshare(made.id), unshared);
    assert.equal(unshared.status, 'active');
  });

  it('is not shared while it is a draft', async () => {
    const { as, made } = await engagementScene('draft');
    const failure = await failureOf(as('dora').engagements.share(made.id));
    assert.equal(failure.code, 'engagement-draft');
  });

  it('is changed by admins alone, on the version they saw, or on other fields than were changed since', async () => {
    const { as, made } = await engagementScene('active');
    const dora = as('dora');
    const seen = await dora.engagements.get(made.id);
    await dora.engagements.update(made.id, { title: 'Leading better' }, { version: seen.version });
    const late = { version: seen.version };
    const failure = await failureOf(dora.engagements.update(made.id, { endDate: null }, late));
    assert.equal(failure.code, 'version-conflict');
    assert.equal((failure.current as { title: string }).title, 'Leading better');
    const merged = await dora.engagements.update(made.id, { endDate: null }, { ...late, base: seen });
    assert.deepEqual([merged.title, merged.endDate, merged.version], ['Leading better', null, seen.version + 2]);
    const clash = dora.engagements.update(made.id, { title: 'Otherwise' }, { ...late, base: seen });
    assert.equal((await failureOf(clash)).code, 'version-conflict');
    const coach = as('ada').engagements.update(made.id, { title: 'x' }, { version: 1 });
    assert.equal(await refusalOf(coach), 'forbidden · engagement-admin');
    const none = dora.engagements.update(made.id, { title: 'x' }, {} as never);
    assert.equal((await failureOf(none)).code, 'precondition-required');
  });

  it('moves what rests on its start with it, the actions too, in one step', async () => {
    const { as, made } = await engagementScene();
    const dora = as('dora');
    const { version } = await dora.engagements.get(made.id);
    const moved = await dora.engagements.update(made.id, { startDate: '2026-05-18' }, { version });
    const due = moved.items.map((item) => (item.locked ? null : (item.due?.date ?? null)));
    assert.deepEqual(due, [null, null, null, null, '2026-06-01', null, null]);
    const [action] = (await as('ben').actions.list({ context: 'engagement' })).items;
    assert.deepEqual([action?.due?.date, action?.due?.basis, action?.version], ['2026-06-01', 'settled', 2]);
    const [, , deck] = moved.items;
    assert.ok(deck && !deck.locked && deck.release?.type === 'on');
    assert.equal(deck.release.date, '2026-05-23');
    assert.equal(deck.version, 3, 'scheduled with the activation, moved with the start');
  });

  it('is gone from every portal once deleted, its actions too, and comes back for its deleter', async () => {
    const world = await engagementScene('shared', { spectatorIds: ['eve'] });
    const dora = world.as('dora');
    const { version } = await dora.engagements.get(world.made.id);
    await dora.engagements.remove(world.made.id, { version });
    assert.equal(await seenBy(world), '');
    for (const who of ['dora', 'ada', 'ben', 'eve'])
      assert.deepEqual((await world.as(who).actions.list({ context: 'engagement' })).items, []);
    assert.equal(await refusalOf(world.as('ada').engagements.restore(world.made.id)), 'forbidden · deleter-only');
    assert.equal(await refusalOf(world.as('fay').engagements.restore(world.made.id)), 'not-found');
    await dora.engagements.restore(world.made.id);
    assert.equal(await seenBy(world), 'dora ada eve ben');
    assert.equal((await world.as('ben').actions.list({ context: 'engagement' })).items.length, 1);
  });

  it('does not come back after 30 days', async () => {
    const world = await engagementScene();
    const { version } = await world.as('dora').engagements.get(world.made.id);
    await world.as('dora').engagements.remove(world.made.id, { version });
    world.wait(30 * 86_400_000 + 1);
    assert.equal(await refusalOf(world.as('dora').engagements.restore(world.made.id)), 'not-found');
  });

  it('tells coach and firm their own rates', async () => {
    const world = scene();
    const dora = world.as('dora');
    const method = (name: string, amount: string) => ({ name, amount, currency: 'EUR', per: 'hour' as const });
    const coach = await dora.invoicingMethods.create(method('Coach', '120.50'));
    const firm = await dora.invoicingMethods.create(method('Firm', '199'));
    const made = await makeEngagement(dora, 'shared', {
      coachInvoicingMethodId: coach.id,
      coacheeInvoicingMethodId: firm.id,
      spectatorIds: ['eve'],
    });
    const told = async (who: string) => {
      const { coachRate, coacheeRate } = await world.as(who).engagements.get(made.id);
      return [coachRate?.amount ?? null, coacheeRate?.amount ?? null];
    };
    assert.deepEqual(await told('dora'), ['120.50', '199']);
    assert.deepEqual(await told('ada'), ['120.50', null]);
    assert.deepEqual(await told('ben'), [null, null]);
    assert.deepEqual(await told('eve'), [null, null]);
  });

  it('lets a guest know its coach and its coachees, and nobody else by it', async () => {
    const world = await engagementScene('shared', {
      coacheeIds: ['ben', 'ivy'],
      mode: 'shared',
      spectatorIds: ['eve'],
    });
    const names = async () => (await world.as('ivy').people.list()).items.map(({ id }) => id);
    assert.deepEqual(await names(), ['ada', 'ben', 'ivy']);
    await world.as('dora').engagements.unshare(world.made.id);
    assert.deepEqual(await names(), ['ivy']);
  });
});

describe('Invoicing methods', () => {
  it('are for admins', async () => {
    for (const who of ['ada', 'gus']) {
      assert.equal(await refusalOf(scene().as(who).invoicingMethods.list()), 'forbidden · invoicing-admin');
    }
  });

  it('have a currency there is, and a sum', async () => {
    const dora = scene().as('dora');
    const write = (more: object) =>
      refusalOf(
        dora.invoicingMethods.create({ name: 'x', amount: '1', currency: 'EUR', per: 'hour', ...more } as never),
      );
    assert.equal(await write({ currency: 'XXX' }), 'validation · /currency invalid');
    assert.equal(await write({ amount: '1,5' }), 'validation · /amount invalid');
    assert.equal(await write({ per: 'week' }), 'validation · /per choice');
  });
});

describe('An export', () => {
  const text = async (file: Promise<{ data: Blob }>) => (await file).data.text();

  it('is a row for each item with its engagement, formulas inert', async () => {
    const world = scene();
    const dora = world.as('dora');
    await makeEngagement(dora, 'shared', { title: '=HYPERLINK("x")' });
    const { results } = await dora.engagements.create({ coacheeIds: ['gus'], coachId: 'ada', title: 'Empty' });
    assert.equal(results.length, 1);
    const { data } = await dora.engagements.export();
    assert.deepEqual([...new Uint8Array(await data.slice(0, 3).arrayBuffer())], [0xef, 0xbb, 0xbf]);
    const [head, ...rows] = (await data.text()).split('\r\n').slice(0, -1);
    assert.match(head ?? '', /^Engagement,Status,Shared,Coach,/);
    assert.equal(rows.length, 8);
    assert.ok(rows.slice(0, 7).every((row) => row.startsWith('"\'=HYPERLINK(""x"")",Active,')));
    assert.match(rows[7] ?? '', /^Empty,Draft,,ada,gus,/);
  });

  it('tells days on the engagement’s own clock', async () => {
    const dora = scene().as('dora');
    await makeEngagement(dora, 'shared', { timeZone: 'Pacific/Kiritimati' });
    const quiz = (await text(dora.engagements.export())).split('\r\n').find((row) => row.includes('Where you stand'));
    assert.match(quiz ?? '', /,Where you stand,Assessment,Scheduled,2026-05-16,/);
  });

  it('takes the list’s filters', async () => {
    const dora = scene().as('dora');
    await makeEngagement(dora, 'shared', { title: 'Shared one' });
    await dora.engagements.create({ coacheeIds: ['gus'], coachId: 'ada', title: 'Drafted one' });
    assert.doesNotMatch(await text(dora.engagements.export({ status: 'active' })), /Drafted/);
    assert.doesNotMatch(await text(dora.engagements.export({ coachee: 'gus' })), /Shared one/);
  });

  it('is for admins, in a format that is offered', async () => {
    const { as } = await engagementScene();
    for (const who of ['ada', 'ben', 'fay'])
      assert.equal(await refusalOf(as(who).engagements.export()), 'forbidden · engagement-admin');
    assert.deepEqual(as('dora').exportFormats, ['csv']);
    assert.equal(
      await refusalOf(as('dora').engagements.export({ format: 'xlsx' })),
      'validation · /format not-offered',
    );
  });
});
