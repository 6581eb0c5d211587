// Singular and plural in English.

const plurals = new Intl.PluralRules('en');

/** The form of English that goes with a count. */
export function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}
