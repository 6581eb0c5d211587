// A file that is answered as it is made, and no faster than it is taken: it is never there as a whole.
import { ReadableStream } from 'node:stream/web';

/** A file to be answered. */
export interface FileAnswer {
  /** Such as `engagements-2026-05-15.xlsx`; letters, digits, dots, _ and - alone. */
  name: string;
  mediaType: string;
  /** Its bytes, made when they are asked for; what fails there breaks the answer off, so that no one takes a part for the whole. */
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** The reply that carries it. */
export function fileReply({ name, mediaType, bytes }: FileAnswer): Response {
  return new Response(ReadableStream.from(bytes) as BodyInit, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` },
  });
}
