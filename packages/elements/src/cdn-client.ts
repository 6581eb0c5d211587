// Lets <action-workspace base-url> reach a server: only the CDN files carry the client.
import { createClient } from '@followthrough/api-client';
import { BackendError } from '@followthrough/core/backend';
import { ActionWorkspace, type Connection } from './action-workspace/class.ts';

/** A client for what an <action-workspace> says of its server. */
export function connect({ baseUrl, tokenUrl, getToken, onIdentityChange }: Connection) {
  return createClient({ baseUrl, getToken: getToken ?? (() => tokenFrom(tokenUrl ?? '')), onIdentityChange });
}

/** The host's own server answers with the token as text, or as JSON `{ "token": … }`. */
async function tokenFrom(url: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  // A server that fails has not said that nobody is signed in.
  if (answer.status >= 500) throw new BackendError('unavailable', { detail: `No token from ${url}: ${answer.status}` });
  if (!answer.ok) throw new Error(`No token from ${url}: ${answer.status}`);
  const text = await answer.text();
  if (!text.startsWith('{')) return text.trim();
  const { token } = JSON.parse(text) as { token?: unknown };
  if (typeof token !== 'string') throw new Error(`No token from ${url}: its JSON has no "token".`);
  return token;
}

ActionWorkspace.connect = connect;
