// The demo's coaching firm for a test: anybody's own client, and its portals as somebody signed in opens them.
import type { Browser } from 'puppeteer-core';
import { createClient } from '@followthrough/api-client';
import type { Backend } from '@followthrough/core/backend';
import type { Engagement, EngagementDetail, OpenItem } from '@followthrough/core/schema';
import { watchedPage, type WatchedPage } from './browser.ts';
import type { Demo } from './demo-process.ts';

export type Portal = 'admin' | 'coach' | 'coachee';

/** The real client, as somebody. */
export function clientOf({ url }: Demo, personId: string): Backend {
  return createClient({
    baseUrl: `${url}/api/v1`,
    getToken: async () => {
      const answer = await fetch(`${url}/demo/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId }),
      });
      return ((await answer.json()) as { token: string }).token;
    },
  });
}

/** A page of a portal, with somebody signed in. */
export async function openPortal(
  browser: Browser,
  { url }: Demo,
  path: string,
  portal: Portal,
  personId: string,
): Promise<WatchedPage> {
  const watched = await watchedPage(browser);
  await watched.page.evaluateOnNewDocument((key, id) => localStorage.setItem(key, id), `alder.${portal}`, personId);
  await watched.page.setViewport({ width: 1280, height: 1000 });
  await watched.page.goto(`${url}/${path}`);
  return watched;
}

/** All engagements that somebody sees. */
export async function engagementsOf(backend: Backend): Promise<readonly Engagement[]> {
  return (await backend.engagements.list({ limit: 200 })).items;
}

/** The item with this title, where its reader may see it. */
export function itemTitled({ items }: EngagementDetail, title: string): OpenItem | undefined {
  return items.find((item): item is OpenItem => !item.locked && item.title === title);
}
