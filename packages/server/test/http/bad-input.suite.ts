// Whatever is sent, the answer is a problem that says where and what, and nothing is written (issue "bad input"; api.md
// R-G-3, R-X-1, R-D-1). Text that looks dangerous is text: it is kept and given back unchanged.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Action } from '@followthrough/core/schema';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService, type TestRequest } from '../support/service.ts';
import { acme, action, closed, dueOn, inDays, shared } from '../support/world.ts';

export const badInputSuite: Suite = { title: 'Bad input', tests };

interface Fault {
  pointer: string;
  code: string;
}

const personal = (fields: object = {}) => ({ context: { type: 'personal' }, title: 'Call Ann', ...fields });
const ofRelationship = (fields: object = {}) => ({
  context: { type: 'relationship', relationshipId: 'mia-rob' },
  title: 'Call Ann',
  assignee: { type: 'person', personId: 'rob' },
  due: fixed('2026-06-01'),
  ...fields,
});
const fixed = (date: unknown) => ({ rule: { type: 'fixed', date } });

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    const actions = [
      action('own', { due: dueOn(inDays(2)) }),
      action('overdue', { due: dueOn(inDays(-2)) }),
      closed(action('finished', { due: dueOn(inDays(-2)) }), 'done', inDays(-3)),
      action('of-nia', { createdBy: 'nia' }),
      shared('shared'),
    ];
    await seedWorkspace(engine.database, acme({ actions }));
    service = await startService(engine.database);
  });
  after(() => service.stop());

  const creations: [name: string, body: object, problem: string, ...faults: string[]][] = [
    ['an empty title', personal({ title: '' }), 'validation', '/title'],
    ['a title of white space', personal({ title: ' \u00a0\u3000' }), 'validation', '/title'],
    ['a title of 501 characters', personal({ title: 'x'.repeat(501) }), 'validation', '/title'],
    ['a title of 501 emoji', personal({ title: '🎯'.repeat(501) }), 'validation', '/title'],
    ['a title with NUL', personal({ title: 'a\0b' }), 'validation', '/title'],
    ['a title with a line break', personal({ title: 'a\nb' }), 'validation', '/title'],
    ['a title with a control character', personal({ title: 'a\u0085b' }), 'validation', '/title'],
    ['a title that is a number', personal({ title: 7 }), 'validation', '/title'],
    ['a title that is null', personal({ title: null }), 'validation', '/title'],
    ['no title', { context: { type: 'personal' } }, 'validation', '/title'],
    ['a description of 10,001 characters', personal({ description: 'x'.repeat(10_001) }), 'validation', '/description'],
    ['a description with NUL', personal({ description: 'a\0' }), 'validation', '/description'],
    ['30 February', personal({ due: fixed('2026-02-30') }), 'validation', '/due/rule/date'],
    ['29 February of a common year', personal({ due: fixed('2100-02-29') }), 'validation', '/due/rule/date'],
    ['a month 13', personal({ due: fixed('2026-13-01') }), 'validation', '/due/rule/date'],
    ['the day before 1970', personal({ due: fixed('1969-12-31') }), 'validation', '/due/rule/date'],
    ['the day after 2199', personal({ due: fixed('2200-01-01') }), 'validation', '/due/rule/date'],
    ['a date with a time', personal({ due: fixed('2026-05-15T00:00:00Z') }), 'validation', '/due/rule/date'],
    ['a date in words', personal({ due: fixed('tomorrow') }), 'validation', '/due/rule/date'],
    ['a date that is a number', personal({ due: fixed(20260515) }), 'validation', '/due/rule/date'],
    [
      'a relative date of a personal action',
      personal({ due: { rule: { type: 'relative', amount: 1, unit: 'day', anchor: { type: 'roomCreated' } } } }),
      'validation',
      '/due/rule',
    ],
    [
      'an assignee who is not in the relationship',
      ofRelationship({ assignee: { type: 'person', personId: 'sam' } }),
      'validation',
      '/assignee',
    ],
    [
      'a viewer as the assignee',
      ofRelationship({ assignee: { type: 'person', personId: 'vic' } }),
      'validation',
      '/assignee',
    ],
    ['a company as the assignee', ofRelationship({ assignee: { type: 'company' } }), 'validation', '/assignee'],
    ['no assignee in a relationship', ofRelationship({ assignee: null }), 'validation', '/assignee'],
    ['no due date in a relationship', ofRelationship({ due: null }), 'validation', '/due'],
    [
      'someone else’s name on a personal action',
      personal({ assignee: { type: 'person', personId: 'rob' } }),
      'validation',
      '/assignee',
    ],
    [
      'a meeting that is not there',
      ofRelationship({ context: { type: 'relationship', relationshipId: 'mia-rob', meetingId: 'never' } }),
      'validation',
      '/context/meetingId',
    ],
    ['no context', { title: 'x' }, 'validation', '/context'],
    ['an unknown context', personal({ context: { type: 'dream' } }), 'validation', '/context/type'],
    [
      'a room',
      personal({ context: { type: 'engagement', engagementId: 'e', itemId: 'i' } }),
      'validation',
      '/context/type',
    ],
    ['a list instead of an object', [], 'validation', ''],
    ['an id that is none', personal({ id: 'a/b' }), 'validation', '/id'],
    ['an unknown field', personal({ titel: 'x' }), 'unknown-field', '/titel'],
    [
      'an unknown field within',
      personal({ due: { rule: { type: 'fixed', date: '2026-06-01', time: '9' } } }),
      'unknown-field',
      '/due/rule/time',
    ],
    ['a field that is only read', personal({ status: 'done' }), 'read-only-field', '/status'],
    [
      'fields that are only read',
      personal({ version: 3, may: {}, createdBy: 'rob', updatedBy: 'rob' }),
      'read-only-field',
      '/version',
      '/may',
      '/createdBy',
      '/updatedBy',
    ],
    ['a date’s basis', personal({ due: { ...fixed('2026-06-01'), basis: 'fixed' } }), 'read-only-field', '/due/basis'],
    [
      'an own __proto__',
      JSON.parse('{"context":{"type":"personal"},"title":"x","__proto__":{"admin":true}}') as object,
      'unknown-field',
      '/__proto__',
    ],
  ];
  describe('is refused with its place, on create:', () => {
    for (const [name, body, problem, ...pointers] of creations) {
      it(name, async () => {
        const reply = await service.call('POST', '/actions', { body });
        assert.deepEqual([reply.status, reply.problem], [422, problem]);
        const { errors } = reply.body as { errors: Fault[] };
        for (const pointer of pointers)
          assert.ok(
            errors.some((fault) => fault.pointer === pointer),
            JSON.stringify(errors),
          );
      });
    }

    it('half a surrogate pair, as JSON can write it', async () => {
      const reply = await service.call('POST', '/actions', {
        raw: String.raw`{"context":{"type":"personal"},"title":"a\ud800b"}`,
      });
      assert.equal(reply.problem, 'validation');
      assert.deepEqual(
        (reply.body as { errors: Fault[] }).errors.map(({ pointer }) => pointer),
        ['/title'],
      );
    });
  });

  const syntax: [string, TestRequest, number, string][] = [
    ['no JSON', { raw: '{"title":' }, 400, 'malformed'],
    ['bare words', { raw: 'title=x' }, 400, 'malformed'],
    ['raw NUL within a string', { raw: '{"title":"a\0b"}' }, 400, 'malformed'],
    ['bytes that are no UTF-8', { raw: Uint8Array.of(0x22, 0xff, 0xfe, 0x22) }, 400, 'malformed'],
    ['a byte order mark', { raw: '\u{FEFF}{}' }, 400, 'malformed'],
    ['more than 256 KiB', { raw: JSON.stringify(personal({ description: 'x'.repeat(262_144) })) }, 413, 'too-large'],
    [
      'a form',
      { raw: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    ['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    [
      'another charset',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'unsupported-media-type',
    ],
    ['brackets in brackets without end', { raw: '['.repeat(100_000) }, 400, 'malformed'],
    ['brackets in brackets', { raw: '['.repeat(100_000) + ']'.repeat(100_000) }, 422, 'validation'],
    ['no body at all', {}, 422, 'validation'],
    [
      'a compressed body',
      { raw: gzipSync(JSON.stringify(personal())), headers: { 'content-encoding': 'gzip' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a body that says it is compressed',
      { body: personal(), headers: { 'content-encoding': 'gzip' } },
      415,
      'unsupported-media-type',
    ],
  ];
  describe('is refused before anything is looked at:', () => {
    for (const [name, request, status, problem] of syntax) {
      it(name, async () => {
        const reply = await service.call('POST', '/actions', request);
        assert.deepEqual([reply.status, reply.problem], [status, problem]);
      });
    }

    const versions = ['1', '*', '"1", "2"', '"abc"', '"0"', '1"', '"1.5"'];
    for (const version of versions) {
      it(`the version ${version}`, async () => {
        const reply = await service.call('PATCH', '/actions/own', {
          body: { title: 'Changed' },
          headers: { 'if-match': version },
        });
        assert.deepEqual([reply.status, reply.problem], [400, 'malformed']);
        assert.match(String((reply.body as { detail: string }).detail), /If-Match: "3"/);
      });
    }

    const unread: [what: string, head: string, status: number, problem: string][] = [
      ['a host that is none', 'GET /api/v1/health HTTP/1.1\r\nHost: a b\r\n', 400, 'malformed'],
      ['no host', 'GET /api/v1/health HTTP/1.1\r\n', 400, 'malformed'],
      ['an address of no thing', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n', 400, 'malformed'],
      [
        'headers without end',
        `GET /api/v1/health HTTP/1.1\r\nHost: x\r\nCookie: ${'c'.repeat(17_000)}\r\n`,
        413,
        'too-large',
      ],
      ['another protocol', 'HELO example\r\n', 400, 'malformed'],
      ['what it expects', 'GET /api/v1/health HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n', 400, 'malformed'],
    ];
    for (const [what, head, status, problem] of unread) {
      it(`${what}, by a problem like any other`, async () => {
        const answer = await rawAnswer(service.url, `${head}\r\n`);
        assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
        assert.match(answer, /^content-type: application\/problem\+json/im);
        assert.match(answer, /^x-request-id: [0-9a-f-]{36}/im);
        assert.match(answer, /^cache-control: private, no-store/im);
        assert.match(answer, new RegExp(`"type":"https://followthrough\\.dev/problems/${problem}"`));
      });
    }

    it('no check of a load balancer that names no host', async () => {
      assert.match(await rawAnswer(service.url, 'GET /api/v1/health HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
    });

    it('a body that breaks off, which is no outage', async () => {
      const { hostname, port, pathname } = new URL(service.url);
      const head = [
        `POST ${pathname}/actions HTTP/1.1`,
        `Host: ${hostname}`,
        `Authorization: Bearer ${await service.token('mia')}`,
        'Content-Type: application/json',
        'Content-Length: 100',
      ];
      const before = service.logged.length;
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(`${head.join('\r\n')}\r\n\r\n{"title":`);
      await pause(50);
      socket.destroy();
      while (!service.logged.slice(before).some(({ message }) => message === 'request')) await pause(20);
      const lines = service.logged
        .slice(before)
        .map(({ level, message, fields }) => [level, message, fields['status']]);
      assert.deepEqual(lines, [['info', 'request', 400]]);
    });

    it('a body sent in pieces that never says how long it is', async () => {
      const piece = new TextEncoder().encode('x'.repeat(65_536));
      let pieces = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => (pieces++ < 6 ? controller.enqueue(piece) : controller.close()),
      });
      const headers = {
        authorization: `Bearer ${await service.token('mia')}`,
        'content-type': 'application/json',
        'idempotency-key': 'k'.repeat(20),
      };
      const response = await fetch(`${service.url}/actions`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      } as RequestInit);
      assert.equal(response.status, 413);
    });
  });

  const queries: [string, string, string][] = [
    ['an unknown parameter', 'colour=red', 'unknown-field'],
    ['an unknown status', 'status=late', 'validation'],
    ['an unknown order', 'sort=random', 'validation'],
    ['a page of none', 'limit=0', 'validation'],
    ['a page of more than 200', 'limit=201', 'validation'],
    ['a page of half', 'limit=1.5', 'validation'],
    ['a day that is none', 'dueFrom=2026-02-30', 'validation'],
    ['a parameter given twice', 'sort=due&sort=title', 'validation'],
    ['NUL in the words', 'query=a%00b', 'validation'],
    ['half a surrogate pair, as bytes', 'query=%ed%a0%80', 'malformed'],
    ['bytes that are no UTF-8', 'query=%ff', 'malformed'],
    ['a cursor of nobody’s', 'cursor=abcdef', 'cursor-invalid'],
    ['a context of no kind', 'context=dream', 'validation'],
    ['a cursor that is empty', 'cursor=', 'cursor-invalid'],
    ['a cursor without end', `cursor=${'a'.repeat(3000)}`, 'cursor-invalid'],
  ];
  describe('is refused in a list’s query:', () => {
    for (const [name, query, problem] of queries) {
      it(name, async () => assert.equal((await service.call('GET', `/actions?${query}`)).problem, problem));
    }

    const told: [query: string, pointer: string, code: string, message: RegExp][] = [
      ['status=TODO', '/status/0', 'choice', /^must be one of todo, overdue, /],
      ['status=todo,x', '/status/1', 'choice', /^must be one of todo, overdue, /],
      ['limit=1.5', '/limit', 'type', /^must be a whole number from 1 to 200$/],
      ['recent=1.5', '/recent', 'type', /^must be a whole number$/],
      ['dueFrom=2026-02-30', '/dueFrom', 'invalid', /^is not a day of the calendar$/],
      ['sort=random', '/sort', 'choice', /^must be one of due, -due, /],
    ];
    for (const [query, pointer, code, message] of told) {
      it(`${query}, with its place and what it must be`, async () => {
        const { errors } = (await service.call('GET', `/actions?${query}`)).body as {
          errors: { pointer: string; code: string; message: string }[];
        };
        assert.deepEqual(
          errors.map((error) => [error.pointer, error.code]),
          [[pointer, code]],
        );
        assert.match(errors[0]?.message ?? '', message);
      });
    }

    for (const path of ['/', '/health', '/ready', '/openapi.json', '/me']) {
      it(`a parameter of ${path}, which has none`, async () => {
        const reply = await service.call('GET', `${path}?x=1`);
        assert.deepEqual([reply.status, reply.problem], [422, 'unknown-field']);
      });
    }

    it('a cursor of another order, filter or caller', async () => {
      const first = await service.call('GET', '/actions?limit=1&sort=created');
      const cursor = (first.body as { next: string }).next;
      assert.equal((await service.call('GET', `/actions?limit=1&sort=created&cursor=${cursor}`)).status, 200);
      for (const [query, as] of [
        ['sort=due', 'mia'],
        ['sort=created&assignee=me', 'mia'],
        ['sort=created', 'rob'],
      ]) {
        const reply = await service.call('GET', `/actions?limit=1&${query}&cursor=${cursor}`, { as: as as string });
        assert.equal(reply.problem, 'cursor-invalid', query);
      }
    });

    it('a cursor whose place was forged', async () => {
      const first = await service.call('GET', '/actions?limit=1&sort=created');
      const scope = (
        JSON.parse(Buffer.from((first.body as { next: string }).next, 'base64url').toString()) as string[]
      )[0];
      for (const key of [Number.MAX_SAFE_INTEGER, -1, 1e300, 'x']) {
        const cursor = Buffer.from(JSON.stringify([scope, key, 'own'])).toString('base64url');
        const { status } = await service.call('GET', `/actions?limit=1&sort=created&cursor=${cursor}`);
        assert.ok(status === 200 || status === 400, `${key}: ${status}`);
      }
    });
  });

  const deeds: [string, string, string, TestRequest, number, string, string?][] = [
    [
      'editing another’s personal action',
      'PATCH',
      '/actions/of-nia',
      { body: { title: 'x' }, version: 1 },
      403,
      'forbidden',
      'personal-owner',
    ],
    [
      'closing another’s personal action',
      'PUT',
      '/actions/of-nia/state',
      { body: { state: 'done' } },
      403,
      'forbidden',
      'personal-owner',
    ],
    [
      'an edit by the report of what the manager made',
      'PATCH',
      '/actions/shared',
      { as: 'rob', body: { title: 'x' }, version: 1 },
      403,
      'forbidden',
      'action-or-relationship-creator',
    ],
    [
      'a viewer’s change',
      'PUT',
      '/actions/shared/state',
      { as: 'vic', body: { state: 'done' } },
      403,
      'forbidden',
      'manager-or-report',
    ],
    [
      'a viewer’s new action',
      'POST',
      '/actions',
      { as: 'vic', body: ofRelationship() },
      403,
      'forbidden',
      'manager-or-report',
    ],
    [
      'an admin’s new action in others’ relationship',
      'POST',
      '/actions',
      { as: 'ada', body: ofRelationship() },
      403,
      'forbidden',
      'manager-or-report',
    ],
    ['a stranger’s look', 'GET', '/actions/shared', { as: 'sam' }, 404, 'not-found'],
    ['an admin’s look at what they are no party to', 'GET', '/actions/shared', { as: 'ada' }, 404, 'not-found'],
    ['a stranger’s new action', 'POST', '/actions', { as: 'sam', body: ofRelationship() }, 404, 'not-found'],
    [
      'Not done before it is overdue',
      'PUT',
      '/actions/own/state',
      { body: { state: 'notDone' } },
      409,
      'invalid-transition',
      'not-done-only-when-overdue',
    ],
    [
      'Not done from done',
      'PUT',
      '/actions/finished/state',
      { body: { state: 'notDone' } },
      409,
      'invalid-transition',
      'reopen-first',
    ],
    [
      'a state of rooms',
      'PUT',
      '/actions/own/state',
      { body: { state: 'cancelled' } },
      409,
      'invalid-transition',
      'state-of-another-context',
    ],
    ['a state of no kind', 'PUT', '/actions/own/state', { body: { state: 'sleeping' } }, 422, 'validation'],
    ['no state', 'PUT', '/actions/own/state', { body: {} }, 422, 'validation'],
    [
      'an edit that moves it elsewhere',
      'PATCH',
      '/actions/own',
      { body: { context: { type: 'personal' } }, version: 1 },
      422,
      'read-only-field',
    ],
    ['a stale version', 'PATCH', '/actions/own', { body: { title: 'x' }, version: 7 }, 412, 'version-conflict'],
    ['no version', 'DELETE', '/actions/own', {}, 428, 'precondition-required'],
    ['no key', 'POST', '/actions', { body: personal(), key: null }, 400, 'idempotency-key-required'],
    [
      'a key that is too short',
      'POST',
      '/actions',
      { body: personal(), key: 'short' },
      400,
      'idempotency-key-required',
    ],
    ['a body where none belongs', 'POST', '/actions/own/restore', { body: { now: true } }, 422, 'unknown-field'],
    ['an id that is a path', 'GET', '/actions/..%2F..%2Fetc', {}, 404, 'not-found'],
    ['an id with NUL', 'GET', '/actions/%00', {}, 404, 'not-found'],
    ['an id that is half an escape', 'GET', '/actions/%e0%a4%a', {}, 404, 'not-found'],
    [
      'more than 500 at once',
      'POST',
      '/actions/bulk',
      { body: { operation: 'delete', ids: Array.from({ length: 501 }, (_, n) => `a${n}`) } },
      422,
      'validation',
    ],
    ['an unknown operation', 'POST', '/actions/bulk', { body: { operation: 'burn', ids: ['own'] } }, 422, 'validation'],
    [
      'a relationship with oneself',
      'POST',
      '/relationships',
      { as: 'ada', body: { managerId: 'sam', reportId: 'sam' } },
      422,
      'validation',
    ],
    [
      'a relationship of someone unknown',
      'POST',
      '/relationships',
      { as: 'ada', body: { managerId: 'mia', reportId: 'otto' } },
      422,
      'validation',
    ],
    [
      'a relationship for another',
      'POST',
      '/relationships',
      { as: 'sam', body: { managerId: 'mia', reportId: 'rob' } },
      403,
      'forbidden',
      'relationship-maker',
    ],
    [
      'a meeting at no time',
      'POST',
      '/relationships/mia-rob/meetings',
      { body: { startsAt: 'noon' } },
      422,
      'validation',
    ],
    [
      'a guest’s relationship',
      'POST',
      '/relationships',
      { as: 'gus', body: { managerId: 'gus', reportId: 'rob' } },
      403,
      'forbidden',
      'relationship-maker',
    ],
  ];
  describe('is answered with the rule or the fault:', () => {
    for (const [name, method, path, request, status, problem, rule] of deeds) {
      it(name, async () => {
        const reply = await service.call(method, path, request);
        assert.deepEqual([reply.status, reply.problem], [status, problem], JSON.stringify(reply.body));
        if (rule !== undefined) assert.equal((reply.body as { rule?: string }).rule, rule);
      });
    }

    it('an impossible state tells what it is and what it can become', async () => {
      const { body } = await service.call('PUT', '/actions/own/state', { body: { state: 'notDone' } });
      const { from, allowed } = body as { from: string; allowed: string[] };
      assert.deepEqual([from, allowed], ['todo', ['done']]);
    });

    it('a stale version gives the action as it stands', async () => {
      const { body } = await service.call('PATCH', '/actions/own', { body: { title: 'x' }, version: 7 });
      const { current, currentVersion } = body as { current: Action; currentVersion: number };
      assert.deepEqual([current.id, current.title, currentVersion], ['own', 'Action own', 1]);
    });
  });

  it('writes nothing of what was refused', async () => {
    const { body } = await service.call('GET', '/actions?count=true&limit=200');
    const page = body as { items: Action[]; count: number };
    assert.deepEqual(page.items.map(({ id }) => id).sort(), ['finished', 'of-nia', 'overdue', 'own', 'shared']);
    assert.ok(page.items.every(({ version }) => version === 1));
  });

  const texts = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    "Robert'); DROP TABLE action;--",
    'javascript:alert(1) and data:text/html,x',
    '{{constructor.constructor("alert(1)")()}}',
    '=HYPERLINK("http://evil.example")',
    '\u202egnp.exe \u200b zero\u00adwidth',
    '👩‍👩‍👧‍👦 ｆｕｌｌ ﷽',
    String.raw`back\slash \u0000 %s %00 ${'$'}{x}`,
  ];
  for (const text of texts) {
    it(`keeps ${JSON.stringify(text)} as it was written`, async () => {
      const description = `${text}\n\t${text}`;
      const made = await service.call('POST', '/actions', { body: personal({ title: text, description }) });
      assert.equal(made.status, 201);
      const { id } = made.body as Action;
      const read = (await service.call('GET', `/actions/${id}`)).body as Action;
      assert.deepEqual([read.title, read.description], [text, description]);
      const found = await service.call('GET', `/actions?query=${encodeURIComponent(text.slice(0, 40))}`);
      assert.ok((found.body as { items: Action[] }).items.some((item) => item.id === id));
    });
  }
}

/** What is answered to bytes as they are; the connection is closed after it. */
async function rawAnswer(url: string, sent: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(sent.replace(/\r\n\r\n$/, '\r\nConnection: close\r\n\r\n'));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
