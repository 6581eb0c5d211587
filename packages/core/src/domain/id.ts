// Ids are opaque; a client that chooses one on create chooses a UUIDv7 (api.md R-G-6), which grows with time, so that new
// rows lie side by side in an index (RFC 9562 §5.7).
import type { Id } from '../schema/index.ts';

/**
 * A UUIDv7.
 * @param now milliseconds since 1970-01-01T00:00Z
 * @param random gives so many random bytes, such as `(n) => crypto.getRandomValues(new Uint8Array(n))`
 * @example uuidV7(Date.now(), random) // '0199c2f4-7e1a-7c3b-9d52-5b0f0e6c2a11'
 */
export function uuidV7(now: number, random: (bytes: number) => Uint8Array): Id {
  const bytes = new Uint8Array(16);
  bytes.set(random(10).subarray(0, 10), 6);
  for (let index = 5, rest = Math.floor(now); index >= 0; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
