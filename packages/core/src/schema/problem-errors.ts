// The faults of an invalid input, told once for client and server (api.md R-G-1, R-G-3): where each lies (a JSON
// pointer), what it is, and how to mend it. A field that is only ever read is told apart from one nobody knows.
import type * as z from 'zod/mini';
import type { ProblemError } from './problem.ts';

/** The problem an input with faults is told by. */
export type InputProblem = 'validation' | 'unknown-field' | 'read-only-field';

/** What is wrong with an input: the problem and its faults, or the value as its schema reads it. */
export type Checked<T> = { value: T } | { code: InputProblem; errors: ProblemError[] };

/** An object's schema, for its field names. */
interface Fields {
  readonly shape: Readonly<Record<string, unknown>>;
}

/**
 * The JSON pointers of the fields that are read and never written.
 * @param read the schema of what is read
 * @param written the schema of what is written
 * @param at the pointer of the object that holds them
 * @example readOnlyFields(actionSchema, actionPatchSchema) // ['/id', '/context', '/state', '/status', …]
 */
export function readOnlyFields(read: Fields, written: Fields, at = ''): string[] {
  return Object.keys(read.shape)
    .filter((name) => !(name in written.shape))
    .map((name) => `${at}/${name}`);
}

/**
 * Checks an input against its schema.
 * @param readOnly pointers of fields that exist and cannot be written; see {@link readOnlyFields}
 * @returns the value, or every fault with the problem that they make: `unknown-field` where a field is not known, else
 *   `read-only-field` where one cannot be written, else `validation`
 * @example checkInput(actionPatchSchema, { titel: 'x' }) // { code: 'unknown-field', errors: [{ pointer: '/titel', … }] }
 */
export function checkInput<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  readOnly: ReadonlySet<string> = new Set(),
): Checked<T> {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  const errors = result.error.issues.flatMap((issue) => errorsOf(issue, input, readOnly));
  const has = (code: string) => errors.some((error) => error.code === code);
  const code = has('unknown-field') ? 'unknown-field' : has('read-only-field') ? 'read-only-field' : 'validation';
  return { code, errors };
}

/**
 * The JSON pointer (RFC 6901) of a path.
 * @example pointerOf(['due', 'rule', 'date']) // '/due/rule/date'
 */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

type Issue = z.core.$ZodIssue;

function errorsOf(issue: Issue, input: unknown, readOnly: ReadonlySet<string>): ProblemError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const pointer = pointerOf([...issue.path, key]);
      return readOnly.has(pointer)
        ? { pointer, code: 'read-only-field', message: 'can be read and not written: leave it out' }
        : { pointer, code: 'unknown-field', message: 'is not a known field: leave it out, or mend its name' };
    });
  }
  const pointer = pointerOf(issue.path);
  if (isMissing(input, issue.path)) return [{ pointer, code: 'required', message: 'is required' }];
  return [{ pointer, code: codeOf(issue), message: own(issue.message) ?? messageOf(issue) }];
}

/** Whether nothing was given there; of what was read from within a text (a list in a query), something was. */
function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const key of path) {
    if (value === undefined || value === null) return true;
    if (typeof value !== 'object') return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}

/** The schema's own words; zod/mini says only "Invalid input" where a schema has none. */
function own(message: string): string | null {
  return message === 'Invalid input' ? null : message;
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'type';
    case 'invalid_value':
    case 'invalid_union':
      return 'choice';
    case 'too_big':
      return 'too-big';
    case 'too_small':
      return 'too-small';
    default:
      return 'invalid';
  }
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${WORDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? `must be one of ${issue.options.join(', ')}`
        : 'is none of the forms it may have';
    case 'too_big':
      return `must ${extent(issue.origin, 'at most', issue.maximum)}`;
    case 'too_small':
      return `must ${extent(issue.origin, 'at least', issue.minimum)}`;
    default:
      return 'is not valid';
  }
}

/** How many of what there may be. */
function extent(origin: string, bound: string, limit: number | bigint): string {
  const [one, many] = COUNTED[origin] ?? [];
  return one ? `have ${bound} ${limit} ${Number(limit) === 1 ? one : many}` : `be ${bound} ${limit}`;
}

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  array: ['entry', 'entries'],
  string: ['character', 'characters'],
};

const WORDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};
