// Tests that need a browser. Chromium by default; BROWSERS=chromium,firefox runs both.
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { browserPath, CHROMIUM_FLAGS } from './scripts/browser.mjs';
import { countBrowser } from './scripts/test/count-browser.mjs';

const wanted = (process.env.BROWSERS ?? 'chromium').split(',');

const launchers = {
  // One page at a time: a second Chromium page would be hidden, with no animation frames and no focus.
  chromium: () =>
    Object.assign(
      chromeLauncher({
        concurrency: 1,
        launchOptions: { executablePath: browserPath('chromium'), args: CHROMIUM_FLAGS },
      }),
      { name: 'Chromium' },
    ),
  firefox: () =>
    Object.assign(
      chromeLauncher({
        concurrency: 1,
        launchOptions: { browser: 'firefox', executablePath: browserPath('firefox'), headless: true },
      }),
      { name: 'Firefox' },
    ),
};

/** What goes back and forth in the browser's history. */
const HISTORY = 'packages/elements/test/engagement-wizard/sync-url.test.ts';

export default {
  groups: [
    // First, while the tab's history is short: once it is full, Chromium drops the page's own entries before older ones.
    { name: 'history', files: HISTORY },
    { name: 'core', files: 'packages/core/test/browser/**/*.test.ts' },
    { name: 'elements', files: ['packages/elements/test/**/*.test.ts', `!${HISTORY}`] },
    { name: 'scale', files: 'packages/elements/scale/**/*.test.ts' },
  ],
  nodeResolve: { exportConditions: ['@followthrough/source', 'browser', 'development'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.base.json', import.meta.url).pathname }),
  ],
  testFramework: { config: { timeout: 25_000 } },
  testRunnerHtml: (path) => `<!doctype html><html lang="en-GB"><head><title>test</title>
    <script>
      addEventListener('error', (e) => { if (/ResizeObserver loop/.test(e.message)) { e.stopImmediatePropagation(); e.preventDefault(); } });
      globalThis.process = { env: { NODE_ENV: 'development' } };
      globalThis.litIssuedWarnings = new Set(['dev-mode', 'multiple-versions']);
    </script></head><body><script type="module" src="${path}"></script></body></html>`,
  browsers: wanted.map((browser) => launchers[browser]()),
  reporters: [defaultReporter({ reportTestProgress: false }), countBrowser()],
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
};
