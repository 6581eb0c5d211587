// The headers that carry meaning of their own: which intent a write belongs to, and which version it was decided on.

/** One key per intent (R-I-1). */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** The ETag of a version: `"12"` (R-V-1). Also what `If-Match` is given. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that an `If-Match` or `ETag` names, or null where it is none of ours. A weak tag counts as its strong one:
 * proxies that compress weaken them.
 *
 * @example versionOfETag('"12"') // 12
 */
export function versionOfETag(tag: string): number | null {
  const digits = /^(?:W\/)?"([1-9]\d{0,15})"$/.exec(tag.trim())?.[1];
  if (digits === undefined) return null;
  const version = Number(digits);
  return Number.isSafeInteger(version) ? version : null;
}
