// Search and title order go by keys made here, so that memory and SQL find and order alike (SQL keeps them in columns,
// compared by code point: COLLATE "C").

/** How many code points of a title count for its order; what is alike so far is ordered by id. */
const TITLE_KEY_LENGTH = 200;
const COMBINING_MARKS = /[\u0300-\u036f]/g;

/** Letter case aside: `Straße`, `STRASSE` and `strasse` are one, and so are the two small sigmas. */
function fold(text: string): string {
  return text.normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** What a search looks through: title and description, letter case aside. */
export function searchKey(title: string, description: string): string {
  return description === '' ? fold(title) : `${fold(title)}\n${fold(description)}`;
}

/** What a search looks for: contained in the search key, it is found. Empty finds all. */
export function queryKey(query: string): string {
  return fold(query.trim());
}

/**
 * What titles are ordered by: letter case, accents and outer spaces aside; at most 200 code points.
 * @example titleKey(' Élan') // 'elan'
 */
export function titleKey(title: string): string {
  const key = fold(title.normalize('NFD').replace(COMBINING_MARKS, '')).trim();
  return key.length <= TITLE_KEY_LENGTH ? key : Array.from(key).slice(0, TITLE_KEY_LENGTH).join('');
}

/** Compares by code point, as PostgreSQL's COLLATE "C" does (and JavaScript's `<`, going by code unit, does not). */
export function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    // A surrogate is part of a code point above U+FFFF, so it follows every unit that stands alone.
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    return xHigh === yHigh ? x - y : xHigh ? 1 : -1;
  }
  return a.length - b.length;
}
