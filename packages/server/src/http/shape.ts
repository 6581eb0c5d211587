// The shape of a request against its route's schemas (api.md R-G-3): what is missing, wrong, unknown or read only, each
// with the place where it stands.
import { type Route, readQuery } from '@followthrough/api-client/contract';
import { BackendError } from '@followthrough/core/backend';
import { checkInput } from '@followthrough/core/schema';
import * as z from 'zod/mini';

/** The parts of a request as their schemas read them. */
export interface RequestParts {
  params: unknown;
  query: unknown;
  body: unknown;
}

const NOTHING = z.strictObject({});

/**
 * Makes the check of one route's requests.
 * Rejects with `not-found` where the path holds no id, with `validation`, `unknown-field` or `read-only-field` else.
 */
export function createShapeCheck(
  route: Route,
): (request: { params: Record<string, string>; query: URLSearchParams; body: unknown }) => RequestParts {
  const { params, query, body } = route.request;
  const readOnly = new Set(route.response.schema && body ? readOnlyIn(route.response.schema, body, '') : []);
  return (request) => {
    const path = params?.safeParse(request.params);
    // What is no id can be no thing's id.
    if (path && !path.success)
      throw new BackendError('not-found', { detail: 'There is no such thing, or you may not see it.' });
    return {
      params: path?.data,
      query: checked(query ?? NOTHING, readQuery(request.query)),
      body: checked(body ?? NOTHING, request.body ?? (body ? undefined : {}), readOnly),
    };
  };
}

function checked(schema: z.ZodMiniType, input: unknown, readOnly?: ReadonlySet<string>): unknown {
  const result = checkInput<unknown>(schema, input, readOnly);
  if ('value' in result) return result.value;
  throw new BackendError(result.code, { errors: result.errors, detail: 'What was sent cannot be taken as it is.' });
}

/** The pointers of what is read and not written, objects within objects included. */
function readOnlyIn(read: z.ZodMiniType, written: z.ZodMiniType, at: string): string[] {
  const readFields = fieldsOf(read);
  const writtenFields = fieldsOf(written);
  if (!readFields || !writtenFields) return [];
  return Object.entries(readFields).flatMap(([name, field]) => {
    const counterpart = writtenFields[name];
    return counterpart ? readOnlyIn(field, counterpart, `${at}/${name}`) : [`${at}/${name}`];
  });
}

/** The fields of an object's schema, or of all that it can be, whether it may be absent or null; undefined where it is none. */
function fieldsOf(schema: z.ZodMiniType): Record<string, z.ZodMiniType> | undefined {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return fieldsOf(def.innerType as z.ZodMiniType);
  if (def.type === 'union') {
    const options = (def.options as readonly z.ZodMiniType[]).map(fieldsOf).filter((fields) => fields !== undefined);
    return options.length === 0 ? undefined : (Object.assign({}, ...options) as Record<string, z.ZodMiniType>);
  }
  return def.type === 'object' ? (def.shape as Record<string, z.ZodMiniType>) : undefined;
}
