// The system's Chromium, driven for a test; what a page complains of is kept so that a test can fail on it.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserPath, CHROMIUM_FLAGS } from '../scripts/browser.mjs';

/** Starts Chromium, which nothing but loopback is asked of. */
export async function launch(): Promise<Browser> {
  const executablePath = browserPath('chromium');
  if (executablePath === undefined) throw new Error('no Chromium: `npm test` installs it, or name it in CHROME_PATH');
  return puppeteer.launch({ executablePath, headless: true, args: CHROMIUM_FLAGS });
}

/** A page and its complaints: errors, warnings, failed requests and violations of its content security policy. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
}

export async function watchedPage(browser: Browser): Promise<WatchedPage> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warn') complaints.push(`${type}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${reason}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, complaints };
}
