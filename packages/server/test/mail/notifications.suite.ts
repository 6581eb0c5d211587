// What people are told, over HTTP and by e-mail (rulebook §5, §7): the same as in memory; each message once, whatever fails, starts
// again or runs twice; none of what was taken back, and none to anybody else.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementRecord, Person } from '@followthrough/core/schema';
import fc from 'fast-check';
import { sql } from 'kysely';
import { person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { inWorkspace } from '../../src/database/tenant.ts';
import { smtpMailer } from '../../src/mail/mailer.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { engagementOf, engagementWorld } from '../support/engagement-world.ts';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';
import { newKey, type Service, startService } from '../support/service.ts';

export const notificationsSuite: Suite = { title: 'What people are told', tests };

const HOLD = 15_000;
const MINUTE = 60_000;
const FROM = 'Acme <no-reply@acme.example>';
const LINK = 'https://portal.example/{role}/{id}';

/** The plain text of a message's body. */
function plain(body: string): string {
  const end = body.indexOf('text/html');
  const text = body
    .slice(0, end)
    .replaceAll('\r\n', '\n')
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(text, 'latin1').toString('utf8');
}

function tests(engine: Engine): void {
  let sink: MailSink;
  let service: Service;
  const running: { stop(): Promise<void> }[] = [];

  before(async () => {
    sink = await startMailSink();
  });
  after(() => sink.stop());
  beforeEach(async () => {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, engagementWorld());
    sink.arrived.length = 0;
    sink.refusals.length = sink.senders.length = 0;
    service = await serviceTo(sink.url);
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  async function serviceTo(url: string): Promise<Service> {
    const mailer = smtpMailer(url, FROM);
    const started = await startService(engine.database, { mail: { mailer, link: LINK, hold: HOLD } });
    running.push({
      async stop() {
        mailer.close();
        await started.stop();
      },
    });
    return started;
  }

  const as = (personId: string): Backend =>
    createClient({ baseUrl: service.url, getToken: () => service.token(personId) });
  const seeds = async (more: { people?: Person[]; engagements?: EngagementRecord[] }) => {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(
      engine.database,
      engagementWorld({ ...more, people: [...snapshot().people, ...(more.people ?? [])], items: [] }),
    );
  };
  const recipients = () => sink.arrived.flatMap((message) => message.recipients).sort();
  const later = (time: number) => void (service.clock.now += time);
  const states = async () => {
    const { rows } = await sql<{
      state: string;
    }>`select state from mail where workspace_id = 'acme' order by state`.execute(engine.database.query);
    return rows.map(({ state }) => state);
  };

  describe('over HTTP', () => {
    it('is offered, counted, listed, read, and chosen', async () => {
      const { body } = await service.call('GET', '/', { as: null });
      assert.ok((body as { profiles: string[] }).profiles.includes('notifications'));
      assert.deepEqual((await as('ben').me()).notifies, ['platform', 'email']);
      assert.equal((await as('ben').me()).unreadCount, 0);

      await as('dora').engagements.share('active');
      const { items } = await as('ben').notifications.list();
      assert.deepEqual(
        items.map(({ kind, by, engagement, readAt }) => ({ kind, by, engagement, readAt })),
        [
          {
            kind: 'engagement.shared',
            by: 'dora',
            engagement: { id: 'active', title: 'Programme active' },
            readAt: null,
          },
        ],
      );
      assert.equal((await as('ben').me()).unreadCount, 1);
      assert.equal((await as('eve').notifications.list()).items.length, 0);

      const [told] = items;
      assert.ok(told);
      await as('ben').notifications.read(told.id);
      assert.equal((await as('ben').me()).unreadCount, 0);
      await as('ada').notifications.readAll();
      assert.equal((await as('ada').me()).unreadCount, 0);
      assert.equal((await as('ada').notifications.list({ unread: true, count: true })).count, 0);

      await as('ben').preferences.replace({ channels: { 'engagement.shared': [] } });
      assert.deepEqual((await as('ben').preferences.get()).channels['engagement.shared'], []);
      assert.deepEqual((await as('ada').preferences.get()).channels['engagement.shared'], ['platform', 'email']);
    });

    it('is told once of an intent that is sent again, and of people who share at the same moment', async () => {
      const key = newKey();
      await service.call('POST', '/engagements/active/share', { as: 'dora', key });
      const again = await service.call('POST', '/engagements/active/share', { as: 'dora', key });
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      await service.call('POST', '/engagements/active/unshare', { as: 'dora' });
      await Promise.all(
        Array.from({ length: 6 }, () => service.call('POST', '/engagements/active/share', { as: 'dora' })),
      );
      assert.equal((await as('ben').notifications.list({ count: true })).count, 1);
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from notification where workspace_id = 'acme' and person_id = 'ben'
      `.execute(engine.database.query);
      // One row a sharing; PGlite and PostgreSQL let their owner's own role see none but through a workspace.
      assert.ok((rows[0]?.count ?? 0) <= 2);
    });

    const wrong: [string, string, unknown, number, string][] = [
      ['a mark that names nothing', '/notifications/read', { upTo: 'nothing' }, 404, 'not-found'],
      ['a mark with what it does not know', '/notifications/read', { until: '2026-01-01' }, 422, 'unknown-field'],
      ['a notification that there is not', '/notifications/nothing/read', undefined, 404, 'not-found'],
      ['a kind that there is not', '/me/preferences', { channels: { 'engagement.won': [] } }, 422, 'unknown-field'],
      [
        'a channel that there is not',
        '/me/preferences',
        { channels: { 'engagement.shared': ['fax'] } },
        422,
        'validation',
      ],
    ];
    for (const [name, path, body, status, problem] of wrong) {
      it(`refuses ${name}`, async () => {
        const reply = await service.call('PUT', path, { as: 'ben', ...(body === undefined ? {} : { body }) });
        assert.deepEqual([reply.status, reply.problem], [status, problem]);
      });
    }

    it('says nothing of engagements that a token is not narrowed to', async () => {
      await as('dora').engagements.share('active');
      const detail = (id: string) => ({ authorization_details: [{ type: 'engagement', id }] });
      const narrowedTo = (id: string) =>
        createClient({ baseUrl: service.url, getToken: () => service.token('ben', detail(id)) });
      assert.equal((await narrowedTo('active').notifications.list()).items.length, 1);
      assert.equal((await narrowedTo('shared').notifications.list()).items.length, 0);
      assert.equal((await narrowedTo('shared').me()).unreadCount, 0);
      await narrowedTo('shared').notifications.readAll();
      assert.equal((await narrowedTo('active').me()).unreadCount, 1);
    });
  });

  describe('by e-mail', () => {
    it('goes to coach and coachees, once, and only after it was held back', async () => {
      await as('dora').engagements.bulk({ operation: 'activateAndShare', ids: ['draft'] });
      assert.equal(await service.app.sendMail(), 0);
      later(HOLD);
      assert.equal(await service.app.sendMail(), 2);
      assert.deepEqual(recipients(), ['ada@example.com', 'ben@example.com']);
      assert.equal(await service.app.sendMail(), 0);
      // Another server, and the same one started again, on the same database.
      const other = await serviceTo(sink.url);
      other.clock.now = service.clock.now + 24 * 60 * MINUTE;
      assert.equal(await other.app.sendMail(), 0);
      assert.equal(sink.arrived.length, 2);
      assert.deepEqual(await states(), ['sent', 'sent']);
    });

    it('says who did what and where it is, to a coachee and to a coach', async () => {
      await as('dora').engagements.share('active');
      later(HOLD);
      await service.app.sendMail();
      const to = (address: string) => sink.arrived.find((message) => message.recipients.includes(address));
      const [ben, ada] = [to('ben@example.com'), to('ada@example.com')];
      assert.ok(ben && ada);
      assert.deepEqual(ben.headers.get('from'), [FROM]);
      assert.deepEqual(ben.headers.get('to'), ['ben <ben@example.com>']);
      assert.deepEqual(ben.headers.get('subject'), ['Programme active is shared with you']);
      assert.deepEqual(ada.headers.get('subject'), ['Programme active is shared with ben']);
      assert.match(ben.headers.get('message-id')?.[0] ?? '', /^<[\w-]+@acme\.example>$/);
      assert.match(ben.body, /https:\/\/portal\.example\/coachee\/active/);
      assert.match(ada.body, /https:\/\/portal\.example\/coach\/active/);
    });

    it('tells a person in one message what was shared at one stroke', async () => {
      const people = ['p0', 'p1', 'p2', 'p3'].map((id) => person(id));
      const engagements = [
        engagementOf('active', 'one', { title: 'Leading', coacheeIds: ['p0', 'p1', 'p2', 'p3'] }),
        engagementOf('active', 'two', { title: 'Sparring', coacheeIds: ['p0'] }),
        engagementOf('draft', 'three', { title: 'Starting', coacheeIds: ['p0'] }),
      ];
      await seeds({ people, engagements });
      await as('dora').engagements.bulk({ operation: 'share', ids: ['one', 'two'] });
      await as('dora').engagements.activate('three');
      await as('dora')
        .engagements.share('two')
        .catch(() => undefined);
      later(HOLD);
      assert.equal(await service.app.sendMail(), 5);
      const to = (id: string) => sink.arrived.filter(({ recipients: of }) => of.includes(`${id}@example.com`));
      const [toCoach] = to('ada');
      const text = plain(toCoach?.body ?? '');
      assert.deepEqual(toCoach?.headers.get('subject'), ['News of 3 engagements']);
      assert.match(text, /dora shared 2 coaching engagements with their coachees\./);
      assert.match(
        text,
        /- Leading, with p0, p1, p2 and 1 more\nhttps:\/\/portal\.example\/coach\/one\n- Sparring, with p0\n/,
      );
      assert.match(text, /dora made the coaching engagement “Starting” with p0 active\./);
      assert.deepEqual(to('p0')[0]?.headers.get('subject'), ['2 engagements are shared with you']);
      assert.deepEqual(to('p3')[0]?.headers.get('subject'), ['Leading is shared with you']);
    });

    it('is not sent where it was taken back meanwhile, and is sent of sharing again', async () => {
      await as('dora').engagements.share('active');
      await as('dora').engagements.unshare('active');
      later(HOLD);
      assert.equal(await service.app.sendMail(), 0);
      assert.deepEqual(await states(), ['dropped', 'dropped']);
      await as('dora').engagements.share('active');
      later(HOLD);
      assert.equal(await service.app.sendMail(), 2);
      assert.equal(await service.app.sendMail(), 0);
    });

    it('goes only where it is wanted', async () => {
      await as('ben').preferences.replace({ channels: { 'engagement.shared': ['platform'] } });
      await as('dora').engagements.share('active');
      await as('ada').preferences.replace({ channels: { 'engagement.shared': ['platform'] } });
      later(HOLD);
      assert.equal(await service.app.sendMail(), 0);
      assert.equal((await as('ben').notifications.list()).items.length, 1);
    });

    it('is tried again later where it was refused for now, and arrives once', async () => {
      sink.refusals.push(451, 451);
      await as('dora').engagements.share('active');
      later(HOLD);
      assert.equal(await service.app.sendMail(), 0);
      assert.equal(await service.app.sendMail(), 0);
      later(4 * MINUTE);
      assert.equal(await service.app.sendMail(), 0, 'it is tried too early');
      later(MINUTE);
      assert.equal(await service.app.sendMail(), 2);
      assert.deepEqual(recipients(), ['ada@example.com', 'ben@example.com']);
    });

    it('is given up where it was refused for good', async () => {
      sink.refusals.push(550);
      await as('dora').engagements.share('active');
      later(HOLD);
      assert.equal(await service.app.sendMail(), 1);
      later(48 * 60 * MINUTE);
      assert.equal(await service.app.sendMail(), 0);
      assert.deepEqual(await states(), ['failed', 'sent']);
      assert.ok(service.logged.some(({ message }) => message === 'mail failed'));
    });

    it('waits where it is the sender that the mail server refuses: that can be mended', async () => {
      sink.senders.push(550, 530);
      await as('dora').engagements.share('active');
      later(HOLD);
      assert.equal(await service.app.sendMail(), 0);
      assert.deepEqual(await states(), ['waiting', 'waiting']);
      later(5 * MINUTE);
      assert.equal(await service.app.sendMail(), 2);
    });

    it('waits for a mail server that is away, for about two days', async () => {
      const gone = await startMailSink();
      await gone.stop();
      const cut = await serviceTo(gone.url);
      await as('dora').engagements.share('active');
      cut.clock.now = service.clock.now + HOLD;
      assert.equal(await cut.app.sendMail(), 0);
      assert.deepEqual(await states(), ['waiting', 'waiting']);
      service.clock.now = cut.clock.now + 5 * MINUTE;
      assert.equal(await service.app.sendMail(), 2);

      await as('dora').engagements.share('shared');
      await as('dora').engagements.unshare('shared');
      await as('dora').engagements.share('shared');
      cut.clock.now = service.clock.now + HOLD;
      for (let round = 0; round < 14; round++) {
        await cut.app.sendMail();
        cut.clock.now += 6 * 60 * MINUTE;
      }
      assert.deepEqual(await states(), ['failed', 'failed', 'sent', 'sent']);
    });

    it('arrives once each where two servers send at the same moment', async () => {
      const people = Array.from({ length: 40 }, (_, at) => person(`p${at}`));
      const engagements = people.map(({ id }) => engagementOf('active', `e-${id}`, { coacheeIds: [id] }));
      await seeds({ people, engagements });
      await as('dora').engagements.bulk({ operation: 'share', ids: engagements.map(({ id }) => id) });
      const other = await serviceTo(sink.url);
      later(HOLD);
      other.clock.now = service.clock.now;
      await Promise.all([service.app.sendMail(), other.app.sendMail(), service.app.sendMail()]);
      const to = recipients().filter((address) => address.startsWith('p'));
      assert.deepEqual(to, people.map(({ email }) => email).sort());
      // Their coach is told of each once, in a message or two.
      const toCoach = sink.arrived.filter((message) => message.recipients.includes('ada@example.com'));
      const links = toCoach.flatMap(
        ({ body }) => plain(body).match(/https:\/\/portal\.example\/coach\/e-p\d+$/gm) ?? [],
      );
      assert.deepEqual(links.sort(), engagements.map(({ id }) => `https://portal.example/coach/${id}`).sort());
      assert.ok(toCoach.length <= 2);
    });

    it('goes to one address and says what it says, whatever people are called', async () => {
      const hostile = fc.oneof(
        fc
          .string({ unit: 'binary', minLength: 1, maxLength: 60 })
          .filter((text) => text.isWellFormed() && !text.includes('\0')),
        fc.constantFrom(
          'x\r\nBcc: eve@evil.example',
          'x\nSubject: y',
          'x%0aBcc: eve@evil.example',
          'x\u2028Bcc: eve@evil.example',
          '"a@evil.example" <b@evil.example>, c@evil.example',
          '=?utf-8?B?WA==?=',
          '<script>alert(1)</script>',
          'Zoë 🎯, Ltd.',
        ),
      );
      // A title is one line.
      const anyTitle = hostile.map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim() || 'Untitled');
      const address = fc.constantFrom(
        'fine@ok.example',
        'a@ok.example, b@evil.example',
        '"a@b"@ok.example',
        'a@ok.example\r\nRCPT TO:<b@evil.example>',
        'a@ok.example(comment)',
        'nobody',
        '',
      );
      await fc.assert(
        fc.asyncProperty(hostile, anyTitle, address, async (name, title, email) => {
          const people = [person('zoe', { name, email })];
          await seeds({ people, engagements: [engagementOf('active', 'of-zoe', { title, coacheeIds: ['zoe'] })] });
          sink.arrived.length = 0;
          await as('dora').engagements.share('of-zoe');
          later(HOLD);
          await service.app.sendMail();
          const expected = ['ada@example.com', ...(email === 'fine@ok.example' ? [email] : [])].sort();
          assert.deepEqual(recipients(), expected);
          const names = [
            'auto-submitted',
            'content-type',
            'date',
            'from',
            'message-id',
            'mime-version',
            'subject',
            'to',
          ];
          for (const { headers, body, recipients: of } of sink.arrived) {
            assert.deepEqual([...headers.keys()].sort(), names);
            for (const [header, values] of headers) assert.equal(values.length, 1, header);
            assert.ok(headers.get('to')?.[0]?.endsWith(`<${of[0] ?? ''}>`) || headers.get('to')?.[0] === of[0]);
            assert.ok(!body.slice(body.indexOf('text/html')).includes('<script'));
          }
        }),
        { numRuns: engine.full ? 500 : 25 },
      );
    });

    it('ends with the message that is on its way where the server stops', async () => {
      const people = ['p0', 'p1', 'p2'].map((id) => person(id));
      await seeds({ people, engagements: [engagementOf('active', 'one', { coacheeIds: ['p0', 'p1', 'p2'] })] });
      await as('dora').engagements.share('one');
      later(HOLD);
      const stopping = new AbortController();
      const round = service.app.sendMail({ signal: stopping.signal });
      stopping.abort();
      assert.equal(await round, 1);
      assert.equal(await service.app.sendMail(), 3);
      assert.equal(new Set(recipients()).size, 4);
      assert.equal(recipients().length, 4);
    });

    it('is no tenant’s to read', async () => {
      const reading = inWorkspace(engine.database, 'acme', (query) => sql`select * from mail`.execute(query));
      if (engine.database.tenantRole !== null) await assert.rejects(reading, /permission denied/);
      else await reading;
    });

    it('goes with its workspace, and is forgotten with time', async () => {
      await as('dora').engagements.share('active');
      later(HOLD);
      await service.app.sendMail();
      later(181 * 24 * 60 * MINUTE);
      await service.app.tidy();
      assert.deepEqual(await states(), []);
      assert.equal((await as('ben').notifications.list()).items.length, 0);
      await as('dora').engagements.share('shared');
      await removeWorkspace(engine.database, 'acme');
      assert.deepEqual(await states(), []);
    });
  });

  it('tells people on the platform alone where no e-mail is sent', async () => {
    const plain = await startService(engine.database);
    running.push(plain);
    const dora = createClient({ baseUrl: plain.url, getToken: () => plain.token('dora') });
    assert.deepEqual((await dora.me()).notifies, ['platform']);
    await dora.engagements.share('active');
    assert.deepEqual(await states(), []);
    assert.equal((await as('ben').notifications.list()).items.length, 1);
  });
}
