// Size and syntax come before everything else (api.md R-G-5): a body of at most 256 KiB, JSON in UTF-8.
import { BackendError } from '@followthrough/core/backend';
import { LIMITS } from '@followthrough/api-client/contract';

/** A body: its bytes, for the fingerprint of the intent, and what they say; undefined where there is none. */
export interface RequestBody {
  bytes: Uint8Array;
  value: unknown;
}

const MEDIA_TYPE = /^application\/(?:json|merge-patch\+json)(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** The body of a request. Rejects with `too-large`, `unsupported-media-type` or `malformed`. */
export async function readBody(request: Request): Promise<RequestBody> {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) return { bytes, value: undefined };
  if (!/^(?:identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
    throw new BackendError('unsupported-media-type', { detail: 'Send the body as it is: none is decompressed here.' });
  }
  if (!MEDIA_TYPE.test(request.headers.get('content-type') ?? '')) {
    throw new BackendError('unsupported-media-type', { detail: 'Send application/json in UTF-8.' });
  }
  try {
    // A mark at the beginning is no JSON either.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { bytes, value: JSON.parse(text) as unknown };
  } catch (cause) {
    throw new BackendError('malformed', { detail: 'The body is not JSON in UTF-8.', cause });
  }
}

/** The parameters of a query; rejects with `malformed` where an escape in it stands for no text. */
export function readSearch(url: URL): URLSearchParams {
  try {
    decodeURIComponent(url.search);
  } catch (cause) {
    throw new BackendError('malformed', { detail: 'The query is not text in UTF-8.', cause });
  }
  return url.searchParams;
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > LIMITS.body) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
      length += chunk.length;
      // What is declared may be less than what comes.
      if (length > LIMITS.body) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof BackendError) throw cause;
    throw new BackendError('malformed', { detail: 'The body ended before its end.', cause });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(): BackendError {
  return new BackendError('too-large', { detail: `A body has at most ${LIMITS.body} bytes.` });
}
