// <action-list> beside a plain Lit list, @tanstack/lit-virtual and AG Grid, in the same run: what each operation on 10,000
// actions costs the page's main thread (script, style, layout, paint and garbage; CDP's TaskDuration), as medians and as
// ratios to the best of the others; `store` is our stores alone, with nothing shown. Read the ratios: the milliseconds are this machine's.
//
//   node --conditions=@followthrough/source bench/render/run.ts [runs] [rows] [peer,peer] [directory for CPU profiles]
//
// With a directory, each operation's last CPU profile is written there, to be opened in the browser's developer tools; the
// figures of such a run are not to be quoted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { browserPath } from '../../scripts/browser.mjs';

const RUNS = Number(process.argv[2] ?? 3);
const ROWS = Number(process.argv[3] ?? 10_000);
const PEERS = (process.argv[4] ?? 'followthrough,store,repeat,tanstack,ag-grid').split(',');
const PROFILES = process.argv[5];
const OPERATIONS = ['create', 'update', 'select', 'remove', 'clear'] as const;
const SCROLL_FRAMES = 80;
const MEASURES = [...OPERATIONS, 'slow scroll', 'fast scroll', 'blank', 'elements'] as const;
type Measure = (typeof MEASURES)[number];

const executablePath = chromium();
const outDir = mkdtempSync(join(tmpdir(), 'followthrough-render-'));
const root = fileURLToPath(new URL('page', import.meta.url));
await build({
  configFile: false,
  root,
  base: './',
  logLevel: 'error',
  resolve: { conditions: ['@followthrough/source', 'module', 'browser', 'production'] },
  build: { outDir, target: 'es2022', chunkSizeWarningLimit: 4000, minify: PROFILES === undefined },
});
const server = await preview({
  configFile: false,
  root,
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const address = server.resolvedUrls?.local[0] ?? '';
const results = new Map<string, Map<Measure, number[]>>();

try {
  for (let run = 0; run < RUNS; run++) {
    for (const peer of run % 2 === 0 ? PEERS : PEERS.toReversed()) await measure(peer);
  }
} finally {
  await server.close();
  rmSync(outDir, { recursive: true });
}
print();

function chromium(): string {
  const path = browserPath('chromium');
  if (path === undefined) throw new Error('No Chromium was found: install one, or name it in CHROME_PATH.');
  return path;
}

async function measure(peer: string): Promise<void> {
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  try {
    await measureIn(browser, peer);
  } finally {
    await browser.close();
  }
}

async function measureIn(browser: Browser, peer: string): Promise<void> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`${peer}: ${String(error)}`));
  await page.setViewport({ width: 1100, height: 700 });
  await page.goto(`${address}?peer=${peer}`);
  await page.evaluate('bench.ready');
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  // Warm: the code has run and is compiled before anything counts.
  await step(page, session, 'make', 1000);
  for (const operation of ['create', 'update', 'remove', 'clear']) await step(page, session, operation, 1000);
  const nothing = (await step(page, session, 'nothing', 0)).busy;
  await step(page, session, 'make', ROWS);
  for (const operation of OPERATIONS.slice(0, 4)) {
    const { busy, text } = await profiled(session, `${peer}-${operation}`, () => step(page, session, operation, ROWS));
    expectText(peer, operation, text);
    note(peer, operation, Math.max(0, busy - nothing));
  }
  if (peer !== 'store') {
    note(peer, 'elements', (await page.evaluate('bench.nodes()')) as number);
    await scroll(page, session, peer, 'slow scroll', 120);
    await page.evaluate('bench.top()');
    await scroll(page, session, peer, 'fast scroll', (ROWS * 40) / SCROLL_FRAMES);
  }
  note(peer, 'clear', Math.max(0, (await step(page, session, 'clear', ROWS)).busy - nothing));
}

/** The list shows what it should, where it should: third or fourth row, by whether there is a line of headers. */
function expectText(peer: string, operation: string, text: string): void {
  if (peer !== 'store' && !/\d+\. Send the summary/.test(text))
    throw new Error(`${peer} shows “${text}” after ${operation}`);
}

/** Does it, and keeps its CPU profile where profiles are asked for. */
async function profiled<T>(session: CDPSession, name: string, run: () => Promise<T>): Promise<T> {
  if (PROFILES === undefined) return run();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  const result = await run();
  const { profile } = await session.send('Profiler.stop');
  mkdirSync(PROFILES, { recursive: true });
  writeFileSync(join(PROFILES, `${name}.cpuprofile`), JSON.stringify(profile));
  return result;
}

async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function step(
  page: Page,
  session: CDPSession,
  name: string,
  count: number,
): Promise<{ busy: number; text: string }> {
  await page.evaluate('gc()');
  const before = await busyOf(session);
  const text = (await page.evaluate(`bench.step(${JSON.stringify(name)}, ${count})`)) as string;
  return { busy: (await busyOf(session)) - before, text };
}

async function scroll(
  page: Page,
  session: CDPSession,
  peer: string,
  name: 'slow scroll' | 'fast scroll',
  pixels: number,
): Promise<void> {
  await page.evaluate('gc()');
  const before = await busyOf(session);
  const blank = (await page.evaluate(`bench.scroll(${pixels}, ${SCROLL_FRAMES})`)) as number;
  note(peer, name, ((await busyOf(session)) - before) / SCROLL_FRAMES);
  if (name === 'fast scroll') note(peer, 'blank', blank);
}

function note(peer: string, measure: Measure, value: number): void {
  const measures = results.get(peer) ?? new Map<Measure, number[]>();
  results.set(peer, measures.set(measure, [...(measures.get(measure) ?? []), value]));
}

function median(values: readonly number[] = []): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function print(): void {
  const of = (peer: string, measure: Measure) => median(results.get(peer)?.get(measure));
  console.log(
    `${ROWS} rows, median of ${RUNS}; busy ms (scroll: per frame), and in brackets the ratio to the best of the others\n`,
  );
  console.log(`| peer | ${MEASURES.join(' | ')} |`);
  console.log(`| --- |${MEASURES.map(() => ' ---: |').join('')}`);
  for (const peer of PEERS) {
    const cells = MEASURES.map((measure) => {
      const value = of(peer, measure);
      if (Number.isNaN(value)) return '–';
      if (measure === 'blank' || measure === 'elements') return String(value);
      const best = Math.min(
        ...PEERS.filter((other) => other !== peer && other !== 'store').map((other) => of(other, measure)),
      );
      return `${value.toFixed(value < 10 ? 1 : 0)} (${(value / best).toFixed(2)}×)`;
    });
    console.log(`| ${peer} | ${cells.join(' | ')} |`);
  }
}
