// Text a person writes (api.md R-X-1): well-formed Unicode, no NUL, no control characters but tab and
// newline in multi-line fields; kept exactly as written. Lengths are counted in code points.
import * as z from 'zod/mini';

const CONTROL_SINGLE_LINE = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_MULTI_LINE = /[^\P{Cc}\t\n]/u;

/** Limits on what a person may write, in code points (rulebook §2). */
export const TEXT_LIMITS = { title: 500, description: 10_000, name: 200, query: 200 } as const;

/** How many code points `text` has; lone surrogates count as one each. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

interface TextOptions {
  max: number;
  multiline?: boolean;
  /** Whether text that is empty, or white space only, is accepted. */
  empty?: boolean;
}

function text({ max, multiline = false, empty = false }: TextOptions) {
  const control = multiline ? CONTROL_MULTI_LINE : CONTROL_SINGLE_LINE;
  return z.string({ error: 'must be text' }).check(
    z.refine((value) => value.isWellFormed(), { error: 'holds half of a surrogate pair', abort: true }),
    z.refine((value) => !control.test(value), {
      error: multiline
        ? 'holds a control character other than tab and newline'
        : 'holds a control character or a line break',
      abort: true,
    }),
    z.refine((value) => empty || value.trim() !== '', { error: 'must not be empty', abort: true }),
    // A string has at least half as many code points as code units: the cheap test first.
    z.refine((value) => value.length <= max || codePoints(value) <= max, {
      error: `must have at most ${max} characters`,
    }),
  );
}

/** An action's title: one line, 1–500 code points. */
export const titleSchema = text({ max: TEXT_LIMITS.title });
/** An action's description: plain text of several lines, to 10,000 code points. */
export const descriptionSchema = text({ max: TEXT_LIMITS.description, multiline: true, empty: true });
/** The name of a person, company, group or workspace. */
export const nameSchema = text({ max: TEXT_LIMITS.name });
/** What is typed into a search field. */
export const querySchema = text({ max: TEXT_LIMITS.query, empty: true });
