// Order keys are fractional (rulebook §4): between any two there is another, so a row moves without the others being
// written. A key is read as the digits of a fraction, base 62, in the order of their characters.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits that are counted in: a hundred thousand rows added one after another stay as short. */
const COUNTED = 3;

/**
 * A key after another: where what is added at the end goes.
 * @param last null: there is none yet
 * @example keyAfter('V01') // 'V02'
 */
export function keyAfter(last: string | null): string {
  const digits = Array.from((last ?? 'V').slice(0, COUNTED).padEnd(COUNTED, '0'), (digit) => DIGITS.indexOf(digit));
  for (let at = COUNTED - 1; at >= 0; at--) {
    const digit = digits[at] ?? 0;
    if (digit < DIGITS.length - 1) {
      digits[at] = digit + 1;
      // Not ending in 0, so that there is room before it.
      for (let after = at + 1; after < COUNTED; after++) digits[after] = after === COUNTED - 1 ? 1 : 0;
      return digits.map((value) => DIGITS[value]).join('');
    }
  }
  return `${last}V`;
}

/**
 * A key between two others: where what is moved there goes.
 * @param before null: nothing comes before it
 * @param after null: nothing comes after it; must be later than `before`
 * @example keyBetween('V01', 'V02') // 'V01V'
 */
export function keyBetween(before: string | null, after: string | null): string {
  if (after === null) return keyAfter(before);
  const low = before ?? '';
  let key = '';
  let isBound = true;
  for (let at = 0; ; at++) {
    const from = at < low.length ? DIGITS.indexOf(low.charAt(at)) : 0;
    const to = isBound && at < after.length ? DIGITS.indexOf(after.charAt(at)) : DIGITS.length;
    if (to - from > 1) return `${key}${DIGITS.charAt((from + to) >> 1)}`;
    key += DIGITS.charAt(from);
    if (to > from) isBound = false;
  }
}

/**
 * The key of a place in a list that is in order.
 * @param moved what is moved there, where it is in the list already
 * @param before what it is put before; null: last
 */
export function keyAt(
  list: readonly { id: string; position: string | null }[],
  moved: string | null,
  before: string | null,
): string {
  const others = list.filter(({ id }) => id !== moved);
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before);
  if (at < 0) return keyAfter(others.at(-1)?.position ?? null);
  return keyBetween(others[at - 1]?.position ?? null, others[at]?.position ?? null);
}
