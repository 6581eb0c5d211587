// Nothing crosses workspaces (rulebook §1): another tenant's ids, wherever they are put, get the very answer of ids that
// were never given, and change nothing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Action } from '@followthrough/core/schema';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { newKey, type Service, startService, type TestRequest } from '../support/service.ts';
import { acme, action, meeting, person, relationship, shared, workspace } from '../support/world.ts';

export const isolationSuite: Suite = { title: 'Workspaces', tests };

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    await seedWorkspace(engine.database, acme({ actions: [action('own'), shared('shared')] }));
    await seedWorkspace(engine.database, {
      workspace: workspace({ id: 'other', name: 'Other' }),
      people: [person('otto', { role: 'admin' }), person('olga')],
      companies: [{ id: 'other-company', name: 'Other company', version: 1 }],
      groups: [{ id: 'other-group', name: 'Other group', memberIds: ['otto'], version: 1 }],
      relationships: [relationship('otto-olga', 'otto', 'olga', { viewerIds: ['mia'] })],
      meetings: [meeting('other-meeting', 'otto-olga', { createdBy: 'otto' })],
      actions: [
        action('other-personal', { createdBy: 'otto' }),
        shared('other-shared', {
          createdBy: 'otto',
          context: { type: 'relationship', relationshipId: 'otto-olga' },
          assignee: { type: 'person', personId: 'olga' },
        }),
      ],
    });
    service = await startService(engine.database);
  });
  after(() => service.stop());

  const inRelationship = (relationshipId: string, meetingId?: string) => ({
    context: { type: 'relationship', relationshipId, ...(meetingId === undefined ? {} : { meetingId }) },
    title: 'x',
    assignee: { type: 'person', personId: 'mia' },
    due: { rule: { type: 'fixed', date: '2026-06-01' } },
  });

  const requests: [string, string, (ids: Ids) => string, (ids: Ids) => TestRequest][] = [
    ['an action read', 'GET', (ids) => `/actions/${ids.action}`, () => ({})],
    ['an action explained', 'GET', (ids) => `/actions/${ids.action}/explanation`, () => ({})],
    ['an action edited', 'PATCH', (ids) => `/actions/${ids.action}`, () => ({ body: { title: 'Mine' }, version: 1 })],
    ['an action deleted', 'DELETE', (ids) => `/actions/${ids.action}`, () => ({ version: 1 })],
    ['an action closed', 'PUT', (ids) => `/actions/${ids.action}/state`, () => ({ body: { state: 'done' } })],
    ['an action restored', 'POST', (ids) => `/actions/${ids.action}/restore`, () => ({})],
    ['a relationship read', 'GET', (ids) => `/relationships/${ids.relationship}`, () => ({})],
    [
      'a relationship edited',
      'PATCH',
      (ids) => `/relationships/${ids.relationship}`,
      () => ({ body: { viewerIds: [] }, version: 1 }),
    ],
    ['its meetings read', 'GET', (ids) => `/relationships/${ids.relationship}/meetings`, () => ({})],
    [
      'its meeting made',
      'POST',
      (ids) => `/relationships/${ids.relationship}/meetings`,
      () => ({ body: { startsAt: '2026-05-20T10:00:00Z' } }),
    ],
    ['an action made in it', 'POST', () => '/actions', (ids) => ({ body: inRelationship(ids.relationship) })],
    [
      'an action made in its meeting',
      'POST',
      () => '/actions',
      (ids) => ({ body: inRelationship('mia-rob', ids.meeting) }),
    ],
    [
      'a person assigned',
      'PATCH',
      () => '/actions/shared',
      (ids) => ({ body: { assignee: { type: 'person', personId: ids.person } }, version: 1 }),
    ],
    [
      'a person given sight',
      'PATCH',
      () => '/relationships/mia-rob',
      (ids) => ({ body: { viewerIds: [ids.person] }, version: 1 }),
    ],
    [
      'a relationship with a person',
      'POST',
      () => '/relationships',
      (ids) => ({ as: 'ada', body: { managerId: 'mia', reportId: ids.person } }),
    ],
    [
      'a list of its context',
      'GET',
      (ids) => `/actions?context=relationship:${ids.relationship}&count=true`,
      () => ({}),
    ],
    ['a list of its person', 'GET', (ids) => `/actions?assignee=${ids.person}&count=true`, () => ({})],
  ];
  interface Ids {
    action: string;
    relationship: string;
    meeting: string;
    person: string;
  }
  const theirs: Ids = { action: 'other-shared', relationship: 'otto-olga', meeting: 'other-meeting', person: 'otto' };
  const nobodys: Ids = { action: 'never-was', relationship: 'never-was', meeting: 'never-was', person: 'never' };

  describe('answer another’s id as one that never was:', () => {
    for (const [name, method, path, request] of requests) {
      it(name, async () => {
        const ask = async (ids: Ids) => {
          const { status, body, headers } = await service.call(method, path(ids), {
            ...request(ids),
            headers: { 'x-request-id': 'same' },
          });
          const told = [...headers].filter(([header]) => header !== 'date' && header !== 'ratelimit');
          return {
            status,
            told,
            text: (JSON.stringify(body) ?? '').replaceAll(ids.action, 'ID').replaceAll(ids.relationship, 'ID'),
          };
        };
        assert.deepEqual(await ask(theirs), await ask(nobodys));
      });
    }

    it('many at once', async () => {
      const ids = ['other-shared', 'never-was'];
      const { body } = await service.call('POST', '/actions/bulk', {
        body: { operation: 'setState', ids, state: 'done' },
      });
      assert.deepEqual(body, { results: ids.map((id) => ({ id, outcome: 'refused', reason: 'not-found' })) });
    });
  });

  it('list their own alone', async () => {
    const { body } = await service.call('GET', '/actions?count=true', { as: 'otto', tenant: 'other' });
    const page = body as { items: Action[]; count: number };
    assert.deepEqual([page.items.map(({ id }) => id).sort(), page.count], [['other-personal', 'other-shared'], 2]);
    for (const [path, own] of [
      ['/people', ['olga', 'otto']],
      ['/companies', ['other-company']],
      ['/groups', ['other-group']],
      ['/relationships', ['otto-olga']],
    ] as const) {
      const { items } = (await service.call('GET', path, { as: 'otto', tenant: 'other' })).body as {
        items: { id: string }[];
      };
      assert.deepEqual(items.map(({ id }) => id).sort(), own);
    }
  });

  it('keep their keys and cursors apart', async () => {
    const request = { body: { context: { type: 'personal' }, title: 'Same key' }, key: newKey() };
    const ours = await service.call('POST', '/actions', request);
    const others = await service.call('POST', '/actions', { ...request, as: 'otto', tenant: 'other' });
    assert.deepEqual([ours.status, others.status], [201, 201]);
    const { next } = (await service.call('GET', '/actions?limit=1')).body as { next: string };
    const carried = await service.call('GET', `/actions?limit=1&cursor=${next}`, { as: 'otto', tenant: 'other' });
    assert.equal(carried.problem, 'cursor-invalid');
  });

  it('refuse an id in use elsewhere just as one in use here', async () => {
    const take = (id: string) =>
      service.call('POST', '/actions', { body: { id, context: { type: 'personal' }, title: 'x' } });
    const theirId = await take('other-personal');
    const ourId = await take('shared');
    assert.deepEqual([theirId.status, theirId.body], [409, ourId.body]);
  });

  it('leave another’s things as they were', async () => {
    const { body } = await service.call('GET', '/actions/other-shared', { as: 'otto', tenant: 'other' });
    assert.deepEqual([(body as Action).title, (body as Action).version], ['Action other-shared', 1]);
  });
}
