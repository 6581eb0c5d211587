// What a backend says of itself (api.md R-G-2): public, so that a page can hide what is not offered before anyone signs in.
import { instantSchema } from '@followthrough/core/schema';
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { route } from './route.ts';

/** The version of the specification that this contract is. */
export const SPEC_VERSION = '1.0.0';

const limitNames = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
const limitShape = Object.fromEntries(limitNames.map((name) => [name, z.int()])) as Record<
  keyof typeof LIMITS,
  z.ZodMiniInt
>;

export const serviceSchema = z.object({
  name: z.string(),
  specVersion: z.string(),
  profiles: z.array(z.enum(['actions', 'rooms', 'engagements', 'notifications'])),
  classes: z.array(z.enum(['sync', 'privacy', 'export'])),
  limits: z.object(limitShape),
  idempotencyRetentionSeconds: z.int(),
  changeRetentionSeconds: z.int(),
  serverTime: instantSchema,
});
/** What a backend offers, and within which limits. */
export type Service = z.infer<typeof serviceSchema>;

const healthSchema = z.object({ status: z.literal('ok') });
/** This contract as an OpenAPI 3.1 document. */
const openApiSchema = z.looseObject({ openapi: z.string(), paths: z.looseObject({}) });

export const service = {
  describe: route('service.describe', {
    summary: 'What this backend offers, and within which limits.',
    request: {},
    response: { status: 200, schema: serviceSchema },
    refusals: [],
  }),
  openApi: route('service.openApi', {
    summary: 'This contract as an OpenAPI 3.1 document.',
    request: {},
    response: { status: 200, schema: openApiSchema },
    refusals: [],
  }),
  health: route('service.health', {
    summary: 'Whether the process lives.',
    request: {},
    response: { status: 200, schema: healthSchema },
    refusals: [],
  }),
  ready: route('service.ready', {
    summary: 'Whether it can serve: its database answers and its migrations have run. Else 503.',
    request: {},
    response: { status: 200, schema: healthSchema },
    refusals: [],
  }),
};
