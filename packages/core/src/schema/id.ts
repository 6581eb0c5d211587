// Ids are opaque (api.md R-G-6): nothing reads meaning from one.
import * as z from 'zod/mini';
import { ID_TEXT } from './id-text.ts';

/** An opaque id: 1–64 of `A–Z a–z 0–9 _ -`. A client may choose one on create; UUIDv7 is advised. */
export const idSchema = z
  .string({ error: 'must be an id' })
  .check(z.regex(ID_TEXT, { error: 'must be an id: 1 to 64 letters, digits, _ or -' }));
/** The id of a thing; opaque. */
export type Id = z.infer<typeof idSchema>;

/** The version of a resource: a whole number that grows with every change its viewer may see. */
export const versionSchema = z.int().check(z.minimum(1));
