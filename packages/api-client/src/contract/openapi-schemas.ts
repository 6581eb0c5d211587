// The contract's zod schemas as JSON Schema: those of core under their own names, those of a route under the route's.
import * as words from '@followthrough/core/schema';
import * as z from 'zod/mini';
import { routes } from './index.ts';

export type Json = Record<string, unknown>;

/** What JSON Schema cannot read from a refinement. It counts code points, as we do. */
const TEXT = new Map<unknown, Json>([
  [words.titleSchema, { minLength: 1, maxLength: words.TEXT_LIMITS.title }],
  [words.nameSchema, { minLength: 1, maxLength: words.TEXT_LIMITS.name }],
  [words.descriptionSchema, { maxLength: words.TEXT_LIMITS.description }],
  [words.querySchema, { maxLength: words.TEXT_LIMITS.query }],
  [words.civilDateSchema, { format: 'date' }],
  [words.readDateSchema, { format: 'date' }],
]);

const named = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(words)) {
  if (name.endsWith('Schema') && typeof value === 'object')
    nameIt(value as z.ZodMiniType, name.slice(0, -'Schema'.length));
}
for (const { id, request, response } of routes) {
  if (request.body) nameIt(request.body, `${id}Request`);
  if (response.schema) nameIt(response.schema, `${id}Response`);
}

function nameIt(schema: z.core.$ZodType, name: string): void {
  if (!named.has(schema)) named.add(schema, { id: pascal(name) });
}

/** `actions.list` → `ActionsList`. */
function pascal(name: string): string {
  return name.replace(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

// As input: an object whose unknown fields a reader ignores is then open, one that is written closed.
const OPTIONS = {
  io: 'input',
  override: ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }) => {
    Object.assign(jsonSchema, TEXT.get(zodSchema));
  },
} as const;

/** The named schemas that `document` refers to, and those that they refer to, for `components.schemas`. */
export function componentSchemas(document: unknown): Json {
  const { schemas } = z.toJSONSchema(named, { ...OPTIONS, uri: (id) => `#/components/schemas/${id}` });
  const used: Json = {};
  const take = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (name in used) continue;
      used[name] = without(['$schema', '$id', 'id'], schemas[name] ?? {});
      take(used[name]);
    }
  };
  take(document);
  return used;
}

/** A reference to a named schema. */
export function reference(schema: z.core.$ZodType): Json {
  const name = named.get(schema)?.id;
  if (name === undefined) throw new TypeError('This schema has no name; only bodies and answers of routes have one.');
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema in place, as parameters and headers have it. */
export function inline(schema: z.core.$ZodType): Json {
  return without(['$schema'], z.toJSONSchema(schema, { ...OPTIONS, metadata: z.registry() }));
}

function without(keys: readonly string[], json: object): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}

/** The fields of an object's schema; of a query's, the fields that its strings are read as. */
export function fieldsOf(schema: z.core.$ZodType | undefined): [name: string, schema: z.core.$ZodType][] {
  const def = schema ? (schema as z.core.$ZodTypes)._zod.def : undefined;
  if (def?.type === 'pipe') return fieldsOf(def.out);
  return def?.type === 'object' ? Object.entries(def.shape) : [];
}
