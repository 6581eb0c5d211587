// The export of engagements over HTTP: a workbook of two sheets with cells of their own types, and comma-separated values,
// both of what the filter takes and nothing else; every text a text; made as it is taken, in memory that does not grow with it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dayAt, formatDay } from '@followthrough/core/domain';
import type { EngagementRecord, ItemRecord } from '@followthrough/core/schema';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { item } from '../../../core/test/domain/engagement/engagement-builders.ts';
import { NOW, person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { exportedFile } from '../../src/export/engagement-export.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { createLocalBackend } from '@followthrough/core/local-backend';
import type { Engine, Suite } from '../support/engine.ts';
import { engagementOf, itemsOf } from '../support/engagement-world.ts';
import { type Service, startService } from '../support/service.ts';

export const engagementExportSuite: Suite = { title: 'The export of engagements', tests };

const FORMULA = '=HYPERLINK("https://evil.example","Click")';

function world(engagements: EngagementRecord[], items: ItemRecord[]) {
  const made = { createdBy: 'dora', createdAt: '2026-05-01T08:00:00Z', updatedAt: '2026-05-01T08:00:00Z', version: 1 };
  return snapshot({
    people: [...snapshot().people.filter(({ id }) => id !== 'ben'), person('ben', { name: '+Ben, "B"' })],
    invoicingMethods: [{ id: 'm1', name: 'Hour', amount: '123456789.1234', currency: 'EUR', per: 'hour', ...made }],
    engagements,
    items,
  });
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
    service.clock.now = NOW;
  });
  after(() => service.stop());

  async function download(path: string, as = 'dora') {
    const headers = { authorization: `Bearer ${await service.token(as)}` };
    const reply = await fetch(`${service.url}${path}`, { headers });
    return { reply, bytes: new Uint8Array(await reply.arrayBuffer()) };
  }

  describe('of a few', () => {
    before(async () => {
      await removeWorkspace(engine.database, 'acme');
      const shared = engagementOf('shared', 'shared', { title: FORMULA, coachInvoicingMethodId: 'm1' });
      const draft = engagementOf('draft', 'draft', { title: 'Draft _x0041_ <&>', startDate: null });
      const session = item('session', 'scheduled', {
        id: 's1',
        engagementId: 'shared',
        title: '@SUM(A1)',
        responses: [],
      });
      await seedWorkspace(engine.database, world([shared, draft], [session, ...itemsOf('draft')]));
    });

    it('is a workbook with its name and type, private and not kept', async () => {
      const { reply } = await download('/engagements/export');
      assert.equal(reply.status, 200);
      assert.equal(
        reply.headers.get('content-type'),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
      const day = formatDay(dayAt(NOW, 'Europe/Berlin'));
      assert.equal(reply.headers.get('content-disposition'), `attachment; filename="engagements-${day}.xlsx"`);
      assert.equal(reply.headers.get('cache-control'), 'private, no-store');
    });

    it('has two sheets with headings that stand still, filters on, and cells of their types', async () => {
      const { bytes } = await download('/engagements/export?format=xlsx');
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      assert.deepEqual(
        sheets.map(({ name }) => name),
        ['Engagements', 'Items'],
      );
      for (const sheet of sheets) {
        assert.equal(sheet.freezePane?.rows, 1);
        assert.match(sheet.autoFilter?.range ?? '', new RegExp(`^A1:[A-Z]+${sheet.rows.length}$`));
      }
      const [engagements, items] = sheets;
      assert.ok(engagements && items);
      const headings = engagements.rows[0] ?? [];
      const of = (title: string) => engagements.rows.findIndex(([cell]) => cell === title);
      const shared = engagements.rows[of(FORMULA)] ?? [];
      const cell = (heading: string) => shared[headings.indexOf(heading)];
      assert.deepEqual([cell('Status'), cell('Coach'), cell('Coachees')], ['Active', 'ada', '+Ben, "B"']);
      assert.deepEqual(cell('Start'), new Date('2026-05-04T00:00:00Z'));
      assert.equal(cell('Coach rate'), 123_456_789.1234);
      assert.deepEqual(cell('Shared (UTC)'), new Date('2026-05-01T08:00:00Z'));
      assert.equal(typeof cell('Items'), 'number');
      assert.equal(items.rows.length, 1 + 1 + 6);
      const itemHeadings = items.rows[0] ?? [];
      const session = items.rows.find((one) => one.includes('@SUM(A1)')) ?? [];
      assert.deepEqual(session[itemHeadings.indexOf('Session starts (UTC)')], new Date('2026-06-01T09:00:00Z'));
      for (const sheet of sheets) for (const one of sheet.cells?.values() ?? []) assert.equal(one.formula, undefined);
      assert.ok(of('Draft _x0041_ <&>') > 0, 'a text that looks like an escape is that text');
    });

    it('holds what the filter takes and no other', async () => {
      const { bytes } = await download('/engagements/export?status=active&shared=true');
      const { sheets } = await readXlsx(bytes);
      assert.deepEqual(
        sheets.map(({ rows }) => rows.length),
        [2, 2],
      );
      const none = await readXlsx((await download('/engagements/export?query=nothing')).bytes);
      assert.deepEqual(
        none.sheets.map(({ rows }) => rows.length),
        [1, 1],
      );
    });

    it('is CSV where that is asked for, with no formula in it', async () => {
      const { reply, bytes } = await download('/engagements/export?format=csv');
      assert.equal(reply.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.match(reply.headers.get('content-disposition') ?? '', /engagements-2026-05-15\.csv"$/);
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const rows = parseCsv(new TextDecoder().decode(bytes));
      assert.equal(rows.length, 1 + 1 + 6);
      for (const cells of rows) for (const cell of cells) assert.doesNotMatch(String(cell), /^[=+\-@\t\r]/);
      assert.ok(rows.some(([title]) => title === `'${FORMULA}`));
    });

    it('is refused to others before anything is sent', async () => {
      for (const as of ['ada', 'ben', 'eve', 'gus']) {
        const { reply } = await download('/engagements/export', as);
        assert.deepEqual([reply.status, reply.headers.get('content-type')], [403, 'application/problem+json']);
      }
    });
  });

  describe('of ten thousand', () => {
    it('takes hardly more memory than of one thousand, however slowly it is taken', async () => {
      const [few, many] = [await growthOf(1000), await growthOf(10_000)];
      // The pages of a thousand, once seen, are no less than those of ten thousand; room for what is not swept up yet.
      assert.ok(many.bytes > few.bytes * 6, `${few.bytes} and ${many.bytes} bytes were made`);
      assert.ok(many.heap < few.heap + 12_000_000, `the heap grew by ${few.heap} and ${many.heap} bytes`);
    });
  });

  /** How much the heap grows while so many engagements with three items each are exported, and how much is made of them. */
  async function growthOf(count: number): Promise<{ heap: number; bytes: number }> {
    await removeWorkspace(engine.database, 'acme');
    const engagements = Array.from({ length: count }, (_, at) => engagementOf('shared', `e${at}`));
    const items = engagements.flatMap(({ id }) => itemsOf(id).slice(0, 3));
    await seedWorkspace(engine.database, world(engagements, items));
    engagements.length = items.length = 0;
    const repository = createSqlRepository(engine.database, 'acme');
    const local = { repository, viewerId: 'dora', now: () => NOW, newId: () => crypto.randomUUID() };
    const sweep = sweeper();
    const { bytes } = await exportedFile(local, createLocalBackend(local), { format: 'xlsx' });
    sweep();
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    let made = 0;
    let chunks = 0;
    for await (const chunk of bytes) {
      made += chunk.length;
      if (++chunks % 16 !== 0) continue;
      sweep();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    return { heap: most, bytes: made };
  }
}

/** Collects garbage now, so that what is measured is what is held. */
function sweeper(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
