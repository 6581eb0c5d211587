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
  describe: route({
    id: 'service.describe',
    method: 'GET',
    path: '/',
    summary: 'What this backend offers, and within which limits.',
    scope: null,
    request: {},
    response: { status: 200, schema: serviceSchema },
    refusals: [],
  }),
  openApi: route({
    id: 'service.openApi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This contract as an OpenAPI 3.1 document.',
    scope: null,
    request: {},
    response: { status: 200, schema: openApiSchema },
    refusals: [],
  }),
  health: route({
    id: 'service.health',
    method: 'GET',
    path: '/health',
    summary: 'Whether the process lives.',
    scope: null,
    request: {},
    response: { status: 200, schema: healthSchema },
    refusals: [],
  }),
  ready: route({
    id: 'service.ready',
    method: 'GET',
    path: '/ready',
    summary: 'Whether it can serve: its database answers and its migrations have run. Else 503.',
    scope: null,
    request: {},
    response: { status: 200, schema: healthSchema },
    refusals: [],
  }),
};
