// Answers are validated with core's schemas, but read as R-G-3 asks: a field that this version does not know is ignored,
// and a word that it does not know (a new status, a new kind of context) is kept as the text it is, for the page to show.
// One new word must not take a whole page away. Anything else of the wrong shape is refused as `unreadable`.
import { BackendError } from '@followthrough/core/backend';
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
  const fault = error.issues.find((issue) => !isNew(issue, body));
  // Nothing but news: the body as it came. Its unknown words stand where the type promises one of the known.
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

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], body);
}
