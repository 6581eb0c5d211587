// One request and its answer over HTTP, through ky: no cookies, no cache, no redirects followed (a token must not travel
// to where a redirect points), a limit on the wait for the head and again for the body.
import { BackendError, type ExportFile } from '@followthrough/core/backend';
import ky, { isNetworkError, isTimeoutError } from 'ky';
import { isFile, readFile } from './file-answer.ts';

/** An answer, read to its end. */
export interface Exchange {
  status: number;
  headers: Headers;
  /** The JSON value; undefined where the body is empty, or no JSON. */
  body: unknown;
  /** Where a file was answered. */
  file?: ExportFile;
}

interface ExchangeRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  json?: unknown;
  signal?: AbortSignal | undefined;
}

/** Sends one request. Rejects with BackendError `network` where no whole answer came, or with the signal's reason. */
export type Send = (request: ExchangeRequest) => Promise<Exchange>;

/** Whether the same request may fare better the next time: the way there or back failed. */
export function isTransport(error: BackendError): boolean {
  return (
    error.code === 'network' &&
    (isNetworkError(error.cause) || isTimeoutError(error.cause) || error.cause instanceof CutShort)
  );
}

/** The answer came, and could not be had to its end. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
}

export function createSend({ fetch, timeout }: { fetch?: typeof globalThis.fetch | undefined; timeout: number }): Send {
  const http = ky.create({
    retry: 0,
    timeout,
    throwHttpErrors: false,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    ...(fetch ? { fetch } : {}),
  });
  return async ({ method, url, headers, json, signal }) => {
    let headCame = false;
    try {
      const exchange = http(url, {
        method,
        headers: { accept: 'application/json, application/problem+json', ...headers },
        ...(json === undefined ? {} : { json }),
        ...(signal ? { signal } : {}),
      });
      const response = await exchange;
      const { status, headers: answered } = response;
      headCame = true;
      if (isFile(response))
        return { status, headers: answered, body: undefined, file: await readFile(response, timeout) };
      return { status, headers: answered, body: jsonOf(await exchange.text()) };
    } catch (error) {
      signal?.throwIfAborted();
      const cause =
        headCame && !isTimeoutError(error) ? new CutShort('The answer broke off.', { cause: error }) : error;
      throw new BackendError('network', { detail: 'No answer came.', cause });
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
