// The grammar that the texts of filters share: a term is `key:value`, what is no term are words to search for, and what is
// in double quotes is never a term. What is not understood is told and left out, so that an old link still opens.
import { formatDay, isWritable, parseDay } from '../domain/index.ts';
import type { CivilDate } from '../schema/index.ts';

/** What reads each term's value: a part of a filter, or null where it is none. */
export type FilterTerms<Filter> = Readonly<Record<string, (value: string) => Partial<Filter> | null>>;

/** What a text says: the filter of its terms, the terms not understood, and its words. */
export interface ReadTerms<Filter> {
  readonly filter: Partial<Filter>;
  readonly unknown: readonly string[];
  readonly query: string;
}

export function readTerms<Filter>(text: string, terms: FilterTerms<Filter>): ReadTerms<Filter> {
  let filter: Partial<Filter> = {};
  const unknown: string[] = [];
  const words: string[] = [];
  for (const [token, quoted] of text.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g)) {
    const [, key, value] = /^([a-z]+):(.*)$/s.exec(token) ?? [];
    if (quoted !== undefined) words.push(quoted.replace(/\\(.)/gs, '$1'));
    else if (key === undefined || value === undefined) words.push(token);
    else {
      const term = Object.hasOwn(terms, key) ? terms[key]?.(value) : null;
      if (term) filter = { ...filter, ...term };
      else unknown.push(token);
    }
  }
  return { filter, unknown, query: words.join(' ') };
}

/** The days that `2026-05-01..2026-05-15`, `2026-05-01..`, `..2026-05-15` or a single day says, under these names; null: none. */
export function datesOf<From extends string, To extends string>(
  value: string,
  fromName: From,
  toName: To,
): Partial<Record<From | To, CivilDate>> | null {
  const [from, to, ...more] = value.split('..');
  if (from === undefined || more.length > 0 || (from === '' && !to)) return null;
  const dates: Partial<Record<string, CivilDate>> = {
    ...(from !== '' && { [fromName]: from }),
    ...(to !== '' && { [toName]: to ?? from }),
  };
  return Object.values(dates).every((date) => date !== undefined && isDate(date)) ? dates : null;
}

/** What {@link datesOf} reads back as these days. */
export function datesText(from: CivilDate | undefined, to: CivilDate | undefined): string {
  return from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`;
}

/** Plain words stay as they are; what could be taken for a term or would lose a space is quoted. */
export function wordsOf(query: string): string {
  return /^[^\s":\\]+(?: [^\s":\\]+)*$/.test(query) ? query : `"${query.replace(/["\\]/g, '\\$&')}"`;
}

function isDate(value: CivilDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = parseDay(value);
  return isWritable(day) && formatDay(day) === value;
}
