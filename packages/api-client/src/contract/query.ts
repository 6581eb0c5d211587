// Query parameters are strings; what they mean is said by core's schemas. Lists are comma-separated, truth is `true` or
// `false`, numbers are whole. A parameter that the schema does not know is refused (R-G-3), and so is one
// given twice that is no list.
import {
  actionQuerySchema,
  dependentsSchema,
  directoryQuerySchema,
  engagementExportQuerySchema,
  engagementQuerySchema,
  notificationQuerySchema,
  pageQuerySchema,
  peopleQuerySchema,
} from '@followthrough/core/schema';
import * as z from 'zod/mini';

/** A query as it arrives: every parameter's string, or strings where it was given more than once. */
export type RawQuery = Record<string, string | string[]>;

export const pageQuery = fromStrings(pageQuerySchema);
export const directoryQuery = fromStrings(directoryQuerySchema);
export const peopleQuery = fromStrings(peopleQuerySchema);
export const actionQuery = fromStrings(actionQuerySchema);
export const engagementQuery = fromStrings(engagementQuerySchema);
export const notificationQuery = fromStrings(notificationQuerySchema);
export const engagementExportQuery = fromStrings(engagementExportQuerySchema);
/** What becomes of the dates that rest on what is deleted. */
export const removeQuery = fromStrings(z.strictObject({ dependents: z.optional(dependentsSchema) }));

/**
 * The parameters of a request's query, ready for a route's `request.query`.
 *
 * @example z.safeParse(contract.actions.list.request.query, readQuery(new URL(request.url).searchParams))
 */
export function readQuery(parameters: URLSearchParams): RawQuery {
  const raw = new Map<string, string | string[]>();
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    raw.set(name, values.length === 1 ? (values[0] ?? '') : values);
  }
  return Object.fromEntries(raw);
}

/** `schema`, read from strings. What cannot be read as its kind stays a string, for the schema to refuse in its words. */
export function fromStrings<S extends z.ZodMiniObject>(schema: S) {
  const read = z.transform((raw: unknown): unknown => {
    const entries = Object.entries(raw as RawQuery).map(([name, value]) => {
      const parameter = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
      return [name, parameter ? meaning(kindOf(parameter), value) : value];
    });
    return Object.fromEntries(entries);
  });
  return z.pipe(read, schema);
}

function meaning(kind: string, value: string | string[]): unknown {
  if (typeof value !== 'string') return value;
  switch (kind) {
    case 'array':
      return value === '' ? [] : value.split(',');
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'number':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    default:
      return value;
  }
}

/** `string`, `number`, `boolean`, `array` … of a parameter that may be absent. */
function kindOf(schema: z.core.$ZodType): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' ? kindOf(def.innerType) : def.type;
}
