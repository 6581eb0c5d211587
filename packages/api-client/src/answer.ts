// Answers are validated with core's schemas, but read as R-G-3 asks: a field that this version does not know is ignored,
// and a word that it does not know (a new status, a new kind of context) is kept as the text it is, for the page to show.
// Text that is only shown or compared (names, pictures, opaque ids, zones) is kept as it is too, however it is made: what
// may be written is the backend's to say. One word must not take a whole page away. Anything else of the wrong shape is
// refused as `unreadable`.
import { BackendError } from '@followthrough/core/backend';
import {
  descriptionSchema,
  idSchema,
  nameSchema,
  personSchema,
  positionSchema,
  timeZoneSchema,
  titleSchema,
  workspaceSchema,
} from '@followthrough/core/schema';
import * as z from 'zod/mini';

/**
 * What an answer's body says.
 *
 * @param where the route's id, for the error's detail
 * @throws BackendError `unreadable` where the body is not of this shape
 */
export function readAnswer<S extends z.ZodMiniType>(schema: S, body: unknown, where: string): z.output<S> {
  const { success, data, error } = z.safeParse(schema, body);
  if (success) return data;
  const fault = error.issues.find((issue) => !isNew(issue, body) && !isBorne(issue, schema));
  // Nothing but that: the body as it came. Its unknown words stand where the type promises one of the known.
  if (!fault) return body as z.output<S>;
  const detail = `The answer to ${where} is not of the promised shape at /${fault.path.join('/')} (${fault.code}).`;
  throw new BackendError('unreadable', { detail, cause: error });
}

/** Whether an issue is only that a later version of the contract has a field or a word more. */
function isNew(issue: z.core.$ZodIssue, body: unknown): boolean {
  switch (issue.code) {
    case 'unrecognized_keys':
      return true;
    case 'invalid_value':
      return typeof valueAt(body, issue.path) === 'string';
    case 'invalid_union':
      return issue.discriminator !== undefined && typeof valueAt(body, issue.path) === 'string';
    default:
      return false;
  }
}

/** What is only shown or compared: a link is neither, since it runs, nor a sum, a day or a moment, which are worked with. */
const SHOWN: ReadonlySet<unknown> = new Set([
  idSchema,
  nameSchema,
  titleSchema,
  descriptionSchema,
  positionSchema,
  timeZoneSchema,
  personSchema.shape.email,
  personSchema.shape.avatarUrl,
  workspaceSchema.shape.locale,
]);

/** Whether an issue is only that something could not be written so: a text that is shown as it is, or a list that is long. */
function isBorne(issue: z.core.$ZodIssue, schema: unknown): boolean {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array' || isShownAt(issue.path, schema);
    case 'too_small':
    case 'invalid_format':
    case 'custom':
      return isShownAt(issue.path, schema);
    default:
      return false;
  }
}

function isShownAt(path: readonly PropertyKey[], schema: unknown): boolean {
  if (SHOWN.has(schema)) return path.length === 0;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key = '', ...rest] = path;
  switch (def.type) {
    case 'nullable':
    case 'optional':
      return isShownAt(path, def.innerType);
    case 'union':
      return def.options.some((option) => isShownAt(path, option));
    case 'array':
      return isShownAt(rest, def.element);
    case 'object': {
      const field: unknown = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
      return field !== undefined && isShownAt(rest, field);
    }
    default:
      return false;
  }
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], body);
}
