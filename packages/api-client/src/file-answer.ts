// An answer that is a file for a person to keep. It may take long to be made and to come, as long as it goes on coming.
import type { ExportFile } from '@followthrough/core/backend';
import { CSV, WORKBOOK } from './contract/media-types.ts';
import { settled } from './settled.ts';

/** Whether it is a file of ours, and not what somebody else answered in the backend's place. */
export function isFile({ ok, headers }: Response): boolean {
  const type = mediaTypeOf(headers.get('content-type') ?? '');
  return ok && (type === WORKBOOK || type === mediaTypeOf(CSV));
}

/**
 * Reads the file to its end.
 * @param patience milliseconds to wait for more of it; rejects where nothing came in that time, or where it broke off
 */
export async function readFile({ body, headers }: Response, patience: number): Promise<ExportFile> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  const stalled = new AbortController();
  while (reader) {
    const timer = setTimeout(() => stalled.abort(new DOMException('No more of it came.', 'TimeoutError')), patience);
    const { done, value } = await settled(reader.read(), stalled.signal).finally(() => clearTimeout(timer));
    if (done) break;
    chunks.push(value);
  }
  const type = headers.get('content-type') ?? '';
  return { name: nameOf(headers, type), data: new Blob(chunks, { type }) };
}

/** As the backend names it; browsers keep that from pages of another origin unless it is exposed to them. */
function nameOf(headers: Headers, type: string): string {
  const named = /filename="([\w.-]{1,100})"/.exec(headers.get('content-disposition') ?? '')?.[1];
  return named ?? `engagements.${mediaTypeOf(type) === WORKBOOK ? 'xlsx' : 'csv'}`;
}

function mediaTypeOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}
