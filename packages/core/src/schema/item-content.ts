// What is in an item of an engagement, by its kind (rulebook §5): a session's place, an assessment's questions, where a file
// or a link leads, what an action asks, what feedback is asked for. Coachees get it once the item is released to them.
import * as z from 'zod/mini';
import { ASSESSMENT_QUESTIONS_LIMIT } from './limits.ts';
import { descriptionSchema, nameSchema, titleSchema } from './text.ts';

export const itemKindSchema = z.enum(['session', 'assessment', 'file', 'link', 'action', 'feedback']);
/** What an item of an engagement is. */
export type ItemKind = z.infer<typeof itemKindSchema>;

/** An address that a host gives: https, http or mailto (api.md R-X-1). */
const urlSchema = z
  .string({ error: 'must be an address' })
  .check(
    z.maxLength(2048, { error: 'must have at most 2048 characters' }),
    z.refine(isLink, { error: 'must be an address that begins with https:, http: or mailto:' }),
  );

function isLink(text: string): boolean {
  return /^(https?|mailto):/i.test(text) && URL.canParse(text) && !/[\s\p{Cc}]/u.test(text);
}

const keySchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be a key: 1 to 64 letters, digits, _ or -' }));

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ key: keySchema, type: z.literal('text'), text: titleSchema }),
  /** Answered with a whole number from 1 to 5. */
  z.strictObject({ key: keySchema, type: z.literal('scale'), text: titleSchema }),
  z.strictObject({
    key: keySchema,
    type: z.literal('choice'),
    text: titleSchema,
    options: z.array(nameSchema).check(z.minLength(2), z.maxLength(20)),
  }),
]);
/** One question of an assessment. */
export type Question = z.infer<typeof questionSchema>;

const questionsSchema = z.array(questionSchema).check(
  z.minLength(1, { error: 'needs at least one question' }),
  z.maxLength(ASSESSMENT_QUESTIONS_LIMIT, { error: `at most ${ASSESSMENT_QUESTIONS_LIMIT} questions` }),
  z.refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length, {
    error: 'has two questions of one key',
  }),
);

const description = z.optional(descriptionSchema);

export const itemContentSchema = z.discriminatedUnion('kind', [
  /** `place`: where it is held, or the address that one joins at. */
  z.strictObject({ kind: z.literal('session'), place: z.optional(titleSchema), description }),
  z.strictObject({ kind: z.literal('assessment'), description, questions: questionsSchema }),
  z.strictObject({
    kind: z.literal('file'),
    description,
    name: nameSchema,
    /** In bytes. */
    size: z.int().check(z.minimum(0)),
    mediaType: z.string().check(z.regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/, { error: 'must be a media type' })),
    url: urlSchema,
  }),
  z.strictObject({ kind: z.literal('link'), description, url: urlSchema }),
  z.strictObject({ kind: z.literal('action'), description }),
  z.strictObject({ kind: z.literal('feedback'), prompt: descriptionSchema }),
]);
/** What is in an item, told by its `kind`. */
export type ItemContent = z.infer<typeof itemContentSchema>;

export const answerSchema = z.strictObject({ key: keySchema, text: descriptionSchema });
/** The answer to one question, by its key: a text, a number from 1 to 5, or one of the options, as text. */
export type Answer = z.infer<typeof answerSchema>;
