// The headers that carry meaning of their own, as the server checks and OpenAPI tells them.
import * as z from 'zod/mini';
import { IDEMPOTENCY_KEY } from './headers.ts';

/** One key per intent (R-I-1). */
export const idempotencyKeySchema = z
  .string()
  .check(z.regex(IDEMPOTENCY_KEY, { error: 'must be 16 to 64 letters, digits, _ or -' }));

/** What `If-Match` is given: one version, strong. */
export const ifMatchSchema = z.string().check(z.regex(/^"[1-9]\d{0,15}"$/, { error: 'must be a version in quotes' }));
